"""The version of the reader: two readings of one version differ only because their pages do."""

from functools import cache
from hashlib import blake2b
from importlib.metadata import version
from pathlib import Path

_NNNEWS = Path(__file__).parents[1]
# What title and text follow from. Places, figures and topics are read out of the text and change nothing in it.
_ROOMS = ("text", "byline", "platforms", "extract")
_FILES = ("items.py", "reading.py", "sites/__init__.py")
_LIBRARIES = ("lxml", "opencc", "parsel")


@cache
def reader_version(site: str | None = None) -> str:
    """A digest of all that pages of the site are read by: our rules, the site's file, the libraries."""
    files = [_NNNEWS / name for name in (*_FILES, f"sites/{site}.py")]
    digest = blake2b(_shared().encode(), digest_size=8)
    for file in files:
        digest.update(file.read_bytes() if file.exists() else b"")
    return digest.hexdigest()


@cache
def _shared() -> str:
    digest = blake2b("".join(f"{name} {version(name)}" for name in _LIBRARIES).encode(), digest_size=8)
    for file in sorted(file for room in _ROOMS for file in (_NNNEWS / room).rglob("*") if file.is_file()):
        if file.suffix != ".pyc":
            digest.update(file.read_bytes())
    return digest.hexdigest()
