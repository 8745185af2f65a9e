"""Options and arguments that several commands share, and what they mean."""

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from nnnews.config import Config, load_config

Name = Annotated[str, typer.Argument(metavar="ID", help="Number, key (nnnews/123) or address of an article.")]
Since = Annotated[str | None, typer.Option(help="Only from this day on: 2026-01-31, or 30d, 6m, 1y back.")]
Address = Annotated[str, typer.Argument(metavar="URL", help="Address of a site, a list or an article.")]
SiteName = Annotated[str, typer.Option("--name", help="Name of the site instead of one made of its host.")]
Metrics = Annotated[Path | None, typer.Option(help="Write a Prometheus textfile, too.")]
AsJson = Annotated[bool, typer.Option("--json", help="One JSON object a line instead of a table.")]


def configuration(context: typer.Context) -> Config:
    """The settings under which the command was called."""
    return load_config(context.obj)


def day(since: str | None) -> date | None:
    """The day that `--since` means."""
    from nnnews.cli.since import parse_day

    return parse_day(since) if since else None
