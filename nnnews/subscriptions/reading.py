"""Reading the `[alerts]` tables; every mistake is a ConfigError that names table and key, and never a secret."""

import re
from collections.abc import Mapping
from string import Formatter
from typing import Any
from urllib.parse import urlsplit

from nnnews.errors import ConfigError
from nnnews.hours import Hours
from nnnews.keys import check_keys
from nnnews.subscriptions.channel import KINDS, Channel, Secret
from nnnews.subscriptions.schedule import Schedule
from nnnews.subscriptions.subscription import FIELDS, TEMPLATE, Subscription

_KEYS = (
    *("channel", "address", "address_env", "secret", "secret_env", "base_url"),
    *("audience", "searches", "schedule", "quiet", "most", "template"),
)
_AUDIENCES = ("staff", "maintainers")
_SIGNING = ("dingtalk", "feishu")
_SCHEDULES = {"staff": "daily", "maintainers": "at once"}
_NAME = re.compile(r"[a-z0-9][a-z0-9_-]*")
_VARIABLE = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")


def read_subscriptions(tables: Any, origin: str) -> tuple[Subscription, ...]:
    """The subscriptions of an `[alerts]` table. Raises ConfigError."""
    if isinstance(tables, tuple) and all(isinstance(one, Subscription) for one in tables):
        return tables
    if not isinstance(tables, Mapping):
        raise ConfigError(f"{origin}: setting 'alerts' wants tables in the settings file, like [alerts.office]")
    return tuple(_read(name, table, f"{origin}: [alerts.{name}]") for name, table in tables.items())


def _read(name: str, table: Any, place: str) -> Subscription:
    if not _NAME.fullmatch(name):
        raise ConfigError(f"{place}: write the name in a-z, 0-9, - and _")
    check_keys(table, _KEYS, place)
    audience = _choice(table.get("audience", "staff"), _AUDIENCES, f"{place}: 'audience'")
    quiet = table.get("quiet")
    return Subscription(
        name=name,
        channel=_channel(table, place),
        audience=audience,
        searches=_names(table.get("searches", ()), f"{place}: 'searches'"),
        schedule=Schedule.read(table.get("schedule", _SCHEDULES[audience]), f"{place}: 'schedule'"),
        quiet=Hours.read(str(quiet), f"{place}: 'quiet'") if quiet else None,
        most=_count(table.get("most", 20), f"{place}: 'most'"),
        template=_template(table.get("template", TEMPLATE), f"{place}: 'template'"),
    )


def _channel(table: Mapping[str, Any], place: str) -> Channel:
    if "channel" not in table:
        raise ConfigError(f"{place} lacks 'channel'; write one of {', '.join(KINDS)}")
    kind = _choice(table["channel"], KINDS, f"{place}: 'channel'")
    address, secret = _secret(table, "address", place), _secret(table, "secret", place)
    if address == Secret():
        raise ConfigError(f"{place} lacks 'address' (or 'address_env', the variable that holds it)")
    if secret != Secret() and kind not in _SIGNING:
        raise ConfigError(f"{place}: 'secret' signs posts to {' and '.join(_SIGNING)}; {kind} takes none")
    return Channel(kind, address, secret, _base(table.get("base_url", ""), f"{place}: 'base_url'"))


def _secret(table: Mapping[str, Any], key: str, place: str) -> Secret:
    """What is wrong with it is told without quoting it."""
    value, variable = table.get(key, ""), table.get(f"{key}_env", "")
    if value and variable:
        raise ConfigError(f"{place} has both '{key}' and '{key}_env'; keep one")
    if not isinstance(value, str) or (key in table and not value.strip()):
        raise ConfigError(f"{place}: '{key}' wants a text")
    named = isinstance(variable, str) and (not variable or _VARIABLE.fullmatch(variable))
    if not named or variable.startswith("NNNEWS_"):
        raise ConfigError(f"{place}: '{key}_env' wants the name of a variable, one that does not begin with NNNEWS_")
    return Secret(value.strip(), variable)


def _base(value: Any, place: str) -> str:
    if value == "" or (
        isinstance(value, str) and urlsplit(value).scheme in ("http", "https") and urlsplit(value).netloc
    ):
        return str(value).rstrip("/")
    raise ConfigError(f"{place} wants an address like https://relay.example.org")


def _choice(value: Any, known: tuple[str, ...], place: str) -> Any:
    if value in known:
        return value
    raise ConfigError(f"{place} wants one of {', '.join(known)}, not {value!r}")


def _names(value: Any, place: str) -> tuple[str, ...]:
    names = (value,) if isinstance(value, str) else value
    if isinstance(names, (list, tuple)) and all(isinstance(name, str) for name in names):
        return tuple(names)
    raise ConfigError(f'{place} wants names of [feeds] tables, like ["budget"], not {value!r}')


def _count(value: Any, place: str) -> int:
    if isinstance(value, int) and not isinstance(value, bool) and value >= 1:
        return value
    raise ConfigError(f"{place} wants a whole number of 1 or more, not {value!r}")


def _template(value: Any, place: str) -> str:
    """Plain fields only: `{标题.__class__}` would reach into the program."""
    try:
        parts = list(Formatter().parse(value)) if isinstance(value, str) and value.strip() else [("", "?", "", None)]
    except ValueError as error:
        raise ConfigError(f"{place} has a brace without its partner; fields are written {{标题}}") from error
    unknown = [name for _, name, form, turned in parts if name is not None and (name not in FIELDS or form or turned)]
    if unknown:
        raise ConfigError(f"{place} wants a text with the fields {', '.join(FIELDS)}, not {value!r}")
    return str(value)
