"""The names that Chinese publishing systems give to the box of the article, and to the boxes that are not it."""

import re
from functools import lru_cache

# system → ids (#), classes (.) and tags that it puts around the article and around nothing else
_CONTAINERS = {
    "Founder e-paper, new and old": "founder-content #ozoom cms-content",
    "Founder 翔宇": "#enpcontent .u-mainText .main-article",
    "TRS WCM, 海云": ".TRS_Editor .TRS_UEDITOR .trs_editor_view .trs_paper_default .Custom_UnionStyle .TRS_PreAppend",
    "开普 UCAP, gkmlpt": "#UCAP-CONTENT .UCAP-CONTENT .pages_content .article-content-body",
    "大汉 JCMS": "#zoom #Zoom #zoomcon .bt_content #barrierfree_container_article",
    "博达 VSB": "#vsb_content #vsb_content_2 #vsb_content_4 #vsb_content_6 #vsb_newscontent .v_news_content",
    "Sudy WebPlus": ".wp_articlecontent .Article_Content",
    "长江云 cjyun": "#conCon .article_w .xiangqing_three_left",
    "joyhua e-paper": ".bmnr_con_con",
    "gxnews": "#artContent",
    "old TRS templates": "#dochtml #fontzoom #FontZoom #TDContent #contenttext #BodyLabel #doccontent .doccontent",
    "people.com.cn": "#rwb_zw .rm_txt_con .box_con .show_text",
    "xinhuanet": "#p-detail #detailContent .main-aticle #xhw_content",
    "gov.cn": "#UCAP-CONTENT",
    "sina": "#artibody #article_content",
    "163": "#endText .post_text .post_body",
    "qq": "#Cnt-Main-Article-QQ .content-article .rich_media_content #js_content",
    "ifeng": "#main_content #artical_real .main_content-text",
    "sohu": "#contentText #mp-editor",
    "chinanews": ".left_zw",
    "cctv": "#content_area #text_area .cnt_bd .text_area",
    "youth, cnr, cri": ".page_text #container_txt .article-content #abody",
    "wordpress": ".entry-content .post-content .post-entry",
    "discuz": ".t_f .t_fsz #article_content",
    "dedecms, phpcms": "#MyContent #NewsContent #newsContent",
    "empire cms": "#article_con .article_txt .showcontent .news_content",
    "cmstop": "#ctrlfscont .article-body-content",
    "new portals": "#articleContent .articleContent",
    "portal templates": ".article_content .article-detail-content .newsdetatext .content_detail",
}
_TAGS = frozenset(name for names in _CONTAINERS.values() for name in names.split() if name[0] not in "#.")
_IDS = frozenset(name[1:] for names in _CONTAINERS.values() for name in names.split() if name[0] == "#")
_CLASSES = frozenset(name[1:] for names in _CONTAINERS.values() for name in names.split() if name[0] == ".")
_NUMBERED = re.compile(r"vsb_content_\d+$|TRS_|trs_")

_START = frozenset(
    (
        "enpcontent",
        "content",
        "mpcontent",
        "正文",
        "正文开始",
        "正文内容",
        "文章正文",
        "article_content",
        "content start",
    )
)
_END = frozenset(
    ("/enpcontent", "/content", "/mpcontent", "/正文", "正文结束", "end article_content", "文章正文结束", "content end")
)

# A word of the class or id that says what a box holds instead of the article. Whole words, cut at spaces, - and _.
_NOISE = re.compile(
    r"(?:^|[\s_\-])(?:"
    r"relat\w*|rel|relevant|xgxw|xgyd|xgwz|xglj|tuijian|recommend\w*|tj|hotnews|hot|rank\w*|paihang|ranklist|most"
    r"|comments?|pinglun|reply|message|guestbook|discuss"
    r"|share\w*|bshare\w*|bdshare\w*|bdsharebuttonbox|jiathis\w*|fenxiang|fx|socialshare|social\w*"
    r"|foot\w*|copyright|bottom|banquan|friendlink|yqlj|links?"
    r"|side\w*|aside|rightbar|sidebar"
    r"|crumbs?|breadcrumbs?|bread|position|location|weizhi|dqwz|curposition|local"
    r"|nav\w*|navi|menu\w*|topbar|toolbar|toolbox|header_nav|mainnav|subnav"
    r"|login\w*|register|search\w*|sousuo"
    r"|ewm|qrcode|erweima|qr|wechat|weixin|app_download|download_app|rm_download"
    r"|page(?=$|\s)|pager|pagination|pages?_?nav|fanye|fy|pageturn|prevnext|prev_next|page_?num|sxp|updown"
    r"|ads?|advert\w*|guanggao|gg|ad_\w*|adbox|banner|swiper\w*|carousel\w*"
    r"|font_?(?:size|change)|zihao|fontsize|tools?|gongju|print|dayin|close"
    r"|caption|figcaption|img_?(?:desc|title|info)|pic_?(?:desc|title|info|text)|tuzhu|tushuo|left_pt|attachment"
    r"|calendar|rili|weather|tianqi|vote|mood|xinqing|motion|tags?|keywords?|declare|disclaimer|shengming|mianze"
    r")(?:$|[\s_\-\d])"
)

# <span class="source ent-source">, <a id="js_name"> (a WeChat account), <span id="media_name">
_SOURCE = re.compile(r"(?:^|[\s_\-])(?:source(?:[_\-]?name)?|laiyuan|media[_\-]?name)(?:$|[\s_\-])|^\s?js_name$", re.I)

# Of these, the ones that are prose when they hold prose: readers' comments, teasers, the imprint.
_FOREIGN = re.compile(
    r"(?:^|[\s_\-])(?:relat\w*|xgxw|recommend\w*|tuijian|comments?|pinglun|reply|foot\w*|copyright|disclaimer|shengming)"
)


def is_known(tag: str, identity: str, classes: str) -> bool:
    """Whether an element is the article's box in one of the publishing systems."""
    if tag in _TAGS or identity in _IDS:
        return True
    if identity and _NUMBERED.match(identity):
        return True
    return bool(classes) and not _CLASSES.isdisjoint(classes.split())


def is_foreign(hint: str) -> bool:
    """Whether a noise box surely holds other people's words or other articles, however much prose it has."""
    return _FOREIGN.search(hint) is not None


@lru_cache(maxsize=4096)
def names_source(hint: str) -> bool:
    """Whether the class or id of an element says that it holds the outlet's name, and nothing else."""
    return _SOURCE.search(hint) is not None


@lru_cache(maxsize=4096)  # a page says the same class a hundred times, a site on every page
def is_noise(hint: str) -> bool:
    """Whether the class and id of an element name a share bar, related links, comments, a footer and the like."""
    return _NOISE.search(hint) is not None


def comment_edge(text: str) -> str | None:
    """`start` or `end` when an HTML comment marks an edge of the article (`<!--enpcontent-->`), else None."""
    name = text.strip().lower()
    if name in _START:
        return "start"
    return "end" if name in _END else None
