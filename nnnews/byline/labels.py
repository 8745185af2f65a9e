"""Rows of labelled fields, read: who wrote, who edited, which outlet, when."""

from dataclasses import dataclass

from nnnews.byline.credit import Credit, parse_credit
from nnnews.byline.fields import DATE, EDGE, Field, Row, parse_row
from nnnews.byline.offices import is_outlet
from nnnews.items import Person
from nnnews.text.expressions import expression

_FURNITURE = "字号|字体|点击|浏览|分享|打印"
_SOURCE_END = expression(
    rf"[|｜丨【】\[\]［］\n]|[ \u3000]{{2,}}|(?:19|20)\d{{2}}[-/.年]|[ \u3000]*(?:已有|共有|\d+次|我要|{_FURNITURE})"
)
# 作者：李明，系某某大学教授
_NAME_END = expression(
    rf"[|｜丨【】\[\]［］\n（(]|(?:19|20)\d{{2}}[-/.年]|[ \u3000，,]*系|[ \u3000]+[\u3400-\u9fff]{{2,5}}[:：]"
    rf"|[ \u3000]*(?:{_FURNITURE})"
)
# A label nobody knows, with a short value: 素材：市人大办
_OTHER_FIELD = expression(r"[ \u3000]*[\u3400-\u9fff]{2,5}[:：][^，。:：]{0,16}")
_NOWHERE = frozenset(
    ("本报", "本网", "本站", "本刊", "本台", "本站原创", "本网原创", "本报讯", "原创", "未知", "不详", "暂无", "无")
)
_NOBODY = frozenset(
    ("佚名", "匿名", "未知", "不详", "本站", "本网", "本报", "网络", "admin", "Admin", "administrator", "/", "-", "无")
)
# 王某, 某某: somebody whose name is kept back.
_ANONYMOUS = expression(r"[\u3400-\u9fff]?某{1,2}[\u3400-\u9fff]?")
# 《 人民日报 》（ 2024年03月13日 18 版）
_AROUND = EDGE + "《》（）()"
# 青山日报数字报刊
_EDITION = expression("(?<=报)(?:数字报刊?|电子版|电子报|多媒体版)")
_POSTED = ("发布", "发表", "更新")
_QUOTED = expression(r"[“《\"]([^”》\"]+)[”》\"]")
_BRACKET = expression(r"[（(]([^（）()]{2,40})[）)]")
_LONGEST = 200
_LONGEST_SOURCE = 30
_CLAUSES = expression("[，,；]")


@dataclass(frozen=True, slots=True)
class Labels:
    """What a row says.

    `published` is the date as written. `found`: there were labels or a credit, `credits`: a source or a person among
    them (the field may be empty); `sure`: whatever they name could be read.
    """

    source: str | None = None
    people: tuple[Person, ...] = ()
    published: str | None = None
    found: bool = False
    credits: bool = False
    sure: bool = True


def read_labels(text: str) -> Labels:
    """The fields of one row. Values run to the next label, a bar, a bracket or a date."""
    row = parse_row(text[:_LONGEST])
    date = DATE.search(text[:_LONGEST])
    head = _head(row)
    read = [_read(field) for field in row.fields if field.kind in ("source", "role")]
    people = tuple(dict.fromkeys(person for credit in (head, *read) if credit for person in credit.people))
    sources = [credit.source for credit in (*read, head) if credit and credit.source]
    return Labels(
        source=sources[0] if sources and (row.fields or date or people) else None,
        people=people,
        published=_published(row) or (date[0] if date else None),
        found=bool(row.fields or (head and head.roles)),
        credits=bool(read) or bool(head and head.roles),
        sure=None not in read,
    )


def is_label_row(text: str) -> bool:
    """Whether a line is nothing but such a row: fields, behind a credit or a date if need be; an outlet with a date."""
    if len(text) > _LONGEST or "。" in text:
        return False
    row = parse_row(text.strip(EDGE + "（("))
    rest = DATE.sub("", row.head, count=1)
    dated = len(rest) < len(row.head)
    if not rest.strip(EDGE):
        return bool(row.fields)
    if not (row.fields or dated):
        return False
    head = _head(row)
    if head is None:
        return bool(row.fields) and (DATE.match(row.head) is not None or _OTHER_FIELD.fullmatch(rest) is not None)
    if row.fields:
        return head.roles or dated or (head.source is not None and row.fields[0].label.startswith(_POSTED))
    return dated and not head.people and _beside_date(row.head, rest)


def _beside_date(head: str, rest: str) -> bool:
    """2016-08-05 横县新闻, 青山融媒|2024-03-04. An office before a date has signed a notice: that is text.

    Nobody signs with the minute: 某县人大 2024年8月5日 17:33 is the head of an account's post.
    """
    date = DATE.search(head)
    timed = date is not None and ":" in date[0].replace("：", ":")
    return timed or DATE.match(head) is not None or "|" in head or is_outlet(_EDITION.sub("", rest).strip(_AROUND))


def source_name(value: str) -> str | None:
    """The outlet or office a label names; 本报 and its like name nobody."""
    name = _SOURCE_END.split(value.strip(EDGE), maxsplit=1)[0].strip(EDGE)
    if quoted := _QUOTED.fullmatch(name):
        name = quoted[1]
    return name if name and name not in _NOWHERE and len(name) <= _LONGEST_SOURCE else None


def _head(row: Row) -> Credit | None:
    """What stands before the fields, dates left out: an outlet (横县新闻), a credit (青山日报记者 张三)."""
    rest = _EDITION.sub("", DATE.sub(" ", row.head)).strip(_AROUND)
    credit = parse_credit(rest, bare=True) if rest else None
    return credit if credit and (credit.roles or not credit.people) else None


def _published(row: Row) -> str | None:
    dates = (DATE.search(field.value) for field in row.fields if field.kind == "time")
    return next((date[0] for date in dates if date), None)


def _read(field: Field) -> Credit | None:
    return _source_field(field) if field.kind == "source" else _role_field(field)


def _source_field(field: Field) -> Credit | None:
    """来源：南宁日报, 来源：南宁日报 记者 张三, 来源：南宁日报（记者 张三）. None when the words name no source."""
    credit = parse_credit(_NAME_END.split(_BRACKET.sub(r" \1", field.value), maxsplit=1)[0].strip(EDGE), bare=True)
    if credit and credit.source and credit.people:
        return credit
    if len(field.value) > _LONGEST_SOURCE and _CLAUSES.search(field.value):
        return None
    return Credit((), source_name(field.value), True)


def _role_field(field: Field) -> Credit | None:
    """作者：张三; an empty field says nothing. None when the words are no names."""
    value = _NAME_END.split(field.value, maxsplit=1)[0].strip(EDGE)
    if not value or value in _NOBODY or _ANONYMOUS.fullmatch(value):
        return Credit((), None, True)
    credit = parse_credit(f"{field.label}：{value}")
    return credit or (parse_credit(f"{field.label}：{value.split()[0]}") if " " in value else None)
