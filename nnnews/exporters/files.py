"""The exports folder: a reader never sees half a file, and a file that need not change does not."""

import fcntl
import filecmp
import json
import os
from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from nnnews.errors import OutputError

MANIFEST = "manifest.json"
Pieces = Iterable[str | bytes]


@dataclass(frozen=True, slots=True)
class File:
    """A file to be: its path below the folder, and how it is written.

    `made_of` names all that its bytes follow from: while it stays the same, nothing is rendered.
    """

    name: str
    made_of: str
    render: Callable[[], Pieces]


@dataclass(frozen=True, slots=True)
class Changes:
    """Files written and removed, relative to the folder, sorted."""

    written: tuple[str, ...]
    removed: tuple[str, ...]


class ExportFolder:
    """Writes files below `root` and remembers them; `finish` removes what an earlier export wrote and this did not."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._before = _read_manifest(root)
        self._files: dict[str, dict[str, Any]] = {}
        self._written: list[str] = []

    def put(self, section: str, file: File) -> None:
        """The file as it is to be, rendered only when it is made of something new. Raises OutputError."""
        known = self._before.get(file.name, {})
        if known.get("made_of") != file.made_of or not self._stands(file.name, known.get("size")):
            known = self._write(file.name, file.render()) | {"section": section, "made_of": file.made_of}
        else:
            _part(self._root / file.name).unlink(missing_ok=True)  # of an export that was killed
        self._files[file.name] = known

    def finish(self, sections: Collection[str]) -> Changes:
        """Prunes what these sections wrote earlier, and writes the manifest that the next export prunes by."""
        ours = {*sections, None}
        others = {name: told for name, told in self._before.items() if told.get("section") not in ours}
        removed = sorted(self._before.keys() - self._files.keys() - others.keys())
        for name in removed:
            with _failing(self._root / name):
                (self._root / name).unlink(missing_ok=True)
        files = dict(sorted({**others, **self._files}.items()))
        self._write(MANIFEST, [json.dumps({"files": files}, ensure_ascii=False, indent=1), "\n"])
        return Changes(tuple(sorted(self._written)), tuple(removed))

    def _write(self, name: str, pieces: Pieces) -> dict[str, Any]:
        """A whole file; when it fails, the old one stands."""
        path = self._root / name
        with _failing(path):
            path.parent.mkdir(parents=True, exist_ok=True)
            told = _fill(_part(path), pieces)
            if _put(_part(path), path):
                self._written.append(name)
        return told

    def _stands(self, name: str, size: object) -> bool:
        path = self._root / name
        return path.is_file() and path.stat().st_size == size


@contextmanager
def alone(root: Path) -> Iterator[None]:
    """Another export of the same folder waits; the kernel frees the folder when the process ends in whatever way."""
    with _failing(root):
        root.mkdir(parents=True, exist_ok=True)
        held = os.open(root, os.O_RDONLY)
    try:
        fcntl.flock(held, fcntl.LOCK_EX)
        yield
    finally:
        os.close(held)


def _read_manifest(root: Path) -> dict[str, dict[str, Any]]:
    """What the last manifest tells of files inside the folder; one that cannot be read tells nothing."""
    try:
        files = dict(json.loads((root / MANIFEST).read_text("utf-8"))["files"])
    except (OSError, ValueError, KeyError, TypeError):
        return {}
    inside = root.resolve()
    return {
        name: told
        for name, told in files.items()
        if isinstance(told, dict) and (root / name).resolve().is_relative_to(inside)
    }


def _part(path: Path) -> Path:
    """What a file is called until it is whole."""
    return path.with_name(f".{path.name}.part")


def _fill(part: Path, pieces: Pieces) -> dict[str, Any]:
    digest, size = sha256(), 0
    with part.open("wb") as file:
        for piece in pieces:
            data = piece.encode() if isinstance(piece, str) else piece
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
