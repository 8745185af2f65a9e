"""Outlets and offices: the names that a source is made of, told from names of people."""

from nnnews.byline.names import has_surname
from nnnews.text.expressions import expression

# Longest first. Outlets end so: 南宁日报, 广西新闻网, 马山发布.
_OUTLETS = (
    "广播电视台|融媒体中心|微信公众号|广播电台|融媒体台|融媒中心|都市报|法治报|"
    "法制报|代表报|政协报|青年报|客户端|电视台|广播台|融媒体|新媒体|新闻社|"
    "通讯社|新华社|中新社|杂志社|公众号|零距离|手机报|日报|晚报|早报|晨报|"
    "时报|商报|导报|快报|周报|农报|报社|报业|学报|网站|电台|传媒|融媒|"
    "发布|播报|在线|新闻|频道|杂志|周刊|微信|头条|之声|快讯|时讯|资讯|"
    "网发|社发|报发|微报|报|网"
)
# Outlets known by two characters: 采写：南都记者 张三.
_BRIEF = frozenset(("南都", "央视", "央广", "新华", "澎湃", "财新", "界面", "每经", "中青", "红星", "极目", "封面"))
# Offices end so: 市人大常委会办公室, 良庆区人大办, 选举联络工委.
_OFFICES = (
    "办公室|办公厅|研究室|宣传部|组织部|统战部|政法委|委员会|常委会|主席团|"
    "代表团|联合会|研究会|研究院|街道办|办事处|村委会|居委会|检察院|联络站|"
    "派出所|党支部|委办|府办|县委|市委|区委|党委|党组|人大|政协|工委|"
    "纪委|监委|中心|协会|学会|政府|街道|社区|公司|集团|学校|大学|学院|"
    "中学|小学|医院|机关|支队|大队|总队|团委|妇联|工会|残联|文联|法院|"
    "支行|党校|局|厅|署|处|科|司|镇|乡|县|市|区|省|组|室|部|"
    "院|所|站|办|委|社|馆"
)
# No name of a person ends so, however short: 光明网, 人大办, 宣传科.
_SHORT = expression(r".{1,3}(?:[网报社办]|电视台|中心|发布)|.{2}[科处局部院室组]")
# 南宁云, 广西云: `云` ends many names of people too, so what begins with a surname is taken for one.
_CLOUD = expression(r"南宁云|[\u3400-\u9fff]{2,4}云")


_BODY = r"[\u3400-\u9fffA-Za-z0-9·\-—“”\"]"
_OUTLET = expression(rf"{_BODY}{{1,20}}?(?:{_OUTLETS})(?:[（(].{{1,8}}[）)])?")
_OFFICE = expression(rf"{_BODY}{{1,30}}?(?:{_OFFICES})")
# Behind these a name may follow without a space: 县人大办韦仕国, 广西日报覃海明.
_STRONG = expression(
    rf"({_BODY}{{1,24}}(?:办公室|办公厅|研究室|人大办|政府办|委办|府办|工委|委员会|常委会|宣传部|组织部|融媒体中心|中心|"
    rf"[日晚早晨时商]报|都市报|代表报|新闻网|人民网|新华网|客户端|电视台|新华社|局|人大))([\u3400-\u9fff·]{{2,20}})"
)


def is_outlet(text: str) -> bool:
    """Whether the words name a newspaper, a station, a site."""
    if _CLOUD.fullmatch(text):
        return text == "南宁云" or not has_surname(text)
    return text in _BRIEF or (len(text) > 2 and bool(_OUTLET.fullmatch(text)) and _is_no_person(text))


def is_office(text: str) -> bool:
    """Whether the words name an office, a company, a school."""
    return len(text) > 2 and bool(_OFFICE.fullmatch(text)) and _is_no_person(text)


def _is_no_person(text: str) -> bool:
    return len(text) > 3 or bool(_SHORT.fullmatch(text)) or not has_surname(text)


def office_and_rest(text: str) -> tuple[str, str] | None:
    """`县人大办韦仕国` as its office and what follows."""
    match = _STRONG.fullmatch(text)
    return (match[1], match[2]) if match else None
