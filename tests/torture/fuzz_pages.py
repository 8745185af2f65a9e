"""Damaged pages by the thousand: none may raise but a PageError, take two seconds, or let debris into an article.

.venv/bin/python tests/torture/fuzz_pages.py [--inputs 20000] [--seed 1]
"""

import argparse
import random
import re
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from nnnews.errors import PageError
from nnnews.extract import extract, next_part
from nnnews.items import Article, Page

ROOT = Path(__file__).parents[2]
FOLDERS = (ROOT / "tests" / "quality" / "pages", ROOT.parent / "shared" / "pages")
LIMIT = 2.0  # seconds of CPU for one page
URL = "http://www.example.cn/html/202404/t20240401_1.html"
_DEBRIS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ufffd]")
_TAG = re.compile(rb"<[^<>]*>")
_CHARSET = re.compile(rb"""charset=["']?[\w-]+""", re.I)


@dataclass(frozen=True, slots=True)
class Failure:
    """An input that broke a promise, and which."""

    name: str
    reason: str


def saved_pages() -> list[tuple[str, bytes]]:
    """The project's own pages, and the real ones where they are present."""
    files = (file for folder in FOLDERS for file in sorted(folder.glob("*.html")))
    return [(file.name, file.read_bytes()) for file in files]


def truncated(data: bytes, chance: random.Random) -> bytes:
    """Cut at a whole per cent."""
    return data[: len(data) * chance.randrange(100) // 100]


def without_closing(data: bytes, chance: random.Random) -> bytes:
    """A part of the tags left out: unclosed, unopened."""
    share = chance.choice((0.01, 0.1, 0.5))
    return _TAG.sub(lambda tag: b"" if chance.random() < share else tag[0], data)


def swapped_tags(data: bytes, chance: random.Random) -> bytes:
    """Tags in each other's places."""
    tags = _TAG.findall(data) or [b"<div>"]
    share = chance.choice((0.01, 0.1, 0.5))
    return _TAG.sub(lambda tag: chance.choice(tags) if chance.random() < share else tag[0], data)


def flipped_bytes(data: bytes, chance: random.Random) -> bytes:
    """Bytes replaced by others, one to some hundred."""
    broken = bytearray(data)
    for _ in range(chance.choice((1, 10, 300)) if broken else 0):
        broken[chance.randrange(len(broken))] = chance.randrange(256)
    return bytes(broken)


def with_controls(data: bytes, chance: random.Random) -> bytes:
    """NULs, control characters and their references strewn in."""
    debris = (
        b"\0",
        b"\x01",
        b"\x1f",
        b"\x7f",
        b"&#0;",
        b"&#1;",
        b"&#xFFFD;",
        b"\xef\xbf\xbd",
        b"\xc2\x85",
        b"&#x202e;",
    )
    pieces = [data[start : start + 200] for start in range(0, len(data), 200)]
    return b"".join(piece + chance.choice(debris) for piece in pieces)


def misdeclared(data: bytes, chance: random.Random) -> bytes:
    """One byte of a charset declaration changed."""
    found = _CHARSET.search(data)
    if not found:
        return b'<meta charset="gb23l2">' + data
    at = chance.randrange(found.start() + 8, found.end())
    return data[:at] + bytes([chance.randrange(256)]) + data[at + 1 :]


def spliced(data: bytes, chance: random.Random) -> bytes:
    """Pieces of the page in another order, some twice."""
    size = max(len(data) // 20, 1)
    pieces = [data[start : start + size] for start in range(0, len(data), size)]
    return b"".join(chance.choice(pieces) for _ in pieces)


def recoded(data: bytes, chance: random.Random) -> bytes:
    """The page in another charset than it says, or cut in the middle of a character."""
    text = data.decode("utf-8", "ignore")
    codec = chance.choice(("gb18030", "big5hkscs", "utf-16", "utf-16-le", "utf-8-sig", "utf-32", "hz", "shift_jis"))
    return text.encode(codec, "ignore")[chance.randrange(3) :]


MUTATIONS: tuple[Callable[[bytes, random.Random], bytes], ...] = (
    truncated,
    without_closing,
    swapped_tags,
    flipped_bytes,
    with_controls,
    misdeclared,
    spliced,
    recoded,
)


PROSE = "代表们在会上提出了意见和建议，有关部门当场作了答复。".encode()


def _entities() -> bytes:
    """The «billion laughs»: an HTML parser must not expand it."""
    names = [f'<!ENTITY l{level} "{f"&l{level - 1};" * 10}">'.encode() for level in range(1, 20)]
    return b'<?xml version="1.0"?><!DOCTYPE h [<!ENTITY l0 "ha">' + b"".join(names) + b"]><html><p>&l19;</p></html>"


# Pages made to hold up a run; built when asked for, since together they fill half a gigabyte.
BOMBS: dict[str, Callable[[], bytes]] = {
    "10 MB of <div>": lambda: b"<div>" * 2_000_000,
    "10 MB of <p>": lambda: b"<p>a" * 2_500_000,
    "10 MB of <font>": lambda: b"<font>" * 1_700_000,
    "10 MB of <a href>": lambda: b'<a href="/x">' * 800_000,
    "10 MB of <br>": lambda: b"<br>x" * 2_000_000,
    "10 MB of <td>": lambda: b"<table><tr>" + b"<td>1" * 2_000_000,
    "100,000 nested <div>": lambda: b"<div>" * 100_000 + PROSE + b"</div>" * 100_000,
    "100,000 nested <table>": lambda: b"<table><tr><td>" * 100_000 + PROSE,
    "50 MB of text": lambda: b"<html><body><h1>t</h1><p>" + PROSE * 680_000,
    "50 MB of NULs": lambda: b"\0" * 50_000_000,
    "50 MB of spaces": lambda: b"<p>" + b" " * 50_000_000 + b"x",
    "50 MB of full-width spaces": lambda: b"<p>x" + "\u3000".encode() * 16_000_000,
    "entity bomb": _entities,
    "a million references": lambda: b"<p>" + b"&amp;&nbsp;&#20154;" * 300_000,
    "10 MB in one attribute": lambda: b'<div class="' + b"a " * 5_000_000 + b'">' + PROSE,
    "10 MB comment": lambda: b"<!--enpproperty " + b"<title>x" * 1_200_000 + b"-->" + PROSE,
    "10 MB of JSON-LD": lambda: b'<script type="application/ld+json">' + b"[" * 10_000_000 + b"</script>" + PROSE,
    "deep JSON-LD": lambda: b'<script type="application/ld+json">' + b'{"@graph":[' * 15_000 + b"</script>" + PROSE,
    "a million digits": lambda: b"<title>x</title><p>" + b"2024-01-01 " * 100_000,
    "brackets and labels": lambda: "来源：作者：（【".encode() * 300_000,
    "a title of brackets": lambda: b"<title>" + "（-_|".encode() * 200_000 + b"</title>" + PROSE * 20,
    "empty": lambda: b"",
    "one byte": lambda: b"<",
}


def broken_promise(data: bytes) -> str | None:
    """Which promise the page breaks; None when it keeps them all."""
    page = Page(URL, data)
    start = time.process_time()
    try:
        article = extract(page)
        next_part(page)
    except PageError:
        article = None
    except Exception as error:  # the promise itself: anything else is a failure to report
        return f"{type(error).__name__}: {error}"
    took = time.process_time() - start
    if took > LIMIT:
        return f"{took:.1f} s"
    return _debris(article) if article else None


def _debris(article: Article) -> str | None:
    shown = (article.title, article.kicker, article.subtitle, article.source, *article.text.split("\n"), *article.info)
    captions = (image.caption for image in article.images)
    titles = (attachment.title for attachment in article.attachments)
    found = next((hit for text in (*shown, *captions, *titles) if text and (hit := _DEBRIS.search(text))), None)
    return f"{found[0]!r} in the article" if found else None


def mutants(pages: list[tuple[str, bytes]], inputs: int, seed: int) -> Iterator[tuple[str, bytes]]:
    """That many damaged pages, the same for the same seed."""
    chance = random.Random(seed)
    for number in range(inputs):
        name, data = pages[number % len(pages)]
        mutation = MUTATIONS[number // len(pages) % len(MUTATIONS)]
        yield f"{name}, {mutation.__name__}, input {number}", mutation(data, chance)


def run(inputs: int, seed: int) -> list[Failure]:
    """The failures of all bombs and that many mutants."""
    failures = []
    bombs = ((name, build()) for name, build in BOMBS.items())
    for name, data in chain(bombs, mutants(saved_pages(), inputs, seed)):
        if reason := broken_promise(data):
            failures.append(Failure(name, reason))
            print(f"{name}: {reason}", file=sys.stderr)
    return failures


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--inputs", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    failures = run(arguments.inputs, arguments.seed)
    print(f"{arguments.inputs} damaged pages and {len(BOMBS)} bombs: {len(failures)} failures")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
