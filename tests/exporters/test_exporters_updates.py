"""What becomes of an article: told once in the feed of updates, and in its own entry and page; readable in Chinese."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

import feedparser
import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree, html
from referencing import Registry, Resource

from nnnews.exporters.difference import changed
from nnnews.items import Article, Figure
from nnnews.revisions import Piece, compare
from nnnews.revisions.change import after, before
from nnnews.storage import queries, reading, revisions, writing
from nnnews.storage.store import save

ID = "tag:nnnews.example,2026:article/nnnews/1"
EDITED = "近日，青秀区人大常委会组织60余名代表视察老旧小区改造。\n代表们走进12个小区，提出建议36条<b>。"


@pytest.fixture
def edit(office: Any, visit: Article) -> Callable[[str], None]:
    """The article's page told another text on the next day."""

    def run(text: str) -> None:
        figure = Figure(text[13:17], 13, 17, float(text[13:15]), None, "名", "over", "代表", text.partition("\n")[0])
        new = replace(visit, text=text, figures=(figure,))
        with writing(office.engine) as connection:
            save(connection, new, office.now)
        office.now += timedelta(days=1)
        office.export()

    return run


@pytest.fixture
def withdraw(office: Any) -> Callable[[], None]:
    def run() -> None:
        with writing(office.engine) as connection:
            revisions.withdrawn(connection, 1, office.now, "http-404")
        office.export()

    return run


def feed(office: Any, name: str) -> Any:
    found = feedparser.parse((office.feeds / name).read_bytes())
    assert not found.bozo
    return found


def item(office: Any, name: str = "all.json", place: int = 1) -> Any:
    return json.loads((office.feeds / name).read_text("utf-8"))["items"][place]


def page(office: Any) -> html.HtmlElement:
    return html.parse(str(office.config.exports / "a/0/1.html")).getroot()


@pytest.mark.parametrize("name", ["updates.rss.xml", "updates.atom.xml"])
def test_an_edit_is_an_entry_of_the_updates_with_what_went_and_what_came(office: Any, edit: Any, name: str) -> None:
    edit(EDITED)
    [entry] = feed(office, name).entries
    assert (entry.id, entry.title) == (f"{ID}#r1", "【有修改】青秀区人大代表视察老旧小区")
    assert entry.link == "http://www.nnnews.net/p/1.html"
    told = html.fromstring(f"<div>{entry.content[0].value}</div>")
    assert (told.xpath("//del/text()")[0], told.xpath("//ins/text()")[0]) == ("50余名", "60余名")
    assert "50余名改为60余名" in entry.summary and not told.xpath("//b")


def test_two_edits_are_two_entries_and_one_updated_article(office: Any, edit: Any) -> None:
    edit(EDITED)
    before = feed(office, "all.atom.xml").entries[1]
    edit(EDITED.replace("60余名", "70余名"))
    assert [entry.id for entry in feed(office, "updates.atom.xml").entries] == [f"{ID}#r2", f"{ID}#r1"]
    now = feed(office, "all.atom.xml").entries[1]
    assert (before.id, before.title) == (now.id, now.title) == (ID, "青秀区人大代表视察老旧小区")
    assert now.updated_parsed > before.updated_parsed
    assert item(office)["_nnnews"]["revision"] == 2 and not item(office)["_nnnews"]["retracted"]


def test_the_updates_tell_changed_figures_as_data(office: Any, edit: Any) -> None:
    edit(EDITED)
    own = item(office, "updates.json", 0)["_nnnews"]
    assert (own["event"], own["revision"]) == ("edited", 1)
    [change] = own["figure_changes"]
    assert (change["before"], change["after"], change["unit"]) == (50, 60, "名")


def test_items_of_the_updates_obey_the_schema_too(office: Any, edit: Any, withdraw: Any) -> None:
    edit(EDITED)
    withdraw()
    schemas = [json.loads((office.config.exports / "schema" / name).read_text("utf-8")) for name in SCHEMAS]
    registry = Registry().with_resource("record.schema.json", Resource.from_contents(schemas[1]))
    validator = jsonschema.Draft202012Validator(schemas[0], registry=registry)
    for place in (0, 1):
        validator.validate(item(office, "updates.json", place)["_nnnews"])


SCHEMAS = ("feed-item.schema.json", "record.schema.json")


