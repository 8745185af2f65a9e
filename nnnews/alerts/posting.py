"""One POST of JSON: no redirect is followed, and the whole exchange has an end, however slowly the answer drips.

No error of this file quotes the address: it is the key to the robot.
"""

import json
import socket
import ssl
from base64 import b64encode
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException, HTTPSConnection, IncompleteRead
from threading import Timer
from typing import Any
from urllib.parse import SplitResult, unquote, urlsplit
from urllib.request import getproxies, proxy_bypass

from nnnews.errors import Refused, Unanswered

TIMEOUT = 15.0  # seconds for one exchange, and as long for the connection before it
_MOST = 64 << 10  # bytes of an answer


@dataclass(frozen=True, slots=True)
class Post:
    """`part` names what is sent, whenever it is sent: a relay may drop what it has taken before."""

    url: str
    payload: Mapping[str, Any]
    part: str


def post(sent: Post, timeout: float = TIMEOUT) -> dict[str, Any]:
    """The JSON object of an answer with status 200. Raises Refused for another status, else Unanswered."""
    address = urlsplit(sent.url)
    connection = _connect(address, timeout)
    try:
        with _ending(connection, timeout):
            status, body = _exchange(connection, address, sent)
    except (OSError, HTTPException, ValueError) as error:
        reason = f"no answer within {timeout:g} s, or only a part of one ({type(error).__name__})"
        raise Unanswered(reason, taken="perhaps") from None
    finally:
        connection.close()
    return _read(status, body)


def _connect(address: SplitResult, timeout: float) -> HTTPConnection:
    """The errors of connecting quote a host at most; nothing was sent yet."""
    try:
        connection = _connection(address, timeout)
        connection.connect()
    except (OSError, HTTPException, ValueError) as error:
        raise Unanswered(f"{address.hostname} cannot be reached ({_plain(error)})", taken="no") from None
    return connection


def _connection(address: SplitResult, timeout: float) -> HTTPConnection:
    """To the host; for https through the proxy of the environment (HTTPS_PROXY, NO_PROXY), where there is one."""
    host = address.hostname or ""
    if address.scheme != "https":
        return HTTPConnection(host, address.port, timeout=timeout)
    proxy = urlsplit("" if proxy_bypass(host) else getproxies().get("https", ""))
    if not proxy.hostname:
        return HTTPSConnection(host, address.port, timeout=timeout)
    connection = HTTPSConnection(proxy.hostname, proxy.port or 80, timeout=timeout)
    user = b64encode(f"{unquote(proxy.username or '')}:{unquote(proxy.password or '')}".encode()).decode()
    connection.set_tunnel(
        host, address.port or 443, {"Proxy-Authorization": f"Basic {user}"} if proxy.username else None
    )
    return connection


def _plain(error: Exception) -> str:
    """What the system says of it, without what it was called with."""
    if isinstance(error, ssl.SSLCertVerificationError):
        return f"certificate: {error.verify_message}"
    return getattr(error, "strerror", None) or type(error).__name__


@contextmanager
def _ending(connection: HTTPConnection, seconds: float) -> Iterator[None]:
    """A time-out of a socket is for each byte; after `seconds` in all the socket is shut, which wakes who reads it."""
    timer = Timer(seconds, _shut, [connection.sock])
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()


def _shut(sock: socket.socket) -> None:
    with suppress(OSError):
        sock.shutdown(socket.SHUT_RDWR)


def _exchange(connection: HTTPConnection, address: SplitResult, sent: Post) -> tuple[int, bytes]:
    """Status and body. Raises IncompleteRead for a body that breaks off."""
    path = f"{address.path or '/'}?{address.query}" if address.query else address.path or "/"
    headers = {"Content-Type": "application/json; charset=utf-8", "Idempotency-Key": sent.part}
    connection.request("POST", path, json.dumps(sent.payload, ensure_ascii=False).encode(), headers)
    with connection.getresponse() as response:
        body = response.read(_MOST)
        if response.length:
            raise IncompleteRead(body)
        return response.status, body


def _read(status: int, body: bytes) -> dict[str, Any]:
    if status != 200:
        raise Refused(f"answered with status {status}", passing=status in (408, 425, 429) or status >= 500)
    try:
        answer = json.loads(body)
    except ValueError:
        answer = None
    if not isinstance(answer, dict):
        raise Unanswered("status 200, but no JSON object", taken="perhaps")
    return answer
