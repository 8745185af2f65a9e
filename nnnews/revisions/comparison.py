"""Two readings of an article compared: what changed, and whether it is news."""

import re

from nnnews.items import Article
from nnnews.revisions.change import Change, Kind
from nnnews.revisions.difference import differ
from nnnews.revisions.essence import essence, fold
from nnnews.revisions.judgement import Readings, boring_grounds
from nnnews.revisions.numbers import figure_changes

_CUT = re.compile(r"(?:…|\.{3})+\s*$")
# 标题_某某网, 标题 - 某某新闻: what a page's <title> adds to the headline.
_SITE = re.compile(r"\s*[-_|—–·]+\s*[^，。]{2,20}$")


def compare(old: Article, new: Article) -> Change | None:
    """None when title and text are the same to the character. Both read by one and the same reader."""
    if (old.title, old.text) == (new.title, new.text):
        return None
    names = {place.name for article in (old, new) for place in article.places}
    title, text = differ(old.title or "", new.title or "", names), differ(old.text, new.text, names)
    grounds = _grounds(old, new)
    kind: Kind = "real" if grounds is None else "boring"
    figures = figure_changes(text, old.figures, new.figures) if grounds is None else ()
    return Change(kind, title, text, figures, tuple(sorted(grounds or ())))


def _grounds(old: Article, new: Article) -> frozenset[str] | None:
    """Why neither the title's change nor the text's is news; None when one of them is."""
    if not _say_the_same(old.title or "", new.title or ""):
        return None
    before, after = essence(old.text), essence(new.text)
    grounds = boring_grounds(before, after, Readings.of(old, new))
    return None if grounds is None else grounds | (before.grounds ^ after.grounds) or frozenset({"spacing"})


def _say_the_same(old: str, new: str) -> bool:
    """Also where one of them is cut short, or bears the site's name."""
    own, others = fold(old), fold(new)
    if own == others or fold(_SITE.sub("", old)) == others or own == fold(_SITE.sub("", new)):
        return True
    return _is_cut_of(old, others) or _is_cut_of(new, own)


def _is_cut_of(title: str, whole: str) -> bool:
    return _CUT.search(title) is not None and whole.startswith(fold(_CUT.sub("", title)))
