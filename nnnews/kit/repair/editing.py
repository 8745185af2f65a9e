"""The site file with new layouts, addresses and lists in it: everything else keeps its place, form and comments."""

import ast
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Any

from nnnews.kit.repair.imports import with_imports
from nnnews.kit.repair.source_file import CannotEdit, Change, SourceFile
from nnnews.kit.site_file import load
from nnnews.kit.source_text import Group, Node, article_url, assignment, layout, text
from nnnews.platforms.addresses import ArticleURL
from nnnews.platforms.base import Layout

_CLASS = "    "  # indentation of the class's statements
_ENTRY = "        "
_WIDTH = 120
_LAST = ("numbering", "skip", "search", "search_charset", "daily", "dead")  # what stands at the end of a site's class


@dataclass(frozen=True, slots=True)
class Edit:
    """What is new in a site file. `ended` are the layouts whose last day was `until`; `history` goes into the head."""

    name: str
    layouts: tuple[Layout, ...] = ()
    ended: tuple[str, ...] = ()
    until: date | None = None
    article_urls: tuple[ArticleURL, ...] = ()
    lists: tuple[str, ...] = ()
    history: str = ""

    @property
    def entries(self) -> dict[str, tuple[Node, ...]]:
        """The new entries of each tuple, as source."""
        written: dict[str, tuple[Node, ...]] = {
            "lists": tuple(map(text, self.lists)),
            "article_urls": tuple(map(article_url, self.article_urls)),
            "layouts": tuple(map(layout, self.layouts)),
        }
        return {name: entries for name, entries in written.items() if entries}

    @property
    def last_day(self) -> str:
        """`date(2026, 11, 20)`; empty when none is known."""
        return f"date({self.until.year}, {self.until.month}, {self.until.day})" if self.until else ""


def edited(source: str, edit: Edit, namespace: Mapping[str, Any] = MappingProxyType({})) -> str:
    """The source with the edit. `namespace` is that of the module, by which `*cjyun.LAYOUTS` is understood.

    Raises CannotEdit when the class is not there or the result would not be the site with the edit.
    """
    file = SourceFile(source, edit.name)
    dating = _Dating(edit, namespace)
    changes = [*_history(file, edit.history), *_ends(file, edit, dating)]
    changes += [_put_before(file, name, entries, dating) for name, entries in edit.entries.items()]
    changed = file.changed(changes)
    changed = with_imports(changed, _imports(edit, changed))
    _check(changed, edit)
    return changed


def _check(changed: str, edit: Edit) -> None:
    try:
        site = load(changed)
    except (SyntaxError, NameError, TypeError, AttributeError, ImportError) as error:
        raise CannotEdit(f"the edited file of {edit.name} does not load: {error}") from error
    for name in edit.entries:
        new = getattr(edit, name)
        if getattr(site, name)[: len(new)] != new:
            raise CannotEdit(f"{name} of {edit.name} cannot be edited; add by hand: {new}")


def _imports(edit: Edit, changed: str) -> Iterator[tuple[str, str]]:
    """(module, name) of what the new text uses; no name for `import re`."""
    if edit.layouts:
        yield "nnnews.platforms.base", "Layout"
    if edit.article_urls:
        yield "re", ""
        yield "nnnews.platforms.addresses", "ArticleURL"
    if edit.last_day and edit.last_day in changed:
        yield "datetime", "date"
    if "*dated(" in changed:
        yield "nnnews.platforms.base", "dated"


@dataclass(frozen=True, slots=True)
class _Dating:
    """`*cjyun.LAYOUTS` → `*dated(cjyun.LAYOUTS, date(2026, 11, 20), "cjyun-lmy")`, when one of them ended."""

    edit: Edit
    namespace: Mapping[str, Any]

    def __call__(self, starred: str) -> str:
        expression = starred.removeprefix("*")
        ended = [name for name in self._held(expression) if name in self.edit.ended] if starred != expression else []
        if not ended or not self.edit.last_day:
            return starred
        return f"*dated({expression}, {self.edit.last_day}, {', '.join(map(text, ended))})"

    def _held(self, expression: str) -> list[str]:
        """Names of the layouts that a dotted name of the module stands for."""
        first, *rest = expression.split(".")
        value = self.namespace.get(first)
        for part in rest:
            value = getattr(value, part, None)
        return [one.name for one in value if isinstance(one, Layout)] if isinstance(value, tuple) else []


