"""The page templates of the practice e-papers: Founder's current and old generations, and joyhua."""

from collections.abc import Sequence
from datetime import date
from html import escape
from typing import NamedTuple

from nnnews.demo.sites.furniture import broken_lines, chinese_day, items, link, paragraphs
from nnnews.demo.truth import Story

_KICKERS = {
    "session": "坚持党的领导 依法履职尽责",
    "proposal": "件件有着落 事事有回音",
    "delegate": "人大代表风采录",
    "ballot": "群众的事群众商量着办",
    "farming": "乡村振兴进行时",
}
_SUBTITLES = {"inquiry": "多部门负责人到会应询", "plenary": "大会执行主席在主席台前排就座", "industry": "实体经济走笔"}


class Item(NamedTuple):
    """A story on a sheet and its address relative to the sheet."""

    href: str
    story: Story


class Sheet(NamedTuple):
    """One page (版) of an issue. `title` is its heading: 第01版：要闻."""

    day: date
    title: str
    items: Sequence[Item]
    others: Sequence[tuple[str, str]]  # address and heading of every sheet of the issue
    past: Sequence[tuple[str, str]] = ()  # earlier issues


def _area(item: Item, top: int) -> str:
    return f'<area shape="poly" coords="0,{top},300,{top},300,{top + 90},0,{top + 90}" href="{item.href}">'


def _map(sheet: Sheet) -> str:
    """The image map holds every article; the list beside it lacks the last one."""
    areas = "".join(_area(item, 100 * position) for position, item in enumerate(sheet.items))
    return f"""<img class="preview" usemap="#PagePicMap" src="../../../pic/{sheet.day:%Y%m/%d}/sheet.jpg">
<map name="PagePicMap">{areas}</map>"""


def _past(sheet: Sheet) -> str:
    return "".join(f'<span class="past">{link(href, text)}</span>' for href, text in sheet.past)


def column_sheet(sheet: Sheet) -> str:
    """Current Founder generation as the evening paper has it: `div.nav-list`, `li.resultList`, an advertisement."""
    shown = [*((item.href, item.story.title) for item in sheet.items[:-1]), (f"{sheet.items[0].href}?ad=1", "广告")]
    listed = items((f'<a href="{href}"><h4>{escape(title)}</h4></a>' for href, title in shown), "resultList")
    return f"""<!DOCTYPE html><html><head><meta charset="utf-8"><title>{sheet.title}_南宁晚报数字报</title></head><body>
<div class="header"><span class="date">{chinese_day(sheet.day)}</span><a href="http://www.nnnews.net/">南宁新闻网</a></div>
<div class="tabs"><h3>{sheet.title}</h3></div>
<div class="nav-list"><ul>{items(link(href, text) for href, text in sheet.others)}</ul></div>
<div class="newspaper-pic">{_map(sheet)}</div>
<div class="news-list"><ul>{listed}</ul></div>
<div class="calendar">{_past(sheet)}</div><div class="footer">版面导读 | 版权声明</div></body></html>"""


def layout_sheet(sheet: Sheet) -> str:
    """Current Founder generation by ids: `#layoutlist`, `#articlelist`."""
    listed = items((link(item.href, item.story.title) for item in sheet.items[:-1]), "clearfix")
    sheets = items((link(href, text) for href, text in sheet.others), "posRelative")
    return f"""<!DOCTYPE html><html><head><meta charset="utf-8"><title>{sheet.title}</title></head><body>
<div class="newstop"><span id="layout">{sheet.title}</span><span>{chinese_day(sheet.day)}</span>
{_past(sheet)}</div>
<ul id="layoutlist">{sheets}</ul>
<div class="main-pic">{_map(sheet)}</div>
<ul id="articlelist">{listed}</ul><a id="ed_next" href="{sheet.others[-1][0]}">下一版</a></body></html>"""


