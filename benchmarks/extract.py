"""Reading articles: our two paths beside plain lxml, trafilatura, GNE and readability-lxml, in one run, on one core.

    .venv/bin/python benchmarks/extract.py [FOLDER] [--rounds 3]

FOLDER holds saved pages (default: ../shared/pages where present, else tests/quality/pages). The other tools are
measured when they can be imported: `make bench` installs them into an environment of their own.
"""

import argparse
import importlib
import resource
import statistics
import time
from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path

from lxml import etree
from parsel.csstranslator import HTMLTranslator

from nnnews.extract import extract
from nnnews.extract.decode import decode
from nnnews.items import Page
from nnnews.platforms.base import Layout, Site

ROOT = Path(__file__).parents[1]
FOLDERS = (ROOT.parent / "shared" / "pages", ROOT / "tests" / "quality" / "pages")
PEERS = {"trafilatura": "trafilatura", "gne": "gne", "readability": "readability-lxml"}
FIELDS = ("title", "published", "source", "body")
# Templates of the pages in ../shared/pages and of the invented ones; a page is timed with the first that fits.
LAYOUTS = (
    Layout("trs gov", body=".mm_all_article", title=".mm_all_p", published=".bb", source=".lybj li"),
    Layout("nmg", body=".TRS_UEDITOR", title="h1", published=".ql_detailbro_info", source="#infoSource"),
    Layout("enp", body="div.detail", title="div.container > h1", published="p.ly span", source="p.ly span"),
    Layout("people", body=".rm_txt_con", title="#newstit", published=".channel .col-1-1", source=".channel .col-1-1 a"),
    Layout("cnr", body=".article-content", title=".article-header h1", published=".source span", source=".source span"),
    Layout("southcn", body="#content", title="#article_title", published="#pubtime_baidu", source="#source_baidu"),
    Layout("youth", body=".TRS_Editor", title="p.pbt", published="p.pwz", source="p.pwz a"),
    Layout("eastday", body="#ivs_content", title="#ivs_title", published="#ivs_date", source=".subInfo .source"),
    Layout("gmw", body=".u-mainText", title="h1.u-title", published=".m-con-time", source=".m-con-source a"),
)  # fmt: skip


class Measured(Site):
    """A site with every layout of the benchmark."""

    name = "measured"


def main() -> None:
    arguments = _arguments()
    pages = [
        Page("http://www.example.cn/a.html", file.read_bytes()) for file in sorted(arguments.folder.glob("*.html"))
    ]
    fitting = [(page, layout) for page in pages if (layout := _fitting(page))]
    own = [page for page, _ in fitting]
    runs: dict[str, tuple[Callable[[int], object], int]] = {
        "lxml, compiled XPath": (lambda place: _plain(fitting[place][0], fitting[place][1]), len(fitting)),
        "nnnews, layout": (lambda place: extract(own[place], _site(fitting[place][1])), len(fitting)),
        "nnnews, common rules": (lambda place: extract(pages[place]), len(pages)),
        **{name: (lambda place, run=run: run(pages[place].body), len(pages)) for name, run in _peers()},
    }
    _report(_timed(runs, arguments.rounds), len(pages), len(fitting))
    if arguments.memory:
        _memory(pages)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folder", nargs="?", type=Path, default=next(folder for folder in FOLDERS if folder.exists()))
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--memory", action="store_true", help="also read 10,000 pages and compare the memory")
    return parser.parse_args()


def _site(layout: Layout) -> Site:
    site = Measured()
    site.layouts = (layout,)  # type: ignore[misc]
    return site


def _fitting(page: Page) -> Layout | None:
    """The first layout by which the page is read."""
    return next((layout for layout in LAYOUTS if extract(page, _site(layout)).method == "layout"), None)


@cache
def _compiled(layout: Layout) -> list[etree.XPath]:
    translator = HTMLTranslator()
    return [etree.XPath(translator.css_to_xpath(getattr(layout, field))) for field in FIELDS]


@cache
def _charset(body: bytes) -> str:
    """Known beforehand: plain lxml would stop in a page that declares another set than it is in."""
    return decode(Page("", body)).charset


def _plain(page: Page, layout: Layout) -> list[list[str]]:
    """What a spider without a reader does: parse, and take the text of the nodes."""
    root = etree.fromstring(page.body, etree.HTMLParser(encoding=_charset(page.body)))
    return [["".join(node.itertext()) for node in path(root)] for path in _compiled(layout)]


def _peers() -> Iterable[tuple[str, Callable[[bytes], object]]]:
    for module, package in PEERS.items():
        try:
            found = importlib.import_module(module)
        except ImportError:
            print(f"{module}: not installed (pip install {package})")
            continue
        yield package, _calls(found)[module]


def _calls(module: object) -> dict[str, Callable[[bytes], object]]:
    """How each peer is asked for the whole article."""
    return {
        "trafilatura": lambda body: module.bare_extraction(body, with_metadata=True),  # type: ignore[attr-defined]
        "gne": lambda body: module.GeneralNewsExtractor().extract(_text(body)),  # type: ignore[attr-defined]
        "readability": lambda body: module.Document(_text(body)).summary(),  # type: ignore[attr-defined]
    }


def _text(body: bytes) -> str:
    try:
        return body.decode()
    except UnicodeDecodeError:
        return body.decode("gb18030", "replace")


def _timed(runs: dict[str, tuple[Callable[[int], object], int]], rounds: int) -> dict[str, float]:
    """CPU milliseconds a page, the median of rounds in which all methods take their turn."""
    took: dict[str, list[float]] = {name: [] for name in runs}
    for _ in range(rounds + 1):  # the first round warms up
        for name, (run, size) in runs.items():
            start = time.process_time()
            for place in range(size):
                run(place)
            took[name].append((time.process_time() - start) * 1000 / size)
    return {name: statistics.median(times[1:]) for name, times in took.items()}


def _report(timed: dict[str, float], pages: int, fitting: int) -> None:
    print(f"{pages} pages, {fitting} with a layout; CPU, one core")
    base = timed["lxml, compiled XPath"]
    for name, milliseconds in timed.items():
        print(
            f"{name:24} {milliseconds:8.2f} ms/page {1000 / milliseconds:8.0f} pages/s {milliseconds / base:6.1f}x lxml"
        )


def _memory(pages: list[Page], turns: int = 10_000) -> None:
    """Memory after 1,000 and after 10,000 pages: the difference is what leaks."""
    sizes = []
    for turn in range(turns):
        extract(pages[turn % len(pages)])
        if turn + 1 in (1000, turns):
            sizes.append(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
    print(f"memory after 1,000 pages {sizes[0]:.0f} MB, after {turns:,} {sizes[-1]:.0f} MB")


if __name__ == "__main__":
    main()
