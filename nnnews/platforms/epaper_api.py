"""The e-paper interface of 广西日报: api.php?name=&date=&code=&xuhao= serves lists and texts as plain HTML.

The readers' address (a script shell) carries the same four parameters. With v=j4 the interface lists the sheets of
an issue as JSON: {"list": {"001": …}, "riqi": "2026-09-10"}.
"""

import json
from datetime import date
from typing import ClassVar
from urllib.parse import parse_qsl, urlencode, urlsplit

from nnnews.items import Page
from nnnews.platforms.addresses import read_url_day
from nnnews.platforms.base import Layout, Links
from nnnews.platforms.markup import Markup
from nnnews.platforms.paper import Paper

LAYOUTS = (
    Layout("epaper-api-ozoom", body="#ozoom"),
    Layout("epaper-api-content", body="#content, .content"),
)


class EpaperApi(Paper):
    """A paper behind the interface. `paper` is its name there, `api` and `shell` are the two addresses."""

    paper: ClassVar[str]
    api: ClassVar[str]
    shell: ClassVar[str]
    layouts: ClassVar[tuple[Layout, ...]] = LAYOUTS

    def front_urls(self, day: date) -> tuple[str, ...]:
        """The issue's list of sheets, then its first sheet, then what older systems had."""
        issue = {"name": self.paper, "date": day.isoformat()}
        first = ({**issue, "v": "j4"}, {**issue, "code": "001"})
        return (*(f"{self.api}?{urlencode(query)}" for query in first), *super().front_urls(day))

    def article_key(self, url: str) -> str | None:
        """An article is told by day, sheet and number."""
        query = self._query(url)
        if query.get("xuhao") and query.get("code"):
            return f"{self.name}/{query['date']}-{query['code']}-{query['xuhao']}"
        return super().article_key(url)

    def published_hint(self, url: str) -> date | None:
        """The day of the issue."""
        return read_url_day({"ymd": self._query(url).get("date", "")}) or super().published_hint(url)

    def sheet_day(self, url: str) -> date | None:
        """A sheet is an address of the interface that names no article."""
        query = self._query(url)
        is_sheet = "date" in query and "xuhao" not in query
        return read_url_day({"ymd": query["date"]}) if is_sheet else super().sheet_day(url)

    def canonical(self, url: str) -> str:
        """The readers' address."""
        query = self._query(url)
        shown = [(name, query[name]) for name in ("name", "date", "code", "xuhao") if name in query]
        return f"{self.shell}?{urlencode(shown)}" if shown else super().canonical(url)

    def resolve(self, base: str, href: str) -> str:
        """Links of both forms lead to the interface, which serves the text."""
        url = super().resolve(base, href)
        query = self._query(url)
        return f"{self.api}?{urlencode(query)}" if query else url

    def links(self, page: Page) -> Links:
        """As of any sheet; the JSON list of an issue names its sheets."""
        query = self._query(page.url)
        if query.get("v") != "j4":
            return super().links(page)
        sheets = ({"name": self.paper, "date": query["date"], "code": code} for code in _sheet_codes(page))
        return Links(lists=tuple(f"{self.api}?{urlencode(sheet)}" for sheet in sheets))

    def _query(self, url: str) -> dict[str, str]:
        """The parameters of an address of this paper; empty for other addresses."""
        query = dict(parse_qsl(urlsplit(url).query)) if self.owns(url) else {}
        return query if query.get("name") == self.paper and "date" in query else {}


def _sheet_codes(page: Page) -> tuple[str, ...]:
    try:
        sheets = json.loads(Markup(page).text).get("list", {})
    except (ValueError, AttributeError):
        return ()
    return tuple(sheets) if isinstance(sheets, dict) else ()
