"""What `scrapy crawl -a NAME=VALUE` gives, read; a wrong value is a UsageError."""

from datetime import date

from nnnews.errors import UsageError


def read_day(name: str, value: str | None) -> date | None:
    """The day, written as 2026-01-31; None when none is given."""
    try:
        return date.fromisoformat(value) if value else None
    except ValueError as error:
        raise UsageError(f"{name} wants a day as 2026-01-31, not {value!r}") from error


def read_count(name: str, value: str | int | None) -> int:
    """The number, 0 when none is given."""
    try:
        count = int(value or 0)
    except ValueError:
        count = -1
    if count < 0:
        raise UsageError(f"{name} wants a whole number, not {value!r}")
    return count


def read_switch(name: str, value: str | bool) -> bool:
    """On or off."""
    words = {"1": True, "true": True, "yes": True, "0": False, "false": False, "no": False, "": False}
    try:
        return words[str(value).lower()]
    except KeyError as error:
        raise UsageError(f"{name} wants true or false, not {value!r}") from error
