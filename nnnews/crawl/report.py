"""What one site's crawl came to, read off Scrapy's counters."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from nnnews.tally import tallied

_STATUS = "downloader/response_status_count/"
_ERROR = "downloader/exception_type_count/"
_PROBLEM = "nnnews/problem/"
_UNWRITTEN = "nnnews/unwritten"
_STOPPED = {
    "shutdown": "stopped",
    "request limit": "request_limit reached",
    "lease lost": "its hosts were taken over by another machine",
}


@dataclass(frozen=True, slots=True)
class SiteReport:
    """Counters of one site.

    `changed` were stored anew for whatever reason, `edited` are those whose title or text was changed by the site in a
    way that is news. Of the `missed`, which did not stand where they were, some are `withdrawn` from now on.

    `failure` says in words why it counts as failed, `note` why it was left alone though it did not fail. `unwritten`:
    what could not be written.
    """

    site: str
    requests: int = 0
    found: int = 0
    new: int = 0
    changed: int = 0
    rechecked: int = 0
    edited: int = 0
    missed: int = 0
    withdrawn: int = 0
    restored: int = 0
    copies: int = 0
    known: int = 0
    unchanged: int = 0
    statuses: Mapping[str, int] = field(default_factory=dict)
    problems: Mapping[str, int] = field(default_factory=dict)
    errors: Mapping[str, int] = field(default_factory=dict)
    tally: Mapping[str, Any] = field(default_factory=dict)
    bytes: int = 0
    seconds: float = 0.0
    failure: str | None = None
    note: str | None = None
    unwritten: str | None = None


def report(site: str, stats: Mapping[str, Any], *, ended: bool) -> SiteReport:
    """The report of a crawl; a failure is judged only once it has ended."""
    counted = ("found", "new", "changed", "rechecked", "missed", "withdrawn", "restored", "known", "unchanged")
    return SiteReport(
        site=site,
        requests=stats.get("downloader/request_count", 0),
        **{name: stats.get(f"nnnews/{name}", 0) for name in counted},
        copies=stats.get("nnnews/copy", 0),
        edited=stats.get("nnnews/edit/real", 0),
        statuses=_below(stats, _STATUS),
        problems=_below(stats, _PROBLEM),
        errors={name.rpartition(".")[2]: count for name, count in _below(stats, _ERROR).items()},
        tally=tallied(stats),
        bytes=stats.get("downloader/response_bytes", 0),
        seconds=round(stats.get("elapsed_time_seconds", 0.0), 1),
        failure=_failure(stats) if ended else None,
        note=_note(stats),
        unwritten=stats.get(_UNWRITTEN),
    )


def _note(stats: Mapping[str, Any]) -> str | None:
    if stats.get("finish_reason") == "outside hours":
        return "outside the hours that are set"
    if stats.get("nnnews/elsewhere"):
        return "crawled by another machine"
    return "dead" if stats.get("nnnews/dead") else None


def _failure(stats: Mapping[str, Any]) -> str | None:
    """Scrapy ends with code 0 whatever happened, so the reasons are looked for in the order of their weight."""
    reason = stats.get("finish_reason")
    if _UNWRITTEN in stats:
        return "not all of it could be written"
    if _note(stats):
        return None
    if reason is None:
        return "could not be started; see crawl.log"
    if reason != "finished":
        return _STOPPED.get(reason, f"ended early ({reason})")
    if crashes := stats.get("spider_exceptions/count", 0):
        return f"{crashes} page(s) broke the spider; see crawl.log"
    if not stats.get("nnnews/found", 0) and not stats.get("nnnews/unchanged", 0):
        return _silence(stats)
    return None


def _silence(stats: Mapping[str, Any]) -> str:
    """Why a site gave no article address at all."""
    if forbidden := stats.get("robotstxt/forbidden", 0):
        return f"robots.txt forbids {forbidden} addresses"
    if stats.get("nnnews/problem/blocked", 0):
        return "it keeps its lists from us (captcha, firewall or login)"
    if stats.get("nnnews/lists", 0):
        return "its lists name no article; the site may have changed"
    if errors := _below(stats, _ERROR):
        return "no answer (" + ", ".join(name.rsplit(".", 1)[-1] for name in errors) + ")"
    return "no list could be read (status " + ", ".join(_below(stats, _STATUS)) + ")"


def _below(stats: Mapping[str, Any], prefix: str) -> dict[str, int]:
    return {key.removeprefix(prefix): value for key, value in sorted(stats.items()) if key.startswith(prefix)}
