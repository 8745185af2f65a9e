"""Some of the damaged pages in every run; all of them by `make torture`."""

import fuzz_pages
import pytest

SAMPLE = 250


def test_a_damaged_page_raises_nothing_but_page_errors_and_leaves_no_debris() -> None:
    mutants = fuzz_pages.mutants(fuzz_pages.saved_pages(), SAMPLE, seed=7)
    broken = ((name, fuzz_pages.broken_promise(data)) for name, data in mutants)
    assert [(name, reason) for name, reason in broken if reason] == []


@pytest.mark.parametrize("name", ["100,000 nested <div>", "entity bomb", "50 MB of NULs", "deep JSON-LD", "empty"])
def test_a_page_made_to_hold_up_a_run_does_not(name: str) -> None:
    assert fuzz_pages.broken_promise(fuzz_pages.BOMBS[name]()) is None