def founder_article(sheet: Sheet, story: Story, number: int) -> str:
    """B3: the hidden properties, the three parts of the headline, picture with caption, marked body."""
    kicker, subtitle = _KICKERS.get(story.genre, ""), _SUBTITLES.get(story.genre, "")
    author = " ".join(person.name for person in story.byline if person.role != "editor")
    photo = (
        f'<div class="attachment"><img src="../../../att/{sheet.day:%Y%m/%d}/{number}.jpg"><p>图为活动现场。</p></div>'
    )
    return f"""<!DOCTYPE html><html><head><meta charset="utf-8"><title>{escape(story.title)}</title></head><body>
<!--enpproperty <articleid>{number}</articleid><date>{sheet.day} 00:00:00.0</date><author>{author}</author>
<title>{story.title}</title><keyword></keyword><subtitle>{subtitle}</subtitle><introtitle>{kicker}</introtitle>
<siteid>1</siteid><nodeid>12</nodeid><nodename>{sheet.title.partition("：")[2]}</nodename>/enpproperty-->
<div class="header"><a href="../../../column/">返回版面</a><span>放大+ 缩小- 默认</span></div>
<div class="totalTitle"><p id="PreTitle">{kicker}</p><h2 id="Title">{escape(story.title)}</h2>
<p id="SubTitle">{subtitle}</p></div>
<p class="info">{chinese_day(sheet.day)} {sheet.title}</p>
{photo if number % 3 == 0 else ""}
<div id="ozoom" class="content"><founder-content><!--enpcontent-->
{paragraphs(story.printed())}
<!--/enpcontent--></founder-content></div>
<div class="pagenav">{link(sheet.items[0].href, "上一篇")}{link(sheet.items[-1].href, "下一篇")}</div></body></html>"""


def old_sheet(sheet: Sheet) -> str:
    """The old Founder generation: `a#pageLink`, `#main-ed-articlenav-list`."""
    sheets = "".join(f'<a id="pageLink" href="{href}">{text}</a><br>' for href, text in sheet.others)
    rows = "".join(f"<tr><td><div>{link(item.href, item.story.title)}</div></td></tr>" for item in sheet.items)
    return f"""<html><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8">
<title>{sheet.title}</title></head><body><table id="bmdhTable"><tr><td>{sheets}</td></tr></table>
<td id="currentBM"><strong>{sheet.title}</strong></td>
<div id="main-ed-articlenav-list"><table>{rows}</table></div></body></html>"""


def old_article(sheet: Sheet, story: Story) -> str:
    """The old Founder generation: the headline in table cells, kicker above it."""
    return f"""<html><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8">
<title>{escape(story.title)} - 南宁日报多媒体数字报文章</title></head><body>
<table><tr><td class="default">{chinese_day(sheet.day)} {sheet.title}</td></tr>
<tr valign="top"><td class="font02">{_KICKERS.get(story.genre, "")}</td></tr>
<tr><td class="font01"><founder-title>{escape(story.title)}</founder-title></td></tr>
<tr><td class="font02">{_SUBTITLES.get(story.genre, "")}</td></tr>
<tr><td class="font6"><div id="ozoom"><founder-content>
{paragraphs(story.printed())}
</founder-content></div></td></tr></table>
<div class="bdshare">分享到：</div></body></html>"""


def joyhua_sheet(sheet: Sheet) -> str:
    """joyhua: `a.bmdh_con_a` for the articles of the sheet."""
    listed = "".join(
        f'<p><a class="bmdh_con_a" href="{item.href}">{escape(item.story.title)}</a></p>' for item in sheet.items
    )
    sheets = "".join(f"<p>{link(href, text)}</p>" for href, text in sheet.others)
    return f"""<html><head><meta charset="utf-8"><title>{sheet.title}</title></head><body>
<div class="bmdh">{sheets}</div><div class="bmdh_con">{listed}</div></body></html>"""


def joyhua_article(sheet: Sheet, story: Story) -> str:
    """joyhua: three divs for the headline, bare text with line breaks for the body."""
    return f"""<html><head><meta charset="utf-8"><title>{escape(story.title)}</title></head><body>
<div class="bmnr_top">{chinese_day(sheet.day)} {sheet.title}</div>
<div class="bmnr_con"><div class="bmnr_con_yinti">{_KICKERS.get(story.genre, "")}</div>
<div class="bmnr_con_biaoti">{escape(story.title)}</div>
<div class="bmnr_con_yinti">{_SUBTITLES.get(story.genre, "")}</div>
<div class="bmnr_con_con"><div id="zoom">{broken_lines(story.printed())}</div></div></div></body></html>"""
