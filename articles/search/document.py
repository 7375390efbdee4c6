"""What an engine indexes of a story. No Django here."""

from articles.search.text import Forms, index_forms

FIELDS = ("title", "standfirst", "body")  # the weightiest first

Document = dict[str, list[Forms]]


def document(*, title: str, standfirst: str, body: str, language: str) -> Document:
    """The forms of the words of each field, all given as plain text."""
    texts = {"title": title, "standfirst": standfirst, "body": body}
    return {field: index_forms(texts[field], language) for field in FIELDS}
