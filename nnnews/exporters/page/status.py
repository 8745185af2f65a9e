"""How the crawl stands, a row a site. It tells of the last run, so it stands beside the manifest.

Times are days: a run that found nothing new and no fault leaves these files as they are too. `nnnews runs` has the
clock times.
"""

import json
from collections.abc import Iterator
from datetime import datetime
from functools import partial
from typing import Any

from nnnews.exporters.files import File
from nnnews.exporters.page.site import Site
from nnnews.exporters.page.template import render
from nnnews.items import SHANGHAI
from nnnews.sites import all_sites
from nnnews.storage import queries, site_days
from nnnews.storage.runs import last_run


def status_files(site: Site) -> Iterator[File]:
    """For people and for programs."""
    told = _status(site)
    pieces = partial(render, "status.html", site=site, told=told)
    yield File("status.html", "", pieces, listed=False)
    yield File("status.json", "", lambda: [json.dumps(told, ensure_ascii=False, indent=1), "\n"], listed=False)


def _status(site: Site) -> dict[str, Any]:
    connection = site.snapshot.connection
    last = last_run(connection)
    counts, successes = queries.count_sites(connection), site_days.last_successes(connection)
    verdicts = {one.site: one.verdict for one in last.sites} if last else {}
    rows = []
    for one in all_sites().values():
        own = counts.get(one.name)
        rows.append(
            {
                "site": one.name,
                "title": one.title,
                "last_success": _day(successes.get(one.name)),
                "last_run": verdicts.get(one.name),
                "articles": own.articles if own else 0,
                "copies": own.copies if own else 0,
                "problems": own.problems if own else 0,
                "dead": one.dead,
            }
        )
    return {"run": _day(last.finished) if last else None, "verdict": last.verdict if last else None, "sites": rows}


def _day(when: datetime | None) -> str | None:
    """The day in Nanning."""
    return when.astimezone(SHANGHAI).date().isoformat() if when else None
