"""What the spiders make of earlier runs. All pages are invented."""

from collections.abc import Callable
from pathlib import Path

from practice_portal import Crawled, Portal
from scrapy.settings import Settings

from nnnews.spiders.memory import Known, RunMemory, open_memory

ROOT = "https://www.gxrd.gov.cn"
PAGE = '<meta charset="utf-8"><h2><span>{0}</span></h2><div class="content"><p>{1}</p></div>'
BODY = "常委会组成人员到武鸣区调研代表联络站建设情况，与基层代表座谈，听取意见建议。" * 4


def build(portal: Portal) -> None:
    rows = "".join(f'<li><a href="html/art{id}.html">第{id}号报道</a></li>' for id in (1, 2, 3))
    portal.put(f"{ROOT}/", f'<meta charset="utf-8"><ul>{rows}</ul>', ETag='"home"')
    for id in (1, 2, 3, 4):
        portal.put(f"{ROOT}/html/art{id}.html", PAGE.format(f"第{id}号报道", BODY))


def test_known_articles_are_not_asked_for_again(portal: Portal, crawl: Callable[..., Crawled]) -> None:
    build(portal)
    done = crawl("gxrd", {"NNNEWS_MEMORY": "set_memory.SetMemory", "SET_DONE": ["gxrd/1", "gxrd/3"]})
    assert list(done.articles) == ["gxrd/2"]


def test_what_a_killed_run_left_is_read_although_the_list_has_not_changed(
    portal: Portal, crawl: Callable[..., Crawled]
) -> None:
    build(portal)
    memory = {
        "NNNEWS_MEMORY": "set_memory.SetMemory",
        "SET_PENDING": [["gxrd/4", f"{ROOT}/html/art4.html", "article"]],
        "SET_TAGS": {f"{ROOT}/": '"home"'},
    }
    assert list(crawl("gxrd", memory).articles) == ["gxrd/4"]
    assert portal.urls().count(f"{ROOT}/") == 1
    assert len(portal.urls()) == 3  # home, search, article


def test_a_list_that_has_not_changed_is_sent_whole_when_old_articles_are_wanted(
    portal: Portal, crawl: Callable[..., Crawled]
) -> None:
    build(portal)
    memory = {"NNNEWS_MEMORY": "set_memory.SetMemory", "SET_TAGS": {f"{ROOT}/": '"home"'}}
    assert len(crawl("gxrd", memory, since="2020-01-01").articles) == 3


def test_the_end_of_a_numbered_list_is_not_looked_for_in_each_run(
    portal: Portal, crawl: Callable[..., Crawled], tmp_path: Path
) -> None:
    build(portal)
    store = f"sqlite:///{tmp_path / 'store.sqlite3'}"
    settings = {"NNNEWS_MEMORY": "set_memory.KeptMemory", "SET_STORE": store}
    crawl("gxrd", settings)
    crawl("gxrd", settings)
    assert portal.urls().count(f"{ROOT}/") == 2
    assert portal.urls().count(f"{ROOT}/index_2.html") == 1


def test_a_run_without_a_store_remembers_for_itself() -> None:
    memory = open_memory(Settings())
    assert isinstance(memory, RunMemory)
    memory.found(Known("gxrd/1", f"{ROOT}/html/art1.html"))
    assert [known.key for known in memory.pending("gxrd")] == ["gxrd/1"]
    memory.done("gxrd/1")
    assert memory.is_done("gxrd/1")
    assert list(memory.pending("gxrd")) == []
