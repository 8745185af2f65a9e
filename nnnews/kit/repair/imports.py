"""Imports added to a source where ruff would put them."""

import ast
from collections.abc import Iterable

_OWN = "nnnews"
_WIDTH = 120


def with_imports(source: str, wanted: Iterable[tuple[str, str]]) -> str:
    """The source that imports (module, name), too; `import module` where the name is empty."""
    nodes = [node for node in ast.parse(source).body if isinstance(node, ast.Import | ast.ImportFrom)]
    plain = {alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names}
    named: dict[str, set[str]] = {}
    for node in nodes:
        if isinstance(node, ast.ImportFrom):
            named.setdefault(node.module or "", set()).update(alias.name for alias in node.names)
    for module, name in wanted:
        plain |= set() if name else {module}
        if name:
            named.setdefault(module, set()).add(name)
    lines = source.split("\n")
    lines[nodes[0].lineno - 1 : nodes[-1].end_lineno] = _block(plain, named)
    return "\n".join(lines)


def _block(plain: set[str], named: dict[str, set[str]]) -> list[str]:
    """A section of the standard library, then one of the project; in each the plain imports first."""
    written: list[str] = []
    for own in (False, True):
        section = [f"import {module}" for module in sorted(plain) if _is_own(module) is own]
        section += [_from(module, names) for module, names in sorted(named.items()) if _is_own(module) is own]
        written += [*([""] if written and section else []), *section]
    return written


def _is_own(module: str) -> bool:
    return module.split(".")[0] == _OWN


def _from(module: str, names: set[str]) -> str:
    ordered = sorted(names, key=_order)
    line = f"from {module} import {', '.join(ordered)}"
    inner = "".join(f"    {name},\n" for name in ordered)
    return line if len(line) <= _WIDTH else f"from {module} import (\n{inner})"


def _order(name: str) -> tuple[int, str]:
    """Constants, then classes, then functions."""
    return (0 if name.isupper() and len(name) > 1 else 1 if name[0].isupper() else 2), name
