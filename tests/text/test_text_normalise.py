"""Script, annotations and damage. All texts are invented."""

import unicodedata

import opencc
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nnnews.text.normalise import normalise
from nnnews.text.readings import plain_syllable, readings, syllables

ORIGINAL = (
    "青山县人大常委会开展专项视察，走访企业21家，发放问卷400份。\n"
    "代表们说：“问题清单要办结。”乡镇(街道)报送材料30件(次)，其中(GDP)部分占六成，水库距县城12公里(km)。"
)
TO_TRADITIONAL = opencc.OpenCC("s2t").convert
TO_SIMPLIFIED = opencc.OpenCC("t2s").convert
MARKS = dict(zip("aoeiuv", "àòèìùǜ", strict=True))


def toned(syllable: str) -> str:
    """The syllable with a falling tone on its main vowel."""
    vowel = next(letter for letter in "aoeiuv" if letter in syllable)
    return syllable.replace(vowel, MARKS[vowel], 1)


def mirror(text: str, write: str) -> str:
    """A mirror's copy: Traditional, every second character that converts annotated as `write` says."""
    copied = []
    for index, character in enumerate(TO_TRADITIONAL(text)):
        syllable = min(readings().get(character, {""}))
        annotation = write.replace("TONED", toned(syllable)).replace("PLAIN", syllable) if syllable else ""
        copied.append(character + (annotation if index % 2 else ""))
    return "".join(copied)


@pytest.mark.parametrize(
    "write", ["(TONED)", "(PLAIN)(PLAIN)", "(PLAIN)(PLAIN)(PLAIN)", "（TONED）", "( TONED )", "(PLAIN)"]
)
def test_a_mirror_copy_and_its_original_end_in_equal_text(write):
    normalised = normalise(mirror(ORIGINAL, write))
    assert normalised.text == ORIGINAL
    assert normalised.script == "mirror-pinyin"


def test_a_traditional_page_ends_in_the_same_text():
    normalised = normalise(TO_TRADITIONAL(ORIGINAL).replace("“", "「").replace("”", "」"))
    assert normalised.text == ORIGINAL
    assert normalised.script == "traditional"


@pytest.mark.parametrize(
    ("page", "text"),
    [
        ("(韋仕民(mín))", "(韦仕民(mín))"),
        ("(黃建國(guó))", "(黄建国)"),
        ("開會(hui4)、聯網(wang3)", "开会、联网"),
        ("綠(lu:4)化會(huì)", "绿化会"),
        ("來（lái）訪30人（次）", "来访30人（次）"),
        ("會(HUI)議、12畝(mu)地、社會(huì)", "会(HUI)议、12亩(mu)地、社会"),
        ("(桂)字第01號(hào)、(署)網(wǎng)出證", "(桂)字第01号、(署)网出证"),
    ],
)
def test_only_annotations_are_stripped(page, text):
    assert normalise(page).text == text


@pytest.mark.parametrize(
    "text",
    [
        "邕(yōng)江边的圩(xū)日",
        "国内生产总值(GDP)与采购经理指数(PMI)",
        "安(An)女士买了3千克(kg)",
        "小李(He)说：为什么?因为。",
    ],
)
def test_simplified_text_is_returned_as_it_is(text):
    assert normalise(text).text == text
    assert normalise(text).script == "simplified"


def test_a_gloss_on_a_rare_character_of_a_simplified_page_stays():
    text = "这里读作瀧(shuāng)，是个习惯读法，国家标准、县志、乡里老人们都这样说。"
    assert normalise(text).text == text


@pytest.mark.parametrize(
    ("page", "text"),
    [
        ("隨著水位上漲，沿著河堤，意味著風險", "随着水位上涨，沿着河堤，意味着风险"),
        ("成效顯著的著名專家執著於編著名著", "成效显著的著名专家执著于编著名著"),
        ("農昇的水平提昇了", "农昇的水平提升了"),
        ("記者 於文靜 報道，於是眾人", "记者 於文静 报道，于是众人"),
        ("乾隆年間的乾淨幹部，三十餘件，皇后之後", "乾隆年间的干净干部，三十余件，皇后之后"),
        ("李喆、劉暐說：『好』", "李喆、刘暐说：‘好’"),
        ("魏濛說，濛濛細雨", "魏濛说，蒙蒙细雨"),
        ("智慧、聯絡、互動的數據", "智慧、联络、互动的数据"),
    ],
)
def test_names_particles_and_vocabulary_survive_the_conversion(page, text):
    assert normalise(page).text == text


