"""The list of all feeds for a feed reader: OPML 2.0 (http://opml.org/spec2.opml)."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from nnnews.exporters import rss
from nnnews.exporters.headings import Heading
from nnnews.exporters.markup import element


def render(title: str, home: str, headings: Sequence[Heading]) -> Iterator[str]:
    """A group each for districts, topics and so on. Readers file an entry under one feed only: all, or the others."""
    yield '<?xml version="1.0" encoding="utf-8"?>\n<opml version="2.0">\n'
    yield f"<head>{element('title', title)}</head>\n<body>\n"
    for group, members in groupby(headings, key=lambda heading: heading.group):
        yield element("outline", text=group, title=group).removesuffix("/>") + ">\n"
        for heading in members:
            own = title if heading.name == "all" else f"{title}·{heading.title}"
            address = f"{home}feeds/{heading.name}{rss.SUFFIX}"
            yield element("outline", type="rss", text=own, title=own, xmlUrl=address, htmlUrl=home) + "\n"
        yield "</outline>\n"
    yield "</body>\n</opml>\n"
