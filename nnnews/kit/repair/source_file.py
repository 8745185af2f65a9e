"""The source of one site by its bytes, as ast counts them: where its statements stand, and the source with changes."""

import ast
from collections.abc import Iterable
from dataclasses import dataclass

from nnnews.errors import NnnewsError


class CannotEdit(NnnewsError):
    """The file is written in a way that a person has to change."""


@dataclass(frozen=True, slots=True)
class Change:
    """Bytes of the source from `start` to `end` become `new`."""

    start: int
    end: int
    new: str


class SourceFile:
    """Raises CannotEdit when there is no class of the site in it."""

    def __init__(self, source: str, site: str) -> None:
        self.raw = source.encode()
        self.tree = ast.parse(source)
        self._lines = [0]
        for line in self.raw.splitlines(keepends=True):
            self._lines.append(self._lines[-1] + len(line))
        named = (node for node in self.tree.body if isinstance(node, ast.ClassDef) and _name_of(node) == site)
        self.site = next(named, None)
        if self.site is None:
            raise CannotEdit(f"no class with name = {site!r} in the file")

    @property
    def statements(self) -> dict[str, ast.Assign]:
        """The assignments of the class by their names, in order."""
        return _assignments(self.site) if self.site else {}

    @property
    def base(self) -> str:
        """The name of the class that the site's class is made of. Raises CannotEdit for none or a dotted one."""
        base = self.site.bases[0] if self.site and self.site.bases else None
        if not isinstance(base, ast.Name):
            raise CannotEdit("the site's class has no plain base")
        return base.id

    def line_start(self, number: int) -> int:
        """Where a line begins; the first is 1."""
        return self._lines[number - 1]

    def line_length(self, number: int) -> int:
        """Characters of a line."""
        return len(self.raw[self._lines[number - 1] : self._lines[number]].decode().rstrip("\n"))

    def start(self, node: ast.expr | ast.keyword) -> int:
        """Where a node begins."""
        return self._lines[node.lineno - 1] + node.col_offset

    def end(self, node: ast.expr | ast.keyword) -> int:
        """Where a node ends."""
        return self._lines[(node.end_lineno or node.lineno) - 1] + (node.end_col_offset or 0)

    def text(self, node: ast.expr | ast.keyword) -> str:
        """A node as it is written."""
        return self.raw[self.start(node) : self.end(node)].decode()

    def changed(self, changes: Iterable[Change]) -> str:
        """The source with the changes, which do not overlap."""
        raw = self.raw
        for change in sorted(changes, key=lambda one: (one.start, one.end), reverse=True):
            raw = raw[: change.start] + change.new.encode() + raw[change.end :]
        return raw.decode()


def _assignments(node: ast.ClassDef) -> dict[str, ast.Assign]:
    plain = [one for one in node.body if isinstance(one, ast.Assign)]
    return {one.targets[0].id: one for one in plain if isinstance(one.targets[0], ast.Name)}


def _name_of(node: ast.ClassDef) -> object:
    named = _assignments(node).get("name")
    return named.value.value if named and isinstance(named.value, ast.Constant) else None
