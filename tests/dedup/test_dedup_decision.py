"""Copies join and events stay apart, each with its reasons."""

import pytest
from dedup_texts import FEATURE, NOTICE, compare
from hypothesis import given, settings
from hypothesis import strategies as st


def test_a_mended_slip_is_the_same_story() -> None:
    decision = compare(NOTICE, NOTICE.replace("逐条整改", "逐项整改"))
    assert decision.verdict == "same"
    assert [(found.kind, found.here, found.there) for found in decision.differences] == [("wording", "条", "项")]


def test_spacing_and_punctuation_make_an_identical_text() -> None:
    assert compare(NOTICE, NOTICE.replace("，", ", ").replace("\n", "\n\n")).ground == "identical"


@pytest.mark.parametrize(
    ("old", "new", "kind"),
    [
        ("18处", "23处", "figure"),
        ("3月12日", "4月16日", "figure"),
        ("3月12日", "12月3日", "figure"),
        ("第十四次", "第十五次", "figure"),
        ("第五届", "第六届", "figure"),
        ("青秀区", "江南区", "place"),
        ("伶俐镇", "刘圩镇", "place"),
        ("副主任韦海明", "副主任覃志远", "name"),
        ("副主任韦海明", "副主任韦志远", "name"),
    ],
)
def test_one_other_fact_keeps_notices_apart(old: str, new: str, kind: str) -> None:
    decision = compare(NOTICE, NOTICE.replace(old, new))
    assert (decision.verdict, decision.ground) == ("apart", "contradiction")
    assert {found.kind for found in decision.differences} == {kind}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("18处", "十八处"),
        ("两家自来水厂", "2家自来水厂"),
        ("青秀区第五届", "区第五届"),
        ("3月12日", "12日"),
        ("韦海明", "韦海铭"),
    ],
)
def test_another_way_of_writing_a_fact_is_no_other_fact(old: str, new: str) -> None:
    assert compare(NOTICE, NOTICE.replace(old, new)).joined


def test_two_names_of_one_place_do_not_contradict() -> None:
    old, new = (NOTICE.replace("青秀区", name) for name in ("横县", "横州市"))
    assert compare(old, new).joined


def test_a_number_in_the_name_of_a_town_is_part_of_the_name() -> None:
    here, there = (NOTICE.replace("伶俐镇", town) for town in ("三塘镇", "五塘镇"))
    assert [found.kind for found in compare(here, there).differences] == ["place"]


def test_a_garbled_figure_is_a_slip() -> None:
    assert compare(NOTICE, NOTICE.replace("18处", "1的8处")).joined


def test_who_wrote_it_and_when_the_page_was_made_do_not_count() -> None:
    here, there = (
        f"本报讯记者{name}\n{NOTICE}\n发布时间：2024-03-{day}" for name, day in (("黄文静", 12), ("陆子昂", 15))
    )
    assert compare(here, there).verdict == "same"


def test_the_lead_alone_is_an_excerpt_of_the_whole() -> None:
    lead = NOTICE.partition("\n")[0]
    assert (compare(lead, NOTICE).verdict, compare(NOTICE, lead).verdict) == ("excerpt", "expanded")


def test_lines_of_a_portal_change_nothing() -> None:
    framed = f"首页 > 要闻 > 正文\n字号：大 中 小\n{NOTICE}\n责任编辑：某某\n扫一扫在手机打开当前页"
    assert compare(framed, NOTICE).verdict == "same"


def test_an_item_of_a_round_up_does_not_pull_the_round_up_in() -> None:
    round_up = "\n".join((FEATURE, FEATURE.replace("豆", "米")[::-1], NOTICE, FEATURE[::-1]))
    assert compare(NOTICE, round_up).ground == "unlike"


def test_parts_of_a_series_are_two_stories_even_when_they_share_their_text() -> None:
    decision = compare(NOTICE, NOTICE + FEATURE, "走进联络站（之一）", "走进联络站（之二）")
    assert (decision.verdict, decision.ground) == ("apart", "series")


def test_a_draft_and_the_law_as_passed_are_two_stories() -> None:
    revised = NOTICE.replace("及时清理沿岸垃圾", "及时清理岸线和水面垃圾")
    assert compare(NOTICE, revised, "水源地保护条例（草案）", "水源地保护条例").ground == "stage"
    assert compare(NOTICE, NOTICE + FEATURE[:20], "水源地保护条例（草案）征求意见", "本地拟立法保护水源地").joined


def test_a_caption_is_too_short_to_tell_a_story() -> None:
    assert compare("图为代表在田间了解甘蔗收割情况", "图为代表在田间了解香蕉收割情况").ground == "short"


def test_other_words_about_other_things_are_unlike() -> None:
    assert compare(NOTICE, FEATURE).verdict == "apart"


@settings(max_examples=30, deadline=None)
@given(st.lists(st.integers(0, len(NOTICE) - 1), max_size=12), st.sampled_from("的是在8三区镇"))
def test_the_order_of_the_two_texts_does_not_matter(places: list[int], slip: str) -> None:
    other = "".join(slip if place in places else character for place, character in enumerate(NOTICE))
    there, back = compare(NOTICE, other), compare(other, NOTICE)
    assert (there.joined, there.ground, there.shared) == (back.joined, back.ground, back.shared[::-1])
    assert [(found.here, found.there) for found in there.differences] == [
        (found.there, found.here) for found in back.differences
    ]


def test_a_figure_that_a_mirror_destroyed_contradicts_nothing() -> None:
    whole = NOTICE.replace("18处", "870万元")
    assert compare(whole, whole.replace("870万元", "〓70万元")).joined
    assert not compare(whole, whole.replace("870万元", "70万元")).joined
