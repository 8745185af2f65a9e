"""What feeds there are: everything, and by district, topic, site, level and saved search. Names are for ever."""

from collections.abc import Iterator
from dataclasses import dataclass

from nnnews.exporters.snapshot import Snapshot
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
    """One feed: `name` is its path below feeds/, `group` what it stands under in lists of feeds, `ids` newest first."""

    name: str
    title: str
    group: str
    ids: tuple[int, ...]


def headings(snapshot: Snapshot) -> Iterator[Heading]:
    """Every feed, also before its first article."""
    yield _heading(snapshot, ("all", "全部", "全部"), ALL)
    for district, slug in {**_codes(snapshot), **DISTRICTS}.items():
        yield _heading(snapshot, (f"d/{slug}", district, "按区"), Facet("district", district))
    for topic, slug in TOPICS.items():
        yield _heading(snapshot, (f"t/{slug}", topic, "按主题"), Facet("topic", topic))
    for site in all_sites().values():
        yield _heading(snapshot, (f"s/{site.name}", site.title, "按来源"), Facet("site", site.name))
    for level, title in LEVELS.items():
        yield _heading(snapshot, (f"l/{level}", title, "按层级"), Facet("level", level))
    for search in snapshot.config.feeds:
        ids = saved.newest(snapshot.connection, search, snapshot.config.heading_size)
        yield Heading(f"q/{search.name}", search.title, "按搜索", tuple(ids))


def _heading(snapshot: Snapshot, told: tuple[str, str, str], facet: Facet) -> Heading:
    size = snapshot.config.feed_size if facet == ALL else snapshot.config.heading_size
    return Heading(*told, tuple(facets.newest(snapshot.connection, facet, size)))


def _codes(snapshot: Snapshot) -> dict[str, str]:
    """A unit that the table of pinyin does not have goes by its code of GB/T 2260."""
    found = facets.count(snapshot.connection, "district").keys() - DISTRICTS.keys()
    return {name: code for name in sorted(found) if (code := queries.place_code(snapshot.connection, name))}
