"""When the article was published: what the page shows by its headline, else what it declares, else its address."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from urllib.parse import unquote

from nnnews.extract.dates import Dated, day, find_dates, from_unix, read_date
from nnnews.extract.head import Head

_LABELLED = re.compile(
    r"(?:发布|发稿|发表|刊发|撰写|上传|录入|公开|发文)(?:时间|日期|于)?\s*[:：]?[\s\[【(（]*$"
    r"|(?:时\s*间|日\s*期)\s*[:：][\s\[【(（]*$"
)
_CHANGED = re.compile(r"(?:更新|修改)(?:时间|日期|于)?\s*[:：]?\s*$")
_OTHER = re.compile(
    r"(?:成文|生成|印发|制定|实施|施行|生效|截止|截至|有效|失效|开始|结束|起始|活动|会议|报名)(?:时间|日期|期)?\s*[:：]?\s*$"
    r"|今天是|现在是|当前"
)
_PAPER_HEADER = re.compile(
    r"(?:19|20)\d\d\s?[年./-]\s?\d{1,2}\s?[月./-]\s?\d{1,2}\s?日?[\s,，]*"
    r"(?:星期[一二三四五六日天](?:[\s,，]*第?\w{1,4}版.{0,10})?|第?\w{1,4}版.{0,10})"
)
_LABEL_LENGTH = 10
_META = (
    *("pubdate", "publishdate", "publish-date", "publish_date", "publishtime", "firstpublishedtime", "createdate"),
    *("article:published_time", "og:published_time", "bytedance:published_time", "apub:time", "article.published"),
    *(
        "script:ct",
        "datepublished",
        "og:release_date",
        "weibo: article:create_at",
        "date",
        "dc.date",
        "dcterms.created",
    ),
)
_HEX = re.compile(r"/newgx([0-9a-f]{8})-")
_BEHIND_HOST = re.compile(r"^(?:[a-z]+:)?//[^/?]*|#.*$", re.I)
_IN_PATH = re.compile(r"(?<!\d)((?:199|20[0-4])\d)[-/_.]?(0[1-9]|1[0-2])[-/_.]?(0[1-9]|[12]\d|3[01])(?!\d)")
_FINENESS = ("day", "minute", "second")


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where a date may stand: the info bars by the headline, the lines above the text, the credit lines behind it."""

    bars: tuple[str, ...]
    above: tuple[str, ...]
    behind: tuple[str, ...]
    head: Head
    url: str
    seen: datetime | None


def find_published(evidence: Evidence) -> Dated | None:
    """The best dated evidence; of the same day, the one with a clock time."""
    candidates = (dated for dated in _ranked(evidence) if not _is_future(dated, evidence.seen))
    best = next(candidates, None)
    if best is None or (best.precision != "day" and not best.inferred):
        return best
    others = [best, *candidates]
    best = next((dated for dated in others if not dated.inferred), best)
    same_day = (dated for dated in others if dated.when.date() == best.when.date() and not dated.inferred)
    return max(same_day, key=lambda dated: _FINENESS.index(dated.precision), default=best)


def _ranked(evidence: Evidence) -> Iterator[Dated]:
    shown = [found for bar in evidence.bars for found in _labelled(bar, evidence.seen)]
    yield from (dated for rank in (0, 1) for label, dated in shown if label == rank)
    yield from _declared(evidence.head)
    yield from (dated for label, dated in shown if label == 2)
    in_url = url_date(evidence.url)
    yield from (dated for line in evidence.behind for label, dated in _labelled(line, None) if label == 0)
    if in_url:
        yield in_url
    else:
        yield from (dated for line in evidence.above for label, dated in _labelled(line, None) if label < 2)


def is_paper_header(text: str) -> bool:
    """Whether a bar is the running head of an e-paper: a day with its weekday or page number and nothing else.

    It says which issue is open, which the address says more surely.
    """
    return _PAPER_HEADER.fullmatch(text) is not None


def _labelled(text: str, seen: datetime | None) -> Iterator[tuple[int, Dated]]:
    """(0 labelled as publication, 1 bare, 2 change) for each date; dates labelled as something else are left out."""
    for start, dated in find_dates(text, seen):
        label = text[max(0, start - _LABEL_LENGTH) : start]
        if not _OTHER.search(label):
            yield 2 if _CHANGED.search(label) else 0 if _LABELLED.search(label) else 1, dated


def _declared(head: Head) -> Iterator[Dated]:
    values: Iterable[str] = (
        *(head.meta.get(name, "") for name in _META),
        head.linked.get("datePublished", ""),
        head.enp.get("date", ""),
    )
    for value in values:
        if value and (dated := _value(value)):
            yield dated


def _value(value: str) -> Dated | None:
    """A machine's date: any written form, or seconds since 1970."""
    if value.isdecimal() and len(value) in (10, 13):
        return from_unix(int(value[:10]))
    return read_date(value)


def url_date(url: str) -> Dated | None:
    """The date in an address: `/202209/t20220916_`, `/2023/1012/`, `/202609/10/`; gxnews writes the second in hex."""
    path = unquote(_BEHIND_HOST.sub("", url))
    if found := _HEX.search(path):
        return from_unix(int(found[1], 16))
    days = (day(*map(int, match.groups())) for match in _IN_PATH.finditer(path))
    return next((dated for dated in days if dated), None)


def _is_future(dated: Dated, seen: datetime | None) -> bool:
    return seen is not None and dated.when > seen + timedelta(days=1)
