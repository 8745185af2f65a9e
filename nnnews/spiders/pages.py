"""Scrapy's response → Page, the hinge to everything below."""

from datetime import UTC, datetime
from urllib.parse import urljoin

from scrapy.http import Response

from nnnews.items import Page


def page_of(response: Response) -> Page:
    """The bytes as served, less their content coding; the address is the one after redirects."""
    named = ((name, values[-1] if values else b"") for name, values in response.headers.items())
    headers = {name.decode("latin-1"): value.decode("latin-1") for name, value in named}
    return Page(response.url, response.body, headers, datetime.now(UTC), response.status)


def header_of(response: Response, name: str | bytes) -> str:
    """The header's value; empty when absent."""
    return (response.headers.get(name) or b"").decode("latin-1")


def asked_of(response: Response) -> str:
    """The address that was asked for, before redirects."""
    return str(response.meta.get("redirect_urls", [response.url])[0])


def location_of(response: Response) -> str:
    """Where a redirection leads; empty when it names no address."""
    try:
        return urljoin(response.url, header_of(response, "Location"))
    except ValueError:
        return ""


def validators_of(page: Page) -> dict[str, str]:
    """What the server wants to hear when it is asked for news only, under the names of the standard."""
    named = {name: page.header(name) for name in ("ETag", "Last-Modified")}
    return {name: value for name, value in named.items() if value}
