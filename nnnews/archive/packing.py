"""Exchange → WARC 1.1 record: a gzip member of its own, so that each can be read alone.

The gzip's checksum guards the headers, so only the payload gets a digest.
"""

from collections.abc import Mapping
from datetime import UTC, datetime
from uuid import uuid4

from isal import isal_zlib

from nnnews.archive.exchange import Exchange
from nnnews.archive.record import LINK_TITLE
from nnnews.storage.archive_index import Capture

_LEVEL = 2  # of ISA-L's three: a quarter of the time of zlib-ng's third, files six per cent larger
_GZIP = 31  # as zlib counts: the largest window, with gzip's head and checksum
_IDENTICAL = "http://netpreserve.org/warc/1.1/revisit/identical-payload-digest"


def pack_response(exchange: Exchange, digest: str) -> bytes:
    """Headers and body."""
    return _pack_answer("response", exchange, {"WARC-Payload-Digest": digest}, exchange.head() + exchange.body)


def pack_revisit(exchange: Exchange, earlier: Capture) -> bytes:
    """The headers only: the body is the one of an earlier capture."""
    fields = {
        "WARC-Payload-Digest": earlier.digest,
        "WARC-Profile": _IDENTICAL,
        "WARC-Refers-To-Target-URI": earlier.url,
        "WARC-Refers-To-Date": _write_time(earlier.fetched),
    }
    return _pack_answer("revisit", exchange, fields, exchange.head())


def pack_info(file: str, fields: Mapping[str, str]) -> bytes:
    """Who wrote the records that follow."""
    block = "".join(f"{name}: {value}\r\n" for name, value in fields.items()).encode()
    own = {"WARC-Filename": file, "Content-Type": "application/warc-fields"}
    return _pack("warcinfo", datetime.now(UTC), own, block)


def _pack_answer(kind: str, exchange: Exchange, fields: Mapping[str, str], block: bytes) -> bytes:
    own = {
        "WARC-Target-URI": exchange.url,
        "WARC-IP-Address": exchange.ip,
        LINK_TITLE: " ".join(exchange.link_title.split()),
        "Content-Type": "application/http;msgtype=response",
    }
    told = {name: value for name, value in own.items() if value}
    return _pack(kind, exchange.fetched, {**told, **fields}, block)


def _pack(kind: str, time: datetime, fields: Mapping[str, str], block: bytes) -> bytes:
    told = {
        "WARC-Type": kind,
        "WARC-Record-ID": f"<urn:uuid:{uuid4()}>",
        "WARC-Date": _write_time(time),
        "Content-Length": str(len(block)),
        **fields,
    }
    # A title out of JSON may hold half a character.
    head = "".join(f"{name}: {value}\r\n" for name, value in told.items()).encode("utf-8", "replace")
    return isal_zlib.compress(b"WARC/1.1\r\n%b\r\n%b\r\n\r\n" % (head, block), _LEVEL, _GZIP)


def _write_time(time: datetime) -> str:
    return f"{time.astimezone(UTC):%Y-%m-%dT%H:%M:%S.%fZ}"
