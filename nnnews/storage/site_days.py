"""What each site gave day by day: small enough to be read in every run."""

from collections.abc import Collection, Iterable
from datetime import date, datetime

from sqlalchemy import Connection, delete, func, insert, select

from nnnews.storage.health_tables import site_days
from nnnews.storage.stored import SiteDay

_NOUN = [site_days.c[name] for name in SiteDay.__slots__]


def recent(connection: Connection, since: date, sites: Collection[str] = ()) -> tuple[SiteDay, ...]:
    """The days from `since` on, the oldest first; of all sites where none is named."""
    chosen = select(*_NOUN).where(site_days.c.day >= since).order_by(site_days.c.day, site_days.c.site)
    return tuple(
        SiteDay(*row) for row in connection.execute(chosen.where(site_days.c.site.in_(sites)) if sites else chosen)
    )


def numbers(connection: Connection, since: date) -> tuple[SiteDay, ...]:
    """The numbers of the days alone, of all sites: four months of a hundred are read in a tenth of a second."""
    light = [site_days.c[name] for name in ("site", "day", "runs", "new")]
    chosen = select(*light).where(site_days.c.day >= since).order_by(site_days.c.day, site_days.c.site)
    return tuple(SiteDay(*row) for row in connection.execute(chosen))


def keep(connection: Connection, days: Iterable[SiteDay]) -> None:
    """Each day as it is now, in place of what was kept of it."""
    for one in days:
        connection.execute(delete(site_days).where(site_days.c.day == one.day, site_days.c.site == one.site))
        row = {name: getattr(one, name) for name in SiteDay.__slots__}
        connection.execute(insert(site_days), row | {"learned": dict(one.learned)})


def last_successes(connection: Connection) -> dict[str, datetime]:
    """By site, when the last run ended in which it did not fail."""
    chosen = select(site_days.c.site, func.max(site_days.c.last_success)).group_by(site_days.c.site)
    return {site: ended for site, ended in connection.execute(chosen) if ended}
