"""Shelves: many files behind a manifest of their own, and files beside every manifest."""

import json
from functools import partial
from pathlib import Path

from nnnews.exporters.files import Changes, ExportFolder, File, Shelf


def export(root: Path, *planned: File | Shelf) -> Changes:
    folder = ExportFolder(root)
    for one in planned:
        folder.put("page", one)
    return folder.finish(["page"])


def shelf(made_of: str, **texts: str) -> Shelf:
    files = [File(name, text, partial(iter, [text])) for name, text in texts.items()]
    return Shelf("a/1", made_of, lambda: files)


def test_a_shelf_stands_in_the_main_manifest_as_one_file(tmp_path: Path) -> None:
    changes = export(tmp_path, shelf("1", x="甲", y="乙"))
    assert changes.written == ("a/1/manifest.json", "a/1/x", "a/1/y", "manifest.json")
    assert json.loads((tmp_path / "manifest.json").read_text("utf-8"))["files"].keys() == {"a/1/manifest.json"}


def test_a_shelf_made_of_the_same_is_not_looked_at(tmp_path: Path) -> None:
    export(tmp_path, shelf("1", x="甲"))
    assert export(tmp_path, shelf("1", x="别的")).written == ()


def test_in_a_changed_shelf_only_the_changed_file_is_written(tmp_path: Path) -> None:
    export(tmp_path, shelf("1", x="甲", y="乙"))
    changes = export(tmp_path, shelf("2", x="甲", y="丙"))
    assert changes.written == ("a/1/manifest.json", "a/1/y", "manifest.json")


def test_what_left_a_shelf_is_removed_and_an_old_shelf_with_all_it_held(tmp_path: Path) -> None:
    export(tmp_path, shelf("1", x="甲", y="乙"))
    assert export(tmp_path, shelf("2", x="甲")).removed == ("a/1/y",)
    assert export(tmp_path).removed == ("a/1/manifest.json", "a/1/x")


def test_a_file_that_is_not_listed_stands_beside_the_manifest(tmp_path: Path) -> None:
    export(tmp_path)
    assert export(tmp_path, File("status.json", "", lambda: ["{}"], listed=False)).written == ("status.json",)
    assert (tmp_path / "status.json").exists() and "status" not in (tmp_path / "manifest.json").read_text("utf-8")
