"""What holds for every text."""

from hypothesis import given, settings
from hypothesis import strategies as st

from nnnews.figures import explain, read_figures

WORDS = """
    近 约 超过 不少于 至少 共 由 从 分别 各有 每 第 3 12 1.2 2023 0771 ５ 1,200 一 两 三 十 百 千 万 亿 半 几 数 点 零
    多 余 来 个 名 件 人 人(次) 元 元/人 % 个百分点 公里 千瓦 年 月 日 天 个月 小时 成 倍 届 次 级 分之 至 到 — - ～ 、
    和 ， 。 ： : + / 〓 “ ” 《 》 （ ） 以上 上百 以下 左右 内 代表 建议 走访 增长 A km
"""
PIECES = st.sampled_from([*WORDS.split(), "\n", " "])
TEXTS = st.lists(PIECES, max_size=24).map("".join)
LAWS = settings(max_examples=300, deadline=None)


@LAWS
@given(TEXTS)
def test_offsets_slice_back_and_nothing_overlaps(text: str) -> None:
    end = 0
    for figure in read_figures(text):
        assert text[figure.start : figure.end] == figure.text
        assert end <= figure.start < figure.end
        end = figure.end


@LAWS
@given(TEXTS)
def test_figures_stand_in_their_sentence_and_have_a_subject(text: str) -> None:
    for figure in read_figures(text):
        assert figure.text in figure.sentence
        assert figure.sentence in text
        assert figure.subject
        assert (figure.value_max is not None) == (figure.qualifier == "range")


@LAWS
@given(TEXTS)
def test_reading_is_deterministic_and_explained_by_the_same_code(text: str) -> None:
    assert read_figures(text) == read_figures(text) == tuple(figure for figure, _ in explain(text))


@LAWS
@given(
    st.integers(1, 10**7) | st.decimals("0.1", "9999", places=2),
    st.sampled_from(["", "万", "亿"]),
    st.sampled_from(["个", "名", "元", "公里", "%", "人次", "小时"]),
    st.sampled_from(["", "近", "超过", "约"]),
)
def test_a_value_survives_the_reading_of_its_own_text(number: object, magnitude: str, unit: str, bound: str) -> None:
    (figure,) = read_figures(f"共计{bound}{number}{magnitude}{unit}。")
    (again,) = read_figures(figure.text)
    assert (again.value, again.unit, again.qualifier) == (figure.value, figure.unit, figure.qualifier)
