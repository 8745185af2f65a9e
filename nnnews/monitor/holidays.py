"""Days on which a silence says nothing: the long public holidays of China, with the days that are moved around them.

Which working days are exchanged is announced each autumn and not known here; the margins of a day or two are for that.
Weekends and shorter holidays are learned. The table of the Spring Festival is to be continued before its end; after it
a holiday is what the peers of a site show (`together`).
"""

from datetime import date, timedelta
from functools import cache

_FIXED = (((12, 31), 4), ((4, 3), 5), ((4, 29), 8), ((9, 29), 12))  # New Year, Qingming, Labour Day, National Day
_SPRING = (
    "2025-01-29 2026-02-17 2027-02-06 2028-01-26 2029-02-13 2030-02-03 2031-01-23 2032-02-11 "
    "2033-01-31 2034-02-19 2035-02-08 2036-01-28 2037-02-15 2038-02-04 2039-01-24 2040-02-12"
)
_BEFORE, _LONG = timedelta(3), timedelta(13)


@cache
def is_holiday(day: date) -> bool:
    """Whether the day lies in a long holiday or next to one."""
    starts = [date.fromisoformat(text) - _BEFORE for text in _SPRING.split()]
    fixed = [(date(year, *start), timedelta(days)) for year in (day.year - 1, day.year) for start, days in _FIXED]
    return any(start <= day < start + long for start, long in (*((one, _LONG) for one in starts), *fixed))
