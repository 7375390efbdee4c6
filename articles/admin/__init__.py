"""The desk: Django's admin as the editors' workplace."""

from articles.admin import (
    article,
    briefs,
    check_levels,
    entries,
    import_desk,
    journal,
    likenesses,
    memory,
    names,
    pictures,
    records,
    silent_edits,
)

__all__ = [
    "article",
    "briefs",
    "check_levels",
    "entries",
    "import_desk",
    "journal",
    "likenesses",
    "memory",
    "names",
    "pictures",
    "records",
    "silent_edits",
]
