"""What the grammar makes of each form. All sentences are invented."""

import pytest

from nnnews.figures import explain, read_figures


def told(text: str) -> list[tuple[float, float | None, str | None, str]]:
    return [(f.value, f.value_max, f.unit, f.qualifier) for f in read_figures(text)]


@pytest.mark.parametrize(
    ("text", "value", "unit", "qualifier"),
    [
        ("1.2万余户", 12000, "户", "over"),
        ("近 1.2 万户", 12000, "户", "under"),
        ("15 个", 15, "个", "exact"),
        ("一点二万户", 12000, "户", "exact"),
        ("１２家", 12, "家", "exact"),
        ("1,200份", 1200, "份", "exact"),
        ("三百八十多批", 380, "批", "over"),
        ("三百一十多亿元", 31_000_000_000, "元", "over"),
        ("1亿5000万元", 150_000_000, "元", "exact"),
        ("1.2万亿元", 1_200_000_000_000, "元", "exact"),
        ("386.7元", 386.7, "元", "exact"),
        ("七成", 7, "成", "exact"),
        ("八成五", 8.5, "成", "exact"),
        ("三分之二以上", 2 / 3, None, "over"),
        ("百分之九十五", 95, "%", "exact"),
        ("1/3以上", 1 / 3, None, "over"),
        ("半数以上", 0.5, None, "over"),
        ("近一半", 0.5, None, "under"),
        ("翻了一番", 1, "番", "exact"),
        ("近两倍", 2, "倍", "under"),
        ("7000多归侨", 7000, None, "over"),
        ("870多万人口", 8_700_000, "人口", "over"),
        ("数百名", 100, "名", "over"),
        ("近百家", 100, "家", "under"),
        ("3个多月", 3, "个月", "over"),
        ("两个半小时", 2.5, "个小时", "exact"),
        ("三年半", 3.5, "年", "exact"),
        ("一个月内", 1, "个月", "exact"),
        ("60日内", 60, "日", "exact"),
        ("5个工作日以内", 5, "个工作日", "under"),
        ("30人(次)", 30, "人(次)", "exact"),
        ("12件次", 12, "件次", "exact"),
        ("130元/人", 130, "元/人", "exact"),
        ("151元/人·月", 151, "元/人·月", "exact"),
        ("5千克", 5, "千克", "exact"),
        ("三千瓦", 3, "千瓦", "exact"),
        ("1.2亿吨公里", 120_000_000, "吨公里", "exact"),
        ("0.35个百分点", 0.35, "个百分点", "exact"),
        ("93.5％", 93.5, "%", "exact"),
        ("不得超过60分贝", 60, "分贝", "under"),
        ("85%及以上", 85, "%", "over"),
        ("约950万元", 9_500_000, "元", "about"),
        ("约占四成", 4, "成", "about"),
        ("至少召开两次", 2, "次", "over"),
        ("50个人大代表", 50, "个", "exact"),
        ("增速为-2.3%", -2.3, "%", "exact"),
        ("（－1.5℃）", -1.5, "℃", "exact"),
        ("还有一个月", 1, "个月", "exact"),
        ("压减一半", 0.5, None, "exact"),
        ("三大本台账", 3, "大本", "exact"),
        ("十几里山路", 10, "里", "over"),
        ("他说：“每斤只卖4元”", 4, "元", "exact"),
        ("5000万的资金", 50_000_000, None, "exact"),
        ("送花200盆", 200, "盆", "exact"),
        ("惠及12村", 12, "村", "exact"),
    ],
)
def test_one_figure_is_read(text: str, value: float, unit: str | None, qualifier: str) -> None:
    assert told(f"据介绍，{text}。") == [(pytest.approx(value), None, unit, qualifier)]


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("九至十七人", 9, 17, "人"),
        ("2800元至3500元", 2800, 3500, "元"),
        ("20—30元", 20, 30, "元"),
        ("3-5个", 3, 5, "个"),
        ("3～5天", 3, 5, "天"),
        ("2至3万立方米", 20000, 30000, "立方米"),
        ("10%到15%", 10, 15, "%"),
        ("三五百亩", 300, 500, "亩"),
        ("两三千人", 2000, 3000, "人"),
        ("一两个月", 1, 2, "个月"),
    ],
)
def test_a_range_has_both_ends(text: str, low: float, high: float, unit: str) -> None:
    assert told(f"大约{text}。") == [(low, high, unit, "range")]


def test_a_list_shares_its_last_unit() -> None:
    assert told("三条路长1.2、0.8和2.5公里")[1:] == [
        (1.2, None, "公里", "exact"),
        (0.8, None, "公里", "exact"),
        (2.5, None, "公里", "exact"),
    ]


@pytest.mark.parametrize("link", ["由30天压缩到5天", "从30天缩短至5天", "由30天到5天"])
def test_before_and_after_are_two_figures_marked_so(link: str) -> None:
    first, second = read_figures(f"审批时限{link}。")
    assert (first.subject, second.subject) == ("原审批时限", "现审批时限")


def test_pairwise_growth_takes_the_subjects_in_order() -> None:
    figures = read_figures("接待游客30万人次，实现消费5亿元，分别增长9.1%和11.4%。")
    assert [f.subject for f in figures[2:]] == ["接待的游客增幅", "实现的消费增幅"]


def test_one_number_shared_by_several_names_is_one_figure() -> None:
    assert told("江南区、良庆区各有2件建议获奖") == [(2, None, "件", "exact")]


def test_a_clause_without_a_noun_takes_that_of_the_same_unit() -> None:
    figures = read_figures("代表建议97件，已办结96件，其中解决62件。")
    assert [f.subject for f in figures] == ["代表建议", "办结的代表建议", "解决的代表建议"]


def test_whole_values_are_ints() -> None:
    assert repr(read_figures("投入38.6万元")[0].value) == "386000"


def test_the_sentence_is_the_one_around_the_figure() -> None:
    figures = read_figures("第一句没有。他说：“修了3条路。”后来又修5条。")
    assert [f.sentence for f in figures] == ["他说：“修了3条路。”", "后来又修5条。"]


def test_explain_names_the_rule_of_each_figure() -> None:
    rules = [rule for _, rule in explain("500名代表，三分之二以上，3至5天，近百家，7000多归侨")]
    assert rules == ["person", "fraction", "range", "bare magnitude", "without classifier"]


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("县财政部门今年将支付约120万元，用于购置设备。", "支付金额"),
        ("园区今年又签约3亿元。", "签约金额"),
        ("首批到货树苗2万株。", "首批到货树苗"),
        ("所提诉求已经解决的占九成。", "所提诉求占比"),
        ("这样的比赛今年已举办6次。", "这样的比赛"),
        ("带来的300份宣传册很快发完。", "宣传册"),
        ("从申请到办好，前后只用了两天。", "时长"),
    ],
)
def test_who_pays_and_how_it_went_are_no_subject(text: str, subject: str) -> None:
    assert [figure.subject for figure in read_figures(text)] == [subject]
