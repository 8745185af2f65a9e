"""The second opinion: when a layout served, do the common rules see the same article?

The full comparison costs a generic reading, so three cheap signs decide whether it is asked for: the head declares
another title, most of the page's sentences stand outside the layout's body, or the body is hardly sentences at all.
"""

from dataclasses import replace

from nnnews.errors import BlockPage
from nnnews.extract.declared import squeeze
from nnnews.extract.document import Document
from nnnews.extract.draft import Draft
from nnnews.extract.generic import read_generic
from nnnews.extract.lines import in_simplified
from nnnews.items import Article, Page

_AGREE = 0.6  # share of the longer body that both must have in common
_OUTSIDE = 0.5  # share of the page's full stops that may stand outside the body: comments, a sidebar's teasers
_FEW_STOPS = 5
_SPARSE = 100  # characters to a stop, comma or colon; prose has 15, price lists 30, lists of headlines none


def second_opinion(document: Document, draft: Draft) -> Draft:
    """The draft with `second opinion: …` where the common rules disagree; they find the date that it lacks.

    An article without a source is common: none is looked for all over the page.
    """
    if draft.published is not None and not _is_suspicious(document, draft):
        return draft
    try:
        other = read_generic(document)
    except BlockPage as error:
        return replace(draft, problems=(*draft.problems, f"second opinion: {error.block} page"))
    return replace(
        draft,
        published=draft.published or other.published,
        source=draft.source or other.source,
        problems=(*draft.problems, *_disagreements(draft, other)),
    )


def disagreements(page: Page, article: Article) -> tuple[str, ...]:
    """Where the common rules see another article on the page than a layout did, whether it is suspicious or not."""
    try:
        other = read_generic(Document(page))
    except BlockPage as error:
        return (f"second opinion: {error.block} page",)
    return tuple(_disagreements(Draft(article.title, tuple(article.text.split("\n"))), other))


def _is_suspicious(document: Document, draft: Draft) -> bool:
    text = "".join(draft.lines)
    stops = text.count("。")
    shown = document.decoded.text.count("。")
    if shown - stops > _FEW_STOPS and stops < shown * _OUTSIDE:
        return True
    sparse = (stops + text.count("，") + text.count("：")) * _SPARSE < len(text) - _SPARSE
    return sparse or not _declares(document, draft)


def _declares(document: Document, draft: Draft) -> bool:
    declared = (squeeze(in_simplified(one, draft.script)) for one in document.titles)
    wanted = squeeze(draft.title or "")
    return not document.titles or any(wanted in one or one in wanted for one in declared)


def _disagreements(draft: Draft, other: Draft) -> list[str]:
    found = []
    ours, theirs = squeeze(draft.title or ""), squeeze(other.title or "")
    if theirs and ours not in theirs and theirs not in ours:
        found.append(f"second opinion: title: {other.title}")
    here, there = set(draft.lines), set(other.lines)
    longer = max(sum(map(len, here)), sum(map(len, there)))
    common = sum(map(len, here & there))
    if common < _AGREE * longer:
        sizes = (sum(map(len, draft.lines)), sum(map(len, other.lines)), common)
        found.append("second opinion: body: layout {} characters, common rules {}, alike {}".format(*sizes))
    return found
