"""The practice portal some days later: articles that were edited, taken back and put back, and what each is."""

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, replace
from datetime import timedelta
from itertools import cycle, islice
from typing import Literal

from nnnews.demo.portal import Portal
from nnnews.demo.truth import Planted, Story
from nnnews.demo.web import Resource
from nnnews.sites import all_sites

Fate = Literal["real", "boring", "withdrawn", "restored"]
Edit = Callable[[str, Story], str]
"""Takes a page as the site serves it and gives it with another text."""

SIZES: dict[Fate, int] = {"real": 20, "boring": 10, "withdrawn": 5, "restored": 5}
_RECENT = timedelta(days=10)
_ADDED = "会议要求，有关部门要认真研究代表提出的意见，逐条列出清单，限期办理。"
_TAKEN_BACK = "<html><head><title>提示信息</title></head><body><p>该文章已被删除</p></body></html>"
_HEADLINES = (
    "横州市人大代表视察茉莉花产业园区",
    "宾阳县人大听取教育工作情况汇报",
    "上林县开展饮用水水源保护执法检查",
    "马山县代表联络站集中接待选民",
    "隆安县人大调研乡村医生队伍建设",
)
_OUT_OF_ORDER = "<html><head><title>404 Not Found</title></head><body><p>您访问的页面不存在</p></body></html>"


@dataclass(frozen=True, slots=True)
class Turn:
    """What becomes of an article. `addresses` are host and path of each page that serves it."""

    key: str
    addresses: tuple[str, ...]
    fate: Fate


class Later:
    """Changes a portal that is being served. The articles stand on one page each, which holds their text as it is."""

    def __init__(self, portal: Portal, sites: Collection[str] = ()) -> None:
        """Articles of these sites; none: of all."""
        self.portal, self._sites = portal, sites
        self._resources = portal.site_map.resources
        self._first = dict(self._resources)
        chosen = list(islice(_spread(self._suitable()), sum(SIZES.values())))
        fates = [fate for fate, size in SIZES.items() for _ in range(size)]
        self._stories = {entry.key: entry.story for entry in chosen}
        self.turns = tuple(Turn(one.key, self._addresses(one), fate) for one, fate in zip(chosen, fates, strict=True))

    def of(self, fate: Fate) -> tuple[Turn, ...]:
        """The articles of this fate."""
        return tuple(turn for turn in self.turns if turn.fate == fate)

    def edit(self) -> None:
        """The real edits and the boring ones."""
        for fate, edits in (("real", _REAL), ("boring", _BORING)):
            for turn, edit in zip((turn for turn in self.turns if turn.fate == fate), cycle(edits)):
                self._rewrite(turn, edit)

    def take_back(self) -> None:
        """Gone, in the ways in which sites do it: nothing there, a notice, the way to the front page."""
        turns = (*self.of("withdrawn"), *self.of("restored"))
        for turn, way in zip(turns, cycle((None, _notice, _way_home))):
            for address in turn.addresses:
                if way:
                    self._resources[address] = way(address)
                else:
                    del self._resources[address]

    def put_back(self) -> None:
        """Those that are restored stand as they stood."""
        for turn in self.of("restored"):
            self._resources.update({address: self._first[address] for address in turn.addresses})

    def touch(self, mark: str) -> None:
        """Every page is sent anew, with other bytes and the same words."""
        for address, page in self._resources.items():
            if page.body.endswith(b"</html>"):
                self._resources[address] = replace(page, body=page.body + f"<!-- {mark} -->".encode())

    def make_noise(self, visit: int) -> int:
        """What pages show otherwise at each visit: a counter, headlines of other articles. Gives how many pages do."""
        pages = [(_address(entry), entry.story) for entry in self._suitable()]
        for address, story in pages:
            page = self._first[address]
            charset = _charset(page)
            body = _in_last(_noise(visit))(page.body.decode(charset), story)
            self._resources[address] = replace(page, body=body.encode(charset))
        self.touch(str(visit))
        return len(pages)

    def break_down(self) -> None:
        """Every address says that there is nothing."""
        for address, page in self._first.items():
            if not page.location and not address.endswith("robots.txt"):
                self._resources[address] = replace(page, body=_OUT_OF_ORDER.encode(), modified=None)

    def _suitable(self) -> Iterator[Planted]:
        newest = max(entry.story.published for entry in self.portal.planted())
        for entry in self.portal.planted():
            page = self._resources.get(_address(entry))
            if self._sites and entry.site not in self._sites:
                continue
            if page and not entry.copies and newest - entry.story.published < _RECENT and _holds(page, entry.story):
                yield entry

    def _rewrite(self, turn: Turn, edit: Edit) -> None:
        for address in turn.addresses:
            page = self._resources[address]
            charset = _charset(page)
            body = edit(page.body.decode(charset), self._stories[turn.key])
            self._resources[address] = replace(page, body=body.encode(charset))

    def _addresses(self, entry: Planted) -> tuple[str, ...]:
        """All under which the site knows the article: several sections, the phone's pages."""
        site = all_sites()[entry.site]
        pages = (address for address, page in self._first.items() if page.body and not page.location)
        return tuple(address for address in pages if site.article_key(f"http://{address}") == entry.key)


