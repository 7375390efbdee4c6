"""The desk: Django's admin as the editors' workplace."""

from articles.admin import article, briefs, entries, import_desk, journal, likenesses, memory, names, records

__all__ = ["article", "briefs", "entries", "import_desk", "journal", "likenesses", "memory", "names", "records"]
