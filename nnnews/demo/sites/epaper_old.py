"""The practice e-papers of earlier years: one issue of the old Founder generation, one of joyhua."""

from collections.abc import Callable
from datetime import date, datetime

from nnnews.demo.sites import epaper_pages as html
from nnnews.demo.sites.epaper_pages import Item, Sheet
from nnnews.demo.sites.furniture import midnight
from nnnews.demo.text import Newsroom
from nnnews.demo.truth import Copy, Story
from nnnews.demo.web import SiteMap

OLD_DAILY = "www.nnrb.com.cn/html/2015-11/24"
OLD_EVENING = "www.nnwb.com/nnwb/20210615/html"
_STORIES = 4  # on a sheet


def publish(site_map: SiteMap, newsroom: Newsroom, _: datetime) -> None:
    """Both issues; the newest sheets of today's papers link to them."""
    _publish_daily(site_map, newsroom)
    _publish_evening(site_map, newsroom)


def _publish_daily(site_map: SiteMap, newsroom: Newsroom) -> None:
    """南宁日报 of 2015."""
    day, number = date(2015, 11, 24), 187195
    headings = [("node_2.htm", "第02版：要闻"), ("node_3.htm", "第03版：综合")]
    for file, heading in headings:
        numbers = range(number, number := number + _STORIES)
        files = {f"content_{number}.htm": f"nnrb/{day}-{number}" for number in numbers}
        stories = [newsroom.write(midnight(day), "南宁日报") for _ in files]
        placed = [Item(f"{file}?div=-1", story) for file, story in zip(files, stories, strict=True)]
        sheet = Sheet(day, heading, placed, headings)
        site_map.page(f"{OLD_DAILY}/{file}", html.old_sheet(sheet))
        _print_articles(site_map, sheet, OLD_DAILY, files, html.old_article)


def _publish_evening(site_map: SiteMap, newsroom: Newsroom) -> None:
    """南宁晚报 of 2021; its index is the first sheet."""
    day = date(2021, 6, 15)
    headings = [("page_01.htm", "第01版：头版"), ("page_02.htm", "第02版：民生")]
    for page, (file, heading) in enumerate(headings, start=1):
        files = {f"page_{page:02d}_content_{n:03d}.htm": f"nnwb/{day}-{page:02d}-{n:03d}" for n in range(_STORIES)}
        placed = [Item(file, newsroom.write(midnight(day), "南宁晚报")) for file in files]
        sheet = Sheet(day, heading, placed, headings)
        site_map.page(f"{OLD_EVENING}/{file}", html.joyhua_sheet(sheet))
        _print_articles(site_map, sheet, OLD_EVENING, files, html.joyhua_article)
    site_map.resources[f"{OLD_EVENING}/index.htm"] = site_map.resources[f"{OLD_EVENING}/page_01.htm"]


def _print_articles(
    site_map: SiteMap, sheet: Sheet, folder: str, files: dict[str, str], make: Callable[[Sheet, Story], str]
) -> None:
    """`files` gives each article's key by its file, in the order of the sheet."""
    for (file, key), item in zip(files.items(), sheet.items, strict=True):
        site_map.page(f"{folder}/{file}", make(sheet, item.story), item.story.published)
        site_map.plant(item.story, Copy(key, f"http://{folder}/{file}", item.story.title))
