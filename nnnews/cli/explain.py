"""`nnnews show ID --explain`: the text with what was read from it marked, and the rule that read each thing."""

from collections.abc import Sequence
from typing import NamedTuple

from rich.console import Console
from rich.table import Table
from rich.text import Text

from nnnews import districts, figures, topics
from nnnews.cli.show import find_article, number
from nnnews.config import Config
from nnnews.items import Article

_STYLES = {"byline": "bold green", "place": "bold cyan", "no place": "dim cyan", "figure": "bold yellow"}


class _Mark(NamedTuple):
    """Something that was read; `meaning` is what it was taken for. Offsets are those of the title or of the text."""

    kind: str
    start: int
    end: int
    words: str
    meaning: str
    rule: str
    in_title: bool = False


def explain_article(config: Config, name: str) -> None:
    """Print what was read of the article named by number, key or address. Raises UsageError when there is none."""
    article = find_article(config, name).article
    marks = sorted([*_places(article), *_figures(article)], key=lambda mark: (not mark.in_title, mark.start))
    console = Console(highlight=False)
    console.print(_marked(article.title or "", [mark for mark in marks if mark.in_title]), style="bold")
    console.print(_marked(article.text, [mark for mark in marks if not mark.in_title]))
    console.print(_tabulate([*_credits(article), *marks]))
    console.print(Text("congress", "bold"), *_congress(article), sep="\n")


def _credits(article: Article) -> list[_Mark]:
    """They were cut out of the text, so they have no place in it."""
    return [_Mark("byline", 0, 0, line.text, "", line.rule) for line in article.credits]


def _places(article: Article) -> list[_Mark]:
    return [
        _Mark(
            "place" if mention.unit else "no place",
            mention.start,
            mention.end,
            mention.surface,
            mention.unit.name if mention.unit else "",
            mention.rule,
            mention.in_title,
        )
        for mention in districts.explain(article.title, article.text, article.source)
    ]


def _figures(article: Article) -> list[_Mark]:
    return [
        _Mark("figure", read.start, read.end, read.text, f"{number(read)} {read.unit or ''} · {read.subject}", rule)
        for read, rule in figures.explain(article.text)
    ]


def _marked(written: str, marks: Sequence[_Mark]) -> Text:
    text = Text(written)
    for mark in marks:
        text.stylize(_STYLES[mark.kind], mark.start, mark.end)
    return text


def _tabulate(marks: Sequence[_Mark]) -> Table:
    table = Table("words", "are", "meaning", "rule")
    for mark in marks:
        table.add_row(Text(mark.words, _STYLES[mark.kind]), mark.kind, Text(mark.meaning), Text(mark.rule))
    return table


def _congress(article: Article) -> list[Text]:
    """The sum of the score, then each word with what its setting left of its weight."""
    explanation = topics.explain(article.title, article.text)
    verdict = f"{explanation.congress.score:.2f}, {'relevant' if explanation.congress.relevant else 'not relevant'}"
    return [Text(line) for line in (verdict, *explanation.lines)]
