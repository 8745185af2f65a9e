"""What a crawl costs: `python benchmarks/crawl.py [PAGES [ROUNDS]]`, 2,000 pages and 3 rounds unless told otherwise.

CPU milliseconds a page and peak memory, start included; each crawl in a process of its own on one local server, delays
off, the rounds interleaved, the median. Pages are invented and weigh 31 kB, as the ordinary article page of a city's
news site does. The site is declared here with the server's own address for its host, so that both ask through Scrapy's
own download handler, as a live crawl does: the practice handler would have cost 0.75 ms a page.

stock           Scrapy as it comes, six CSS selectors, nothing stored
layout          lease, fetch, archive, layout, store with search index, record and what the exports need
full            the same with byline, places, figures, topics, stories; of every tenth page what the common rules say
empty stock     `scrapy crawl` of a spider that asks for nothing
empty nnnews    the run after `full`: robots.txt and the lists asked, nothing new, no exports to write
"""

import asyncio
import json
import multiprocessing
import random
import re
import resource
import statistics
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

_PER_LIST = 100
_WORDS = "人大代表建议办理区县乡镇街道视察调研监督法律条例会议主任委员南宁青秀兴宁良庆邕宁武鸣横州宾阳上林马山隆安"
_TEXT_ROOMS = ("Boilerplate", "Byline", "District", "Figures", "Congress", "Story")
VARIANTS = ("stock", "layout", "full", "empty stock", "empty nnnews")


def main(pages: int, rounds: int) -> None:
    """One line a variant: CPU, ratio to stock, memory."""
    port = multiprocessing.Queue()
    server = multiprocessing.Process(target=lambda: asyncio.run(serve(pages, port)), daemon=True)
    server.start()
    at = port.get()
    measured: dict[str, list[dict[str, float]]] = {name: [] for name in VARIANTS}
    for _ in range(rounds):
        with TemporaryDirectory() as folder:
            for name in VARIANTS:
                measured[name].append(measure(name, at, folder))
    server.terminate()
    for name, runs in measured.items():
        beside = measured["empty stock" if name.startswith("empty") else "stock"]
        ratio = statistics.median(one["cpu"] / stock["cpu"] for one, stock in zip(runs, beside, strict=True))
        cpu, memory = (statistics.median(run[key] for run in runs) for key in ("cpu", "memory"))
        count = int(runs[0]["pages"])
        told = f"{1000 * cpu / count:7.2f} ms a page" if count else f"{cpu:7.2f} s a run "
        print(f"{name:14s} {told}   {ratio:5.2f} x   {memory:4.0f} MB   {count} pages")


def measure(name: str, port: int, folder: str) -> dict[str, float]:
    """One crawl in a process of its own; empty ones find all of it known, or nothing."""
    order = {"name": name, "port": port, "folder": f"{folder}/{'full' if name == 'empty nnnews' else name}"}
    command = [sys.executable, __file__, "--run", json.dumps(order)]
    ended = subprocess.run(command, check=True, capture_output=True, text=True)
    result: dict[str, float] = json.loads(ended.stdout.splitlines()[-1])
    return result


async def serve(pages: int, told: Any) -> None:
    """Lists of a hundred links and articles of 31 kB, until the process ends."""
    answers = {path: _answer(body) for path, body in _site(pages)}
    missing = b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n"
    unchanged = b"HTTP/1.1 304 Not Modified\r\n\r\n"

    async def converse(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while head := await reader.readuntil(b"\r\n\r\n"):
                path = head.split(b" ", 2)[1].decode()
                writer.write(unchanged if b"If-None-Match" in head else answers.get(path, missing))
                await writer.drain()
        except (asyncio.IncompleteReadError, ConnectionError):
            writer.close()

    server = await asyncio.start_server(converse, "127.0.0.1", 0)
    told.put(server.sockets[0].getsockname()[1])
    await server.serve_forever()


def _answer(body: str) -> bytes:
    raw = body.encode()
    head = f'HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nETag: "1"\r\nContent-Length: {len(raw)}\r\n\r\n'
    return head.encode() + raw


def _site(pages: int) -> Any:
    chance = random.Random(1)
    furniture = "".join(f'<li class="i{n}"><a href="/about/{n}.htm"><span>栏目</span></a></li>' for n in range(205))
    lists = -(-pages // _PER_LIST)
    yield "/robots.txt", "User-agent: *\nAllow: /\n"
    for number in range(lists):
        ids = range(number * _PER_LIST, min(pages, (number + 1) * _PER_LIST))
        links = "".join(f'<li><a href="/html/art{id + 1}.html">常委会视察第{id + 1}号代表建议</a></li>' for id in ids)
        after = f'<a href="/html/xwzx/index_{number + 2}.html">下一页</a>' if number + 1 < lists else ""
        path = f"/html/xwzx/index_{number + 1}.html" if number else "/"
        yield path, f'<html><head><meta charset="utf-8"></head><body><ul>{links}</ul>{after}</body></html>'
    for id in range(pages):
        text = "".join(f"<p>　　{''.join(chance.choices(_WORDS, k=120))}，建议{id}件。</p>" for _ in range(8))
        yield (
            f"/html/art{id + 1}.html",
            (
                f'<html><head><meta charset="utf-8"><title>第{id + 1}号</title></head><body><ul>{furniture}</ul>'
                f"<h2><span>常委会视察第{id + 1}号代表建议</span></h2>"
                "<div class='article-info'><span>2026-03-05 09:12</span>"
                f'<span>来源：南宁日报</span></div><div class="content">{text}</div><ul>{furniture}</ul></body></html>'
            ),
        )


def run(order: dict[str, Any]) -> None:
    """The crawl of a variant; prints CPU seconds, megabytes and pages."""
    begun = time.process_time() if not order["name"].startswith("empty") else 0.0
    crawler = _stock(order) if "stock" in order["name"] else _nnnews(order)
    stats = crawler.stats.get_stats()
    pages = 0 if order["name"].startswith("empty") else stats.get("nnnews/new", stats.get("pages", 0))
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"cpu": time.process_time() - begun, "memory": memory, "pages": pages}))


