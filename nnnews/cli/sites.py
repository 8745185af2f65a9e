"""`nnnews sites`: the sites there are, and what the store holds of each."""

import json

from rich.console import Console
from rich.table import Table

from nnnews.config import Config
from nnnews.sites import all_sites
from nnnews.storage import open_store, queries, reading


def list_sites(config: Config, *, as_json: bool) -> None:
    """Print one row a site."""
    with reading(open_store(config.database_url)) as connection:
        counts = queries.count_sites(connection)
    rows = [
        {
            "site": site.name,
            "title": site.title,
            "hosts": list(site.hosts),
            "articles": counts[site.name].articles if site.name in counts else 0,
            "copies": counts[site.name].copies if site.name in counts else 0,
        }
        for site in all_sites().values()
    ]
    if as_json:
        for row in rows:
            print(json.dumps(row, ensure_ascii=False))
        return
    table = Table("site", "title", "hosts", "articles", "copies")
    for row in rows:
        table.add_row(*(" ".join(cell) if isinstance(cell, list) else str(cell) for cell in row.values()))
    Console().print(table)
