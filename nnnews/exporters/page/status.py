"""How the sites do, a row a site. It tells of the last run, so it stands beside the manifest.

Times are days: a run that found nothing new and no fault leaves these files as they are too. `nnnews runs` has the
clock times.
"""

import json
from collections.abc import Iterator, Sequence
from datetime import datetime
from functools import partial
from typing import Any

from nnnews.exporters.files import File
from nnnews.exporters.page.site import Site
from nnnews.exporters.page.template import render
from nnnews.items import SHANGHAI
from nnnews.sites import all_sites
from nnnews.storage import health, queries, site_days
from nnnews.storage.runs import last_run
from nnnews.storage.stored import NETWORK, STATES, Health

WORDS = {
    "fine": "正常",
    "uneasy": "留意",
    "broken": "故障",
    "blocked": "被拒绝访问",
    "silent": "没有新稿",
    "unknown": "未知",
}
FIELDS = {
    "": "网站",
    "lists": "栏目列表",
    "layout": "页面版式",
    "title": "标题",
    "published": "发布时间",
    "source": "来源",
    "author": "作者",
    "text": "正文",
}


def status_files(site: Site) -> Iterator[File]:
    """For people and for programs."""
    told = _status(site)
    pieces = partial(render, "status.html", site=site, told=told, words=WORDS, fields=FIELDS)
    yield File("status.html", "", pieces, listed=False)
    yield File("status.json", "", lambda: [json.dumps(told, ensure_ascii=False, indent=1), "\n"], listed=False)


def _status(site: Site) -> dict[str, Any]:
    connection = site.snapshot.connection
    last = last_run(connection)
    counts, successes = queries.count_sites(connection), site_days.last_successes(connection)
    verdicts = {one.site: one.verdict for one in last.sites} if last else {}
    states = health.current(connection)
    rows = []
    for one in all_sites().values():
        own = counts.get(one.name)
        rows.append(
            {
                "site": one.name,
                "title": one.title,
                **_state([health for health in states if health.site == one.name]),
                "last_success": _day(successes.get(one.name)),
                "last_run": verdicts.get(one.name),
                "articles": own.articles if own else 0,
                "copies": own.copies if own else 0,
                "problems": own.problems if own else 0,
                "dead": one.dead,
            }
        )
    network = _state([health for health in states if health.site == NETWORK])
    run = {"run": _day(last.finished) if last else None, "verdict": last.verdict if last else None}
    return {**run, "network": network, "sites": rows}


def _state(states: Sequence[Health]) -> dict[str, Any]:
    """The worst of a site's states, and each of its fields that is not fine. Reasons are for `nnnews status`."""
    troubles = [one for one in states if one.state != "fine"]
    worst = min(states, key=lambda one: STATES.index(one.state), default=None)
    told = [{"field": one.field, "state": one.state, "since": _day(one.since)} for one in troubles]
    return {"state": worst.state if worst else "unknown", "troubles": told}


def _day(when: datetime | None) -> str | None:
    """The day in Nanning."""
    return when.astimezone(SHANGHAI).date().isoformat() if when else None
