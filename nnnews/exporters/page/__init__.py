"""The page: a static site for people, which needs no server and no other host, and works without scripts as a list.

plan(snapshot) -> Iterator[File | Shelf]

plan            every file in the order of writing
article_pages   a/<id by 200>/<id>.html          an article, its figures marked
heading_pages   d/ and t/<name>.html             a district or topic: newest articles, charts (series, chart)
status          status.html, status.json         the last run; about.html and index.html are templates alone
listing         list/<month>.js, catalogue.js    rows for the filters (rows), and what data there is
simplified      list/simplified.js                Traditional words find Simplified text
search_index    idx/<year>/…                     the words of a year in shards (postings, changes)
texts           text/…                           the texts, a few in a file
template        from templates/ to bytes         everything escaped
sources         assets/, with hashes in their names
"""

from nnnews.exporters.page.plan import plan

__all__ = ["plan"]
