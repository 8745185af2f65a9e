"""`--since`: a day, or a span back from today."""

import re
from datetime import date, datetime

from dateutil.parser import isoparse
from dateutil.relativedelta import relativedelta

from nnnews.errors import UsageError
from nnnews.items import SHANGHAI

_UNITS = {"d": "days", "w": "weeks", "m": "months", "y": "years"}


def parse_day(words: str, today: date | None = None) -> date:
    """`2026-01-31`, `20260131`, or `30d`, `2w`, `6m`, `1y` before today in Nanning. Raises UsageError."""
    if span := re.fullmatch(r"(\d{1,4})([dwmy])", words):
        start = today or datetime.now(SHANGHAI).date()
        return start - relativedelta(**{_UNITS[span[2]]: int(span[1])})  # type: ignore[arg-type]  # keys are its own
    try:
        return isoparse(words).date()
    except ValueError as error:
        raise UsageError(f"--since {words!r} is no day; write 2026-01-31, or 30d, 6m, 1y") from error
