"""The editor of the practice 南宁新闻网: gives articles their numbers, prints them and hands out list entries."""

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from typing import Literal, NamedTuple

from nnnews.demo.genre import Genre
from nnnews.demo.sites import nnnews_pages as html
from nnnews.demo.sites.nnnews_pages import Entry
from nnnews.demo.text import Newsroom
from nnnews.demo.truth import Copy, Kind, Story
from nnnews.demo.web import SiteMap
from nnnews.items import SHANGHAI, Script

HOST = "www.nnnews.net"
PHONE = "m.nnnews.net"
_FIRST_DAY = datetime(2018, 1, 1, tzinfo=SHANGHAI)


class Column(NamedTuple):
    """A column with `size` stories of its own; one with a `list_id` is continued by JSON, others by index_2.html."""

    slug: str
    name: str
    size: int
    source: str
    template: Literal["current", "second"] = "current"
    list_id: int | None = None
    congress_only: bool = False


class Desk:
    """Keeps the counter of article numbers, which rises with the time of publication."""

    def __init__(self, site_map: SiteMap, newsroom: Newsroom) -> None:
        self.site_map = site_map
        self.newsroom = newsroom
        self._numbers: set[int] = set()

    def fill(self, column: Column, base: datetime) -> list[Entry]:
        """The column's own stories, newest first, some hours apart."""
        entries: list[Entry] = []
        for position in range(column.size):
            published = base - timedelta(hours=5 * position, minutes=self.newsroom.rng.randint(5, 200))
            genre = self.newsroom.congress_genre() if column.congress_only else None
            entries.append(self.original(column, published, entries, genre))
        return entries

    def original(
        self, column: Column, published: datetime, related: Sequence[Entry], genre: Genre | None = None
    ) -> Entry:
        """A new story under its section, under the bare path and on the phone host."""
        story = self.newsroom.write(published, column.source, genre)
        number = self.number(published)
        self._place(number, story, self.article(story, related, column.template))
        self.site_map.page(f"{PHONE}/p/{number}.html", html.phone_article(story), published)
        self.also_in(column, number)
        self._plant(story, number, story.title, "original", "simplified")
        return Entry(f"/{column.slug}/p/{number}.html", story.title, story)

    def also_in(self, column: Column, number: int) -> str:
        """Answers the article's number under the path of the column, too."""
        href = f"/{column.slug}/p/{number}.html"
        self.site_map.resources[HOST + href] = self.site_map.resources[f"{HOST}/p/{number}.html"]
        return href

    def repost(self, story: Story, related: Sequence[Entry]) -> Entry:
        """The same words under another headline and number."""
        title = f"{story.source}：{story.title}"
        number = self.number(story.published + timedelta(hours=2))
        self._place(number, story, self.article(story, related, title=title))
        self._plant(story, number, title, "repost", "simplified")
        return Entry(f"/p/{number}.html", title, story)

    def mirror(self, story: Story, related: Sequence[Entry], convert: Callable[[str], str], script: Script) -> Entry:
        """The whole page converted, as a mirror serves it."""
        number = self.number(story.published + timedelta(hours=3))
        self._place(number, story, convert(self.article(story, related)))
        title = convert(story.title)
        self._plant(story, number, title, "mirror", script)
        return Entry(f"/p/{number}.html", title, story)

    def article(self, story: Story, related: Sequence[Entry], template: str = "current", title: str = "") -> str:
        """The page by one of the two current templates."""
        make = html.second_article if template == "second" else html.current_article
        headline = html.Headline(title or story.title, tuple(related[-4:]))
        return make(story, headline, self.newsroom.rng)

    def number(self, published: datetime) -> int:
        """A free number: minutes since the portal's first day, or the next."""
        number = int((published - _FIRST_DAY).total_seconds() // 60)
        while number in self._numbers:
            number += 1
        self._numbers.add(number)
        return number

    def _place(self, number: int, story: Story, page: str) -> None:
        self.site_map.page(f"{HOST}/p/{number}.html", page, story.published)

    def _plant(self, story: Story, number: int, title: str, kind: Kind, script: Script) -> None:
        url = f"http://{HOST}/p/{number}.html"
        self.site_map.plant(story, Copy(f"nnnews/{number}", url, title, kind, script))
