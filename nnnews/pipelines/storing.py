"""Deduplicating and storing are one transaction: only it can tell that another process has not just stored the text."""

from datetime import UTC, datetime

from scrapy.crawler import Crawler
from scrapy.exceptions import DropItem
from sqlalchemy import Connection

from nnnews.config import scoped_config
from nnnews.items import Article, Problem
from nnnews.pipelines.step import Item, OfCrawler
from nnnews.storage import memory, rechecks, shared_writer, writing
from nnnews.storage.problems import record_problem
from nnnews.storage.rechecks import Terms, Visit


class StorePipeline(OfCrawler):
    """Deduplicates, stores, and marks the address as done, in one transaction."""

    def __init__(self, crawler: Crawler) -> None:
        self.crawler, self.stats = crawler, crawler.stats
        config = scoped_config(crawler.settings)
        self.database_url = config.database_url
        self.archive, self.terms = config.archive_folder, Terms.of(config)

    def process_item(self, item: Item) -> Item:
        """Raises DropItem for a problem, once it is written down."""
        visit = Visit(datetime.now(UTC), self.terms)
        with writing(shared_writer(self.database_url)) as connection:
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
        self._acknowledge(connection, article.key)
        edit = [f"edit/{saved.edit.kind}"] if saved.edit else []
        return [saved.outcome, *edit, *(["restored"] if restored else [])]

    def _fail(self, connection: Connection, problem: Problem, visit: Visit) -> list[str]:
        """An address whose article is stored is no worse for it."""
        record_problem(connection, problem, visit.now)
        if rechecks.is_stored(connection, problem.key):
            rechecks.postpone(connection, problem.key, visit)
            self._acknowledge(connection, problem.key)
        else:
            memory.fail(connection, problem.key, problem.reason, visit.now)
        return [f"problem/{problem.kind}"]

    def _acknowledge(self, connection: Connection, key: str) -> None:
        """With what the server said of it; a spider that is not of a site remembers nothing."""
        spider_memory = getattr(self.crawler.spider, "memory", None)
        memory.acknowledge(connection, key, spider_memory.take_answer(key) if spider_memory else None)

    def _settle(self, connection: Connection) -> None:
        """What servers said of other addresses goes with what they sent."""
        if spider_memory := getattr(self.crawler.spider, "memory", None):
            spider_memory.settle(connection)

    def _count(self, name: str) -> None:
        if self.stats:
            self.stats.inc_value(f"nnnews/{name}")
