"""Whose an address is."""

from nnnews.platforms.addresses import clean_url
from nnnews.sites import site_for


def owner_of(url: str) -> tuple[str | None, str | None]:
    """Names of the site and of the article; None where there is none."""
    try:
        site = site_for(url)
        return (site.name, site.article_key(url)) if site else (None, None)
    except ValueError:  # a host or port that is none
        return None, None


def stranger_key(url: str) -> str | None:
    """What an article of an unknown host is called."""
    try:
        return clean_url(url)
    except ValueError:
        return None
