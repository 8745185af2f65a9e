"""Articles on more than one page."""

import pytest

from nnnews.extract import join_parts, next_part
from nnnews.items import Article, Image, Page


def following(url: str, links: str) -> str | None:
    return next_part(Page(url, f"<meta charset=utf-8><p>正文</p><div class=pages>{links}</div>".encode()))


@pytest.mark.parametrize(
    ("url", "href"),
    [
        ("http://a.cn/s/newgx5d1054a7-1844.shtml", "newgx5d1054a7-1844-2.shtml"),
        ("http://a.cn/s/newgx5d1054a7-1844-2.shtml", "newgx5d1054a7-1844-3.shtml"),
        ("http://a.cn/a/1844", "/a/1844?pageno=2&remains=1"),
        ("http://a.cn/html/content_123.htm", "content_123_2.htm"),
        ("http://a.cn/n2/2023/0411/c1-4037.html", "c1-4037-2.html"),
    ],
)
def test_the_next_part_is_the_same_article_with_the_next_number(url: str, href: str) -> None:
    found = following(url, f'<a href="{href}">下一页</a>')
    assert found is not None
    assert found.endswith(href)


def test_a_numbered_link_serves_like_a_worded_one() -> None:
    links = '<a href="t_1.htm">1</a> <a href="t_1_2.htm">[2]</a> <a href="t_1_3.htm">3</a>'
    assert following("http://a.cn/t_1.htm", links) is None  # t_1 is itself read as part 1 of t, its parts end in _1_2
    assert following("http://a.cn/t.htm", '<a href="t_2.htm">[2]</a>') == "http://a.cn/t_2.htm"


@pytest.mark.parametrize(
    "links",
    [
        '<a href="http://a.cn/other_2.htm">下一页</a>',
        '<a href="content_124.htm">下一篇</a>',
        '<a href="javascript:void(0)">下一页</a>',
        '<a href="content_123_3.htm">3</a>',
        "首页 | 上一页 1 下一页 | 尾页",
    ],
)
def test_other_articles_and_dead_links_are_no_parts(links: str) -> None:
    assert following("http://a.cn/content_123.htm", links) is None


@pytest.mark.parametrize("url", ["", "http://[", "http://a.cn:99999999/1.htm", "x"])
def test_an_address_that_is_none_has_no_next_part(url: str) -> None:
    assert following(url, '<a href="http://[">下一页</a><a href="/2.htm">下一页</a>') is None


def test_parts_are_joined_in_order_and_the_first_says_who_and_when() -> None:
    picture = Image("http://a.cn/1.jpg")
    first = Article(
        key="a", title="通水了", source="示例日报", text="一\n二", images=(picture,), info=("来源：示例日报",)
    )
    second = Article(key="b", title="通水了", text="通水了\n三", images=(picture,), problems=("published: not found",))
    joined = join_parts((first, second))
    assert (joined.key, joined.source, joined.text) == ("a", "示例日报", "一\n二\n三")
    assert joined.images == (picture,)
