"""The page templates of the practice www.nnnews.net: articles of each generation, lists, search, front page."""

from collections.abc import Sequence
from html import escape
from random import Random
from typing import NamedTuple

from nnnews.demo.sites.furniture import items, link, minute, paragraphs, ragged_paragraphs
from nnnews.demo.truth import Story

_ASSETS = "http://res.nnnews.net/t/site/10001/5f1c8e0d2b7a4936a1d0c3e4f5968778/assets//nny/list"
_NAV = (
    ("/", "首页"),
    ("/yaowen/index.html", "要闻"),
    ("/xianqu/index.html", "县区"),
    ("/zx83291/index.html", "南宁人大"),
    ("/fc20417/index.html", "人大代表"),
    ("/jiaoyu/index.html", "教育"),
    ("/lvyou/index.html", "旅游"),
    ("/zhuanti/index.html", "人大专题"),
    ("/politics/index.html", "人大旧闻"),
)
_FOOT = """<div class="foot"><p>关于我们 | 广告服务 | 联系我们 | 网站地图</p>
<p>信息网络传播视听节目许可证：120330032</p><p>中华人民共和国互联网新闻信息服务许可证：45120170002</p>
<p>中华人民共和国互联网出版许可证 (署)网出证(桂)字第020号</p><p>广播电视节目制作经营许可证编号：(桂)字第0230号</p>
<p>网警备案号：45010302000253</p><p>桂ICP备11003557 南宁新闻网版权所有</p>
<p>举报电话：0771—5530647 邮箱：mail@nnnews.net</p></div>
<div id="login" class="login_box"><p>登录南宁云账号</p><a href="/index/login/cloud">登录</a>
<p>还没账号?<a href="/index/login/regist">立即注册</a></p><p>点击头像快速登录</p>
<input placeholder="请输入验证码"><p>请输入验证码</p></div>
<script src="http://tj.nnnews.net/tj.js"></script>"""
_SHARE = (
    '<div class="bdsharebuttonbox"><span>分享到：</span><a class="bds_weixin" href="#">微信</a>'
    '<a class="bds_tsina" href="#">新浪微博</a></div>'
)


_OFFICES = (
    ("http://nnrb.nnnews.net/", "南宁日报数字报"),
    ("http://nnwb.nnnews.net/", "南宁晚报数字报"),
    ("https://www.nanning.gov.cn/", "南宁市人民政府"),
    ("https://www.gxrd.gov.cn/", "广西人大网"),
    ("http://www.gxnews.com.cn/", "广西新闻网"),
)


class Entry(NamedTuple):
    """One line of a list. `title` may be another one than the story's."""

    href: str
    title: str
    story: Story

    @property
    def number(self) -> int:
        """The article's number, from its address."""
        return int(self.href.rpartition("/")[2].removesuffix(".html"))


class Headline(NamedTuple):
    """What a page says besides the story: the headline it gives it, and other news."""

    title: str
    related: Sequence[Entry]


def shell(title: str, main: str, crumb: str = "", keywords: Sequence[str] = ("南宁", "南宁新闻网")) -> str:
    """The site's page around its content: navigation, breadcrumb, footer, login box."""
    nav = "".join(link(href, text) for href, text in _NAV)
    return f"""<!DOCTYPE html>
<html><head><meta charset="utf-8"><base target="_blank"><title>{escape(title)}</title>
<meta name="keywords" content="{";".join(keywords)}"><meta itemprop="name" content="{escape(title)}">
<link rel="canonical" href="http://wwwwww.nnnews.net/"><link rel="stylesheet" href="{_ASSETS}/a.css"></head><body>
<div class="top"><span>今天是2026年</span><a href="http://nnrb.nnnews.net/">南宁日报</a><a href="http://nnwb.nnnews.net/">南宁晚报</a></div>
<div class="nav">{nav}<form action="/s"><input name="wd" placeholder="搜索"><button>搜索</button></form></div>
<div class="lmy_dw">您的位置：<a href="/">首页</a> &gt; {escape(crumb)}</div>
{main}
{_FOOT}
</body></html>"""


