"""Forty redesigns of the practice sites, as sites do them: each with its reason.

REDESIGNS                                   the table
redesign.body(bytes) -> bytes               a page of `redesign.site` as it is served from `redesign.since` on
RedesignedPortal(portal, redesign)          the whole practice portal after it, for the practice server
"""

from redesign_portal import LoadMore, Moved, Redesign, RedesignedPortal
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
    without_tables,
    wrapped,
)

__all__ = ["REDESIGNS", "Redesign", "RedesignedPortal"]

_NNNEWS_BODY = "div.xiangqing_three_left"
_NNNEWS_NAMES = renamed(
    xiangqing_one="detail-head",
    xiangqing_dabiaoti="detail-title",
    fxandtime="detail-line",
    fxandtime_left="detail-meta",
    xq_info="detail-meta",
    date="pub-time",
    editors="pub-from",
    xiangqing_three="detail-main",
    xiangqing_three_left="detail-text",
)
_FOUNDER_NAMES = renamed(
    Title="",
    PreTitle="",
    SubTitle="",
    ozoom="",
    totalTitle="art-head",
    info="art-issue",
    content="art-body",
)
_META_GONE = removed("meta[name=ArticleTitle], meta[name=PubDate], meta[name=ContentSource]")

_PORTAL = (
    Redesign("nnnews-names", "nnnews", "new words for all classes, nothing else", (_NNNEWS_NAMES,)),
    Redesign(
        "nnnews-hashes",
        "nnnews",
        "a framework makes the class names, other ones with each build",
        (hashed("css-{hash}"),),
    ),
    Redesign(
        "nnnews-template",
        "nnnews",
        "a new template: h1, the bar split into elements of their own",
        (
            rebuilt(
                """<div class="article-wrap"><h1 class="article-title">{title}</h1><div class="article-meta">
<span class="item from">来源：<em>{source}</em></span><span class="item time">{moment:%Y年%m月%d日 %H:%M}</span>
<span class="item hits">浏览 {number}</span></div><div class="article-text">{body}</div>
<aside class="article-side"><h3>热门</h3><ul>{list}</ul></aside></div>""",
                "div.xiangqing_one, div.xiangqing_dabiaoti",
            ),
            removed("div.xiangqing_three, div.xq_info"),
        ),
    ),
    Redesign(
        "nnnews-source-foot",
        "nnnews",
        "the source stands at the foot of the article",
        (
            inserted('<p class="copy-from">稿件来源：{source}</p>', "behind", "div.xiangqing_three"),
            removed("div.fxandtime_left li:nth-child(2), span.editors"),
            _NNNEWS_NAMES,
        ),
    ),
    Redesign(
        "nnnews-boxes",
        "nnnews",
        "a box of other news before the first paragraph, advertisements between the paragraphs",
        (
            advertised(_NNNEWS_BODY),
            inserted('<div class="more-news"><h4>编辑推荐</h4><ul>{list}</ul></div>', "start", _NNNEWS_BODY),
            _NNNEWS_NAMES,
        ),
    ),
    Redesign(
        "nnnews-wrong-body",
        "nnnews",
        "the old column keeps its class and shows what other people read; the text has moved out of it",
        (
            inserted('<div class="text-box">{body}</div>', "before", "div.xiangqing_three"),
            rewritten(
                _NNNEWS_BODY,
                "<h3>大家都在看</h3><ul>{list}</ul><p>本网站所刊载信息，不代表本网观点。用户评论请遵守相关规定。</p>",
            ),
        ),
        kind="corruption",
    ),
    Redesign(
        "nnnews-load-more",
        "nnnews",
        "columns are drawn by a script from a JSON list",
        (),
        kind="list",
        more=LoadMore("div.news_box", 'loadList("/api/column?column={path}&page=1");', "/api/column"),
    ),
    Redesign(
        "nnnews-addresses",
        "nnnews",
        "articles move from /p/ to /news/detail/, the old addresses are gone",
        (),
        kind="list",
        moved=Moved(
            r"(?:/[a-z]+\d*)?/p/(\d+)\.html", r"/news/detail/\1.shtml", r"^/news/detail/(\d+)\.shtml", r"/p/\1.html"
        ),
    ),
)

