"""`nnnews status --accept`: what was lost is ordinary from now on."""

from collections.abc import Sequence
from datetime import UTC, datetime

from sqlalchemy import Connection

from nnnews.cli.status import reason
from nnnews.config import Config
from nnnews.errors import UsageError
from nnnews.items import SHANGHAI
from nnnews.monitor.accepting import accepted, begun_anew, is_loss
from nnnews.monitor.standing import HISTORY
from nnnews.storage import health, open_store, site_days, writing
from nnnews.storage.runs import last_run
from nnnews.storage.stored import Health


def accept_losses(config: Config, names: Sequence[str]) -> None:
    """Print a line for each loss of these sites or fields (`nnrb`, `nnrb/source`); UsageError where there is none."""
    with writing(open_store(config.database_url)) as connection:
        losses = [one for name in names for one in _losses(connection, name)]
        for loss in losses:
            _accept(connection, loss)
    for loss in losses:
        print(f"accepted: {loss.site}: {reason(loss)}")


def _losses(connection: Connection, name: str) -> list[Health]:
    site, _, field = name.partition("/")
    known = [one for one in health.current(connection) if one.site == site and field in ("", one.field)]
    losses = [one for one in known if is_loss(one)]
    if not losses:
        raise UsageError(f"{name}: no loss to be accepted; see nnnews status")
    return losses


def _accept(connection: Connection, loss: Health) -> None:
    now, newest = datetime.now(UTC), last_run(connection)
    health.settle(connection, [accepted(loss, now, newest.id if newest else loss.run_id)])
    days = site_days.recent(connection, now.astimezone(SHANGHAI).date() - HISTORY, [loss.site])
    site_days.keep(connection, [begun_anew(day, loss) for day in days])
