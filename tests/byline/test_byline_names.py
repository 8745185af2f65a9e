"""Which runs of characters are names. All names are invented."""

import pytest

from nnnews.byline.names import is_handle, is_usual_name, sounds_alike, split_names
from nnnews.byline.offices import is_office, is_outlet, office_and_rest


@pytest.mark.parametrize(
    ("run", "names"),
    [
        ("韦仕民", ("韦仕民",)),
        ("覃 敏", ("覃敏",)),
        ("韦　珺　覃海明", ("韦珺", "覃海明")),
        ("李 明 王 芳", ("李明", "王芳")),
        ("文新华孙敏", ("文新华", "孙敏")),
        ("唐予诺蒋听雨", ("唐予诺", "蒋听雨")),
        ("黄丽梁宇", ("黄丽", "梁宇")),
        ("欧阳明轩、司徒敏", ("欧阳明轩", "司徒敏")),
        ("阿依古丽•买买提", ("阿依古丽·买买提",)),
        ("张建国 李平等", ("张建国", "李平")),
        ("冯国旭?刘锻", ("冯国旭", "刘锻")),
        ("陈小红 和 黄大卫", ("陈小红", "黄大卫")),
    ],
)
def test_a_run_of_names_is_parted(run, names):
    assert split_names(run) == names


@pytest.mark.parametrize("run", ["全文", "草案", "右一", "次", "见图1", "街道", "马山", "高清", "的", "", "三则"])
def test_other_words_are_no_names(run):
    assert split_names(run) is None


def test_a_label_makes_a_pen_name_believed():
    assert split_names("格桑边觉") is None
    assert split_names("格桑边觉", labelled=True) == ("格桑边觉",)


def test_a_label_makes_a_place_believed_that_people_are_called_as_well():
    assert (split_names("凌云", labelled=True), split_names("凌云")) == (("凌云",), None)


def test_a_label_does_not_make_a_phrase_a_name():
    assert split_names("昨日从", labelled=True) is None


def test_an_editors_handle_is_latin_and_no_system_account():
    assert is_handle("redleaf")
    assert not is_handle("admin")


@pytest.mark.parametrize("outlet", ["南宁日报", "广西新闻网", "青山发布", "南宁云", "人民网", "青秀区融媒体中心"])
def test_outlets_are_told_from_people(outlet):
    assert is_outlet(outlet)
    assert not is_outlet("韦小云")


@pytest.mark.parametrize("office", ["青山县人大常委会办公室", "良庆区人大办", "选举联络工委", "人大办"])
def test_offices_are_told_from_people(office):
    assert is_office(office)
    assert not is_office("李区")


def test_an_office_and_a_name_run_on_are_parted():
    assert office_and_rest("县人大办韦仕民") == ("县人大办", "韦仕民")


def test_a_usual_name_is_told_from_words_that_begin_with_a_surname():
    assert all(map(is_usual_name, ("韦海明", "王娜", "欧阳明轩", "覃小燕")))
    assert not any(map(is_usual_name, ("时指出", "家认为", "明", "高度", "王")))


def test_a_name_mistyped_sounds_as_before():
    assert sounds_alike("明", "铭")
    assert not sounds_alike("明", "静")
    assert not sounds_alike("", "明")


def test_a_name_is_not_joined_over_a_comma():
    assert split_names("文、张三") != ("文张三",)
    assert split_names("冯?文、张三") == ("冯文", "张三")
