"""feeds/index.html: every feed with an address to copy. It needs no script and asks no other host."""

from collections.abc import Iterator, Sequence
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
<link rel="stylesheet" href="index.css">
"""
STYLE = """:root { color-scheme: light dark; --paper: #fdfcf9; --ink: #21201d; --link: #8c1515; }
@media (prefers-color-scheme: dark) { :root { --paper: #191816; --ink: #e8e4da; --link: #f0a08f; } }
html { background: var(--paper); color: var(--ink); }
a { color: var(--link); }
body { max-width: 60rem; margin: 2rem auto; padding: 0 1rem; line-height: 1.6;
  font-family: system-ui, "Noto Sans CJK SC", "Microsoft YaHei", sans-serif; }
table { width: 100%; border-collapse: collapse; }
th, td { padding: .3rem .6rem; border-bottom: 1px solid #8886; text-align: left; }
code { user-select: all; overflow-wrap: anywhere; }
@media (max-width: 40rem) { th, td { display: block; border: 0; padding: .1rem 0; } tr { border-bottom: 1px solid; } }
"""
_ADVICE = "把地址复制到阅读器里即可订阅。“全部”已含其他订阅的文章，二者任选其一；也可以在阅读器里导入"


def render(title: str, home: str, headings: Sequence[Heading]) -> Iterator[str]:
    """A table a group; links are relative, the address to copy is whole."""
    name = f"{title}：订阅"
    yield _HEAD + element("title", name) + "\n</head>\n<body>\n<main>\n" + element("h1", name) + "\n"
    yield f'<p>{_ADVICE}<a href="subscriptions.opml">订阅清单（OPML）</a>。</p>\n'
    for group, members in groupby(headings, key=lambda heading: heading.group):
        yield element("h2", group) + "\n<table>\n"
        yield "<thead><tr><th>订阅</th><th>地址</th><th>格式</th></tr></thead>\n<tbody>\n"
        yield from (_row(home, heading) for heading in members)
        yield "</tbody>\n</table>\n"
    yield "</main>\n</body>\n</html>\n"


def _row(home: str, heading: Heading) -> str:
    links = " ".join(element("a", name, href=heading.name + suffix) for suffix, name in _NAMES.items())
    address = element("code", f"{home}feeds/{heading.name}{rss.SUFFIX}")
    return f'<tr><th scope="row">{element("span", heading.title)}</th><td>{address}</td><td>{links}</td></tr>\n'
