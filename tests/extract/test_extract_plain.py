"""Articles that come as plain text. All texts and names are invented."""

import pytest

from nnnews.byline import read_credits
from nnnews.extract.plain import extract_text
from nnnews.text.boilerplate import strip_boilerplate

BODY = (
    "青山县人大常委会近日组织代表视察农村饮水安全工程，走访3个乡镇、12个村。\n"
    "视察组指出，全县仍有0.8万人用水不稳定，建议加大投入力度。"
)
TITLE = "青山县人大视察饮水安全"


def body(raw: str) -> str:
    """What is left for a reader after furniture and credits are gone."""
    article = extract_text(raw)
    return "\n".join(read_credits(strip_boilerplate(article.text.split("\n")).kept, article.info, article.title).lines)


PAGES = {
    "one row": f"{TITLE}\n2024-05-06 17:30 来源: 青山日报 作者: 韦佳\n{BODY}",
    "rows around the headline": f"2024年5月6日 17:30\n作者：韦佳\n{TITLE}\n来源：青山日报\n{BODY}",
    "fields in brackets": f"当前位置：首页 > 要闻\n{TITLE}\n【时间：2024-05-06 17:30】【作者：韦佳】\n{BODY}\n返回",
    "a motto and a caption": f"看乡事，品乡情\n青山日报|2024-05-06 17:30\n{TITLE} 现场\n{TITLE}\n{BODY}（韦佳）",
    "a menu": f"青山日报网\n首页 要闻 县区\n{TITLE}\n——走进三乡\n发布时间:2024/05/06 17:30 字体:大 小\n文/韦佳\n{BODY}",
}


@pytest.mark.parametrize("raw", PAGES.values(), ids=PAGES)
def test_headline_head_rows_and_body_are_told_apart(raw):
    article = extract_text(raw)
    assert article.title == TITLE
    assert (article.published.strftime("%F %R"), article.published_precision) == ("2024-05-06 17:30", "minute")
    assert body(raw) == BODY
    assert [one.name for one in read_credits(article.text.split("\n"), article.info).people] == ["韦佳"]


def test_a_text_may_have_no_headline():
    article = extract_text(f"本报讯（记者 韦佳）{BODY}\n返回列表")
    assert article.title is None
    assert body(f"本报讯（记者 韦佳）{BODY}\n返回列表") == BODY


def test_the_rows_of_the_head_are_kept_for_the_byline_and_told_as_removed():
    article = extract_text(f"{TITLE}\n来源：青山日报 编辑：redleaf\n{BODY}")
    assert article.info == article.removed == ("来源：青山日报 编辑：redleaf",)
    assert article.source == "青山日报"


def test_a_subtitle_is_no_line_of_the_body():
    article = extract_text(f"{TITLE}\n——走进三乡十二村\n{BODY}")
    assert (article.subtitle, article.text) == ("走进三乡十二村", BODY)


def test_the_site_motto_is_no_headline():
    article = extract_text(f"看家乡事，品故乡情\n{TITLE}\n{BODY}")
    assert (article.title, article.removed) == (TITLE, ("看家乡事，品故乡情",))


def test_a_heading_before_the_first_paragraph_stays():
    article = extract_text(f"{TITLE}\n各位代表：\n一、基本情况\n{BODY}")
    assert article.text == f"各位代表：\n一、基本情况\n{BODY}"


def test_words_in_brackets_below_the_headline_stay():
    article = extract_text(f"{TITLE}\n（2024年5月6日审查通过）\n{BODY}")
    assert article.text == f"（2024年5月6日审查通过）\n{BODY}"


def test_a_date_in_brackets_below_the_headline_is_the_articles():
    article = extract_text(f"{TITLE}\n（2024年5月6日）\n{BODY}")
    assert (article.published.strftime("%F"), article.text) == ("2024-05-06", BODY)


def test_a_notice_is_dated_by_its_signature_which_stays():
    raw = f"青山县人大常委会通告\n{BODY}\n青山县人大常委会办公室\n2024年5月10日"
    article = extract_text(raw)
    assert (article.published.strftime("%F"), article.published_precision) == ("2024-05-10", "day")
    assert body(raw).endswith("青山县人大常委会办公室\n2024年5月10日")


def test_days_in_the_story_date_nothing():
    assert extract_text(f"{TITLE}\n2024年3月5日，会议召开。{BODY}").published is None


def test_todays_date_is_not_the_articles():
    assert extract_text(f"今天是2024年9月27日 星期五\n{TITLE}\n{BODY}").published is None


@pytest.mark.parametrize("raw", ["", "\n\n", "返回列表", TITLE, "？", "2024-05-06"])
def test_a_text_with_next_to_nothing_in_it_is_no_accident(raw):
    assert extract_text(raw).url is None
