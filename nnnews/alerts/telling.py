"""An entry for staff, written by the template of the subscription."""

from collections.abc import Mapping
from dataclasses import dataclass
from string import Formatter

from nnnews.exporters.markup import clean, web_address
from nnnews.items import Article
from nnnews.storage.stored import StoredArticle
from nnnews.subscriptions import FIELDS

_SUMMARY = 80  # characters
_FIGURES = 5


@dataclass(frozen=True, slots=True)
class Telling:
    """An article, and what became of it where it is told for that; an edited figure in words of its own."""

    stored: StoredArticle
    change: str = ""
    figures: str = ""


def told_as(template: str, telling: Telling) -> str:
    """The template with the fields of the article."""
    return fill(template, _fields(telling))


def fill(template: str, fields: Mapping[str, str]) -> str:
    """The template with these fields, the others empty; a line of it whose fields are all empty is left out."""
    whole = {name: fields.get(name, "") for name in FIELDS}
    lines = (line for line in template.split("\n") if _says(line, whole))
    return "\n".join(line.format_map(whole).strip() for line in lines)


def _says(line: str, fields: Mapping[str, str]) -> bool:
    names = [name for _, name, _, _ in Formatter().parse(line) if name]
    return not names or any(fields[name] for name in names)


def _fields(telling: Telling) -> dict[str, str]:
    article = telling.stored.article
    told = bool(telling.change or telling.figures)
    return {
        "标题": " ".join(clean(article.title or "").split()),
        "链接": web_address(article.url) or "",
        "区": article.district or "",
        "主题": "、".join(article.congress.topics),
        "摘要": "" if told else _summary(article),
        "数字": telling.figures if told else _figures(article),
        "变更": telling.change,
    }


def _summary(article: Article) -> str:
    first = clean(article.text).partition("\n")[0]
    return first if len(first) <= _SUMMARY else first[:_SUMMARY] + "…"


def _figures(article: Article) -> str:
    """代表50余名；建议36条."""
    return "；".join(clean(f"{figure.subject}{figure.text}") for figure in article.figures[:_FIGURES])
