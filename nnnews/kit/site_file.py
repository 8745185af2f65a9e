"""The file of a site: what it declares, and the source text that declares it."""

import inspect
from collections.abc import Iterator
from dataclasses import dataclass
from types import ModuleType

from nnnews.kit.source_text import Group, Node, article_url, assignment, layout, strings, text
from nnnews.platforms.addresses import ArticleURL
from nnnews.platforms.base import Layout, Site
from nnnews.platforms.paper import Paper

_INDENT = "    "
_WIDTH = 120


@dataclass(frozen=True, slots=True)
class Declaration:
    """What a site file says beside what its platform declares: only that stands in it.

    `base` is the platform's class; for an e-paper `system` is the module with the tables of its system, and `sheets`
    the folder below which the sheets of its issues lie. `layouts` and `article_urls` go before those of the platform.
    `history` are the lines of the file's head, `about` is what the class is described by.
    """

    name: str
    title: str
    base: type[Site]
    hosts: tuple[str, ...]
    history: tuple[str, ...]
    about: str
    lists: tuple[str, ...] = ()
    article_urls: tuple[ArticleURL, ...] = ()
    layouts: tuple[Layout, ...] = ()
    rooted_links: bool = False
    numbering: tuple[int, ...] = ()
    system: ModuleType | None = None
    sheets: str = ""
    daily: float = 0.0

    @property
    def class_name(self) -> str:
        """`qing_lan` → `QingLan`, and another name than that of the platform's class."""
        own = "".join(part.capitalize() for part in self.name.split("_"))
        return f"{own}Site" if own == self.base.__name__ else own


def render(site: Declaration) -> str:
    """The source of the site's file, as ruff formats it."""
    head = "\n\n".join((f'"""{_plain(site.title)}, {site.history[0]}', *map(_plain, site.history[1:])))
    closing = '\n"""' if len(site.history) > 1 else '"""'
    statements = "\n".join(assignment(name, value, _INDENT) for name, value in _statements(site))
    return f"""{head}{closing}

{_imports(site)}


class {site.class_name}({site.base.__name__}):
    \"\"\"{_plain(site.about)}\"\"\"

{statements}
"""


def load(source: str) -> Site:
    """The site that a rendered file declares, as it will be found when the file is there."""
    module = ModuleType("nnnews.sites.proposed")
    exec(compile(source, "proposed site file", "exec"), module.__dict__)
    own = (value for value in vars(module).values() if inspect.isclass(value) and value.__module__ == module.__name__)
    return next(value for value in own if issubclass(value, Site))()


def code_lines(source: str) -> int:
    """Lines that are neither empty, nor a comment, nor of a docstring."""
    inside, count = False, 0
    for line in source.splitlines():
        quotes = line.count('"""')
        count += bool(line.strip()) and not line.lstrip().startswith("#") and not inside and not quotes
        inside ^= quotes == 1
    return count


def _plain(words: str) -> str:
    """Words for a docstring."""
    return " ".join(words.replace("\\", "/").replace('"', "'").split())


def _statements(site: Declaration) -> Iterator[tuple[str, Node]]:
    yield "name", text(site.name)
    yield "title", text(site.title)
    yield "hosts", strings(site.hosts)
    if issubclass(site.base, Paper):
        yield from _paper(site)
    else:
        yield "lists", strings(site.lists)
        own = tuple(map(article_url, site.article_urls))
        yield from _before("article_urls", own, site)
        yield from _before("layouts", tuple(map(layout, site.layouts)), site)
    if site.rooted_links:
        yield "rooted_links", "True"
    if site.numbering and site.numbering != site.base.numbering:
        yield "numbering", Group("(", tuple(map(str, site.numbering)))
    if site.daily:
        yield "daily", f"{site.daily:g}"


def _before(name: str, own: tuple[Node, ...], site: Declaration) -> Iterator[tuple[str, Node]]:
    """What the site has of its own goes before what its platform has."""
    if own:
        shared = (f"*{site.base.__name__}.{name}",) if getattr(site.base, name) else ()
        yield name, Group("(", (*own, *shared))


def _paper(site: Declaration) -> Iterator[tuple[str, Node]]:
    assert site.system
    system = site.system.__name__.rpartition(".")[2]
    yield "root", text(site.lists[0])
    if hasattr(site.system, "fronts"):
        yield "fronts", f"{system}.fronts({text(site.sheets)})"
        yield "periods", f"{system}.periods({text(site.sheets)})"
    else:
        yield "fronts", f"({system}.front({text(site.sheets)}),)"
    for name in ("sheet_urls", "article_urls", "layouts"):
        yield name, f"{system}.{name.upper()}"


def _imports(site: Declaration) -> str:
    lines = []
    if site.system:
        lines.append(f"from nnnews.platforms import {site.system.__name__.rpartition('.')[2]}")
    if site.article_urls:
        lines.append("from nnnews.platforms.addresses import ArticleURL")
    wanted = {site.base.__module__: {site.base.__name__}}
    if site.layouts:
        wanted.setdefault(Layout.__module__, set()).add("Layout")
    lines += [f"from {module} import {', '.join(sorted(names))}" for module, names in sorted(wanted.items())]
    return "\n".join([*(["import re", ""] if site.article_urls else []), *sorted(lines)])
