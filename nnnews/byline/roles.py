"""The words that say what somebody did for an article."""

from nnnews.items import Role
from nnnews.text.expressions import expression

Roles = tuple[Role, ...]

# What may stand before 记者, 编辑 and their like: 见习记者, 全媒体记者, 驻邕记者, 值班编辑.
_RANKS = (
    "见习|实习|首席|特约|特派|全媒体?|融媒体?|新媒体|客户端|资深|高级|文字|一线|校园|小|学生|青年"
    "|专栏|职工|值班|本期|本版|今日|责任|执行|网络|网站|图文|特邀"
    "|本[报网刊台社站文组]|文中|驻.{1,4}?"
)

# Each with the roles it gives; no role means that the person is not an author: proofreaders, readers, designers.
ROLES: dict[str, Roles] = {
    # 本报记者 张三
    "记者": ("reporter",),
    "采写": ("reporter",),
    "采访": ("reporter",),
    "采编": ("reporter",),
    "报道员": ("correspondent",),
    # 通讯员：李四
    "通讯员": ("correspondent",),
    "通信员": ("correspondent",),
    # 作者：王五
    "作者": ("author",),
    "撰稿人": ("author",),
    "撰稿": ("author",),
    "撰文": ("author",),
    "执笔": ("author",),
    "文稿": ("author",),
    "文字": ("author",),
    "文": ("author",),
    "整理": ("author",),
    "拟稿人": ("author",),
    "拟稿": ("author",),
    "评论员": ("author",),
    # 实习生 赵六；办公室 供稿
    "实习生": ("contributor",),
    "供稿人": ("contributor",),
    "供稿单位": ("contributor",),
    "供稿": ("contributor",),
    "投稿": ("contributor",),
    "来稿": ("contributor",),
    # 覃小北 韦南 对此文亦有贡献
    "对此文亦有贡献": ("contributor",),
    "对本文亦有贡献": ("contributor",),
    # 孙七 摄；图片：孙七
    "摄影记者": ("photographer",),
    "图片记者": ("photographer",),
    "摄影报道": ("photographer",),
    "摄影": ("photographer",),
    "摄像": ("photographer",),
    "摄制": ("photographer",),
    "拍摄": ("photographer",),
    "供图": ("photographer",),
    "图片": ("photographer",),
    "摄": ("photographer",),
    "图": ("photographer",),
    # 图文：周八
    "图文": ("author", "photographer"),
    "文图": ("author", "photographer"),
    # 责任编辑：吴九；一审：郑十
    "责任编辑": ("editor",),
    "编辑": ("editor",),
    "小编": ("editor",),
    "网编": ("editor",),
    "编审": ("editor",),
    "编发": ("editor",),
    "选稿": ("editor",),
    "责编": ("editor",),
    "主编": ("editor",),
    "副主编": ("editor",),
    "总编辑": ("editor",),
    "值班主任": ("editor",),
    "值班编委": ("editor",),
    "值班总编": ("editor",),
    "值班领导": ("editor",),
    "统稿": ("editor",),
    "一审": ("editor",),
    "二审": ("editor",),
    "三审": ("editor",),
    "初审": ("editor",),
    "复审": ("editor",),
    "终审": ("editor",),
    "主审": ("editor",),
    "审核人": ("editor",),
    "审核": ("editor",),
    "审稿人": ("editor",),
    "审稿": ("editor",),
    "审签": ("editor",),
    "监审": ("editor",),
    "核稿": ("editor",),
    "复核": ("editor",),
    "审定": ("editor",),
    "签发人": ("editor",),
    "签发": ("editor",),
    "一审一校": ("editor",),
    "二审二校": ("editor",),
    "三审三校": ("editor",),
    "编辑制作": ("editor",),
    # 校对：冯某
    "一校": (),
    "二校": (),
    "三校": (),
    "校对": (),
    "校审": (),
    "校核": (),
    "检校": (),
    "监制": (),
    "总监制": (),
    "出品人": (),
    "出品": (),
    "总策划": (),
    "策划": (),
    "统筹": (),
    "美编": (),
    "美术编辑": (),
    "视觉编辑": (),
    "版式": (),
    "排版": (),
    "设计": (),
    "制图": (),
    "制作": (),
    "海报": (),
    "剪辑": (),
    "配音": (),
    "播音": (),
    "主播": (),
    "视频": (),
    "录入": (),
    "录入人": (),
    "发布人": (),
    "发布者": (),
    "上传": (),
    "素材": (),
    "字幕": (),
}

REPORT_WORDS = ("综合报道", "联合报道", "报道", "报导", "综述", "整合")
"""Words that close a credit and add nothing: 记者 张三 报道."""

_TRAILING = expression(
    "对[此本]文亦有贡献|文|图|摄|文图|图文|撰文|撰稿|采写|文字|整理|编辑|供稿|摄影|摄影报道|供图|图片|拍摄|摄像"
)

# 编辑部, 设计院, 制作中心, 摄影家协会, 记者站 are offices; in 某某网编辑 the role is 编辑.
_NO_OFFICE = r"(?![部室院局科辑站]|中心|家?协会)"
_LONG = "|".join(sorted((word for word in ROLES if len(word) > 1), key=len, reverse=True))

LONG_ROLE = rf"(?:{_RANKS})*(?:{_LONG}){_NO_OFFICE}"
"""The pattern of a role word with the ranks before it."""

HEADS = "".join(sorted({word[0] for word in (*ROLES, *_RANKS.split("|"))}))
"""The characters that role words and ranks begin with: a look at them first makes a search ten times as quick."""

# Single characters are roles only where a sign or a space sets them off: 文/张三. But 冯 文 and 文 静 are names.
_HAN = r"[\u3400-\u9fff]"
_PADDED = rf"(?<!^{_HAN}[ \u3000])(?<![\s:：、，者员生辑影]{_HAN}[ \u3000])"
_SINGLE = expression(
    rf"(?<!{_HAN}){_PADDED}[文图](?!{_HAN}|[ \u3000]{_HAN}(?:$|[ \u3000]))|(?<=[/／])[文图](?!{_HAN})|摄(?!{_HAN})"
)


_ANY = expression(rf"(?=[{HEADS}])(?:{_LONG}|(?<!{_HAN})[文图](?!{_HAN})|摄(?!{_HAN}))")
_LONG_AT = expression(rf"(?:{_RANKS})*({_LONG}){_NO_OFFICE}")
_LONG_ROLE = expression(rf"(?=[{HEADS}]){LONG_ROLE}")


def has_role(line: str) -> bool:
    """Whether a role word stands anywhere in the line: a cheap test before the grammar."""
    return bool(_ANY.search(line))


def role_at(text: str, position: int) -> tuple[str, int] | None:
    """The role word that begins at `position`, ranks left out, and where it ends."""
    long = _LONG_AT.match(text, position)
    if long:
        return long[1], long.end()
    single = _SINGLE.match(text, position)
    return (single[0], single.end()) if single else None


def next_role(text: str, position: int) -> int:
    """Where the next role word begins, its ranks included; the end of the text when there is none."""
    match = _LONG_ROLE.search(text, position)
    return match.start() if match else len(text)


def may_trail(role: str) -> bool:
    """Whether the word stands behind a name as well as before it: 摄影 张三, 张三 摄."""
    return bool(_TRAILING.fullmatch(role))
