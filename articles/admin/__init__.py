"""The desk: Django's admin as the editors' workplace."""

from articles.admin import article, briefs, names, records

__all__ = ["article", "briefs", "names", "records"]
