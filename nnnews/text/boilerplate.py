"""Lines that are no part of the article: menus, paths, licences, share bars, captions, what else to read."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from nnnews.text.furniture import ANYWHERE, EDGE, RELATED, fold

# Longer lines are paragraphs; licence rows of a footer may be longer still.
_LONGEST = 120
_LONGEST_FOOTER = 400
_FOOTER = re.compile(r"ICP|版权所有|许可证|公网安备|Copyright", re.IGNORECASE)
_PARAGRAPH = 20
# A headline may end in ！ or ？; running text that does is longer.
_EXCLAIMED = 40
_LONG_PARAGRAPH = 60
_BARS = " \u3000|｜"
# 责任编辑：张三 may stand below the share bar: the byline reader wants it.
_CREDIT = re.compile(
    r"[\s\[【(（□■]*(?:责任?编|责编|编辑|值班|本期|本版|网编|[一二三初复终主]审|审[核稿签定]|校对|来源|稿源|作者|本报|[^，。]{0,8}记者|[^，。]{0,8}通讯员"
    r"|供稿|撰稿|撰文|文字?[:：/]|图片?[:：/]|摄影)|.{0,60}(?:摄|供图|摄影|供稿)[)）]?$|.{0,30}20\d\d[-年/.]\d"
)
_MENU = frozenset(
    "首页 要闻 新闻 县区 专题 视频 图片 时政 社会 教育 经济 文化 旅游 健康 体育 娱乐 财经 科技 法治 民生 评论 图库 直播 专栏 公告 政务 问政 党建 房产 汽车 美食 "
    "生态 乡村 国内 国际 广西 南宁 本地 热点 头条 滚动 人事 代表 立法 监督 选举 任免 机关 论坛 博客 邮箱 数字报 电子报 报纸 客户端 微博 微信 登录 注册 搜索 更多 专题专栏 "
    "代表工作 监督工作 立法工作 人大要闻 人大新闻 通知公告 机构设置 机构职能 信息公开 政务公开 互动交流 办事服务 走进南宁 人大概况 常委会 理论研究 县区人大 乡镇人大 代表风采 "
    "代表之家 会议报道 选举任免 决定任免 重要发布 工作动态 图片新闻 视频新闻 政策解读 领导之窗 公示公告 在线访谈 民意征集 资料下载 网站首页 新闻中心".split()
)

# 某县人大 · 代表风采: whose page, which column.
_COLUMN = re.compile(r"[^\s，。]{2,14}[ \u3000]+[·•|][ \u3000]+[^\s，。]{2,10}")


class _Kind(Enum):
    """What a line turned out to be."""

    TEXT = 1
    FURNITURE = 2
    CLOSING = 3
    RELATED = 4


@dataclass(frozen=True, slots=True)
class Stripped:
    """The lines of the article, and the others, each in their order."""

    kept: tuple[str, ...]
    removed: tuple[str, ...]


def strip_boilerplate(lines: Sequence[str]) -> Stripped:
    """Parts the article from its furniture. The lines are Simplified; blank ones are in neither part."""
    written = [line.strip() for line in lines if line.strip()]
    first, last = _body(written)
    kinds = [_kind(line, edge=not first <= index <= last) for index, line in enumerate(written)]
    _close(written, kinds, last)
    _skip_related(written, kinds)
    kept = (line.rstrip(_BARS) for line, kind in zip(written, kinds, strict=True) if kind is _Kind.TEXT)
    removed = (line for line, kind in zip(written, kinds, strict=True) if kind is not _Kind.TEXT)
    return Stripped(tuple(kept), tuple(removed))


def is_boilerplate(line: str, edge: bool = True) -> bool:
    """Whether a line by itself is furniture; `edge`: it stands before the text or behind it."""
    return _kind(line, edge) is not _Kind.TEXT


def is_paragraph(line: str) -> bool:
    """Whether a line is running text and no heading, caption or row."""
    if len(line) >= _LONG_PARAGRAPH and not _FOOTER.search(line):
        return True
    if len(line) >= _EXCLAIMED and ("！" in line or "？" in line):
        return True
    return len(line) >= _PARAGRAPH and ("。" in line or "；" in line)


def _body(lines: Sequence[str]) -> tuple[int, int]:
    """The first and last paragraph; all of a text that has none."""
    paragraphs = [
        index for index, line in enumerate(lines) if is_paragraph(line) and _kind(line, edge=False) is _Kind.TEXT
    ]
    return (paragraphs[0], paragraphs[-1]) if paragraphs else (0, len(lines))


def _kind(line: str, edge: bool) -> _Kind:
    if len(line) > _LONGEST and not (len(line) <= _LONGEST_FOOTER and _FOOTER.search(line)):
        return _Kind.TEXT
    folded = fold(line)
    if _RELATED.fullmatch(folded):
        return _Kind.RELATED
    closing, plain = ANYWHERE
    if closing.fullmatch(folded):
        return _Kind.CLOSING
    if plain.fullmatch(folded):
        return _Kind.FURNITURE
    return _edge_kind(line, folded) if edge and not _CREDIT.match(line) else _Kind.TEXT


def _edge_kind(line: str, folded: str) -> _Kind:
    closing, plain = EDGE
    if closing.fullmatch(folded):
        return _Kind.CLOSING
    if plain.fullmatch(folded) or _is_menu(line) or _COLUMN.fullmatch(line):
        return _Kind.FURNITURE
    return _Kind.TEXT


_RELATED = re.compile("|".join(f"(?:{rule.pattern})" for rule in RELATED))


def _is_menu(line: str) -> bool:
    """首页  要闻  县区: short words, most of them names of columns."""
    words = [word for word in re.split(r"[\s|｜·/]+", line) if word]
    return len(words) > 0 and max(map(len, words)) <= 6 and sum(word in _MENU for word in words) * 2 >= len(words)


def _close(lines: Sequence[str], kinds: list[_Kind], last: int) -> None:
    """Behind the last paragraph, what follows a closing line is furniture too; credits are not."""
    closed = False
    for index in range(last + 1, len(lines)):
        if kinds[index] in (_Kind.CLOSING, _Kind.RELATED):
            closed = True
        elif closed and kinds[index] is _Kind.TEXT and not _CREDIT.match(lines[index]):
            kinds[index] = _Kind.FURNITURE


def _skip_related(lines: Sequence[str], kinds: list[_Kind]) -> None:
    """Headlines below 相关阅读 are other articles; a paragraph ends the list."""
    skipping = False
    for index, line in enumerate(lines):
        if kinds[index] is _Kind.RELATED:
            skipping = True
        elif is_paragraph(line):
            skipping = False
        elif skipping and kinds[index] is _Kind.TEXT and not _CREDIT.match(line):
            kinds[index] = _Kind.FURNITURE
