"""For those who keep the sites readable, and a portal to practise on."""

import sys
from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from nnnews.cli.commands.options import Address, AsJson, SiteName, configuration

app = typer.Typer()


@app.command()
def probe(
    context: typer.Context,
    url: Address,
    name: SiteName = "",
    json: AsJson = False,
) -> None:
    """Look at a site or page for the first time: what it is, how it reads, which site file it would have."""
    from nnnews.cli.probe import probe_site

    probe_site(configuration(context), url, name, as_json=json)


@app.command("new-site")
def new_site(context: typer.Context, url: Address, name: SiteName = "") -> None:
    """Write the file of a site, saved pages of it, and drafts of what is expected of them, marked unread."""
    from nnnews.cli.kit import new_site

    new_site(configuration(context), url, name)


@app.command("save-page")
def save_page(
    context: typer.Context,
    url: Address,
    stem: Annotated[str, typer.Option("--as", help="Name of the files instead of article_2 and the like.")] = "",
) -> None:
    """Save a page of a known site for its tests, with the draft of what is expected of it, marked unread."""
    from nnnews.cli.kit import save

    save(configuration(context), url, stem)


@app.command()
def check(
    context: typer.Context,
    site: Annotated[str | None, typer.Argument(help="Site to check; none: all.")] = None,
    live: Annotated[bool, typer.Option("--live", help="On pages as they answer now, not on the saved ones.")] = False,
    json: AsJson = False,
) -> None:
    """Try each selector of each layout on each saved page: hits, value, time; 1 when a required field is missed."""
    from nnnews.cli.kit import check

    sys.exit(check(configuration(context), site, live=live, as_json=json))


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

    found, change = repair_site(configuration(context), site, pages, before.date() if before else None)
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
