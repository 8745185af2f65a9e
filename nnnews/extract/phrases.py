"""The words by which a Chinese page tells its bars, buttons, endings and outlets: a table a subject.

In a table, words stand before the arrow, an example behind it.
"""

import re

# Labels of the bar under a headline; a colon follows.
LABELS = """
来源 来自 信息来源 稿源 出处 供稿                      → 来源：南宁日报
发布 发布时间 发布日期 发布机构 发布单位 发布者        → 发布时间：2024-05-09 09:12
发文机关 发文单位 发文日期 公开日期 成文日期           → 发文机关：某某县人民政府
发稿时间 发表时间 发表于 撰写时间 更新时间 时间 日期   → 时间：2024-05-09
作者 记者 通讯员 撰文 撰稿 撰稿人 文字 摄影            → 作者：张三
编辑 责编 责任编 责任编辑 选稿 值班 监制               → 责编：李四
初审 复审 二审 三审 终审 审核 校对                     → 初审：王五　终审：赵六
浏览 浏览次数 浏览量 访问量                            → 浏览次数：12
点击 点击数 点击量 点击率 阅读 阅读次数 阅读量         → 点击数：52
"""

# What opens a credit line behind an article, with or without a colon.
CREDITS = """
责编 责任编 责任编辑 编辑 选稿 值班 监制 统筹          → 责任编辑：杨逸凡
发布时间 发布日期 发布于                               → 发布日期：2024-05-09 09:12
本文来源 文章来源 信息来源 稿件来源 来源               → 来源：巴彦淖尔日报
作者 记者 通讯员 撰稿                                  → 记者 张三
初审 二审 三审 终审 审核 审校 校对                     → 校对：王五
"""

# Fields that end the value of 来源 when they follow it.
FIELDS_BEHIND_SOURCE = """
作者 记者 通讯员 摄影 撰稿 供稿                        → 来源：东方网 作者：曹磊
编辑 责编 责任编 责任编辑 选稿 审核 初审 二审 校对     → 来源：东方网选稿：曾炟
发布 发稿 时间 日期 更新                               → 来源：某某办 发布时间：2015-12-22
浏览 点击 阅读 访问 字体 字号 分享 打印 收藏 评论      → 来源：某某网 浏览次数：12
关键词                                                 → 来源：某某网 关键词：春耕
"""

# Tools of a page that no heading of a text holds.
TOOLS = """
字体 字号 小字号 视力保护色                            → 【字体：大 中 小】
返回版面 放大+ 缩小-                                   → 返回版面 放大+ 缩小- 默认
打印本页 打印】 我要打印 语音播报 朗读                 → 【打印】【关闭】
分享到 分享至 复制链接 扫一扫 纠错                     → 分享到：
浏览次 浏览量 阅读次 阅读量 点击数 点击次 点击量       → 阅读量 1024
"""

# Behind the last paragraph these words too make a short line furniture.
FURNITURE = """
打印 分享 收藏 关闭 评论 无障碍 查看 人次 浏览 点击    → 收藏 我要举报
微信 微博 QQ                                           → 关注微信公众号
"""

# Words of buttons among the fields of a bar.
BUTTONS = "图集 纠错 +1 点赞 收藏 打印 分享 举报 评论 关闭 转发 朗读 大 中 小 | ｜ ∙ · 原创 订阅 关注"

# Headings behind which other articles, comments or the imprint stand.
ENDINGS = """
相关新闻 相关阅读 相关链接 相关文章 相关报道 相关推荐  → 相关新闻：
相关专题 相关信息 相关稿件 相关文档 相关资讯 相关内容  → 【相关稿件】
推荐阅读 推荐新闻 推荐文章 延伸阅读 猜你喜欢           → 推荐阅读
热门新闻 热门推荐 热门评论 热门文章 热门阅读           → 热门推荐 更多>>
热点新闻 热点推荐 热点排行 新闻排行 点击排行 图片新闻  → 新闻排行
最新新闻 最新动态 最新资讯 大家都在看                  → 最新动态
更多新闻 更多精彩 更多推荐 更多阅读 更多相关           → 更多精彩
网友评论 最新评论 发表评论 我要评论 我来说两句 评论区  → 我来说两句
上一篇 下一篇 上一条 下一条                            → 上一篇
返回顶部 返回首页 返回列表 打印本页 关闭窗口           → 返回顶部
分享到 分享让更多人看到 扫一扫 版权声明 免责声明       → 免责声明：
"""

# How the names of outlets and offices end.
OUTLETS = """
网 报 社 云 日报 时报 杂志 周刊 新闻 客户端 公众号     → 光明网
电视台 广播 之声 频道 在线 热线 发布 微信              → 青秀发布
财经 科技 体育 娱乐 传媒 资讯 卫视                     → 新浪科技
融媒 融媒体 中心 集团 公司                             → 县融媒体中心
政府 办公厅 办公室 委员 委员会 人大 局 厅              → 城北区人大常委会办公室
组织部 宣传部 检察院 法院 党校 大学 学院 研究院        → 市委宣传部
协会 联合会 联社                                       → 市旅游协会
"""

# Outlets whose names end like no other's.
OUTLET_NAMES = """
新华社 中新社 参考消息 半月谈 瞭望 求是 学习强国 新华每日电讯 人民论坛 南方+  → 2022-02-13 10:15 半月谈
中国之声 小康 民生周刊 长安街知事 法治周末 N视频      → 法治周末
"""

# How the names of sites and columns end that a <title> carries behind the headline.
SITES = """
网 网站 报 新闻 频道 政府 门户 在线 客户端 平台 论坛   → _示例新闻网
人大 委员会 常委会 局 厅 办公室 中心 集团 公司         → -城北区人民代表大会常委会
省 市 县 区 新华社 央视                                → _横江市
要闻 时政 社会 专题 动态 资讯 正文 头条 快讯           → -要闻-
电子版 数字报 多媒体数字报 多媒体数字报文章            → - 南宁日报多媒体数字报
.com .cn .net                                          → -www.example.com
"""


def words(table: str) -> list[str]:
    """The words of a table, the longest first, so that an alternation of them takes the longest."""
    found = {word for line in table.strip().splitlines() for word in line.partition("→")[0].split()}
    return sorted(found, key=lambda word: (-len(word), word))


def alternation(table: str) -> str:
    """The words as a pattern; inside a word of two characters there may be spaces (来　源)."""
    spaced = (r"\s*".join(word) if len(word) == 2 and not word.isascii() else re.escape(word) for word in words(table))
    return "|".join(spaced)
