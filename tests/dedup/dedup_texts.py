"""Invented texts that the tests of stories share."""

from nnnews.dedup.decision import Decision, Telling, decide

PLACES = {
    "青秀区": "青秀区",
    "江南区": "江南区",
    "横县": "横州市",
    "横州市": "横州市",
    "三塘镇": "三塘镇",
    "五塘镇": "五塘镇",
}

NOTICE = (
    "3月12日，青秀区人大常委会副主任韦海明带队到伶俐镇开展饮用水水源地保护执法检查。检查组一行先后察看了18处取水口和两家自来水厂，"
    "认真听取镇政府负责人的情况介绍，并与村民代表座谈交流。青秀区第五届人大常委会第十四次会议将听取检查情况的报告。\n"
    "检查组指出，水源地保护关系千家万户，要进一步增强责任意识，落实巡查制度，及时清理沿岸垃圾，确保群众喝上放心水。"
    "镇政府负责人表示，将对照检查组的意见逐条整改，年底前完成全部护栏更新，并把整改情况向人大主席团和选民报告。"
)
FEATURE = (
    "清晨六点，老码头上的豆浆摊已经坐满了人。摊主把石磨转了三十年，磨盘的边缘被手掌磨得发亮。她说，从前船靠岸，船工们要喝上一碗才肯卸货；"
    "如今货船少了，来的多是沿江跑步的年轻人。社区把旧仓库改成书屋，傍晚孩子们在这里写作业，老人们在门口下棋，江风吹过，满屋都是纸墨和豆香。"
)


def compare(here: str, there: str, title: str = "", other_title: str = "") -> Decision:
    """The decision on two printed texts."""
    return decide(Telling.of(here, [title]), Telling.of(there, [other_title]), PLACES)
