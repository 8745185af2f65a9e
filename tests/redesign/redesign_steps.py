"""What redesigns do to pages. Each function makes a step; what a page does not have is left alone."""

import json
import re
from hashlib import sha1
from html import escape
from random import Random

from lxml import html
from redesign_pages import Served, Step, fragment, inner

_BUILDS = 3  # builds of a site's front end that caches serve side by side
_HEADLINES = (
    "我市部署秋冬季森林防火工作",
    "邕江两岸再添三处口袋公园",
    "公交线路优化方案公开征求意见",
    "高校毕业生专场招聘会本周末举行",
)

_ADVERT = '<div class="ad-slot"><a href="/ad">广告</a><p>点击领取新人专享礼包</p></div>'


def renamed(**names: str) -> Step:
    """Classes and ids get other names; `old_name` also stands for `old-name`."""
    new = {spelling: other for old, other in names.items() for spelling in (old, old.replace("_", "-"))}

    def step(page: Served) -> None:
        for element in page.root.iter("*"):
            for name in ("class", "id"):
                if words := (element.get(name) or "").split():
                    element.set(name, " ".join(new.get(word, word) for word in words))

    return step


def hashed(form: str) -> Step:
    """All classes come out of a bundler, other ones with each build; `form` holds {name} and {hash}."""

    def step(page: Served) -> None:
        build = page.number % _BUILDS
        for element in page.root.iter("*"):
            words = (element.get("class") or "").split()
            if words:
                element.set("class", " ".join(form.format(name=word, hash=_hash(word, build)) for word in words))

    return step


def _hash(word: str, build: int) -> str:
    return sha1(f"{word}{build}".encode(), usedforsecurity=False).hexdigest()[:6]


def scoped() -> Step:
    """A component framework marks every element with an attribute of its build: data-v-1a2b3c4d."""

    def step(page: Served) -> None:
        for element in page.root.iter("div", "p", "span", "h1", "h2"):
            element.set(f"data-v-{_hash('scope', page.number % _BUILDS)}", "")

    return step


def without_ids() -> Step:
    """No element has an id any more."""

    def step(page: Served) -> None:
        for element in page.root.iter("*"):
            element.attrib.pop("id", None)

    return step


def numbered_ids(css: str, form: str) -> Step:
    """The ids hold a number of the article: con_412003."""

    def step(page: Served) -> None:
        for element in page.find(css):
            element.set("id", form.format(page.number % 1_000_000))
            element.attrib.pop("class", None)

    return step


def retagged(css: str, tag: str) -> Step:
    """Other elements, everything else kept."""

    def step(page: Served) -> None:
        for element in page.find(css):
            element.tag = tag

    return step


def without_tables() -> Step:
    """Tables become boxes."""

    def step(page: Served) -> None:
        for element in page.find("table, tbody, tr, td"):
            element.tag = "div"

    return step


def tabled(css: str) -> Step:
    """What stood in boxes stands in nested tables."""

    def step(page: Served) -> None:
        for element in page.find(css):
            table = fragment("<table width='100%'><tr><td valign='top'></td></tr></table>")
            element.addprevious(table)
            next(table.iter("td")).append(element)

    return step


def wrapped(css: str, *opening: str) -> Step:
    """Boxes around, the outermost first: "div.main", "section"."""

    def step(page: Served) -> None:
        for element in page.find(css):
            for one in opening:
                tag, _, name = one.partition(".")
                box = fragment(f'<{tag} class="{name}"></{tag}>' if name else f"<{tag}></{tag}>")
                box.tail, element.tail = element.tail, None
                element.addprevious(box)
                box.append(element)

    return step


def spans_inside(css: str) -> Step:
    """The words are cut into spans, as editors' tools leave them."""

    def step(page: Served) -> None:
        for element in page.find(css):
            text = str(element.text_content())
            cut = len(text) // 3
            pieces = "".join(
                f"<span>{escape(part)}</span>" for part in (text[:cut], text[cut : 2 * cut], text[2 * cut :])
            )
            _refill(element, f"<span>{pieces}</span>")

    return step


def moved(css: str, where: str, target: str) -> Step:
    """Elements go `before`, `behind`, or to the `end` of the target."""

    def step(page: Served) -> None:
        anchor = page.first(target)
        for element in page.find(css) if anchor is not None else ():
            if anchor is element or anchor in element.iterdescendants():
                continue
            _place(element, where, anchor)

    return step


def inserted(markup: str, where: str, target: str) -> Step:
    """New markup `before`, `behind`, at the `start` or `end` of the target; may hold {title} {list} {source} …"""

    def step(page: Served) -> None:
        anchor = page.first(target)
        if anchor is not None:
            _place(fragment(_filled(markup, page)), where, anchor)

    return step


def removed(css: str) -> Step:
    """Elements go, with all they hold."""

    def step(page: Served) -> None:
        for element in page.find(css):
            element.drop_tree()

    return step


def rewritten(css: str, markup: str) -> Step:
    """The elements hold new markup."""

    def step(page: Served) -> None:
        if page.is_article:
            filled = _filled(markup, page)
            for element in page.find(css):
                _refill(element, filled)

    return step


