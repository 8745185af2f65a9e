"""For staff: a session that must have been, by its number, and that nobody reported.

第31次会议 was named, then 第33次会议, and never 第32次会议. A number counts when it is higher than all that were named
before it: so a mention of what an old session once passed says nothing.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from nnnews.alerts.telling import fill
from nnnews.alerts.window import Entry, Window
from nnnews.districts.gazetteer import gazetteer
from nnnews.exporters.markup import web_address
from nnnews.items import SHANGHAI
from nnnews.storage import queries
from nnnews.storage.namings import Naming, naming
from nnnews.topics import NamedSession, named_sessions
from nnnews.topics.facts import Meeting

SECTION = "会议未见报道"
CITY, REGION = "南宁市", "广西壮族自治区"
_WORDS = "次会议"
_MOST = 3  # sessions missed in a row; more were before anybody collected
_BATCH = 500
_REGION = re.compile(r"(?:自治区|广西(?:壮族自治区)?)(?:人大|人民代表大会|$)")
_FOREIGN = re.compile(r"全国|[\u4e00-\u9fff]{2}[省州市县区旗](?:人大|人民代表大会|$)")
_OWN = re.compile(r"(?:^|[^\u4e00-\u9fff]|[我本全该])(?P<unit>[市县区])(?:人大|人民代表大会|$)")


class Series(NamedTuple):
    """The sessions of one congress, or of its standing committee, in one term; 0 where no article names the term."""

    body: str
    term: int
    kind: Meeting


class Gap(NamedTuple):
    """A number that is missing between two that were named; `before` and `after` are the first to name them."""

    series: Series
    number: int
    last: int
    next: int
    before: Naming
    after: Naming


def due(window: Window) -> Iterator[Entry]:
    """Looks at the store only when something new names a session."""
    new = {article.article_id for article in _new(window)}
    for gap in gaps(naming(window.connection, _WORDS)) if new else ():
        subject = f"session {' '.join(map(str, gap.series))} {gap.number}"
        if gap.after.article_id in new and window.fresh((subject,)):
            yield Entry((subject,), SECTION, fill(window.subscription.template, _fields(gap)))


def gaps(articles: Iterable[Naming]) -> Iterator[Gap]:
    """In each series, where the highest number so far is followed by one that is higher by more than one."""
    for series, named in _series(articles).items():
        highest = 0
        for number, article in named.items():
            if highest and 1 < number - highest <= _MOST + 1:
                missing = range(highest + 1, number)
                yield from (Gap(series, one, highest, number, named[highest], article) for one in missing)
            highest = max(highest, number)


def _series(articles: Iterable[Naming]) -> dict[Series, dict[int, Naming]]:
    """By number, the first article that names it, in the order of time; a term left out is the present one."""
    first: defaultdict[Series, dict[int, Naming]] = defaultdict(dict)
    present: dict[tuple[str, Meeting], int] = {}
    for article in sorted(articles, key=lambda article: article.at):
        for owner, session in _named(article):
            line = (owner, session.kind)
            present[line] = max(session.term or 0, present.get(line, 0))
            first[Series(owner, session.term or present[line], session.kind)].setdefault(session.number, article)
    return first


def body(before: str, district: str | None) -> str | None:
    """Whose session it is, by the words before it; None for a congress elsewhere.

    市十五届人大 is the city's, and 区十届人大 that of the district the article is about; without a word for it the
    congress is that of the district, else the city's.
    """
    known = [name for name in _units() if re.search(f"{name}(?:人大|人民代表大会|$)", before)]
    if known:
        return known[0]
    if _REGION.search(before):
        return REGION
    if own := _OWN.search(before):
        return district if district and district.endswith(own["unit"]) else CITY if own["unit"] == "市" else None
    return None if _FOREIGN.search(before) else district or CITY


def _new(window: Window) -> Iterator[Naming]:
    ids = queries.first_seen_since(window.connection, window.since)
    for start in range(0, len(ids), _BATCH):
        yield from naming(window.connection, _WORDS, ids[start : start + _BATCH])


def _named(article: Naming) -> list[tuple[str, NamedSession]]:
    """Lowest first: an article on two sessions in a row misses none."""
    sessions = named_sessions(f"{article.title}\n{article.text}")
    named = [(owner, one) for one in sessions if (owner := body(one.before, article.district))]
    return sorted(named, key=lambda pair: pair[1].number)


@cache
def _units() -> tuple[str, ...]:
    return (CITY, *sorted(unit.name for unit in gazetteer().units.values() if unit.is_county))


def _fields(gap: Gap) -> dict[str, str]:
    what = "人大常委会" if gap.series.kind == "常委会会议" else "人民代表大会"
    term = f"第{gap.series.term}届" if gap.series.term else ""
    name = f"{gap.series.body}{term}{what}第{gap.number}次会议"
    days = [article.at.astimezone(SHANGHAI) for article in (gap.before, gap.after)]
    told = f"已见第{gap.last}次（{days[0]:%Y-%m-%d}）和第{gap.next}次（{days[1]:%Y-%m-%d}）会议的报道"
    return {
        "标题": f"{name}未见报道",
        "区": "" if gap.series.body in (CITY, REGION) else gap.series.body,
        "变更": told,
        "链接": web_address(gap.after.url) or "",
    }
