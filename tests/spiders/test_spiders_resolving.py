"""Private addresses are refused unless a setting names them."""

import subprocess
import sys
from pathlib import Path

import pytest
from practice_portal import Portal
from twisted.internet.error import DNSLookupError

from nnnews.spiders.resolving import PublicResolver

ROOT = Path(__file__).parents[2]


def resolver(*allowed: str) -> PublicResolver:
    made = PublicResolver(None, 0, 1)  # type: ignore[arg-type]
    made.allow(list(allowed))
    return made


@pytest.mark.parametrize("address", ["127.0.0.1", "10.1.2.3", "192.168.0.9", "169.254.169.254", "0.0.0.0", "::1"])
def test_a_private_address_is_refused_whatever_its_name(address: str) -> None:
    with pytest.raises(DNSLookupError, match=f"www.nnnews.net leads to the private address {address}"):
        resolver("intranet.example")._check(address, "www.nnnews.net")


def test_a_public_address_is_asked() -> None:
    assert resolver()._check("8.8.8.8", "www.nnnews.net") == "8.8.8.8"


def test_a_host_or_network_that_is_named_is_asked() -> None:
    assert resolver("10.0.0.0/8")._check("10.1.2.3", "mirror.example") == "10.1.2.3"
    assert resolver("Mirror.Example")._check("10.1.2.3", "mirror.example") == "10.1.2.3"


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1"])
def test_a_name_and_a_number_that_lead_here_are_refused_by_a_real_request(portal: Portal, host: str) -> None:
    command = [sys.executable, "-m", "scrapy", "fetch", f"http://{host}:{portal.port}/"]
    settings = ["-s", "LOG_LEVEL=WARNING", "-s", "RETRY_ENABLED=False", "-s", "ROBOTSTXT_OBEY=False"]
    ended = subprocess.run([*command, *settings], cwd=ROOT, capture_output=True, text=True, timeout=60)
    assert f"{host} leads to the private address 127.0.0.1" in ended.stderr
    assert portal.asked == []
