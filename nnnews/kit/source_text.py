"""Python source of declarations, laid out as ruff lays it out."""

from collections.abc import Iterator
from dataclasses import dataclass, fields
from typing import Union

from nnnews.platforms.addresses import ArticleURL
from nnnews.platforms.base import Layout

_WIDTH = 120
_STEP = "    "


@dataclass(frozen=True, slots=True)
class Group:
    """Something in brackets: a tuple, or a call where `opening` is `Layout(`."""

    opening: str
    items: tuple["Node", ...]

    @property
    def flat(self) -> str:
        """On one line."""
        alone = "," if self.opening == "(" and len(self.items) == 1 else ""
        return f"{self.opening}{', '.join(map(flat, self.items))}{alone})"


Node = Union[str, Group]  # noqa: UP007  (a string cannot be joined by |)


def assignment(name: str, value: Node, indent: str = "") -> str:
    """`name = value` on as few lines as it takes, without a line feed at the end."""
    return "\n".join(_lines(f"{indent}{name} = ", value, indent, ""))


def flat(node: Node) -> str:
    """On one line, however long."""
    return node if isinstance(node, str) else node.flat


def text(value: str) -> str:
    """A string as ruff quotes it."""
    quoted = repr(f"'{value}")[2:-1]  # a single quote in it makes repr take double ones
    return repr(value) if '"' in value else f'"{quoted}"'


def layout(one: Layout) -> Group:
    """A call of Layout with what it declares."""
    named = [(field.name, getattr(one, field.name)) for field in fields(Layout)]
    told = (f"{name}={text(value)}" for name, value in named if name not in ("name", "until") and value)
    last = () if one.until is None else (f"until=date({one.until.year}, {one.until.month}, {one.until.day})",)
    return Group("Layout(", (text(one.name), *told, *last))


def article_url(one: ArticleURL) -> Group:
    """A call of ArticleURL."""
    pattern = f're.compile(r"{one.pattern.pattern}")'
    key = () if one.key == "{id}" else (f"key={text(one.key)}",)
    return Group("ArticleURL(", (pattern, *key))


def strings(values: tuple[str, ...]) -> Group:
    """A tuple of strings."""
    return Group("(", tuple(map(text, values)))


def _lines(before: str, node: Node, indent: str, behind: str) -> Iterator[str]:
    whole = f"{before}{flat(node)}{behind}"
    if isinstance(node, str) or len(whole) <= _WIDTH:
        yield whole
        return
    yield f"{before}{node.opening}"
    for item in node.items:
        yield from _lines(f"{indent}{_STEP}", item, f"{indent}{_STEP}", ",")
    yield f"{indent}){behind}"
