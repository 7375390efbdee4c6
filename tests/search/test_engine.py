"""What readers find: the same on SQLite and on PostgreSQL, and nothing that is not public."""

from io import StringIO

import pytest
from django.core.management import call_command
from django.core.paginator import Paginator
from django.db import connection

from articles import search
from articles.models import Article, Edition, Kind
from articles.publishing import publish, withdraw
from articles.search import postgresql, rebuilding, sqlite
from articles.search.query import parse
from partners.models import Country
from tests.bulk import bulk_editions
from tests.making import NOW, day, make_article, make_edition, make_user

pytestmark = pytest.mark.django_db

CORPUS = {
    "madrid": {
        "title": "Le sommet de l’OTAN s’ouvre à Madrid",
        "standfirst": "Les alliés renforcent la sécurité du flanc est.",
        "body": "<p>Le secrétaire général a salué la manœuvre. Deux porte-avions et des F-16 y prennent part.</p>",
    },
    "armee": {
        "title": "L'armée de terre recrute",
        "body": "<p>Une arme nouvelle équipe les marins ; le cœur du dispositif reste à Varsovie.</p><p>O.T.A.N.</p>",
    },
    "marine": {
        "title": "La marine italienne en mer Noire",
        "standfirst": "Le ministère de la défense confirme.",
        "body": "<p>Une avion de patrouille, puis la porte du hangar&nbsp;: &lt;script&gt; &amp; missiles</p>",
        "dateline": "Trieste",
    },
    "english": {
        "title": "Allied forces train near the border",
        "language": "en",
        "body": "<p>Ukraine’s armies welcomed the defence ministers. The Mali mission ended.</p>",
    },
    "german": {
        "title": "Die Streitkräfte üben",
        "language": "de",
        "body": "<p>Flugzeuge über der Ostsee.</p>",
    },
    "mal": {"title": "Des soldats mal équipés", "body": "<p>Le moral est en berne. Київ.</p>"},
}


@pytest.fixture
def corpus():
    """The corpus as public editions, the first one the oldest."""
    bulk_editions({"slug": slug} | fields for slug, fields in CORPUS.items())


def found(query: str, **options) -> set[str]:
    return set(search.search(query, **options).values_list("slug", flat=True))


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("otan", {"madrid", "armee"}),
        ("l'OTAN", {"madrid", "armee"}),
        ("O.T.A.N.", {"madrid", "armee"}),
        ("securite", {"madrid"}),
        ("SÉCURITÉS", {"madrid"}),
        ("coeur", {"armee"}),
        ("cœurs", {"armee"}),
        ("manoeuvres", {"madrid"}),
        ("alliée", {"madrid", "english"}),
        ("armée", {"armee"}),
        ("armees", {"armee"}),
        ("arme", {"armee"}),
        ("marine", {"marine"}),
        ("marin", {"armee"}),
        ("mali", {"english"}),
        ("mal", {"mal"}),
        ("army", {"english"}),
        ("ukraine minister", {"english"}),
        ("defense", {"marine"}),
        ("defence", {"english"}),
        ("streitkrafte", {"german"}),
        ("Київ", {"mal"}),
        ("trieste", {"marine"}),
        ("sommet madrid", {"madrid"}),
        ("sommet varsovie", set()),
        ("porte-avion", {"madrid"}),
        ("porte avion", {"madrid", "marine"}),
        ("f-16", {"madrid"}),
        ('"secrétaire général"', {"madrid"}),
        ("« secretaire general »", {"madrid"}),
        ('"général secrétaire"', set()),
        ('"secrétaires généraux"', set()),
        ('"madrid les alliés"', set()),
        ("otan -sommet", {"armee"}),
        ('otan -"armée de terre"', {"madrid"}),
        ("script missiles", {"marine"}),
        ("nbsp", set()),
        ("zzyzx", set()),
    ],
)
def test_a_query_finds_the_editions_that_answer_it(corpus, query, expected):
    assert found(query) == expected


