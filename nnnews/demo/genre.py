"""The kinds of article: their headline forms and sentences, as templates of `slots.Filler`, from the TOML tables."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any


@dataclass(frozen=True, slots=True)
class Genre:
    """One opening, some of the middles and one closing make an article. A `local` genre never happens city-wide."""

    name: str
    congress: bool
    titles: tuple[str, ...]
    openings: tuple[str, ...]
    middles: tuple[str, ...] = ()
    closings: tuple[str, ...] = ()
    local: bool = False


PHOTO = Genre(
    "photo",
    congress=True,
    titles=("图片新闻：人大代表走进{town}", "图说：{place}人大代表察看{thing}"),
    openings=("{day}，{place}人大代表在{town}察看{thing}，了解{matter}进展并听取群众意见。",),
    local=True,
)


@cache
def congress_genres() -> tuple[Genre, ...]:
    """What a people's congress does."""
    return _genres("congress.toml", congress=True)


@cache
def city_genres() -> tuple[Genre, ...]:
    """Other news."""
    return _genres("city.toml", congress=False)


@cache
def matters() -> tuple[dict[str, str], ...]:
    """The words of each matter by slot: matter, thing, agency, problem, advice, gain."""
    return tuple(_table("matters.toml")["matters"])


def _table(name: str) -> dict[str, Any]:
    return tomllib.loads(files("nnnews.demo").joinpath(name).read_text("utf-8"))


def _genres(name: str, congress: bool) -> tuple[Genre, ...]:
    """Any article of the table may take sentences of its `background`."""
    table = _table(name)
    return tuple(
        Genre(
            name=entry["name"],
            congress=congress,
            titles=tuple(entry["titles"]),
            openings=tuple(entry["openings"]),
            middles=(*entry["middles"], *table["background"]),
            closings=tuple(entry["closings"]),
            local=entry.get("local", False),
        )
        for entry in table["genres"]
    )
