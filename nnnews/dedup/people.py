"""Two people, or two lists of them, in one place of two aligned texts."""

import re
from itertools import product

from nnnews.byline.names import has_surname, is_usual_name, sounds_alike, split_names
from nnnews.dedup.words import core

_MOST = 16  # characters of a list of names
_LONGEST = 3  # characters of an unusual name
_REACHES = tuple(product(range(3), range(3)))  # characters of a name that both texts have, before it and behind it

# Behind these a name stands …
_OFFICE = re.compile(
    "(?:[人员长者师生工手民户士告官]|主任|书记|代表|主席|老板|[蔗菜果茶花]农|[经总助代]理|监督|教授|专家|主播|干事|同志|由|请|任命|免去|接受|选举|推选|提名|确认|确定)$"
)
# … and before these: what people do, or an office that follows the name.
_ACTS = re.compile(
    "[为说在作任等的是就把、]|表示|介绍|主持|带队|带头|带领|率|同志|指出|强调|担任|当选|参加|出席|宣读|报告|汇报|讲话|发言|建议|提醒|告诉|认为|深入|来到"
    "|代表|主任|书记|主席|委员|局长|院长|县长|区长|市长|镇长|乡长|部长|处长|科长|校长|副|老师|医生|先生|女士|辞去|现任|拟任|因|负责|分别|一行|陪同|两位|客串|高兴"
)


def other_people(one: str, two: str, before: str, after: str) -> tuple[str, str] | None:
    """The names that both texts have there, whole; None when these are no names, or those of one person.

    A slip of the pen in a name keeps its sound.
    """
    if max(len(one), len(two)) > _MOST:
        return None
    for left, right in _REACHES:
        if left <= len(before) and right <= len(after):
            head, tail = before[len(before) - left :], after[:right]
            names = head + one + tail, head + two + tail
            if _are_people(*names, before[: len(before) - left], after[right:]):
                return names
    return None


def _are_people(one: str, two: str, before: str, after: str) -> bool:
    """Unusual names are believed behind an office, two that differ in one character where people are spoken of."""
    if not (has_surname(one) and has_surname(two)):
        return False
    names, others = split_names(one), split_names(two)
    if names is None or others is None:
        return False
    own, other = core(one, two)
    if all(map(is_usual_name, names + others)):
        spoken = _OFFICE.search(before) or _ACTS.match(after)
        return max(len(own), len(other)) > 1 or bool(spoken and not sounds_alike(own, other))
    named = min(len(own), len(other)) > 1 and max(map(len, names + others)) <= _LONGEST
    return named and _OFFICE.search(before) is not None