@pytest.mark.parametrize(
    "query",
    [
        "",
        " ",
        "()",
        "(((((",
        '"',
        "'",
        "' OR 1=1 --",
        "otan) OR (zzyzx",
        "title:otan AND NEAR(otan zzyzx)",
        "otan* zzyzx",
        "{exact_title} : zzyzx",
        "otan & !zzyzx | qqq",
        "zzyzx:*A <-> otan",
        "\\",
        "%s %(a)s {key}",
        "\0",
        "zzyzx\0otan",
        "\ud800",
        "?!…",
        "-otan",
        "a" * 100_000,
        "otan " * 20_000,
        " ".join(f"{number:03}" for number in range(240)),
        "(" * 900,
    ],
)
def test_a_hostile_query_finds_nothing_and_raises_nothing(corpus, query):
    assert found(query) == set()
    assert search.search(query).count() == search.matching(query).count() == 0


def test_an_operator_that_a_reader_types_is_a_word(corpus):
    make_edition(slug="operators", title="AND, OR and NOT near")
    assert found("AND OR NOT NEAR") == {"operators"}


def test_both_engines_are_asked_for_the_same_words():
    query = parse("l'armée -\"porte avions\" f'x\\")
    for spoken in (sqlite.expression(query), postgresql.expression(query)):
        assert "armee" in spoken
        assert "porte" in spoken


def test_forms_of_the_same_letters_are_asked_for_once_on_sqlite():
    assert sqlite.expression(parse("otan")).count("otan") == 1
    assert sqlite.expression(parse("armée")).count("armee") < postgresql.expression(parse("armée")).count("armee")


def test_the_title_weighs_more_than_the_standfirst_and_that_more_than_the_text():
    filler = "<p>" + "Rien de neuf à signaler. " * 20 + "</p>"
    body = make_edition(body=filler + "<p>Frégate.</p>", visible_from=day(-1))
    standfirst = make_edition(body=filler, standfirst="Frégate.", visible_from=day(-2))
    title = make_edition(body=filler, title="Frégate", visible_from=day(-3))
    for _ in range(4):
        make_edition(body=filler)
    assert list(search.search("frégate")) == [title, standfirst, body]


def test_a_word_as_typed_weighs_more_than_another_word_of_its_stem():
    inflected = make_edition(title="Des frégates", visible_from=day(-1))
    typed = make_edition(title="Des frégate", visible_from=day(-2))
    for _ in range(4):
        make_edition()
    assert list(search.search("frégate")) == [typed, inflected]


def test_equal_ranks_are_ordered_by_first_publication_then_by_key():
    moments = [day(-3), day(-1), day(-2), day(-1)]
    editions = [make_edition(title="Frégate", first_public_at=moment, body="<p>Un.</p>") for moment in moments]
    assert list(search.search("frégate")) == [editions[3], editions[1], editions[2], editions[0]]


def test_beyond_the_ranked_matches_the_rest_follows_by_date(monkeypatch):
    monkeypatch.setattr(search, "RANKED", 2)
    old = [make_edition(title="Frégate", visible_from=day(-9 + number)) for number in range(3)]
    weak = make_edition(title="Autre", body="<p>Une frégate.</p>")
    strong = make_edition(title="Frégate")
    assert list(search.search("frégate")) == [strong, weak, old[2], old[1], old[0]]


def test_a_page_of_the_keys_counted_is_what_search_finds_there(monkeypatch):
    monkeypatch.setattr(search, "RANKED", 4)
    for number in range(9):
        make_edition(title=["Autre", "Frégate"][number % 2], body="<p>Une frégate.</p>", visible_from=day(-9 + number))
    make_edition(title="Frégate", visible_from=day(1))  # the newest match is not public yet
    for query in (
        "frégate",
        "frégate -zzyzx",
        '"une frégate"',
        'frégate -"une frégate"',
        "une-frégate",
        "une",
        "zzyzx",
        "",
    ):
        expected = list(search.search(query).values_list("pk", flat=True))
        parsed, within = parse(query), Edition.objects.all()
        total, _values, keys = search.count_values(parsed, within)
        assert total == len(expected)
        assert len(keys) == (total if parsed.common else min(total, 4))
        for start, stop in [(0, 2), (2, 4), (0, 3), (3, 3), (2, 9)]:
            found = search.keys_of_page(parsed, within, keys, start, stop)
            assert found == expected[: len(keys)][start:stop], (query, start, stop)


