"""What a query must find, said without an engine: every text looked through, word for word."""

from collections.abc import Iterable, Mapping

from articles.search.document import Document, document
from articles.search.query import Alternative, Query, Term, parse


def expected(query: str, texts: Mapping[str, Mapping[str, str]]) -> set[str]:
    """The names of the texts (title, standfirst, body, language, all plain) that answer the query."""
    parsed = parse(query)
    return {name for name, fields in texts.items() if answers(parsed, document(**fields))}


def answers(query: Query, held: Document) -> bool:
    if not query or any(_stands(term, held) for term in query.excluded):
        return False
    return any(all(_stands(term, held) for term in terms) for terms in query.demanded)


def _stands(term: Term, held: Document) -> bool:
    return any(_in_a_row(alternative, words) for alternative in term.alternatives for words in held.values())


def _in_a_row(alternative: Alternative, words: Iterable) -> bool:
    found = [getattr(word, alternative.form) for word in words]
    row, length = list(alternative.words), len(alternative.words)
    if alternative.is_part:
        return any(
            found[at : at + length - 1] == row[:-1] and found[at + length - 1].startswith(row[-1])
            for at in range(len(found) - length + 1)
        )
    return any(found[at : at + length] == row for at in range(len(found) - length + 1))
