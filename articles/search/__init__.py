"""Search: one interface, two engines, chosen by the database. Both answer alike.

Two scopes, by the model: editions for readers, articles for the desk. Whatever is asked of editions, the answer holds
public ones only: `EditionQuerySet.public` decides. No model is imported here, since models use `articles.search.text`.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime
from types import ModuleType
from typing import TYPE_CHECKING, Any

from django.apps import apps
from django.core.exceptions import EmptyResultSet
from django.db import connections, router, transaction
from django.db.models import F, Model, Q, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from articles.sanitising import plain_text
from articles.search import highlighting, postgresql, sqlite, values_held, words_held
from articles.search.document import Document, document
from articles.search.highlighting import Wanted
from articles.search.query import Query, parse
from articles.search.spelling import pieces, slips_allowed

if TYPE_CHECKING:
    from articles.models import Article, Edition

RANKED = 1_000  # of the stories found the newest so many, by their keys, are ranked; older ones follow by date
BROAD = 5_000  # stories that answer: a list of more of them tells nobody anything
FEW = 500  # of those a list shows
ALIKE = 3_000  # words looked at for another spelling, of those that begin like one, and of those that end like it
_WORDS = "articles_edition_words"  # those of what readers see or will see; the desk knows how to spell
_ENGINES: dict[str, ModuleType] = {"sqlite": sqlite, "postgresql": postgresql}


def index(stories: Iterable["Edition | Article"]) -> None:
    """Let the stories, all of one model, be found by their text as it is now. Doing it again changes nothing."""
    batch = list(stories)
    if not batch:
        return
    model = type(batch[0])
    engine, using = _writing(model)
    with transaction.atomic(using=using, savepoint=False):  # a text that cannot be indexed is not written either
        documents = [(story.pk, document_of(story)) for story in batch]
        engine.index(connections[using], table_of(model), documents)
        if _is_for_readers(model):
            words_held.add(connections[using], _WORDS, (each for _key, each in documents))
            values_held.hold(connections[using], *_among(batch))


def hold_values(editions: QuerySet) -> None:
    """Let the editions be counted by the links that they have now: whenever those of indexed ones have changed."""
    keys = _keys_of(editions)
    if keys is not None:
        values_held.hold(connections[router.db_for_write(editions.model)], f"{{key}} IN ({keys[0]})", keys[1])


def remove(stories: Iterable["Edition | Article"]) -> None:
    """Let the stories, all of one model, no longer be found."""
    batch = list(stories)
    if batch:
        remove_where(type(batch[0]), *_among(batch))


def clear(model: type[Model]) -> None:
    """Empty the index of that model, Edition or Article. Nothing is found until it is filled again."""
    remove_where(model, "1 = 1", [])
    forget_words(model)


def forget_words(model: type[Model]) -> None:
    """Hold no words for other spellings, until stories of that model are indexed again."""
    if _is_for_readers(model):
        words_held.clear(connections[router.db_for_write(model)], _WORDS)


def words_like(word: str) -> list[str]:
    """Folded words of the editions' index that this folded one may be a misspelling of, and many that it is not.

    Some may stand in what is not public alone: ask `tally` before showing one.
    """
    slips = slips_allowed(word)
    if not slips:
        return []
    parts = pieces(word)
    lengths = (len(word) - slips, len(word) + slips)
    using = connections[router.db_for_read(apps.get_model("articles", "Edition"))]
    return words_held.alike(using, _WORDS, start=parts[0], end=parts[-1], lengths=lengths, most=ALIKE)


def tally(queries: Sequence[str | Query], *, most: int, at: datetime | None = None) -> list[int]:
    """How many public editions answer each of the queries, counted up to `most`; in one statement."""
    asked = [matching(query, at=at).order_by().values("pk")[:most] for query in queries]
    held = [(number, each.query.sql_with_params()) for number, each in enumerate(asked) if not each.query.is_empty()]
    counts = [0] * len(asked)
    if held:
        sql = ", ".join(f"(SELECT count(*) FROM ({one}) AS asked_{number})" for number, (one, _) in held)  # noqa: S608
        with connections[asked[0].db].cursor() as cursor:
            cursor.execute(f"SELECT {sql}", [value for _, (_, params) in held for value in params])
            for (number, _), count in zip(held, cursor.fetchone(), strict=True):
                counts[number] = count
    return counts


def matching(
    query: str | Query, within: QuerySet | None = None, *, at: datetime | None = None, language: str | None = None
) -> QuerySet:
    """The stories of `within` (public editions, when None) that answer the query, in no new order.

    Of editions only those that are public `at` that moment. `language` is the query's, for its stems; both French and
    English when None. Never raises for what a reader typed: a query without words finds nothing.
    """
    within = _scope(within, at)
    parsed = _parsed(query, language)
    if not parsed:
        return within.none()
    return within.filter(pk__in=_ENGINES[connections[within.db].vendor].matches(table_of(within.model), parsed))


def count_values(query: Query | None, within: QuerySet) -> values_held.Answer:
    """How many editions of `within` answer the query, or are there without one, and how many have each value.

    With the keys of the newest `RANKED` that answer it; of all, when the query is common and none of them is ranked.
    One statement.
    """
    within = _scope(within, None)
    keys = _keys_of(within)
    if keys is None or (query is not None and not query):
        return values_held.Answer(0, {}, [])
    connection, answering = connections[within.db], None
    if query is not None:
        found = _ENGINES[connection.vendor].matches(table_of(within.model), query)
        answering = (found.sql, found.params)
    newest = 0 if query is None else None if query.common else RANKED
    return values_held.counted(connection, keys, answering, newest=newest)


def search(
    query: str | Query, within: QuerySet | None = None, *, at: datetime | None = None, language: str | None = None
) -> QuerySet:
    """What `matching` finds, the best first: by rank (`search_rank`), then in the model's own order, newest first."""
    parsed = _parsed(query, language)
    return _ranked(parsed, matching(parsed, within, at=at))


