"""What a run has to ask a site for: what is new, what earlier runs left, and stored articles once more."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any, ClassVar, Self

from scrapy import Request, Spider
from scrapy.crawler import Crawler

from nnnews.items import Problem
from nnnews.platforms.base import Link, Site
from nnnews.spiders.arguments import read_count, read_day, read_switch
from nnnews.spiders.memory import Known, Memory, RunMemory, open_memory
from nnnews.spiders.recheck import Rechecks
from nnnews.spiders.witnesses import Witnesses

_RECHECKS_LAST = -10


class AskingSpider(Spider):
    """Asks one site for articles; ArticleSpider reads them.

    `since` (YYYY-MM-DD) is the oldest day wanted; lists are then read as far back, whatever is known already.
    `limit` is the most articles to ask for. `full` asks again for all that is known, if it has changed.
    """

    site: ClassVar[Site]

    def __init__(
        self, since: str | None = None, limit: str | int | None = None, full: str | bool = False, **kwargs: Any
    ) -> None:
        super().__init__(**kwargs)
        self.full = read_switch("full", full)
        self.since = read_day("since", since)
        self.limit = read_count("limit", limit)
        self.memory: Memory = RunMemory()
        self.witnesses = Witnesses(self.count)
        self._seen: set[str] = set()
        self.taken: set[str] = set()  # keys of the articles that this run has to read
        self.rechecks = Rechecks()
        self.asked = 0  # how many of them were requested; the limit leaves some to the next run

    @classmethod
    def from_crawler(cls, crawler: Crawler, *args: Any, **kwargs: Any) -> Self:
        """As Scrapy asks for it; the memory is opened with the crawl."""
        spider = super().from_crawler(crawler, *args, **kwargs)
        spider.memory = open_memory(crawler.settings)
        return spider

    def closed(self, reason: str) -> None:  # noqa: ARG002  (Scrapy's signature)
        """The hosts and what was not read go back; the memory may go."""
        self.memory.release(self.site.name, self.settings.getfloat("DOWNLOAD_DELAY"))
        self.memory.close()

    def article_request(
        self, link: Link, url: str = "", headers: Mapping[str, str] | None = None, **kwargs: Any
    ) -> Request:
        """A request for the article, at `url` where that is not the link's own address."""
        raise NotImplementedError

    def pending(self, kind: str) -> list[Known]:
        """What earlier runs found and did not read."""
        return [known for known in self.memory.pending(self.site.name) if known.kind == kind]

    def resume_articles(self) -> Iterator[Request]:
        """Requests for the articles that earlier runs left."""
        links = (
            Link(known.key, known.url, day=self.site.published_hint(known.url)) for known in self.pending("article")
        )
        yield from self.follow(self.unseen(links))

    def recheck(self) -> Iterator[Request]:
        """Requests for stored articles that are to be looked at again, behind all that is new; none under a limit."""
        most = 0 if self.limit or self.full else self.settings.getint("NNNEWS_RECHECK_LIMIT")
        for known in self.memory.aged(self.site.name, most) if most else ():
            link = Link(known.key, known.url, known.title)
            self.rechecks.ask(link.key, missed=known.missed, by_layout=known.by_layout)
            self.count("rechecked")
            headers = self.memory.validators(known.url)
            yield self.article_request(link, headers=headers).replace(priority=_RECHECKS_LAST)

    def unseen(self, links: Iterable[Link]) -> list[Link]:
        """Those not met in this run and not known to be too old."""
        return [link for link in links if link.key not in self._seen and not self.is_old(link.day)]

    def follow(self, links: Iterable[Link], found_on: str | None = None) -> Iterator[Request]:
        """Requests for the articles not known yet; what the limit cuts off is written down for the next run."""
        found = {link.key: link for link in links}
        self._seen.update(found)
        self.count("found", len(found))
        validators = {key: self.memory.validators(link.url) for key, link in found.items()} if self.full else {}
        addresses = [Known(link.key, link.url, "article", found_on) for link in found.values()]
        for key in found if self.full else ():
            if self.memory.is_done(key):
                self.rechecks.ask(key)
        due = self.memory.take(addresses, again=self.full)
        self.taken |= due
        for key in (key for key in found if key in due):
            if not self.is_full:
                self.asked += 1
                yield self.article_request(found[key], headers=validators.get(key))

    @property
    def goes_back(self) -> bool:
        """Whether lists are read whole and to their end, whatever is known."""
        return self.full or self.since is not None

    @property
    def is_full(self) -> bool:
        """Whether as many articles were asked for as are wanted."""
        return bool(self.limit) and self.asked >= self.limit

    def is_old(self, day: date | None) -> bool:
        """Whether the day is known, and before the oldest wanted."""
        return bool(self.since and day and day < self.since)

    def count(self, name: str, times: int = 1) -> None:
        """That many more of `nnnews/<name>` in Scrapy's statistics."""
        if self.crawler.stats and times:
            self.crawler.stats.inc_value(f"nnnews/{name}", times)

    def problem(self, key: str, url: str, kind: str, reason: str) -> Problem:
        """An address of this site that gave no article."""
        return Problem(key, url, self.site.name, kind, reason)
