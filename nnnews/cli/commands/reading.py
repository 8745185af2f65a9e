"""Files and stored articles."""

import sys
from typing import Annotated

import typer

from nnnews.cli.commands.options import AsJson, Name, Since, configuration, day

app = typer.Typer()


@app.command()
def extract(
    files: Annotated[list[str], typer.Argument(help="HTML files; - for standard input.")],
    text: Annotated[bool, typer.Option("--text", help="The files are plain text.")] = False,
    url: Annotated[str | None, typer.Option(help="Address the file came from; its site's layouts are used.")] = None,
) -> None:
    """Read files and print one JSON object a line (docs/record.md)."""
    from nnnews.cli.extract import extract_files

    sys.exit(extract_files(files, text=text, url=url))


@app.command()
def show(
    context: typer.Context,
    name: Name,
    json: AsJson = False,
    explain: Annotated[
        bool, typer.Option("--explain", help="Mark bylines, places and figures in the text, with the rules.")
    ] = False,
    why: Annotated[
        bool, typer.Option("--why", help="Where else its story stands, and each comparison with its reasons.")
    ] = False,
    edits: Annotated[
        bool, typer.Option("--revisions", help="What became of it: edits, the words before and after, withdrawals.")
    ] = False,
) -> None:
    """Print one stored article."""
    if edits:
        from nnnews.cli.revisions import show_revisions

        show_revisions(configuration(context), name, as_json=json)
    elif why:
        from nnnews.cli.stories import explain_story

        explain_story(configuration(context), name)
    elif explain:
        from nnnews.cli.explain import explain_article

        explain_article(configuration(context), name)
    else:
        from nnnews.cli.show import show_article

        show_article(configuration(context), name, as_json=json)


@app.command()
def search(
    context: typer.Context,
    words: Annotated[list[str], typer.Argument(help="Words that must all occur, in either script.")],
    district: Annotated[str | None, typer.Option(help="Only of this district, e.g. 青秀区.")] = None,
    since: Since = None,
    limit: Annotated[int, typer.Option(min=1, help="Articles at most.")] = 20,
    ranked: Annotated[bool, typer.Option("--ranked", help="Best match first instead of the newest.")] = False,
    json: AsJson = False,
) -> None:
    """Find stored articles, the newest first, with the sentence that holds the words."""
    from nnnews.cli.search import Query, search_articles

    query = Query(" ".join(words), district, day(since), limit, ranked=ranked)
    search_articles(configuration(context), query, as_json=json)


@app.command()
def sites(context: typer.Context, json: AsJson = False) -> None:
    """List the sites and what the store holds of each."""
    from nnnews.cli.sites import list_sites

    list_sites(configuration(context), as_json=json)
