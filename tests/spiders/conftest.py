"""The practice portal on loopback, and a real crawl of it in a process of its own."""

import json
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from multiprocessing import get_context
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
import run_crawl
from practice_portal import Crawled, Portal

FORKS = get_context("forkserver")  # it imports Scrapy once, for all crawls
FORKS.set_forkserver_preload(["run_crawl", "scrapy.crawler", "nnnews.spiders.loader", "nnnews.reading"])


@pytest.fixture
def portal() -> Iterator[Portal]:
    served = Portal()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            url = f"{self.headers['X-Forwarded-Proto']}://{self.headers['Host']}{self.path}"
            status, headers, body = served.answer(url, dict(self.headers))
            self.send_response(status)
            for name, value in {**headers, "Content-Length": str(len(body))}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        server.daemon_threads = True
        served.port = server.server_port
        Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
        yield served
        server.shutdown()


@pytest.fixture
def crawl(portal: Portal, tmp_path: Path) -> Callable[..., Crawled]:
    def run(site: str, settings: dict[str, Any] | None = None, **arguments: str) -> Crawled:
        order = {
            "site": site,
            "arguments": arguments,
            "settings": {"NNNEWS_LOOPBACK": f"127.0.0.1:{portal.port}", **(settings or {})},
        }
        process = FORKS.Process(target=run_crawl.run, args=(order, str(tmp_path)))
        process.start()
        process.join(60)
        log = (tmp_path / "log").read_text("utf-8")
        assert process.exitcode == 0, log
        return Crawled(**json.loads((tmp_path / "result.json").read_text("utf-8")), log=log)

    return run
