"""Every command of `nnnews`, about ten lines each."""

import sys
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Annotated

import typer

from nnnews import __version__
from nnnews.config import Config, load_config

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
database = typer.Typer(help="Care for the store.", no_args_is_help=True)
app.add_typer(database, name="db")
story = typer.Typer(help="Rule by hand which articles tell one story.", no_args_is_help=True)
app.add_typer(story, name="story")

Name = Annotated[str, typer.Argument(metavar="ID", help="Number, key (nnnews/123) or address of an article.")]
Since = Annotated[str | None, typer.Option(help="Only from this day on: 2026-01-31, or 30d, 6m, 1y back.")]
Address = Annotated[str, typer.Argument(metavar="URL", help="Address of a site, a list or an article.")]
SiteName = Annotated[str, typer.Option("--name", help="Name of the site instead of one made of its host.")]
Metrics = Annotated[Path | None, typer.Option(help="Write a Prometheus textfile, too.")]
AsJson = Annotated[bool, typer.Option("--json", help="One JSON object a line instead of a table.")]


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


@app.command()
def crawl(
    context: typer.Context,
    sites: Annotated[list[str] | None, typer.Argument(help="Sites to crawl; none: all that are set.")] = None,
    since: Since = None,
    limit: Annotated[int | None, typer.Option(min=1, help="Articles fetched from each site at most.")] = None,
    full: Annotated[bool, typer.Option("--full", help="Ask again for all that is known.")] = False,
    export: Annotated[bool, typer.Option(help="Write the exports afterwards.")] = True,
    wait: Annotated[float, typer.Option(min=0, help="Seconds to wait for another run to end.")] = 0,
    metrics: Metrics = None,
    ping: Annotated[str | None, typer.Option(help="Address that is told of the start and the exit status.")] = None,
    verbose: Annotated[bool, typer.Option("--verbose", "-v", help="Log every request.")] = False,
) -> None:
    """Fetch what is new, store it and publish it."""
    from nnnews.cli.crawl import run_crawl
    from nnnews.crawl.plan import Plan

    plan = Plan(tuple(sites or ()), _day(since), limit, full=full, export=export, verbose=verbose)
    config = _config(context)
    watched = replace(config, metrics=str(metrics or config.metrics), ping=ping or config.ping)
    sys.exit(run_crawl(watched, plan, wait))


@app.command()
def status(
    context: typer.Context,
    accept: Annotated[
        list[str] | None,
        typer.Option(metavar="SITE[/FIELD]", help="Take what was lost as ordinary, and show nothing."),
    ] = None,
    metrics: Metrics = None,
    json: AsJson = False,
) -> None:
    """Show how the sites do. Ends with 1 when one is broken, blocked or silent, or many fail at once."""
    if accept:
        from nnnews.cli.accept import accept_losses

        accept_losses(_config(context), accept)
        return
    from nnnews.cli.status import tell_status

    sys.exit(tell_status(_config(context), metrics, as_json=json))


@app.command()
def runs(
    context: typer.Context,
    limit: Annotated[int, typer.Option(min=1, help="Runs at most.")] = 20,
    json: AsJson = False,
) -> None:
    """List the last runs and what each came to, a row for each site."""
    from nnnews.cli.runs import list_runs

    list_runs(_config(context), limit, as_json=json)


@app.command()
def export(
    context: typer.Context,
    only: Annotated[str | None, typer.Option(help="One section: feeds, data or page.")] = None,
    to: Annotated[Path | None, typer.Option(help="Folder to write to instead of the setting `exports`.")] = None,
) -> None:
    """Write the page, feeds and data files from the store; a file changes only when its content does."""
    from nnnews.cli.export import run_export

    run_export(_config(context), only, to)


@app.command()
def alert(
    context: typer.Context,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Show what would be sent, and send nothing.")] = False,
    test: Annotated[str | None, typer.Option(metavar="NAME", help="Send one test message to [alerts.NAME].")] = None,
) -> None:
    """Tell maintainers and staff what is due, as `crawl` does at its end; 1 when a message was not taken."""
    from nnnews.cli.alert import preview_alerts, run_alert, test_channel

    if test:
        test_channel(_config(context), test)
    elif dry_run:
        preview_alerts(_config(context))
    else:
        sys.exit(run_alert(_config(context)))


@app.command()
def serve(
    context: typer.Context,
    port: Annotated[int, typer.Option(min=0, max=65535, help="Port on this machine; 0: any that is free.")] = 8000,
) -> None:
    """Show the exports in a browser on this machine."""
    from nnnews.cli.export import serve_exports

    serve_exports(_config(context).exports, port)


