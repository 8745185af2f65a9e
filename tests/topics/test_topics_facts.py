"""Level, bodies and sessions; all phrases are invented."""

import pytest

from nnnews.topics import Session, congress_facts, named_sessions

STANDING, CONGRESS = "常委会会议", "代表大会会议"


@pytest.mark.parametrize(
    ("title", "sessions"),
    [
        ("南宁市第十五届人大常委会第九次会议", [(15, 9, STANDING)]),
        ("横州市十七届人大四次会议闭幕", [(17, 4, CONGRESS)]),
        ("市第十五届人民代表大会第四次会议举行第二次全体会议", [(15, 4, CONGRESS)]),
        ("区六届人大常委会召开第21次会议", [(6, 21, STANDING)]),
        ("第十四届全国人民代表大会第三次会议", [(14, 3, CONGRESS)]),
        ("市第十五届人大常委会公告", [(15, None, STANDING)]),
        ("五届人大常委会第三十一次主任会议", [(5, None, STANDING)]),
        ("市十五届人大五次会议和市政协十二届五次会议", [(15, 5, CONGRESS)]),
        ("政协南宁市第十二届委员会第三次会议", []),
        ("公司第三届职工代表大会第二次会议", []),
        ("党的十九届四中全会", []),
    ],
)
def test_a_session_is_read_as_data(title: str, sessions: list[tuple[int, int | None, str]]) -> None:
    assert congress_facts(title, "").sessions == tuple(Session(*session) for session in sessions)


@pytest.mark.parametrize(
    ("title", "level"),
    [
        ("全国人大常委会执法检查组来邕", "全国"),
        ("自治区十四届人大常委会开会", "自治区"),
        ("广西人大三十年", "自治区"),
        ("南宁市人大常委会开会", "市"),
        ("横州市人大常委会开会", "县区"),
        ("良庆区人大常委会开会", "县区"),
        ("那楼镇人大主席团开会", "乡镇"),
        ("津头街道人大工委开会", "乡镇"),
        ("职工代表大会开会", None),
    ],
)
def test_the_level_is_that_of_the_congress_named(title: str, level: str | None) -> None:
    assert congress_facts(title, "").level == level


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("县人大常委会视察", "常委会"),
        ("县人大常委会召开主任会议", "主任会议"),
        ("市人大财经委调研", "专门委员会"),
        ("县人大常委会社会建设工作委员会调研", "工作委员会"),
        ("人大会议上，乔建镇代表团发言", "代表团"),
        ("乔建镇人大主席团视察", "人大主席团"),
        ("县人民代表大会会议开幕", "代表大会"),
    ],
)
def test_a_body_is_known_by_its_words(text: str, body: str) -> None:
    assert body in congress_facts(None, text).bodies


def test_bodies_of_others_are_none_of_the_congress() -> None:
    assert congress_facts(None, "企业代表团签约，党委工作委员会开会。").bodies == ()


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("南宁市第十五届人大常委会第31次会议举行", [("南宁市人大常委会", 15, 31)]),
        ("市十五届人大常委会举行第三十一次会议", [("市人大常委会举行", 15, 31)]),
        ("市人大常委会召开第三十二次会议", [("市人大常委会", None, 32)]),
        ("青秀区第十届人民代表大会第六次会议", [("青秀区人民代表大会", 10, 6)]),
        ("市人大常委会第34次主任会议", []),
        ("市政协第十二届常委会第5次会议", []),
        ("我市政协常委会第5次会议，人大代表列席", []),
    ],
)
def test_a_session_is_named_with_the_words_that_say_whose_it_is(
    text: str, named: list[tuple[str, int | None, int]]
) -> None:
    assert [(one.before, one.term, one.number) for one in named_sessions(text)] == named
