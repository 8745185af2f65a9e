"""The outlet or office that the page names as the article's source (来源)."""

import re
from collections.abc import Iterable, Iterator

from nnnews.byline import read_labels
from nnnews.extract.dates import read_date
from nnnews.extract.head import Head
from nnnews.extract.infobar import shows_date
from nnnews.extract.phrases import FIELDS_BEHIND_SOURCE, OUTLET_NAMES, OUTLETS, alternation

_LABELLED = re.compile(r"(?:信息|稿件|文章|新闻|本文|内容)?(?:来\s*[源自]|稿源|出处)(?:于|自)?\s*[:：]\s*(.+)")
_ISSUER = re.compile(r"(?:发布机构|发文机关|发布单位|发文单位|公开机构)\s*[:：]\s*(.+)")
_STOP = re.compile(
    r"[|｜【】\[\]<>]|[(（](?!.{1,12}[)）]$)|[(（](?:记者|通讯员|作者|编辑)|(?:19|20)\d\d\s?[-年/.]"
    # «来源：青秀发布» ends in such a word and is whole.
    rf"|\s*(?:{alternation(FIELDS_BEHIND_SOURCE)})\s*(?:[:：(（]|时间|日期|次数|量)|\s(?:{alternation(FIELDS_BEHIND_SOURCE)})$"
)
_NAME = re.compile(
    rf"《?(?:[\u4e00-\u9fffA-Za-z0-9·]{{1,20}}(?:{alternation(OUTLETS)})|{alternation(OUTLET_NAMES)})》?"
)
# 横江日报社出版, 横江日报多媒体数字报, 《横江日报》（2024年05月09日 第02版）
_PAPER = re.compile(
    r"([\u4e00-\u9fff]{2,10}报)(?:社(?:出版|主办|主管|版权所有|$)|社?\s未经|多媒体数字报|数字报|电子版|》\s*[（(]\s*(?:19|20)\d\d)"
)
_NOBODY_BEGINS = frozenset("本未不暂无原佚网综整互转")
_EDGE = " 　:：[【】]-;；,，、"
_META = ("contentsource", "source", "article:source", "newssource", "og:source")
_LONGEST = 30


def find_source(bars: Iterable[str], behind: Iterable[str], head: Head, named: Iterable[str] = ()) -> str | None:
    """The labelled source in a bar, the declared one, the one that markup calls so, a bare name beside the date …"""
    shown, below = list(bars), list(behind)
    return next(
        (
            name
            for candidates in (
                _matches(_LABELLED, shown),
                map(source_name, (head.meta.get(key, "") for key in _META)),
                map(source_name, named),
                _bare(shown),
                _matches(_LABELLED, below),
                _matches(_ISSUER, shown),
            )
            for name in candidates
            if name
        ),
        None,
    )


def is_outlet(text: str) -> bool:
    """Whether a line is the bare name of an outlet and nothing else."""
    return _NAME.fullmatch(text) is not None


def paper_name(lines: Iterable[str]) -> str | None:
    """The paper that an e-paper's imprint names: 某某日报社出版, 某某日报多媒体数字报."""
    return next((found[1] for line in lines if (found := _PAPER.search(line))), None)


def source_name(text: str) -> str | None:
    """An outlet's name cut out of what follows the label: without brackets, further fields, dates."""
    value = text.strip(_EDGE)
    if found := _LABELLED.match(value):
        value = found[1].strip(_EDGE)
    stop = _STOP.search(value)
    value = _first_word((value[: stop.start()] if stop else value).strip(_EDGE))
    if value.startswith("《") and value.endswith("》"):
        value = value[1:-1]
    return value if 1 < len(value) <= _LONGEST and not _is_nobody(value) else None


def _is_nobody(value: str) -> bool:
    """Whether the byline reader knows the words to name no outlet: 本网, 未知. It is asked only about their like."""
    return value[0] in _NOBODY_BEGINS and read_labels(f"来源：{value}").source is None


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
            yield from (word for word in re.split(r"[\s|｜　]+", bar) if _NAME.fullmatch(word) and not read_date(word))
