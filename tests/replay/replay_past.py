"""An archive of invented pages, and what a replay of it finds."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from nnnews.archive import Archive, Exchange, Terms
from nnnews.config import Config
from nnnews.replay.changes import Change
from nnnews.replay.plan import Plan
from nnnews.replay.run import replaying, write
from nnnews.storage import open_store

WWW = "http://www.nnnews.net"
BODY = "南宁市人大常委会组成人员到青秀区开展执法检查，听取情况汇报，查阅有关台账，并与社区居民座谈交流。"
START = datetime(2026, 3, 5, 4, tzinfo=UTC)
HTML = ((b"Content-Type", b"text/html; charset=utf-8"),)


def page(title: str, body: str = BODY, tail: str = "") -> bytes:
    heading = f'<div class="xiangqing_dabiaoti"><h2>{title}</h2></div>' if title else ""
    bar = '<div class="fxandtime_left"><ul><li>2026-03-05 09:12</li><li>来源：南宁日报</li></ul></div>'
    text = f'<div class="xiangqing_three_left"><p>　　{body * 3}</p>{tail}</div>'
    return f'<html><head><meta charset="utf-8"></head><body>{heading}{bar}{text}</body></html>'.encode()


class Past:
    """Puts answers into the archive, an hour after one another, and replays it."""

    def __init__(self, folder: Path) -> None:
        self.config = Config(data=folder / "data")
        self.now = START

    def answered(self, path: str, body: bytes = b"", status: int = 200, title: str = "") -> None:
        """One more answer of the site."""
        archive = Archive(open_store(self.config.database_url), Terms(self.config.archive_folder))
        archive.add(Exchange(WWW + path, status, HTML, body, self.now, link_title=title))
        archive.close()
        self.now += timedelta(hours=1)

    def changes(self, plan: Plan | None = None, processes: int = 1) -> list[Change]:
        """What a replay would change."""
        with replaying(self.config, plan or Plan(), processes) as replay:
            return [change for done in replay.done for change in done.changes]

    def write(self, plan: Plan | None = None) -> None:
        """Replays and writes."""
        write(open_store(self.config.database_url), self.changes(plan))
