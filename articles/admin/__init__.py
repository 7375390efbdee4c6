"""The desk: Django's admin as the editors' workplace."""

from articles.admin import article, briefs, likenesses, memory, names, records

__all__ = ["article", "briefs", "likenesses", "memory", "names", "records"]
