"""Words that come and go with a page and tell nothing of what happened, each with an example that a test tries."""

from dataclasses import dataclass

_DAY = r"\d{4}[-年/.]\d{1,2}[-月/.]\d{1,2}日?"
_CLOCK = r"\d{1,2}[:：]\d{2}(?:[:：]\d{2})?"
_TIME = rf"{_DAY}(?:[ T\u3000]*{_CLOCK})?"
_MANY = r"\d[\d,.]*\s*[万wWkK]?\+?"
_EDITOR = r"(?:责任编辑|责编|本[期版]编辑|值班编[辑委]|编辑|校对|审核|[一二三终]审|编审|监制|统筹|值班主任)"
_NAME = r"[\u3400-\u9fff·]{2,4}"
_NAMES = r"[\u3400-\u9fff·、 \u3000]{2,24}"


@dataclass(frozen=True, slots=True)
class Rule:
    """`ground` is what the change is called. `whole`: holds only for a line of nothing else."""

    ground: str
    pattern: str
    example: str
    whole: bool = False


RULES = (
    Rule(
        "counter",
        r"(?:本文|文章|页面|本页)?(?:(?:浏览|阅读|点击|访问|查看|转发|评论|点赞|收藏|分享)(?:次数|总数|量|数|人数)?|人气|热度)"
        rf"[:：]\s*{_MANY}\s*[次人条个]?",
        "浏览次数：1024次",
    ),
    Rule(
        "counter",
        rf"[(（\[]\s*(?:已?(?:浏览|阅读|点击|访问))?\s*{_MANY}\s*(?:次|人)?(?:浏览|阅读|点击|次)\s*[)）\]]",
        "（36次浏览）",
    ),
    Rule(
        "counter",
        rf"(?:已有|共有?)?\s*{_MANY}\s*(?:次|人|条)?(?:阅读|浏览|点击|点赞|评论|参与评论)",
        "已有 36 人浏览",
        whole=True,
    ),
    Rule(
        "counter",
        rf"(?:阅读|浏览|点击|人气|评论|点赞|分享|收藏)\s*(?:[(（]\s*)?{_MANY}\s*[)）]?",
        "点赞 36",
        whole=True,
    ),
    Rule(
        "stamp",
        r"[\[(（]?(?:最[后近新]|本文|页面|本页)?(?:更新|修改|编辑|发布|发稿|刷新|打印)(?:时间|日期|于|[:：])[:：]?\s*"
        rf"{_TIME}[\])）]?",
        "最后更新时间：2026-03-05 09:12",
    ),
    # A day alone may be that on which a document was signed; with a clock it is the page's.
    Rule("stamp", rf"{_DAY}[ T\u3000]*{_CLOCK}", "2026-03-05 09:12", whole=True),
    Rule("credit", rf"[\[【(（]\s*(?:{_EDITOR}\s*[:：]?\s*{_NAMES})+[\]】)）]", "（责任编辑：韦小甲）"),
    Rule("credit", rf"(?:{_EDITOR}\s*[:：丨|/]\s*{_NAMES}[;；|丨]?)+", "责编：韦小甲　校对：黄小乙", whole=True),
    Rule("credit", rf"{_EDITOR}[ \u3000]+{_NAMES}", "编辑　韦小甲", whole=True),
    Rule("credit", rf"[(（]\s*{_NAME}(?:[、 \u3000]+{_NAME})*\s*[)）]", "（韦小甲 黄小乙）", whole=True),
)