def test_a_particle_without_tone_is_annotated_as_well_where_tones_are_written():
    assert normalise("區(qū)代表們(men)進(jìn)村開(kāi)會，種糧3畝(mu)").text == "区代表们进村开会，种粮3亩(mu)"


def test_a_cut_byte_pair_is_put_together_again():
    normalised = normalise("這個(gè)管理?xiàng)l例，農產品")
    assert (normalised.text, normalised.damaged) == ("这个管理条例，农产品", 0)


def test_what_cannot_be_mended_is_marked():
    normalised = normalise("全縣(xiàn)人口?70多萬，網(wǎng)格зж員，社?huì)區。為什麼?70歲的他說")
    assert normalised.text == "全县人口〓70多万，网格〓员，社〓区。为什么?70岁的他说"
    assert normalised.damaged == 3


def test_white_space_and_signs_without_a_shape_are_tidied():
    assert normalise("\ufeff　　第一段\u200b。\u00a0 \r\n????第二\u00a0段。\x07").text == "第一段。\n第二 段。"


def test_one_traditional_name_does_not_turn_a_simplified_page():
    normalised = normalise("这个书画展览展出了国画作品，题字“書”出自乡村教师之手，观众们说好。")
    assert normalised.script == "simplified"
    assert "書" in normalised.text


@pytest.mark.parametrize(
    ("written", "plain"),
    [("Lǘ", ("lv", True)), ("lai2", ("lai", True)), ("bao", ("bao", False)), ("ɡuɑ́nɡ", ("guang", True))],
)
def test_a_syllable_is_read_without_its_tone(written, plain):
    assert plain_syllable(written) == plain


def test_the_table_has_the_common_readings():
    assert readings()["會"] == {"hui", "kuai"} | readings()["會"]
    assert len(syllables()) > 380


PIECES = st.sampled_from(
    [
        "會",
        "会",
        "國",
        "區",
        "昇",
        "著",
        "條",
        "理",
        "(huì)",
        "(hui)",
        "（guó）",
        "(xiàng)",
        "?xiàng)l",
        "?",
        "??",
        "(次)",
        "(GDP)",
        "3",
        "70",
        "「",
        "」",
        "зж",
        "記者 於文",
        "á",
        "報(bao)(bao)",
    ]
)
SPACES = st.sampled_from(["", "", "", "\n", " ", "\u3000", "\u00a0"])


@settings(max_examples=300, deadline=None)
@given(st.lists(st.builds(str.__add__, PIECES, SPACES), max_size=25).map("".join))
def test_normalising_twice_is_normalising_once(text):
    once = normalise(text).text
    assert normalise(once).text == once


@settings(max_examples=100, deadline=None)
@given(st.text(st.characters(min_codepoint=0x20, max_codepoint=0x9FFF), max_size=60))
def test_normalising_any_text_twice_is_normalising_it_once(text):
    once = normalise(text).text
    assert normalise(once).text == once


@settings(max_examples=100, deadline=None)
@given(st.text(st.sampled_from("青山县人大常委会，。：（）(次)30%—\u3000“”\n"), max_size=60))
def test_simplified_text_without_latin_in_brackets_changes_in_nothing_but_edges(text):
    assert normalise(text).text == "\n".join(line.strip(" \u3000") for line in text.split("\n"))


@settings(max_examples=60, deadline=None)
@given(st.text(st.sampled_from("县区会议国网报问题问结议员长农业开办学习20多家，。\n"), min_size=1, max_size=80))
def test_stripping_undoes_annotating(text):
    plain = "\n".join(line.strip() for line in text.split("\n"))
    copy = normalise(mirror(plain, "(TONED)")).text
    assert copy == TO_SIMPLIFIED(TO_TRADITIONAL(plain))


def test_traditional_text_is_composed_before_it_is_compared():
    assert normalise("開(k" + unicodedata.normalize("NFD", "āi") + ")會(huì)議").text == "开会议"


@pytest.mark.parametrize("piece", ["(", "（a", "国(guó", "?", "國?xiàng)", " ", "國(guó)", "昇著", "(a)"])
def test_a_line_without_end_is_normalised_once_and_for_all(piece):
    once = normalise(piece * (100_000 // len(piece))).text
    assert normalise(once).text == once


def test_half_an_emoji_goes_and_a_whole_one_stays() -> None:
    assert normalise("人大\ud83d代表😀").text == "人大代表😀"
