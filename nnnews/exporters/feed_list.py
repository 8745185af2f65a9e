"""feeds/index.html: every feed with an address to copy. It needs no script and asks no other host."""

from collections.abc import Iterator, Sequence
from importlib.resources import files
from itertools import groupby

from nnnews.exporters import atom, json_feed, rss
from nnnews.exporters.headings import Heading
from nnnews.exporters.markup import element

_NAMES = {rss.SUFFIX: "RSS", atom.SUFFIX: "Atom", json_feed.SUFFIX: "JSON"}
_HEAD = """<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'self'">
<link rel="icon" type="image/svg+xml" href="icon.svg">
<link rel="stylesheet" href="index.css">
"""
_COLUMNS = "".join(f'<th scope="col">{name}</th>' for name in ("订阅", "地址", "格式"))
_ADVICE = "把地址复制到阅读器里即可订阅。“全部”已含其他订阅的文章，二者任选其一；也可以在阅读器里导入"


def render(title: str, home: str, headings: Sequence[Heading]) -> Iterator[str]:
    """A table a group; links are relative, the address to copy is whole."""
    name = f"{title}：订阅"
    yield _HEAD + element("title", name) + "\n</head>\n<body>\n"
    yield (
        f'<header><a href="../index.html">{element("span", title)}</a></header>\n<main>\n'
        + element("h1", "订阅")
        + "\n"
    )
    yield f'<p>{_ADVICE}<a href="subscriptions.opml">订阅清单（OPML）</a>。</p>\n'
    for group, members in groupby(headings, key=lambda heading: heading.group):
        yield element("h2", group) + "\n<table>\n"
        yield f"<thead><tr>{_COLUMNS}</tr></thead>\n<tbody>\n"
        yield from (_row(home, heading) for heading in members)
        yield "</tbody>\n</table>\n"
    yield "</main>\n</body>\n</html>\n"


def style() -> bytes:
    """Its style sheet."""
    return (files("nnnews.exporters") / "feed_list.css").read_bytes()


def icon() -> bytes:
    """That of the page."""
    return (files("nnnews.exporters.page") / "assets" / "icon.svg").read_bytes()


def _row(home: str, heading: Heading) -> str:
    links = " ".join(element("a", name, href=heading.name + suffix) for suffix, name in _NAMES.items())
    address = element("code", f"{home}feeds/{heading.name}{rss.SUFFIX}")
    return f'<tr><th scope="row">{element("span", heading.title)}</th><td>{address}</td><td>{links}</td></tr>\n'
