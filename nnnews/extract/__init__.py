"""Page → Article: by the site's layout, else by rules that hold for any Chinese news page."""

from nnnews.extract.article import extract
from nnnews.extract.parts import join_parts, next_part

__all__ = ["extract", "join_parts", "next_part"]
