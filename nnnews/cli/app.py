"""The command line: what all commands share, and their order in the help."""

from pathlib import Path
from typing import Annotated

import typer

from nnnews import __version__
from nnnews.cli.commands import kit, reading, running, store, story

EPILOG = (
    "Exit codes: 0 fine, also when nothing is new; 1 a site, a file, an article or a message failed; "
    "2 wrong arguments; 74 output not written; 75 another run holds the data folder; 78 wrong configuration; "
    "130 or 143 stopped by a signal."
)

app = typer.Typer(
    help="Crawl local news about Nanning's people's congresses, read it, store it, publish feeds.",
    epilog=EPILOG,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
app.add_typer(running.app)
app.add_typer(reading.app)
app.add_typer(kit.app)
app.add_typer(store.app, name="db")
app.add_typer(story.app, name="story")


def _print_version(wanted: bool) -> None:
    if wanted:
        print(f"nnnews {__version__}")
        raise typer.Exit


@app.callback()
def prepare(
    context: typer.Context,
    config: Annotated[Path | None, typer.Option(help="Settings file instead of ./nnnews.toml.")] = None,
    _version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """Settings come from nnnews.toml and from variables NNNEWS_…, see docs/configuration.md."""
    context.obj = config
