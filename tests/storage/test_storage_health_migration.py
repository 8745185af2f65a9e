"""Runs of before the monitor still tell when a site was last reached, and how much it gave."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from sqlalchemy import text

from nnnews.storage import open_store, reading, site_days
from nnnews.storage.engine import connect
from nnnews.storage.schema import migrate
from nnnews.storage.stored import SiteDay

EVENING = datetime(2026, 3, 2, 15, 0, tzinfo=UTC)  # 23:00 in Nanning
RUN = "INSERT INTO runs (id, started, finished, verdict) VALUES (:id, :at, :at, 'ok')"
COUNTS = '{"new": 4, "copies": 1}'
SITE = "INSERT INTO run_sites (run_id, site, verdict, counts) VALUES (:id, 'nnrb', :verdict, :counts)"


def test_days_are_made_of_the_runs_that_did_not_fail(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'store.sqlite3'}"
    engine = connect(url)
    with engine.execution_options(writes=True).begin() as connection:
        migrate(connection, "0006")
        for number, verdict in enumerate(("ok", "ok", "failed", "ok"), 1):
            at = (EVENING + timedelta(minutes=30 * number)).replace(tzinfo=None)
            connection.execute(text(RUN), {"id": number, "at": f"{at}.000000"})
            connection.execute(text(SITE), {"id": number, "verdict": verdict, "counts": COUNTS})
    engine.dispose()
    with reading(open_store(url)) as connection:
        days = site_days.recent(connection, date(2026, 3, 1))
    first, second = SiteDay("nnrb", date(2026, 3, 2), 1, 5), SiteDay("nnrb", date(2026, 3, 3), 2, 10)
    assert [(day.day, day.runs, day.new) for day in days] == [(one.day, one.runs, one.new) for one in (first, second)]
    assert days[-1].last_success == EVENING + timedelta(hours=2)
