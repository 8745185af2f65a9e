"""The noun phrase before a number and behind its unit, cut out of the clause."""

import re
from functools import lru_cache
from typing import NamedTuple

from nnnews.figures.cuts import cuts

# 占, 仅为, 分别达, 一行: what stands between a noun and its number
_LINKS = re.compile(
    "(?:分别|共计|合计|总计|共有|共|仅有|仅为|仅|只有|约为|约占|(?<![签节合条契预])约|占到|占|已有|已|有|各有|各|均|都|也|就|为|是|达到|达|了"
    "|累计|平均|大约|最高|高达|多达|可达|要|须|需|期限|的|又|还|才|却|将|以|近|按|由|从|自|一般|一行|每|[0-9]{4}年|增至|升至|降至|减至"
    "|超)+$"
)
_PARENTHESIS = re.compile("[（(][^（）()]{0,12}[）)]$")
# “代表之家”129个, 《规定》共11章, 成人票原价：279元
_NAMED = re.compile("([^“”‘’「」《》，。；！？：:\n]{2,14})[”’」》：:]$")
_SIGNS = '，,。；;：:！!？?\n\u3000“”‘’"（）()《》、—…'
BOUNDARY = re.compile(f"[{_SIGNS}]")
_WITHIN = re.compile(f"[^{_SIGNS}]*")
_ENDS = re.compile(f"[0-9{_SIGNS}]")
_REACH = 28
_LONGEST = 14


class Clause(NamedTuple):
    """The noun before the number, the last verb before the noun, and the noun before that verb."""

    noun: str
    verb: str
    topic: str


def clause_before(text: str, previous: int, start: int) -> str:
    """The words from the clause's or the last figure's end to the number, a name in quotes or before a colon too."""
    window = text[max(previous, start - _REACH) : start]
    if window[-1:] in ("）", ")"):
        window = _PARENTHESIS.sub("", window)
    clause = _last_clause(window)
    if len(clause) > 3 or _LINKS.sub("", clause):
        return clause
    named = _NAMED.search(window, 0, len(window) - len(clause))
    return named.group(1) + clause if named else clause


def _last_clause(window: str) -> str:
    """What follows the last boundary; read backwards, as that is quicker than to split at all of them."""
    behind = _WITHIN.match(window[::-1])
    return window[len(window) - behind.end() :] if behind else ""


@lru_cache(maxsize=4096)  # a figure asks for its clause more than once, and 其中 or 同比增长 come again and again
def parse(clause: str) -> Clause:
    """走访企业 → noun 企业, verb 走访; 候车时间缩短 → verb 缩短, topic 候车时间."""
    clause = _LINKS.sub("", clause)
    verb, topic, begin = "", "", 0
    for cut in cuts(clause):
        topic = clause[begin : cut.start] or topic
        begin = cut.end
        verb = cut.verb or (verb if begin == len(clause) else "")
    return Clause(trim(clause[begin:]), verb, trim(topic))


def trim(noun: str) -> str:
    """At most a short phrase, without particles at its ends."""
    noun = noun.strip(" 的之·,.\t").removeprefix("后的")
    return noun.rpartition("的")[2][-_LONGEST:] if len(noun) > _LONGEST else noun


def behind(text: str, start: int, limit: int, self_noun: bool) -> Clause:
    """The noun phrase right behind the unit, before `limit`: 500多名|各级人大代表|参与.

    A verb there is part of the noun (3个改造小区), unless the unit is its own noun (30人参加).
    """
    window = _ENDS.split(text[start : min(limit, start + _LONGEST + 4)], maxsplit=1)[0]
    linked = window.startswith("的")
    window = whole = window[linked:]
    verb = ""
    for cut in cuts(window):
        if cut.verb and cut.start == 0:
            verb = cut.verb
            if (linked or not self_noun) and len(window) - cut.end >= 2:
                continue
        window = window[: cut.start]
        break
    if not window and not self_noun and "的" in whole:  # 120条有价值的意见
        window = whole.rpartition("的")[2]
    window = window.removesuffix("中")
    return Clause(trim(window) if window[:1].isalpha() and window != verb else "", verb, "")
