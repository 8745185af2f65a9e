"""The house rules that a tool can check: short functions, docstrings, no catch-all rooms."""

import ast
import statistics
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[1]
FILES = sorted((ROOT / "nnnews").rglob("*.py"))


def functions() -> Iterator[tuple[Path, ast.FunctionDef | ast.AsyncFunctionDef]]:
    for file in FILES:
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                yield file, node


def lines(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Lines of the function without its docstring."""
    last = node.end_lineno or node.lineno
    document = node.body[0] if ast.get_docstring(node) else None
    return last - node.lineno + 1 - ((document.end_lineno or 0) - document.lineno + 1 if document else 0)


def test_a_function_fits_in_a_glance() -> None:
    lengths = sorted(lines(node) for _, node in functions())
    assert statistics.median(lengths) <= 11
    assert lengths[int(len(lengths) * 0.9)] < 35


def test_no_function_is_longer_than_a_screen() -> None:
    assert [(file.name, node.name) for file, node in functions() if lines(node) > 50] == []


def test_arguments_past_five_are_a_dataclass() -> None:
    def count(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
        names = [argument.arg for argument in node.args.posonlyargs + node.args.args + node.args.kwonlyargs]
        return len([name for name in names if name not in ("self", "cls")])

    # A command's arguments are its options: Typer reads them from the signature.
    rooms = [(file, node) for file, node in functions() if "cli" not in file.parts]
    assert [(file.name, node.name) for file, node in rooms if count(node) > 5] == []


def test_every_public_function_and_class_says_what_its_name_cannot() -> None:
    silent = []
    for file in FILES:
        for node in ast.parse(file.read_text("utf-8")).body:
            named = isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef)
            if named and not node.name.startswith("_") and not ast.get_docstring(node):
                silent.append(f"{file.relative_to(ROOT)}: {node.name}")
    assert silent == []


def test_every_file_opens_with_what_it_is_for() -> None:
    silent = [
        str(file.relative_to(ROOT)) for file in FILES if not ast.get_docstring(ast.parse(file.read_text("utf-8")))
    ]
    assert silent == []


def test_there_is_no_room_for_everything() -> None:
    vague = {"utils", "util", "helpers", "common", "core", "manager", "misc"}
    assert [file for file in FILES if vague & {*file.parts, file.stem}] == []
