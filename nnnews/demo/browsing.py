"""The practice hosts in a browser: `www.nnnews.net.localhost:8123`, as browsers send `.localhost` to this machine."""

import re
from collections.abc import Iterable
from dataclasses import replace

from nnnews.demo.web import HTML, Answer

SUFFIX = ".localhost"


def list_hosts(hosts: Iterable[str], port: int) -> Answer:
    """A page that leads to all of them."""
    links = "".join(f'<li><a href="http://{host}{SUFFIX}:{port}/">{host}</a></li>' for host in sorted(hosts))
    page = f"<!DOCTYPE html><html><head><title>nnnews demo</title></head><body><ul>{links}</ul></body></html>"
    return Answer(200, {"Content-Type": HTML}, page.encode())


def turn_links(answer: Answer, hosts: Iterable[str], port: int) -> Answer:
    """Links between the practice sites stay within them; the validators stand for the page as it was."""
    names = "|".join(re.escape(host) for host in sorted(hosts))
    pattern = re.compile(f"https?://({names})(?=[/\"'])".encode())
    return replace(answer, body=pattern.sub(rf"http://\1{SUFFIX}:{port}".encode(), answer.body))
