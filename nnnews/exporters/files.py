"""The exports folder: a reader never sees half a file, and a file that need not change does not."""

import filecmp
import json
import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from nnnews.errors import OutputError

MANIFEST = "manifest.json"


@dataclass(frozen=True, slots=True)
class Changes:
    """Files written and removed, relative to the folder, sorted."""

    written: tuple[str, ...]
    removed: tuple[str, ...]


class ExportFolder:
    """Writes files below `root` and remembers them; `finish` removes what an earlier export wrote and this did not."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._files: dict[str, dict[str, Any]] = {}
        self._written: list[str] = []

    def write(self, name: str, pieces: Iterable[str]) -> None:
        """A whole file, its path relative to the folder. Raises OutputError; then the old file stands."""
        path = self._root / name
        with _failing(path):
            path.parent.mkdir(parents=True, exist_ok=True)
            part = path.with_name(f".{path.name}.part")
            self._files[name] = _fill(part, pieces)
            if _put(part, path):
                self._written.append(name)

    def finish(self) -> Changes:
        """Prunes, and writes the manifest that the next export prunes by."""
        removed = sorted(self._listed() - self._files.keys())
        for name in removed:
            with _failing(self._root / name):
                (self._root / name).unlink(missing_ok=True)
        listing = json.dumps({"files": dict(sorted(self._files.items()))}, ensure_ascii=False, indent=1) + "\n"
        self.write(MANIFEST, [listing])
        return Changes(tuple(sorted(self._written)), tuple(removed))

    def _listed(self) -> set[str]:
        """What the last manifest names inside the folder; a manifest that cannot be read prunes nothing."""
        try:
            names = set(json.loads((self._root / MANIFEST).read_text("utf-8"))["files"])
        except (OSError, ValueError, KeyError, TypeError):
            return set()
        root = self._root.resolve()
        return {name for name in names if (root / name).resolve().is_relative_to(root)}


def _fill(part: Path, pieces: Iterable[str]) -> dict[str, Any]:
    digest, size = sha256(), 0
    with part.open("wb") as file:
        for piece in pieces:
            data = piece.encode()
            digest.update(data)
            size += file.write(data)
    return {"sha256": digest.hexdigest(), "size": size}


def _put(part: Path, path: Path) -> bool:
    """Makes the part the file, durably, when their bytes differ."""
    if path.exists() and filecmp.cmp(part, path, shallow=False):
        part.unlink()
        return False
    with part.open("rb") as file:
        os.fsync(file.fileno())
    part.chmod(0o644)
    part.replace(path)
    return True


@contextmanager
def _failing(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise OutputError(
            f"{path}: cannot be written ({error.strerror}); "
            "check permissions and free space, or set `exports` to another folder"
        ) from error
