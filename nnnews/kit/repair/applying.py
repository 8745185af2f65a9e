"""The proposal as a new site file, and that file written with a saved page for each new layout and of a new list."""

import inspect
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from difflib import unified_diff
from pathlib import Path

from nnnews.errors import OutputError
from nnnews.items import Page
from nnnews.kit.repair.editing import Edit, edited
from nnnews.kit.repair.evidence import FIELDS, is_right, read_fields, trial
from nnnews.kit.repair.repairing import Repair
from nnnews.kit.saving import save_page
from nnnews.kit.shelf import Shelf
from nnnews.platforms.base import Layout, Site

_MARK = "read_by_a_person"  # what a saved page fails until somebody has read it


@dataclass(frozen=True, slots=True)
class Rewrite:
    """A site file as it is and as it would be."""

    path: Path
    before: str
    after: str

    @property
    def diff(self) -> str:
        """Unified, as `git apply` takes it from the root of the checkout."""
        name = f"nnnews/sites/{self.path.name}"
        lines = (self.before.splitlines(keepends=True), self.after.splitlines(keepends=True))
        return "".join(unified_diff(*lines, f"a/{name}", f"b/{name}"))


def rewrite(repair: Repair, today: date) -> Rewrite:
    """The site file with what is better than what stands. Raises CannotEdit."""
    module = sys.modules[type(repair.site).__module__]
    path = Path(inspect.getfile(module))
    before = path.read_text("utf-8")
    return Rewrite(path, before, edited(before, _edit(repair, today), vars(module)))


def _edit(repair: Repair, today: date) -> Edit:
    proposal = repair.proposal if repair.proposal and repair.proposal.is_better else None
    lists = repair.lists
    return Edit(
        repair.site.name,
        layouts=proposal.layouts if proposal else (),
        ended=proposal.ended if proposal else (),
        until=proposal.until if proposal else None,
        article_urls=lists.article_urls if lists else (),
        lists=lists.lists if lists else (),
        history=f"{today}: {', '.join(_news(repair))}.",
    )


def _news(repair: Repair) -> Iterator[str]:
    if repair.proposal and repair.proposal.is_better:
        yield "new article page; the old layout stays for the archive"
    if repair.lists and repair.lists.article_urls:
        yield "new addresses of articles"
    if repair.lists and repair.lists.lists:
        yield "lists are drawn from JSON"


def mended(repair: Repair) -> Site:
    """The site as the new file declares it."""
    site, lists = repair.site, repair.lists
    layouts = repair.proposal.layouts if repair.proposal and repair.proposal.is_better else ()
    kinds = lists.article_urls if lists else ()
    return trial(site, layouts=(*layouts, *site.layouts), article_urls=(*kinds, *site.article_urls))


def apply(repair: Repair, change: Rewrite, shelf: Shelf) -> list[Path]:
    """The site file and the saved pages, written. Raises OutputError, UsageError where a page is there already."""
    site = mended(repair)
    written: list[Path] = []
    for layout, page in _examples(repair, site):
        written += save_page(shelf, site, page, layout.name)
    for page in repair.lists.pages[:1] if repair.lists else ():
        written += save_page(shelf, site, page)
    _replace(change.path, change.after)
    return [change.path, *written]


def _examples(repair: Repair, site: Site) -> Iterator[tuple[Layout, Page]]:
    """Of each new layout a page on which it reads every field right."""
    for layout in repair.proposal.layouts if repair.proposal and repair.proposal.is_better else ():
        for sample in repair.proposal.broken_pages if repair.proposal else ():
            now = read_fields(sample.now, site)
            if now and now.layout == layout.name and all(is_right(one, sample.known, now) for one in FIELDS):
                yield layout, sample.now
                break


def _replace(path: Path, text: str) -> None:
    """Whole or not at all."""
    beside = path.with_suffix(".py.new")
    try:
        beside.write_text(text, "utf-8")
        beside.replace(path)
    except OSError as error:
        raise OutputError(f"{path}: cannot be written ({error.strerror})") from error


def run_tests(shelf: Shelf, name: str) -> tuple[bool, str]:
    """Whether the saved pages of the site read as expected, and what pytest said last.

    The mark of a page that nobody has read is not asked for: that is the person's part.
    """
    order = ["-q", "-p", "no:cacheprovider", "tests/test_sites.py", "-k", f"{name} and not {_MARK}"]
    ended = subprocess.run([sys.executable, "-m", "pytest", *order], cwd=shelf.root, capture_output=True, text=True)
    return ended.returncode == 0, "\n".join(ended.stdout.splitlines()[-12:])
