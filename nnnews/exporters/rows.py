"""Articles and figures as rows of tables, the same for CSV, JSON and Parquet."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from nnnews.exporters.base import tag
from nnnews.exporters.markup import web_address
from nnnews.record import format_time
from nnnews.storage.records import Told

# Name in the data, heading in a spreadsheet.
ARTICLE = {
    "published": "日期",
    "title": "标题",
    "source": "来源",
    "site": "网站",
    "byline": "署名",
    "district": "区县",
    "topics": "主题",
    "relevant": "涉及人大",
    "places": "地名",
    "figures": "数字个数",
    "url": "链接",
    "id": "编号",
    "first_seen": "首次见到",
    "updated": "更新",
    "withdrawn": "撤稿",
}
TEXT = {"text": "正文"}
FIGURE = {
    "date": "日期",
    "district": "区县",
    "topics": "主题",
    "subject": "指标",
    "value": "值",
    "value_max": "上限",
    "bound": "范围",
    "unit": "单位",
    "text": "原文",
    "sentence": "原句",
    "title": "来源文章",
    "url": "链接",
    "article": "编号",
}
Row = dict[str, Any]


def article_row(told: Told, record: Mapping[str, Any], authority: str) -> Row:
    """One article; lists of names are joined by 、."""
    return {
        **{name: record[name] for name in ("published", "title", "source", "site")},
        "byline": _joined(record["byline"]),
        "district": record["district"],
        "topics": "、".join(record["congress"]["topics"]),
        "relevant": record["congress"]["is"],
        "places": _joined(record["places"]),
        "figures": len(record["figures"]),
        "url": web_address(record["url"]),
        "id": tag(authority, told.key),
        "first_seen": format_time(told.first_seen),
        "updated": format_time(told.updated),
        "withdrawn": format_time(told.withdrawn),
        "text": record["text"],
    }


def figure_rows(told: Told, record: Mapping[str, Any], authority: str) -> Iterator[Row]:
    """One row a figure of the article; `date` is the day of publishing, of first sight where that is unknown."""
    about = {
        "date": (record["published"] or format_time(told.first_seen) or "")[:10],
        "district": record["district"],
        "topics": "、".join(record["congress"]["topics"]),
    }
    source = {"title": record["title"], "url": web_address(record["url"]), "article": tag(authority, told.key)}
    for figure in record["figures"]:
        own = {name: figure[name] for name in ("subject", "value", "value_max", "unit", "text", "sentence")}
        row = {**about, **own, "bound": figure["qualifier"], **source}
        yield {name: row[name] for name in FIGURE}


def _joined(parts: Sequence[Mapping[str, Any]]) -> str:
    return "、".join(dict.fromkeys(part["name"] for part in parts))
