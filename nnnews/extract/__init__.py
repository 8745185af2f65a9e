"""Page → Article: by the site's layout, else by rules that hold for any Chinese news page."""

from nnnews.extract.article import extract
from nnnews.extract.opinion import disagreements
from nnnews.extract.parts import join_parts, next_part
from nnnews.extract.plain import extract_text

__all__ = ["disagreements", "extract", "extract_text", "join_parts", "next_part"]
