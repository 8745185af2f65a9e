"""What is due for a subscription, written as messages."""

from collections.abc import Callable, Iterator
from itertools import groupby

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
    most = window.subscription.most
    groups = [entries[start : start + most] for start in range(0, len(entries), most)]
    when = f"{window.now.astimezone(SHANGHAI):%Y-%m-%d %H:%M}"
    heads = [
        f"【{title}】{when}" + (f"（{n}/{len(groups)}）" if len(groups) > 1 else "") for n in range(1, len(groups) + 1)
    ]
    return [_message(head, group) for head, group in zip(heads, groups, strict=True)]


def _message(head: str, entries: list[Entry]) -> str:
    blocks = [head]
    for section, group in groupby(entries, key=lambda entry: entry.section):
        texts = [entry.text for entry in group]
        blocks += [f"◆ {section}（{len(texts)}）", *texts]
    return "\n\n".join(blocks)
