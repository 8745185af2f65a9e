"""What happens to an article between the spider and the store, in the order of the flow.

Each step is a few lines over its room; `reading.py` runs the same steps for files. A page that turns out to be no
article on the way becomes a problem of its address. Deduplicating and storing are one transaction: only it can tell
that another process has not just stored the same text. Search index and stories follow, many articles at a time.

What reads articles is imported with the first one, and the exporters when they are wanted: most runs of a day find
nothing new.
"""

from datetime import UTC, datetime
from typing import ClassVar, Self

from scrapy.crawler import Crawler
from scrapy.exceptions import DropItem
from sqlalchemy import Connection, Table

from nnnews.config import PREFIX, scoped_config
from nnnews.errors import PageError
from nnnews.items import Article, Problem
from nnnews.storage import memory, rechecks, shared_store, waiting, writing
from nnnews.storage.problems import clear_problems, record_problem
from nnnews.storage.rechecks import Terms, Visit
from nnnews.storage.story_tables import unsettled
from nnnews.storage.tables import unindexed
from nnnews.tally import Tally

Item = Article | Problem
_MOST = 50  # articles that wait for search index and story


class Step:
    """One step of the recipe; what is no article passes by."""

    def step(self, article: Article) -> Article:
        """What this pipeline does to an article. Raises PageError when it turns out to be none."""
        raise NotImplementedError

    def process_item(self, item: Item) -> Item:
        """The article one step further, or the problem that the step met."""
        if isinstance(item, Problem):
            return item
        try:
            return self.step(item)
        except PageError as error:
            return Problem(item.key, error.url, item.site or "", error.kind, error.reason)


class CheckPipeline(Step):
    """An article has a title and a body."""

    def step(self, article: Article) -> Article:
        from nnnews.reading import check

        return check(article)


class BoilerplatePipeline(Step):
    """Lines of the portal go."""

    def step(self, article: Article) -> Article:
        from nnnews.reading import strip

        return strip(article)


class BylinePipeline(Step):
    """Who wrote it."""

    def step(self, article: Article) -> Article:
        from nnnews.reading import credit

        return credit(article)


class DistrictPipeline(Step):
    """Where it plays."""

    def step(self, article: Article) -> Article:
        from nnnews.reading import place

        return place(article)


class FiguresPipeline(Step):
    """Every number with its unit."""

    def step(self, article: Article) -> Article:
        from nnnews.reading import count

        return count(article)


class CongressPipeline(Step):
    """Whether it is about a people's congress."""

    def step(self, article: Article) -> Article:
        from nnnews.reading import judge

        return judge(article)


class TallyPipeline:
    """Counts what was found on the page."""

    def __init__(self, crawler: Crawler) -> None:
        self.tally = Tally(crawler.stats) if crawler.stats else None

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """As Scrapy asks for it."""
        return cls(crawler)

    def process_item(self, item: Item) -> Item:
        """The item as it is."""
        if self.tally:
            self.tally.add(item)
        return item


class StorePipeline:
    """Deduplicates, stores, and marks the address as done, in one transaction."""

    def __init__(self, crawler: Crawler) -> None:
        self.crawler, self.stats = crawler, crawler.stats
        config = scoped_config(crawler.settings)
        self.engine = shared_store(config.database_url)
        self.archive, self.terms = config.archive_folder, Terms.of(config)

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """As Scrapy asks for it."""
        return cls(crawler)

    def process_item(self, item: Item) -> Item:
        """Raises DropItem for a problem, once it is written down."""
        visit = Visit(datetime.now(UTC), self.terms)
        with writing(self.engine) as connection:
            if isinstance(item, Problem):
                names = self._fail(connection, item, visit)
            else:
                names = self._save(connection, item, visit)
            self._settle(connection)
        for name in names:
            self._count(name)
        if isinstance(item, Problem):
            raise DropItem(f"{item.url}: {item.reason}")
        return item

    def _save(self, connection: Connection, article: Article, visit: Visit) -> list[str]:
        from nnnews.archive.baseline import Baseline
        from nnnews.storage.store import save

        saved = save(connection, article, visit.now, Baseline(self.archive))
        if saved.outcome in ("new", "copy"):
            rechecks.plan(connection, article, visit)
            restored = False
        else:
            restored = rechecks.found(connection, article.key, visit, article)
        memory.acknowledge(connection, article.key)
        clear_problems(connection, article.key)
        edit = [f"edit/{saved.edit.kind}"] if saved.edit else []
        return [saved.outcome, *edit, *(["restored"] if restored else [])]

    def _fail(self, connection: Connection, problem: Problem, visit: Visit) -> list[str]:
        """An address whose article is stored is no worse for it."""
        record_problem(connection, problem, visit.now)
        if rechecks.is_stored(connection, problem.key):
            rechecks.postpone(connection, problem.key, visit)
            memory.acknowledge(connection, problem.key)
        else:
            memory.fail(connection, problem.key, problem.reason, visit.now)
        return [f"problem/{problem.kind}"]

    def _settle(self, connection: Connection) -> None:
        """What the server said goes with what it sent; a spider that is not of a site remembers nothing."""
        if spider_memory := getattr(self.crawler.spider, "memory", None):
            spider_memory.settle(connection)

    def _count(self, name: str) -> None:
        if self.stats:
            self.stats.inc_value(f"nnnews/{name}")


class CatchUp:
    """Does for `_MOST` stored articles at once what costs several times as much for one, and what a killed run left."""

    queue: ClassVar[Table]

    def __init__(self, crawler: Crawler) -> None:
        self.engine = shared_store(scoped_config(crawler.settings).database_url)
        self._stored = 0

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """As Scrapy asks for it."""
        return cls(crawler)

    def process_item(self, item: Item) -> Item:
        """One more may wait."""
        self._stored += 1
        if self._stored % _MOST == 0:
            self.close_spider()
        return item

    def close_spider(self) -> None:
        """The rest."""
        waiting.catch_up(self.engine, [self.queue])


class SearchPipeline(CatchUp):
    """The words of the articles go into the search index: 0.2 ms each, not 0.9."""

    queue = unindexed


class StoryPipeline(CatchUp):
    """The articles find their stories: 0.7 ms each, not 2.2."""

    queue = unsettled


class PublishPipeline:
    """Writes the exports when the spider closes, unless the run does so itself (NNNEWS_PUBLISH)."""

    def __init__(self, crawler: Crawler) -> None:
        self.wanted = crawler.settings.getbool(PREFIX + "PUBLISH")
        self.config = scoped_config(crawler.settings)

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """As Scrapy asks for it."""
        return cls(crawler)

    def process_item(self, item: Item) -> Item:
        """Nothing to do for one article."""
        return item

    def close_spider(self) -> None:
        """Publish what the store holds now."""
        if self.wanted:
            from nnnews.exporters import export_all

            export_all(shared_store(self.config.database_url), self.config)