@pytest.mark.parametrize("ranked", [4, 1_000], ids=["many", "few"])
def test_a_page_of_common_words_passes_over_what_lacks_them_and_what_is_there_no_more(monkeypatch, ranked):
    monkeypatch.setattr(search, "RANKED", ranked)
    held = [make_edition(title="Une" if number % 7 == 0 else "Frégate", body="<p>.</p>") for number in range(30)]
    parsed, within = parse("une"), Edition.objects.all()
    assert parsed.common
    keys = search.count_values(parsed, within).keys
    newest_first = [edition.pk for edition in reversed(held[::7])]
    assert sorted(keys, reverse=True) == newest_first
    for start, stop in [(0, 1), (1, 3), (0, 5), (4, 9), (5, 9)]:
        assert search.keys_of_page(parsed, within, keys, start, stop) == newest_first[start:stop]
    assert search.keys_of_page(parsed, within, [*keys, held[-1].pk + 1], 0, 9) == newest_first


def not_public():
    """Editions with the word quillfish that no reader may see now."""
    fields = {"title": "Quillfish", "body": "<p>Quillfish.</p>"}
    yield make_edition(visible_from=day(1), **fields)
    yield make_edition(visible_from=day(-2), visible_until=day(-1), **fields)
    later = day(1)
    yield make_edition(visible_from=later, visible_until=later, **fields)
    yield make_edition(kind=Kind.WITHDRAWAL, **fields)
    yield make_edition(trashed=True, **fields)


def test_what_is_not_public_is_never_found():
    hidden = list(not_public())
    search.index(hidden)
    make_article(title="Quillfish", body="<p>Quillfish.</p>")
    for within in (None, Edition.objects.all(), Edition.objects.public(), Edition.objects.filter(pk=hidden[0].pk)):
        assert not search.search("quillfish", within=within).exists()
    public = make_edition(title="Quillfish")
    assert list(search.search("quillfish")) == [public]


def test_time_decides_what_is_found():
    edition = make_edition(title="Quillfish", visible_from=day(0, base=NOW), visible_until=day(1, base=NOW))
    answers = [search.search("quillfish", at=day(offset, base=NOW)).exists() for offset in (-0.1, 0, 0.9, 1)]
    assert answers == [False, True, True, False]
    assert list(search.search("quillfish", at=NOW)) == [edition]


def test_publishing_lets_an_article_be_found_and_withdrawing_hides_it():
    chief = make_user("chief")
    article = make_article(title="Quillfish", body="<p>Un texte.</p>")
    assert not search.search("quillfish").exists()
    edition = publish(article, by=chief)
    assert list(search.search("quillfish")) == [edition]
    withdraw(article, by=chief, reason="Erreur.")
    assert not search.search("quillfish").exists()


def test_a_search_combines_with_filters_paging_and_counting(corpus):
    italy = Country.objects.create(code="IT", name_fr="Italie", name_en="Italy")
    edition = Edition.objects.get(slug="marine")
    edition.countries.add(italy)
    edition.tags.set(["Défense"])
    within = Edition.objects.public().for_cards().filter(countries=italy, tags__slug="defense").distinct()
    results = search.search("mer", within=within)
    assert list(results) == [edition]
    assert results.filter(language="fr").count() == 1
    assert not search.search("otan", within=within).exists()
    pages = Paginator(search.search("de la"), 1)
    assert [edition.slug for page in pages for edition in page] == [each.slug for each in search.search("de la")]
    assert pages.count == 2


