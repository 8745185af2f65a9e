"""A newsroom whose store has what a test puts there, with one subscription to a chat service on loopback."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from chat_service import Service

from nnnews.alerts.delivering import Patience
from nnnews.alerts.run import Means, Outcome, alert
from nnnews.config import Config
from nnnews.items import Article, Congress, Figure
from nnnews.searches import SavedSearch
from nnnews.storage import open_store, outbox, reading, stories, writing
from nnnews.storage.outbox import Letter
from nnnews.storage.store import save
from nnnews.subscriptions import Channel, Schedule, Secret, Subscription

# Invented, like every text of these tests.
TEXT = "近日，青秀区人大常委会组织50余名代表视察老旧小区改造。\n代表们走进12个小区，查看了预算执行情况，提出建议36条。"
VISIT = Article(
    key="nnnews/1",
    url="http://www.nnnews.net/p/1.html",
    site="nnnews",
    title="青秀区人大代表视察老旧小区",
    text=TEXT,
    district="青秀区",
    figures=(Figure("50余名", 13, 17, 50, None, "名", "over", "代表", TEXT.partition("\n")[0]),),
    congress=Congress(True, 0.9, ("监督", "代表工作")),
)
BUDGET = SavedSearch("budget", "预算", every=("预算",))
HASTY = Patience(between=(0.01, 0.01))


class Newsroom:
    """A store and one subscription at once, over WeCom, to the service."""

    def __init__(self, folder: Path, service: Service) -> None:
        self.service = service
        url = f"sqlite:///{folder}/store.sqlite3"
        self.engine = open_store(url)
        channel = Channel("wecom", Secret("key-of-the-robot"), base_url=service.url)
        office = Subscription("office", channel, schedule=Schedule(0))
        self.config = Config(data=folder, database=url, feeds=(BUDGET,), alerts=(office,))

    def subscribe(self, **fields: Any) -> None:
        """The subscription, changed."""
        self.config = replace(self.config, alerts=(replace(self.config.alerts[0], **fields),))

    def add(self, article: Article, ago: timedelta = timedelta()) -> int:
        """Stored so long ago, its story settled."""
        seen = datetime.now(UTC) - ago
        with writing(self.engine) as connection:
            article_id = save(connection, article, seen).article_id
            stories.settle(connection, [article_id], seen)
        return article_id

    def alert(self, now: datetime | None = None) -> Outcome:
        """One run, at that time."""
        return alert(self.config, Means({}, HASTY, now or datetime.now(UTC)))

    def put(self, *letters: tuple[str, ...]) -> None:
        """Into the outbox, each letter in its parts."""
        with writing(self.engine) as connection:
            outbox.put(connection, [Letter("office", "c", parts) for parts in letters], datetime.now(UTC))

    @property
    def waiting(self) -> list[str]:
        """The parts in the outbox."""
        with reading(self.engine) as connection:
            return [part.text for part in outbox.waiting(connection, "office")]

    @property
    def texts(self) -> list[str]:
        """What came, and is now forgotten."""
        texts = self.service.texts
        self.service.posts.clear()
        return texts
