"""The settings of nnnews: `nnnews.toml`, overruled by the environment (`NNNEWS_…`).

One dataclass is the whole list; its comments are what `docs/configuration.md` is checked against.
"""

import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from nnnews.errors import ConfigError
from nnnews.keys import hint
from nnnews.searches import SavedSearch, read_searches
from nnnews.subscriptions import Subscription, read_subscriptions

PREFIX = "NNNEWS_"
FILE = "nnnews.toml"


@dataclass(frozen=True, slots=True)
class Config:
    """Every setting with its ordinary value."""

    data: Path = Path("data")  # folder of the store, the archive and the lock
    exports: Path = Path("exports")  # folder of the feeds
    database: str = ""  # SQLAlchemy URL; empty: nnnews.sqlite3 in the data folder
    sites: tuple[str, ...] = ()  # sites to crawl; empty: all
    contact: str = ""  # mail or web address told to the sites in the user agent
    delay: float = 1.0  # seconds between two requests to one host
    timeout: float = 30.0  # seconds until a request is given up
    jitter: float = 0.5  # share by which the delay is longer at random
    hours: str = ""  # hours of the day (Asia/Shanghai) in which sites are asked: 22:00-06:00; empty: all
    request_limit: int = 10_000  # requests to one site in one run
    size_limit: int = 16  # megabytes of an answer after which it is given up, also once unpacked
    private_hosts: tuple[str, ...] = ()  # hosts or networks that may be asked though private: 10.0.0.0/8, localhost
    lease: float = 120.0  # seconds after which another machine goes on with the hosts of one that died
    archive: bool = True  # keep every answer as WARC files in the folder archive of the data folder
    archive_size: int = 256  # megabytes after which a WARC file is followed by another
    archive_hours: int = 24  # hours after which it is, however small
    page_limit: int = 20  # list pages followed in one column
    recheck_hours: float = 6.0  # hours after which an article is asked for again first; the interval grows with its age
    recheck_days: float = 45.0  # days after which it is asked for no more; 0: no article is asked for twice
    recheck_limit: int = 100  # articles of a site asked for again in one run
    withdrawn_days: int = 3  # different days on which an article must be missed to count as withdrawn
    feed_title: str = "南宁人大新闻"  # title of the feeds
    feed_home: str = ""  # address where the exports folder is published
    feed_size: int = (
        200  # entries in the feed of everything; fewer while more than that come in four weeks, a quarter at least
    )
    heading_size: int = 24  # the same for the feed of a district, topic, site, level or saved search
    tag_authority: str = "nnnews.example,2026"  # domain and year of the feeds' tag: ids; never change it later
    parquet: bool = False  # write the data as Parquet too; needs `pip install nnnews[parquet]`
    feeds: tuple[SavedSearch, ...] = ()  # saved searches, each a feed: tables [feeds.<name>]
    alerts: tuple[Subscription, ...] = ()  # who is told what, where and when: tables [alerts.<name>]
    metrics: str = ""  # file that each crawl writes for Prometheus; empty: none
    ping: str = ""  # address that each crawl tells of its start and its exit status; empty: none
    log_level: str = "INFO"  # DEBUG, INFO, WARNING or ERROR; `nnnews crawl` logs to crawl.log in the data folder
    loopback: str = ""  # HOST:PORT that answers for all sites; for practice only

    @property
    def archive_folder(self) -> Path:
        """Where the WARC files lie."""
        return self.data / "archive"

    @property
    def home(self) -> str:
        """Address of the exports folder, with a slash at its end; where it is not set, that of the tag authority."""
        return f"{self.feed_home.rstrip('/') or 'https://' + self.tag_authority.partition(',')[0]}/"

    @property
    def database_url(self) -> str:
        """The store's SQLAlchemy URL."""
        return self.database or f"sqlite:///{self.data / 'nnnews.sqlite3'}"


OPTIONS = {option.name: option.type for option in fields(Config)}


