"""A site that misbehaves gets a clear answer: bounded, counted, named in the verdict, and the others are unharmed."""

import json
import os
import socket
import ssl
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

from nnnews.demo import faults
from nnnews.demo.portal import Portal
from nnnews.demo.server import PracticeServer, running, serve

ROOT = Path(__file__).parents[1]
NNNEWS = Path(sys.executable).parent / "nnnews"
CAPTCHA = "<html><body>请输入验证码后继续访问</body></html>".encode()
EMPTY = "<html><body><p>栏目正在更新</p></body></html>".encode()
SITE, OTHER = "www.gxrd.gov.cn", "rmdbw"
PAGES = {
    "truncated": (faults.unreachable_end, faults.cut_chunk),
    "timeout": (faults.dripping, faults.delayed(3)),
    "too-large": (faults.endless(50), faults.promised(50), faults.gzip_bomb(50)),
    "http-302": (faults.redirecting("?{}"),),
    "http-503": (faults.with_status(503, retry_after="1"),),
    "blocked": (faults.changed(lambda _: CAPTCHA),),
}


@pytest.fixture
def server() -> Iterator[PracticeServer]:
    with serve(Portal(7)) as running:
        yield running


def crawl(folder: Path, loopback: str, *sites: str, **own: str) -> tuple[int, str, dict[str, Any]]:
    """Exit code, what was told, and the rows of the run by site."""
    practice = {"NNNEWS_DATA": str(folder), "NNNEWS_DELAY": "0", "NNNEWS_LOOPBACK": loopback}
    environ = {**os.environ, **practice, "NNNEWS_TIMEOUT": "1", "NNNEWS_SIZE_LIMIT": "2", **own}
    run = [NNNEWS, "crawl", *sites, "--no-export"]
    ended = subprocess.run(run, cwd=ROOT, env=environ, capture_output=True, text=True, timeout=120)
    told = subprocess.run([NNNEWS, "runs", "--json"], cwd=ROOT, env=environ, capture_output=True, text=True).stdout
    rows = [json.loads(line) for line in told.splitlines()]
    return ended.returncode, ended.stderr, {row["site"]: row for row in rows if row["run"] == rows[0]["run"]}


def test_every_broken_page_is_counted_by_kind_and_the_other_pages_are_stored(
    server: PracticeServer, tmp_path: Path
) -> None:
    broken = [(kind, fault) for kind, each in PAGES.items() for fault in each]
    pages = [one.original.url.partition("://")[2] for one in server.portal.planted() if one.site == "gxrd"]
    for url, (_, fault) in zip(pages, broken, strict=False):
        server.faults.set(url, fault)
    code, told, rows = crawl(tmp_path, f"127.0.0.1:{server.port}", "gxrd")
    assert (code, told, rows["gxrd"]["outcome"]) == (0, "", "ok")
    assert rows["gxrd"]["problems"] == Counter(kind for kind, _ in broken)
    assert rows["gxrd"]["new"] == len(pages) - len(broken)


@pytest.mark.parametrize(
    ("fault", "words"),
    [
        (faults.with_status(500), "robots.txt forbids"),
        (faults.delayed(3), "no answer (DownloadTimeoutError)"),
        (faults.cut_chunk, "no answer (ResponseDataLossError)"),
        (faults.redirecting("/html/{}"), "no list could be read (status 302)"),
        (faults.changed(lambda _: CAPTCHA), "it keeps its lists from us"),
        (faults.changed(lambda _: EMPTY), "its lists name no article; the site may have changed"),
    ],
)
def test_a_site_that_is_broken_is_named_and_the_other_is_unharmed(
    server: PracticeServer, tmp_path: Path, fault: faults.Fault, words: str
) -> None:
    server.faults.set(SITE, fault)
    code, told, rows = crawl(tmp_path, f"127.0.0.1:{server.port}", "gxrd", OTHER)
    assert (code, words in told, len(told.splitlines())) == (1, True, 1), told
    assert (rows["gxrd"]["verdict"], rows["gxrd"]["new"]) == ("partial", 0)
    assert (rows[OTHER]["outcome"], rows[OTHER]["new"]) == ("ok", 20)


def test_pages_without_end_and_calendars_are_left_after_as_many_as_are_set(
    server: PracticeServer, tmp_path: Path
) -> None:
    for path in ("/html/xwzx/", "/html/sxrd/"):
        server.faults.set(f"{SITE}{path}", faults.leading_on('<a href="{}.html">下一页</a>'))
    server.faults.set(f"{SITE}/html/art", faults.leading_on('<a href="/html/2030/{}/">日历</a>'))
    code, told, rows = crawl(tmp_path, f"127.0.0.1:{server.port}", "gxrd", NNNEWS_PAGE_LIMIT="5")
    assert (code, told, rows["gxrd"]["new"]) == (0, "", 28)
    assert rows["gxrd"]["requests"] < 28 + 40


def test_a_certificate_that_nobody_vouches_for_is_refused(tmp_path: Path) -> None:
    with PracticeServer(Portal(7)) as server:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(own_certificate(tmp_path))
        server.socket = context.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
        with running(server):
            code, told, _ = crawl(tmp_path, f"https://127.0.0.1:{server.port}", "gxrd")
    assert (code, "certificate" in told or "no answer" in told) == (1, True), told


def test_a_server_that_takes_calls_and_says_nothing_does_not_hold_up_the_run(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        started = time.monotonic()
        code, told, _ = crawl(tmp_path, f"127.0.0.1:{silent.getsockname()[1]}", "gxrd")
    assert (code, "no answer" in told or "robots.txt forbids" in told) == (1, True), told
    assert time.monotonic() - started < 60


def own_certificate(folder: Path) -> Path:
    """Certificate and key in one file, signed by nobody but itself."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, SITE)])
    now = datetime.now(UTC)
    built = x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
    dated = built.not_valid_before(now - timedelta(days=1)).not_valid_after(now + timedelta(days=1))
    encoding, kind = serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8
    private = key.private_bytes(encoding, kind, serialization.NoEncryption())
    file = folder / "own.pem"
    file.write_bytes(private + dated.sign(key, hashes.SHA256()).public_bytes(encoding))
    return file
