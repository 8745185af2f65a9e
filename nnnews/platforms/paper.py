"""A printed paper on the web: issues of a day, their sheets (版面), the articles on a sheet."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import ClassVar
from urllib.parse import urljoin, urlsplit

from nnnews.items import Page
from nnnews.platforms.addresses import read_url_day
from nnnews.platforms.base import Links, Site
from nnnews.platforms.markup import Anchor, Markup

# <meta http-equiv="refresh" content="0;URL=pc/column/202609/10/col1.html">, or a script that does the same
_REFRESH = re.compile(r"""http-equiv\s*=\s*["']?refresh[^>]*?url\s*=\s*["']?([^"'>\s]+)""", re.I)
_SCRIPTED = re.compile(r"""location(?:\.href)?\s*=\s*["']([^"']+)["']|location\.replace\(\s*["']([^"']+)["']""", re.I)
_PERIOD = re.compile(r"<period(?:\s[^>]*)?>(.*?)</period>", re.S | re.I)
_FIELD = re.compile(r"<(period_date|front_page|date|url)>\s*(?:<!\[CDATA\[)?\s*([^<\]]+?)\s*(?:\]\]>)?\s*</\1>", re.I)

# What stands on a sheet and is no article: 广告, 公益广告（2）, 本版责编 某某, 一四版中缝.
ADVERTS = re.compile(
    r"""[\W\d]*(?:
        (?:图片|分类|公益|形象|商业)?广告[\W\d]*
      | (?:本版|值班)?(?:责编|责任编辑|版责|美编|校对|版面编辑)(?:[\s:：/].*)?
      | \S{0,6}中缝(?:广告)?[\W\d]*
      | 广西云(?:客户端)?[\W\d]* | 客户端[\W\d]*
    )""",
    re.X,
)


@dataclass(frozen=True, slots=True)
class Front:
    """How the address of an issue's first sheet is made of its day (strftime), and in which years it was so."""

    form: str
    since: date = date.min
    until: date = date.max


class Paper(Site):
    """An e-paper. Its systems changed over the years: `fronts`, `article_urls`, `layouts` hold one entry for each.

    `root` leads to the newest issue. `periods` are the calendar files of a month (strftime): they list its issues.
    """

    root: ClassVar[str] = ""
    fronts: ClassVar[tuple[Front, ...]] = ()
    periods: ClassVar[tuple[str, ...]] = ()
    sheet_urls: ClassVar[tuple[re.Pattern[str], ...]] = ()
    skip = ADVERTS

    def front_urls(self, day: date) -> tuple[str, ...]:
        """Where the first sheet of the day's issue may be."""
        return tuple(day.strftime(front.form) for front in self.fronts if front.since <= day <= front.until)

    def period_urls(self, month: date) -> tuple[str, ...]:
        """Where the month's calendar may be."""
        return tuple(month.strftime(form) for form in self.periods)

    def sheet_day(self, url: str) -> date | None:
        """The day of the issue that a sheet belongs to; None when the address is no sheet."""
        found = (pattern.fullmatch(urlsplit(url).path) for pattern in self.sheet_urls) if self.owns(url) else ()
        return next((read_url_day(groups.groupdict()) for groups in found if groups), None)

    def newest(self, page: Page) -> str | None:
        """Where the paper's root sends its readers."""
        text = Markup(page).text
        if refresh := _REFRESH.search(text):
            return urljoin(page.url, str(refresh[1]))
        scripted = _SCRIPTED.search(text)
        return urljoin(page.url, str(scripted[1] or scripted[2])) if scripted else None

    def issues(self, page: Page) -> Mapping[date, str]:
        """The first sheet of each issue that a calendar file (period.xml) lists; a bare name is in the day's folder."""
        found = {}
        for period in _PERIOD.findall(Markup(page).text):
            fields = {name.lower(): value for name, value in _FIELD.findall(period)}
            day = read_url_day({"ymd": fields.get("period_date", fields.get("date", ""))[:10]})
            front = fields.get("front_page") or fields.get("url")
            if day and front:
                found[day] = urljoin(page.url, front if "/" in front else f"{day:%d}/{front}")
        return found

    def _markup_links(self, markup: Markup) -> Links:
        """The articles of a sheet, and the other sheets of its issue."""
        day = self.sheet_day(markup.url)
        sheets = dict.fromkeys(anchor.url.partition("#")[0] for anchor in markup.anchors)
        lists = tuple(url for url in sheets if url != markup.url and day and self.sheet_day(url) == day)
        return Links(self._articles(markup), lists)

    def wants(self, anchor: Anchor) -> bool:
        """An image map shows no words; a link without any is a picture or an advertisement."""
        return (anchor.is_area or bool(anchor.whole)) and super().wants(anchor)