def _put_before(file: SourceFile, name: str, new: tuple[Node, ...], dating: _Dating) -> Change:
    """The new entries before what the tuple holds; a tuple that the platform declares is named behind them."""
    statement = file.statements.get(name)
    if statement is None:
        written = assignment(name, Group("(", (*new, dating(f"*{file.base}.{name}"))), _CLASS)
        return _added(file, written)
    value = statement.value
    if isinstance(value, ast.Tuple) and _opens_alone(value):
        place = file.line_start(value.lineno + 1)
        return Change(place, place, "".join(f"{line}\n" for one in new for line in _lines_of(one)))
    held = [file.text(one) for one in value.elts] if isinstance(value, ast.Tuple) else [f"*{file.text(value)}"]
    kept = map(dating, held) if name == "layouts" else held
    written = assignment(name, Group("(", (*new, *kept)), _CLASS)
    return Change(file.start(statement.targets[0]), file.end(value), written.lstrip())


def _opens_alone(value: ast.Tuple) -> bool:
    """Whether the first entry stands on a line of its own."""
    return bool(value.elts) and value.elts[0].lineno > value.lineno


def _lines_of(entry: Node) -> list[str]:
    """The lines of one entry of a tuple in a class: those before a second one that is too long for one line."""
    return assignment("x", Group("(", (entry, "_" * _WIDTH)), _CLASS).split("\n")[1:-2]


def _added(file: SourceFile, written: str) -> Change:
    """A new statement, before those that stand at the end of a site's class."""
    behind = next((one for name, one in file.statements.items() if name in _LAST), None)
    final = list(file.statements.values())[-1]
    place = file.line_start(behind.lineno if behind else (final.end_lineno or final.lineno) + 1)
    return Change(place, place, f"{written}\n")


def _ends(file: SourceFile, edit: Edit, dating: _Dating) -> Iterator[Change]:
    """The last day of the layouts that ended, where the file has their tuple on lines of its own."""
    statement = file.statements.get("layouts")
    if statement is None or not isinstance(statement.value, ast.Tuple) or not _opens_alone(statement.value):
        return
    for entry in statement.value.elts if edit.last_day else ():
        if isinstance(entry, ast.Starred):
            if (after := dating(file.text(entry))) != file.text(entry):
                yield Change(file.start(entry), file.end(entry), after)
        elif isinstance(entry, ast.Call) and _layout_name(entry) in edit.ended:
            yield from _ended_call(file, entry, f"until={edit.last_day}")


def _layout_name(call: ast.Call) -> object:
    named = [*call.args[:1], *(word.value for word in call.keywords if word.arg == "name")]
    return named[0].value if named and isinstance(named[0], ast.Constant) else None


def _ended_call(file: SourceFile, call: ast.Call, told: str) -> Iterator[Change]:
    """`until` behind the last argument: on a line of its own where the call has several, or becomes too long."""
    if any(word.arg == "until" for word in call.keywords):
        return
    arguments: list[ast.expr | ast.keyword] = [*call.args, *call.keywords]
    if call.end_lineno != call.lineno:
        end, indent = file.end(arguments[-1]), " " * arguments[-1].col_offset
        yield Change(end, end, f",\n{indent}{told}")
    elif file.line_length(call.lineno) + len(told) + 2 <= _WIDTH:
        yield Change(file.end(arguments[-1]), file.end(arguments[-1]), f", {told}")
    else:
        lines = "".join(f"{_ENTRY}    {one},\n" for one in (*map(file.text, arguments), told))
        yield Change(file.start(call), file.end(call), f"{file.text(call.func)}(\n{lines}{_ENTRY})")


def _history(file: SourceFile, line: str) -> Iterator[Change]:
    """A line more at the end of the file's head."""
    head = file.tree.body[0]
    if line and isinstance(head, ast.Expr) and isinstance(head.value, ast.Constant):
        end = file.end(head.value) - len('"""')
        before = "\n\n" if head.lineno == head.end_lineno else "" if file.raw[:end].endswith(b"\n") else "\n"
        yield Change(end, end, f"{before}{line}\n")
