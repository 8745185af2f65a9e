"""Rows of labelled fields: `时间：2024-07-11 15:30   来源：南宁人大网 [字号：大 中 小]`."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from nnnews.byline.credit import parse_credit
from nnnews.byline.offices import is_outlet
from nnnews.byline.roles import LONG_ROLE
from nnnews.items import Person

_SOURCE = (
    "信息来源|稿件来源|文章来源|新闻来源|来稿来源|本文来源|原文来源|来源网站|来源单位|来源|稿源|转载自|摘自|转自|出处|原载|供稿单位"
    "|发文机关|发布机构|发布单位"
)
_TIME = (
    "发布时间|发布日期|发表时间|发表日期|撰写时间|成文日期|更新时间|更新日期|上传时间|发稿时间|公开日期|录入时间"
    "|发布于|时间|日期"
)
_OTHER = (
    "点击次数|点击数|点击量|点击|浏览次数|浏览量|浏览数|浏览|阅读次数|阅读量|阅读|访问量|访问|人气|字号|字体大小|字体|分享到|分享|打印"
    "|关键词|关键字|标签|栏目|分类|图片来源|视频来源|评论|收藏|我要纠错|责任部门|联系电话|电话|邮箱|作者单位|原标题|标题|索引号|文号|版次"
    "|主题词"
)
_HAN = "\u3400-\u9fff"


def _spaced(words: str) -> str:
    """The alternatives, with spaces allowed inside words of two characters: 来　源."""
    return "|".join(r"[ \u3000]*".join(word) if len(word) == 2 else word for word in words.split("|"))


_PADDED_ROLE = _spaced("作者|记者|编辑") + r"|责[ \u3000]*任[ \u3000]*编[ \u3000]*辑"
_START = r"(?<![^\s【\[（(|])"
_LABEL = re.compile(
    rf"(?<![{_HAN}])(?:(?P<source>{_spaced(_SOURCE)})|(?P<time>{_spaced(_TIME)})|(?P<other>{_OTHER})"
    rf"|(?P<role>{_PADDED_ROLE}|{_START}[文图]|{LONG_ROLE.pattern}))[ \u3000]*[:：|｜丨]"
    rf"|{_START}(?P<plain>{_SOURCE})[ \u3000]+(?=[{_HAN}])"
)
_CLOCK = r"[ T\u3000]*\d{1,2}[:：时]\d{1,2}分?(?:[:：]\d{2}秒?)?"
_DATE = re.compile(
    rf"(?:19|20)\d{{2}}[ ]?[-/.年][ ]?\d{{1,2}}[ ]?[-/.月][ ]?\d{{1,2}}[ ]?日?(?:{_CLOCK})?"
    r"|[12一二][〇○零0一二三四五六七八九\d]{3}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日"
)
_EDGE = " \u3000|｜丨【】[]［］·;；,，"
_FURNITURE = "字号|字体|点击|浏览|分享|打印"
_VALUE_END = re.compile(
    rf"[|｜丨【】\[\]［］\n]|[ \u3000]{{2,}}|(?:19|20)\d{{2}}[-/.年]|[ \u3000]*(?:已有|共有|\d+次|我要|{_FURNITURE})"
)
_NAME_END = re.compile(rf"[|｜丨【】\[\]［］\n（(]|(?:19|20)\d{{2}}[-/.年]|[ \u3000，,]*系|[ \u3000]*(?:{_FURNITURE})")
_NOWHERE = frozenset(
    ("本报", "本网", "本站", "本刊", "本台", "本站原创", "本网原创", "本报讯", "原创", "未知", "不详", "暂无", "无")
)
_LONGEST = 200
_LONGEST_SOURCE = 30


@dataclass(frozen=True, slots=True)
class Labels:
    """What a row says.

    `published` is the date as written. `found`: there were labels, `credits`: of a source or a person among them
    (they may be empty); `sure`: whatever they name could be read.
    """

    source: str | None = None
    people: tuple[Person, ...] = ()
    published: str | None = None
    found: bool = False
    credits: bool = False
    sure: bool = True


@dataclass(frozen=True, slots=True)
class _Field:
    kind: str
    label: str
    value: str


def read_labels(text: str) -> Labels:
    """The fields of one row. Values run to the next label, a bar, a bracket or a date."""
    row = text[:_LONGEST]
    fields = tuple(_fields(row))
    date = _DATE.search(row)
    if not fields:
        return _unlabelled(row, date[0] if date else None)
    credits = [_credit(one) for one in fields if one.kind in ("source", "role")]
    people = tuple(dict.fromkeys(person for credit in credits for person in credit.people))
    sources = [credit.source for credit in credits if credit.source]
    return Labels(
        source=sources[0] if sources else _beside(row, fields, date),
        people=people,
        published=_published(fields) or (date[0] if date else None),
        found=True,
        credits=bool(credits),
        sure=all(credit.sure for credit in credits),
    )


def is_label_row(text: str) -> bool:
    """Whether a line is such a row from its first character on: fields, or an outlet with a date."""
    if len(text) > _LONGEST or "。" in text:
        return False
    row = text.strip(_EDGE + "（(")
    if _LABEL.match(row):
        return True
    date = _DATE.search(row)
    if date is None:
        return False
    if date.start() == 0:
        return bool(_LABEL.search(row) or _outlet(row[date.end() :]))
    return date.end() == len(row) and is_outlet(row[: date.start()].strip(_EDGE))


def source_name(value: str) -> str | None:
    """The outlet or office a label names; 本报 and its like name nobody."""
    name = _VALUE_END.split(value.strip(_EDGE), maxsplit=1)[0].strip(_EDGE + '“”"《》')
    return name if name and name not in _NOWHERE and len(name) <= _LONGEST_SOURCE else None


def _fields(row: str) -> Iterator[_Field]:
    matches = list(_LABEL.finditer(row))
    for match, end in zip(matches, _ends(matches, row), strict=True):
        kind = "source" if match.lastgroup == "plain" else str(match.lastgroup)
        label = re.sub(r"[ \u3000:：|｜丨]", "", match[0])
        yield _Field(kind, label, row[match.end() : end].strip(_EDGE))


def _ends(matches: list[re.Match[str]], row: str) -> list[int]:
    """Where the value of each label ends: at the next label."""
    return [*(match.start() for match in matches[1:]), len(row)] if matches else []


def _published(fields: tuple[_Field, ...]) -> str | None:
    dates = (_DATE.search(one.value) for one in fields if one.kind == "time")
    return next((date[0] for date in dates if date), None)


def _credit(one: _Field) -> Labels:
    return _source_field(one) if one.kind == "source" else _role_field(one)


def _source_field(one: _Field) -> Labels:
    """来源：南宁日报, and 来源：南宁日报 记者 张三."""
    credit = parse_credit(_NAME_END.split(one.value, maxsplit=1)[0].strip(_EDGE), bare=True)
    if credit and credit.source and credit.people:
        return Labels(credit.source, credit.people, found=True)
    source = source_name(one.value)
    return Labels(source, found=True, sure=len(one.value) <= _LONGEST_SOURCE and not re.search(r"[，,；]", one.value))


def _role_field(one: _Field) -> Labels:
    """作者：张三; an empty field says nothing, and words that are no names make the row doubtful."""
    value = _NAME_END.split(one.value, maxsplit=1)[0].strip(_EDGE)
    if not value:
        return Labels(found=True)
    credit = parse_credit(f"{one.label}：{value}")
    if credit is None and " " in value:
        credit = parse_credit(f"{one.label}：{value.split()[0]}")
    return Labels(credit.source, credit.people, found=True) if credit else Labels(found=True, sure=False)


def _beside(row: str, fields: tuple[_Field, ...], date: re.Match[str] | None) -> str | None:
    """An outlet that stands unlabelled between a date and the first label: 2024-03-05 横县新闻 编辑：张三."""
    first = _LABEL.search(row)
    if not date or not first or any(one.kind == "source" for one in fields) or date.end() > first.start():
        return None
    return _outlet(row[date.end() : first.start()])


def _unlabelled(row: str, date: str | None) -> Labels:
    """`2016-08-05 08:14 横县新闻`: a date with an outlet beside it."""
    rest = row.replace(date, " ", 1) if date else row
    credit = parse_credit(rest.strip(_EDGE))
    if credit:
        return Labels(credit.source, credit.people, date, found=True)
    return Labels(_outlet(rest) if date else None, (), date)


def _outlet(text: str) -> str | None:
    credit = parse_credit(text.strip(_EDGE), bare=True)
    return credit.source if credit and not credit.people else None
