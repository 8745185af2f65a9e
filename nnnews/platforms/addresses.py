"""What an address tells: which article, which day."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from urllib.parse import SplitResult, urljoin, urlsplit

from nnnews.items import SHANGHAI

# What shares, apps and reading modes add to an address.
_TRACKING = re.compile(r"utm_\w+|spm|from|isappinstalled|nsukey|scene|share\w*|pcview|div")
_DAY_LENGTH = 8  # 20260305: read at a tenth of the price of 2026305

_SLASHLESS = re.compile(r"[^/.?#:]+/")  # html/art7.html, but not ./art7.html, art7.html, http://…


@dataclass(frozen=True, slots=True)
class ArticleURL:
    """How the addresses of one kind of article look.

    `pattern` is matched against the path, and against path and query where an address has both (/show.php?id=7).
    Its groups tell the day: `ymd`; `ym` and `d`; or `hex`, Unix seconds. `key` makes the article's id of the groups
    and of `day`; what it leaves out, such as the number of a part, does not make another article.
    """

    pattern: re.Pattern[str]
    key: str = "{id}"

    def match(self, url: str) -> re.Match[str] | None:
        """The groups of an address of this kind."""
        parts = urlsplit(url)
        found = self.pattern.fullmatch(parts.path)
        return self.pattern.fullmatch(f"{parts.path}?{parts.query}") if parts.query and not found else found

    def article_id(self, url: str) -> str | None:
        """The id, equal for all addresses of the article; None when the address is of another kind."""
        found = self.match(url)
        if not found:
            return None
        groups = {name: value or "" for name, value in found.groupdict().items()}
        day = (read_url_day(groups) or "") if "{day}" in self.key else ""
        return self.key.format(day=day, **groups)


def host_of(url: str) -> str:
    """The host in small letters, without its port; empty when the address is malformed, its port included."""
    try:
        return _host_in(urlsplit(url).netloc)
    except ValueError:
        return ""


@lru_cache(maxsize=1000)
def _host_in(netloc: str) -> str:
    """Asked several times for each link of a list, and of few hosts. Raises ValueError for a malformed port."""
    parts = SplitResult("", netloc, "", "", "")
    return (parts.hostname or "") if parts.port != 0 else ""


def clean_url(url: str) -> str:
    """The address without fragment, default port and what only tells where a reader came from."""
    parts = urlsplit(url)
    host = (parts.hostname or "") + (f":{parts.port}" if parts.port not in (None, 80, 443) else "")
    # Not decoded: a query may be percent-encoded GBK.
    pairs = [pair for pair in parts.query.split("&") if pair and not _TRACKING.fullmatch(pair.partition("=")[0])]
    return SplitResult(parts.scheme.lower(), host, parts.path or "/", "&".join(pairs), "").geturl()


def resolve_rooted(base: str, href: str) -> str:
    """The absolute address where `html/art7.html` means `/html/art7.html`, on whatever page it stands."""
    return urljoin(base, f"/{href}" if _SLASHLESS.match(href) else href)


def read_url_day(groups: Mapping[str, str | None]) -> date | None:
    """The day told by the groups of an article's address; None for none, and for a day that no calendar has."""
    if seconds := groups.get("hex"):
        return datetime.fromtimestamp(int(seconds, 16), SHANGHAI).date()
    written = groups.get("ymd") or (groups.get("ym") or "") + (groups.get("d") or "").zfill(2)
    digits = written.replace("-", "").replace("/", "")
    if len(digits) < 6:
        return None
    try:
        if len(digits) == _DAY_LENGTH and digits.isdecimal() and digits.isascii():
            return date.fromisoformat(digits)
        return datetime.strptime(digits, "%Y%m%d").date()
    except ValueError:
        return None
