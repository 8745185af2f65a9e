"""Which district an article is about. The texts in invented.jsonl are made up: people, events and figures."""

import json
from pathlib import Path

import pytest

from nnnews.districts import explain, locate
from nnnews.districts.gazetteer import COUNTY_LEVELS

TEXTS = [json.loads(line) for line in Path(__file__).with_name("invented.jsonl").read_text("utf-8").splitlines()]
CORPUS = Path(__file__).resolve().parents[2].parent / "shared" / "corpus" / "articles.jsonl"


def counties(title: str | None, text: str, source: str | None = None) -> list[str]:
    return [place.name for place in locate(title, text, source).places if place.level in COUNTY_LEVELS]


@pytest.mark.parametrize("item", TEXTS, ids=lambda item: item["title"] or item["text"][:12])
def test_an_invented_text_has_the_districts_a_reader_would_name(item: dict) -> None:
    located = locate(item["title"], item["text"], item.get("source"))
    found = counties(item["title"], item["text"], item.get("source"))
    assert (set(found), found[:1]) == (set(item["counties"]), item["counties"][:1])
    assert located.district == item["district"]
    assert {*item.get("codes", ())} <= {place.code for place in located.places}


def test_the_labelled_corpus_is_read_right() -> None:
    if not CORPUS.exists():
        pytest.skip("../shared/corpus is absent")
    items = [json.loads(line) for line in CORPUS.read_text("utf-8").splitlines()]
    found = [(item["districts"], counties(item["title"], item["clean_body"], item["source"])) for item in items]
    assert sum(set(wanted) == set(got) for wanted, got in found) >= 24
    assert all(wanted[0] == got[0] for wanted, got in found)


def test_the_district_stands_before_its_township() -> None:
    places = locate("那阳镇人大有了新站点", "横州市那阳镇人大启用代表联络站。那阳镇代表说，方便多了。").places
    assert [(place.name, place.level, place.count) for place in places] == [
        ("横州市", "county_level_city", 1),
        ("那阳镇", "town", 3),
    ]


def test_a_city_wide_story_has_no_single_district() -> None:
    text = "南宁市人大常委会举行会议，听取全市教育工作报告。会前，调研组走访了青秀区、宾阳县的学校。"
    assert locate("南宁市人大常委会举行会议", text).district is None
    assert counties("南宁市人大常委会举行会议", text) == ["青秀区", "宾阳县"]


def test_a_former_name_counts_for_the_unit_of_today() -> None:
    place = locate("横县人大视察水库", "横县人大常委会视察水库。").places[0]
    assert (place.code, place.name, place.count) == ("450181", "横州市", 2)


def test_a_split_county_stays_itself_and_is_no_single_district() -> None:
    located = locate("邕宁县旧事", "1990年，邕宁县人大常委会修建档案室。")
    assert (located.places[0].code, located.district) == ("450121", None)


def test_the_source_tells_whose_county_it_is_where_the_text_does_not() -> None:
    text = "县人大常委会召开主任会议，听取全县春耕情况汇报。"
    assert locate(None, text, "上林发布").district == "上林县"
    assert locate(None, text, "江南都市报").district is None
    assert locate(None, text).district is None


def test_a_village_is_read_only_inside_a_named_township() -> None:
    inside = locate(None, "兴宁区民生街道官桥村的代表来了。")
    assert ("官桥村", "village") in [(place.name, place.level) for place in inside.places]
    assert locate(None, "官桥村的代表来了。").places == ()


def test_a_partner_named_in_passing_is_left_out() -> None:
    text = "良庆区人大常委会视察蔬菜基地。基地的菜销往柳州市鱼峰区。良庆区计划扩种。"
    assert counties("良庆区人大常委会视察蔬菜基地", text) == ["良庆区"]


def test_explain_gives_surface_unit_and_rule_with_offsets_of_their_own_string() -> None:
    title, text = "武鸣人大视察", "经开区企业盼招工，东盟经开区管委会作答。"
    mentions = explain(title, text)
    assert all((title if m.in_title else text)[m.start : m.end] == m.surface for m in mentions)
    assert [(m.surface, m.unit and m.unit.code, m.rule) for m in mentions] == [
        ("武鸣", "450110", "before an institution"),
        ("经开区", "450110451", "short for 东盟经开区"),
        ("东盟经开区", "450110451", "full name"),
    ]


def test_an_empty_text_has_no_place() -> None:
    assert locate(None, "").places == ()
