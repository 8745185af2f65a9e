"""The record: what an article looks like to the outside. `nnnews extract`, feeds and JSON Lines all carry it.

The keys are a contract, written down in docs/record.md and schema/record.schema.json: a key may be added, none
may change its meaning or go.
"""

import json
from collections.abc import Mapping
from datetime import datetime
from importlib.resources import files
from typing import Any

from nnnews.items import SHANGHAI, Article, Attachment, Congress, Figure, Image, Person, Place

_to_line = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def as_record(article: Article, file: str | None = None) -> dict[str, Any]:
    """The article as JSON-ready data, keys in their published order."""
    return {
        "file": file,
        "url": article.url,
        "site": article.site,
        "layout": article.layout,
        "method": article.method,
        "title": article.title,
        "kicker": article.kicker,
        "subtitle": article.subtitle,
        "published": format_time(article.published),
        "published_precision": article.published_precision,
        "source": article.source,
        "byline": [{"name": person.name, "role": person.role} for person in article.byline],
        "script": article.script,
        "text": article.text,
        "removed": list(article.removed),
        "places": [
            {"code": place.code, "name": place.name, "level": place.level, "count": place.count}
            for place in article.places
        ],
        "district": article.district,
        "figures": [_figure(figure) for figure in article.figures],
        "congress": {
            "is": article.congress.relevant,
            "score": article.congress.score,
            "topics": list(article.congress.topics),
        },
        "images": [
            {"url": image.url, "caption": image.caption, "photographer": image.photographer} for image in article.images
        ],
        "attachments": [{"url": document.url, "title": document.title} for document in article.attachments],
        "problems": list(article.problems),
    }


def from_record(record: Mapping[str, Any], key: str = "") -> Article:
    """The article a record was made of; `key` is not part of the record."""
    congress = record["congress"]
    plain = ("url", "site", "layout", "method", "title", "kicker", "subtitle", "source", "script", "text", "district")
    return Article(
        key=key,
        **{name: record[name] for name in plain},
        published=datetime.fromisoformat(record["published"]) if record["published"] else None,
        published_precision=record["published_precision"],
        byline=tuple(Person(**person) for person in record["byline"]),
        removed=tuple(record["removed"]),
        places=tuple(Place(**place) for place in record["places"]),
        figures=tuple(Figure(**figure) for figure in record["figures"]),
        congress=Congress(congress["is"], congress["score"], tuple(congress["topics"])),
        images=tuple(Image(**image) for image in record["images"]),
        attachments=tuple(Attachment(**document) for document in record["attachments"]),
        problems=tuple(record["problems"]),
    )


def as_line(record: Mapping[str, Any]) -> str:
    """One line of JSON Lines, without its line feed."""
    return _to_line(record)


def schema() -> dict[str, Any]:
    """The JSON Schema of a record, as shipped with the package."""
    text = files("nnnews").joinpath("schema/record.schema.json").read_text("utf-8")
    loaded: dict[str, Any] = json.loads(text)
    return loaded


def format_time(when: datetime | None) -> str | None:
    """ISO 8601 with +08:00. A day without a clock time is its midnight; `published_precision` tells them apart."""
    return when.astimezone(SHANGHAI).isoformat(timespec="seconds") if when else None


def _figure(figure: Figure) -> dict[str, Any]:
    names = ("text", "start", "end", "value", "value_max", "unit", "qualifier", "subject", "sentence")
    return {name: getattr(figure, name) for name in names}
