"""The practice portal on loopback: one plain HTTP server that answers for every host by the Host header."""

import sys
import time
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any, NamedTuple

from nnnews.demo.browsing import SUFFIX, list_hosts, turn_links
from nnnews.demo.faults import Faults
from nnnews.demo.portal import Portal
from nnnews.demo.web import Answer


class LoggedRequest(NamedTuple):
    """`time` is in seconds since the epoch, at the arrival of the request."""

    time: float
    host: str
    path: str
    status: int


class PracticeServer(ThreadingHTTPServer):
    """`log` grows with each answer; `faults` may be changed at any time."""

    daemon_threads = True
    request_queue_size = 128

    def __init__(self, portal: Portal, port: int = 0) -> None:
        super().__init__(("127.0.0.1", port), _Handler)
        self.portal = portal
        self.faults = Faults()
        self.log: list[LoggedRequest] = []

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that went away, as a killed crawler does, is no error of the server."""
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)

    @property
    def port(self) -> int:
        """The port in use, also when 0 was asked for."""
        return int(self.server_address[1])

    def respond(self, host: str, path: str, headers: Mapping[str, str]) -> Answer:
        """The portal's answer with the faults in force; for a browser's `.localhost` names, with its links turned."""
        if host in ("127.0.0.1", "localhost"):
            return list_hosts(self.portal.hosts, self.port)
        own = host.removesuffix(SUFFIX)
        answer = self.faults.apply(own, path, self.portal.answer(own, path, headers))
        return answer if own == host else turn_links(answer, self.portal.hosts, self.port)

    @property
    def url(self) -> str:
        """`http://127.0.0.1:port`."""
        return f"http://127.0.0.1:{self.port}"


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    server: PracticeServer

    def do_GET(self) -> None:
        arrived = time.time()
        host = self.headers.get("Host", "").partition(":")[0].lower()
        answer = self.server.respond(host, self.path, dict(self.headers.items()))
        self.server.log.append(LoggedRequest(arrived, host, self.path, answer.status))
        if answer.raw is not None:
            self._send_raw(answer.raw)
            return
        self.send_response(answer.status)
        for name, value in answer.headers.items():
            self.send_header(name, value)
        if answer.status != 304:
            self.send_header("Content-Length", str(len(answer.body)))
        self.end_headers()
        self.wfile.write(answer.body)

    def _send_raw(self, chunks: Iterable[bytes]) -> None:
        self.close_connection = True
        for chunk in chunks:
            self.wfile.write(chunk)

    def log_message(self, format: str, *args: object) -> None:
        """Quiet: the server's own log is enough."""


@contextmanager
def serve(portal: Portal, port: int = 0) -> Iterator[PracticeServer]:
    """A server in a thread of its own, until the block ends. Port 0 takes a free one."""
    with PracticeServer(portal, port) as server, running(server):
        yield server


@contextmanager
def running(server: PracticeServer) -> Iterator[None]:
    """It serves in a thread of its own meanwhile."""
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield
    finally:
        server.shutdown()
        thread.join()