@app.command()
def replay(
    context: typer.Context,
    site: Annotated[str | None, typer.Option(help="Only this site.")] = None,
    since: Since = None,
    files: Annotated[
        list[Path] | None, typer.Option("--from", help="Read this WARC file, of any crawler, not the archive.")
    ] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Show what would change, write nothing.")] = False,
    signatures: Annotated[
        bool, typer.Option("--signatures", help="Make the index of copies and all stories anew, from the store.")
    ] = False,
) -> None:
    """Read the archive again with today's layouts and rules; shows each field that changes."""
    if signatures:
        from nnnews.cli.stories import rebuild_stories

        rebuild_stories(_config(context), alone=not (site or since or files or dry_run))
    else:
        from nnnews.cli.replay import run_replay
        from nnnews.replay.plan import Plan

        run_replay(_config(context), Plan(site, _day(since), tuple(files or ())), dry_run=dry_run)


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

        show_revisions(_config(context), name, as_json=json)
    elif why:
        from nnnews.cli.stories import explain_story

        explain_story(_config(context), name)
    elif explain:
        from nnnews.cli.explain import explain_article

        explain_article(_config(context), name)
    else:
        from nnnews.cli.show import show_article

        show_article(_config(context), name, as_json=json)


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

    query = Query(" ".join(words), district, _day(since), limit, ranked=ranked)
    search_articles(_config(context), query, as_json=json)


@app.command()
def sites(context: typer.Context, json: AsJson = False) -> None:
    """List the sites and what the store holds of each."""
    from nnnews.cli.sites import list_sites

    list_sites(_config(context), as_json=json)


@app.command()
def probe(
    context: typer.Context,
    url: Address,
    name: SiteName = "",
    json: AsJson = False,
) -> None:
    """Look at a site or page for the first time: what it is, how it reads, which site file it would have."""
    from nnnews.cli.probe import probe_site

    probe_site(_config(context), url, name, as_json=json)


@app.command("new-site")
def new_site(context: typer.Context, url: Address, name: SiteName = "") -> None:
    """Write the file of a site, saved pages of it, and drafts of what is expected of them, marked unread."""
    from nnnews.cli.kit import new_site

    new_site(_config(context), url, name)


@app.command("save-page")
def save_page(
    context: typer.Context,
    url: Address,
    stem: Annotated[str, typer.Option("--as", help="Name of the files instead of article_2 and the like.")] = "",
) -> None:
    """Save a page of a known site for its tests, with the draft of what is expected of it, marked unread."""
    from nnnews.cli.kit import save

    save(_config(context), url, stem)


@app.command()
def check(
    context: typer.Context,
    site: Annotated[str | None, typer.Argument(help="Site to check; none: all.")] = None,
    live: Annotated[bool, typer.Option("--live", help="On pages as they answer now, not on the saved ones.")] = False,
    json: AsJson = False,
) -> None:
    """Try each selector of each layout on each saved page: hits, value, time; 1 when a required field is missed."""
    from nnnews.cli.kit import check

    sys.exit(check(_config(context), site, live=live, as_json=json))


@app.command()
def repair(
    context: typer.Context,
    site: Annotated[str, typer.Argument(help="Site whose pages are read otherwise than before.")],
    pages: Annotated[int, typer.Option(min=1, help="Known pages that are asked for again.")] = 24,
    before: Annotated[
        datetime | None,
        typer.Option(formats=["%Y-%m-%d"], help="Believe what was read before this day, not before the alarm."),
    ] = None,
    apply: Annotated[bool, typer.Option("--apply", help="Write the site file and saved pages, run its tests.")] = False,
    json: AsJson = False,
) -> None:
    """Find where the known values of a redesigned site stand now; print the site file that says so, as a diff."""
    from nnnews.cli.repair import repair_site, run_repair

    found, change = repair_site(_config(context), site, pages, before.date() if before else None)
    sys.exit(run_repair(found, change, applying=apply, as_json=json))


@app.command()
def demo(
    folder: Annotated[Path, typer.Option(help="Folder for the practice store and exports; emptied first.")] = Path(
        "demo"
    ),
    seed: Annotated[int, typer.Option(help="Another seed makes another portal.")] = 2026,
) -> None:
    """Crawl the practice portal on this machine and compare with what it planted; no network."""
    from nnnews.cli.demo import run_demo

    sys.exit(run_demo(folder, seed))


@database.command()
def upgrade(context: typer.Context) -> None:
    """Bring the store to this version's schema."""
    from nnnews.storage import upgrade_store

    print(f"schema {upgrade_store(_config(context).database_url)}")


@database.command()
def copy(
    context: typer.Context,
    source: Annotated[str, typer.Argument(metavar="SRC", help="URL of the store, or path of a SQLite file.")],
    target: Annotated[str, typer.Argument(metavar="DST", help="URL or path of an empty store, made if absent.")],
) -> None:
    """Copy a store, from SQLite to PostgreSQL or back; the rows of each table are counted in both."""
    from nnnews.cli.copying import run_copy

    run_copy(_config(context), source, target)


@story.command()
def split(context: typer.Context, name: Name) -> None:
    """The article tells another story than those it stands with now; that is kept."""
    from nnnews.cli.stories import split_story

    split_story(_config(context), name)


@story.command()
def join(
    context: typer.Context,
    name: Name,
    other: Annotated[str, typer.Argument(metavar="OTHER", help="An article of the other story.")],
) -> None:
    """The two articles, and all that belongs to them, tell one story; that is kept."""
    from nnnews.cli.stories import join_stories

    join_stories(_config(context), name, other)


def _config(context: typer.Context) -> Config:
    return load_config(context.obj)


def _day(since: str | None) -> date | None:
    from nnnews.cli.since import parse_day

    return parse_day(since) if since else None