def current_article(story: Story, headline: Headline, rng: Random) -> str:
    """Template A1: bar of time and source, body with picture and what stands in its column on some pages."""
    picture = f"http://img.nnnews.net/a/10001/{story.published:%Y%m}/{rng.getrandbits(128):032x}.jpeg"
    caption = '<p style="text-align: center;">图为活动现场。</p>'
    more = f'<div class="xgyd"><p>相关阅读：</p><ul>{_links(headline.related)}</ul></div>'
    body = f"""<p style="text-align: center;"><img src="{picture}"></p>{_sometimes(rng, caption)}
{ragged_paragraphs(story.printed(), rng)}
{_sometimes(rng, _SHARE)}{_sometimes(rng, more)}"""
    main = _bar(story, headline.title, rng.randint(90, 9000)) + _columns(body, headline)
    return shell(headline.title, main, "正文", story.keywords)


def _sometimes(rng: Random, html: str) -> str:
    return html if rng.random() < 0.3 else ""


def empty_article(story: Story) -> str:
    """Template A1 whose body the editors forgot."""
    return shell(story.title, _bar(story, story.title, 3) + _columns("", Headline(story.title, ())), "正文")


def _bar(story: Story, title: str, hits: int) -> str:
    return f"""<div class="xiangqing_one"><div class="xiangqing_dabiaoti"><h2>{escape(title)}</h2></div>
<div class="fxandtime"><div class="fxandtime_left"><ul><li>{minute(story.published)}</li>
<li>来源：<a href="#">{story.source}</a></li><li>阅读：<i id="hits">{hits}</i></li></ul></div>
<div class="fxandtime_right">{_SHARE}</div></div></div>"""


def _columns(body: str, headline: Headline) -> str:
    return f"""<div class="xiangqing_three"><div class="xiangqing_three_left">
{body}
</div>
<div class="xiangqing_three_right"><h3>相关新闻</h3><ul>{_links(headline.related)}</ul></div></div>
<div class="pinglun"><h3>网友评论</h3><p>文明上网，理性发言</p><textarea></textarea></div>"""


def second_article(story: Story, headline: Headline, rng: Random) -> str:
    """Template A2: `.date` and `.editors` instead of the bar."""
    main = f"""<div class="xiangqing_dabiaoti"><h2>{escape(headline.title)}</h2></div>
<div class="xq_info"><span class="date">{minute(story.published)}</span>
<span class="editors">来源：{story.source}</span>
<a href="#pl">我要评论({rng.randint(0, 40)})</a></div>
<div class="xiangqing_three"><div class="xiangqing_three_left">
{paragraphs(story.printed())}
</div></div>
<div class="tuijian"><h3>推荐阅读</h3><ul>{_links(headline.related)}</ul></div>"""
    return shell(headline.title, main, "正文", story.keywords)


def phone_article(story: Story) -> str:
    """The same article on m.nnnews.net."""
    return f"""<!DOCTYPE html>
<html><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>{escape(story.title)}</title></head>
<body><div class="a-header"><a href="/">南宁新闻网</a><a class="app" href="/app">打开APP</a></div>
<div class="a-title"><h1>{escape(story.title)}</h1></div>
<div class="a-info"><span class="date">{minute(story.published)}</span>
<span class="editors">来源：{story.source}</span></div>
<div class="a-content article_w" id="conCon">{paragraphs(story.printed())}</div>
<div class="a-foot"><p>点击查看全文</p><p>登录南宁云账号</p>
<p>桂ICP备11003557 南宁新闻网版权所有</p></div></body></html>"""


