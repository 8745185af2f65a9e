"""The name and the hosts of a new site, out of an address."""

import keyword
import re

from nnnews.platforms.addresses import host_of

_SECOND_LEVEL = frozenset(("com", "net", "org", "gov", "edu", "ac", "mil"))
_USUAL = frozenset(("www", "m", "wap", "3g", "h5", "mobile", "wx", "pc", "web", "new"))


def registered(host: str) -> str:
    """The domain that somebody registered: news.qinglan.gov.cn → qinglan.gov.cn."""
    labels = host.split(".")
    size = 3 if len(labels) > 2 and labels[-2] in _SECOND_LEVEL else 2
    return ".".join(labels[-size:])


def propose_name(url: str) -> str:
    """www.qinglan.gov.cn → qinglan_gov, news.qing-lan.cn → qing_lan_news; always an identifier."""
    host = host_of(url)
    if re.fullmatch(r"[\d.:]+", host):
        return "site_" + re.sub(r"\D", "_", host)
    own, *behind = registered(host).split(".")
    before = [label for label in host.removesuffix(registered(host)).split(".") if label and label not in _USUAL]
    parts = [own, *(["gov"] if "gov" in behind else []), *reversed(before)]
    name = re.sub(r"\W+", "_", "_".join(parts)).strip("_").lower()
    return f"site_{name}" if not name.isidentifier() or keyword.iskeyword(name) else name


def twins(host: str) -> tuple[str, ...]:
    """The host, and the one that readers take for the same: with www. or without it."""
    if host == registered(host):
        return host, f"www.{host}"
    return (host, host.removeprefix("www.")) if host.startswith("www.") else (host,)
