"""Notices of one template: filled with other facts they are other events, however alike they read.

A stock is one set of templates with districts and names of its own: what is tuned on one is judged on another.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from random import Random

import stories_templates_blind
import stories_templates_last
import stories_templates_tuning

from nnnews.demo.places import TOWNS

# {d} district, {t} town of it, {p}, {q} and {r} people, {y} and {y2} years, {m} and {k} month and day,
# {n} figures (each slot its own), {s} the ordinal of a session, {w} the number of a week or issue.
_SLOT = re.compile(r"\{(\w+)\}")
_ORDINALS = [head + ones for head in ("", "十", "二十") for ones in "一二三四五六七八九"]
# What one hard negative changes; the rest of the notice stays.
CHANGES: Mapping[str, tuple[str, ...]] = {
    "district": ("d", "t"),
    "figures": ("n",),
    "date": ("m", "k"),
    "persons": ("p", "q", "r"),
    "person": ("p",),
    "second person": ("q",),
    "session": ("s", "w"),
    "year": ("y", "y2"),
}


@dataclass(frozen=True, slots=True)
class Stock:
    """Templates, and what fills them."""

    templates: tuple[str, ...]
    districts: tuple[str, ...]
    surnames: str
    given: str


_DISTRICTS = tuple(TOWNS)
STOCKS: Mapping[str, Stock] = {
    "tuning": Stock(
        stories_templates_tuning.TEMPLATES,
        _DISTRICTS[0::3],
        "韦覃黄陆莫梁廖蓝",
        "海明文静志远小燕家宁丽萍建国晓东珺琳斌洁",
    ),
    "blind": Stock(
        stories_templates_blind.TEMPLATES,
        _DISTRICTS[1::3],
        "张王刘赵杨徐孙马唐蒋",
        "伟芳秀英娜敏静强磊军洋勇艳杰娟涛明超霞平刚桂红",
    ),
    "last": Stock(
        stories_templates_last.TEMPLATES,
        _DISTRICTS[2::3],
        "罗苏潘农卢甘岑邓庞谭胡郭",
        "春梅永福思琪子昂雪芬立新嘉怡振宇秋月克勤玉兰正华颖锋倩凯薇",
    ),
}


@dataclass(frozen=True, slots=True)
class Notice:
    """A template and the words of its slots, in order."""

    template: str
    words: tuple[str, ...]

    @property
    def text(self) -> str:
        """As printed."""
        words = iter(self.words)
        return _SLOT.sub(lambda _: next(words), self.template)

    @property
    def slots(self) -> list[str]:
        """The letters of its slots, in order."""
        return _SLOT.findall(self.template)


def invent_notice(rng: Random, stock: Stock, template: str) -> Notice:
    """A notice with facts of its own."""
    return Notice(template, _fill(rng, stock, _SLOT.findall(template)))


def alter(rng: Random, stock: Stock, notice: Notice, change: str) -> Notice | None:
    """Another event of the same template that differs in one kind of fact; None when the template has none."""
    letters = CHANGES[change]
    if not set(letters) & set(notice.slots):
        return None
    while True:
        fresh = _fill(rng, stock, notice.slots)
        chosen = zip(notice.slots, notice.words, fresh, strict=True)
        words = tuple(new if slot in letters else old for slot, old, new in chosen)
        if words != notice.words:
            return Notice(notice.template, words)


def alter_figure(rng: Random, notice: Notice) -> Notice | None:
    """The same notice with one figure of it replaced; None when it has none."""
    places = [place for place, slot in enumerate(notice.slots) if slot == "n"]
    if not places:
        return None
    words, place = list(notice.words), rng.choice(places)
    while words[place] == notice.words[place]:
        words[place] = _figure(rng)
    return Notice(notice.template, tuple(words))


def invent_name(rng: Random, stock: Stock) -> str:
    """Two or three characters."""
    return rng.choice(stock.surnames) + "".join(rng.sample(stock.given, 1 if rng.random() < 0.35 else 2))


def _fill(rng: Random, stock: Stock, slots: list[str]) -> tuple[str, ...]:
    district, year = rng.choice(stock.districts), rng.randint(2015, 2025)
    once = {
        "d": district,
        "t": rng.choice(TOWNS[district]),
        **{letter: invent_name(rng, stock) for letter in "pqr"},
        "y": str(year),
        "y2": str(year + 1),
        "m": str(rng.randint(1, 12)),
        "k": str(rng.randint(1, 28)),
    }
    each = {"n": lambda: _figure(rng), "s": lambda: rng.choice(_ORDINALS), "w": lambda: str(rng.randint(1, 5))}
    return tuple(once[slot] if slot in once else each[slot]() for slot in slots)


def _figure(rng: Random) -> str:
    return str(rng.randint(2, 320)) if rng.random() < 0.7 else f"{rng.uniform(1, 90):.1f}"
