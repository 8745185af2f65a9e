"""Redesigns that nobody thought of: every part of a new template chosen by chance, the same for the same seed.

invent(seed)      five for each site; what repair is tuned on must not have the seed of the figures that are told
"""

from collections.abc import Iterator
from random import Random

from redesign_portal import HOSTS, Redesign
from redesign_steps import hashed, line_breaks, paragraphs_in, rebuilt, removed, scoped, two_columns, unwrapped
from redesign_steps import without_properties as no_properties

_EACH = 5
_BOXES = {  # what the new template stands in place of, and what goes with it
    "nnnews": ("div.xiangqing_one, div.xiangqing_dabiaoti", "div.xiangqing_three, div.xq_info"),
    "nnrb": ("div.totalTitle", "p.info, #ozoom, div.attachment"),
    "nnwb": ("div.totalTitle", "p.info, #ozoom, div.attachment"),
    "rmdbw": ("div.totalTitle", "p.info, #ozoom, div.attachment"),
    "gxnews": ("div.article, table", "none"),
    "gxrd": ("div.art", "none"),
    "gxrb": ("div.bt", "body > p.info, #ozoom"),
    "nanning_gov": ("div.article", "meta[name=ArticleTitle], meta[name=PubDate], meta[name=ContentSource]"),
}
_BODY = {"nnnews": "div.xiangqing_three_left", "gxnews": "div.article-content, td#artContent", "gxrd": "div.content"}
_WORDS = {
    "page": ("wrap", "article", "post", "xl-main", "detail", "news-view", "conBox", "mainCon", "g-doc"),
    "title": ("title", "tit", "hd", "headline", "bt", "art_title", "news-tit", "main-title", "t1"),
    "bar": ("info", "meta", "source", "xx", "art_info", "post-meta", "news-info", "sub", "time-source"),
    "time": ("time", "date", "pubtime", "sj", "pub-date", "t"),
    "from": ("from", "source", "ly", "origin", "laiyuan"),
    "body": ("content", "text", "con", "nr", "zw", "article-body", "rich_text", "news_con", "TRS_E", "main-text"),
    "side": ("side", "aside", "hot", "tuijian", "related", "r-box", "recommend"),
}
_DAYS = ("%Y-%m-%d", "%Y年%m月%d日", "%Y/%m/%d", "%Y.%m.%d")
_LABELS = ("来源：", "文章来源：", "信息来源：", "稿件来源：", "来源: ")
_CLASSES = ("", "", "", "css-{hash}", "sc-{hash}", "{name}__{hash}", "{name}-module_{hash}", "_{name}_{hash}_1")
_NOTICES = (
    "<p>本网所有内容均受版权保护，未经书面授权不得转载、摘编或以其他方式使用。</p>",
    "<p>下载客户端，随时随地看新闻，每日签到还可以领取积分兑换好礼。</p>",
    "<h4>热门推荐</h4><ul>{list}</ul>",
)


def invent(seed: int) -> tuple[Redesign, ...]:
    """All of a seed."""
    rng = Random(seed)
    return tuple(_invent(rng, site, f"{site}-{seed}-{number}") for site in HOSTS for number in range(_EACH))


def _invent(rng: Random, site: str, name: str) -> Redesign:
    box, gone = _BOXES[site]
    body = _BODY.get(site, "div.view" if site == "nanning_gov" else "#ozoom")
    steps = [no_properties(), unwrapped("founder-content"), *_body_steps(rng, body)]
    steps += [rebuilt(_template(rng, clock=site in ("nnnews", "gxnews", "nanning_gov")), box), removed(gone)]
    if form := rng.choice(_CLASSES):
        steps.append(hashed(form))
    if rng.random() < 0.2:
        steps.append(scoped())
    return Redesign(name, site, "chosen by chance", tuple(steps))


def _body_steps(rng: Random, body: str) -> list:
    return rng.choice(
        (
            [],
            [],
            [line_breaks(body)],
            [paragraphs_in(body, "<section><p>", "</p></section>")],
            [paragraphs_in(body, "<div>", "</div>")],
            [two_columns(body)],
        )
    )


def _template(rng: Random, *, clock: bool) -> str:
    """The markup of a page's main part, with the places of the article's parts."""
    parts = [_title(rng), _bar(rng, clock), _body(rng)]
    if rng.random() < 0.2:
        parts = [parts[1], parts[0], parts[2]]
    elif rng.random() < 0.2:
        parts = [parts[0], parts[2], parts[1]]
    extras = list(_extras(rng))
    rng.shuffle(extras)
    inside = "".join((*extras[:1], *parts, *extras[1:]))
    return _within(rng, inside, "page", ("div", "article", "main", "section"))


def _within(rng: Random, inside: str, word: str, tags: tuple[str, ...]) -> str:
    tag, name = rng.choice(tags), rng.choice(_WORDS[word])
    named = rng.choice((f' class="{name}"', f' class="{name}"', f' class="{name} clearfix"', f' id="{name}"', ""))
    return f"<{tag}{named}>{inside}</{tag}>"


def _title(rng: Random) -> str:
    shown = _within(rng, rng.choice(("{title}", "{title}", "<span>{title}</span>")), "title", ("h1", "h1", "h2", "h3"))
    return rng.choice((shown, f"<header>{shown}</header>", _within(rng, shown, "title", ("div",))))


def _bar(rng: Random, clock: bool) -> str:
    day = "{moment:" + rng.choice(_DAYS) + (" %H:%M" if clock else "") + "}"
    label = rng.choice(_LABELS)
    time = rng.choice((day, day, f"发布时间：{day}"))
    if rng.random() < 0.5:
        pieces = [time, label + "{source}"]
        rng.shuffle(pieces)
        return _within(rng, rng.choice(("　", " | ", "&nbsp;&nbsp;")).join(pieces), "bar", ("div", "p"))
    named = rng.choice(("{source}", '<a href="#">{source}</a>'))
    inline = ("span", "i", "li", "em")
    pieces = [_within(rng, time, "time", inline), _within(rng, label + named, "from", inline)]
    rng.shuffle(pieces)
    return _within(rng, " ".join(pieces), "bar", ("div", "p", "ul"))


def _body(rng: Random) -> str:
    notice = rng.choice(("", "", f'<div class="{rng.choice(_WORDS["side"])}">{rng.choice(_NOTICES)}</div>'))
    inside = rng.choice((f"{notice}{{body}}", f"{{body}}{notice}"))
    shown = _within(rng, inside, "body", ("div", "div", "section"))
    return rng.choice((shown, shown, _within(rng, shown, "body", ("div",)), f"<div><div>{shown}</div></div>"))


def _extras(rng: Random) -> Iterator[str]:
    if rng.random() < 0.5:
        yield _within(rng, "<h3>热点</h3><ul>{list}</ul>", "side", ("div", "aside"))
    if rng.random() < 0.3:
        yield _within(rng, "<b>{title}</b><span>{moment:%Y-%m-%d}</span>", "side", ("div",))
    if rng.random() < 0.3:
        yield '<div class="share"><span>分享到</span><a href="#">微信</a></div>'
