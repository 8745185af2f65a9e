"""The page as files: everything escaped, links relative, bytes that stand still."""

import json
import re
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from lxml import html

from nnnews.exporters.page.article_pages import paragraphs
from nnnews.exporters.page.chart import Spot, ceiling, line_chart
from nnnews.exporters.page.series import Point, series_of
from nnnews.exporters.page.template import number
from nnnews.items import Article
from nnnews.storage import health, site_days, writing
from nnnews.storage.runs import Finish, finish_run, start_run
from nnnews.storage.stored import NETWORK, Health, SiteDay, SiteRun


def page(office: Any, name: str) -> html.HtmlElement:
    return html.parse(str(office.config.exports / name)).getroot()


def test_the_newest_articles_stand_in_the_page_itself(office: Any) -> None:
    assert page(office, "index.html").xpath("//ol[@id='list']/li/a/@href") == ["a/0/2.html", "a/0/1.html"]


def test_an_article_page_marks_its_figures_and_names_its_other_place(office: Any) -> None:
    article = page(office, "a/0/1.html")
    assert article.xpath("//mark/text()") == ["50余名"]
    assert article.xpath("//a[@href='#f1']/text()") == ["50余名"]
    assert article.xpath("//section[@aria-labelledby='elsewhere']//a/@href") == ["http://www.gxnews.com.cn/9.html"]


def test_marks_do_not_change_the_text(visit: Article) -> None:
    pieces = paragraphs(visit.text, visit.figures)
    assert "\n".join("".join(piece.text for piece in line) for line in pieces) == visit.text


def test_what_means_harm_is_shown_as_text(empty_office: Any, hostile: Article) -> None:
    title = "<script>alert(1)</script>]]>\x0b\u202e倒" + "长" * 10_000
    empty_office.add(replace(hostile, title=title, source="</bdi><img src=x onerror=alert(1)>", district="<b>区"))
    empty_office.export()
    article = page(empty_office, "a/0/1.html")
    assert article.xpath("//h1/bdi/text()") == [title.replace("\x0b", "")]
    assert not article.xpath("//img | //script | //b | //*[@onerror] | //a[starts-with(@href, 'javascript')]")
    assert len(page(empty_office, "index.html").xpath("//ol[@id='list']//bdi/text()")[0]) <= 120


def test_pages_ask_no_other_host_and_run_nothing_inline(office: Any) -> None:
    for file in office.config.exports.rglob("*.html"):
        text = file.read_text("utf-8")
        assert "default-src 'self'" in text and " style=" not in text and "<style" not in text, file
        tree = html.fromstring(text.encode())
        assert not [one for one in tree.xpath("//script") if one.text], file
        assert not [one for one in tree.xpath("//script/@src | //link/@href | //img/@src") if ":" in one], file


def test_every_link_inside_leads_to_a_file(office: Any) -> None:
    for file in office.config.exports.rglob("*.html"):
        for link in html.parse(str(file)).getroot().xpath("//@href | //@src"):
            if not re.match(r"https?:|#", link):
                assert (file.parent / link.partition("#")[0]).is_file(), (file, link)


def test_the_list_of_feeds_has_an_icon_and_leads_back(office: Any) -> None:
    found = page(office, "feeds/index.html")
    assert found.xpath("//link[@rel='icon']/@href") == ["icon.svg"]
    assert found.xpath("//header/a/@href") == ["../index.html"]


def test_scripts_hold_data_that_is_json(office: Any) -> None:
    for file in office.config.exports.rglob("*.js"):
        if "assets" not in file.parts:
            call = re.fullmatch(r"nnnews\.take\((.*)\);\n", file.read_text("utf-8"), re.DOTALL)
            assert call and json.loads(f"[{call[1]}]")[0] == str(file.relative_to(office.config.exports))[:-3]


def test_an_export_from_the_same_store_elsewhere_gives_the_same_bytes(office: Any, tmp_path: Path) -> None:
    first = office.config.exports
    office.config = replace(office.config, exports=tmp_path / "again")
    office.export()
    for file in first.rglob("*.*"):
        if file.is_file() and not file.name.startswith("."):
            assert (tmp_path / "again" / file.relative_to(first)).read_bytes() == file.read_bytes(), file


def test_a_run_without_news_changes_the_status_only(office: Any) -> None:
    noon = datetime(2026, 3, 9, 4, 0, tzinfo=UTC)
    with writing(office.engine) as connection:
        run = start_run(connection, noon)
        finish_run(
            connection, run, Finish(noon, "partial", (SiteRun("nnrb", "ok", {}), SiteRun("gxrd", "no answer", {})))
        )
        site_days.keep(connection, [SiteDay("nnrb", noon.date(), last_success=noon)])
    assert office.export().written == ("status.html", "status.json")
    told = json.loads((office.config.exports / "status.json").read_text("utf-8"))
    sites = {one["site"]: (one["last_success"], one["last_run"]) for one in told["sites"]}
    assert sites["nnrb"] == ("2026-03-09", "ok") and sites["gxrd"] == (None, "no answer")


def test_the_status_page_tells_states_in_chinese_and_days_without_times(office: Any) -> None:
    noon = datetime(2026, 3, 9, 4, 0, tzinfo=UTC)
    with writing(office.engine) as connection:
        run = start_run(connection, noon)
        judged = (("nnrb", "", "fine"), ("nnrb", "source", "broken"), ("gxrd", "", "silent"), (NETWORK, "", "broken"))
        health.settle(connection, [Health(site, field, state, noon, run, "seen") for site, field, state in judged])
    office.export()
    told = json.loads((office.config.exports / "status.json").read_text("utf-8"))
    page = (office.config.exports / "status.html").read_text("utf-8")
    [paper] = [one for one in told["sites"] if one["site"] == "nnrb"]
    assert (paper["state"], paper["troubles"]) == (
        "broken",
        [{"field": "source", "state": "broken", "since": "2026-03-09"}],
    )
    assert all(words in page for words in ("来源：故障", "没有新稿", "许多网站自", "未知"))
    assert office.export().written == ()


def test_a_new_article_leaves_other_article_pages_alone(office: Any, visit: Article) -> None:
    office.add(replace(visit, key="nnnews/7", text="全市的一条消息。" * 9, figures=()))
    written = office.export().written
    assert [name for name in written if name.startswith("a/")] == ["a/0/3.html", "a/0/manifest.json"]


def test_a_figure_told_on_three_days_is_a_series() -> None:
    figure = {"subject": "代表", "unit": "名"}
    points = [Point(datetime(2026, 3, day, tzinfo=UTC).date(), day, f"{day}名", "题", "a") for day in (3, 1, 2, 2)]
    points.append(points[-1]._replace(path="b"))
    (series,) = series_of((figure, point) for point in points)
    assert series.title == "代表（名）" and [point.value for point in series.points] == [1, 2, 2, 3]
    assert series_of((figure, point) for point in points[:2]) == []


def test_a_chart_escapes_what_it_tells_and_draws_a_dot_a_spot() -> None:
    day = datetime(2026, 3, 1, tzinfo=UTC).date()
    drawn = line_chart('"><script>', [Spot(day, 3, "<b>"), Spot(day, 5, "5")])
    assert drawn.count("<circle") == 2 and "<script>" not in drawn and "<b>" not in drawn


def test_numbers_are_grouped_as_chinese_readers_do() -> None:
    assert [number(n) for n in (0.35, 3500, 12_000, 532_000_000)] == ["0.35", "3,500", "1.2万", "5.32亿"]
    assert [ceiling(n) for n in (0, 0.9, 36, 100, 101)] == [1, 1, 40, 100, 200]
