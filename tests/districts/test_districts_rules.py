"""Names that need their context, a pair of readings each; all sentences are invented."""

import pytest

from nnnews.districts import explain, locate

# A sentence, a surface in it, the code it stands for (None: no place, or one outside Guangxi).
READINGS = [
    ("隆安县城厢镇的路通了。", "城厢镇", "450123100"),
    ("武鸣区人大视察城厢镇。", "城厢镇", "450110100"),
    ("城厢镇人大主席团开会。", "城厢镇", None),
    ("横州市马山镇种甜玉米。", "马山镇", "450181118"),
    ("马山县人大视察马山的村屯。", "马山", "450124"),
    ("他们爬上了马山。", "马山", None),
    ("解决民生问题。民生街道办好实事。", "民生街道", "450102001"),
    ("东盟经开区招商忙。", "东盟经开区", "450110451"),
    ("南宁市表彰企业，经开区十家上榜。", "经开区", "450105450"),
    ("武鸣区经开区招商忙。", "经开区", "450110451"),
    ("柳州市高新区招商忙。", "高新区", None),
    ("南宁市高新区招商忙。", "高新区", "450107454"),
    ("珠江南部降温。", "江南", None),
    ("江南人大开门纳谏。", "江南", "450105"),
    ("南宁江南万达开业。", "江南", "450105"),
    ("青秀、江南两个城区试点。", "江南", "450105"),
    ("烟雨江南好风景。", "江南", None),
    ("广东兴宁来的客商。", "兴宁", None),
    ("兴宁人大听民声。", "兴宁", "450102"),
    ("隆安粽子飘香。", "隆安", "450123"),
    ("兴隆安置点分房。", "隆安", None),
    ("武鸣大道通车。", "武鸣", None),
    ("南宁新城区人大的老档案。", "新城区", "450103"),
    ("建设新城区要有新思路。", "新城区", None),
    ("湘潭县长塘镇修路。", "长塘镇", None),
    ("青秀区长塘镇修路。", "长塘镇", "450103103"),
    ("百色靖西的糯米。", "靖西", "451081"),
    ("青秀山管委会招工。", "青秀山管委会", "450103451"),
    ("西宁市城北区来访。", "城北区", None),
    ("驻邕部队官兵植树。", "驻邕", "450100"),
]


@pytest.mark.parametrize(("text", "surface", "code"), READINGS, ids=lambda value: str(value))
def test_a_name_is_read_by_its_context(text: str, surface: str, code: str | None) -> None:
    mention = next(mention for mention in explain(None, text) if mention.surface == surface)
    assert (mention.unit.code if mention.unit else None) == code


@pytest.mark.parametrize(
    "text", ["解决民生问题。", "明亮的教室。", "走三里路。", "大桥通车。", "盛开的百合。", "青秀山很美。"]
)
def test_the_bare_form_of_a_township_is_a_word(text: str) -> None:
    assert locate(None, text).places == ()


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("夹山县人大常委会开会。", "夹山县"),
        ("近日，溪口县在村头办起议事会，溪口县人大主席团说好。", "溪口县"),
        ("湖南省石桥县代表来访。", "石桥县"),
        ("苍岭区人大常委会开会。", "苍岭区"),
        ("清源市人民政府答复代表。", "清源市"),
        ("郴州市永兴县人大开会。", "永兴县"),
    ],
)
def test_a_county_outside_guangxi_is_known_by_its_form(text: str, name: str) -> None:
    located = locate(None, text)
    assert located.district == name
    assert next(place for place in located.places if place.name == name).code is None


@pytest.mark.parametrize(
    "text", ["开发区政府招商。", "贫困县政府摘帽。", "社区人大代表联络站。", "各县人大交流。", "自治区人大开会。"]
)
def test_a_kind_of_area_is_no_county(text: str) -> None:
    assert locate(None, text).district is None


@pytest.mark.parametrize(
    "text",
    [
        "，督促县政府整改。",
        "听取区人民政府报告。",
        "就有市委书记到场。",
        "，其中县委书记三名。",
        "发来一张县民政局的信。",
    ],
)
def test_a_verb_before_an_office_is_no_name(text: str) -> None:
    assert locate(None, text).places == ()


def test_a_county_of_guangxi_by_its_stem_needs_its_full_name_or_its_city() -> None:
    assert locate("鹿寨人大视察蔗田", "鹿寨县人大常委会视察蔗田。").places[0].count == 2
    assert locate(None, "资源人大常委会。").places == ()


@pytest.mark.parametrize(
    ("text", "word", "unit"),
    [
        ("良庆区人大说，全区托位四千个。", "全区", "良庆区"),
        ("自治区人大常委会部署，全区推广。", "全区", "广西壮族自治区"),
        ("横州市人大说，全市花农增收。", "全市", "横州市"),
        ("南宁市人大部署，全市推广。", "全市", "南宁市"),
        ("邕宁区人大开会，城区政府作答。", "城区", "邕宁区"),
        ("马山县人大开会，该县修路。", "该县", "马山县"),
    ],
)
def test_a_relative_word_means_the_place_already_named(text: str, word: str, unit: str) -> None:
    mention = next(mention for mention in explain(None, text) if mention.surface == word)
    assert mention.unit is not None
    assert mention.unit.name == unit


def test_of_two_names_that_overlap_the_longer_one_counts() -> None:
    located = locate("代表视察", "代表们在邕宁区的一家工厂座谈。")
    assert [place.name for place in located.places] == ["邕宁区"]
