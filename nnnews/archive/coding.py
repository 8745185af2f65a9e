"""Content codings (RFC 9110, 8.4.1): what a body was packed in for the way, taken off as Scrapy takes it off."""

import sys
import zlib
from collections.abc import Callable, Iterator

import brotli  # type: ignore[import-untyped]

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

LARGEST = 64 * 1024 * 1024  # bytes unpacked; a page beyond it is a bomb
_CHUNK = 1024 * 1024
_FAILURES = (zlib.error, brotli.error, zstd.ZstdError)


class CodingError(ValueError):
    """The body is not what its header says, or too large when unpacked."""


def decode(body: bytes, codings: str) -> bytes:
    """The body without the codings that Content-Encoding names, the last one first; unknown ones end the work.

    A body cut short gives what is there. Raises CodingError.
    """
    for name in reversed([part.strip().lower() for part in codings.split(",") if part.strip()]):
        if name not in _DECODERS:
            return body
        try:
            body = _collect(_DECODERS[name](body))
        except _FAILURES as error:
            raise CodingError(f"no {name} ({error})") from error
    return body


def _collect(chunks: Iterator[bytes]) -> bytes:
    out = bytearray()
    for chunk in chunks:
        out += chunk
        if len(out) > LARGEST:
            raise CodingError(f"more than {LARGEST >> 20} MB when unpacked")
    return bytes(out)


def _inflate(body: bytes, wbits: int) -> Iterator[bytes]:
    decoder = zlib.decompressobj(wbits)
    while body and not decoder.eof:
        yield decoder.decompress(body, _CHUNK)
        body = decoder.unconsumed_tail


def _deflate(body: bytes) -> Iterator[bytes]:
    """Some servers leave the zlib header out."""
    try:
        zlib.decompressobj().decompress(body, 1)
    except zlib.error:
        return _inflate(body, -zlib.MAX_WBITS)
    return _inflate(body, zlib.MAX_WBITS)


def _unbrotli(body: bytes) -> Iterator[bytes]:
    decoder = brotli.Decompressor()
    while chunk := decoder.process(body, output_buffer_limit=_CHUNK):
        yield chunk
        body = b""


def _unzstd(body: bytes) -> Iterator[bytes]:
    """A body may be several frames."""
    while body:
        decoder = zstd.ZstdDecompressor()
        chunk = decoder.decompress(body, _CHUNK)
        while chunk:
            yield chunk
            chunk = b"" if decoder.eof else decoder.decompress(b"", _CHUNK)
        body = decoder.unused_data


_DECODERS: dict[str, Callable[[bytes], Iterator[bytes]]] = {
    "gzip": lambda body: _inflate(body, zlib.MAX_WBITS | 16),
    "x-gzip": lambda body: _inflate(body, zlib.MAX_WBITS | 16),
    "deflate": _deflate,
    "br": _unbrotli,
    "zstd": _unzstd,
}
