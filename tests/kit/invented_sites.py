"""Invented sites of many builds, served from memory: each a list, and articles of which the truth is known."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from urllib.parse import urljoin

from nnnews.crawl.fetch import Answer
from nnnews.errors import NotFetched
from nnnews.items import SHANGHAI, Page

PLACES = ("青岭县", "横江区", "白石镇", "云溪乡", "石桥街道", "南坡村", "东湾社区", "柳河镇", "新田乡")
MATTERS = ("水利工程建设", "义务教育学位供给", "养老服务设施", "乡村道路养护", "饮用水源保护", "老旧小区改造")
SOURCES = ("横江日报", "青岭县融媒体中心", "横江区人大办")


@dataclass(frozen=True, slots=True)
class Told:
    """An article as it was written."""

    number: int
    title: str
    source: str
    published: datetime
    paragraphs: tuple[str, ...]

    @property
    def place(self) -> int:
        """Its number among those of the day."""
        return self.number // 7 % 9

    @property
    def slug(self) -> str:
        """Its title in letters."""
        return f"daibiao-shicha-{chr(ord('a') + self.number % 26)}"

    @property
    def lines(self) -> str:
        """The text in paragraphs of HTML."""
        return "".join(f"<p>　　{line}</p>" for line in self.paragraphs)


def write(count: int = 9) -> list[Told]:
    """Articles, the newest first."""
    return [_write(number) for number in range(count)]


def _write(number: int) -> Told:
    place, matter = PLACES[number % len(PLACES)], MATTERS[number % len(MATTERS)]
    first = f"近日，{place}人大代表视察{matter}情况，实地察看了{number + 2}个项目点，听取有关部门的工作汇报。"
    second = f"代表们认为，{matter}关系群众切身利益，要压实责任，加快进度，确保年底前完成{number + 10}项任务。"
    third = f"今年以来全县累计投入资金{number * 30 + 120}万元，惠及群众{number + 1}.{number}万人，满意度明显提升。"
    when = datetime(2026, 11, 20, 17, 5, tzinfo=SHANGHAI) - timedelta(hours=11 * number, minutes=7 * number)
    title = f"{place}人大代表视察{matter}情况"
    return Told(881200 - 7 * number, title, SOURCES[number % len(SOURCES)], when, (first, second, third))


@dataclass
class Web:
    """A web in memory, asked as a Fetcher is asked; `asked` are the addresses in their order."""

    pages: dict[str, Page] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)

    def put(self, url: str, text: str, charset: str = "utf-8", kind: str = "text/html") -> None:
        """A page under its address."""
        self.pages[url] = Page(url, text.encode(charset), {"Content-Type": kind})

    def fetch(self, urls: Iterable[str]) -> tuple[Answer, ...]:
        """As Fetcher.fetch."""
        return tuple(self._answer(url) for url in urls)

    def _answer(self, url: str) -> Answer:
        self.asked.append(url)
        return self.pages.get(url) or NotFetched(url, "http-404", "Not Found")

    def crawl_delay(self, url: str) -> float | None:  # noqa: ARG002  (as Fetcher.crawl_delay)
        """Nothing is asked for."""
        return None


@dataclass(frozen=True)
class Build:
    """How a site is built: its list, how that writes the address of an article (a format of `t`), and the pages.

    `rooted`: the addresses lack the slash that they mean.
    """

    front: str
    href: str
    article: Callable[[Told], str]
    charset: str = "utf-8"
    data: bool = False
    rooted: bool = False

    def url(self, told: Told) -> str:
        """Where the list leads."""
        return urljoin(self.front, ("/" if self.rooted else "") + self.href.format(t=told))

    def list(self, written: Iterable[Told]) -> str:
        """The list, as data or as a page."""
        rows = [(self.href.format(t=told), told) for told in written]
        if self.data:
            entries = (ENTRY.format(href=href, t=told) for href, told in rows)
            return f'{{"code": 0, "data": {{"rows": [{", ".join(entries)}]}}}}'
        lines = "".join(ROW.format(href=href, t=told) for href, told in rows)
        head = "<html><head><title>要闻_横江新闻网</title></head>"
        return f'{head}<body>{NAVIGATION}<ul class="list">{lines}</ul>{FOOT}</body></html>'


ROW = '<li><a href="{href}">{t.title}</a><span>{t.published:%Y-%m-%d}</span></li>'
ENTRY = '{{"title": "{t.title}", "url": "{href}", "publishTime": "{t.published:%Y-%m-%d %H:%M:%S}"}}'


def publish(build: Build) -> tuple[Web, list[Told]]:
    """The site on a web of its own, with its truth."""
    web, written = Web(), write()
    web.put(build.front, build.list(written), build.charset)
    for told in written:
        web.put(build.url(told), build.article(told), build.charset)
    return web, written


NAVIGATION = '<div class="nav"><a href="/">首页</a><a href="/about/">关于我们</a><a href="/search/">搜索</a></div>'
FOOT = '<div class="foot">横江新闻网版权所有　桂ICP备11000099号　举报电话：0771—5500000</div>'


def shell(title: str, main: str, head: str = "") -> str:
    """A page of the site."""
    top = f"<html><head>{head}<title>{title}_横江新闻网</title></head>"
    return f"{top}<body>{NAVIGATION}{main}{RELATED}{FOOT}</body></html>"


RELATED = (
    '<div class="xg"><h4>相关新闻</h4><ul><li><a href="/old/1.html">城区启动招聘周</a></li>'
    '<li><a href="/old/2.html">夜市周末开街</a></li></ul></div>'
)


def plain(told: Told) -> str:
    """Headline, bar, text in boxes with names."""
    bar = f'<div class="xinxi"><span>{told.published:%Y-%m-%d %H:%M}</span> <span>来源：{told.source}</span></div>'
    main = (
        f'<div class="neirong"><h1 class="biaoti">{told.title}</h1>{bar}<div class="zhengwen">{told.lines}</div></div>'
    )
    return shell(told.title, main)


def table(told: Told) -> str:
    """Cells of a table, without names but for the width."""
    text = "<br><br>".join(f"　　{line}" for line in told.paragraphs)
    bar = f"发布时间：{told.published:%Y年%m月%d日 %H:%M}　来源：{told.source}"
    head = f'<table width="980"><tr><td align="center"><b>{told.title}</b></td></tr>'
    return shell(told.title, f"{head}<tr><td>{bar}</td></tr><tr><td>{text}</td></tr></table>")


def hashed(told: Told) -> str:
    """Names made by a bundler."""
    return shell(
        told.title,
        f'<main id="app"><h1 class="title_x8fK2a">{told.title}</h1>'
        f'<div class="css-1k2j3h"><time datetime="{told.published.isoformat()}">{told.published:%Y-%m-%d %H:%M}</time>'
        f'<span class="css-9z8y7x">来源：{told.source}</span></div>'
        f'<article class="css-77aa01">{told.lines}</article></main>',
    )


def phone(told: Told) -> str:
    """A page for phones."""
    return shell(
        told.title,
        f'<section class="detail"><h2>{told.title}</h2><p class="meta"><em>{told.source}</em>'
        f'<i>{told.published:%Y-%m-%d %H:%M:%S}</i></p><div class="content">{told.lines}</div></section>',
        '<meta name="viewport" content="width=device-width">',
    )


def trs(told: Told) -> str:
    """A page of TRS WCM."""
    head = (
        f'<meta name="ArticleTitle" content="{told.title}"><meta name="ContentSource" content="{told.source}">'
        f'<meta name="PubDate" content="{told.published:%Y-%m-%d %H:%M}">'
    )
    return shell(told.title, f'<h2>{told.title}</h2><div class="TRS_Editor">{told.lines}</div>', head)


def tenant(told: Told) -> str:
    """A page of a tenant of cjyun with a face of its own."""
    head = '<link href="http://res.hengjiang.example/t/site/10044/0123456789abcdef0123456789abcdef/assets/a.css">'
    bar = f'<p class="hj_xx"><b>{told.published:%Y-%m-%d %H:%M}</b><b>来源：{told.source}</b></p>'
    return shell(told.title, f'<div class="hj_bt">{told.title}</div>{bar}<div class="hj_nr">{told.lines}</div>', head)
