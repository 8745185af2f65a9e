"""A chat service on loopback that answers as a test tells it to, and remembers what came."""

import json
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

OK = b'{"errcode":0,"errmsg":"ok"}'
Behaviour = Callable[["Handler"], None]


class Handler(BaseHTTPRequestHandler):
    """One exchange; `server.behaviours` are used up one by one, the last one stays."""

    server: "Service"

    def do_POST(self) -> None:
        """Read the whole request, remember it, behave."""
        body = self.rfile.read(int(self.headers["Content-Length"]))
        behaviours = self.server.behaviours
        self.server.posts.append((self.path, dict(self.headers), json.loads(body)))
        (behaviours.pop(0) if len(behaviours) > 1 else behaviours[0])(self)

    def do_CONNECT(self) -> None:
        """As a proxy that lets nobody through."""
        self.server.posts.append((self.path, dict(self.headers), None))
        self.answer(403, b"")

    def answer(self, status: int, body: bytes, **headers: str) -> None:
        """A whole answer."""
        self.send_response(status)
        for name, value in {"Content-Length": str(len(body)), **headers}.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: Any) -> None:
        """Say nothing."""


class Service(ThreadingHTTPServer):
    """`posts` holds path, headers and payload of each request, in the order in which they came."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.posts: list[tuple[str, dict[str, str], Any]] = []
        self.behaviours: list[Behaviour] = [ok]
        self.released = threading.Event()

    @property
    def url(self) -> str:
        """Scheme and host."""
        return f"http://127.0.0.1:{self.server_port}"

    @property
    def texts(self) -> list[str]:
        """What came, as WeCom, DingTalk or Feishu have it in a post."""
        payloads = [payload for _, _, payload in self.posts]
        return [(payload.get("text") or {}).get("content") or payload["content"]["text"] for payload in payloads]


def ok(handler: Handler) -> None:
    """Taken."""
    handler.answer(200, OK)


def saying(status: int, body: str, **headers: str) -> Behaviour:
    """An answer of these words."""
    return lambda handler: handler.answer(status, body.encode(), **headers)


def silence(handler: Handler) -> None:
    """The request is read, and no answer comes."""
    handler.server.released.wait(20)


def drip(handler: Handler) -> None:
    """A byte now and then: no time-out for a single byte ever strikes."""
    handler.send_response(200)
    handler.send_header("Content-Length", str(len(OK)))
    handler.end_headers()
    for byte in OK:
        if handler.server.released.wait(0.1):
            return
        handler.wfile.write(bytes([byte]))


def half(handler: Handler) -> None:
    """The answer breaks off, though what came reads as success."""
    handler.send_response(200)
    handler.send_header("Content-Length", str(len(OK) + 100))
    handler.end_headers()
    handler.wfile.write(OK)


@contextmanager
def running() -> Iterator[Service]:
    """Until the test is over."""
    with Service() as service:
        thread = threading.Thread(target=service.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield service
        service.released.set()
        service.shutdown()
        thread.join()


def eventually(true: Callable[[], bool], seconds: float = 10.0) -> None:
    """Wait until it is so."""
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end, "it never came to that"
        time.sleep(0.01)
