"""南宁新闻网 in new clothes, for practising the day on which a site breaks: `python -m nnnews.demo --redesign`."""

import re

from nnnews.demo.faults import Faults, changed

HOST = "www.nnnews.net"
_NAMES = {
    b"xiangqing_dabiaoti": b"art-headline",
    b"xiangqing_three_left": b"art-text",
    b"fxandtime_left": b"art-info",
    b"fxandtime": b"art-bar",
    b"xq_info": b"art-bar",
    b"editors": b"art-origin",
}
_NAME = re.compile(b"|".join(_NAMES))  # the longer of two that begin alike stands first


def redesign(faults: Faults) -> None:
    """From now on its pages name their boxes otherwise, and headlines are of another rank."""
    faults.set(HOST, changed(_redesigned))


def _redesigned(body: bytes) -> bytes:
    return _NAME.sub(lambda name: _NAMES[name[0]], body).replace(b"<h2", b"<h1").replace(b"</h2>", b"</h1>")