def test_a_page_of_results_takes_one_query_and_a_count_another(django_assert_num_queries):
    for editions in (10, 990):
        bulk_editions({"title": f"Frégate {number}"} for number in range(editions))
        with django_assert_num_queries(1):
            assert len(search.search("frégate")[:20]) == min(20, editions)
        with django_assert_num_queries(1):
            search.search("frégate").count()


def test_indexing_again_changes_nothing_and_a_changed_text_replaces_the_old_one():
    edition = make_edition(title="Frégate")
    search.index([edition])
    search.index([edition])
    assert indexed() == 1
    edition.title = "Corvette"
    search.index([edition])
    assert not search.matching("frégate").exists()
    assert search.matching("corvette").exists()
    search.index([])


def test_what_is_removed_or_cleared_is_not_found():
    one, _two = make_edition(title="Frégate"), make_edition(title="Frégate")
    search.remove([one])
    search.remove([])
    assert list(search.search("frégate")) == [_two]
    search.clear(Edition)
    assert indexed() == 0


def test_reindex_indexes_what_is_or_will_be_visible_and_takes_out_the_rest(monkeypatch):
    monkeypatch.setattr(rebuilding, "BATCH", 2)
    shown = [make_edition(title="Frégate") for _ in range(3)]
    scheduled, *hidden = not_public()
    search.clear(Edition)
    search.index(hidden)
    for removed in (len(hidden), 0):
        editions, _articles = rebuilding.rebuild()
        assert (editions.indexed, editions.removed) == (4, removed)
        assert set(search.search("frégate")) == set(shown)
        assert list(search.search("quillfish", at=day(2))) == [scheduled]
        assert indexed() == 4


def test_reindex_lets_the_desk_find_every_article_by_its_text_as_it_is():
    article = make_article(title="Frégate")
    Article.objects.filter(pk=article.pk).update(title="Corvette")
    rebuilding.rebuild()
    assert list(search.search("corvette", within=Article.objects.all())) == [article]
    assert not search.search("frégate", within=Article.objects.all()).exists()
    search.clear(Article)
    assert not search.search("corvette", within=Article.objects.all()).exists()


def test_reindex_prints_what_it_did():
    make_edition()
    out = StringIO()
    call_command("reindex", stdout=out)
    assert out.getvalue() == "éditions\u00a0: 1 indexés, 0 retirés\narticles\u00a0: 1 indexés, 0 retirés\n"


def test_reindex_reads_a_batch_at_a_time(monkeypatch):
    batches = []
    index = search.index
    monkeypatch.setattr(search, "index", lambda batch: (batches.append(len(batch)), index(batch)))
    bulk_editions(({} for _ in range(450)), indexed=False)
    assert [rebuilt.indexed for rebuilt in rebuilding.rebuild()] == [450, 450]
    assert batches == [200, 200, 50, 0] * 2


def test_a_text_beyond_the_engines_measure_is_still_found_by_its_first_words():
    distinct = " ".join(f"{number:064}" for number in range(6_000))
    body = f"<p>Corvette. {'de la mer ' * 6_000} {distinct}</p>"
    edition = make_edition(title="Frégate", language="de", body=body)
    assert list(search.search("frégate corvette")) == [edition]
    assert list(search.search('"de la mer"')) == [edition]


def test_the_desk_searches_articles_by_the_same_words():
    article, trashed = make_article(title="Une frégate"), make_article(title="Une frégate", trashed_at=NOW)
    search.index([article, trashed])
    assert list(search.search("fregates", within=Article.objects.kept())) == [article]
    assert not search.search("fregates").exists()


def test_marks_are_html_around_escaped_text():
    text = 'La <b>frégate</b> & "l’OTAN"'
    assert search.highlight(text, search.Wanted("fregates otan")) == (
        "La &lt;b&gt;<mark>frégate</mark>&lt;/b&gt; &amp; &quot;l’<mark>OTAN</mark>&quot;"
    )
    assert search.snippet("<script> " + text, search.Wanted("script"), length=9) == "&lt;<mark>script</mark>&gt; …"


def indexed() -> int:
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM articles_edition_search")
        return cursor.fetchone()[0]
