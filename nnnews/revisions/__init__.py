"""What changed in an article between two readings of its page, and whether it is worth telling. Pure functions.

comparison.py   compare(old, new) -> Change | None   real or boring; None when title and text are the same
difference.py   differ(old, new, names) -> pieces    kept, out and in, in the order of reading
essence.py      essence(text)                        what is left when spacing, counters and stamps are not looked at
reader.py       reader_version(site)                 changes whenever pages may be read otherwise than before
"""

from nnnews.revisions.change import Change, FigureChange, Piece
from nnnews.revisions.comparison import compare
from nnnews.revisions.reader import reader_version

__all__ = ["Change", "FigureChange", "Piece", "compare", "reader_version"]
