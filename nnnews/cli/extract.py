"""`nnnews extract`: files in, one JSON object a line out."""

import sys
from pathlib import Path
from typing import Any

from nnnews.errors import PageError, UsageError
from nnnews.items import Article, Page
from nnnews.reading import read, read_text
from nnnews.record import as_line, as_record
from nnnews.sites import site_for


def extract_files(names: list[str], *, text: bool, url: str | None) -> int:
    """Print the record of each file and return the exit code: 1 when one of them could not be read."""
    if url and len(names) > 1:
        raise UsageError("--url is the address of one file; name one file with it")
    code = 0
    for name in names:
        record = _record(name, text=text, url=url)
        if "error" in record:
            code = 1
            print(f"nnnews: {name}: {record['error']}", file=sys.stderr)
        print(as_line(record))
    return code


def _record(name: str, *, text: bool, url: str | None) -> dict[str, Any]:
    try:
        raw = sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
        article = _read_plain(raw, url) if text else _read_page(raw, url)
    except OSError as error:
        return {"file": name, "error": error.strerror or str(error)}
    except PageError as error:
        return {"file": name, "error": error.reason}
    return as_record(article, name)


def _read_page(raw: bytes, url: str | None) -> Article:
    return read(Page(url or "", raw), site_for(url) if url else None)


def _read_plain(raw: bytes, url: str | None) -> Article:
    from nnnews.extract.decode import decode

    return read_text(decode(Page(url or "", raw)).data.decode(), url)
