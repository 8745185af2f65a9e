"""Scrapy's spider loader: a spider for each site, under the site's name."""

from builtins import list as list_of
from typing import Self

from scrapy import Request, Spider
from scrapy.settings import BaseSettings

from nnnews.platforms.base import Site
from nnnews.platforms.paper import Paper
from nnnews.sites import all_sites, site_for
from nnnews.spiders.epaper import EpaperSpider
from nnnews.spiders.news import NewsSpider
from nnnews.spiders.site_spider import SiteSpider


class SiteSpiderLoader:
    """As scrapy.spiderloader.SpiderLoaderProtocol says; nothing is looked for in modules."""

    @classmethod
    def from_settings(cls, settings: BaseSettings) -> Self:  # noqa: ARG003  (Scrapy's signature)
        """The sites are the same whatever the settings."""
        return cls()

    def load(self, spider_name: str) -> type[Spider]:
        """The site's spider. Raises KeyError for a name that no site bears."""
        sites = all_sites()
        if spider_name not in sites:
            raise KeyError(f"Spider not found: {spider_name}")
        return spider_for(sites[spider_name])

    def list(self) -> list_of[str]:
        """The names of all sites."""
        return list_of(all_sites())

    def find_by_request(self, request: Request) -> list_of[str]:
        """The name of the site that has the address."""
        site = site_for(request.url)
        return [site.name] if site else []


def spider_for(site: Site) -> type[SiteSpider]:
    """The class for a site; it counts as part of the site's file, which is what `scrapy edit` opens."""
    base = EpaperSpider if isinstance(site, Paper) else NewsSpider
    return type(type(site).__name__, (base,), {"name": site.name, "site": site, "__module__": type(site).__module__})
