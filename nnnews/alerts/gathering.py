"""What is due for a subscription, written as messages."""

from collections.abc import Callable, Iterator
from itertools import groupby
from typing import NamedTuple

from nnnews.alerts import changes, news, sessions, troubles
from nnnews.alerts.window import Entry, Window
from nnnews.items import SHANGHAI
from nnnews.subscriptions import Audience

Source = Callable[[Window], Iterator[Entry]]
SOURCES: dict[Audience, tuple[Source, ...]] = {
    "staff": (changes.due, sessions.due, news.due),
    "maintainers": (troubles.due,),
}


def gather(window: Window) -> list[Entry]:
    """All that is due; what was edited or is missing before what is new."""
    return [entry for source in SOURCES[window.subscription.audience] for entry in source(window)]


def write(window: Window, entries: list[Entry], title: str) -> list[str]:
    """Messages of so many entries as the subscription wants in one at most."""
    most, form = window.subscription.most, _FORMS[window.subscription.audience]
    groups = [entries[start : start + most] for start in range(0, len(entries), most)]
    head = form.head.format(title, f"{window.now.astimezone(SHANGHAI):%Y-%m-%d %H:%M}")
    places = [form.number.format(f"{place}/{len(groups)}") for place in range(1, len(groups) + 1)]
    heads = [head + place for place in places] if len(groups) > 1 else [head]
    return [_message(head, group, form) for head, group in zip(heads, groups, strict=False)]


class _Form(NamedTuple):
    """How a title with its time, and a number, are written in the language of the audience."""

    head: str
    number: str


_FORMS: dict[Audience, _Form] = {"staff": _Form("【{}】{}", "（{}）"), "maintainers": _Form("[{}] {}", " ({})")}


def _message(head: str, entries: list[Entry], form: _Form) -> str:
    blocks = [head]
    for section, group in groupby(entries, key=lambda entry: entry.section):
        texts = [entry.text for entry in group]
        blocks += [f"◆ {section}{form.number.format(len(texts))}", *texts]
    return "\n\n".join(blocks)
