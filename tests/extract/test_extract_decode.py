"""Bytes and headers → UTF-8."""

import pytest

from nnnews.errors import UndecodablePage
from nnnews.extract.decode import decode
from nnnews.items import Page

WORDS = "市人大常委会昨天召开会议，听取和审议了有关报告，代表们提出了意见和建议。"
TRADITIONAL = "市人大常委會昨天召開會議，聽取和審議了有關報告，代表們提出了意見和建議。"


def text(body: bytes, content_type: str = "") -> str:
    return decode(Page("http://www.example.cn/", body, {"Content-Type": content_type})).data.decode()


@pytest.mark.parametrize("declared", ["gb2312", "utf-8", "big5", "iso-8859-1", "gb23l2", "rot13", ""])
@pytest.mark.parametrize("actual", ["utf-8", "gb18030", "utf-16", "utf-8-sig", "utf-16-le"])
def test_the_bytes_are_believed_before_the_declaration(actual: str, declared: str) -> None:
    page = f'<html><head><meta charset="{declared}"></head><body>{WORDS * 3}</body></html>'
    assert WORDS in text(page.encode(actual))


def test_gb2312_is_read_as_its_superset() -> None:
    assert "朱镕基与囍" in text(f"<meta charset=gb2312>{WORDS}朱镕基与囍".encode("gb18030"))


@pytest.mark.parametrize("declaration", ["<meta charset=big5>", ""])
def test_big5_is_told_by_its_characters(declaration: str) -> None:
    assert TRADITIONAL in text((declaration + TRADITIONAL * 2).encode("big5hkscs"))


def test_the_markup_is_believed_before_the_header() -> None:
    assert WORDS in text(f"<meta charset=gbk>{WORDS}".encode("gbk"), "text/html; charset=big5")


def test_a_page_cut_inside_a_character_is_still_utf8() -> None:
    found = decode(Page("http://www.example.cn/", f"<meta charset=utf-8><p>{WORDS}".encode()[:-2]))
    assert (found.charset, found.lost) == ("utf-8", 1)
    assert found.data.decode().endswith("建议〓")


def test_control_characters_and_nuls_are_gone() -> None:
    assert text(b"<p>\x00a\x01b\x1fc\x7f</p>\n") == "<p>abc</p>\n"


def test_so_are_references_to_them_and_to_the_replacement_character() -> None:
    assert text(b"<p>a&#0;b&#x1F;c&#65533;d&#xFFFD;e&#10;f&#20154;</p>") == "<p>abcde&#10;f&#20154;</p>"


@pytest.mark.parametrize("body", [b"%PDF-1.7 ...", b"PK\x03\x04...", b"\x89PNG\r\n", b"\xff\xd8\xff\xe0"])
def test_what_is_no_text_is_refused(body: bytes) -> None:
    with pytest.raises(UndecodablePage):
        text(body)


def test_no_byte_of_the_declaration_decides_alone() -> None:
    page = f'<meta charset="gb2312"><p>{WORDS}</p>'.encode("gb18030")
    at = range(page.index(b"gb2312"), page.index(b"gb2312") + 6)
    broken = (page[:place] + bytes([byte]) + page[place + 1 :] for place in at for byte in range(256))
    assert all(WORDS in text(body) for body in broken)