def _noise(visit: int) -> str:
    """Two headlines in turn, a counter that rises."""
    lines = [_HEADLINES[(visit + step) % len(_HEADLINES)] for step in (0, 2)]
    return "</p>\n<p>".join((f"浏览次数：{1024 + 37 * visit}", *lines))


def _notice(_address: str) -> Resource:
    return Resource(_TAKEN_BACK.encode())


def _way_home(address: str) -> Resource:
    return Resource(b"", location=f"http://{address.partition('/')[0]}/")


def _spread(entries: Iterator[Planted]) -> Iterator[Planted]:
    """One of each site in turn, so that no site loses many at once."""
    by_site: dict[str, list[Planted]] = {}
    for entry in entries:
        by_site.setdefault(entry.site, []).append(entry)
    most = max(map(len, by_site.values()))
    yield from (ones[rank] for rank in range(most) for ones in by_site.values() if rank < len(ones))


def _address(entry: Planted) -> str:
    return entry.original.url.partition("://")[2]


def _charset(page: Resource) -> str:
    try:
        page.body.decode("utf-8")
    except UnicodeDecodeError:
        return "gb18030"
    return "utf-8"


def _holds(page: Resource, story: Story) -> bool:
    """Whether the page has the text as it is, with a figure and enough of it to be edited."""
    body = page.body.decode(_charset(page))
    whole = len(story.paragraphs) > 2 and all(line in body for line in story.paragraphs)
    return whole and any(figure.text in story.text for figure in story.figures)


def _in_last(words: str) -> Edit:
    """Behind the last paragraph, as a line of its own."""

    def edit(page: str, story: Story) -> str:
        end = next(line for line in reversed(story.printed()) if line.startswith(story.paragraphs[-1]))
        return page.replace(end, f"{end}</p>\n<p>{words}", 1)

    return edit


def _in_text(old: str, new: str) -> Edit:
    """Wherever it stands in the paragraphs."""

    def edit(page: str, story: Story) -> str:
        for line in story.paragraphs:
            page = page.replace(line, line.replace(old, new))
        return page

    return edit


def _other_figure(page: str, story: Story) -> str:
    figure = next(figure.text for figure in story.figures if figure.text in story.text)
    digits = next((one for one in figure if one.isdecimal()), figure[0])
    other = figure.replace(digits, "7" if digits != "7" else "8", 1)
    line = next(line for line in story.paragraphs if figure in line)
    return page.replace(line, line.replace(figure, other, 1))


def _sentence_less(page: str, story: Story) -> str:
    line = max(story.paragraphs, key=len)
    return page.replace(line, line[line.index("。") + 1 :] or line[: len(line) // 2] + "。")


_REAL: tuple[Edit, ...] = (
    _other_figure,
    _in_last(_ADDED),
    _sentence_less,
    lambda page, story: page.replace(story.title, f"更正：{story.title}"),
    lambda page, story: page.replace(story.paragraphs[1], story.paragraphs[1] + _ADDED),
    _other_figure,
    _in_text("，", "，据介绍，"),
)
_BORING: tuple[Edit, ...] = (
    _in_last("浏览次数：1024"),
    _in_last("（责任编辑：韦小甲）"),
    _in_text("，", ","),
    _in_last("最后更新时间：2026-11-22 09:12"),
    _in_last("横州市人大代表视察茉莉花产业园区</p>\n<p>宾阳县人大听取教育工作情况汇报"),
    _in_text("，", "， "),
)
