"""Names that lead into private networks are refused: a site must not make us ask machines beside us.

TWISTED_DNS_RESOLVER: all connections go through it, also after redirects and for addresses written as numbers.
"""

import logging
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network
from typing import Any, Self

from scrapy.crawler import Crawler
from scrapy.resolver import CachingThreadedResolver
from twisted.internet.base import ReactorBase
from twisted.internet.defer import Deferred
from twisted.internet.error import DNSLookupError

from nnnews.config import PREFIX

Network = IPv4Network | IPv6Network
_PREFIXES = (IPv6Network("64:ff9b::/96"), IPv6Network("::/96"))  # of an IPv4 address in the last 32 bits
logger = logging.getLogger(__name__)
_refused: dict[str, str] = {}  # host → why; Twisted tells only that the name was not found


def refusal(host: str) -> str | None:
    """Why a host that cannot be asked was refused; None when it was not refused here."""
    return _refused.get(host)


class PublicResolver(CachingThreadedResolver):
    """NNNEWS_PRIVATE_HOSTS names hosts and networks that may be asked all the same; NNNEWS_LOOPBACK is one of them."""

    def __init__(self, reactor: ReactorBase, cache_size: int, timeout: float) -> None:
        super().__init__(reactor, cache_size, timeout)
        self.names: frozenset[str] = frozenset()
        self.networks: tuple[Network, ...] = ()

    @classmethod
    def from_crawler(cls, crawler: Crawler, reactor: ReactorBase) -> Self:
        """As Scrapy asks for it."""
        resolver = super().from_crawler(crawler, reactor)
        practice = crawler.settings.get(PREFIX + "LOOPBACK", "").rpartition("://")[2].rpartition(":")[0]
        resolver.allow([*crawler.settings.getlist(PREFIX + "PRIVATE_HOSTS"), practice])
        return resolver

    def allow(self, wanted: list[str]) -> None:
        """Names of hosts, addresses, networks."""
        networks = {one: _network(one) for one in wanted if one}
        self.names = frozenset(name.lower() for name, network in networks.items() if network is None)
        self.networks = tuple(network for network in networks.values() if network is not None)

    def getHostByName(self, name: str, timeout: Any = ()) -> "Deferred[str]":  # noqa: N802  (Twisted's name)
        """The address. Fails with DNSLookupError when it is private."""
        found = super().getHostByName(name, timeout)
        found.addCallback(self._check, name)
        return found

    def _check(self, address: str, name: str) -> str:
        if name.lower() in self.names or _is_public(ip_address(address)):
            return address
        if any(ip_address(address) in network for network in self.networks):
            return address
        reason = f"{name} leads to the private address {address}; private_hosts does not name it"
        logger.warning(reason)
        _refused[name.lower()] = reason
        raise DNSLookupError(reason)


def _is_public(address: IPv4Address | IPv6Address) -> bool:
    """Also where an IPv6 address holds one of IPv4, to which some gateway may pass on what is sent."""
    held = [] if isinstance(address, IPv4Address) else _held(address)
    return address.is_global and not address.is_multicast and all(map(_is_public, held))


def _held(address: IPv6Address) -> list[IPv4Address]:
    """Mapped, 6to4, NAT64 (RFC 6052), and the old compatible form."""
    known = [one for one in (address.ipv4_mapped, address.sixtofour) if one]
    return known + [IPv4Address(int(address) & 0xFFFFFFFF) for prefix in _PREFIXES if address in prefix]


def _network(written: str) -> Network | None:
    try:
        return ip_network(written, strict=False)
    except ValueError:
        return None
