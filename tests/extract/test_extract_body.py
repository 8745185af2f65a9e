"""What of a page is the article's text."""

import pytest

from nnnews.extract import extract
from nnnews.items import Page

WORDS = [f"代表们在第{n}次会上提出了意见和建议，有关部门当场作了答复。" for n in range(1, 7)]
HEAD = "<title>通水了_示例网</title><h1>通水了</h1><div>2024-05-09 09:12 来源：横江日报</div>"
LINKS = "<ul>" + "".join(f'<li><a href="/{n}">另一条新闻的标题</a></li>' for n in range(6)) + "</ul>"


def lines(body: str) -> list[str]:
    page = f"<html><meta charset=utf-8><body>{HEAD}{body}</body></html>"
    return extract(Page("http://www.example.cn/a.html", page.encode())).text.split("\n")


@pytest.mark.parametrize(
    "body",
    [
        "<div>{}</div>".format("".join(f"<p>　　{word}</p>" for word in WORDS)),
        "<div>　　{}</div>".format("<br>　　".join(WORDS)),
        "<table><tr><td>{}</td></tr></table>".format("<br><br>&nbsp;&nbsp;&nbsp;&nbsp;".join(WORDS)),
        "<div>{}</div>".format("".join(f"<div><span>{word[:9]}</span>{word[9:]}</div>" for word in WORDS)),
        "<div><font size=3>{}</font></div>".format("<p>".join(WORDS)),
        "<article>{}</article>".format("".join(f"<section><p><b>{word}</b></p></section>" for word in WORDS)),
        "　　{}".format("<br>　　".join(WORDS)),
        "<div>　　{}</div>".format("　　".join(WORDS)),
    ],
    ids=["p", "br", "td", "div", "font", "section", "bare", "indents"],
)
def test_paragraphs_are_lines_however_they_are_set(body: str) -> None:
    assert lines(body + LINKS) == WORDS


@pytest.mark.parametrize(
    "furniture",
    [
        f"<div>相关新闻{LINKS}</div>",
        "<p>上一篇：<a href=/1>春耕忙</a></p><p>下一篇：<a href=/2>夜校里的年轻人</a></p>",
        "<div class='share-box'>分享到：<a href=#>微信</a></div>",
        "<div style='display: none'>这是一段藏起来的话，读者看不到，也不该进正文。</div>",
        "<script>var a = '这是脚本里的一句话，不是正文。';</script><style>p{}</style>",
        "<div class='comment-list'><p>写得真好，为代表点赞，希望多报道这样的事。</p></div>",
        "<div>Copyright © 2024 示例网 版权所有</div>",
    ],
)
def test_furniture_in_the_box_of_the_article_is_left_out(furniture: str) -> None:
    body = "".join(f"<p>{word}</p>" for word in WORDS)
    assert lines(f"<div class=text>{body}{furniture}</div>") == WORDS


def test_a_text_in_two_boxes_is_kept_whole() -> None:
    halves = ["".join(f"<p>{word}</p>" for word in half) for half in (WORDS[:4], WORDS[4:])]
    advert = '<div class=ad><a href="/x">春季家装节</a></div>'
    assert lines(f"<div><div class=sec>{halves[0]}</div>{advert}<div class=sec>{halves[1]}</div></div>{LINKS}") == WORDS


def test_a_decision_keeps_its_first_and_last_lines() -> None:
    wanted = ["（2024年1月12日城北区人大常委会第二十一次会议通过）", *WORDS, "城北区人大常委会", "2024年1月12日"]
    assert lines("<div>{}</div>".format("".join(f"<p>{word}</p>" for word in wanted))) == wanted


def test_source_lines_wrapped_in_the_markup_are_one_paragraph() -> None:
    wrapped = WORDS[0][:10] + "\r\n   " + WORDS[0][10:]
    assert lines(f"<div><p>{wrapped}</p><p>{WORDS[1]}</p></div>") == WORDS[:2]


def test_a_mirror_in_traditional_characters_is_read_in_simplified_ones() -> None:
    traditional = [
        word.replace("们", "們").replace("会", "會").replace("见", "見").replace("议", "議") for word in WORDS
    ]
    assert lines("".join(f"<p>{word}</p>" for word in traditional)) == WORDS


def test_a_table_with_dates_of_its_own_is_kept_from_its_first_row() -> None:
    rows = [f"第{n}号建议 2024-03-{n:02} 县水利局" for n in range(1, 40)]
    body = "".join(f"<tr><td>{row}</td></tr>" for row in rows)
    assert lines(f"<p>重点督办建议一览如下，欢迎监督：</p><table>{body}</table>")[-39:] == rows


