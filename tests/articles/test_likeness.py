"""The same words from elsewhere, and the same source in a new wording, when a text is imported."""

import random

import pytest
from django.utils import timezone

from articles import likeness
from articles.drafting import Options
from articles.importing import import_articles, import_document
from articles.models import Article, Likeness, Resemblance, Shingle, SourceText, Standing
from articles.reading import Document
from partners.names import Names

pytestmark = pytest.mark.django_db
NAMES = Names()


def words(count, seed):
    made = random.Random(seed)
    return [f"mot{made.randrange(4000)}" for _ in range(count)]


def paragraphs(seed, count=5, length=40):
    """The paragraphs of a text of its own for each seed."""
    each = words(count * length, seed)
    return [" ".join(each[at : at + length]).capitalize() + "." for at in range(0, count * length, length)]


def text(seed=1, count=5):
    return "\n\n".join([f"Un titre numéro {seed} pour le texte", *paragraphs(seed, count)])


def document(words, **known):
    return Document(words.encode(), words, "utf-8", "text", **known)


def bring(words, name="texte.txt", **known):
    return import_document(document(words, **known), name, Options(), names=NAMES)


def shares():
    return {row.other.article.title: row.share for row in Resemblance.objects.all()}


def edited(words, one_in):
    return " ".join("autre" if at % one_in == one_in - 1 else word for at, word in enumerate(words.split(" ")))


# --- near-duplicates


@pytest.mark.parametrize(
    ("change", "least"),
    [
        (lambda held: held.replace("Un titre numéro 1", "Tout autre chose"), 95),
        (lambda held: "Par Jean Martin\n\n" + held + "\n\nLe Journal de la Ville, avec AFP", 90),
        (lambda held: "\n\n".join(sorted(held.split("\n\n"))), 85),
        (lambda held: "\n\n".join(held.split("\n\n")[:3]), 95),
        (lambda held: edited(held, 10), 40),
        (lambda held: held + "\n\n" + "\n\n".join(paragraphs(7)), 45),
    ],
    ids=["title", "byline", "order", "cut", "edited", "in a longer one"],
)
def test_a_copy_of_a_held_text_waits_for_an_editor_with_the_share_in_common(change, least):
    held = bring(text(1), "agence.txt")
    outcome = bring(change(text(1)), "journal.txt")
    row = Resemblance.objects.get()
    assert (row.source_text.article_id, row.other.article_id) == (outcome.article, held.article)
    assert (row.decision, row.decided_at) == (Likeness.PENDING, None)
    assert least <= row.share <= 100
    assert f"{row.share} % of it stands in “{held.title}”." in outcome.remarks or str(row.share) in outcome.remarks[-1]


def test_a_short_text_that_stands_wholly_in_a_new_long_one_is_found_though_the_share_of_the_long_one_is_small():
    bring("\n\n".join(paragraphs(1, count=2)), "depeche.txt")
    bring("\n\n".join([*paragraphs(1, count=2), *paragraphs(2, count=9)]), "enquete.txt")
    assert Resemblance.objects.get().share < 30


def test_texts_that_share_their_subject_resemble_nothing():
    for seed in range(12):
        bring(text(seed), f"{seed}.txt")
    assert not Resemblance.objects.exists()


def test_a_quotation_in_common_is_no_likeness():
    quotation = " ".join(words(30, 99))
    for seed in (1, 2):
        bring(f"{text(seed)}\n\n« {quotation} », a dit le ministre.", f"{seed}.txt")
    assert not Resemblance.objects.exists()


@pytest.mark.parametrize("heading", ["À propos de l'agence\n", "About the Agency: ", ""])
def test_the_standing_notice_of_a_house_makes_no_texts_alike(heading):
    notice = heading + " ".join(words(60, 77)).capitalize() + "."
    for seed in range(20):
        bring("\n\n".join([*paragraphs(seed, count=2), notice]), f"{seed}.txt")
    if heading:
        assert not Resemblance.objects.exists()
    else:  # nothing says so but that many texts have it: known once it has come a few times
        late = SourceText.objects.order_by("pk")[likeness.COMMON :]
        assert not Resemblance.objects.filter(source_text__in=late).exists()


def test_a_text_that_is_printed_everywhere_is_still_found():
    for number in range(likeness.COMMON + 3):
        bring(f"{text(1)}\n\nJournal numéro {number}", f"{number}.txt")
    last = SourceText.objects.order_by("-pk").first()
    assert last.resemblances.count() == likeness.SHOWN


def test_no_shingle_is_filed_for_more_texts_than_are_looked_at():
    for number in range(likeness.COMMON + 3):
        bring(f"{text(1)}\n\nJournal numéro {number}", f"{number}.txt")
    value = Shingle.objects.order_by("value").first().value
    assert Shingle.objects.filter(value=value).count() == likeness.COMMON


