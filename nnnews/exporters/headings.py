"""What feeds there are: everything, and by district, topic, site, level and saved search. Names are for ever."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from nnnews.districts.gazetteer import gazetteer
from nnnews.errors import ConfigError
from nnnews.exporters.snapshot import Snapshot
from nnnews.exporters.window import looked_at, window
from nnnews.keys import hint
from nnnews.searches import SavedSearch
from nnnews.sites import all_sites
from nnnews.storage import facets, queries, saved
from nnnews.storage.facets import ALL, Facet

# Pinyin of the county-level units of Nanning (GB/T 2260 450100, as of 2021).
DISTRICTS = {
    "兴宁区": "xingning",
    "青秀区": "qingxiu",
    "江南区": "jiangnan",
    "西乡塘区": "xixiangtang",
    "良庆区": "liangqing",
    "邕宁区": "yongning",
    "武鸣区": "wuming",
    "隆安县": "longan",
    "马山县": "mashan",
    "上林县": "shanglin",
    "宾阳县": "binyang",
    "横州市": "hengzhou",
}
TOPICS = {
    "会议": "meetings",
    "立法": "legislation",
    "监督": "supervision",
    "代表工作": "deputies",
    "决定任免": "appointments",
    "选举": "elections",
    "自身建设": "institution",
}
LEVELS = {"region": "自治区", "city": "市", "county": "县（市、区）", "township": "乡镇（街道）"}


@dataclass(frozen=True, slots=True)
class Heading:
    """One feed: `name` is its path below feeds/, `group` what it stands under in lists of feeds.

    `ids` are stories, the newest first: under a heading stands what any member of the story is filed under.
    """

    name: str
    title: str
    group: str
    ids: tuple[int, ...]


def headings(snapshot: Snapshot) -> Iterator[Heading]:
    """Every feed, also before its first article."""
    yield _heading(snapshot, ("all", "全部", "全部"), ALL)
    for district, slug in districts(snapshot).items():
        yield _heading(snapshot, (f"d/{slug}", district, "按区"), Facet("district", district))
    for topic, slug in TOPICS.items():
        yield _heading(snapshot, (f"t/{slug}", topic, "按主题"), Facet("topic", topic))
    for site in all_sites().values():
        yield _heading(snapshot, (f"s/{site.name}", site.title, "按来源"), Facet("site", site.name))
    for level, title in LEVELS.items():
        yield _heading(snapshot, (f"l/{level}", title, "按层级"), Facet("level", level))
    for search in snapshot.config.feeds:
        _check(search)
        found = partial(saved.newest, snapshot.connection, search)
        yield _live(snapshot, (f"q/{search.name}", search.title, "按搜索"), found)


def _heading(snapshot: Snapshot, told: tuple[str, str, str], facet: Facet) -> Heading:
    return _live(snapshot, told, partial(facets.newest, snapshot.connection, facet))


def _live(snapshot: Snapshot, told: tuple[str, str, str], found: Callable[[int], Sequence[int]]) -> Heading:
    """The heading with its live window; `found` gives its newest articles, as many as asked for."""
    everything = told[0] == "all"
    most = snapshot.config.feed_size if everything else snapshot.config.heading_size
    # The archives leave out what the feed of everything holds, and go by first sight too.
    ids = snapshot.stories.newest(found, looked_at(most), firsts=everything)
    seen = queries.first_seen(snapshot.connection, ids)
    return Heading(*told, ids[: window(seen, most)])


def _check(search: SavedSearch) -> None:
    """Raises ConfigError for a topic or a district that no article can have."""
    units = sorted(unit.name for unit in gazetteer().units.values() if unit.is_county)
    for kind, names, known in (("topic", search.topics, sorted(TOPICS)), ("district", search.districts, units)):
        for name in names:
            if name not in known:
                raise ConfigError(f"[feeds.{search.name}]: unknown {kind} {name!r}; {hint(name, known, 20)}")


def districts(snapshot: Snapshot) -> dict[str, str]:
    """Every district with its name in addresses; one that the table of pinyin lacks goes by its code of GB/T 2260."""
    found = facets.count(snapshot.connection, "district").keys() - DISTRICTS.keys()
    codes = {name: code for name in sorted(found) if (code := queries.place_code(snapshot.connection, name))}
    return {**codes, **DISTRICTS}
