"""Laws that hold for any page."""

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from nnnews.errors import PageError
from nnnews.extract import extract, join_parts
from nnnews.items import Article, Page

DEBRIS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ufffd]")
WORDS = st.sampled_from(
    [
        "代表们提出了意见，有关部门当场答复。",
        "来源：示例报",
        "2024-05-09 09:12",
        "相关新闻",
        "版权所有",
        "　　",
        "\x00",
        "�",
        "(lái)",
        "&#1;",
    ]
)
TAGS = st.sampled_from(
    [
        *("div", "p", "td", "table", "span", "a href=/x", "h1", "br", "ul", "li", "b", "title", "pre", "form", "font"),
        "!--",
    ]
)
PIECES = st.lists(
    st.one_of(WORDS, TAGS.map(lambda tag: f"<{tag}>"), TAGS.map(lambda tag: f"</{tag.split()[0]}>")), max_size=60
)


def read(pieces: list[str]) -> Article | None:
    try:
        return extract(Page("http://www.example.cn/a.html", "".join(pieces).encode()))
    except PageError:
        return None


@settings(max_examples=150, deadline=None)
@given(PIECES)
def test_any_markup_is_read_or_refused_by_name_and_leaves_no_debris(pieces: list[str]) -> None:
    found = read(pieces)
    if found:
        shown = (found.title or "", found.source or "", *found.text.split("\n"), *found.info)
        assert [text for text in shown if DEBRIS.search(text)] == []


@settings(max_examples=60, deadline=None)
@given(PIECES)
def test_an_article_of_one_part_is_itself(pieces: list[str]) -> None:
    found = read(pieces)
    assert found is None or join_parts((found,)).text == found.text