_PAPERS = (
    Redesign(
        "nnrb-no-ids",
        "nnrb",
        "ids and the system's own elements go, classes take their place",
        (_FOUNDER_NAMES, without_ids(), unwrapped("founder-content"), without_properties()),
    ),
    Redesign(
        "nnrb-sections",
        "nnrb",
        "the text in nested boxes, a section for each paragraph",
        (
            unwrapped("founder-content"),
            paragraphs_in("#ozoom", '<section class="para"><div><p>', "</p></div></section>"),
            wrapped("#ozoom", "main.paper-article", "div.paper-text"),
            renamed(ozoom="", content="inner", Title="", totalTitle="paper-head"),
            without_ids(),
        ),
    ),
    Redesign(
        "nnrb-date-above",
        "nnrb",
        "the day in another form, above the title; names changed",
        (
            rewritten("p.info", "{moment:%Y/%m/%d}　南宁日报"),
            moved("p.info", "before", "div.totalTitle"),
            renamed(Title="h-main", ozoom="txt", content="txt-box", info="h-day", PreTitle="h-pre", SubTitle="h-sub"),
            unwrapped("founder-content"),
            without_properties(),
        ),
    ),
    Redesign(
        "nnrb-title-twice",
        "nnrb",
        "a bar at the side repeats the title, in the same kind of element",
        (
            inserted(
                '<div class="side"><h2 class="head">本版要目</h2><h2 class="head">{title}</h2><ul>{list}</ul></div>',
                "before",
                "div.totalTitle",
            ),
            renamed(Title="", ozoom="main-text", totalTitle="main-title", content=""),
            unwrapped("founder-content"),
            without_properties(),
        ),
    ),
    Redesign(
        "nnrb-lines",
        "nnrb",
        "line breaks instead of paragraphs",
        (
            unwrapped("founder-content"),
            line_breaks("#ozoom"),
            renamed(ozoom="article_text", content="", Title="article_title"),
            without_properties(),
        ),
    ),
    Redesign(
        "nnwb-headline",
        "nnwb",
        "h1 for h2, its words in spans, a new container",
        (
            retagged("#Title", "h1"),
            spans_inside("#Title"),
            renamed(Title="", totalTitle="wb-title", ozoom="", content="wb-content"),
            unwrapped("founder-content"),
            without_ids(),
            without_properties(),
        ),
    ),
    Redesign(
        "nnwb-modules",
        "nnwb",
        "class names made by a bundler of what they meant and of a hash",
        (
            renamed(Title="title", ozoom="text"),
            unwrapped("founder-content"),
            without_properties(),
            wrapped("#text", "div.textBox"),
            wrapped("#title", "div.titleBox"),
            without_ids(),
            hashed("detail_{name}__{hash}"),
        ),
    ),
    Redesign(
        "nnwb-addresses",
        "nnwb",
        "articles move to another folder and file name",
        (),
        kind="list",
        moved=Moved(
            r"content/(\d{6}/\d{2})/c(\d+)\.html",
            r"article/\1/a\2.html",
            r"article/(\d{6}/\d{2})/a(\d+)\.html",
            r"content/\1/c\2.html",
        ),
    ),
    Redesign(
        "nnwb-digest",
        "nnwb",
        "the old container holds a digest, the whole text stands below it",
        (
            unwrapped("founder-content"),
            inserted('<div class="full-text">{body}</div>', "behind", "#ozoom"),
            rewritten("#ozoom", "<p>导读</p><p>本版今日关注民生热点，请扫描二维码阅读电子版全文，欢迎订阅。</p>"),
            without_properties(),
        ),
        kind="corruption",
    ),
    Redesign(
        "nnwb-columns",
        "nnwb",
        "the text in two columns",
        (
            unwrapped("founder-content"),
            two_columns("#ozoom"),
            renamed(ozoom="", content="duo", Title="duo-title", totalTitle="duo-head"),
            without_properties(),
        ),
    ),
    Redesign(
        "rmdbw-elements",
        "rmdbw",
        "plain elements of HTML5 without any class",
        (
            rebuilt(
                "<article><header><h1>{title}</h1><p><time>{moment:%Y年%m月%d日}</time></p></header>"
                "<section>{body}</section><footer><p>人民代表报社</p></footer></article>",
                "div.totalTitle",
            ),
            removed("#ozoom, p.info"),
            unwrapped("founder-content"),
            without_properties(),
        ),
    ),
    Redesign(
        "rmdbw-utilities",
        "rmdbw",
        "utility classes: every class says how it looks and none what it is",
        (
            renamed(Title="", totalTitle="mx-auto", info="text-sm", ozoom="", content="leading-7"),
            wrapped("#Title, .leading-7", "div.flex-col"),
            unwrapped("founder-content"),
            without_ids(),
            without_properties(),
        ),
    ),
    Redesign(
        "rmdbw-sheet-title",
        "rmdbw",
        "the element of the title shows the sheet's name, the headline stands in a new one",
        (
            inserted('<h3 class="headline">{title}</h3>', "behind", "div.totalTitle"),
            rewritten("#Title", "要闻版精选报道"),
            without_properties(),
        ),
        kind="corruption",
    ),
    Redesign(
        "rmdbw-machine-time",
        "rmdbw",
        "the day in <time datetime>, everything renamed",
        (
            rewritten("p.info", '<time datetime="{moment:%Y-%m-%d}">{moment:%m月%d日}</time>　人民代表报'),
            renamed(Title="rd_tit", ozoom="rd_con", content="", info="rd_info", totalTitle="rd_head"),
            unwrapped("founder-content"),
            without_properties(),
        ),
    ),
)

