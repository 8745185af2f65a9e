"""What a crawl prints when something goes wrong, and that it is printed once."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from nnnews.cli.crawl import run_crawl
from nnnews.config import Config
from nnnews.crawl.health import Ended, watch
from nnnews.crawl.plan import Plan
from nnnews.crawl.report import SiteReport
from nnnews.crawl.run import Run
from nnnews.crawl.verdict import Verdict
from nnnews.storage import open_store, writing
from nnnews.storage.runs import start_run
from nnnews.storage.stored import NETWORK, Health, SiteRun

NOON = datetime(2026, 3, 2, 4, 0, tzinfo=UTC)
LOST = {"found": 30, "tally": {"pages": 30, "field/title": 30, "field/published": 30, "field/text": 30}}
GONE = {"errors": {"DNSLookupError": 2}}
Printed = pytest.CaptureFixture[str]


def crawled(monkeypatch: pytest.MonkeyPatch, folder: Path, reports: list[SiteReport], *begun: Health) -> int:
    """The exit code of a crawl that came to this."""
    failed = any(report.failure for report in reports)
    run = Run(Verdict("partial" if failed else "ok", int(failed)), reports, begun)
    monkeypatch.setattr("nnnews.cli.crawl.crawl", lambda *_: run)
    return run_crawl(Config(data=folder), Plan(export=False))


def broken(site: str, field: str = "", reason: str = "its layout fits 1 of 9 pages; ordinary is 99%") -> Health:
    return Health(site, field, "broken", NOON, 1, reason)


def watched(folder: Path, *runs: dict[str, SiteRun]) -> list[list[tuple[str, str]]]:
    """What alarmed anew after each of these runs, a day apart."""
    store, told = open_store(f"sqlite:///{folder}/nnnews.sqlite3"), []
    for number, sites in enumerate(runs):
        with writing(store) as connection:
            run_id = start_run(connection, NOON)
        begun = watch(store, Ended(run_id, NOON + timedelta(days=number), tuple(sites.values())))
        told.append([(one.site, one.field) for one in begun])
    return told


def test_a_site_that_breaks_is_told_in_a_line_and_the_exit_code_stays(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: Printed
) -> None:
    code = crawled(monkeypatch, tmp_path, [SiteReport("nnrb")], broken("nnrb", "layout"), broken(NETWORK, "", "away"))
    assert capsys.readouterr().err.splitlines() == [
        "nnnews: nnrb: broken: layout: its layout fits 1 of 9 pages; ordinary is 99%; see nnnews status",
        "nnnews: *network: broken: away; see nnnews status",
    ]
    assert code == 0


def test_a_site_that_failed_is_told_once(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: Printed) -> None:
    code = crawled(monkeypatch, tmp_path, [SiteReport("nnrb", failure="no answer (timeout)")], broken("nnrb"))
    assert (capsys.readouterr().err, code) == ("nnnews: nnrb: no answer (timeout)\n", 1)


def test_a_run_that_is_fine_prints_nothing(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: Printed) -> None:
    crawled(monkeypatch, tmp_path, [SiteReport("nnrb")])
    assert capsys.readouterr().err == ""


def test_what_breaks_alarms_in_the_run_in_which_it_begins_and_not_in_the_next(tmp_path: Path) -> None:
    lost = {"nnrb": SiteRun("nnrb", "ok", LOST)}
    assert watched(tmp_path, lost, lost) == [[("nnrb", "layout")], []]


def test_sites_that_cannot_be_reached_together_alarm_once_as_the_network(tmp_path: Path) -> None:
    gone = {name: SiteRun(name, "no answer", GONE) for name in ("nnrb", "gxrd", "nnnews")}
    assert watched(tmp_path, gone, gone) == [[(NETWORK, "")], []]
