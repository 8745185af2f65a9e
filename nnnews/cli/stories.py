"""`nnnews show ID --why` and `nnnews story`: what tells one story, for which reasons, and a maintainer's rulings."""

from collections.abc import Callable, Iterable

from rich.console import Console
from rich.progress import track
from rich.table import Table
from rich.text import Text
from sqlalchemy import Connection

from nnnews.cli.show import find
from nnnews.config import Config
from nnnews.crawl.lock import locked
from nnnews.errors import UsageError
from nnnews.items import SHANGHAI
from nnnews.storage import open_store, reading, stories, writing
from nnnews.storage.stories import Part
from nnnews.storage.story_queries import Comparison, Story, stories_of, why


def explain_story(config: Config, name: str) -> None:
    """Print the story of the article and all that it was compared with. Raises UsageError when there is none."""
    with reading(open_store(config.database_url)) as connection:
        article_id = find(connection, name).id
        story = stories_of(connection, [article_id]).get(article_id)
        compared = why(connection, article_id)
    console = Console(highlight=False)
    console.print(_tabulate(story) if story else "in no story yet; `nnnews replay --signatures` finds it")
    if compared:
        console.print(_tabulate_comparisons(compared))


def split_story(config: Config, name: str) -> None:
    """The article tells another story than those it stands with. Raises UsageError when it is alone."""
    _rule(config, (name,), stories.split)


def join_stories(config: Config, name: str, other: str) -> None:
    """The stories of the two articles are one. Raises UsageError for one article twice."""
    _rule(config, (name, other), stories.join)


def rebuild_stories(config: Config, *, alone: bool) -> None:
    """Makes signatures and stories anew, with a bar on a terminal. Raises UsageError unless asked for `alone`.

    No run of this data folder is at work meanwhile.
    """
    if not alone:
        raise UsageError("--signatures reads the whole store and nothing else: no other option goes with it")
    console = Console(stderr=True)

    def watch(phase: str, parts: list[Part]) -> Iterable[Part]:
        return track(parts, phase, console=console, transient=True, disable=not console.is_terminal)

    with locked(config.data):
        stories.rebuild(open_store(config.database_url), watch=watch)


def _rule(config: Config, names: Iterable[str], ruling: Callable[..., None]) -> None:
    with writing(open_store(config.database_url)) as connection:
        ids = [find(connection, name).id for name in names]
        ruling(connection, *ids)
        told = [_line(story) for story in _distinct(connection, ids)]
    print("\n".join(told))


def _distinct(connection: Connection, article_ids: list[int]) -> list[Story]:
    return list({story.id: story for story in stories_of(connection, article_ids).values()}.values())


def _line(story: Story) -> str:
    return f"story {story.id}: {' '.join(member.key for member in story.members)}"


def _tabulate(story: Story) -> Table:
    """Every place of the story; several places with one number have the same text."""
    table = Table("number", "kind", "published", "site", "title", "address", title=f"story {story.id}")
    for one in story.members:
        day = one.published.astimezone(SHANGHAI).strftime("%Y-%m-%d") if one.published else ""
        cells = (str(one.article_id), one.kind, day, one.site or "", one.title or "", one.url or one.key)
        table.add_row(*map(Text, cells))
    return table


def _tabulate_comparisons(compared: Iterable[Comparison]) -> Table:
    """`shared`: of this text's characters in the other one, and the other way round."""
    table = Table("number", "article", "verdict", "ground", "shared", "differences", title="compared with")
    for one in compared:
        decision = one.decision
        verdict = f"{one.ruling} by hand, else {decision.verdict}" if one.ruling else decision.verdict
        shared = " ".join(f"{share:.0%}" for share in decision.shared)
        found = "; ".join(f"{each.kind} {each.here or '–'} ≠ {each.there or '–'}" for each in decision.differences)
        table.add_row(*map(Text, (str(one.other_id), one.other_key, verdict, decision.ground, shared, found)))
    return table
