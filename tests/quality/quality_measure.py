"""How well pages are read: labelled pages in, one mark a field out."""

import json
from collections import Counter
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from nnnews.items import Article, Page
from nnnews.reading import read

SEEN = datetime(2026, 6, 1, tzinfo=UTC)  # later than any labelled page, so that no date lies in the future
WRITERS = ("reporter", "correspondent", "author", "contributor")
_SHOWN = {"day": "%Y-%m-%d", "minute": "%Y-%m-%d %H:%M", "second": "%Y-%m-%d %H:%M:%S"}
_GRAM = 4


@dataclass(frozen=True, slots=True)
class Mark:
    """One page against its label; `body` is the F1 of 4-grams of characters."""

    file: str
    body: float
    title: bool
    day: bool
    time: bool
    source: bool
    authors: bool
    false_authors: bool


def mark_folder(folder: Path) -> list[Mark]:
    """Marks for all pages of a folder's labels.jsonl, read without any site."""
    rows = map(json.loads, (folder / "labels.jsonl").read_text("utf-8").splitlines())
    return [_mark(folder, row) for row in rows]


def share(marks: list[Mark], field: str) -> float:
    """The mean of a field over pages, from 0 to 1."""
    return sum(float(getattr(mark, field)) for mark in marks) / len(marks)


def body_score(found: str, wanted: str) -> float:
    """F1 of the 4-grams, counted as often as they occur."""
    here, there = _grams(found), _grams(wanted)
    common = sum((here & there).values())
    return 2 * common / (sum(here.values()) + sum(there.values())) if common else 0.0


def _grams(text: str) -> Counter[str]:
    return Counter(text[start : start + _GRAM] for start in range(len(text) - _GRAM + 1))


def _mark(folder: Path, row: dict[str, str]) -> Mark:
    url = row.get("url") or "http://www.example.cn/article.html"
    article = read(Page(url, (folder / row["file"]).read_bytes(), fetched=SEEN))
    shown = _published(article)
    authors = sorted({person.name for person in article.byline if person.role in WRITERS})
    return Mark(
        file=row["file"],
        body=body_score(article.text, row["body"]),
        title=article.title == row["title"],
        day=shown[:10] == row["publish_time"][:10],
        time=shown.startswith(row["publish_time"]) or (len(shown) > 10 and row["publish_time"].startswith(shown)),
        source=article.source == row["source"],
        authors=authors == sorted(row["author"]),
        false_authors=not set(authors) <= set(row["author"]),
    )


def _published(article: Article) -> str:
    if article.published is None or article.published_precision is None:
        return ""
    return article.published.strftime(_SHOWN[article.published_precision])
