"""The practice 广西日报: a script shell for readers, and the interface that serves sheets and texts as plain HTML."""

import json
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from functools import partial
from html import escape
from urllib.parse import parse_qs

from nnnews.demo.sites.furniture import midnight, paragraphs
from nnnews.demo.text import Newsroom
from nnnews.demo.truth import Copy, Story
from nnnews.demo.web import HTML, JSON, Resource, SiteMap

_SHELL = "gxrb.gxrb.com.cn"
_API = "ssw.gxrb.com.cn/json/interface/epaper/api.php"
_SHEETS = {"001": "要闻", "002": "综合", "003": "民主法治"}
_STORIES = 4  # on a sheet

_Issue = Mapping[str, Sequence[Story]]


def publish(site_map: SiteMap, newsroom: Newsroom, base: datetime) -> None:
    """One issue."""
    day = base.date()
    issue = {code: [newsroom.write(midnight(day), "广西日报") for _ in range(_STORIES)] for code in _SHEETS}
    for code, stories in issue.items():
        for number, story in enumerate(stories, start=1):
            url = f"https://{_SHELL}/?name=gxrb&date={day}&code={code}&xuhao={number}"
            site_map.plant(story, Copy(f"gxrb/{day}-{code}-{number}", url, story.title))
    site_map.handlers[_API] = partial(_interface, day, issue)
    site_map.handlers[f"{_SHELL}/"] = partial(_shell, day)


def _shell(day: date, query: str) -> Resource:
    """What readers get: no text, only a frame that asks the interface; without a query, the way to today's issue."""
    jump = f'<script>location.href="?name=gxrb&date={day}&code=001";</script>'
    frame = f'<iframe width="100%" height="900" src="https://{_API}?{escape(query)}"></iframe>'
    return Resource(f"<html><head></head><body>{frame if query else jump}</body></html>".encode())


def _interface(day: date, issue: _Issue, query: str) -> Resource | None:
    """`name`, `date`; then `v=j4` for the sheets, `code` for a sheet, `code` and `xuhao` for a text."""
    asked = {name: values[0] for name, values in parse_qs(query).items()}
    if asked.get("date") != f"{day}":
        return None
    if asked.get("v") == "j4":
        sheets = {code: {"zhentu": {"lujing": f"/epaper/{day}/{code}.jpg"}} for code in issue}
        return Resource(json.dumps({"list": sheets, "riqi": f"{day}"}).encode(), JSON)
    stories = issue.get(asked.get("code", "001"))
    number = asked.get("xuhao")
    if stories is None or (number and not 0 < int(number) <= len(stories)):
        return None
    page = _text(stories[int(number) - 1]) if number else _sheet(day, asked.get("code", "001"), issue)
    return Resource(page.encode(), HTML)


def _sheet(day: date, code: str, issue: _Issue) -> str:
    """The articles of the sheet, two lines that are none, and the other sheets."""
    titles = [*(story.title for story in issue[code]), "责任编辑 李某", "广西云客户端"]
    address = f"?name=gxrb&date={day}&code="
    lines = "".join(
        f'<tr data-xuhao="{n}"><td><a href="{address}{code}&xuhao={n}" title="{escape(t)}">{escape(t)}</a></td></tr>\n'
        for n, t in enumerate(titles, start=1)
    )
    sheets = "".join(f'<li><a href="{address}{other}">第{other}版 {name}</a></li>' for other, name in _SHEETS.items())
    return f'<div id="banmian"><ul>{sheets}</ul></div><div id="right_news1"><table>{lines}</table></div>'


def _text(story: Story) -> str:
    return f"""<div class="bt"><h1>{escape(story.title)}</h1></div>
<p class="info">广西日报　{story.published:%Y年%m月%d日}</p>
<div id="ozoom">{paragraphs(story.printed())}</div>"""
