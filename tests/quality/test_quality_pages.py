"""The gate: no field is read worse than its floor, over all saved pages."""

import tomllib
from pathlib import Path

import pytest
from quality_measure import Mark, mark_folder, share

HERE = Path(__file__).parent
FOLDERS = {"invented": HERE / "pages", "shared": HERE.parents[1].parent / "shared" / "pages"}
FLOORS = tomllib.loads((HERE / "floors.toml").read_text("utf-8"))
FIELDS = ("body", "title", "day", "time", "source", "authors")


@pytest.fixture(scope="module", params=sorted(FOLDERS))
def measured(request: pytest.FixtureRequest) -> tuple[list[Mark], dict[str, float]]:
    folder = FOLDERS[request.param]
    if not folder.is_dir():
        pytest.skip(f"../{folder.parent.name}/{folder.name} is absent")
    return mark_folder(folder), FLOORS[request.param]


@pytest.mark.parametrize("field", FIELDS)
def test_a_field_is_read_no_worse_than_its_floor(measured: tuple[list[Mark], dict[str, float]], field: str) -> None:
    marks, floors = measured
    wrong = [mark.file for mark in marks if float(getattr(mark, field)) < (0.98 if field == "body" else 1)]
    assert share(marks, field) >= floors[field], wrong


def test_no_page_is_read_as_another_text(measured: tuple[list[Mark], dict[str, float]]) -> None:
    marks, floors = measured
    worst = min(marks, key=lambda mark: mark.body)
    assert worst.body >= floors["body_worst"], worst.file


def test_nobody_is_credited_who_is_not(measured: tuple[list[Mark], dict[str, float]]) -> None:
    marks, floors = measured
    assert share(marks, "false_authors") <= floors["false_authors"]
