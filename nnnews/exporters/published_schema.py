"""The schemas of what is exported, published beside it."""

from collections.abc import Iterator
from functools import partial
from importlib.resources import files

from nnnews.exporters.files import File
from nnnews.exporters.snapshot import code

NAMES = ("record.schema.json", "feed-item.schema.json")


def schema_files() -> Iterator[File]:
    """As the package has them."""
    for name in NAMES:
        data = (files("nnnews") / "schema" / name).read_bytes()
        yield File(f"schema/{name}", code(), partial(iter, [data]))
