"""Credits in every form, and people in the story who are none. All texts and names are invented."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nnnews.byline import read_credits

R, C, A, S, F, E = "reporter", "correspondent", "author", "contributor", "photographer", "editor"
TEXT = "城区人大常委会听取了专项报告，提出审议意见6条。"

CREDITS = [
    ([f"本报讯（记者 韦晓岚 通讯员 覃志强）{TEXT}"], {("覃志强", C), ("韦晓岚", R)}, None),
    ([f"南宁日报讯（记者韦晓岚 见习记者 农伟）{TEXT}"], {("农伟", R), ("韦晓岚", R)}, "南宁日报"),
    ([f"本报武鸣讯（首席记者 黄 敏 特约通讯员 陆大勇）{TEXT}"], {("陆大勇", C), ("黄敏", R)}, None),
    ([f"新华社南宁3月5日电（记者向志强、农冠斌）{TEXT}"], {("农冠斌", R), ("向志强", R)}, "新华社"),
    ([f"人民网南宁4月2日电 （记者李敏军）{TEXT}"], {("李敏军", R)}, "人民网"),
    ([f"广西日报-广西云讯（记者/韦静）{TEXT}"], {("韦静", R)}, "广西日报-广西云"),
    ([f"中新网南宁5月20日电 (黄艳梅 林浩){TEXT}"], {("林浩", R), ("黄艳梅", R)}, "中新网"),
    (
        [f"南宁晚报讯 （全媒体记者 何定坚 实习生 蒙小敏 文/图）{TEXT}"],
        {("何定坚", R), ("蒙小敏", F), ("蒙小敏", S)},
        "南宁晚报",
    ),
    ([f"本报讯 {TEXT}"], set(), None),
    ([f"南宁新闻网讯  {TEXT}"], set(), "南宁新闻网"),
    ([f"东方时讯网记者曹云磊5月13日报道：{TEXT}"], {("曹云磊", R)}, "东方时讯网"),
    ([f"记者 陈林夕 报道：{TEXT}"], {("陈林夕", R)}, None),
    ([f"（记者 陶小燕）本报讯 {TEXT}"], {("陶小燕", R)}, None),
    (["□ 本报记者 葛丽丹", TEXT], {("葛丽丹", R)}, None),
    (["■本报记者 赵小玲 陈蓓/文 赖永光/图", TEXT], {("赖永光", F), ("赵小玲", R), ("陈蓓", R)}, None),
    ([f"本报讯 （记者 黄  洁/文 凌 云/图）{TEXT}"], {("黄洁", R), ("凌云", F)}, None),
    ([f"青山县融媒体中心（记者 马小翠）{TEXT}"], {("马小翠", R)}, "青山县融媒体中心"),
    (["□ 覃晓光", TEXT], {("覃晓光", A)}, None),
    ([TEXT, "本组稿件由本报记者 覃晓光 采写"], {("覃晓光", R)}, None),
    ([TEXT, "（据《青山日报》 记者 覃晓光）"], {("覃晓光", R)}, "青山日报"),
    ([f"{TEXT}（青山县人大办公室 韦日升 摄影报道）"], {("韦日升", F)}, "青山县人大办公室"),
    ([TEXT, "一审一校：韦小娜 | 二审二校：莫正君"], {("韦小娜", E), ("莫正君", E)}, None),
    ([TEXT, "图片由青山县人大常委会提供"], set(), None),
    ([TEXT, "本文图片：兰小宇 摄"], {("兰小宇", F)}, None),
    ([TEXT, "编辑制作：韦小娜"], {("韦小娜", E)}, None),
    ([f"本报青山1月21日讯记者安丽报道：{TEXT}"], {("安丽", R)}, None),
    ([f"新华社沙洲（青山）1月29日电（记者 李敬成）{TEXT}"], {("李敬成", R)}, "新华社"),
    (["青山区人大代表 白鹿鸣", TEXT], {("白鹿鸣", A)}, None),
    ([TEXT, "（本文作者系青山区人大代表）"], set(), None),
    ([f"青山县人民法院消息（通讯员：农小青）{TEXT}"], {("农小青", C)}, "青山县人民法院"),
    ([f"【现场】记者 韦小文 陆彦 摄像 覃振邦：{TEXT}"], {("韦小文", R), ("陆彦", R), ("覃振邦", F)}, None),
    ([TEXT, "责编：某某"], set(), None),
    (["□本报记者 卢小荻 文　粟有田 摄", TEXT], {("卢小荻", R), ("粟有田", F)}, None),
    ([f"湘水县融媒体中心2月13日讯（记者 凌云）{TEXT}"], {("凌云", R)}, "湘水县融媒体中心"),
    (["本报记者 卢荻 通讯员 韦 珺 闭金莲", TEXT], {("卢荻", R), ("闭金莲", C), ("韦珺", C)}, None),
    (["光明日报记者 王建平 张文远", TEXT], {("张文远", R), ("王建平", R)}, "光明日报"),
    (["文/王芸 图/李晓", TEXT], {("李晓", F), ("王芸", A)}, None),
    (["文｜苏里 编辑｜何欢", TEXT], {("何欢", E), ("苏里", A)}, None),
    ([f"{TEXT}（韦仕民）"], {("韦仕民", A)}, None),
    ([f"{TEXT}（覃小玲 黄日新）"], {("覃小玲", A), ("黄日新", A)}, None),
    ([TEXT, "（韦　飞　梁志伟）"], {("梁志伟", A), ("韦飞", A)}, None),
    ([f"{TEXT}（马山县人大办 蓝海）"], {("蓝海", A)}, "马山县人大办"),
    ([f"{TEXT}（隆安县人大常委会办公室供稿）"], set(), "隆安县人大常委会办公室"),
    ([f"{TEXT}（通讯员 农夏荷 文/图）"], {("农夏荷", C), ("农夏荷", F)}, None),
    ([f"{TEXT}（文/图 雷思远）"], {("雷思远", A), ("雷思远", F)}, None),
    ([f"{TEXT}（作者：梁海生）"], {("梁海生", A)}, None),
    ([f"{TEXT}（记者 黄振兴/文 韦昌/图）"], {("韦昌", F), ("黄振兴", R)}, None),
    ([f"{TEXT}（来源：宾阳发布）"], set(), "宾阳发布"),
    (
        [TEXT, "供稿：上林县人大常委会", "审核：李国栋", "编辑：樊小川  校对：周全"],
        {("李国栋", E), ("樊小川", E)},
        "上林县人大常委会",
    ),
    ([TEXT, "一审：黄丽 二审：韦志 三审：农建国"], {("农建国", E), ("韦志", E), ("黄丽", E)}, None),
    ([TEXT, "初审|刘畅", "终审|莫小兰"], {("刘畅", E), ("莫小兰", E)}, None),
    ([TEXT, "【责任编辑：温雅】"], {("温雅", E)}, None),
    ([f"{TEXT}【编辑:温雅】"], {("温雅", E)}, None),
    ([TEXT, "(责任编辑：redleaf)"], {("redleaf", E)}, None),
    ([TEXT, "图为代表视察现场。梁枫 摄"], {("梁枫", F)}, None),
    ([TEXT, "代表们在察看水渠 本报记者 梁枫 摄"], {("梁枫", F)}, None),
    (
        [TEXT, "来源：南宁市人大常委会办公室 作者：卢云飞 编辑：amy"],
        {("amy", E), ("卢云飞", A)},
        "南宁市人大常委会办公室",
    ),
    ([TEXT, "撰稿：磨小红", "摄影：零建军", "签发：班华"], {("班华", E), ("磨小红", A), ("零建军", F)}, None),
    ([f"{TEXT}（记者 阿依古丽·买买提）"], {("阿依古丽·买买提", R)}, None),
    ([f"{TEXT}（欧阳明轩 司徒敏）"], {("司徒敏", A), ("欧阳明轩", A)}, None),
    ([f"{TEXT}（南宁日报 周志霞）"], {("周志霞", R)}, "南宁日报"),
    ([TEXT, "记者 刘小涛"], {("刘小涛", R)}, None),
    ([f"{TEXT}（记者周晓玲陈荣昌）"], {("周晓玲", R), ("陈荣昌", R)}, None),
    ([TEXT, "文字：李静", "图片：覃刚", "视频：甘宁"], {("李静", A), ("覃刚", F)}, None),
    ([TEXT, "（通讯员：卢敏；摄影：卢敏）"], {("卢敏", C), ("卢敏", F)}, None),
    ([TEXT, "作者：邓小岚（作者单位：横州市人大常委会）"], {("邓小岚", A)}, None),
    ([TEXT, "作者单位：横州市人大常委会"], set(), None),
    ([f"{TEXT}（覃海 摄）"], {("覃海", F)}, None),
    ([TEXT, "（本文图片由本报记者梁枫拍摄）"], {("梁枫", F)}, None),
    ([TEXT, "值班编辑：苏盈", "本期责编：黄宁", "值班总编：李刚"], {("李刚", E), ("苏盈", E), ("黄宁", E)}, None),
    (["作 者：黄 河清", TEXT], {("黄河清", A)}, None),
    ([TEXT, "编辑丨韦柳", "校对丨何清", "审核丨覃立"], {("覃立", E), ("韦柳", E)}, None),
    ([f"{TEXT}（南宁市人大常委会研究室 黄建 通讯员 周文）"], {("周文", C), ("黄建", A)}, "南宁市人大常委会研究室"),
    ([f"{TEXT}（广西日报记者 骆万丽）"], {("骆万丽", R)}, "广西日报"),
    ([f"{TEXT}（据新华社）"], set(), "新华社"),
    ([f"{TEXT}(完)"], set(), None),
    (["采写/南国早报记者 张若凡 摄影/南国早报记者 邹财", TEXT], {("张若凡", R), ("邹财", F)}, "南国早报"),
    (["本报实习生 陈诺 本报记者 唐辉", TEXT], {("唐辉", R), ("陈诺", S)}, None),
    ([f"通讯员陆有志报道 {TEXT}"], {("陆有志", C)}, None),
    ([f"横州融媒讯（记者 甘雨 李珊）{TEXT}"], {("李珊", R), ("甘雨", R)}, "横州融媒"),
    ([f"据南宁电视台消息 {TEXT}"], set(), "南宁电视台"),
    ([f"青秀区融媒体中心讯（通讯员 黄卉）{TEXT}"], {("黄卉", C)}, "青秀区融媒体中心"),
    (["□文/图 本报记者 张小娟", TEXT], {("张小娟", F), ("张小娟", R)}, None),
    ([f"南宁日报讯(记者 韦静 通讯员 何海 周小文/图){TEXT}"], {("韦静", R), ("何海", C), ("周小文", F)}, "南宁日报"),
    ([f"本报南宁3月5日讯 记者韦静报道：{TEXT}"], {("韦静", R)}, None),
    (["本报评论员 张小娟", TEXT], {("张小娟", A)}, None),
    ([f"{TEXT}（韦大明 马山县人大办公室）"], {("韦大明", A)}, "马山县人大办公室"),
    ([f"{TEXT}（上林县人大常委会 石朝阳 供稿）"], {("石朝阳", S)}, "上林县人大常委会"),
    ([f"{TEXT}（市人大监察司法委供稿）"], set(), "市人大监察司法委"),
    ([f"{TEXT}（原载《南宁日报》2024年3月5日）"], set(), "南宁日报"),
    ([f"{TEXT}（作者：赖小明，单位：市人大研究室）"], {("赖小明", A)}, None),
    ([f"{TEXT}（来源：广西人大网 作者：韦大明）"], {("韦大明", A)}, "广西人大网"),
    ([TEXT, "3月5日，代表在视察。新华社记者 张小三 摄"], {("张小三", F)}, None),
    ([TEXT, "来源：南宁日报（记者 韦大明）"], {("韦大明", R)}, "南宁日报"),
    ([TEXT, "来源：“青山人大”"], set(), "青山人大"),
    ([TEXT, "来源 | 青山发布", "记者 | 韦大明", "编辑 | 何欢"], {("韦大明", R), ("何欢", E)}, "青山发布"),
    ([TEXT, "稿件来源：青秀区人大   作者：韦佳   审稿：李平   发布：王强"], {("韦佳", A), ("李平", E)}, "青秀区人大"),
    ([TEXT, "审核人：张三丰 拟稿人：李四平"], {("张三丰", E), ("李四平", A)}, None),
    ([TEXT, "素材：市人大办 编辑：李四平"], {("李四平", E)}, None),
    ([TEXT, "（文 静 韦大明）"], {("文静", A), ("韦大明", A)}, None),
]

STORY = [
    ["城区人大常委会听取了专项报告，提出审议意见6条，代表李明（右一）作了发言。"],
    ["南宁市物业管理条例（草案）", TEXT],
    [f"{TEXT}详情见图1（试行）"],
    [f"记者从市人大常委会获悉，{TEXT}"],
    [f"记者看到，{TEXT}"],
    ["记者：您怎么看待这次调研？", f"李明：很有收获。{TEXT}"],
    [f"“记者同志，水通了。”村民王大妈说。{TEXT}"],
    [f"{TEXT}会议由主任（黄建国）主持。"],
    [TEXT, "南宁市人大常委会", "2024年3月5日"],
    ["会议应到代表532人（实到498人）", f"{TEXT}30人(次)"],
    [f"{TEXT}（全文）"],
    ["专题询问提纲（三则）", TEXT],
    ["主任：李国明", "副主任：王小红、张建", TEXT],
    [f"编辑部的故事还在继续，{TEXT}"],
    ["当选人员名单（以姓名笔画为序）", "王芳 李明 张建国", TEXT],
    [f"{TEXT}获奖作者是李明、王芳。"],
    ["一、时间：2024年3月5日上午", "二、地点：市人大常委会会议室", TEXT],
    [f"通讯员队伍建设座谈会近日召开。{TEXT}"],
    [f"记者节当天，{TEXT}"],
    [f"{TEXT}资金来源：财政拨款。"],
    [f"通讯地址、电子邮箱请见公告。{TEXT}"],
    [TEXT, "代表李明在发言。"],
    [f"{TEXT}（街道）"],
    [f"{TEXT}（南宁）"],
    [f"{TEXT}（马山）"],
    [f"{TEXT}代表名单见附件（王明）"],
    ["本报记者走基层", TEXT],
    [f"图文并茂的展板吸引了代表。{TEXT}"],
    ["摄影比赛作品评选", TEXT],
    ["设计单位：某某设计院", TEXT],
    ["据记者了解，" + TEXT],
    ["本报记者专访了代表。" + TEXT],
    ["记者 3月5日从市人大获悉，" + TEXT],
    ["通讯员李明是一名老代表。" + TEXT],
    ["编辑李明长期关注民生。" + TEXT],
    [TEXT, "时间：2024年5月20日上午9时", "地点：县会议中心"],
    [TEXT + "（2024年3月5日市人大常委会通过）"],
    [TEXT + "（青秀区人大代表 李明）"],
    [TEXT + "（高质量发展）"],
    [TEXT + "（单位：万元）"],
]


@pytest.mark.parametrize(("lines", "people", "source"), CREDITS)
def test_a_credit_is_read_and_cut_out_of_the_body(lines, people, source):
    credits = read_credits(lines)
    assert {(one.name, one.role) for one in credits.people} == people
    assert credits.source == source
    assert credits.lines == (TEXT,)


@pytest.mark.parametrize("lines", STORY)
def test_people_in_the_story_are_never_credited_and_nothing_is_cut(lines):
    credits = read_credits(lines)
    assert credits.people == ()
    assert credits.lines == tuple(lines)


def test_the_speakers_of_a_broadcast_are_not_its_reporters():
    credits = read_credits(["【现场】记者 施小雅：我在会场。", "【同期声】市人大代表 王建国：建议很好。", TEXT])
    assert [one.name for one in credits.people] == ["施小雅"]
    assert credits.lines[-2:] == ("【同期声】市人大代表 王建国：建议很好。", TEXT)


def test_names_in_brackets_count_only_where_the_text_ends():
    credits = read_credits([TEXT + "（韦仕民）", TEXT])
    assert credits.people == ()


def test_rows_outside_the_body_are_read_and_outweigh_the_dateline():
    credits = read_credits([f"青山融媒讯（记者 李倩）{TEXT}"], ["来源：青山县人大网  编辑：王林"])
    assert credits.source == "青山县人大网"
    assert {(one.name, one.role) for one in credits.people} == {("李倩", R), ("王林", E)}


def test_a_writer_named_again_as_author_is_credited_once():
    credits = read_credits([f"本报讯（记者 梅叶 通讯员 汪小华）{TEXT}", "作者：梅叶 汪小华", "责编：梅叶"])
    assert {(one.name, one.role) for one in credits.people} == {("梅叶", R), ("汪小华", C), ("梅叶", E)}


def test_the_headline_said_again_as_a_caption_is_removed():
    credits = read_credits(["代表视察水厂 座谈会", TEXT], (), "代表视察水厂")
    assert credits.removed == ("代表视察水厂 座谈会",)


def test_a_notice_keeps_its_signature():
    lines = [TEXT, "特此通告。", "青山县人大常委会办公室", "2024年5月10日"]
    assert read_credits(lines).lines == tuple(lines)


@pytest.mark.parametrize(
    "piece", ["记者", "来源：", "（记者张", "张三 ", "记者张三、", "文/图 ", "讯（", "、，", "【编辑"]
)
def test_a_line_without_end_is_read_as_text_and_kept(piece):
    line = piece * (100_000 // len(piece))
    assert read_credits([line]).removed == ()


PIECES = st.sampled_from(
    [*"：: 　、/（）【】|文图摄。，·\n", "记者", "通讯员", "编辑", "张三", "韦小明", "来源", "南宁日报", TEXT]
)


@settings(max_examples=200, deadline=None)
@given(st.lists(PIECES, max_size=20).map("".join))
def test_any_lines_are_read_without_an_accident_and_nothing_is_invented(text):
    credits = read_credits(text.split("\n"))
    unpadded = text.replace(" ", "").replace("　", "")
    assert all(one.name in unpadded for one in credits.people)
    assert all(line in text for line in credits.removed)