def test_a_withdrawn_article_is_a_stub_under_its_own_id_in_every_feed(office: Any, withdraw: Any) -> None:
    withdraw()
    for name in ("all.rss.xml", "all.atom.xml", "d/qingxiu.rss.xml"):
        entry = feed(office, name).entries[-1]
        assert (entry.id, entry.title) == (ID, "【已撤稿】青秀区人大代表视察老旧小区")
        assert "已从原网站撤下" in entry.content[0].value and "50余名" not in entry.content[0].value
        assert entry.updated_parsed[:3] == (2026, 3, 5)
    told = item(office)
    assert told["_nnnews"]["retracted"] and told["_nnnews"]["figures"] == [] and "image" not in told


def test_a_withdrawal_leaves_a_tombstone_in_atom_and_an_entry_in_the_updates(office: Any, withdraw: Any) -> None:
    withdraw()
    root = etree.parse(office.feeds / "all.atom.xml").getroot()
    [stone] = root.findall("{http://purl.org/atompub/tombstones/1.0}deleted-entry")
    assert (stone.get("ref"), stone.get("when")) == (ID, "2026-03-05T12:00:00+08:00")
    [entry] = feed(office, "updates.rss.xml").entries
    assert (entry.id, entry.title) == (f"{ID}#r1", "【已撤稿】青秀区人大代表视察老旧小区")


def test_the_page_of_a_withdrawn_article_keeps_its_title_and_its_history_only(office: Any, withdraw: Any) -> None:
    withdraw()
    found = page(office)
    assert "已从原网站撤下" in found.xpath("string(//*[@role='note'])")
    assert "50余名" not in found.text_content() and found.xpath("//a[@class='original']")
    assert "【已撤稿】" in found.xpath("string(//h2[@id='history']/following-sibling::ol)")
    texts = (office.config.exports / "text/0/0.js").read_text("utf-8")
    assert "50余名" not in texts and "【已撤稿】" in texts


def test_what_came_back_is_as_it_was_and_the_export_sees_it(office: Any, withdraw: Any) -> None:
    before = item(office)
    withdraw()
    with writing(office.engine) as connection:
        revisions.restored(connection, 1, office.now)
    office.export()
    now = item(office)
    assert (now["title"], now["content_html"]) == (before["title"], before["content_html"])
    assert now["_nnnews"]["revision"] == 2 and now["date_modified"] > before["date_modified"]


def test_the_page_tells_figures_before_and_after_and_the_difference(office: Any, edit: Any) -> None:
    edit(EDITED)
    [told] = page(office).xpath("//ol[@class='history']/li")
    cells = told.xpath(".//tbody//td")
    assert [cell.text_content() for cell in cells] == ["代表", "50余名", "60余名"]
    assert told.xpath(".//del/text()")[0] == "50余名" and told.xpath(".//ins/text()")[0] == "60余名"


def test_boring_edits_are_told_nowhere(office: Any) -> None:
    with reading(office.engine) as connection:
        old = queries.article(connection, 1)
    assert old is not None
    change = compare(old.article, replace(old.article, text=old.article.text + "\n浏览次数：36"))
    with writing(office.engine) as connection:
        revisions.edited(connection, 1, replace(change, kind="boring"), office.now)
    assert office.export().written == ()


def test_a_tabular_row_tells_the_day_of_the_withdrawal(office: Any, withdraw: Any) -> None:
    withdraw()
    rows = json.loads((office.config.exports / "data/2026-03/articles.json").read_text("utf-8"))
    assert [row["withdrawn"] for row in rows] == ["2026-03-05T12:00:00+08:00", None]


WORDS = st.text(alphabet="甲乙丙\n，", max_size=200)
PIECES = st.lists(st.builds(Piece, st.sampled_from(["same", "out", "in"]), WORDS)).map(tuple)


@given(PIECES)
def test_every_word_that_went_or_came_is_shown_and_no_line_break(pieces: tuple[Piece, ...]) -> None:
    shown = [piece for part in changed(pieces) if not isinstance(part, int) for piece in part]
    for op in ("out", "in"):
        words = "".join(piece.text for piece in pieces if piece.op == op).replace("\n", "")
        assert "".join(piece.text for piece in shown if piece.op == op) == words
    assert not any("\n" in piece.text for piece in shown)


def test_unchanged_words_far_from_the_change_are_left_out() -> None:
    pieces = (Piece("same", "甲\n乙\n" + "丙" * 100), Piece("in", "丁"), Piece("same", "戊" * 100 + "\n己"))
    skipped, paragraph, rest = changed(pieces)
    assert (skipped, rest) == (2, 1) and isinstance(paragraph, tuple)
    assert before(paragraph) == "…" + "丙" * 40 + "戊" * 40 + "…"
    assert after(paragraph) == "…" + "丙" * 40 + "丁" + "戊" * 40 + "…"