def load_config(path: Path | None = None, environ: Mapping[str, str] = os.environ) -> Config:
    """Settings from the file (given, named by NNNEWS_CONFIG, or ./nnnews.toml) and the environment.

    Raises ConfigError for a file that is absent though named, is no TOML, or holds what is no setting.
    """
    named = path or (Path(environ[PREFIX + "CONFIG"]) if environ.get(PREFIX + "CONFIG") else None)
    file = named or Path(FILE)
    values: dict[str, Any] = _read_file(file) if named or file.exists() else {}
    config = build_config(values, base=file.parent, origin=str(file))
    return build_config(_from_environment(environ), start=config, origin="environment")


def build_config(
    values: Mapping[str, Any], *, start: Config | None = None, base: Path = Path(), origin: str = ""
) -> Config:
    """`start` with `values` laid over it; relative folders are taken from `base`. Raises ConfigError."""
    config = start or Config()
    changed = {name: _convert(name, value, origin) for name, value in values.items()}
    for name in ("data", "exports"):
        if name in changed:
            changed[name] = base / changed[name]
    built = Config(**{name: changed.get(name, getattr(config, name)) for name in OPTIONS})
    _check_searches(built, origin)
    return built


def scoped_config(settings: Mapping[str, Any]) -> Config:
    """The configuration out of settings that hold every option under its NNNEWS_ name, as Scrapy's do."""
    return build_config({name: settings[PREFIX + name.upper()] for name in OPTIONS}, origin="settings")


def _check_searches(config: Config, origin: str) -> None:
    known = [search.name for search in config.feeds]
    for alert in config.alerts:
        for name in alert.searches:
            if name not in known:
                hint = f"known: {', '.join(known)}" if known else "there is no [feeds] table"
                raise ConfigError(f"{origin}: [alerts.{alert.name}]: 'searches' names no saved search {name!r}; {hint}")


def _read_file(file: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(file.read_text("utf-8"))
    except OSError as error:
        raise ConfigError(f"{file}: cannot be read ({error.strerror}); mend the path in {PREFIX}CONFIG") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ConfigError(f"{file}: not valid TOML ({error})") from error


def _from_environment(environ: Mapping[str, str]) -> dict[str, str]:
    own = {key.removeprefix(PREFIX).lower(): value for key, value in environ.items() if key.startswith(PREFIX)}
    return {name: value for name, value in own.items() if name != "config"}


def _convert(name: str, value: Any, origin: str) -> Any:
    if name not in OPTIONS:
        raise ConfigError(f"{origin}: unknown setting {name!r}; {hint(name, OPTIONS)}")
    if name in _TABLES:
        return _TABLES[name](value, origin)
    kind = str(getattr(OPTIONS[name], "__name__", OPTIONS[name]))
    try:
        return _CONVERTERS[kind](value)
    except (TypeError, ValueError, KeyError) as error:
        raise ConfigError(f"{origin}: setting {name!r} wants {_WANTED[kind]}, not {value!r}") from error


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError
    return value


def _number(value: Any) -> float:
    number = float(value)
    if isinstance(value, bool) or not 0 <= number < float("inf"):
        raise ValueError
    return number


def _count(value: Any) -> int:
    if isinstance(value, bool | float) or int(value) < 1:
        raise ValueError
    return int(value)


def _switch(value: Any) -> bool:
    words = {"true": True, "yes": True, "1": True, "false": False, "no": False, "0": False}
    return words[str(value).lower()]


def _names(value: Any) -> tuple[str, ...]:
    if isinstance(value, str):
        value = value.replace(",", " ").split()
    return tuple(_text(name) for name in value)


_TABLES: dict[str, Any] = {"feeds": read_searches, "alerts": read_subscriptions}
_CONVERTERS: dict[str, Any] = {
    "Path": lambda value: value if isinstance(value, Path) else Path(_text(value)).expanduser(),
    "str": _text,
    "float": _number,
    "int": _count,
    "bool": _switch,
    "tuple": _names,
}
_WANTED = {
    "Path": "a folder",
    "str": "a text",
    "float": "a number of 0 or more",
    "int": "a whole number of 1 or more",
    "bool": "true or false",
    "tuple": "a list of names",
}
