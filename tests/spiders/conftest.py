"""The practice portal on loopback, and a real crawl of it in a process of its own."""

import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from practice_portal import Crawled, Portal

RUNNER = Path(__file__).with_name("run_crawl.py")


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
def crawl(portal: Portal) -> Callable[..., Crawled]:
    def run(site: str, settings: dict[str, Any] | None = None, **arguments: str) -> Crawled:
        order = {
            "site": site,
            "arguments": arguments,
            "settings": {"NNNEWS_LOOPBACK": f"127.0.0.1:{portal.port}", **(settings or {})},
        }
        command = [sys.executable, str(RUNNER)]
        done = subprocess.run(command, input=json.dumps(order), capture_output=True, text=True, timeout=60)
        assert done.returncode == 0, done.stderr
        return Crawled(**json.loads(done.stdout), log=done.stderr)

    return run
