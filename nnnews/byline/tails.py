"""Credits behind the text: （韦仕国）, （记者 张三 文/图）, 图为…。李四 摄."""

from dataclasses import dataclass

from nnnews.byline.credit import Credit, parse_credit
from nnnews.byline.labels import is_label_row, read_labels
from nnnews.byline.names import split_names
from nnnews.items import Person
from nnnews.text.expressions import expression

_CLOSERS = "）)】]］"
_OPENER = expression(r"[（(【\[［]")
_END = " \u3000|｜。"
_SENTENCE_END = "。！？!?”’…》.；;"
_LONGEST = 80
# （据新华社）, （综合新华社、人民网报道）
_AFTER = expression(
    r"(?:据|综合|转自|摘自|原载|来自)[:：]?《?(?P<source>[\u3400-\u9fffA-Za-z·、]{2,25}?)》?(?:消息|报道|电|讯)?"
    r"(?:(?:19|20)\d\d[-./年].{3,8})?"
)
# （据《南宁日报》记者 张三）
_QUOTES = expression("[《》]")
# （张三，作者单位：某县人大办）
_UNIT = expression(r"[，, ]*(?:作者)?单位[:：]|[，,]\s*系")
# （完）, （作者系市人大代表）, （图片由受访者提供）, （本报综合）: closes the text and names nobody.
_NOBODY = expression(
    r"完|全文完|(?:本文)?作者(?:系|为|单位).*|(?:图片|照片|本文图片?).*(?:提供|供图)|受访者供图|资料图片?|本报综合|本报讯|综合|未完待续|下转.{1,8}版|上接.{1,8}版"
)
# （图片由本报记者张三拍摄）
_PICTURES = expression(
    r"(?:本文|本版|文中|以上|本组)?(?:图片|照片|图)(?:均|皆)?由(?P<who>.{2,30}?)(?:拍摄|摄影|摄|提供)"
)
# 本组稿件由本报记者 张三 采写
_WRITTEN = expression(
    r"(?:本文|本版|以上|本组)?(?:稿件|文字|文|报道)(?:均|皆)?由(?P<who>.{2,30}?)(?:采写|撰写|撰文|采访|整理)"
)
_SIGNED = expression(
    r"(?P<mark>[□■◎●○▲△◆◇★☆▌※]?)[ \u3000]*(?:(?P<office>[\u3400-\u9fff]{0,18}(?:人大代表|政协委员))[ \u3000]+)?"
    r"(?P<names>[\u3400-\u9fff·][\u3400-\u9fff· \u3000]{1,14})"
)
_CAPTION = expression(r"[▲△↑↓←→◀▶■]|图[为：:①-⑳\d一二三四五六]|(?:左|右|上|下)图|组图|▼")
_PICTURE = frozenset(("photographer",))


@dataclass(frozen=True, slots=True)
class Tail:
    """A credit and the text before it; `caption`: the text is that of a picture."""

    credit: Credit
    rest: str
    caption: bool = False


def read_tail(line: str, closing: bool) -> Tail | None:
    """The credit a line ends with. Only where the article is `closing` are names believed without a role."""
    end = line.rstrip(_END)
    if end and end[-1] in _CLOSERS:
        return _bracketed(end, closing)
    return _plain(line)


def _bracketed(end: str, closing: bool) -> Tail | None:
    opener = max(end.rfind(sign, -_LONGEST) for sign in "（(【[［")
    if opener < 0:
        return None
    inner = end[opener + 1 : -1].strip()
    rest = end[:opener].rstrip(" \u3000|")
    ended = not rest or rest[-1] in _SENTENCE_END
    credit = _credit(inner, bare=closing and ended)
    if credit is None or not (credit.people or credit.source or ended):
        return None
    return Tail(credit, rest, _is_caption(credit, rest) and not (ended and not _CAPTION.match(rest)))


def read_signature(line: str) -> Credit | None:
    """Below the headline: 某区人大代表 张三, □ 张三. Names without a mark may be those of a picture."""
    signed = _SIGNED.fullmatch(line.strip())
    names = split_names(signed["names"]) if signed and (signed["office"] or signed["mark"]) else None
    return Credit(tuple(Person(name, "author") for name in names), None, False) if names else None


def read_remark(inner: str) -> Credit | None:
    """What closes a text in words of its own: （据新华社）, （完）, （图片由本报记者张三拍摄）."""
    if pictures := _PICTURES.fullmatch(inner):
        return parse_credit(pictures["who"] + " 摄") or Credit((), None, True)
    if written := _WRITTEN.fullmatch(inner):
        return parse_credit(written["who"] + " 采写")
    if _NOBODY.fullmatch(inner):
        return Credit((), None, True)
    if after := _AFTER.fullmatch(inner):
        return Credit((), after["source"], True)
    return None


def _credit(inner: str, bare: bool) -> Credit | None:
    if remark := read_remark(inner):
        return remark
    if inner.startswith("据《") and (told := parse_credit(_QUOTES.sub(" ", inner[1:]))):
        return told
    if is_label_row(inner):
        labels = read_labels(_UNIT.split(inner, maxsplit=1)[0])
        if labels.sure and (labels.people or labels.source):
            return Credit(labels.people, labels.source, True)
    credit = parse_credit(_UNIT.split(inner, maxsplit=1)[0], bare)
    return credit if credit and (credit.people or credit.source) else None


def _plain(line: str) -> Tail | None:
    """What follows the last sentence: …。李四 摄; …。 记者 刘涛."""
    stop = max(line.rfind("。"), line.rfind("！"), line.rfind("？"), line.rfind("”"))
    words = line[stop + 1 :].strip(" \u3000|")
    if not 3 <= len(words) <= 50 or stop < 0:
        return _uncaptioned(line)
    credit = parse_credit(words)
    if credit is None or not (credit.people or words.endswith(("供图", "摄", "摄影"))):
        return None
    return Tail(credit, line[: stop + 1], _is_caption(credit, line))


def _uncaptioned(line: str) -> Tail | None:
    """代表视察现场 李四 摄: a caption that is no sentence."""
    if len(line) > _LONGEST or not line.endswith(("摄", "摄影", "供图", "拍摄")):
        return None
    words = line.split()
    for start in range(1, len(words)):
        credit = parse_credit(" ".join(words[start:]))
        if credit and credit.people:
            return Tail(credit, " ".join(words[:start]), caption=True)
    return None


def _is_caption(credit: Credit, rest: str) -> bool:
    return bool(rest) and {person.role for person in credit.people} <= _PICTURE and credit.roles and len(rest) <= 150
