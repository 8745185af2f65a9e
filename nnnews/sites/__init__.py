"""What differs: one file a site, found by itself."""

from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from importlib import import_module
from pkgutil import iter_modules
from types import MappingProxyType, ModuleType

from nnnews.platforms.addresses import host_of
from nnnews.platforms.base import Site


@cache
def all_sites() -> Mapping[str, Site]:
    """Every site under its name, in the order of the names."""
    modules = (import_module(f"{__name__}.{module.name}") for module in iter_modules(__path__))
    sites = sorted((site for module in modules for site in _sites_in(module)), key=lambda site: site.name)
    return MappingProxyType({site.name: site for site in sites})


def site_for(url: str) -> Site | None:
    """The site that has the address; the one that names its host exactly goes first."""
    return _owner(host_of(url))


@lru_cache(maxsize=1000)
def _owner(host: str) -> Site | None:
    """Asked for every answer that is archived, and of few hosts."""
    owners = [site for site in all_sites().values() if site.has_host(host)]
    return next((site for site in owners if host in site.hosts), owners[0] if owners else None)


def _sites_in(module: ModuleType) -> Iterator[Site]:
    """The sites declared there; a platform that the file imports is none."""
    for value in vars(module).values():
        if isinstance(value, type) and issubclass(value, Site) and value.__module__ == module.__name__:
            yield value()
