"""Data by month: records, rows and spreadsheets that say the same, whatever the articles hold."""

import csv
import json
import sys
from dataclasses import replace
from datetime import datetime
from io import StringIO
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree, html
from referencing import Registry, Resource

from nnnews.errors import ConfigError
from nnnews.exporters import csv_table, json_table
from nnnews.exporters.data import PART
from nnnews.exporters.markup import clean
from nnnews.exporters.parts import parted
from nnnews.items import SHANGHAI, Article


def load(office: Any, name: str) -> Any:
    return json.loads((office.config.exports / name).read_text("utf-8"))


def spreadsheet(office: Any, name: str) -> list[dict[str, str]]:
    data = (office.config.exports / name).read_bytes()
    assert data.startswith(b"\xef\xbb\xbf") and b"\r\n" in data
    return list(csv.DictReader(StringIO(data.decode("utf-8-sig"), newline="")))


def test_a_month_is_that_of_publishing_in_nanning(office: Any, visit: Article) -> None:
    late = datetime(2026, 1, 31, 23, 30, tzinfo=SHANGHAI)
    office.add(replace(visit, key="nnnews/5", text="年前的视察。" * 9, published=late))
    assert "data/2026-01/articles.jsonl" in office.export().written


def test_rows_and_spreadsheet_tell_the_same_articles(office: Any) -> None:
    rows, sheet = load(office, "data/2026-03/articles.json"), spreadsheet(office, "data/2026-03/articles.csv")
    assert [row["id"] for row in rows] == [row["编号"] for row in sheet]
    assert (sheet[0]["标题"], sheet[0]["署名"], sheet[0]["涉及人大"]) == (rows[0]["title"], rows[0]["byline"], "是")
    assert sheet[0]["正文"].endswith("提出建议36条。")


def test_every_figure_is_a_row_with_its_sentence(office: Any) -> None:
    [row], [line] = load(office, "data/2026-03/figures.json"), spreadsheet(office, "data/2026-03/figures.csv")
    assert (row["value"], row["bound"], row["unit"], row["subject"]) == (50, "over", "名", "代表")
    assert (line["日期"], line["区县"], line["值"]) == ("2026-03-02", "青秀区", "50")
    assert row["text"] in row["sentence"] == line["原句"]


def test_a_spreadsheet_runs_nothing(office: Any, visit: Article) -> None:
    office.add(replace(visit, key="nnnews/6", title='=HYPERLINK("http://x.example")', text="另一篇正文。" * 9))
    office.export()
    titles = [row["标题"] for row in spreadsheet(office, "data/2026-03/articles.csv")]
    assert titles[-1] == '\'=HYPERLINK("http://x.example")'


CELLS = st.one_of(st.none(), st.booleans(), st.integers(), st.floats(allow_nan=False), st.text())


@settings(suppress_health_check=[HealthCheck.too_slow])  # the first text of all builds a table of Unicode
@given(st.lists(st.fixed_dictionaries({"a": CELLS, "b": st.text(alphabet='a,"\r\n；0', max_size=9)}), max_size=5))
def test_any_rows_can_be_read_back(rows: list[dict[str, Any]]) -> None:
    text = "".join(csv_table.render({"a": "甲", "b": "乙"}, rows)).removeprefix("\ufeff")
    read = list(csv.reader(StringIO(text, newline=""), strict=True))
    assert [cells[1].removeprefix("'") for cells in read[1:]] == [row["b"] for row in rows]
    assert json.loads("".join(json_table.render(("a", "b"), rows))) == rows


@given(st.integers(0, 50), st.integers(1, 9))
def test_a_month_that_grows_changes_its_last_part_only(count: int, size: int) -> None:
    before, after = (list(parted("2026-11", range(number), size)) for number in (count, count + 1))
    assert [id_ for part in after for id_ in part.ids] == list(range(count + 1))
    assert [part.name for part in after][: len(before)] == [part.name for part in before]
    assert before[:-1] == after[: max(0, len(before) - 1)]


def test_a_full_part_is_never_written_again(office: Any, visit: Article) -> None:
    def add(first: int, last: int) -> None:
        for number in range(first, last):
            office.add(replace(visit, key=f"nnnews/x{number}", text=f"第{number}次视察，走访{number}户。" * 4))

    add(0, PART)
    assert "data/2026-03/articles-2.csv" in office.export().written
    add(PART, PART + 2)
    data = {name for name in office.export().written if name.startswith("data/")}
    assert data and all("-2." in name or name.endswith("manifest.json") for name in data)


def test_feed_items_obey_the_schema_published_beside_them(office: Any) -> None:
    schema = load(office, "schema/feed-item.schema.json")
    record = Resource.from_contents(load(office, "schema/record.schema.json"))
    registry = Registry().with_resource("record.schema.json", record)
    validator = jsonschema.Draft202012Validator(schema, registry=registry)
    for item in load(office, "feeds/all.json")["items"]:
        validator.validate(item["_nnnews"])
    with pytest.raises(jsonschema.ValidationError):
        validator.validate({**item["_nnnews"], "figures": [{"value": "许多"}]})


def test_parquet_holds_the_same_rows(office: Any) -> None:
    parquet = pytest.importorskip("pyarrow.parquet", reason="pyarrow is not installed: pip install pyarrow")
    office.config = replace(office.config, parquet=True)
    office.export()
    for name in ("articles", "figures"):
        table = parquet.read_table(office.config.exports / f"data/2026-03/{name}.parquet").to_pylist()
        assert [{**row, "text": ""} for row in table] == [
            {**row, "text": ""} for row in load(office, f"data/2026-03/{name}.json")
        ]
    assert office.export().written == ()


def test_parquet_without_its_library_says_what_to_install(office: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    office.config = replace(office.config, parquet=True)
    with pytest.raises(ConfigError, match="needs pyarrow; run `pip install"):
        office.export()


def test_a_rebuild_of_the_folder_gives_the_same_bytes(office: Any, tmp_path: Path) -> None:
    def contents(folder: Path) -> dict[str, bytes]:
        return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}

    before = office.config.exports
    office.config = replace(office.config, exports=tmp_path / "anew")
    office.export()
    assert contents(tmp_path / "anew") == contents(before)


def test_a_hidden_change_of_a_file_is_mended(office: Any) -> None:
    file = office.feeds / "all.rss.xml"
    file.write_text("短")
    assert office.export().written == ("feeds/all.rss.xml",)
    file.unlink()
    assert office.export().written == ("feeds/all.rss.xml",)


HOSTILE = {
    "controls": "题\x00\x0b\x1f\ufffe目",
    "markup": "<script>alert(1)</script>]]><!-- &nbsp; ",
    "long": "长" * 10_000,
    "direction": "\u202e倒写\u2066",
    "astral": "𠮷😀",
    "quotes": "\"'`",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_words_stay_words_in_every_file(empty_office: Any, visit: Article, name: str) -> None:
    title = HOSTILE[name]
    empty_office.add(replace(visit, title=title, source=title, text=title + "。" + "正文。" * 9))
    empty_office.export()
    shown = " ".join(clean(title).split())
    for file in empty_office.feeds.rglob("all.*.xml"):
        assert shown in etree.parse(file).getroot().xpath("//*[local-name()='title']/text()")
    [item] = load(empty_office, "feeds/all.json")["items"]
    assert item["title"] == shown
    assert html.fromstring(item["content_html"]).xpath("//script") == []
    [row] = spreadsheet(empty_office, "data/2026-03/articles.csv")
    assert row["标题"].removeprefix("'") == clean(title)
