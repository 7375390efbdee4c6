"""The desk: Django's admin as the editors' workplace."""

from articles.admin import article, briefs, import_desk, likenesses, memory, names, records

__all__ = ["article", "briefs", "import_desk", "likenesses", "memory", "names", "records"]