def old_article(story: Story) -> str:
    """Template A4, the generation before 2020."""
    return f"""<html><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8">
<title>{escape(story.title)}_南宁新闻网</title></head><body><div id="top"><a href="/index.html">南宁新闻网首页</a></div>
<table width="960"><tr><td><div id="title"><h1>{escape(story.title)}</h1></div>
<div id="inf">{story.published:%Y-%m-%d %H:%M:%S} 来源：{story.source}</div>
<div id="dochtml"><div class="TRS_Editor">{paragraphs(story.printed())}</div></div>
<div id="page">【打印】【关闭】</div></td><td id="right"><b>热点排行</b></td></tr></table>
<div id="foot">桂ICP备11003557 南宁新闻网版权所有</div></body></html>"""


def list_name(number: int) -> str:
    """File of a list page; the second is index_2.html."""
    return "index.html" if number == 1 else f"index_{number}.html"


def list_page(column: str, entries: Sequence[Entry], list_id: int | None, place: tuple[int, int]) -> str:
    """A column; with a `list_id` the 加载更多 button continues it, else a pager. `place`: number of page, of pages."""
    boxes = "\n".join(_box(entry) for entry in entries)
    script = f"<script>var listid = {list_id};</script>" if list_id else ""
    more = '<div class="loadmore" id="loadmore-v1"><p>加载更多</p></div>' if list_id else _pager(*place)
    return shell(f"{column}_南宁新闻网", f'{script}<div class="news_box">{boxes}</div>{more}', column)


def _pager(number: int, last: int) -> str:
    numbers = "".join(link(list_name(other), str(other)) for other in range(1, last + 1))
    following = link(list_name(number + 1), "下一页") if number < last else "<span>下一页</span>"
    return f'<div class="pages">{numbers}{following}{link(list_name(last), "尾页")}</div>'


def _links(entries: Sequence[Entry]) -> str:
    return items(link(entry.href, entry.title) for entry in entries)


def _box(entry: Entry) -> str:
    summary = escape(entry.story.paragraphs[0][:60])
    return f"""<div class="box"><a href="{entry.href}"><img src="http://img.nnnews.net/a/10001/202611/thumb.png"></a>
<div class="title">{link(entry.href, entry.title)}</div><div class="des">{summary}…{link(entry.href, "[详细]")}</div>
<div class="time"><em>{entry.story.published:%Y-%m-%d %H:%M:%S}</em></div></div>"""


def old_list(entries: Sequence[Entry]) -> str:
    """The list of the generation before 2020: relative links that start with `./`."""
    lines = items(f"{link(entry.href, entry.title)}<span>{entry.story.published:%m-%d}</span>" for entry in entries)
    return f"""<html><head><meta charset="utf-8"><title>时政_南宁新闻网</title></head><body>
<div id="lists"><ul>{lines}</ul></div>
<div id="foot">桂ICP备11003557 南宁新闻网版权所有</div></body></html>"""


def search_page(word: str, entries: Sequence[Entry]) -> str:
    """The answer of `/s?wd=`."""
    found = "".join(
        f"<dl><dt>{link(e.href, e.title)}</dt><dd>{escape(e.story.paragraphs[0][:50])}</dd></dl>" for e in entries
    )
    head = f"<p>搜索结果&nbsp;共&nbsp;{len(entries)}&nbsp;个</p>"
    return shell(f"{word} - 站内搜索", f'<div class="search">{head}{found}</div>', "站内搜索")


def home_page(entries: Sequence[Entry]) -> str:
    """The front page: headlines and links to papers and offices."""
    links = "".join(link(href, text) for href, text in _OFFICES)
    main = f"""<div class="toutiao"><h1>{link(entries[0].href, entries[0].title)}</h1></div>
<div class="yw"><h3>今日要闻</h3><ul>{_links(entries)}</ul></div>
<div class="youlian">友情链接：{links}</div>"""
    return shell("南宁新闻网_南宁综合门户", main)


CAPTCHA = """<!DOCTYPE html><html><head><meta charset="utf-8"><title>安全验证</title></head><body>
<div class="verify"><h3>访问过于频繁</h3>
<p>为了保障您的正常访问，请完成下方验证后继续浏览。</p>
<img src="/login/captcha" alt="验证码"><input name="captcha" placeholder="请输入图片验证码">
<button>提交验证</button></div></body></html>"""