def keys_of_page(query: Query, within: QuerySet, keys: Sequence[int], start: int, stop: int) -> list[int]:
    """The keys of what `search` finds from `start` to `stop`, of those that `count_values` gave for the query.

    The stories are not read for it, nor is it asked again which of them answer.
    """
    if not keys or start >= stop:
        return []
    stories, engine = within.model._default_manager.all(), _ENGINES[connections[within.db].vendor]
    if query.common and len(keys) > RANKED:
        return _walked(stories.order_by(*_own_order(stories)), frozenset(keys), stop)[start:]
    found = stories.filter(pk__in=engine.among(keys))
    if query.common:
        ordered = found.order_by(*_own_order(found))
    else:
        ordered = _by_rank(found, engine.Rank(table_of(within.model), query, Value(min(keys))))
    return list(ordered.values_list("pk", flat=True)[start:stop])


def _walked(stories: QuerySet, keys: frozenset[int], most: int) -> list[int]:
    """Of the keys so many, in the order of the stories. Where most stories have one, few of them are looked at."""
    ordered, found, at, step = stories.values_list("pk", flat=True), list[int](), 0, 2 * most
    while len(found) < min(most, len(keys)) and (some := list(ordered[at : at + step])):
        found += [key for key in some if key in keys]
        at, step = at + step, 2 * step
    return found[:most]


def _keys_of(stories: QuerySet) -> values_held.Select | None:
    """The keys as a select of "pk"; None where there can be none, whatever the database holds."""
    try:
        return stories.order_by().values("pk").query.sql_with_params()
    except EmptyResultSet:
        return None


def _ranked(query: Query, found: QuerySet) -> QuerySet:
    """What was found by the query, in its order: of the newest `RANKED` by rank, then the others."""
    if found.query.is_empty():
        return found
    if query.common:
        return found.order_by(*_own_order(found))
    last = Subquery(found.order_by("-pk").values("pk")[RANKED - 1 : RANKED])
    engine = _ENGINES[connections[found.db].vendor]
    return _by_rank(found, engine.Rank(table_of(found.model), query, Coalesce(last, 0)))


