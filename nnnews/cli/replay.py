"""`nnnews replay`: what would change, field by field, and then the change."""

import sys
from collections import Counter
from contextlib import nullcontext

from rich.console import Console
from rich.progress import MofNCompleteColumn, Progress, TimeRemainingColumn

from nnnews.config import Config
from nnnews.crawl.lock import locked
from nnnews.errors import UsageError
from nnnews.replay.changes import Change
from nnnews.replay.plan import Plan
from nnnews.replay.run import Spool, replaying, write
from nnnews.sites import all_sites
from nnnews.storage import open_store

_MARKS = {"new": "+", "changed": "~", "unreadable": "!", "lost": "?"}


def run_replay(config: Config, plan: Plan, *, dry_run: bool) -> None:
    """Print every change and, unless it is a dry run, write them. Raises UsageError for an unknown site or file."""
    if plan.site and plan.site not in all_sites():
        raise UsageError(f"unknown site {plan.site!r}; known: {', '.join(all_sites())}")
    with nullcontext() if dry_run else locked(config.data), Spool() as spool:
        kinds, changed = _collect(config, plan, spool)
        if not dry_run:
            write(open_store(config.database_url), spool)
    told = [f"{count} {kind}" for kind, count in kinds.items()]
    told += [f"{field} of {count}" for field, count in changed.most_common()]
    print(f"{'would be' if dry_run else 'written'}: {', '.join(told) or 'nothing, all is as it was'}")


def _collect(config: Config, plan: Plan, spool: Spool) -> tuple[Counter[str], Counter[str]]:
    """The changes are printed and spooled; counted by kind, and the changed articles by field."""
    kinds: Counter[str] = Counter()
    changed: Counter[str] = Counter()
    with replaying(config, plan) as replay, _progress() as progress:
        bar = progress.add_task("reading", total=replay.total)
        for done in replay.done:
            for change in done.changes:
                print(_tell(change))
                spool.add(change)
                kinds[change.kind] += 1
                changed.update(one.field for one in change.differences if change.kind == "changed")
            progress.advance(bar, done.keys)
    return kinds, changed


def _progress() -> Progress:
    """A bar on a terminal; nothing elsewhere."""
    console = Console(stderr=True)
    columns = (*Progress.get_default_columns()[:2], MofNCompleteColumn(), TimeRemainingColumn())
    # Where standard output is a file, the changes shall go there and not to the bar's terminal.
    redirect = sys.stdout.isatty()
    return Progress(
        *columns, console=console, disable=not console.is_terminal, transient=True, redirect_stdout=redirect
    )


def _tell(change: Change) -> str:
    lines = [f"{_MARKS[change.kind]} {change.key} {change.told}".rstrip()]
    lines += [f"    {one.field}: {one.before} → {one.after}" for one in change.differences]
    return "\n".join(lines)
