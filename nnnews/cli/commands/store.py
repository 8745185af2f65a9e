"""Care for the store."""

from typing import Annotated

import typer

from nnnews.cli.commands.options import configuration

app = typer.Typer(help="Care for the store.", no_args_is_help=True)


@app.command()
def upgrade(context: typer.Context) -> None:
    """Bring the store to this version's schema."""
    from nnnews.storage import upgrade_store

    print(f"schema {upgrade_store(configuration(context).database_url)}")


@app.command()
def copy(
    context: typer.Context,
    source: Annotated[str, typer.Argument(metavar="SRC", help="URL of the store, or path of a SQLite file.")],
    target: Annotated[str, typer.Argument(metavar="DST", help="URL or path of an empty store, made if absent.")],
) -> None:
    """Copy a store, from SQLite to PostgreSQL or back; the rows of each table are counted in both."""
    from nnnews.cli.copying import run_copy

    run_copy(configuration(context), source, target)
