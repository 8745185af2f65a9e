"""The outlet or office that the page names as the article's source (来源)."""

import re
from collections.abc import Iterable, Iterator

from nnnews.extract.dates import read_date
from nnnews.extract.head import Head
from nnnews.extract.infobar import shows_date

_LABELLED = re.compile(r"(?:信息|稿件|文章|新闻|本文|内容)?(?:来\s*[源自]|稿源|出处)(?:于|自)?\s*[:：]\s*(.+)")
_ISSUER = re.compile(r"(?:发布机构|发文机关|发布单位|发文单位|公开机构)\s*[:：]\s*(.+)")
_STOP = re.compile(
    r"[|｜【】\[\]<>]|[(（](?!.{1,12}[)）]$)|\s*(?:作\s*者|记\s*者|通讯员|编\s*辑|责任?编辑?|选稿|发布|发稿|时\s*间|日\s*期|浏览|点击|阅读|访问|字体|字号|分享|打印|审核|初审|二审|校对|摄影"
    r"|更新|撰稿|供稿|收藏|评论|关键词)\s*(?:[:：(（]|时间|日期|次数|量|$)|(?:19|20)\d\d\s?[-年/.]"
)
_NAME = re.compile(
    r"^[《]?[\u4e00-\u9fffA-Za-z0-9·]{1,20}(?:网|报|社|电视台|广播|客户端|发布|融媒体?|中心|杂志|周刊|频道|在线|新闻|政府|办公厅|办公室|委员会?"
    r"|人大|局|厅|公众号|微信|日报|之声|时报|热线|云|组织部|宣传部|研究院|大学|学院|集团|公司|检察院|法院|党校|协会|联合会|联社)[》]?$"
)
_PAPER = re.compile(
    r"(?:版权所有\s*)?([\u4e00-\u9fff]{2,10}报)(?:(?:社(?:出版|主办|主管|版权所有|$)|社?\s未经)|多媒体数字报|数字报|电子版)"
)
_META = ("contentsource", "source", "article:source", "newssource", "og:source")
_LONGEST = 30


def find_source(bars: Iterable[str], behind: Iterable[str], head: Head) -> str | None:
    """The labelled source in a bar, the declared one, a bare name beside the date, the labelled one behind the text."""
    shown, below = list(bars), list(behind)
    return next(
        (
            name
            for candidates in (
                _matches(_LABELLED, shown),
                map(source_name, (head.meta.get(key, "") for key in _META)),
                _bare(shown),
                _matches(_LABELLED, below),
                _matches(_ISSUER, shown),
            )
            for name in candidates
            if name
        ),
        None,
    )


def paper_name(lines: Iterable[str]) -> str | None:
    """The paper that an e-paper's imprint names: 某某日报社出版, 某某日报多媒体数字报."""
    return next((found[1] for line in lines if (found := _PAPER.search(line))), None)


def source_name(text: str) -> str | None:
    """An outlet's name cut out of what follows the label: without brackets, further fields, dates."""
    value = text.strip(" 　:：[【《》】]-")
    if found := _LABELLED.match(value):
        value = found[1].strip(" 　:：[【《")
    stop = _STOP.search(value)
    value = (value[: stop.start()] if stop else value).strip(" 　:：》】]-;；,，、")
    value = _first_word(value)
    return value if 1 < len(value) <= _LONGEST else None


def _first_word(value: str) -> str:
    """Up to a space, unless Latin words stand around it (China Daily)."""
    head, _, rest = value.partition(" ")
    return value if head.isascii() and rest[:1].isascii() else head


def _matches(pattern: re.Pattern[str], lines: Iterable[str]) -> Iterator[str | None]:
    return (source_name(found[1]) for line in lines if (found := pattern.search(line)))


def _bare(bars: Iterable[str]) -> Iterator[str]:
    """«2022-02-13 09:57 光明网»: a name beside the date that carries no label."""
    for bar in bars:
        if shows_date(bar):
            yield from (word for word in re.split(r"[\s|｜　]+", bar) if _NAME.match(word) and not read_date(word))