def test_texts_in_the_trash_are_not_looked_at():
    held = bring(text(1), "agence.txt")
    Article.objects.filter(pk=held.article).update(trashed_at=timezone.now())
    bring(edited(text(1), 30), "journal.txt")
    assert not Resemblance.objects.exists()


def test_a_few_words_are_alike_only_as_a_whole():
    bring("Alerte à tous", "un.txt")
    bring("Alerte à tous !", "deux.txt")
    bring("Alerte", "trois.txt")
    assert [row.share for row in Resemblance.objects.all()] == [100]


# --- a new wording of a known source


def test_the_same_address_or_identifier_is_the_same_source_whatever_the_words():
    for seed, known in enumerate([{"url": "https://exemple.org/a"}, {"guid": "tag:exemple.org,2026:1"}]):
        first = bring(text(2 * seed), f"{seed}.html", **known)
        again = bring(text(2 * seed + 1), "autre.html", **known)
        assert (again.result, again.article) == ("new wording", first.article)


@pytest.mark.parametrize("url", ["https://un.example", "https://un.example/", "https://un.example/#top"])
def test_the_address_of_a_front_page_makes_no_two_texts_one_source(url):
    bring(text(1), "un.html", url=url)
    assert bring(text(2), "deux.html", url=url).result == "imported"


def test_identifiers_count_within_one_host():
    bring(text(1), "un.xml · 1", guid="17", url="https://un.example/a")
    assert bring(text(2), "deux.xml · 1", guid="17", url="https://deux.example/b").result == "imported"


def test_the_same_name_and_half_the_words_are_a_new_wording():
    first = bring(text(1), "communique.txt")
    again = bring(edited(text(1), 20), "communique.txt")
    assert (again.result, again.article, again.title) == ("new wording", first.article, first.title)
    assert Article.objects.count() == 1
    wording = SourceText.objects.get(standing=Standing.TO_COMPARE)
    assert wording.article_id == first.article
    assert not Resemblance.objects.exists()


def test_the_same_name_with_other_words_is_another_text():
    bring(text(1), "communique.txt")
    again = bring(text(2), "communique.txt")
    assert again.result == "imported"
    assert Article.objects.count() == 2


def test_entries_of_a_feed_are_told_apart_by_their_identifiers():
    bring(text(1), "fil.xml · 1", guid="a")
    assert bring(edited(text(1), 20), "fil.xml · 1", guid="b").result == "imported"


def test_nothing_of_the_article_changes_when_a_new_wording_comes():
    first = bring(text(1), "communique.txt")
    Article.objects.filter(pk=first.article).update(title="Titre de la rédaction", body="<p>Repris.</p>")
    before = Article.objects.values().get()
    bring(edited(text(1), 20), "communique.txt")
    assert Article.objects.values().get() == before
    assert Article.objects.get().source_text.text == text(1)
    assert Article.objects.get().revisions.count() == 1


def test_a_third_wording_is_known_by_the_second():
    first = bring(text(1), "communique.txt")
    changed = text(1)
    for one_in in (29, 28, 27):
        changed = edited(changed, one_in)
        assert bring(changed, "communique.txt").article == first.article
    assert SourceText.objects.filter(standing=Standing.TO_COMPARE).count() == 3


def test_the_same_bytes_twice_are_one_wording():
    bring(text(1), "communique.txt")
    bring(edited(text(1), 20), "communique.txt")
    assert bring(edited(text(1), 20), "communique.txt").result == "already held"
    assert SourceText.objects.count() == 2


def test_a_source_in_the_trash_is_not_taken_up_again():
    first = bring(text(1), "communique.txt")
    Article.objects.filter(pk=first.article).update(trashed_at=timezone.now())
    assert bring(edited(text(1), 20), "communique.txt").result == "imported"


def test_a_dry_run_tells_of_a_new_wording_and_keeps_nothing(tmp_path):
    path = tmp_path / "communique.txt"
    path.write_text(text(1))
    import_articles([path])
    path.write_text(edited(text(1), 20))
    report = import_articles([path], Options(dry_run=True))
    assert [outcome.result for outcome in report.outcomes] == ["new wording"]
    assert SourceText.objects.count() == 1
    assert Shingle.objects.values("source_text").distinct().count() == 1


# --- what it costs


def test_a_text_that_is_like_nothing_costs_two_questions(django_assert_num_queries):
    for seed in range(5):
        bring(text(seed), f"{seed}.txt")
    with django_assert_num_queries(1):
        assert likeness.known_wording(document(text(10)), "dix.txt") is None
    with django_assert_num_queries(1):
        assert likeness.look(text(10))().alike == ()


def test_however_many_texts_are_alike_few_are_compared(django_assert_num_queries):
    for number in range(20):
        bring(f"{text(1)}\n\nJournal numéro {number}", f"{number}.txt")
    with django_assert_num_queries(2):
        assert len(likeness.look(text(1))().alike) == likeness.SHOWN
