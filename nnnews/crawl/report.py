"""What one site's crawl came to, read off Scrapy's counters."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

_STATUS = "downloader/response_status_count/"
_ERROR = "downloader/exception_type_count/"
_PROBLEM = "nnnews/problem/"
_STOPPED = {"shutdown": "stopped"}


@dataclass(frozen=True, slots=True)
class SiteReport:
    """Counters of one site; `failure` says in words why it counts as failed, None when it does not."""

    site: str
    requests: int = 0
    found: int = 0
    new: int = 0
    changed: int = 0
    copies: int = 0
    known: int = 0
    statuses: Mapping[str, int] = field(default_factory=dict)
    problems: Mapping[str, int] = field(default_factory=dict)
    bytes: int = 0
    seconds: float = 0.0
    failure: str | None = None


def report(site: str, stats: Mapping[str, Any], *, ended: bool) -> SiteReport:
    """The report of a crawl; a failure is judged only once it has ended."""
    return SiteReport(
        site=site,
        requests=stats.get("downloader/request_count", 0),
        found=stats.get("nnnews/found", 0),
        new=stats.get("nnnews/new", 0),
        changed=stats.get("nnnews/changed", 0),
        copies=stats.get("nnnews/copy", 0),
        known=stats.get("nnnews/known", 0),
        statuses=_below(stats, _STATUS),
        problems=_below(stats, _PROBLEM),
        bytes=stats.get("downloader/response_bytes", 0),
        seconds=round(stats.get("elapsed_time_seconds", 0.0), 1),
        failure=_failure(stats) if ended else None,
    )


def _failure(stats: Mapping[str, Any]) -> str | None:
    """Scrapy ends with code 0 whatever happened, so the reasons are looked for in the order of their weight."""
    reason = stats.get("finish_reason")
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
    if stats.get("nnnews/lists", 0):
        return "its lists name no article; the site may have changed"
    if errors := _below(stats, _ERROR):
        return "no answer (" + ", ".join(name.rsplit(".", 1)[-1] for name in errors) + ")"
    return "no list could be read (status " + ", ".join(_below(stats, _STATUS)) + ")"


def _below(stats: Mapping[str, Any], prefix: str) -> dict[str, int]:
    return {key.removeprefix(prefix): value for key, value in sorted(stats.items()) if key.startswith(prefix)}