def _by_rank(found: QuerySet, rank: Any) -> QuerySet:
    return found.annotate(search_rank=rank).order_by(F("search_rank").desc(nulls_last=True), *_own_order(found))


def _own_order(stories: QuerySet) -> Sequence[Any]:
    return stories.model._meta.ordering or ["-pk"]


def for_list(query: str, within: QuerySet, *, also: Q | None = None) -> tuple[QuerySet, bool]:
    """What of `within` answers the query, or `also`; for a list that is shown by pages in any order.

    The last word can be the beginning of one: whoever looks for a text at the desk need not write it to its end.

    A query that more than `BROAD` stories answer gives the first `FEW` in the order of `within`, and True: nobody
    reads more of them, and to look at each would take seconds.
    """
    parsed, engine = parse(query, partial=True), _ENGINES[connections[within.db].vendor]
    table = table_of(within.model)
    if not parsed:
        return (within.filter(also) if also is not None else within.none()), False
    if engine.is_broad(connections[within.db], table, parsed, BROAD):
        answers = Q(engine.Answers(table, parsed))
        first = within.filter(answers | also if also is not None else answers).values("pk")[:FEW]
        return within.filter(pk__in=first), True
    keys = engine.matches(table, parsed)
    if also is None:
        return within.filter(pk__in=keys), False
    rows = within.model._default_manager.order_by()
    both = rows.filter(pk__in=keys).values("pk").union(rows.filter(also).values("pk"))
    return within.filter(pk__in=both), False


def highlight(text: str, wanted: Wanted, language: str = "fr") -> SafeString:
    """The plain text as HTML, with what answers the query in <mark>. `language` is the text's own."""
    return _marked(highlighting.highlight(text, wanted, language=language))


def snippet(text: str, wanted: Wanted, length: int = 240, language: str = "fr", also: str = "") -> SafeString:
    """The passage of a plain text that answers best, as HTML with <mark>; its beginning when none does.

    Of `also`, another plain text, when that answers more of the query.
    """
    return _marked(highlighting.snippet(text, wanted, length=length, language=language, also=also))


def table_of(model: type[Model]) -> str:
    """The table that holds the index of that model."""
    return f"{model._meta.db_table}_search"


def remove_where(model: type[Model], which: str, params: Sequence[Any]) -> int:
    """Remove the stories whose key, `{key}` in the SQL condition, answers it; returns how many were removed."""
    engine, using = _writing(model)
    with transaction.atomic(using=using):
        if _is_for_readers(model):
            values_held.remove(connections[using], which, params)
        return engine.remove(connections[using], table_of(model), which, params)


def _is_for_readers(model: type[Model]) -> bool:
    return model._meta.model_name == "edition"


def _among(stories: Sequence["Edition | Article"]) -> tuple[str, list[int]]:
    """That a key is one of these stories', as an SQL condition and its parameters."""
    return f"{{key}} IN ({', '.join(['%s'] * len(stories))})", [story.pk for story in stories]


def _parsed(query: str | Query, language: str | None) -> Query:
    return query if isinstance(query, Query) else parse(query, language)


def _scope(within: QuerySet | None, at: datetime | None) -> QuerySet:
    if within is None:
        within = apps.get_model("articles", "Edition")._default_manager.all()
    return within.public(at) if hasattr(within, "public") else within


def _writing(model: type[Model]) -> tuple[ModuleType, str]:
    using = router.db_for_write(model)
    return _ENGINES[connections[using].vendor], using


def document_of(story: "Edition | Article") -> Document:
    """What the index holds of a story."""
    text = plain_text(story.body)
    return document(
        title=story.title,
        standfirst=story.standfirst,
        body=f"{story.dateline}\n{text}" if story.dateline else text,
        language=story.language,
    )


def _marked(fragments: Iterable[highlighting.Fragment]) -> SafeString:
    return format_html_join(
        "", "{}", ((format_html("<mark>{}</mark>", each.text) if each.is_match else each.text,) for each in fragments)
    )
