"""The unit table and the canonical forms."""

import pytest

from nnnews.figures import canonical, read_figures
from nnnews.figures.cuts import EXAMPLES as CUT_EXAMPLES
from nnnews.figures.units import EXAMPLES


@pytest.mark.parametrize(("kind", "names", "example"), EXAMPLES)
def test_every_line_of_the_table_reads_its_example(kind: str, names: str, example: str) -> None:
    units = {figure.unit for figure in read_figures(example)}
    assert not units if kind == "date" else units & set(names.split())


@pytest.mark.parametrize("example", CUT_EXAMPLES)
def test_every_line_of_verbs_has_a_figure_with_a_subject(example: str) -> None:
    assert all(figure.subject for figure in read_figures(example))
    assert read_figures(example)


@pytest.mark.parametrize(
    ("units", "form"),
    [
        ("名 位 人", "人"),
        ("人次 人(次) 人（次）", "人次"),
        ("公里 千米 km", "公里"),
        ("天 日", "天"),
        ("小时 个小时", "小时"),
        ("公斤 千克 kg", "公斤"),
        ("件(次) 件次", "件次"),
        ("平方米 ㎡", "平方米"),
    ],
)
def test_units_of_one_meaning_have_one_form(units: str, form: str) -> None:
    assert {canonical(unit) for unit in units.split()} == {form}


def test_compound_units_keep_their_stroke() -> None:
    assert canonical("元/位") == "元/人"
    assert canonical(None) is None


@pytest.mark.parametrize("text", ["12家庭", "7部门", "30人民", "5元旦", "8成立", "6分别", "3mRNA", "12场馆"])
def test_a_unit_is_not_the_head_of_another_word(text: str) -> None:
    assert [f.text for f in read_figures(text) if f.unit] == []


@pytest.mark.parametrize(
    "text",
    [
        "3位居民",
        "5家具有资质的企业",
        "2台风机",
        "30户外迁",
        "3次要求",
        "3项目标",
        "12次之多",
        "30人居住",
        "2所有特色的学校",
    ],
)
def test_a_classifier_is_read_before_any_noun(text: str) -> None:
    assert len(read_figures(text)) == 1
