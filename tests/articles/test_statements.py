"""Statements by hand: what they write is what the ORM would have written."""

import uuid
from contextlib import nullcontext

import pytest
from django.db import IntegrityError, connection, transaction
from django.utils.translation import gettext_lazy as _

from articles.models import Article, Edition, Proposal, Quote, Source, SourceText
from articles.statements import ask, ask_keys, has_row, insert, insert_rows, one_go
from partners.dates import PartialDate
from partners.models import Country
from tests.desk.proposing import make_country
from tests.making import make_article, make_edition, make_source_text

pytestmark = pytest.mark.django_db
ODD = "“L’été” 'of' \"quotes\" \\ %s {} $1\n\u00a0\u202fδ 🕊"


def values_of(text: SourceText, /, **fields):
    span = {"start": 1, "end": 2, "passage_start": 0, "passage_end": 3}
    return {"article_id": text.article_id, "source_text_id": text.pk} | span | fields


def test_a_row_holds_its_values_and_the_defaults_of_all_others():
    country, text = make_country(), make_source_text(make_article())
    data = {"same_as": ["a", "b"], "office": None, "more": {"deep": ODD, "number": 3, "true": True}}
    insert_rows(
        Proposal,
        [
            values_of(text, kind="country", key="XX", label=ODD, surface=ODD, country_id=country.pk),
            values_of(text, kind="official", key="new:x", label="x", surface="x", data=data),
        ],
    )
    first, second = Proposal.objects.order_by("pk")
    made = Proposal(article=text.article, source_text=text, **values_of(text, kind="country", key="XX"))
    made.label, made.surface, made.country, made.pk = ODD, ODD, country, first.pk
    for field in Proposal._meta.concrete_fields:
        assert getattr(first, field.attname) == getattr(made, field.attname), field
    assert (second.key, second.country, second.data) == ("new:x", None, data)
    assert Proposal.objects.filter(data={}).get() == first
    assert Proposal.objects.filter(data__more__number=3).get() == second


def test_rows_are_written_in_their_order():
    text = make_source_text(make_article())
    insert_rows(Quote, [values_of(text, text=f"quote {n}", start=n, end=n + 1) for n in range(30)])
    assert [quote.start for quote in Quote.objects.order_by("pk")] == list(range(30))


def test_a_date_is_known_again_and_no_date_stays_none():
    text = make_source_text(make_article())
    insert_rows(Quote, [values_of(text, text="a", said_on="2024-10"), values_of(text, text="b", start=0)])
    assert list(Quote.objects.order_by("pk").values_list("said_on", flat=True)) == [PartialDate.parse("2024-10"), None]


def test_no_rows_ask_nothing_of_the_database(django_assert_num_queries):
    with django_assert_num_queries(0):
        insert_rows(Quote, [])


def test_many_rows_are_one_statement(django_assert_num_queries):
    text = make_source_text(make_article())
    with django_assert_num_queries(1):
        insert_rows(Quote, [values_of(text, text=f"quote {n}", start=n, end=n + 1) for n in range(3_000)])
    assert Quote.objects.count() == 3_000


