"""The body of an entry as HTML: pictures, paragraphs, credits, documents, the other places it appeared."""

from collections.abc import Iterator
from itertools import groupby

from nnnews.exporters.difference import notice
from nnnews.exporters.markup import element, web_address
from nnnews.items import Article, Image
from nnnews.storage.stored import StoredArticle

ROLES = {
    "reporter": "记者",
    "correspondent": "通讯员",
    "author": "作者",
    "contributor": "撰稿",
    "photographer": "摄影",
    "editor": "编辑",
}


def as_html(stored: StoredArticle) -> str:
    """Everything escaped; a line a block."""
    article = stored.article
    blocks = [*_paragraphs(stored), *map(_figure, article.images), *_credits(article)]
    return "\n".join(block for block in [*blocks, *_documents(article), *_appearances(stored)] if block)


def _paragraphs(stored: StoredArticle) -> Iterator[str]:
    text = notice(stored.withdrawn) if stored.withdrawn else stored.article.text
    for paragraph in text.split("\n"):
        yield element("p", paragraph)


def _figure(image: Image) -> str:
    address = web_address(image.url)
    if not address:
        return ""
    caption = element("figcaption", image.caption) if image.caption else ""
    # Many sites refuse pictures to who comes from elsewhere.
    picture = element("img", src=address, alt=image.caption or "", referrerpolicy="no-referrer")
    return f"<figure>{picture}{caption}</figure>"


def _credits(article: Article) -> Iterator[str]:
    """来源：南宁日报　记者：韦甲、黄乙　编辑：李丙."""
    parts = [f"来源：{article.source}"] if article.source else []
    by_role = sorted(article.byline, key=lambda person: list(ROLES).index(person.role))
    for role, people in groupby(by_role, key=lambda person: person.role):
        parts.append(f"{ROLES[role]}：{'、'.join(person.name for person in people)}")
    if parts:
        yield element("p", "　".join(parts))


def _documents(article: Article) -> Iterator[str]:
    for document in article.attachments:
        if address := web_address(document.url):
            yield f"<p>附件：{element('a', document.title or address, href=address)}</p>"


def _appearances(stored: StoredArticle) -> Iterator[str]:
    links = [
        element("a", met.title or met.site or met.url or "", href=met.url)
        for met in stored.appearances
        if met.url and web_address(met.url)
    ]
    if links:
        yield f"<p>又见：{'；'.join(links)}</p>"
