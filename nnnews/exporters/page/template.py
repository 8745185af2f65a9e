"""Pages from templates: everything escaped, free of characters that no page may hold."""

from collections.abc import Iterator
from datetime import datetime
from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from nnnews.exporters.content import ROLES
from nnnews.exporters.difference import changed
from nnnews.exporters.markup import clean, web_address
from nnnews.exporters.page.sources import assets
from nnnews.items import SHANGHAI


def render(template: str, above: str = "", **values: Any) -> Iterator[bytes]:
    """The page; `above` leads from its folder to the export's, so that every link is relative."""
    page = _environment().get_template(template).render(above=above, **values)
    yield page.encode()


def number(value: float) -> str:
    """1.2万, 3,500, 0.35: as Chinese readers group them."""
    for power, name in ((1e8, "亿"), (1e4, "万")):
        if abs(value) >= power:
            return f"{value / power:.4g}{name}" if value / power < 1e4 else f"{value / power:,.0f}{name}"
    return f"{value:,.10g}"


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("nnnews.exporters.page", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_finalize,
    )
    environment.filters.update(number=number, day=_day, minute=_minute, web=web_address, changed=changed)
    environment.globals.update(assets=assets(), roles=ROLES)
    return environment


def _finalize(value: Any) -> Any:
    return clean(value) if isinstance(value, str) and not isinstance(value, Markup) else value


def _day(when: datetime) -> str:
    return f"{when.astimezone(SHANGHAI):%Y-%m-%d}"


def _minute(when: datetime) -> str:
    return f"{when.astimezone(SHANGHAI):%Y-%m-%d %H:%M}"