def test_the_database_refuses_what_it_must_not_hold():
    text = make_source_text(make_article())
    for row in (
        values_of(text, kind="unheard of", key="x", label="x", surface="x"),
        values_of(text, kind="country", key="x", label="x", surface="x", start=2),
        values_of(text, kind="country", key="x", label=None, surface="x"),
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            insert_rows(Proposal, [row])
    assert not Proposal.objects.exists()


@pytest.mark.parametrize("value", [PartialDate.parse("2024"), b"bytes", _("later")])
def test_what_json_has_no_word_for_is_refused(value):
    text = make_source_text(make_article())
    with pytest.raises(TypeError):
        insert_rows(Quote, [values_of(text, text="a", said_on=value)])


def test_a_row_is_there_by_its_very_value():
    make_edition(slug="two")
    assert has_row("slug", "two", Article, Edition)
    assert has_row("slug", "two", Edition)
    assert not has_row("slug", "three", Article, Edition)
    make_article(slug="one")
    assert has_row("slug", "one", Article)
    assert not has_row("slug", "ONE", Article)
    assert not has_row("slug", "on_", Article)
    assert not has_row("slug", "x' OR '1'='1", Article)


def test_an_instance_is_written_as_save_would_write_it():
    held = make_article(title=ODD, dated="2024-10")
    new = Article(**{field.attname: getattr(held, field.attname) for field in Article._meta.concrete_fields})
    with transaction.atomic():
        (new.pk,) = ask_keys(Article)()
        new.uid, new.slug, new.body = uuid.uuid4(), "two", "<p>Not cleaned here</p><script>"
        insert(new)
    kept = Article.objects.get(slug="two")
    for field in Article._meta.concrete_fields:
        if field.name not in {"created_at", "updated_at"}:
            assert getattr(kept, field.attname) == getattr(new, field.attname), field
    assert kept.created_at >= held.created_at


def test_bytes_and_json_come_back_as_they_went():
    article, data = make_article(), bytes(range(256))
    text = SourceText(article=article, name=ODD, data=data, sha256="1", text=ODD, encoding="utf-8")
    text.removed = [["space", 0, 1], [ODD, None, True]]
    insert(text)
    kept = SourceText.objects.get()
    assert (bytes(kept.data), kept.text, kept.removed) == (data, ODD, text.removed)


def test_keys_asked_for_are_never_given_again():
    with transaction.atomic():
        first, _text = ask_keys(Article, SourceText)()
        insert(Article(pk=first, title="One", slug="one"))
    second = make_article()
    assert second.pk > first
    second.delete()
    with transaction.atomic():
        assert ask_keys(Article)()[0] > first


def test_the_answers_to_several_questions_come_in_their_order_in_one_go():
    with one_go():
        answers = [ask(f"SELECT {number}") for number in range(5)]
        country = make_country()
        assert [answer() for answer in answers] == [[(number,)] for number in range(5)]
    assert Country.objects.get() == country


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("within", [False, True])
@pytest.mark.parametrize("after", [0, 3])
def test_what_the_database_refuses_in_one_go_leaves_nothing_and_can_be_tried_again(within, after, caplog):
    make_article(slug="held")
    with transaction.atomic() if within else nullcontext():
        for slug in ("held", "new"):
            with pytest.raises(IntegrityError) if slug == "held" else nullcontext(), one_go():
                insert(Source(name="A", folded="a", slug="a"))
                insert(Article(title="x", slug=slug))
                for number in range(after):
                    insert(Source(name=f"{number}", folded=f"{number}", slug=f"{number}"))
            assert Source.objects.count() == (0 if slug == "held" else 1 + after)
    assert Article.objects.count() == 2
    assert not caplog.records


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("meanwhile", [None, list])
def test_what_is_only_refused_when_all_is_done_is_raised_too(meanwhile):
    with pytest.raises(IntegrityError), one_go(meanwhile=meanwhile):
        insert(Article(title="x", slug="x", source_id=12345))
    assert not Article.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_what_is_done_meanwhile_keeps_only_a_server_company():
    done = []
    with one_go(meanwhile=lambda: done.append(connection.in_atomic_block)):
        country = make_country()
    assert done == ([True] if connection.vendor == "postgresql" else [])
    assert Country.objects.get() == country


def fail_after(article: Article) -> None:
    with one_go():
        insert(article)
        ask("SELECT 1")
        raise ZeroDivisionError


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("within", [False, True])
def test_an_error_of_ours_in_one_go_takes_back_what_was_sent(within):
    with transaction.atomic() if within else nullcontext():
        with pytest.raises(ZeroDivisionError):
            fail_after(Article(title="x", slug="x"))
        assert not Article.objects.exists()
        make_article()
