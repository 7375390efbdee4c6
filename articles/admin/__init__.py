"""The desk: Django's admin as the editors' workplace."""

from articles.admin import article, names, records

__all__ = ["article", "names", "records"]