def _stock(order: dict[str, Any]) -> Any:
    from scrapy import Spider
    from scrapy.crawler import AsyncCrawlerProcess

    class Stock(Spider):
        name = "stock"
        start_urls = [] if order["name"].startswith("empty") else [f"http://127.0.0.1:{order['port']}/"]

        def parse(self, response: Any) -> Any:
            yield from response.follow_all(css="li a[href*=art]", callback=self.parse_article)
            yield from response.follow_all(css="ul + a", callback=self.parse)

        def parse_article(self, response: Any) -> Any:
            self.crawler.stats.inc_value("pages")
            yield {
                "title": response.css("h2 span::text").get(),
                "time": response.css(".article-info span:nth-child(1)::text").get(),
                "source": response.css(".article-info span:nth-child(2)::text").get(),
                "body": response.css("div.content p::text").getall(),
                "images": response.css("div.content img::attr(src)").getall(),
                "head": response.css("title::text").get(),
            }

    process = AsyncCrawlerProcess({"LOG_LEVEL": "WARNING"})
    crawler = process.create_crawler(Stock)
    process.crawl(crawler)
    process.start()
    return crawler


def _nnnews(order: dict[str, Any]) -> Any:
    from scrapy.crawler import AsyncCrawlerProcess
    from scrapy.utils.project import get_project_settings

    from nnnews import sites

    known = {**sites.all_sites(), "bench": _declared(order["port"])}
    sites.all_sites = lambda: known  # type: ignore[assignment]
    from nnnews.config import Config
    from nnnews.settings import configured
    from nnnews.spiders.witnesses import Witnesses

    bounds: dict[str, Any] = {"delay": 0.0, "page_limit": 10_000, "request_limit": 10**9}
    config = Config(data=Path(order["folder"]), private_hosts=("127.0.0.1",), contact="bench", **bounds)
    settings = get_project_settings()
    if order["name"] == "layout":
        Witnesses.ask_rules = lambda *_: None  # type: ignore[method-assign]
    off = {f"nnnews.pipelines.{room}Pipeline": None for room in _TEXT_ROOMS if order["name"] == "layout"}
    pipelines = {**settings.getdict("ITEM_PIPELINES"), **off}
    own = {"ITEM_PIPELINES": pipelines, "NNNEWS_PUBLISH": False, "LOG_LEVEL": "WARNING"}
    settings.update({**configured(config), **own}, priority="cmdline")
    process = AsyncCrawlerProcess(settings)
    crawler = process.create_crawler("bench")
    process.crawl(crawler)
    process.start()
    return crawler


def _declared(port: int) -> Any:
    from nnnews.platforms.addresses import ArticleURL
    from nnnews.platforms.base import Layout, Site

    class Bench(Site):
        name = "bench"
        title = "Bench"
        hosts = ("127.0.0.1",)
        lists = (f"http://127.0.0.1:{port}/",)
        article_urls = (ArticleURL(re.compile(r"/html/art(?P<id>\d+)\.html")),)
        layouts = (Layout("bench", title="h2 > span", info="div.article-info", body="div.content"),)

    return Bench()


if __name__ == "__main__":
    if sys.argv[1:2] == ["--run"]:
        run(json.loads(sys.argv[2]))
    else:
        main(*(int(argument) for argument in (sys.argv[1:] + ["2000", "3"][len(sys.argv) - 1 :])[:2]))
