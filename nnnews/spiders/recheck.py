"""Articles of earlier runs asked for again: what changed, what is gone, and whether the site is only out of order.

What was missed is judged when the crawl ends. A site that has lost many articles at once has moved or is being
repaired, and nothing of that is a withdrawal.
"""

from urllib.parse import urlsplit

from nnnews.platforms.base import Site

_FEW = 5  # so many may be missed in one run, and a share of those asked
_SHARE = 0.2
_GONE = ("http-404", "http-410")
_FRONTS = ("", "index.html", "index.htm", "index.shtml", "index.php", "default.html", "404.html", "error.html")


class Rechecks:
    """The articles that a run asks for again, and what it met."""

    def __init__(self) -> None:
        self._asked: dict[str, bool] = {}  # key → whether it was missed before
        self._by_layout: set[str] = set()
        self._missed: dict[str, str] = {}
        self._stood = 0

    def __contains__(self, key: str) -> bool:
        return key in self._asked

    def ask(self, key: str, *, missed: bool = False, by_layout: bool = False) -> None:
        """The article is asked for again; `missed`: it was not there last time; `by_layout`: a layout read it."""
        self._asked[key] = missed
        if by_layout:
            self._by_layout.add(key)

    def had_layout(self, key: str) -> bool:
        """Whether a layout read it last time."""
        return key in self._by_layout

    def stood(self) -> None:
        """An article, new or known, was there."""
        self._stood += 1

    def miss(self, key: str, reason: str) -> None:
        """Something says that the article is there no more."""
        self._missed[key] = reason

    @property
    def missed(self) -> dict[str, str]:
        """Key → what was met in place of the article."""
        return self._missed

    @property
    def is_outage(self) -> bool:
        """Whether the site is out of order: it showed no article, or too many that stood are missed at once."""
        fresh = sum(not self._asked[key] for key in self._missed)
        return bool(self._missed) and (not self._stood or fresh > max(_FEW, _SHARE * len(self._asked)))


def is_gone(kind: str, reason: str) -> bool:
    """Whether a problem says that there is no article any more, and not that it cannot be had now."""
    return kind in _GONE or (kind == "blocked" and reason.startswith("not-found"))


def is_front(site: Site, target: str) -> bool:
    """Whether an address is where sites send those who ask for what is gone: the front page, an error page."""
    if not target or not site.owns(target):
        return False
    parts = urlsplit(target)
    return not parts.query and parts.path.strip("/").lower() in _FRONTS