def rebuilt(markup: str, css: str) -> Step:
    """A wholly new template: the markup, with the article's parts in it, stands in place of `css`.

    {title} {source} {body} {list}, and {moment:…} in strftime's form.
    """

    def step(page: Served) -> None:
        box = page.first(css)
        if page.is_article and box is not None:
            new = fragment(_filled(markup, page))
            new.tail = box.tail
            box.getparent().replace(box, new)

    return step


def advertised(css: str) -> Step:
    """An advertisement behind every second paragraph of the text."""

    def step(page: Served) -> None:
        for body in page.find(css):
            for paragraph in body.findall("p")[1::2]:
                paragraph.addnext(
                    fragment('<div class="ad-slot"><a href="/ad">广告</a><p>点击领取新人专享礼包</p></div>')
                )

    return step


def line_breaks(css: str) -> Step:
    """Paragraphs become lines."""

    def step(page: Served) -> None:
        for body in page.find(css):
            _refill(body, "<br><br>".join(f"　　{escape(line)}" for line in _lines(body)))

    return step


def paragraphs_in(css: str, opening: str, closing: str) -> Step:
    """Every paragraph gets boxes of its own."""

    def step(page: Served) -> None:
        for body in page.find(css):
            _refill(body, "".join(f"{opening}{escape(line)}{closing}" for line in _lines(body)))

    return step


def two_columns(css: str) -> Step:
    """The text stands in two columns, half in each."""

    def step(page: Served) -> None:
        for body in page.find(css):
            lines = [f"<p>　　{escape(line)}</p>" for line in _lines(body)]
            half = (len(lines) + 1) // 2
            left, right = "".join(lines[:half]), "".join(lines[half:])
            _refill(body, f'<div class="col-left">{left}</div><div class="col-right">{right}</div>')

    return step


def linked_data(**fields: str) -> Step:
    """A script of JSON-LD in the head: headline, datePublished, publisher, articleBody, each with its markup."""

    def step(page: Served) -> None:
        if not page.is_article:
            return
        data = {name: _filled(value, page) for name, value in fields.items()}
        script = fragment('<script type="application/ld+json"></script>')
        script.text = json.dumps({"@context": "https://schema.org", "@type": "NewsArticle", **data}, ensure_ascii=False)
        page.root.find("head").append(script)

    return step


def in_charset(name: str) -> Step:
    """Another charset, declared in the head."""

    def step(page: Served) -> None:
        for meta in page.find("meta[charset], meta[http-equiv]"):
            meta.drop_tree()
        page.root.find("head").insert(0, fragment(f'<meta charset="{name}">'))
        page.charset = name

    return step


def without_properties() -> Step:
    """The comments in which the publishing system repeats the article's fields are gone."""

    def step(page: Served) -> None:
        for comment in page.root.xpath("//comment()"):
            comment.drop_tree()

    return step


def unwrapped(css: str) -> Step:
    """Elements go, what they hold stays."""

    def step(page: Served) -> None:
        for element in page.find(css):
            element.drop_tag()

    return step


def _filled(markup: str, page: Served) -> str:
    """The markup with the article's parts; a page that has none gives empty ones."""
    if "{" not in markup:
        return markup
    body = page.first(page.places.body)
    return markup.format(
        title=escape(page.title),
        source=escape(page.source),
        body=inner(body) if body is not None else "",
        text="\n".join(_lines(body)) if body is not None else "",
        moment=page.moment if "{moment" in markup else None,
        list=_other_news(page),
        number=page.number % 100_000,
    )


def _other_news(page: Served) -> str:
    """Links to other news, not the same on every page."""
    chosen = Random(page.number).sample(_HEADLINES, 3)
    return "".join(f'<li><a href="/news/{len(title)}.html">{title}</a></li>' for title in chosen)


def _lines(body: html.HtmlElement) -> list[str]:
    """The paragraphs of a body as text."""
    whole = [str(paragraph.text_content()).replace("\n", "").strip() for paragraph in body.iter("p")]
    return [line for line in whole if line] or [" ".join(re.split(r"\s+", str(body.text_content())))]


def _refill(element: html.HtmlElement, markup: str) -> None:
    """The markup instead of what the element held."""
    tail, kept = element.tail, dict(element.attrib)
    element.clear()
    element.attrib.update(kept)
    element.tail = tail
    for piece in html.fragments_fromstring(markup):
        if isinstance(piece, str):
            element.text = piece
        else:
            element.append(piece)


def _place(element: html.HtmlElement, where: str, anchor: html.HtmlElement) -> None:
    if element.getparent() is not None:
        element.drop_tree()
        element.tail = None
    if where == "before":
        anchor.addprevious(element)
    elif where == "behind":
        element.tail, anchor.tail = anchor.tail, None
        anchor.addnext(element)
    elif where == "start":
        element.tail, anchor.text = anchor.text, None
        anchor.insert(0, element)
    else:
        anchor.append(element)
