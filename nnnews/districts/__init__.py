"""Article → places: the gazetteer of Nanning, and which district an article is about."""

from nnnews.districts.locating import Located, Mention, explain, locate

__all__ = ["Located", "Mention", "explain", "locate"]
