"""Level, bodies and sessions of the congresses an article speaks of."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, NamedTuple

from nnnews.text.expressions import expression

Level = Literal["全国", "自治区", "市", "县区", "乡镇"]
Meeting = Literal["代表大会会议", "常委会会议"]


class Session(NamedTuple):
    """第十四届人大常委会第九次会议 is (14, 9, "常委会会议"); `number` is None where only the term is named."""

    term: int
    number: int | None
    kind: Meeting


class NamedSession(NamedTuple):
    """A session where a text names it. `before` are the words that may say whose it is; `term` may be left out."""

    before: str
    term: int | None
    number: int
    kind: Meeting


@dataclass(frozen=True, slots=True)
class Facts:
    """`level` is that of the congress named first and most; provinces count as 自治区."""

    level: Level | None = None
    bodies: tuple[str, ...] = ()
    sessions: tuple[Session, ...] = ()


# The expressions are compiled at first use (re keeps them): facts are asked for by exports, not by every read.
_TERM = "(?:第?[〇零一二三四五六七八九十百\\d]{1,4}届)?"
# County-level cities of Guangxi: their 市人大 is of county level.
_COUNTY_CITIES = "横州|岑溪|东兴|桂平|北流|荔浦|靖西|平果|合山|凭祥"
_CONGRESS = f"{_TERM}(?:人大|人民代表大会)"
_LEVEL = (
    f"(?P<全国>全国)(?={_CONGRESS})"
    f"|(?P<自治区>自治区|广西(?:壮族自治区)?|(?<!全)省)(?={_CONGRESS})"
    f"|(?P<县区>(?:{_COUNTY_CITIES})市?|(?<!治)[县区旗])(?={_CONGRESS})"
    f"|(?P<市>市)(?={_CONGRESS})"
    f"|(?P<乡镇>[乡镇]|街道)(?={_CONGRESS})"
)
_FIRST = 5
_BEFORE = 12  # characters that hold the name of a congress

# Each body with the words it goes by, and an example.
_BODIES = (
    (
        "常委会",
        "(?:人大|人民代表大会)常委会|常务委员会(?:第|主任|会议|组成)|人大常委(?!会)|常委会组成人员|常委会会议",
        "县人大常委会",
    ),
    ("主任会议", "主任会议", "召开主任会议"),
    (
        "专门委员会",
        "专门委员会|专委会|人大(?:法制|财经|财政经济|监察和?司法|社会建设|环资|环境与资源|农业|教科文卫?)委",
        "财经委",
    ),
    (
        "工作委员会",
        "工作委员会|法工委|预算工委|代表工委|[选人]联工委|人大工委|(?:社会建设|选举联络|城建环资|教科文卫)工委",
        "人大工委",
    ),
    ("代表团", "代表团(?!长期|出访|访问)", "某镇代表团"),
    ("主席团", "(?:大会|会议)主席团|主席团(?:常务主席|会议|成员)", "主席团会议"),
    ("人大主席团", "人大主席团|[乡镇]人大(?!代表)主席", "镇人大主席团"),
    ("代表大会", "人民代表大会(?!常|制度)|人代会|人大[一二三四五六七八九十]{1,3}次会议", "第四次人民代表大会会议"),
    ("选举委员会", "选举委员会", "县选举委员会"),
)

_NUMBER = "[〇零一二三四五六七八九十百]{1,5}|\\d{1,3}"
# 第十五届人大常委会第九次会议, 十七届人大四次会议, 十五届人大常委会召开第20次会议; without 次 the term of office alone.
_SESSION = (
    f"第?(?P<term>{_NUMBER})届(?:"
    f"(?P<body>[^。，,；;、\\n届]{{0,24}}?)第?(?P<number>{_NUMBER})次(?P<sort>\\w{{0,3}}?)会议"
    "|(?P<alone>[^。，,；;、\\n届]{0,12}?(?:人民代表大会|人大)常?))"
)
# 市人大常委会举行第三十一次会议: everybody knows which term.
_TERMLESS = (
    "(?<!届)(?P<body>(?:人大|人民代表大会)(?:常委会|常务委员会)?)(?P<term>)(?P<alone>)"
    f"[^。，,；;、\\n届]{{0,8}}?第(?P<number>{_NUMBER})次(?P<sort>\\w{{0,3}}?)会议"
)
_CLAUSE = expression("[^。，,；;、\\n]{0,10}$")
_OTHER_BODY = expression("政协|政治协商|党委|中央委员|职工|股东|妇女|团委|党代|党的|党员|村民|纪委|董事|理事|全会")


def congress_facts(title: str | None, text: str) -> Facts:
    """What the words say; nothing is inferred from places."""
    joined = f"{title or ''}\n{text}"
    bodies = tuple(name for name, pattern, _ in _BODIES if re.search(pattern, joined))
    return Facts(_level(joined), bodies if "人大" in joined or "人民代表大会" in joined else (), _sessions(joined))


def named_sessions(text: str) -> Iterator[NamedSession]:
    """Each whole session where it is named by its number, in the order of the text."""
    hits = [hit for hit in re.finditer(_SESSION, text) if hit["number"]]
    spans = [hit.span() for hit in hits]
    hits += [
        hit for hit in re.finditer(_TERMLESS, text) if not any(s < hit.end() and hit.start() < e for s, e in spans)
    ]
    for hit in sorted(hits, key=lambda hit: hit.start()):
        session = _session(hit, text)
        if session and session.number:
            before = text[max(0, hit.start() - _BEFORE) : hit.start()] + (hit["body"] or "")
            yield NamedSession(before, session.term or None, session.number, session.kind)


def _level(text: str) -> Level | None:
    """The level named most, the first one counting more: the title says whose news it is."""
    hits = [hit.lastgroup for hit in re.finditer(_LEVEL, text) if hit.lastgroup]
    if not hits:
        return None
    counts = Counter(hits)
    counts[hits[0]] += _FIRST
    return counts.most_common(1)[0][0]  # type: ignore[return-value]


def _sessions(text: str) -> tuple[Session, ...]:
    """Each session once, in the order of the text; a term of office alone only where no session of it is named."""
    found = [session for hit in re.finditer(_SESSION, text) if (session := _session(hit, text))]
    numbered = {(session.term, session.kind) for session in found if session.number}
    return tuple(dict.fromkeys(s for s in found if s.number or (s.term, s.kind) not in numbered))


def _session(hit: re.Match[str], text: str) -> Session | None:
    """None for the meetings of 政协, parties, companies and of bodies that are not named."""
    body = hit["body"] or hit["alone"] or ""
    clause = _CLAUSE.search(text, max(0, hit.start() - 10), hit.start())
    if _OTHER_BODY.search((clause.group() if clause else "") + body) or not _is_congress(body, text):
        return None
    kind: Meeting = "常委会会议" if "常" in body else "代表大会会议"
    whole = hit["number"] and hit["sort"] in ("", "全体")
    return Session(_value(hit["term"]), _value(hit["number"]) if whole else None, kind)


def _is_congress(body: str, text: str) -> bool:
    """十五届四次会议 without a body is the congress's where the text names one."""
    return "人大" in body or "代表大会" in body or (not body and "人大" in text)


_DIGITS = {digit: value for value, digit in enumerate("零一二三四五六七八九")} | {"〇": 0}


def _value(numeral: str) -> int:
    """十四 is 14, 二十 20, 一百零三 103, 14 itself."""
    if numeral.isdigit() and numeral.isascii():
        return int(numeral)
    total, digit = 0, 0
    for character in numeral:
        if character in _DIGITS:
            digit = _DIGITS[character]
        else:
            total += (digit or 1) * (10 if character == "十" else 100)
            digit = 0
    return total + digit
