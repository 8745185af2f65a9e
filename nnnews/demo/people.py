"""Invented names: surnames of the region and given names of one or two characters."""

from random import Random

_SURNAMES = "韦覃黄陆莫梁廖蓝罗苏潘农卢甘岑邓庞谭李陈周何吴林"
_GIVEN_TWO = "海明文静志远小燕家宁丽萍建国晓东春梅永福思琪子昂雪芬立新嘉怡振宇秋月克勤玉兰正华"
_GIVEN_ONE = "珺琳斌洁涛颖超敏锋倩凯薇"


def invent_name(rng: Random) -> str:
    """Two or three characters."""
    surname = rng.choice(_SURNAMES)
    if rng.random() < 0.35:
        return surname + rng.choice(_GIVEN_ONE)
    start = rng.randrange(0, len(_GIVEN_TWO), 2)
    return surname + _GIVEN_TWO[start : start + 2]


def printed_name(name: str, spaced: bool) -> str:
    """As newspapers set it: a name of two characters may be spread with a full-width space."""
    return "　".join(name) if spaced and len(name) == 2 else name
