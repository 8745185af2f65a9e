"""The common rules: any Chinese news page without a layout of its own."""

from collections.abc import Iterator
from itertools import accumulate, chain

from nnnews.extract.block_pages import refuse_block_page
from nnnews.extract.body import first_prose, read_body
from nnnews.extract.container import Container, find_container
from nnnews.extract.document import Document
from nnnews.extract.draft import Draft
from nnnews.extract.infobar import credits_behind, info_lines
from nnnews.extract.lines import Reading
from nnnews.extract.media import find_attachments, find_images
from nnnews.extract.published import Evidence, find_published, is_paper_header
from nnnews.extract.source import find_source, is_outlet, paper_name
from nnnews.extract.title import Headline, find_headline
from nnnews.text.normalise import normalise

_ABOVE = 3  # lines over the headline that its bar may fill
_TABLE = 16  # lines over it for the table of a government document (索引号, 发布日期 …)
_FOLD = 2.5  # times what is shown must what is hidden weigh; a phone's hidden copy of the article weighs the same
_THIN = 40.0  # weight below which a page shows no article, and what it hides is looked at


def read_generic(document: Document) -> Draft:
    """The article by the common rules. Raises BlockPage for an answer that is none."""
    reading, container = _visible(document)
    told = _told(document) if container.weight < _THIN else []
    if not told:
        refuse_block_page(document.page.url, document.decoded.data, document.head.title, reading, container.weight)
    prose = first_prose(reading, container.start, container.end)
    headline = find_headline(reading, document.head, prose, _third(reading, container))
    start, end, lines = read_body(reading, container, headline.title, headline.end)
    bars = _bars(reading, headline, start)
    behind = tuple(credits_behind(reading, end))
    evidence = Evidence(
        bars=tuple(bar for bar in bars if not is_paper_header(bar)),
        above=tuple(line.text for line in reading.lines[: max(start, 0)]),
        behind=behind,
        head=document.head,
        url=document.page.url,
        seen=document.page.fetched,
    )
    element = reading.boxes[container.box].element if reading.boxes else document.root
    return Draft(
        title=headline.title,
        kicker=headline.kicker,
        subtitle=headline.subtitle,
        lines=tuple(told or lines),
        info=tuple(dict.fromkeys(chain(bars, behind))),
        published=find_published(evidence),
        source=find_source(bars, behind, document.head, _named(reading, headline, start))
        or paper_name((*(line.text for line in reading.lines), document.head.title)),
        images=find_images(document, reading, min(start, max(headline.end, 0)), end),
        attachments=find_attachments(document, element),
        script=reading.script,
        problems=("page cut: too many elements",) if reading.cut else (),
    )


def _told(document: Document) -> list[str]:
    """The text in the JSON-LD of a page that is drawn by a script and shows nothing itself."""
    text = document.head.linked.get("articleBody", "")
    return [line for line in normalise(text).text.split("\n") if line] if len(text) > _THIN else []


def _visible(document: Document) -> tuple[Reading, Container]:
    """What the page shows; when that is little, also what a script would unfold («阅读全文») or draw."""
    reading = document.reading
    container = find_container(reading)
    if container.weight >= max(_THIN, reading.hidden / _FOLD):
        return reading, container
    for whole in _unfolded(document):
        unfolded = find_container(whole)
        if unfolded.weight > max(container.weight * _FOLD, _THIN):
            return whole, unfolded
    return reading, container


def _unfolded(document: Document) -> Iterator[Reading]:
    """The page as read with what its style hides, and with what its scripts draw, where there is such."""
    if document.reading.folded:
        yield document.read(document.root, hidden=True)
    if drafts := document.drafts():
        yield document.read(document.root, *drafts)


def _third(reading: Reading, container: Container) -> int:
    """The line at which a third of the container's weight is behind: no headline stands lower."""
    weights = (max(line.weight, 0.0) for line in reading.lines[container.start : container.end])
    sums = accumulate(weights)
    passed = (place for place, total in enumerate(sums, container.start) if total * 3 > container.weight)
    return next(passed, container.end)


def _named(reading: Reading, headline: Headline, start: int) -> tuple[str, ...]:
    """What elements called «source» hold near the headline, and the lines between it and the text."""
    first = headline.start if headline.start >= 0 else start
    called = (text for index, text in reading.sources if first - _ABOVE <= index <= start)
    between = reading.lines[max(headline.end, start - _ABOVE, 0) : start]
    return (*called, *(line.text for line in between if is_outlet(line.text)))


def _bars(reading: Reading, headline: Headline, start: int) -> tuple[str, ...]:
    """The info bars from the document's table or the first show of the headline down to the text."""
    first = headline.start if headline.start >= 0 else max(start - _TABLE, 0)
    shown = info_lines(reading, first - _TABLE, start)
    bars = tuple(text for index, text in shown if index >= first - _ABOVE or "：" in text or ":" in text)
    # <time datetime> tells in full what a phone's page shows as 03-10 07:01.
    return bars + tuple(moment for index, moment in reading.times if first - _ABOVE <= index < start)
