"""Pictures and documents are data, not text."""

from nnnews.extract import extract
from nnnews.items import Article, Page

PROSE = "<p>代表们在会上提出了意见和建议，有关部门当场作了答复，并承诺在一个月内整改到位。</p>" * 3


def read(body: str, url: str = "http://www.example.cn/yw/202405/t1.html") -> Article:
    page = f"<meta charset=utf-8><title>通水了</title><h1>通水了</h1><div class=text>{body}</div>"
    return extract(Page(url, page.encode()))


def test_a_picture_has_an_absolute_address_a_caption_and_a_photographer() -> None:
    found = read(f'{PROSE}<figure><img src="./W1.jpg"><figcaption>村民试水。 农晓 摄</figcaption></figure>{PROSE}')
    (image,) = found.images
    assert (image.url, image.caption, image.photographer) == (
        "http://www.example.cn/yw/202405/W1.jpg",
        "村民试水。 农晓 摄",
        "农晓",
    )
    assert "试水" not in found.text


def test_a_picture_loaded_late_has_its_real_address() -> None:
    found = read(f'{PROSE}<p><img src="/images/loading.gif" data-src="http://img.example.cn/a.jpg"></p>{PROSE}')
    assert [image.url for image in found.images] == ["http://img.example.cn/a.jpg"]


def test_icons_and_the_pictures_of_share_bars_are_no_pictures() -> None:
    bar = '<div class="share-bar"><img src="/i/a.png"></div><img src="/i/icon_pdf.png"><img src="/i/b.png" width="16">'
    assert read(f"{PROSE}{bar}{PROSE}").images == ()


def test_documents_are_listed_with_their_titles() -> None:
    found = read(f'{PROSE}<p>附件：<a href="./P020240115.pdf">会议日程.pdf</a> <a href="/b.html">返回</a></p>')
    assert [(one.url, one.title) for one in found.attachments] == [
        ("http://www.example.cn/yw/202405/P020240115.pdf", "会议日程.pdf")
    ]


def test_relative_addresses_follow_the_base_and_broken_ones_are_left_out() -> None:
    page = '<base href="http://img.example.cn/x/"><base target=_blank>' + PROSE
    found = read(page + '<a href="a.doc">附件一</a><a href="http://[/b.doc">附件二</a>')
    assert [one.url for one in found.attachments] == ["http://img.example.cn/x/a.doc"]


def test_a_box_of_attachments_behind_the_text_is_its_own_and_a_list_of_downloads_is_not() -> None:
    box = '<div class=fj><b>附件：</b><a href="P1.docx">名额分配表</a></div>'
    downloads = '<div><h3>下载中心</h3><a href="/other.pdf">报名表（附件）</a></div>'
    page = f"<title>通知</title><h1>通知</h1><div><div id=zoom>{PROSE}</div>{box}</div>{downloads}"
    found = extract(Page("http://www.example.cn/a/1.html", f"<meta charset=utf-8>{page}".encode()))
    assert [one.url for one in found.attachments] == ["http://www.example.cn/a/P1.docx"]


def test_a_box_of_attachments_is_known_by_its_word_written_in_numbers_too() -> None:
    box = '<div class=fj>&#38468;&#x4ef6;：<a href="P1.docx">名额分配表</a></div>'
    page = f"<title>通知</title><h1>通知</h1><div><div id=zoom>{PROSE}</div>{box}</div>"
    found = extract(Page("http://www.example.cn/a/1.html", f"<meta charset=utf-8>{page}".encode()))
    assert [one.title for one in found.attachments] == ["名额分配表"]
