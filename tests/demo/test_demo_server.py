"""The loopback server: hosts, log, validators, faults."""

import http.client
import re
import time
from collections.abc import Iterator, Mapping
from typing import NamedTuple

import pytest

from nnnews.demo import Portal, PracticeServer, serve
from nnnews.demo.__main__ import main
from nnnews.demo.faults import changed, delayed, with_status
from nnnews.demo.redesign import redesign


@pytest.fixture(scope="module")
def server() -> Iterator[PracticeServer]:
    with serve(Portal()) as running:
        yield running


class Got(NamedTuple):
    status: int
    headers: Mapping[str, str]
    content: bytes


def get(server: PracticeServer, host: str, path: str, **headers: str) -> Got:
    connection = http.client.HTTPConnection("127.0.0.1", server.port)
    connection.request("GET", path, headers={"Host": host, **headers})
    answer = connection.getresponse()
    got = Got(answer.status, dict(answer.headers), answer.read())
    connection.close()
    return got


def test_the_host_header_chooses_the_site(server: PracticeServer) -> None:
    assert "南宁新闻网" in get(server, "www.nnnews.net", "/").content.decode()
    assert "refresh" in get(server, "nnrb.nnnews.net:80", "/").content.decode()


def test_every_answer_is_logged(server: PracticeServer) -> None:
    get(server, "www.nnnews.net", "/robots.txt")
    last = server.log[-1]
    assert (last.host, last.path, last.status) == ("www.nnnews.net", "/robots.txt", 200)


def test_a_304_has_no_body(server: PracticeServer) -> None:
    tag = get(server, "www.nnnews.net", "/").headers["ETag"]
    answer = get(server, "www.nnnews.net", "/", **{"If-None-Match": tag})
    assert (answer.status, answer.content) == (304, b"")


def test_the_detour_is_a_302(server: PracticeServer) -> None:
    resources = server.portal.site_map.resources
    address = next(address for address, it in resources.items() if it.location and "/p/" in address)
    answer = get(server, "www.nnnews.net", address.removeprefix("www.nnnews.net"))
    assert answer.status == 302
    assert get(server, "www.nnnews.net", answer.headers["Location"]).status == 200


def test_a_fault_lasts_until_it_is_cleared(server: PracticeServer) -> None:
    server.faults.set("www.nnnews.net/yaowen/", with_status(503, retry_after="7"))
    answer = get(server, "www.nnnews.net", "/yaowen/index.html")
    assert (answer.status, answer.headers["Retry-After"]) == (503, "7")
    server.faults.clear("www.nnnews.net/yaowen/")
    assert get(server, "www.nnnews.net", "/yaowen/index.html").status == 200


def test_the_longest_prefix_decides(server: PracticeServer) -> None:
    server.faults.set("www.nnnews.net/", with_status(500))
    server.faults.set("www.nnnews.net/robots.txt", delayed(0))
    assert get(server, "www.nnnews.net", "/robots.txt").status == 200
    assert get(server, "www.nnnews.net", "/").status == 500
    server.faults.clear("www.nnnews.net/")
    server.faults.clear("www.nnnews.net/robots.txt")


def test_a_changed_page_loses_its_validators(server: PracticeServer) -> None:
    server.faults.set("www.nnnews.net/xianqu/", changed(lambda page: page.replace(b"class=", b"data-x=")))
    answer = get(server, "www.nnnews.net", "/xianqu/index.html")
    assert b"data-x=" in answer.content
    assert "ETag" not in answer.headers
    server.faults.clear("www.nnnews.net/xianqu/")


def test_a_delay_delays(server: PracticeServer) -> None:
    server.faults.set("szb.rmdbw.cn/", delayed(0.2))
    start = time.monotonic()
    assert get(server, "szb.rmdbw.cn", "/").status == 200
    assert time.monotonic() - start >= 0.2
    server.faults.clear("szb.rmdbw.cn/")


def test_a_browser_finds_every_host_below_localhost(server: PracticeServer) -> None:
    listed = get(server, "127.0.0.1", "/").content.decode()
    assert f"http://www.nnnews.net.localhost:{server.port}/" in listed
    page = get(server, f"www.nnnews.net.localhost:{server.port}", "/").content.decode()
    assert f"http://nnrb.nnnews.net.localhost:{server.port}/" in page
    assert "http://nnrb.nnnews.net/" not in page


def test_the_module_serves_until_it_is_interrupted(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupt(_: PracticeServer) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(PracticeServer, "serve_forever", interrupt)
    main(["--port", "0"])
    assert "lists the practice sites" in capsys.readouterr().out


def test_a_post_is_refused(server: PracticeServer) -> None:
    connection = http.client.HTTPConnection("127.0.0.1", server.port)
    connection.request("POST", "/s", body=b"wd=1", headers={"Host": "www.nnnews.net"})
    assert connection.getresponse().status == 501
    connection.close()


def test_a_redesign_leaves_the_words_and_takes_the_names(server: PracticeServer) -> None:
    path = next(one.original.url for one in server.portal.planted() if one.site == "nnnews").partition(".net")[2]
    before = get(server, "www.nnnews.net", path).content.decode()
    redesign(server.faults)
    after = get(server, "www.nnnews.net", path).content.decode()
    server.faults.clear("www.nnnews.net")
    assert ("xiangqing" in before, "xiangqing_three_left" in after) == (True, False)
    assert re.sub("<[^>]+>", "", before) == re.sub("<[^>]+>", "", after)
