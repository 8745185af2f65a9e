"""Selectors find what libxml2 finds by the translated path, whatever way they take."""

import pytest
from lxml import etree
from parsel.csstranslator import HTMLTranslator

from nnnews.extract.document import Document
from nnnews.extract.selector import is_hopeless, select
from nnnews.items import Page

PAGE = """
<meta name=PubDate content=2024-05-09><meta name=ARTICLETITLE content=通水了><base name=pubdate content=no>
<div class="text big" id=one><div class="big\ttext"><p>1</p><p class="text\xa0big">2</p></div><p>3</p></div>
<div class=texts>4</div><td class=text>5</td><p class=text>6</p><div id="one two">7</div><h2><span>8</span></h2>
<div class=alone><b>9</b></div>
"""


@pytest.mark.parametrize(
    "css",
    [
        *("div.text", "div.text p", "div.text > p", "div.text > div.big > p", "p.text", "div#one", "div#one > p"),
        *("div.text.big", "div.big ~ div", "div.text::attr(id)", "p.text::text", "div.texts, p.text", "h2 > span"),
        *("meta[name=PubDate i]::attr(content)", "meta[name=PubDate]::attr(content)", "meta[name=articletitle i]"),
        *("div.texts, div.text p, div.none", "div:not(.text), p.text", 'div[id="one two"]', "div.text, #one"),
        *(".text", ".texts", ".texts::text", "#one > p", ".big p", "#one, .texts", '[id="one two"]', ".alone > b"),
    ],
)
def test_a_selector_finds_what_its_path_finds_in_the_same_order(css: str) -> None:
    document = Document(Page("", PAGE.encode()))
    assert select(css, document) == etree.XPath(HTMLTranslator().css_to_xpath(css))(document.root)


def test_what_was_taken_out_of_the_page_is_found_no_more() -> None:
    document = Document(Page("", PAGE.encode()))
    outer, inner = select("div.text", document)
    assert isinstance(inner, etree._Element)
    document.remove(inner)
    assert select("div.text", document) == [outer]


def test_selectors_are_hopeless_when_the_page_has_none_of_their_names() -> None:
    document = Document(Page("", PAGE.encode()))
    assert is_hopeless("div.article, #zoom", document)
    assert not is_hopeless("div.article, div.texts", document)
    assert not is_hopeless("article", document)
