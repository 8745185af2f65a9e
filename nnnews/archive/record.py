"""WARC record → Page."""

import hashlib
from base64 import b32encode
from dataclasses import replace
from io import BytesIO

from fastwarc.stream_io import ChunkedReader
from fastwarc.warc import WarcRecord

from nnnews.archive.coding import CodingError, decode
from nnnews.errors import UndecodablePage
from nnnews.items import Page

LINK_TITLE = "WARC-Link-Title"  # ours: a page may have no title of its own


def payload_digest(body: bytes) -> str:
    """SHA-1 as WARC writes it, by which archives compare payloads; no secret hangs on it."""
    return "sha1:" + b32encode(hashlib.sha1(body, usedforsecurity=False).digest()).decode()


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
