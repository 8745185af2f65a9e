"""Credits before the text: 本报讯（记者 张三）, 新华社深圳5月12日电, 通讯员 李四 摄影报道."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from nnnews.byline.credit import Credit, parse_credit
from nnnews.byline.names import split_names
from nnnews.byline.offices import is_office, is_outlet
from nnnews.items import Person
from nnnews.text.expressions import expression

_DECORATION = r"[\s□■◎●○▲△◆◇★☆▌※]*"
_OUTLET = (
    r"(?P<outlet>本[报网台刊社站]|新华社|中新社|[\u3400-\u9fffA-Za-z·—-]{1,18}?"
    r"(?:网|报|社|云|台|客户端|融媒体中心|融媒体|融媒|发布|播报|在线|新闻|传媒|杂志|周刊|时讯)"
    r"(?!客户端|新闻|融媒|中心|讯社|网|报(?!道)|·))"
)
_DATELINE = expression(
    rf"{_DECORATION}(?:据|综合)?{_OUTLET}(?P<place>[\u3400-\u9fff、]{{0,8}}?(?:[（(][\u3400-\u9fff]{{1,6}}[）)])?)"
    r"(?:\d{1,2}月)?(?P<day>\d{1,2}日)?(?:讯|电|消息|综合)"
    r"(?:[ \u3000]*[（(](?P<credit>[^（）()]{2,60})[）)](?:讯)?|(?=[ \u3000:：])|(?<=本.讯)"
    r"|(?=[\u3400-\u9fff]{0,4}记者[^，。:：]{2,20}报道))[ \u3000:：]*"
)
# 今日定海讯（记者 倪妮）: any words, but only with a credit behind them; 工作简讯（三则） is a headline.
_SENT = expression(
    r"(?P<outlet>[\u3400-\u9fff]{2,16}?)(?<![简短通快资喜电要])(?:讯|消息(?=[ \u3000]*[（(](?:记者|通讯员)))"
    r"[ \u3000]*[（(](?P<credit>[^（）()]{2,60})[）)][ \u3000:：]*"
)
_BRACKET = expression(rf"{_DECORATION}[（(【](?P<credit>[^（）()【】]{{4,60}})[）)】][ \u3000:：]*")
_REPORT = expression(
    rf"{_DECORATION}(?P<credit>[^，。,！？“：:（(]{{3,50}}?)(?:\d{{1,2}}月)?(?:\d{{1,2}}日)?(?P<report>摄影报道|综合报道|报道|报导)"
    r"(?:[ \u3000:：]+|(?=[\d“《（(])|$)"
)
# 某区融媒体中心（记者 张三）: no 讯, but an outlet and a role.
_NAMED = expression(
    r"(?P<outlet>[\u3400-\u9fff]{3,20})[（(](?P<credit>[^（）()]{0,8}(?:记者|通讯员)[^（）()]{2,40})[）)][ \u3000:：]*"
)
# 【现场】记者 张三 摄像 李四：, 【出镜】本台记者 张三
_ON_AIR = expression(
    r"【(?:现场|出镜|口播|解说)】[ \u3000]*(?P<credit>(?:本台)?记者"
    r"(?:[^，。:：（(]{2,40}(?=[:：])|[ \u3000]*[\u3400-\u9fff]{2,4}(?=[ \u3000:：]|$)))"
)
_GAP = expression(r"[ \u3000]{2,}|\u3000")
_TITLED = expression(rf"{_DECORATION}[\u3400-\u9fff]{{0,12}}?(?:记者|通讯员)")
_SENDING = expression("[讯电]|消息|综合")
_REACH = 60


@dataclass(frozen=True, slots=True)
class Lead:
    """A credit and the text behind it."""

    credit: Credit
    rest: str


def read_lead(line: str) -> Lead | None:
    """The credit a line begins with."""
    head = line[:_REACH]
    if _SENDING.search(head) and (lead := _dateline(line)):
        return lead
    if "记者" in head or "通讯员" in head or "报道" in head:
        return next((lead for lead in _by_title(line) if lead), None)
    return None


def _dateline(line: str) -> Lead | None:
    """本报讯 names nobody; of 新华社深圳5月12日电 the outlet stays."""
    dated = _DATELINE.match(line)
    match = dated or _SENT.match(line)
    if not match:
        return None
    outlet = None if match["outlet"].startswith("本") else match["outlet"]
    if not dated and not (is_outlet(match["outlet"]) or is_office(match["outlet"])):
        outlet = None
    written = match["credit"]
    if written is None:
        return Lead(Credit((), outlet, True), line[match.end() :])
    credit = parse_credit(written) or _untitled(written)
    if credit is None:
        return None
    return Lead(Credit(credit.people, outlet or credit.source, True), line[match.end() :])


def _untitled(written: str) -> Credit | None:
    """本报讯（张三 李四）: who sends a dispatch is a reporter."""
    names = split_names(written)
    return Credit(tuple(Person(name, "reporter") for name in names), None, False) if names else None


def _by_title(line: str) -> Iterator[Lead | None]:
    yield _cut(_ON_AIR.match(line), line)
    yield _cut(_BRACKET.match(line), line)
    named = _NAMED.match(line)
    if named and (is_outlet(named["outlet"]) or is_office(named["outlet"])) and (lead := _cut(named, line)):
        yield replace(lead, credit=replace(lead.credit, source=named["outlet"]))
    report = _REPORT.match(line) if "报道" in line or "报导" in line else None
    if report and (credit := parse_credit(report["credit"] + " " + report["report"])):
        yield Lead(credit, line[report.end() :])
    if _TITLED.match(line):
        yield _before_gap(line)


def _cut(match: re.Match[str] | None, line: str) -> Lead | None:
    credit = parse_credit(match["credit"]) if match else None
    return Lead(credit, line[match.end() :].lstrip(" \u3000:：")) if match and credit and credit.people else None


def _before_gap(line: str) -> Lead | None:
    """本报记者 张三  3月5日上午…: the widest part before a gap that is a credit."""
    for gap in reversed(list(_GAP.finditer(line, 0, _REACH))):
        credit = parse_credit(line[: gap.start()].lstrip("□■◎●○▲△◆◇★☆▌※ "))
        if credit and credit.people and len(line) - gap.end() > 10:
            return Lead(credit, line[gap.end() :])
    return None
