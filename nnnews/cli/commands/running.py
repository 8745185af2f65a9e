"""Crawl, and what follows a crawl."""

import sys
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from nnnews.cli.commands.options import AsJson, Metrics, Since, configuration, day

app = typer.Typer()


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

    plan = Plan(tuple(sites or ()), day(since), limit, full=full, export=export, verbose=verbose)
    config = configuration(context)
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

        accept_losses(configuration(context), accept)
        return
    from nnnews.cli.status import tell_status

    sys.exit(tell_status(configuration(context), metrics, as_json=json))


@app.command()
def runs(
    context: typer.Context,
    limit: Annotated[int, typer.Option(min=1, help="Runs at most.")] = 20,
    json: AsJson = False,
) -> None:
    """List the last runs and what each came to, a row for each site."""
    from nnnews.cli.runs import list_runs

    list_runs(configuration(context), limit, as_json=json)


@app.command()
def export(
    context: typer.Context,
    only: Annotated[str | None, typer.Option(help="One section: feeds, data or page.")] = None,
    to: Annotated[Path | None, typer.Option(help="Folder to write to instead of the setting `exports`.")] = None,
) -> None:
    """Write the page, feeds and data files from the store; a file changes only when its content does."""
    from nnnews.cli.export import run_export

    run_export(configuration(context), only, to)


@app.command()
def alert(
    context: typer.Context,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Show what would be sent, and send nothing.")] = False,
    test: Annotated[str | None, typer.Option(metavar="NAME", help="Send one test message to [alerts.NAME].")] = None,
) -> None:
    """Tell maintainers and staff what is due, as `crawl` does at its end; 1 when a message was not taken."""
    from nnnews.cli.alert import preview_alerts, run_alert, test_channel

    if test:
        test_channel(configuration(context), test)
    elif dry_run:
        preview_alerts(configuration(context))
    else:
        sys.exit(run_alert(configuration(context)))


@app.command()
def serve(
    context: typer.Context,
    port: Annotated[int, typer.Option(min=0, max=65535, help="Port on this machine; 0: any that is free.")] = 8000,
) -> None:
    """Show the exports in a browser on this machine."""
    from nnnews.cli.export import serve_exports

    serve_exports(configuration(context).exports, port)


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

        rebuild_stories(configuration(context), alone=not (site or since or files or dry_run))
    else:
        from nnnews.cli.replay import run_replay
        from nnnews.replay.plan import Plan

        run_replay(configuration(context), Plan(site, day(since), tuple(files or ())), dry_run=dry_run)
