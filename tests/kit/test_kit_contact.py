"""First contact with invented sites of many builds: each is declared so that its articles are read as they are told."""

from dataclasses import replace

import pytest
from invented_sites import Build, Told, Web, hashed, phone, plain, publish, shell, table, tenant, trs

from nnnews.errors import BlockPage, MissingField, NotFetched, UsageError
from nnnews.items import Article
from nnnews.kit.contact import Contact, explore
from nnnews.kit.site_file import code_lines, load
from nnnews.reading import read

HOST = "http://www.hengjiang.example"
DAY = "{t.published:%Y%m%d}"
BUILDS = {
    "a month and a counter": Build(f"{HOST}/xwzx/", "./{t.published:%Y%m}/{t.number}.html", plain),
    "https": Build("https://www.hengjiang.example/yw/index.html", f"/a/{DAY}/{{t.number}}.html", plain),
    "GBK that declares nothing, tables": Build(f"{HOST}/list.asp?cid=3", "show.asp?id={t.number}", table, "gb18030"),
    "a subfolder of a larger site": Build(
        "https://www.qingling.gov.example/rdcwh/", "gzdt/{t.published:%Y/%m%d}/{t.number}.shtml", plain
    ),
    "a phone's host": Build("https://m.hengjiang.example/", "/detail/{t.number}", phone),
    "names of a bundler": Build(f"{HOST}/", f"{HOST}/news/{{t.number}}", hashed),
    "a list that is JSON": Build(f"{HOST}/api/list?column=3&page=1", "/article/{t.number}.html", plain, data=True),
    "old file names of TRS in GBK": Build(
        f"{HOST}/rdyw/", f"./{{t.published:%Y%m}}/t{DAY}_{{t.number}}.htm", trs, "gb18030"
    ),
    "a tenant with a face of its own": Build(f"{HOST}/yaowen/index.html", "/yaowen/p/{t.number}.html", tenant),
    "numbers that begin anew each day": Build(f"{HOST}/bz/", "/{t.published:%Y-%m/%d}/art_{t.place}.htm", plain),
    "博达 VSB": Build(f"{HOST}/xwdt/zhxw.htm", "../info/1003/{t.number}.htm", plain),
    "大汉 JCMS": Build(
        "https://www.qingling.gov.example/col/col1234/index.html",
        "/art/{t.published:%Y/%m/%d}/art_1234_{t.number}.html",
        table,
    ),
    "Sudy WebPlus": Build(f"{HOST}/xwzx/list.htm", "/{t.published:%Y/%m%d}/c12a{t.number}/page.htm", plain),
    "words and no numbers": Build(f"{HOST}/", "/{t.published:%Y/%m/%d}/{t.slug}/", plain),
    "addresses without their slash": Build(f"{HOST}/html/xwzx/", "html/art{t.number}.html", plain, rooted=True),
}
KNOWN = {"old file names of TRS in GBK": "trs", "a tenant with a face of its own": "cjyun"}


def look(web: Web, url: str) -> Contact:
    return explore(web, url)  # type: ignore[arg-type]  # as a Fetcher


def agrees(article: Article, told: Told) -> bool:
    assert article.published
    day = article.published_precision == "day"
    when = article.published and (
        article.published.date() == told.published.date() if day else article.published == told.published
    )
    return bool(when) and (article.title, article.source, article.text) == (
        told.title,
        told.source,
        "\n".join(told.paragraphs),
    )


@pytest.mark.parametrize("name", list(BUILDS))
def test_the_site_that_would_be_written_reads_every_article(name: str) -> None:
    build = BUILDS[name]
    web, written = publish(build)
    contact = look(web, build.front)
    site = load(contact.source)
    links = site.links(web.pages[build.front]).articles
    assert {link.url for link in links} == {build.url(told) for told in written}
    assert len({link.key for link in links}) == len(written)
    readings = [read(web.pages[build.url(told)], site) for told in written]
    assert [told.title for one, told in zip(readings, written, strict=True) if not agrees(one, told)] == []
    assert {one.method for one in readings} == {"layout"}
    recognised = contact.recognised.system.name.partition(" ")[0] if contact.recognised else None
    assert recognised == KNOWN.get(name)
    assert code_lines(contact.source) <= (12 if name in KNOWN else 30)
    assert len(web.asked) <= 15


