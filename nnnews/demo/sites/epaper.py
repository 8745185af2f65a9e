"""The practice e-papers of Founder's current generation: 南宁日报, 南宁晚报 and 人民代表报."""

from collections.abc import Callable, Sequence
from datetime import date, datetime, timedelta
from typing import NamedTuple

from nnnews.demo.sites import epaper_pages as html
from nnnews.demo.sites.epaper_old import OLD_DAILY, OLD_EVENING
from nnnews.demo.sites.epaper_pages import Item, Sheet
from nnnews.demo.sites.furniture import midnight
from nnnews.demo.text import Newsroom
from nnnews.demo.truth import Copy, Story
from nnnews.demo.web import XML, SiteMap


class _Paper(NamedTuple):
    """A paper of Founder's current generation. Names of files are formats over a number; `days` are before the base."""

    site: str
    host: str
    source: str
    sheet_folder: str
    sheet_file: str
    article_folder: str
    article_file: str
    make_sheet: Callable[[Sheet], str]
    sheets: tuple[str, ...]
    days: tuple[int, ...]
    first_number: int
    past: tuple[tuple[str, str], ...] = ()
    congress_only: bool = False


_DAILY = _Paper(
    site="nnrb",
    host="nnrb.nnnews.net",
    source="南宁日报",
    sheet_folder="pc/column",
    sheet_file="node_{:02d}.html",
    article_folder="pc/content",
    article_file="content_{}.html",
    make_sheet=html.layout_sheet,
    sheets=("要闻", "综合", "民主法治", "县区"),
    days=(0, 1),
    first_number=107440,
    past=((f"http://{OLD_DAILY}/node_2.htm", "2015年11月24日"),),
)
_EVENING = _Paper(
    site="nnwb",
    host="nnwb.nnnews.net",
    source="南宁晚报",
    sheet_folder="pc/column",
    sheet_file="col{}.html",
    article_folder="pc/content",
    article_file="c{}.html",
    make_sheet=html.column_sheet,
    sheets=("头版", "要闻", "民生"),
    days=(0, 2),
    first_number=45010,
    past=((f"http://{OLD_EVENING}/index.htm", "2021年6月15日"),),
)
_DEPUTIES = _Paper(
    site="rmdbw",
    host="szb.rmdbw.cn",
    source="人民代表报",
    sheet_folder="col",
    sheet_file="node_{:02d}.html",
    article_folder="content",
    article_file="content_{}.html",
    make_sheet=html.layout_sheet,
    sheets=("要闻", "代表之声"),
    days=(1, 3),
    first_number=8810,
    congress_only=True,
)


def publish(site_map: SiteMap, newsroom: Newsroom, base: datetime) -> None:
    """All issues of the three papers."""
    for paper in (_DAILY, _EVENING, _DEPUTIES):
        _Press(paper, site_map, newsroom).print_issues(base.date())


class _Press:
    """Prints the issues of one paper."""

    def __init__(self, paper: _Paper, site_map: SiteMap, newsroom: Newsroom) -> None:
        self.paper = paper
        self.site_map = site_map
        self.newsroom = newsroom
        self.number = paper.first_number
        printed = [entry.original for entry in site_map.planted() if entry.site == paper.site]
        self.past = [*paper.past, *((article.url, article.title) for article in printed)]

    def print_issues(self, base: date) -> None:
        """The root leads to the newest issue by a refresh; period.xml names them all."""
        paper = self.paper
        days = sorted(base - timedelta(days=before) for before in paper.days)
        for earlier, day in zip([None, *days], days, strict=False):
            self._print_issue(day, earlier)
        front = f"{paper.sheet_folder}/{days[-1]:%Y%m/%d}/{paper.sheet_file.format(1)}"
        refresh = f'<html><head><meta http-equiv="refresh" content="0;URL={front}"></head><body></body></html>'
        self.site_map.page(f"{paper.host}/", refresh)
        for month in sorted({f"{day:%Y%m}" for day in days}):
            self._print_calendar(month, [day for day in days if f"{day:%Y%m}" == month])

    def _print_calendar(self, month: str, days: Sequence[date]) -> None:
        front = f"<front_page>{self.paper.sheet_file.format(1)}</front_page>"
        periods = "".join(f"<period><period_date>{day}</period_date>{front}</period>" for day in days)
        body = f'<?xml version="1.0" encoding="UTF-8"?>\n<period_list>{periods}</period_list>'.encode()
        self.site_map.file(f"{self.paper.host}/{self.paper.sheet_folder}/{month}/period.xml", body, XML)

    def _print_issue(self, day: date, earlier: date | None) -> None:
        paper = self.paper
        headings = [
            (paper.sheet_file.format(number), f"第{number:02d}版：{name}")
            for number, name in enumerate(paper.sheets, 1)
        ]
        yesterday = f"../../{earlier:%Y%m/%d}/{paper.sheet_file.format(1)}" if earlier else ""
        past = [(yesterday, "上一期"), *self.past] if earlier else self.past
        for file, heading in headings:
            stories = [self._write(day) for _ in range(5)]
            first, self.number = self.number, self.number + len(stories)
            placed = [self._item(day, story, first + offset) for offset, story in enumerate(stories)]
            sheet = Sheet(day, heading, placed, headings, past if file == headings[0][0] else ())
            self.site_map.page(f"{paper.host}/{paper.sheet_folder}/{day:%Y%m/%d}/{file}", paper.make_sheet(sheet))
            for offset, story in enumerate(stories):
                self._print_article(sheet, story, first + offset)

    def _write(self, day: date) -> Story:
        genre = self.newsroom.congress_genre() if self.paper.congress_only else None
        return self.newsroom.write(midnight(day), self.paper.source, genre)

    def _item(self, day: date, story: Story, number: int) -> Item:
        folder = self.paper.article_folder.rpartition("/")[2]
        return Item(f"../../../{folder}/{day:%Y%m/%d}/{self.paper.article_file.format(number)}", story)

    def _print_article(self, sheet: Sheet, story: Story, number: int) -> None:
        paper = self.paper
        file = paper.article_file.format(number)
        address = f"{paper.host}/{paper.article_folder}/{sheet.day:%Y%m/%d}/{file}"
        self.site_map.page(address, html.founder_article(sheet, story, number), story.published)
        self.site_map.plant(story, Copy(f"{paper.site}/{sheet.day}-{number}", f"http://{address}", story.title))
