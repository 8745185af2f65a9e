"""HTML that all the practice sites need: paragraphs, links, dates."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, time
from html import escape
from random import Random

from nnnews.items import SHANGHAI

INDENT = "　　"


def link(href: str, text: str) -> str:
    """An anchor."""
    return f'<a href="{escape(href)}">{escape(text)}</a>'


def items(entries: Iterable[str], css: str = "") -> str:
    """List items around ready HTML, of the class `css`."""
    opening = f'<li class="{css}">' if css else "<li>"
    return "".join(f"{opening}{entry}</li>\n" for entry in entries)


def paragraphs(lines: Sequence[str]) -> str:
    """Indented paragraphs."""
    return "\n".join(f"<p>{INDENT}{escape(line, quote=False)}</p>" for line in lines)


def ragged_paragraphs(lines: Sequence[str], rng: Random) -> str:
    """Paragraphs as editors paste them: spans across the words, no-break spaces, empty lines."""
    shown = []
    for line in lines:
        cut = rng.randrange(len(line) // 3, len(line))
        head, rest = escape(line[:cut], quote=False), escape(line[cut:], quote=False)
        shown.append(
            rng.choice(
                (
                    f"<p>{INDENT}{head}{rest}</p>",
                    f'<p style="text-indent: 2em;"><span style="font-size: 16px;">{head}</span>{rest}</p>',
                    f"<p>&nbsp;&nbsp;&nbsp;&nbsp;{head}<span>{rest}</span></p>",
                    f'<p>{INDENT}<font face="宋体">{head}{rest}</font></p>\n<p>&nbsp;</p>',
                )
            )
        )
    return "\n".join(shown)


def broken_lines(lines: Sequence[str]) -> str:
    """One block of text with line breaks instead of paragraphs."""
    return "<br/>\n<br/>\n".join(INDENT + escape(line, quote=False) for line in lines)


def minute(moment: datetime) -> str:
    """2026-11-20 09:05."""
    return f"{moment:%Y-%m-%d %H:%M}"


def chinese_day(day: date) -> str:
    """2026年11月20日."""
    return f"{day:%Y年%m月%d日}"


def midnight(day: date) -> datetime:
    """What is published on a day without a clock time."""
    return datetime.combine(day, time(), SHANGHAI)


def pages(count: int, size: int) -> int:
    """How many pages a list of `count` entries fills; an empty list has one."""
    return max(1, -(-count // size))