@pytest.fixture
def news() -> tuple[Web, list[Told]]:
    return publish(BUILDS["a month and a counter"])


def test_an_article_leads_to_the_list_of_its_folder(news: tuple[Web, list[Told]]) -> None:
    web, written = news
    contact = look(web, BUILDS["a month and a counter"].url(written[4]))
    assert contact.site.lists == (f"{HOST}/xwzx/",)


def test_a_list_drawn_by_a_script_is_read_from_its_data() -> None:
    build = BUILDS["a list that is JSON"]
    web, _ = publish(build)
    script = """$.getJSON("/api/list?column=3&page=1", draw); load("/js/a.js?v=3");"""
    web.put(f"{HOST}/xwzx/", f"<html><body><div id=app>正在加载</div><script>{script}</script></body></html>")
    contact = look(web, f"{HOST}/xwzx/")
    assert contact.site.lists == (build.front,)


def test_a_front_page_leads_to_its_columns(news: tuple[Web, list[Told]]) -> None:
    web, _ = news
    web.put(
        f"{HOST}/",
        '<title>横江新闻网</title><a href="/xwzx/">横江要闻</a><a href="/gy/">关于</a>' + "<a href=/x>友</a>" * 9,
    )
    contact = look(web, HOST)
    assert (contact.site.lists, contact.site.title) == ((f"{HOST}/xwzx/",), "横江新闻网")


def test_the_charset_that_is_used_is_told_beside_those_declared(news: tuple[Web, list[Told]]) -> None:
    web, _ = news
    page = web.pages[f"{HOST}/xwzx/"]
    body = page.body.decode().replace("<title>", '<meta charset="utf-8"><title>').encode("gb18030")
    web.pages[page.url] = replace(page, body=body, headers={"Content-Type": "text/html; charset=ISO-8859-1"})
    charset = look(web, page.url).charset
    told = (charset.header, charset.meta, charset.used, charset.conflict)
    assert told == ("ISO-8859-1", "utf-8", "gb18030", "meta says utf-8")


def test_a_site_that_has_a_file_is_read_by_it() -> None:
    web, _ = publish(Build("http://www.nnnews.net/yaowen/", "/yaowen/p/{t.number}.html", tenant))
    contact = look(web, "www.nnnews.net/yaowen/")
    assert (contact.site.name, contact.source) == ("nnnews", "")


@pytest.mark.parametrize(
    ("body", "error", "words"),
    [
        ("<title>安全验证</title><p>请输入验证码</p>", BlockPage, "captcha: "),
        ("<title>403 Forbidden</title><p>您的请求已被拦截</p>", BlockPage, "waf: "),
        ("<html><body></body></html>", BlockPage, "empty-template: "),
        (shell("关于我们", "<p>本网简介。</p>"), MissingField, "no link to an article that is there found"),
    ],
)
def test_a_page_that_leads_nowhere_is_refused_by_name(body: str, error: type[Exception], words: str) -> None:
    web = Web()
    web.put(f"{HOST}/xwzx/", body)
    with pytest.raises(error, match=words):
        look(web, f"{HOST}/xwzx/")


@pytest.mark.parametrize(
    "url", ["ftp://news.example/", "mailto:a@b.example", "http://", "http://[", "", "http://x:99999/"]
)
def test_what_is_no_web_address_is_a_wrong_argument(url: str) -> None:
    with pytest.raises(UsageError, match="is no address of a web page"):
        look(Web(), url)


def test_an_address_that_does_not_answer_is_told_with_its_reason() -> None:
    with pytest.raises(NotFetched, match="Not Found"):
        look(Web(), f"{HOST}/nowhere/")
