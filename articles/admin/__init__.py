"""The desk: Django's admin as the editors' workplace."""

from articles.admin import article, briefs, memory, names, records

__all__ = ["article", "briefs", "memory", "names", "records"]
