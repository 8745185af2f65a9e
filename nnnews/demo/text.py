"""Composing invented news: a genre, a place, a matter and people become a story that knows its truth."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from random import Random

from nnnews.demo.credits import invent_credit
from nnnews.demo.genre import PHOTO, Genre, city_genres, congress_genres, matters
from nnnews.demo.people import invent_name
from nnnews.demo.places import CITY, CITY_WIDE, TOWNS
from nnnews.demo.slots import Filler
from nnnews.demo.truth import Story

_LAWS = (
    "《南宁市物业管理条例》",
    "《南宁市养犬管理条例》",
    "《广西壮族自治区消防条例》",
    "《中华人民共和国农产品质量安全法》",
)
_DRAFTS = ("停车场管理条例", "生活垃圾分类管理条例", "大明山保护管理条例", "社区养老服务条例")
_HAN = "零一二三四五六七八九"
_CONGRESS_SHARE = 0.72


class Newsroom:
    """Writes stories, one after the other, out of one seeded source of chance."""

    def __init__(self, seed: int) -> None:
        self.rng = Random(seed)
        self._written = 0
        self._titles: set[str] = set()

    def write(self, published: datetime, source: str, genre: Genre | None = None, *, long: bool = False) -> Story:
        """A story of some hundred characters; a `long` one uses every sentence of its genre."""
        genre = genre or self._genre()
        place = self.rng.choice([*TOWNS, CITY] if not genre.local else list(TOWNS))
        filler = Filler(self.rng, self._words(place, published))
        paragraphs = self._paragraphs(genre, filler, long)
        credit = invent_credit(self.rng, source, photo=genre is PHOTO)
        self._written += 1
        return Story(
            id=f"s{self._written:05d}",
            genre=genre.name,
            title=self._title(genre, filler.words),
            paragraphs=paragraphs,
            published=published,
            source=source,
            congress=genre.congress,
            district=None if place == CITY else place,
            figures=tuple(filler.figures),
            byline=credit.people,
            lead=credit.lead,
            tail=credit.tail,
            editor=credit.editor,
        )

    def congress_genre(self) -> Genre:
        """Any genre about people's congresses."""
        return self.rng.choice(congress_genres())

    def _genre(self) -> Genre:
        return self.congress_genre() if self.rng.random() < _CONGRESS_SHARE else self.rng.choice(city_genres())

    def _title(self, genre: Genre, words: Mapping[str, str]) -> str:
        """A headline not used before, if a few tries find one: real papers repeat theirs, too."""
        tries = [Filler(self.rng, words).fill(self.rng.choice(genre.titles)) for _ in range(6)]
        title = next((title for title in tries if title not in self._titles), tries[0])
        self._titles.add(title)
        return title

    def _paragraphs(self, genre: Genre, filler: Filler, long: bool) -> tuple[str, ...]:
        count = len(genre.middles) if long else min(len(genre.middles), self.rng.randint(6, 9))
        middles = self.rng.sample(genre.middles, count)
        plan = [self.rng.choice(genre.openings)]
        plan += ["".join(middles[start : start + 2]) for start in range(0, count, 2)]
        plan += [self.rng.choice(genre.closings)] if genre.closings else []
        return tuple(filler.fill(template) for template in plan)

    def _words(self, place: str, published: datetime) -> dict[str, str]:
        """The words of one story; a story of the whole city names no town."""
        rng = self.rng
        day = published - timedelta(days=rng.randint(0, 2))
        return {
            **{role: invent_name(rng) for role in ("chief", "member", "delegate", "neighbour")},
            **rng.choice(matters()),
            "place": place,
            "org": f"{place}人大常委会",
            "town": CITY_WIDE if place == CITY else rng.choice(TOWNS[place]),
            "day": _day(day),
            "dayafter": _day(day + timedelta(days=2)),
            "daynum": str(rng.randint(5, 25)),
            "law": rng.choice(_LAWS),
            "draft": f"南宁市{rng.choice(_DRAFTS)}",
            "term": f"第{_ordinal(rng.randint(12, 18))}届",
            "ordinal": _ordinal(rng.randint(3, 46)),
        }


def _day(moment: datetime) -> str:
    return f"{moment.month}月{moment.day}日"


def _ordinal(number: int) -> str:
    """Chinese numeral of 1 to 99: 三, 十, 十二, 四十六."""
    tens, ones = divmod(number, 10)
    head = f"{_HAN[tens] if tens > 1 else ''}十" if tens else ""
    return head + (_HAN[ones] if ones else "")
