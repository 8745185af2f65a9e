"""A printed paper: issue → sheet (版面) → article, day by day back."""

from collections.abc import AsyncIterator, Iterator, Mapping
from datetime import date, datetime, timedelta
from typing import Any, cast

from scrapy import Request
from scrapy.http import Response

from nnnews.items import SHANGHAI, Page
from nnnews.platforms.addresses import host_of
from nnnews.platforms.paper import Paper
from nnnews.spiders.article_spider import Output
from nnnews.spiders.failures import FETCH_ERRORS, name_failure
from nnnews.spiders.memory import Known
from nnnews.spiders.pages import page_of
from nnnews.spiders.site_spider import SiteSpider

_DAY = timedelta(days=1)
_DAYS_BACK = 6  # without `since`: a week, so that a few missed runs lose nothing
_MOST_MISSES = 12  # days without an issue in a row; the longest holidays have eight


class EpaperSpider(SiteSpider):
    """From the newest issue back to `since`, or a week; an issue read once is not asked for again."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self._fronts: dict[date, str] = {}  # day → first sheet, where it is known
        self._calendars: dict[date, Mapping[date, str]] = {}  # month → its issues
        self._pages: dict[str, Page] = {}  # where a redirection of the root ended
        self._first_sheet = ""  # file name of the last first sheet that was there
        self._unreachable: dict[str, tuple[str, str]] = {}

    @property
    def paper(self) -> Paper:
        """The site, which is a paper."""
        return cast(Paper, self.site)

    async def start(self) -> AsyncIterator[Any]:
        """What earlier runs left, then the issues."""
        if self.site.dead:
            self.logger.warning("%s: %s", self.name, self.site.dead)
            self.count("dead")
            return
        for request in (*self.resume_articles(), *self._resume_sheets()):
            yield request
        known = False
        async for page in self._issues():
            known = True
            self.count("lists" if page else "unchanged")
            for request in self._read_sheet(page) if page else ():
                yield request
        if not known and not self.is_full:
            yield self._nothing_found()
        for request in self.recheck():
            yield request

    def parse_list(self, response: Response, **_: Any) -> Output:
        """A sheet."""
        if response.status != 304:
            yield from self._read_sheet(page_of(response))
        self.keep_list(response)

    def _resume_sheets(self) -> Iterator[Request]:
        for known in self.pending("list"):
            yield from self.follow_list(known.url)

    def _read_sheet(self, page: Page) -> Iterator[Request]:
        links = self.site.links(page)
        self.count("links", len(links.articles))
        yield from self.follow(self.unseen(links.articles), page.url)
        for url in links.lists:
            yield from self.follow_list(url)

    async def _issues(self) -> AsyncIterator[Page | None]:
        """The first sheet of each issue, the newest first; None for an issue that is known."""
        day = newest = await self._newest_day()
        oldest, misses = self.since or day - _DAYS_BACK * _DAY, 0
        while day >= oldest and misses < _MOST_MISSES and not self.is_full:
            key = f"{self.name}/issue/{day}"
            is_known = day < newest and not self.full and self.memory.is_done(key)
            page = None if is_known else await self._first_page(day)
            misses = 0 if is_known or page else misses + 1
            if is_known or page:
                yield page
            if page and day < newest:
                self.memory.found(Known(key, page.url, "list"))
                self.memory.done(key)
            day -= _DAY

    async def _newest_day(self) -> date:
        """Where the root sends its readers, else today."""
        root = await self._fetch(self.paper.root) if self.paper.root else None
        if root:
            self._pages[root.url] = root
            for url in (root.url, self.paper.newest(root) or ""):
                if day := self.paper.sheet_day(url):
                    self._first_sheet, self._fronts[day] = _file(url), url
                    return day
        return datetime.now(SHANGHAI).date()

    async def _first_page(self, day: date) -> Page | None:
        for url in await self._first_sheets(day):
            if page := self._pages.get(url) or await self._fetch(url):
                self._first_sheet = _file(url)
                self._seen.add(self.list_key(page.url))
                return page
        return None

    async def _first_sheets(self, day: date) -> list[str]:
        """Where the issue's first sheet may be: what the calendar says, else the forms, last successful first."""
        if day not in self._fronts:
            self._fronts |= await self._calendar(day)
        if day in self._fronts:
            return [self._fronts[day]]
        if any(known > day for known in self._calendars[day.replace(day=1)]):
            return []
        return sorted(self.paper.front_urls(day), key=lambda url: _file(url) != self._first_sheet)

    async def _calendar(self, day: date) -> Mapping[date, str]:
        """The month's issues; asked for once, empty when the paper has no calendar."""
        month = day.replace(day=1)
        for url in self.paper.period_urls(month) if month not in self._calendars else ():
            page = await self._fetch(url)
            self._calendars[month] = self.paper.issues(page) if page else {}
            if self._calendars[month]:
                break
        return self._calendars.setdefault(month, {})

    async def _fetch(self, url: str) -> Page | None:
        """The page, when it is there. A host that cannot be reached is not tried again."""
        if host_of(url) in self._unreachable:
            return None
        try:
            response = await self.crawler.engine.download_async(Request(url))
        except FETCH_ERRORS as error:
            self._unreachable[host_of(url)] = name_failure(error)
            return None
        return page_of(response) if response.status == 200 else None

    def _nothing_found(self) -> Any:
        url = self.paper.root or next(iter(self.paper.front_urls(datetime.now(SHANGHAI).date())), "")
        kind, reason = self._unreachable.get(host_of(url), ("empty-list", "no issue found"))
        return self.problem(f"{self.name}/issue", url, kind, reason)


def _file(url: str) -> str:
    """The last part of the path."""
    return url.partition("?")[0].rpartition("/")[2]
