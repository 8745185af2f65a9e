"""Private addresses are refused unless a setting names them."""

import socket
import subprocess
import sys
from pathlib import Path
from threading import Thread

import pytest
from practice_portal import Portal
from twisted.internet.error import DNSLookupError

from nnnews.spiders.resolving import PublicResolver

ROOT = Path(__file__).parents[2]


def resolver(*allowed: str) -> PublicResolver:
    made = PublicResolver(None, 0, 1)  # type: ignore[arg-type]
    made.allow(list(allowed))
    return made


@pytest.mark.parametrize(
    "address",
    [
        *("127.0.0.1", "10.1.2.3", "192.168.0.9", "169.254.169.254", "0.0.0.0", "100.64.0.1", "224.0.0.1"),
        *("::1", "::", "fd00::1", "fe80::1", "ff02::1", "2001:db8::1"),
        *("::ffff:10.0.0.1", "::ffff:169.254.169.254", "::127.0.0.1", "64:ff9b::a00:1", "2002:7f00:1::1"),
    ],
)
def test_a_private_address_is_refused_whatever_its_name(address: str) -> None:
    with pytest.raises(DNSLookupError, match=f"www.nnnews.net leads to the private address {address}"):
        resolver("intranet.example")._check(address, "www.nnnews.net")


@pytest.mark.parametrize("address", ["8.8.8.8", "2400:3200::1", "::ffff:8.8.8.8", "64:ff9b::808:808"])
def test_a_public_address_is_asked(address: str) -> None:
    assert resolver()._check(address, "www.nnnews.net") == address


def test_a_host_or_network_that_is_named_is_asked() -> None:
    assert resolver("10.0.0.0/8")._check("10.1.2.3", "mirror.example") == "10.1.2.3"
    assert resolver("Mirror.Example")._check("10.1.2.3", "mirror.example") == "10.1.2.3"


def fetch(url: str, *settings: str) -> str:
    """What Scrapy tells of a real request."""
    own = ("LOG_LEVEL=WARNING", "RETRY_ENABLED=False", "ROBOTSTXT_OBEY=False", *settings)
    command = [sys.executable, "-m", "scrapy", "fetch", url, *(f"-s{setting}" for setting in own)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=60).stderr


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1", "127.1", "2130706433", "0x7f.1"])
def test_a_name_and_a_number_that_lead_here_are_refused_by_a_real_request(portal: Portal, host: str) -> None:
    assert f"{host} leads to the private address 127.0.0.1" in fetch(f"http://{host}:{portal.port}/")
    assert portal.asked == []


@pytest.mark.parametrize("host", ["::1", "::ffff:127.0.0.1"])
def test_nothing_is_sent_to_an_address_of_ipv6_that_leads_here(host: str) -> None:
    if not socket.has_dualstack_ipv6():
        pytest.skip("this machine has no IPv6")
    with socket.create_server(("::", 0), family=socket.AF_INET6, dualstack_ipv6=True) as server:
        server.setblocking(False)
        told = fetch(f"http://[{host}]:{server.getsockname()[1]}/")
        assert "Error" in told
        with pytest.raises(BlockingIOError):
            server.accept()


def answer(server: socket.socket, data: bytes) -> None:
    """To whoever calls first."""
    caller = server.accept()[0]
    with caller:
        caller.recv(4096)
        caller.sendall(data)


def test_a_redirect_to_a_private_address_is_not_followed() -> None:
    with socket.create_server(("127.0.0.1", 0)) as inner, socket.create_server(("127.0.0.1", 0)) as outer:
        inner.setblocking(False)
        head = (
            f"HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:{inner.getsockname()[1]}/\r\nContent-Length: 0\r\n\r\n"
        )
        answering = Thread(target=answer, args=(outer, head.encode()))
        answering.start()
        told = fetch(f"http://localhost:{outer.getsockname()[1]}/", "NNNEWS_PRIVATE_HOSTS=localhost")
        answering.join()
        assert "127.0.0.1 leads to the private address 127.0.0.1" in told
        with pytest.raises(BlockingIOError):
            inner.accept()
