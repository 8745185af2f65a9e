"""How the addresses of a site's articles look, told by those that its headlines lead to.

An address is cut at its numbers: /xwzx/202611/t20261120_8812.html and /rdyw/202610/t20261031_8790.html are of one
form. Numbers that make a day become the groups of a day, the last number is the article's. Folders named in words are
columns and of no account, unless all columns have one in common (/p/) or it is a usual one.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple
from urllib.parse import parse_qsl, urlsplit

from nnnews.platforms.addresses import ArticleURL

_HEADLINE = 9  # characters; the name of a column is shorter
_FEWEST = 3  # headlines that make a form
_SECOND = 0.3  # share of the first form's headlines that makes a second one
_MOST = 2
_COUNTER = 5  # digits from which a number is the site's own counter, not one that begins anew each day

_TELLING = 3  # characters from which a value in a query may be an article's, whatever its name: ?p=512
_ID_NAMES = ("id", "aid", "nid", "newsid", "articleid", "infoid", "contentid", "docid", "itemid", "cid", "uuid")
_USUAL_FOLDERS = "p a c art article articles content con cont detail details doc html info node show view"
_USUAL = frozenset(_USUAL_FOLDERS.split())
_DAYS = (
    (r"20\d\d-\d\d-\d\d", r"(?P<ymd>20\d\d-\d\d-\d\d)"),
    (r"20\d\d/\d\d/\d\d", r"(?P<ymd>20\d\d/\d\d/\d\d)"),
    (r"20\d\d[01]\d/[0-3]\d", r"(?P<ym>20\d{4})/(?P<d>\d\d)"),
    (r"20\d\d-[01]\d/[0-3]\d", r"(?P<ym>20\d\d-\d\d)/(?P<d>\d\d)"),
    (r"20\d\d/[01]\d[0-3]\d", r"(?P<ymd>20\d\d/\d{4})"),
    (r"20\d\d[01]\d[0-3]\d", r"(?P<ymd>20\d{6})"),
)
# KDJ8F9S005346936: letters and digits mixed, but not c5531 or 2026nzwdt
_MIXED = r"(?![A-Za-z]+\d+(?![0-9A-Za-z]))(?!\d+[A-Za-z]+(?![0-9A-Za-z]))(?=[A-Za-z]*\d)(?=\d*[A-Za-z])[0-9A-Za-z]{8,}"
_HEX = r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|(?=[0-9a-f]*[a-f])(?=[a-f]*\d)[0-9a-f]{12,}"
_TOKEN = re.compile(
    rf"(?P<day>(?<!\d)(?:{'|'.join(shown for shown, _ in _DAYS)})(?!\d))"
    rf"|(?P<hex>(?<![0-9a-z])(?:{_HEX})(?![0-9a-z]))"
    rf"|(?P<mixed>(?<![0-9A-Za-z]){_MIXED}(?![0-9A-Za-z/]))|(?P<number>\d+)|(?P<folder>(?<=/)[\w.-]*[A-Za-z][\w.-]*(?=/))"
)
_SLUG = re.compile(
    rf"(?P<day>{'|'.join(shown for shown, _ in _DAYS)})/(?P<id>[A-Za-z][\w-]+)"
    r"(?P<behind>/(?:\w+\.s?html?)?|\.s?html?)?"
)
_IDS = ("number", "hex", "mixed")
_COLUMNS = re.compile(r"/(?P<columns>(?:(?=[^/]*[A-Za-z])[\w.-]+/)*)(?P<rest>.*)", re.S)
_ANY = r"(?:[\w.-]+/)*"  # whatever columns
_HTML = r"\.s?html?"


class _Cut(NamedTuple):
    """An address cut at its numbers: expressions of what stands before, as and behind its id, and the id itself."""

    columns: tuple[str, ...]
    before: str
    kind: str
    behind: str
    id: str

    @property
    def dated(self) -> bool:
        """Whether the address tells the day."""
        return "(?P<ym" in self.before


@dataclass(slots=True)
class _Form:
    """What was met of one form: under each address how it was cut and the words that led there."""

    cuts: dict[str, _Cut] = field(default_factory=dict)
    headlines: set[str] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class ArticleForm:
    """A form, how many headlines lead to addresses of it, and one of these."""

    kind: ArticleURL
    headlines: int
    example: str


def find_forms(links: Iterable[tuple[str, str]]) -> tuple[ArticleForm, ...]:
    """The forms of the addresses that headlines lead to, out of (address, words): the two most frequent at most."""
    forms: dict[tuple[str, ...], _Form] = {}
    for url, words in links:
        if cut := _cut(url):
            form = forms.setdefault((cut.before, cut.kind, cut.behind), _Form())
            form.cuts[url] = cut
            if len(words) >= _HEADLINE:
                form.headlines.add(url)
    ranked = sorted(forms.values(), key=lambda form: len(form.headlines), reverse=True)
    enough = max(_FEWEST, len(ranked[0].headlines) * _SECOND) if ranked else _FEWEST
    # A form of which most links are short words is that of the columns.
    kept = [one for one in ranked if len(one.headlines) >= enough and len(one.headlines) * 2 >= len(one.cuts)]
    return tuple(_article_form(form) for form in kept[:_MOST])


def _article_form(form: _Form) -> ArticleForm:
    cuts, example = [form.cuts[url] for url in sorted(form.headlines)], min(form.headlines)
    first = cuts[0]
    ids, columns = [cut.id for cut in cuts], _columns({cut.columns for cut in cuts})
    expression = f"/{columns}{first.before}(?P<id>{_id(first, columns, ids)}){_part(cuts)}{first.behind}"
    anew = first.dated and (len(set(ids)) < len(ids) or max(map(len, ids)) < _COUNTER)
    kind = ArticleURL(re.compile(expression), "{day}-{id}" if anew else "{id}")
    return ArticleForm(kind, len(form.headlines), example)


def _id(cut: _Cut, columns: str, ids: list[str]) -> str:
    """Behind any folders a number is an article's only if about as long as those met: /news/2.html is a list's page."""
    digits = min(map(len, ids)) - 1
    is_bare = cut.kind == r"\d+" and not cut.before and columns in ("", _ANY)
    return rf"\d{{{digits},}}" if is_bare and digits > 1 else cut.kind


def _columns(met: set[tuple[str, ...]]) -> str:
    """The folders in words: those at the end that all have stay, where others differ or the word is a usual one."""
    shared: list[str] = []
    for names in zip(*(reversed(columns) for columns in met), strict=False):
        if len(set(names)) > 1 or (len(met) == 1 and names[0] not in _USUAL):
            break
        shared.insert(0, re.escape(names[0]) + "/")
    free = max(map(len, met)) > len(shared) or len(met) == 1
    return (_ANY if free else "") + "".join(shared)


def _part(cuts: list[_Cut]) -> str:
    """The number of a later part of a long article, which stands behind a counter: 8812_2.html."""
    counted = cuts[0].kind == r"\d+" and min(len(cut.id) for cut in cuts) >= _COUNTER
    return r"(?:_\d{1,2})?" if counted and cuts[0].behind == _HTML else ""


def _cut(url: str) -> _Cut | None:
    """None for an address that tells no article."""
    parts = urlsplit(url)
    if parts.query:
        asked = dict(parse_qsl(parts.query))
        named = next((name for wanted in _ID_NAMES for name in asked if name.lower() == wanted), "")
        name = named or next((name for name, value in asked.items() if len(value) >= _TELLING and _kind(value)), "")
        if name and (kind := _kind(asked[name])):
            before = re.escape(parts.path[1:]) + r"\?" + _told(asked) + rf"(?:.*&)?{re.escape(name)}="
            return _Cut((), before, kind, "(?:&.*)?", asked[name])
    found = _COLUMNS.fullmatch(parts.path)
    return _cut_path(tuple(found["columns"].split("/")[:-1]), found["rest"]) if found else None


def _told(asked: Mapping[str, str]) -> str:
    """What words in the query say of the page: ?a=show is an article, ?a=lists a column."""
    words = [(name, value) for name, value in asked.items() if re.fullmatch(r"[A-Za-z]{1,12}", value)]
    return "".join(rf"(?=(?:.*&)?{re.escape(name)}={value}(?:&|$))" for name, value in words)


def _kind(value: str) -> str:
    if value.isdecimal() and value.isascii():
        return r"\d+"
    if re.fullmatch(_HEX, value):
        return "[0-9a-f-]+"
    return "[0-9A-Za-z]{8,}" if re.fullmatch(_MIXED, value) else ""


def _cut_path(columns: tuple[str, ...], rest: str) -> _Cut | None:
    tokens = list(_TOKEN.finditer(rest))
    last = next((token for token in reversed(tokens) if token.lastgroup in _IDS), None)
    if last is None or "/" in rest[last.end() :].rstrip("/"):
        return _cut_words(columns, rest)
    before, place = "", 0
    for token in tokens[: tokens.index(last)]:
        before += re.escape(rest[place : token.start()]) + _expression(token, before)
        place = token.end()
    before += re.escape(rest[place : last.start()])
    return _Cut(columns, before.replace(r"\-", "-"), _kind(last[0]), _generous(rest[last.end() :]), last[0])


def _cut_words(columns: tuple[str, ...], rest: str) -> _Cut | None:
    """The words that stand behind a day: /2026/11/20/daibiao-shicha/."""
    found = _SLUG.fullmatch(rest)
    if not found:
        return None
    day = next(named for shown, named in _DAYS if re.fullmatch(shown, found["day"]))
    return _Cut(columns, f"{day}/", r"[\w-]+", _generous(found["behind"] or ""), found["id"])


def _generous(behind: str) -> str:
    """What stands behind the id: .html means .htm and .shtml, too."""
    return re.sub(r"\\\.s?html?$", lambda _: _HTML, re.escape(behind))


def _expression(token: re.Match[str], before: str) -> str:
    """A second day in one address (/202611/20/t20261120_8812.html) is only a number."""
    if token.lastgroup == "folder":
        return r"[\w.-]+"
    if token.lastgroup in _IDS:
        return _kind(token[0])
    shown, named = next(day for day in _DAYS if re.fullmatch(day[0], token[0]))
    return shown if "(?P<ym" in before else named
