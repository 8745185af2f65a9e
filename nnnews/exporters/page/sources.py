"""What this room is made of, and the names under which its own files are exported."""

from collections.abc import Iterator
from functools import cache, partial
from hashlib import blake2b
from importlib.resources import files
from importlib.resources.abc import Traversable

from nnnews.exporters import snapshot
from nnnews.exporters.files import File

_ECHARTS = "echarts/echarts.common.min.js"
_HASHED = ("page.css", "page.js", "search.js", "charts.js", "icon.svg", _ECHARTS)
_PLAIN = {"echarts/LICENSE": "assets/echarts-LICENSE.txt", "echarts/NOTICE": "assets/echarts-NOTICE.txt"}


def digest(*parts: str) -> str:
    """A short name for these texts together with the room's own code and files."""
    return blake2b("\0".join((code(), *parts)).encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


@cache
def code() -> str:
    """Changes with this room and those it stands on, so that another version writes its files anew."""
    sources = sorted((name, data) for name, data in _walk(files("nnnews.exporters.page")))
    return blake2b(b"".join((snapshot.code().encode(), *(data for _, data in sources))), digest_size=8).hexdigest()


@cache
def assets() -> dict[str, str]:
    """By name of the asset, its path in the export; the hash in it lets browsers keep the file for ever."""
    return {name.split("/")[-1].split(".")[0] + name[name.rindex(".") :]: _hashed(name) for name in _HASHED}


def asset_files() -> Iterator[File]:
    """The style, the scripts, the icon, and ECharts with its licence."""
    for name, path in {**{name: _hashed(name) for name in _HASHED}, **_PLAIN}.items():
        data = _read(name)
        yield File(path, blake2b(data, digest_size=8).hexdigest(), partial(iter, [data]))


@cache
def _hashed(name: str) -> str:
    stem, _, suffix = name.rpartition("/")[2].rpartition(".")
    return f"assets/{stem}-{blake2b(_read(name), digest_size=4).hexdigest()}.{suffix}"


@cache
def _read(name: str) -> bytes:
    return files("nnnews.exporters.page").joinpath("assets", *name.split("/")).read_bytes()


def _walk(folder: Traversable, above: str = "") -> Iterator[tuple[str, bytes]]:
    for entry in folder.iterdir():
        name = f"{above}/{entry.name}"
        if entry.is_dir() and entry.name != "__pycache__":
            yield from _walk(entry, name)
        elif entry.is_file() and not name.endswith(".pyc"):
            yield name, entry.read_bytes()
