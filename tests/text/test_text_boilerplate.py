"""Portal furniture and article text told apart. All texts are invented."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nnnews.text.boilerplate import is_boilerplate, is_paragraph, strip_boilerplate
from nnnews.text.furniture import CONTACTS, RULES, fold

BODY = ("青山县人大常委会近日组织代表视察水厂，走访3个乡镇。", "视察组指出，管网漏损率达到21.5%，建议加大投入。")


@pytest.mark.parametrize("rule", RULES + CONTACTS, ids=lambda rule: rule.example[:12])
def test_every_rule_takes_its_own_example_which_has_the_words_it_needs(rule):
    assert re.fullmatch(rule.pattern, fold(rule.example))
    assert re.search(rule.needs, fold(rule.example))


FURNITURE = [
    "信息网络传播视听节目许可证：000000",
    "中华人民共和国互联网出版许可证 (署)网出证(湘)字第000号",
    "网警备案号：43000000000001",
    "湘ICP备00000000 青山新闻网版权所有",
    "湘公网安备 43000000000001号",
    "Copyright © 2015-2024 All Rights Reserved",
    "登录青山云账号",
    "登录",
    "还没账号？立即注册",
    "点击头像快速登录",
    "请输入验证码",
    "账号密码登录",
    "您当前的位置：首页 > 人大要闻 > 正文",
    "首页>>代表工作>>正文",
    "青山人大网  >  监督工作",
    "首页 | 要闻 | 县区 | 专题",
    "首页  要闻  县区  专题  视频",
    "【字体：大 中 小】",
    "[字号:大 中 小]",
    "【打印本页】【关闭窗口】",
    "打印 收藏 关闭",
    "分享到：微信 微博 QQ空间",
    "-微信-微博-QQ空间-",
    "分享：",
    "扫一扫在手机打开当前页",
    "扫描二维码，关注青山发布",
    "上一篇：暂无",
    "下一篇：青山县人大常委会任免名单",
    "<上一篇 下一篇>",
    "上一页 1 2 3 下一页",
    "共12页 首页 上一页 下一页 尾页",
    "返回列表",
    "返回顶部",
    "相关阅读：",
    "【相关新闻】",
    "新闻推荐",
    "猜你喜欢",
    "往期推荐",
    "▼往期精彩回顾▼",
    "— END —",
    "觉得不错，请点赞、在看",
    "阅读 1024  点赞 33",
    "写留言",
    "分享让更多人看到",
    "我有话说 0条评论",
    "网站支持IPv6",
    "您是第 1234567 位访客",
    "原标题：青山县人大代表视察水厂",
    "喜欢就点个“在看”吧！",
    "文件下载   关联文件",
    "打印本页 || 关闭窗口",
    "👇点击阅读原文",
    "更多精彩内容，请下载“青山融媒”客户端",
    "关注“青山发布”微信公众号",
    "青山晚报数字报 第06版：民生",
    "玉某（左二）与村民聊天。",
    "本版图片均由受访者提供",
    "热门推荐",
    "延伸阅读",
    "免责声明",
    "声明：本网内容未经许可不得转载。",
    "本站原创文章，转载请附上原文链接。",
    "以上内容仅代表作者个人观点。",
    "如有侵权，请联系我们删除",
    "今天是2024年9月27日 星期五",
    "|  今天是：",
    "|",
    "——————",
    "浏览次数：1203",
    "点击量：88次",
    "图为代表在察看水厂",
    "图①：座谈会上",
    "▲代表在察看水厂",
    "代表李明（右二）在察看水厂",
    "代表视察现场",
    "某某体育官网_某某体育手机版下载_某某体育登录入口",
    "主办单位：青山县人大常委会  技术支持：某某科技",
    "主办：县人大常委会办公室",
    "违法和不良信息举报电话：0000-0000000",
    "青山人大 · 选举任免",
    "无障碍阅读",
    "阅读全文",
    "点赞 收藏 转发",
    "我要评论",
    "第02版：要闻",
    "设为首页 | 加入收藏",
    "网站标识码：4300000000",
    "http://www.example.org/p/1.html",
]


@pytest.mark.parametrize("line", FURNITURE)
def test_furniture_goes_before_the_text_and_behind_it(line):
    assert strip_boilerplate([line, *BODY]).kept == BODY
    stripped = strip_boilerplate([*BODY, line])
    assert (stripped.kept, stripped.removed) == (BODY, (line,))


ARTICLE = [
    "一、会议时间",
    "▶新建、改扩建学校9所",
    "▲新增学位6480个；",
    "（二）强化监督",
    "特此通告。",
    "青山县人大常委会办公室",
    "2024年5月10日",
    "联系电话：0000-1234567",
    "各位代表：",
    "附件：1.代表名单",
    "民生实事票决结果",
    "“水通了。”",
    "监督在一线",
    "代表之家里话发展",
    "让代表联络站活起来",
    "王芳  李明  张建国",
    "主任：李国明",
    "青山县第十届人民代表大会第四次会议公告",
    "第三章 附则",
    "3.推进代表建议办理。",
    "关于打印机采购的说明",
    "登录平台的代表有21名",
    "全年核发许可证12000本。",
    "审理涉及侵犯知识产权案件25件。",
    "对未经许可擅自占用耕地的行为依法查处。",
    "市民扫描二维码即可反映意见。",
    "选民扫码关注公众号，就能看到代表履职情况。",
    "明确版权归属，保护创作者权益。",
    "凡侵权行为一律依法查处。",
    "谈人大监督（中）",
    "位置图及说明",
    "导航项目调研情况",
    "监督“利剑”出鞘",
    "代表建议“落地开花”",
    "“十四五”规划实施情况",
    "会议听取了以下报告：",
    "1.关于计划执行情况的报告",
    "（三）加强自身建设",
    "王芳（女，壮族）",
    "李明（壮族）",
    "当选代表名单",
    "第一选区：李明",
    "附件：2",
    "更多群众受益",
    "相关部门要加强配合",
    "推荐人选公示",
    "分享发展成果",
    "打印机采购项目",
    "首页改版",
    "下一步，将加强督办。",
    "上一年度建议办理情况",
    "共120人参加会议",
    "今天是国家宪法日。",
    "今天是我当代表的第一天",
    "图书馆建设提速",
    "图书室有了新模样",
    "来源多样",
    "登录平台的有21人",
    "注册志愿者320人",
    "声明支持的代表有12人",
    "联系群众“零距离”",
    "会议时间：2024年5月20日",
    "地点：县会议中心",
    "主持人：李明",
    "出席：张三、李四",
    "特此公告",
    "此复",
    "（公开方式：主动公开）",
    "抄送：市人大常委会",
    "青政发〔2024〕3号",
    "收藏民意的“百宝箱”",
    "关闭“小散乱”企业12家",
    "返回家乡的代表",
    "点击民生痛点",
    "评论员文章",
    "位置偏远的屯级路修好了",
    "无障碍环境建设",
    "密码法宣传",
    "微信群里解民忧",
    "正文化之风",
    "新闻发布会",
    "A类建议12件",
    "技术支持到位",
    "主办件12件",
    "举报人保护",
    "许可证办理提速",
    "热点问题追踪",
    "最新进展",
    "阅读推广活动",
]


@pytest.mark.parametrize("line", ARTICLE)
def test_short_lines_of_an_article_stay_wherever_they_stand(line):
    assert strip_boilerplate([*BODY, line]).kept == (*BODY, line)
    assert line in strip_boilerplate([BODY[0], line, BODY[1]]).kept


@pytest.mark.parametrize("credit", ["责任编辑：张三", "（编辑 李四）", "来源：青山发布", "图为代表察看水厂。谭乃文 摄"])
def test_credits_are_left_to_the_byline_reader_even_below_a_share_bar(credit):
    assert strip_boilerplate([*BODY, "分享到：", credit]).kept == (*BODY, credit)


def test_what_follows_related_reading_is_other_articles():
    stripped = strip_boilerplate([*BODY, "相关新闻", "青山县举办培训班", "某地开展执法检查"])
    assert stripped.kept == BODY
    assert stripped.removed == ("相关新闻", "青山县举办培训班", "某地开展执法检查")


def test_a_menu_may_have_an_entry_a_line_while_one_word_is_a_heading():
    assert strip_boilerplate(["首页", "要闻", "代表工作", *BODY]).kept[0] == BODY[0]
    assert strip_boilerplate(["代表工作", *BODY]).kept == ("代表工作", *BODY)


def test_a_date_below_related_reading_is_that_of_another_article():
    assert strip_boilerplate([*BODY, "新闻推荐", "市民祭扫", "2024年4月2日"]).kept == BODY


def test_a_list_of_related_reading_before_the_text_ends_with_it():
    assert strip_boilerplate(["推荐阅读", "某地开展执法检查", *BODY]).kept == BODY


def test_what_follows_the_pager_is_no_article():
    assert strip_boilerplate([*BODY, "上一篇：没有了", "青山县某某中心", "值班室"]).kept == BODY


def test_an_address_belongs_to_a_footer_that_names_its_owner():
    address = "地址：青山县新民路1号 电话：0000-1234567"
    assert strip_boilerplate([*BODY, address]).kept == (*BODY, address)
    assert strip_boilerplate([*BODY, address, "版权所有：青山县人大常委会办公室"]).kept == BODY


def test_a_bar_behind_the_last_sentence_is_cut_off():
    assert strip_boilerplate([BODY[0] + " |"]).kept == BODY[:1]


def test_a_text_without_a_paragraph_keeps_its_lines():
    lines = ("青山县人大常委会任免名单", "任命张三为副主任", "免去李四的主任职务")
    assert strip_boilerplate(lines).kept == lines


def test_a_headline_that_asks_is_no_paragraph():
    assert not is_paragraph("代表建议办得怎么样？选民代表现场给出打分！")
    assert not is_boilerplate("代表建议办得怎么样？选民代表现场给出打分！")


@settings(max_examples=100, deadline=None)
@given(st.lists(st.sampled_from([*FURNITURE, *ARTICLE, *BODY]), max_size=12))
def test_every_line_is_either_kept_or_removed_and_stripping_twice_is_stripping_once(lines):
    stripped = strip_boilerplate(lines)
    assert sorted(stripped.kept + stripped.removed) == sorted(lines)
    assert set(BODY) & set(lines) <= set(stripped.kept)


@pytest.mark.parametrize("piece", ["首页 ", "首页>", "图为", "_", "版权所有", "分享到", "上一页", "[大]", "1 2 "])
def test_a_line_without_end_is_text_whatever_it_repeats(piece):
    line = (piece * (100_000 // len(piece))).strip()
    assert strip_boilerplate([line]).kept == (line,)
