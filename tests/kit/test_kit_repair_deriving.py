"""What repair takes for a stable name, where it finds known values, and what it does without known addresses."""

from datetime import datetime

import pytest

from nnnews.items import SHANGHAI, Article, Page
from nnnews.kit.repair.choosing import Example, Trials
from nnnews.kit.repair.names import is_about_looks, is_stable, stable_stem
from nnnews.kit.repair.shown import Shown

TEXT = ("市人大常委会组成人员视察邕江沿岸的口袋公园。", "视察组建议把管护责任落实到每一个街道和社区。")
KNOWN = Article(
    title="市人大常委会视察口袋公园建设",
    published=datetime(2026, 11, 20, 9, 5, tzinfo=SHANGHAI),
    published_precision="minute",
    source="南宁日报",
    text="\n".join(TEXT),
)
PAGE = f"""<html><head><title>{KNOWN.title}</title></head><body><div class="nav"><a href="/">首页</a></div>
<div class="css-1a2b3c"><h1 id="t412003">{KNOWN.title}</h1><p class="meta">2026-11-20 09:05　来源：南宁日报</p>
<div class="words"><div class="hot"><b>热门</b><i>{TEXT[0][:6]}</i></div><p>{TEXT[0]}</p><p>{TEXT[1]}</p></div></div>
</body></html>"""


def best(field: str, page: str = PAGE) -> str:
    example = Example(Shown(Page("http://news.example/1.html", page.encode())), KNOWN)
    return Trials([example]).of(field)[0].css


@pytest.mark.parametrize("name", ["article-title", "xiangqing_three_left", "c-article__body", "TRS_Editor", "h1"])
def test_a_name_that_a_person_gave_is_stable(name: str) -> None:
    assert is_stable(name)


@pytest.mark.parametrize("name", ["css-1a2b3c", "sc-bdVaJa", "art412003", "title__x8fK2", "con_99812", "jsx-77aa01"])
def test_a_hash_of_a_build_and_a_number_of_an_article_are_not(name: str) -> None:
    assert not is_stable(name)


def test_the_stem_that_a_bundler_left_is_stable_and_a_bare_hash_has_none() -> None:
    assert stable_stem("detail_title__x8fK2") == "detail_title__"
    assert [stable_stem(name) for name in ("css-1a2b3c", "article-title")] == ["", ""]


@pytest.mark.parametrize("name", ["mx-auto", "text-sm", "leading-7", "clearfix", "fs14"])
def test_a_class_of_looks_is_known(name: str) -> None:
    assert is_about_looks(name)


def test_names_go_before_positions_and_what_changes_is_never_taken() -> None:
    assert (best("title"), best("info"), best("body")) == ("h1", ".meta", ".words")


def test_a_body_in_two_columns_is_their_common_box() -> None:
    columns = f'<div class="two"><div class="l"><p>{TEXT[0]}</p></div><div class="r"><p>{TEXT[1]}</p></div></div>'
    assert best("body", f"<html><body><h1>{KNOWN.title}</h1>{columns}<p>版权所有</p></body></html>") == ".two"


def test_a_traditional_page_shows_the_known_values_too() -> None:
    pairs = zip("视来组员会设", "視來組員會設", strict=True)
    assert best("title", PAGE.translate({ord(plain): full for plain, full in pairs})) == "h1"
