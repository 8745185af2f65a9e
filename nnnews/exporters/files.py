"""The exports folder: a reader never sees half a file, and a file that need not change does not."""

import fcntl
import filecmp
import json
import os
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
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
    One that is not `listed` stands beside the manifest: it may change when nothing else does.
    """

    name: str
    made_of: str
    render: Callable[[], Pieces]
    listed: bool = True


@dataclass(frozen=True, slots=True)
class Shelf:
    """Many files in a folder of their own, with a manifest of its own: so the main one stays small.

    Their names are below the shelf. While `made_of` stays the same, no file of it is looked at.
    """

    name: str
    made_of: str
    files: Callable[[], Iterable[File]]


Planned = File | Shelf


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
        self._removed: list[str] = []

    def put(self, section: str, planned: Planned) -> None:
        """The file or shelf as it is to be, rendered only when it is made of something new. Raises OutputError."""
        if isinstance(planned, File) and not planned.listed:
            self._write(planned.name, planned.render())
            return
        name = planned.name if isinstance(planned, File) else f"{planned.name}/{MANIFEST}"
        known = self._before.get(name, {})
        if known.get("made_of") != planned.made_of or not self._stands(name, known.get("size")):
            told = self._fill_shelf(section, planned) if isinstance(planned, Shelf) else self._render(planned)
            known = told | {"section": section, "made_of": planned.made_of}
        else:
            _part(self._root / name).unlink(missing_ok=True)  # of an export that was killed
        self._files[name] = known

    def finish(self, sections: Collection[str]) -> Changes:
        """Prunes what these sections wrote earlier, and writes the manifest that the next export prunes by."""
        ours = {*sections, None}
        others = {name: told for name, told in self._before.items() if told.get("section") not in ours}
        removed = sorted(self._before.keys() - self._files.keys() - others.keys())
        for name in removed:
            self._remove(name)
        self._write(MANIFEST, _listing({**others, **self._files}))
        return Changes(tuple(sorted(self._written)), tuple(sorted(self._removed)))

    def _render(self, file: File) -> dict[str, Any]:
        return self._write(file.name, file.render())

    def _fill_shelf(self, section: str, shelf: Shelf) -> dict[str, Any]:
        """Its files, then its manifest, which is told."""
        folder = ExportFolder(self._root / shelf.name)
        for file in shelf.files():
            folder.put(section, file)
        changes = folder.finish([section])
        self._written += [f"{shelf.name}/{name}" for name in changes.written]
        self._removed += [f"{shelf.name}/{name}" for name in changes.removed]
        return _told(self._root / shelf.name / MANIFEST)

    def _remove(self, name: str) -> None:
        """Takes a file away; a shelf's manifest with all that stands in it."""
        path = self._root / name
        inside = _read_manifest(path.parent) if path.name == MANIFEST else {}
        for gone in [*(path.parent / below for below in inside), path]:
            with _failing(gone):
                gone.unlink(missing_ok=True)
            self._removed.append(str(gone.relative_to(self._root)))

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


def _listing(files: Mapping[str, Mapping[str, Any]]) -> Iterator[str]:
    """The manifest, a line a file."""
    yield '{"files": {'
    separator = "\n"
    for name, told in sorted(files.items()):
        yield f"{separator}{json.dumps(name, ensure_ascii=False)}: {json.dumps(told)}"
        separator = ",\n"
    yield "\n}}\n"


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


def _told(path: Path) -> dict[str, Any]:
    with _failing(path):
        data = path.read_bytes()
    return {"sha256": sha256(data).hexdigest(), "size": len(data)}


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