def test_a_notice_over_the_headline_is_not_the_article() -> None:
    notice = "<p>各位网友，本站将于本周六凌晨升级，届时暂停访问，敬请谅解。</p>"
    body = "".join(f"<p>{word}</p>" for word in WORDS)
    page = f"<meta charset=utf-8><title>通水了_示例网</title><div>{notice}{HEAD}{body}</div>"
    assert extract(Page("http://www.example.cn/a.html", page.encode())).text.split("\n") == WORDS


def test_a_text_set_with_pre_keeps_its_lines() -> None:
    assert lines("<pre>\n　　{}\n</pre>".format("\n　　".join(WORDS))) == WORDS


def test_words_marked_up_by_an_office_program_do_not_break_a_line() -> None:
    marked = WORDS[0].replace("代表", "<st1:personname>代表</st1:personname>") + "<o:p></o:p>"
    assert lines(f"<div><p class=MsoNormal>{marked}</p><p class=MsoNormal>{WORDS[1]}</p></div>") == WORDS[:2]


def test_a_page_drawn_by_a_script_is_read_from_its_linked_data() -> None:
    data = '{{"@type":"NewsArticle","headline":"通水了","articleBody":"{}"}}'.format("\\n".join(WORDS))
    page = f'<meta charset=utf-8><script type="application/ld+json">{data}</script><div id=app></div>'
    found = extract(Page("http://www.example.cn/a.html", page.encode()))
    assert (found.title, found.text.split("\n")) == ("通水了", WORDS)


def test_a_text_hidden_until_a_script_unfolds_it_is_read() -> None:
    body = "".join(f"<p>{word}</p>" for word in WORDS)
    teaser = "<p>为了更好的阅读体验，请打开客户端查看，谢谢支持。</p>"
    assert lines(f'<div class=text style="display:none">{body}</div>{teaser}')[: len(WORDS)] == WORDS


def test_a_hidden_copy_for_phones_is_not_read_twice() -> None:
    body = "".join(f"<p>{word}</p>" for word in WORDS)
    assert lines(f'<div class=pc>{body}</div><div class=phone style="display:none">{body}</div>') == WORDS


def test_a_link_that_was_never_closed_does_not_swallow_the_text() -> None:
    body = "".join(f"<p>{word}</p>" for word in WORDS + WORDS)
    assert lines(f'<div class=text><a href="/share">{body}</div>') == WORDS + WORDS


def test_paragraphs_with_a_name_like_furniture_are_text() -> None:
    body = "".join(f"<p class=tj>{word}</p>" for word in WORDS)
    assert lines(f"<div class=text>{body}</div>{LINKS}") == WORDS


def test_what_a_reporter_asks_is_no_bar() -> None:
    talk = ["记者：代表联络站平时怎么开展活动？", "韦长河：每月十五日接待选民，意见当场登记，一个月内答复。"] * 3
    assert lines("<div>{}</div>".format("".join(f"<p>{word}</p>" for word in talk))) == talk


@pytest.mark.parametrize(
    "remark",
    [
        "（原标题：横江县：通水了）",
        "原标题：《通水了》",
        "(原题为《横江通水》)",
        "本文原标题：横江县通水了",
        "（本文来自示例新闻，更多原创资讯请下载“示例新闻”APP）",
        "图集",
    ],
)
def test_what_the_article_was_called_elsewhere_is_no_line_of_it(remark: str) -> None:
    body = "".join(f"<p>{word}</p>" for word in WORDS)
    assert lines(f"<div class=text><p>{remark}</p>{body}</div>") == WORDS


def test_a_text_behind_the_end_of_a_header_that_was_included_whole_is_read() -> None:
    body = "".join(f"<p>{word}</p>" for word in WORDS)
    assert lines(f"<div>首页</div></body></html><!-- end header --><div class=text>{body}</div>") == WORDS


def test_a_box_called_page_article_is_no_pager() -> None:
    body = "".join(f"<p>{word}</p>" for word in WORDS[:2])
    assert lines(f'<div class="page-article"><div class="txt">{body}</div></div>{LINKS}') == WORDS[:2]


def test_a_credit_row_keeps_apart_what_its_tags_divide() -> None:
    body = "".join(f"<p>{word}</p>" for word in WORDS)
    row = "<div><span>本文来源：横江日报</span><span>责任编辑：叶知秋_HJ1024</span></div>"
    assert lines(f"<div class=text>{body}{row}</div>") == [*WORDS, "本文来源：横江日报 责任编辑：叶知秋"]


def test_a_name_is_not_torn_by_a_tag_around_its_last_character() -> None:
    body = "".join(f"<p>{word}</p>" for word in WORDS)
    row = "<p>[责任编辑：叶知<span>秋]</span></p>"
    assert lines(f"<div class=text>{body}{row}</div>") == [*WORDS, "[责任编辑：叶知秋]"]
