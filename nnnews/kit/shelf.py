"""Where a checkout keeps its sites: a file in nnnews/sites/, saved pages with their expectations in tests/sites/."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import nnnews
from nnnews.errors import OutputError, UsageError
from nnnews.items import Page

Expectation = dict[str, Any]


@dataclass(frozen=True, slots=True)
class SavedPage:
    """A page beside its expectation."""

    file: Path
    expected: Mapping[str, Any]

    @property
    def page(self) -> Page:
        """As it was served. Raises UsageError when it is not there."""
        path = self.file.with_name(self.expected["file"])
        try:
            body = path.read_bytes()
        except OSError as error:
            raise UsageError(f"{path}: cannot be read ({error.strerror})") from error
        return Page(self.expected["url"], body, self.expected["headers"])


@dataclass(frozen=True, slots=True)
class Shelf:
    """The two folders of one checkout."""

    root: Path

    @classmethod
    def of_checkout(cls) -> "Shelf":
        """Of the running code. Raises UsageError where nnnews was installed without its tests."""
        root = Path(nnnews.__file__).parents[1]
        if not (root / "tests" / "sites").is_dir():
            raise UsageError(f"{root} has no tests/sites; site files are written in a checkout of nnnews")
        return cls(root)

    def site_file(self, name: str) -> Path:
        """The file of a site."""
        return self.root / "nnnews" / "sites" / f"{name}.py"

    def pages_folder(self, name: str) -> Path:
        """The folder with the saved pages of a site."""
        return self.root / "tests" / "sites" / name

    def saved(self, name: str) -> Iterator[SavedPage]:
        """The saved pages of a site, in the order of their names."""
        for file in sorted(self.pages_folder(name).glob("*.json")):
            expected = json.loads(file.read_text("utf-8"))
            if isinstance(expected, dict) and "file" in expected and "kind" in expected:
                yield SavedPage(file, expected)

    def shown(self, path: Path) -> str:
        """The path from the root of the checkout."""
        return str(path.relative_to(self.root))


def write_new(path: Path, data: bytes) -> Path:
    """A file that was not there. Raises UsageError when it was, OutputError when it cannot be written."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("xb") as file:
            file.write(data)
    except FileExistsError as error:
        raise UsageError(f"{path} is there already; nothing is overwritten") from error
    except OSError as error:
        raise OutputError(f"{path}: cannot be written ({error.strerror})") from error
    return path