_REGION = (
    Redesign(
        "gxnews-boxes",
        "gxnews",
        "tables become boxes, both templates get one set of names",
        (
            without_tables(),
            renamed(
                title="news-title",
                fs12="news-info",
                artContent="news-text",
                page="news-pages",
                article="news",
                article_info="news-info",
                article_content="news-text",
            ),
        ),
    ),
    Redesign(
        "gxnews-linked-data",
        "gxnews",
        "time and source are told to machines only, as JSON-LD",
        (
            linked_data(headline="{title}", datePublished="{moment:%Y-%m-%dT%H:%M:00+08:00}"),
            inserted('<meta name="source" content="{source}">', "end", "head"),
            removed("div.article-info, td.fs12"),
            renamed(article="post", article_content="post-body", title="post-title", artContent="post-body"),
        ),
    ),
    Redesign(
        "gxnews-order",
        "gxnews",
        "source first, then the time in another form",
        (
            rewritten("div.article-info, td.fs12", "来源：{source}　|　{moment:%Y/%m/%d %H:%M}　|　阅读 {number}"),
            renamed(
                article="art",
                article_info="art-by",
                fs12="art-by",
                article_content="art-p",
                artContent="art-p",
                title="t",
            ),
        ),
    ),
    Redesign(
        "gxnews-charset",
        "gxnews",
        "GBK, and new names",
        (
            in_charset("gbk"),
            renamed(
                article="wz",
                article_info="wz-xx",
                article_content="wz-nr",
                title="wz-bt",
                fs12="wz-xx",
                artContent="wz-nr",
            ),
        ),
    ),
    Redesign(
        "gxnews-scoped",
        "gxnews",
        "a component framework: attributes of the build, names of blocks and elements",
        (
            renamed(
                article="c-article",
                article_info="c-article__meta",
                article_content="c-article__body",
                title="c-article__title",
                fs12="c-article__meta",
                artContent="c-article__body",
            ),
            scoped(),
        ),
    ),
    Redesign(
        "gxnews-today",
        "gxnews",
        "the old place of the time shows when the page was made; the article's time has moved",
        (
            inserted('<p class="pubinfo">{moment:%Y-%m-%d %H:%M}　来源：{source}</p>', "before", "div.article-content"),
            rewritten("div.article-info > span", "2026年11月21日 08:00&nbsp;&nbsp;来源：广西云客户端"),
        ),
        kind="corruption",
    ),
    Redesign(
        "gxrd-charset",
        "gxrd",
        "UTF-8, and new names",
        (
            in_charset("utf-8"),
            retagged("div.art > h2", "h1"),
            renamed(art="rd-article", a_inf="rd-info", content="rd-text"),
        ),
    ),
    Redesign(
        "gxrd-tables",
        "gxrd",
        "an office's own builder puts everything into nested tables",
        (
            unwrapped("div.art > h2 > span"),
            tabled("div.art > h2"),
            tabled("p.a_inf"),
            tabled("div.content"),
            renamed(art="", a_inf="", content="", text_center="", lh30=""),
        ),
    ),
    Redesign(
        "gxrd-counters",
        "gxrd",
        "ids hold the article's number",
        (
            numbered_ids("div.art > h2", "tit_{}"),
            numbered_ids("p.a_inf", "inf_{}"),
            numbered_ids("div.content", "con_{}"),
            unwrapped("div.art > h2 > span"),
        ),
    ),
    Redesign(
        "gxrd-load-more",
        "gxrd",
        "columns are drawn by a script from a JSON list",
        (),
        kind="list",
        more=LoadMore(
            "div.m_list ul", 'var list = {{url: "/api/news.php?column={path}&page=1", size: 10}};', "/api/news.php"
        ),
    ),
    Redesign(
        "gxrd-bar-split",
        "gxrd",
        "the bar is a list of terms, the headline an h1 without a span",
        (
            retagged("div.art > h2", "h1"),
            unwrapped("div.art > h1 > span"),
            rewritten(
                "p.a_inf",
                "<span><b>发布时间</b><i>{moment:%Y-%m-%d}</i></span><span><b>来源：</b><i>{source}</i></span>",
            ),
            retagged("p.a_inf", "div"),
            renamed(a_inf="info-list", content="article-body", text_center="", lh30=""),
        ),
    ),
    Redesign(
        "gxrb-names",
        "gxrb",
        "the interface writes other elements",
        (
            renamed(ozoom="", bt="tit-box", info="pub-info"),
            retagged("div.tit-box > h1", "p"),
            wrapped("body > div:not([class])", "div.text-box"),
        ),
    ),
    Redesign(
        "gxrb-sections",
        "gxrb",
        "a section for each paragraph, the id gone",
        (
            paragraphs_in("#ozoom", "<section><p>", "</p></section>"),
            renamed(ozoom="", bt="article-title", info="article-issue"),
            wrapped("body > div:not([class])", "div.article-main"),
        ),
    ),
    Redesign(
        "gxrb-notice",
        "gxrb",
        "the old container holds a notice to subscribers, the text a new one",
        (
            inserted('<div class="content-text">{body}</div>', "behind", "#ozoom"),
            rewritten("#ozoom", "<p>欢迎订阅广西日报。全国邮发代号见报头，各地邮局均可办理，详询当地发行站。</p>"),
        ),
        kind="corruption",
    ),
    Redesign(
        "nanning_gov-names",
        "nanning_gov",
        "the standard meta are forgotten, other names for everything",
        (
            _META_GONE,
            renamed(
                article="zw",
                bar="zw-info",
                view="zw-text",
                TRS_UEDITOR="",
                trs_paper_default="",
                trs_web="",
                fj="zw-file",
            ),
        ),
    ),
    Redesign(
        "nanning_gov-nested",
        "nanning_gov",
        "a new editor: nested boxes, the time before the source",
        (
            _META_GONE,
            rewritten("div.bar", "<span>{moment:%Y-%m-%d %H:%M}</span><span>来源：{source}</span><span>字号</span>"),
            wrapped("div.view", "div.gov-main", "div.gov-editor", "div"),
            renamed(view="", TRS_UEDITOR="", trs_paper_default="", trs_web="", article="gov-article", bar="gov-bar"),
        ),
    ),
    Redesign(
        "nanning_gov-linked-data",
        "nanning_gov",
        "JSON-LD instead of meta, the bar without labels",
        (
            linked_data(headline="{title}", datePublished="{moment:%Y-%m-%d %H:%M}"),
            _META_GONE,
            rewritten("div.bar", '<i class="t">{moment:%Y年%m月%d日 %H:%M}</i> <i class="s">{source}</i>'),
            renamed(view="xl-body", TRS_UEDITOR="", trs_paper_default="", trs_web="", article="xl", bar="xl-bar"),
        ),
    ),
    Redesign(
        "nanning_gov-addresses",
        "nanning_gov",
        "a new system: content/post_<id>.html",
        (),
        kind="list",
        moved=Moved(
            r"(?<=/)(\w+)/t(\d+)\.html", r"\1/content/post_\2.html", r"/content/post_(\d+)\.html", r"/t\1.html"
        ),
    ),
)

REDESIGNS = (*_PORTAL, *_PAPERS, *_REGION)
