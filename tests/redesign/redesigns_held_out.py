"""Twelve redesigns that nothing was tuned on: other templates, other combinations, for an honest figure."""

from redesign_portal import Moved, Redesign
from redesign_steps import (
    advertised,
    hashed,
    in_charset,
    inserted,
    line_breaks,
    linked_data,
    moved,
    numbered_ids,
    paragraphs_in,
    rebuilt,
    removed,
    renamed,
    retagged,
    rewritten,
    scoped,
    spans_inside,
    tabled,
    two_columns,
    unwrapped,
    without_ids,
    without_properties,
    wrapped,
)

HELD_OUT = (
    Redesign(
        "nnnews-two-columns",
        "nnnews",
        "two columns, hashed names, the bar below the text",
        (
            two_columns("div.xiangqing_three_left"),
            moved("div.fxandtime, div.xq_info", "behind", "div.xiangqing_three"),
            hashed("jsx-{hash}"),
        ),
    ),
    Redesign(
        "nnnews-cards",
        "nnnews",
        "cards: the text in one, each field in a card of its own, other news first",
        (
            rebuilt(
                """<div class="cards"><div class="card hot"><ul>{list}</ul></div>
<div class="card head"><h3>{title}</h3></div><div class="card by"><dl><dt>来源</dt><dd>{source}</dd></dl></div>
<div class="card by"><dl><dt>时间</dt><dd>{moment:%Y.%m.%d %H:%M}</dd></dl></div>
<div class="card words">{body}</div></div>""",
                "div.xiangqing_one, div.xiangqing_dabiaoti",
            ),
            removed("div.xiangqing_three, div.xq_info"),
        ),
    ),
    Redesign(
        "nnnews-wrong-time",
        "nnnews",
        "the old bar shows the time of the last comment, the article's own stands under the headline",
        (
            inserted(
                '<p class="pub">{moment:%Y年%m月%d日 %H:%M} 来源：{source}</p>', "behind", "div.xiangqing_dabiaoti"
            ),
            rewritten("div.fxandtime_left li:first-child, span.date", "2026-11-21 07:30"),
        ),
        kind="corruption",
    ),
    Redesign(
        "nnrb-tables",
        "nnrb",
        "nested tables, line breaks, no ids",
        (
            unwrapped("founder-content"),
            line_breaks("#ozoom"),
            tabled("#Title"),
            tabled("#ozoom"),
            renamed(content="", totalTitle=""),
            without_ids(),
            without_properties(),
        ),
    ),
    Redesign(
        "nnwb-adverts",
        "nnwb",
        "advertisements in the text, the title in spans, names of a bundler",
        (
            unwrapped("founder-content"),
            advertised("#ozoom"),
            spans_inside("#Title"),
            renamed(Title="Headline", ozoom="Body", content=""),
            wrapped("#Title, #Headline", "div.Headline"),
            wrapped("#Body", "div.Body"),
            without_ids(),
            without_properties(),
            hashed("{name}-module_{hash}"),
        ),
    ),
    Redesign(
        "rmdbw-counters",
        "rmdbw",
        "ids with the article's number, an article element around the text",
        (
            unwrapped("founder-content"),
            numbered_ids("#Title", "t{}"),
            numbered_ids("#ozoom", "c{}"),
            wrapped("[id^=c]", "article"),
            without_properties(),
        ),
    ),
    Redesign(
        "gxnews-drawn",
        "gxnews",
        "the text is told to machines only and drawn by a script",
        (
            linked_data(headline="{title}", datePublished="{moment:%Y-%m-%dT%H:%M:00+08:00}", articleBody="{text}"),
            removed("div.article, table"),
        ),
    ),
    Redesign(
        "gxnews-split",
        "gxnews",
        "a headline of level three, the bar in four elements, sections",
        (
            retagged("div.article > h1", "h3"),
            rewritten(
                "div.article-info, td.fs12",
                "<i>{moment:%Y年%m月%d日}</i><i>{moment:%H:%M}</i><b>来源：</b><a>{source}</a>",
            ),
            paragraphs_in("div.article-content, td#artContent", "<section>", "</section>"),
            renamed(article="n", article_info="n-i", fs12="n-i", article_content="n-c", artContent="n-c", title="n-t"),
        ),
    ),
    Redesign(
        "gxrd-framework",
        "gxrd",
        "UTF-8, a component framework, the text in nested boxes",
        (
            in_charset("utf-8"),
            wrapped("div.content", "div.el-card", "div.el-card__body"),
            renamed(art="el-main", a_inf="el-text", content="rich", text_center="", lh30=""),
            unwrapped("h2 > span"),
            scoped(),
        ),
    ),
    Redesign(
        "gxrb-nested",
        "gxrb",
        "an article element, the day in a time element",
        (
            rebuilt(
                '<article><h2>{title}</h2><p class="d"><time>{moment:%Y-%m-%d}</time> {source}</p>'
                "<div>{body}</div></article>",
                "div.bt",
            ),
            removed("body > p.info, #ozoom"),
        ),
    ),
    Redesign(
        "nanning_gov-table",
        "nanning_gov",
        "the table of government documents, no meta, the source at the foot",
        (
            removed("meta[name=ArticleTitle], meta[name=PubDate], meta[name=ContentSource]"),
            inserted('<div class="from">信息来源：{source}</div>', "behind", "div.view"),
            rewritten("div.bar", "<table><tr><td>发布日期：</td><td>{moment:%Y-%m-%d %H:%M}</td></tr></table>"),
            renamed(view="con", TRS_UEDITOR="", trs_paper_default="", trs_web="", bar="doc-table", article="doc"),
        ),
    ),
    Redesign(
        "gxrd-addresses",
        "gxrd",
        "articles move to a folder of the year",
        (),
        kind="list",
        moved=Moved(r"/?html/art(\d+)\.html", r"/news/2026/\1.htm", r"^/news/2026/(\d+)\.htm", r"/html/art\1.html"),
    ),
)
