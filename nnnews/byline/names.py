"""Personal names: which runs of characters are names, and where one name ends and the next begins."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from nnnews.text.expressions import expression

_HAN = "\u3400-\u9fff"
_SEPARATORS = expression(r"[、，,;；/&]+|[ \u3000]+(?=[和与][ \u3000])|(?<=[ \u3000])[和与][ \u3000]+")
_SPACES = expression(r"[ \u3000?\u3013]+")  # a mirror destroys the space inside a name as well: 冯?文
_DOT = expression(r"[•・‧∙．.]")
_MINORITY = expression(rf"[{_HAN}]{{1,8}}(?:·[{_HAN}]{{1,8}}){{1,4}}")
_WORD = expression(rf"[{_HAN}]{{2,40}}")
_HANDLE = expression(r"[A-Za-z][A-Za-z0-9_.-]{1,19}")
# What follows 记者 and is no name, however well the label promises one: 记者 观察, 本报记者 昨日.
_NO_PEN_NAMES = expression(
    "观察|调查|手记|感言|札记|见闻|走访|获悉|了解|看到|看见|注意|发现|采访|从|在|于|昨|今|近|日前|说|问|直击|体验|追踪|视角|眼中"
    "|之家|现场|报道|跟随|来到|走进|前往|随|当|一行|团|站|会|节|证|协会|招聘|培训|来源|时间|日期|发布|点击|浏览|阅读|字号|字体|分享"
    "|打印|关闭|上一|下一|更多|返回|首页|作品|提供|资料|视频|链接"
)
_NAME = 100  # what a name costs; 540 surnames make a difference of at most 10
# Words of `not_names.txt` that people are called as well: believed behind a label.
_ALSO_NAMES = frozenset(
    ("陆川", "凌云", "江南", "田林", "田东", "平安", "安心", "温暖", "向上", "白天", "夏日", "安吉")
)
# No given name ends in these; offices and phrases do.
_NO_LAST = frozenset("的了们县镇局厅署省网讯委")


@cache
def _no_names() -> frozenset[str]:
    """Words that stand where a name could, begin with a surname, and are none: 全文, 高清, 马山."""
    return frozenset(files(__package__).joinpath("not_names.txt").read_text(encoding="utf-8").split())


@dataclass(frozen=True, slots=True)
class _Surnames:
    """`ranks`: single ones, the commonest 0; those of `common` are met often. `double`: 欧阳."""

    ranks: Mapping[str, int]
    common: frozenset[str]
    double: frozenset[str]


@cache
def _surnames() -> _Surnames:
    table = files(__package__).joinpath("surnames.txt").read_text(encoding="utf-8")
    common, other, double = (line.partition(" ")[2] for line in table.splitlines())
    ranks = {surname: rank for rank, surname in enumerate(common + other)}
    return _Surnames(ranks, frozenset(common), frozenset(double.split()))


@cache
def _given() -> Mapping[str, str]:
    """The characters that people are commonly named with, each with its syllable."""
    table = files(__package__).joinpath("given_names.txt").read_text(encoding="utf-8")
    lines = (line.partition(" ") for line in table.splitlines())
    return {character: syllable for syllable, _, characters in lines for character in characters}


def is_usual_name(word: str) -> bool:
    """A common surname and one or two characters that many people are named with: 韦海明, but not 时指出."""
    double = len(word) > 2 and word[:2] in _surnames().double
    given = word[2 if double else 1 :]
    return (
        (double or word[:1] in _surnames().common)
        and 1 <= len(given) <= 2
        and all(character in _given() for character in given)
    )


def sounds_alike(one: str, other: str) -> bool:
    """Whether two characters of given names are read alike, whatever the tone: 明 and 铭, a slip of the typist."""
    return one in _given() and _given()[one] == _given().get(other)


def has_surname(word: str) -> bool:
    """Whether the word begins with a surname, single or double."""
    return word[:1] in _surnames().ranks or word[:2] in _surnames().double


def split_names(run: str, labelled: bool = False) -> tuple[str, ...] | None:
    """The names a run consists of, or None when any part of it is not a name.

    `文新军孙敏` is two names, `韦　珺` one. `labelled`: a label promises names, so that one without a known
    surname (a pen name, 格桑边觉) is believed.
    """
    words = [word for part in _SEPARATORS.split(_DOT.sub("·", run)) for word in _joined(_words(part))]
    names: list[str] = []
    for word in words:
        found = _names_in(word, labelled)
        if not found:
            return None
        names += found
    return tuple(names) or None


def is_handle(word: str) -> bool:
    """An editor's Latin handle (`redcloud`), as content systems print it; the system's own accounts are none."""
    return bool(_HANDLE.fullmatch(word)) and word.lower() not in {"admin", "administrator", "root", "null", "undefined"}


def _words(part: str) -> list[str]:
    words = [word for word in _SPACES.split(part) if word]
    if words and len(words[-1]) > 2 and words[-1].endswith("等"):
        words[-1] = words[-1][:-1]
    return words


def _joined(words: list[str]) -> list[str]:
    """Two-character names are printed with a space inside, to be as wide as the others: 冯　文."""
    joined: list[str] = []
    halves = iter(words)
    for word in halves:
        joined.append(word + next(halves, "") if len(word) == 1 else word)
    return joined


def _names_in(word: str, labelled: bool) -> tuple[str, ...]:
    if _MINORITY.fullmatch(word):
        return (word,)
    if not _WORD.fullmatch(word) or word[-1] in _NO_LAST:
        return ()
    if word in _no_names():
        return (word,) if labelled and word in _ALSO_NAMES else ()
    if len(word) <= 4 and (names := _short(word)):
        return names
    if len(word) > 4:
        return _parted(word)
    return (word,) if labelled and not _NO_PEN_NAMES.match(word) else ()


def _short(word: str) -> tuple[str, ...]:
    """Two to four characters: one name, unless the third of four is a common surname."""
    if len(word) < 4:
        return (word,) if has_surname(word) else ()
    surnames = _surnames()
    if word[:2] in surnames.double:
        return (word,)
    if has_surname(word) and word[2] in surnames.common:
        return word[:2], word[2:]
    return (word,) if has_surname(word) and word[1] in surnames.ranks else ()


def _parted(run: str) -> tuple[str, ...]:
    """The fewest names that make up the run, common surnames first; empty when none do."""
    best: list[tuple[int, tuple[str, ...]] | None] = [(0, ())] + [None] * len(run)
    for end in range(2, len(run) + 1):
        ways = [
            (before[0] + cost, (*before[1], run[start:end]))
            for start in range(max(0, end - 4), end - 1)
            if (before := best[start]) is not None and (cost := _cost(run[start:end])) is not None
        ]
        best[end] = min(ways, default=None)
    last = best[-1]
    return last[1] if last else ()


def _cost(name: str) -> int | None:
    """Each name costs; a rare surname costs a little more. None when it cannot be a name."""
    surnames = _surnames()
    if name[-1] in _NO_LAST or name in _no_names():
        return None
    if name[:2] in surnames.double and len(name) > 2:
        return _NAME
    rank = surnames.ranks.get(name[0])
    return None if rank is None or len(name) == 4 else _NAME + rank // 50
