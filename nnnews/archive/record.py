"""Exchange → WARC record → Page. Written as WARC 1.1, one gzip member a record, so that each can be read alone."""

import hashlib
from base64 import b32encode
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO

from fastwarc.stream_io import ChunkedReader, GzipWriter
from fastwarc.warc import WarcRecord, WarcRecordType

from nnnews.archive.coding import CodingError, decode
from nnnews.archive.exchange import Exchange
from nnnews.errors import UndecodablePage
from nnnews.items import Page
from nnnews.storage.archive_index import Capture

LINK_TITLE = "WARC-Link-Title"  # ours: a page may have no title of its own
_LEVEL = 3  # of gzip: a third of the time of 9, files five per cent larger
_IDENTICAL = "http://netpreserve.org/warc/1.1/revisit/identical-payload-digest"


class Packer:
    """Records → compressed bytes."""

    def __init__(self) -> None:
        self._buffer = BytesIO()
        self._gzip = GzipWriter(self._buffer, compression_level=_LEVEL)

    def pack(self, record: WarcRecord, payload_digest: bytes | None = None) -> bytes:
        """A whole gzip member. The file's checksum guards the headers, so only the payload gets a digest."""
        record.write(self._gzip, payload_digest=payload_digest)
        self._gzip.finish()  # without it one member would hold the whole file
        packed = self._buffer.getvalue()
        self._buffer.seek(0)
        self._buffer.truncate()
        return packed


def name_digest(digest: bytes) -> str:
    """As WARC writes a SHA-1."""
    return "sha1:" + b32encode(digest).decode()


def response_record(exchange: Exchange) -> WarcRecord:
    """Headers and body."""
    return _record(exchange, WarcRecordType.response, exchange.head() + exchange.body)


def revisit_record(exchange: Exchange, earlier: Capture) -> WarcRecord:
    """The headers only: the body is the one of an earlier capture."""
    record = _record(exchange, WarcRecordType.revisit, exchange.head())
    record.headers["WARC-Profile"] = _IDENTICAL
    record.headers["WARC-Refers-To-Target-URI"] = earlier.url
    record.headers["WARC-Refers-To-Date"] = f"{earlier.fetched.astimezone(UTC):%Y-%m-%dT%H:%M:%S.%fZ}"
    return record


def warcinfo_record(file: str, fields: Mapping[str, str]) -> WarcRecord:
    """Who wrote the records that follow."""
    record = WarcRecord()
    record.init_headers(WarcRecordType.warcinfo)
    record.record_date = datetime.now(UTC)
    record.headers["WARC-Filename"] = file
    record.headers["Content-Type"] = "application/warc-fields"
    record.set_bytes_content("".join(f"{name}: {value}\r\n" for name, value in fields.items()).encode())
    return record


def _record(exchange: Exchange, kind: WarcRecordType, block: bytes) -> WarcRecord:
    record = WarcRecord()
    record.init_headers(kind)
    record.record_date = exchange.fetched
    record.headers["WARC-Target-URI"] = exchange.url
    if exchange.ip:
        record.headers["WARC-IP-Address"] = exchange.ip
    if exchange.link_title:
        record.headers[LINK_TITLE] = " ".join(exchange.link_title.split())
    record.headers["Content-Type"] = "application/http;msgtype=response"
    record.set_bytes_content(block)
    return record


def payload_digest(body: bytes) -> bytes:
    """SHA-1, as archives compare payloads; no secret hangs on it."""
    return hashlib.sha1(body, usedforsecurity=False).digest()


def target_of(record: WarcRecord) -> str:
    """The address asked for; some writers put it in angle brackets."""
    return (record.headers.get("WARC-Target-URI") or "").strip("<>")


def page_of(record: WarcRecord, body: bytes) -> Page:
    """The page as a spider sees it: the body without its codings, of repeated headers the last. Raises PageError."""
    url, status = target_of(record), record.http_headers.status_code or 0
    headers = {name.decode("latin-1"): value.decode("latin-1") for name, value in record.http_headers.items_bytes()}
    page = Page(url, body, headers, record.record_date, status)
    try:
        whole = _unchunk(body) if "chunked" in page.header("Transfer-Encoding").lower() else body
        return replace(page, body=decode(whole, page.header("Content-Encoding")))
    except CodingError as error:
        raise UndecodablePage(url, str(error)) from error


def _unchunk(body: bytes) -> bytes:
    """Some crawlers keep the chunks, some only the header that tells of them."""
    try:
        return ChunkedReader(BytesIO(body)).read()
    except OSError:
        return body
