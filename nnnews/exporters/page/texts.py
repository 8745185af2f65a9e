"""The texts of articles, a few in a file: the page shows its finds from them and checks longer words in them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import partial

from nnnews.exporters.files import File, Pieces, Shelf
from nnnews.exporters.page.rows import TEXTS, read_texts
from nnnews.exporters.page.scripts import script
from nnnews.exporters.page.sources import digest
from nnnews.exporters.snapshot import Snapshot

SHELF = 1000  # articles in a folder


def shelves(snapshot: Snapshot) -> Iterator[Shelf]:
    """Every text; where it lies follows from the article's id."""
    for shelf, ids in sorted(_grouped(snapshot.stamps, SHELF).items()):
        yield Shelf(f"text/{shelf}", version(snapshot, ids), partial(_files, snapshot, shelf, ids))


def versions(snapshot: Snapshot) -> dict[int, str]:
    """By folder, what changes when one of its texts does."""
    return {shelf: version(snapshot, ids) for shelf, ids in sorted(_grouped(snapshot.stamps, SHELF).items())}


def version(snapshot: Snapshot, ids: Sequence[int]) -> str:
    """A name for these articles as they are now, whatever else is known of them."""
    return digest(*(f"{id_} {snapshot.stamps[id_].own}" for id_ in ids))


def _files(snapshot: Snapshot, shelf: int, ids: Sequence[int]) -> Iterator[File]:
    for part, some in _grouped(ids, TEXTS).items():
        render = partial(_render, snapshot, f"text/{shelf}/{part}", some)
        yield File(f"{part}.js", version(snapshot, some), render)


def _render(snapshot: Snapshot, name: str, ids: Sequence[int]) -> Pieces:
    texts = read_texts(snapshot.connection, ids)
    return script(name, [[*text.row, text.title, text.text, text.people] for text in texts])


def _grouped(ids: Iterable[int], size: int) -> dict[int, list[int]]:
    groups: defaultdict[int, list[int]] = defaultdict(list)
    for id_ in ids:
        groups[id_ // size].append(id_)
    return groups
