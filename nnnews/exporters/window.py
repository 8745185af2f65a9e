"""How many stories a live feed holds.

Each new story writes every feed anew that it stands in, in three formats, with the whole text of all that the feed
holds. So what a feed costs in a day grows with its stories a day and with its length; the length gives way.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta

FOUR_WEEKS = timedelta(days=28)
_SHARE = 4  # of `most`, what a feed holds however busy it is: a quarter


def window(seen: Sequence[datetime], most: int) -> int:
    """`most` stories; fewer when more than that came in four weeks, the fewer the more: twice as many, half of them.

    `seen` tells when the feed's newest stories were first seen; as many as `looked_at`, where there are.
    """
    newest = max(seen, default=None)
    came = sum(newest - when < FOUR_WEEKS for when in seen) if newest else 0
    return most if came <= most else max(fewest(most), most * most // came)


def fewest(most: int) -> int:
    """How many the busiest feed holds."""
    return max(1, most // _SHARE)


def looked_at(most: int) -> int:
    """How many stories tell all that there is to know."""
    return most * _SHARE
