"""Rulings on stories."""

from typing import Annotated

import typer

from nnnews.cli.commands.options import Name, configuration

app = typer.Typer(help="Rule by hand which articles tell one story.", no_args_is_help=True)


@app.command()
def split(context: typer.Context, name: Name) -> None:
    """The article tells another story than those it stands with now; that is kept."""
    from nnnews.cli.stories import split_story

    split_story(configuration(context), name)


@app.command()
def join(
    context: typer.Context,
    name: Name,
    other: Annotated[str, typer.Argument(metavar="OTHER", help="An article of the other story.")],
) -> None:
    """The two articles, and all that belongs to them, tell one story; that is kept."""
    from nnnews.cli.stories import join_stories

    join_stories(configuration(context), name, other)
