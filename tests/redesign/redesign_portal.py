"""The practice portal after a redesign: the same articles, served as the redesign shows them."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal
from urllib.parse import parse_qs, urljoin, urlsplit

from lxml import html
from redesign_pages import PLACES, Served, Step

from nnnews.demo.portal import Portal
from nnnews.demo.web import JSON, Answer

Kind = Literal["article", "list", "corruption"]
CHANGED = date(2026, 11, 21)  # the day after the newest papers of the practice portal
HOSTS = {
    "nnnews": "www.nnnews.net",
    "nnrb": "nnrb.nnnews.net",
    "nnwb": "nnwb.nnnews.net",
    "rmdbw": "szb.rmdbw.cn",
    "gxnews": "www.gxnews.com.cn",
    "gxrd": "www.gxrd.gov.cn",
    "gxrb": "ssw.gxrb.com.cn",
    "nanning_gov": "www.nanning.gov.cn",
}


@dataclass(frozen=True, slots=True)
class Moved:
    """Addresses of articles change: `old` → `new` in links, `asked` → `kept` where they are asked for."""

    old: str
    new: str
    asked: str
    kept: str

    def link(self, href: str) -> str:
        """An address as links give it now."""
        return re.sub(self.old, self.new, href)


@dataclass(frozen=True, slots=True)
class LoadMore:
    """Lists are drawn by a script: `css` empties, and `script` tells where the JSON is, with {path} for the list."""

    css: str
    script: str
    address: str


@dataclass(frozen=True, slots=True)
class Redesign:
    """One redesign of one site. A `corruption` leaves the old selectors matching, on the wrong box.

    `body` turns the bytes of any page of the site; `since` is the day from which it is served so.
    """

    name: str
    site: str
    reason: str
    steps: tuple[Step, ...]
    kind: Kind = "article"
    moved: Moved | None = None
    more: LoadMore | None = None
    since: date = CHANGED

    def body(self, body: bytes) -> bytes:
        """A page of the site as it is after the redesign."""
        page = Served.read(body, PLACES[self.site])
        for step in self.steps:
            step(page)
        if self.moved:
            _move_links(page, self.moved)
        return page.write()


class RedesignedPortal(Portal):
    """Answers for all the sites as `portal` does, for one of them as the redesign shows it."""

    def __init__(self, portal: Portal, redesign: Redesign) -> None:
        vars(self).update(vars(portal))
        self.redesign, self.host = redesign, HOSTS[redesign.site]

    def answer(self, host: str, path: str, headers: Mapping[str, str]) -> Answer:
        """The redesigned answer; validators go, as the bytes are no longer theirs."""
        if host.partition(":")[0].lower() != self.host:
            return super().answer(host, path, headers)
        more, moved = self.redesign.more, self.redesign.moved
        if more and path.startswith(more.address):
            return self._more(path)
        before = self._before(path, moved) if moved else path
        answer = super().answer(host, before, {})
        if answer.status != 200 or not answer.headers.get("Content-Type", "").startswith("text/html"):
            return answer
        body = self.redesign.body(answer.body)
        if more:
            body = _emptied(body, more, path)
        return replace(answer, headers={"Content-Type": "text/html"}, body=body)

    def _before(self, path: str, moved: Moved) -> str:
        """The address that the page had; what is asked for under its old one is gone."""
        if re.search(moved.old, path):
            return "/gone"
        return re.sub(moved.asked, moved.kept, path)

    def _more(self, path: str) -> Answer:
        """The JSON list: the articles that the page showed; an empty second page is the end."""
        asked = {name: values[0] for name, values in parse_qs(urlsplit(path).query).items()}
        column = asked.get("column", "/")
        body = super().answer(self.host, column, {}).body if asked.get("page", "1") == "1" else b"<p></p>"
        page = Served.read(body, PLACES[self.redesign.site])
        anchors = page.find(f"{self.redesign.more.css} a") if self.redesign.more else []
        base = f"http://{self.host}{'/' if self.redesign.site == 'gxrd' else column}"
        named = [(str(anchor.text_content()).strip(), urljoin(base, anchor.get("href"))) for anchor in anchors]
        data = [{"title": title, "url": url} for title, url in named if len(title) > len("[详细]")]
        return Answer(200, {"Content-Type": JSON}, json.dumps({"data": data}, ensure_ascii=False).encode())


def _move_links(page: Served, moved: Moved) -> None:
    for anchor in page.root.iter("a", "area"):
        if href := anchor.get("href"):
            anchor.set("href", moved.link(href))


def _emptied(body: bytes, more: LoadMore, path: str) -> bytes:
    """A list page without its list; any other page as it is."""
    page = Served.read(body, PLACES["nnnews"])
    boxes = page.find(more.css)
    if not boxes:
        return body
    for box in boxes:
        box.clear()
        box.set("id", "app")
    script = html.fragment_fromstring(f"<script>{more.script.format(path=path)}</script>")
    page.root.find("body").append(script)
    return page.write()
