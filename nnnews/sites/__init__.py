"""What differs: one file a site, found by itself."""

from collections.abc import Mapping
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from types import MappingProxyType

from nnnews.platforms.addresses import host_of
from nnnews.platforms.base import Site


@cache
def all_sites() -> Mapping[str, Site]:
    """Every site under its name, in the order of the names."""
    modules = (import_module(f"{__name__}.{module.name}") for module in iter_modules(__path__))
    classes = (
        value for module in modules for value in vars(module).values() if _is_declared_in(value, module.__name__)
    )
    sites = (site() for site in classes)
    return MappingProxyType({site.name: site for site in sorted(sites, key=lambda site: site.name)})


def site_for(url: str) -> Site | None:
    """The site that has the address; the one that names its host exactly goes first."""
    owners = [site for site in all_sites().values() if site.owns(url)]
    return next((site for site in owners if host_of(url) in site.hosts), owners[0] if owners else None)


def _is_declared_in(value: object, module: str) -> bool:
    return isinstance(value, type) and issubclass(value, Site) and value.__module__ == module
