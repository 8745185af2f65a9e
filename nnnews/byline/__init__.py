"""Who wrote it: names, roles and the source of an article, read from its credits."""

from nnnews.byline.credits import Credits, read_credits
from nnnews.byline.labels import Labels, read_labels

__all__ = ["Credits", "Labels", "read_credits", "read_labels"]
