"""What a text becomes: a draft with its fields, proposals, quotes, brief and first revision."""

import hashlib
from pathlib import Path

import pytest
from django.conf import settings
from django.utils import timezone

from articles import revising
from articles.drafting import Options
from articles.importing import import_articles
from articles.models import (
    Article,
    Brief,
    Decision,
    Proposal,
    ProposalKind,
    Quote,
    Revision,
    Rights,
    Stage,
)
from articles.sanitising import plain_text
from partners.dates import PartialDate
from partners.models import Official

pytestmark = pytest.mark.django_db


def seeds() -> list[Path]:
    return sorted((settings.BASE_DIR / "seeds").glob("*.txt"))


def test_a_text_becomes_a_draft_with_its_fields_source_text_and_first_revision(registry, wire):
    report = import_articles([wire])
    assert [outcome.result for outcome in report.outcomes] == ["imported"]
    article = Article.objects.get()
    assert article.title == "Le port de Nouadhibou accueillera une base logistique"
    assert article.title_proposed is False
    assert (article.stage, article.language, article.rights) == (Stage.DRAFT, "fr", Rights.UNKNOWN)
    assert article.slug == "le-port-de-nouadhibou-accueillera-une-base-logistique"
    assert (article.dated, article.revised) == (PartialDate(2024, 3, 12), PartialDate(2024, 3, 13))
    assert [str(byline.contributor) for byline in article.bylines.all()] == ["Aminata Sow"]
    assert "Aminata Sow" not in article.body
    assert "Mis à jour" not in article.body
    held = article.source_text
    assert bytes(held.data) == wire.read_bytes()
    assert held.sha256 == hashlib.sha256(wire.read_bytes()).hexdigest()
    assert article.revisions.get().number == 1
    assert not article.editions.exists()


def test_links_are_proposed_with_the_passage_and_nothing_is_linked(registry, wire):
    import_articles([wire])
    article = Article.objects.get()
    labels = {(p.kind, p.key) for p in article.proposals.all()}
    assert {("country", "MR"), ("country", "ES"), ("official", "jens-stoltenberg"), ("organisation", "OTAN")} <= labels
    official = article.proposals.get(kind=ProposalKind.OFFICIAL)
    assert official.official == Official.objects.get(key="jens-stoltenberg")
    assert "a salué l'accord" in official.passage
    assert all(proposal.decision == Decision.PENDING for proposal in article.proposals.all())
    for links in (article.countries, article.officials, article.organisations, article.meetings):
        assert not links.exists()


def test_a_quote_is_kept_pending_with_its_speaker(registry, wire):
    import_articles([wire])
    quote = Quote.objects.get()
    assert quote.text == "Nous avons besoin de partenaires solides sur le flanc sud"
    assert quote.speaker.key == "jens-stoltenberg"
    assert quote.decision == Decision.PENDING


def test_a_text_without_a_title_gets_a_proposed_one(registry, tmp_path):
    path = tmp_path / "a.txt"
    path.write_text(
        "Les ministres de la Défense se retrouvent jeudi à Bruxelles, où ils doivent débattre des stocks de munitions "
        "et de la protection des câbles sous-marins de la mer Baltique. Rien n'est décidé à ce stade, dit-on.\n"
    )
    import_articles([path])
    article = Article.objects.get()
    assert article.title_proposed
    assert article.title.startswith("Les ministres de la Défense")
    assert len(article.title) <= 100


def test_the_brief_leaves_the_text_and_is_kept_as_requirements(registry):
    import_articles([path for path in seeds() if path.name.startswith("002")])
    brief = Brief.objects.get()
    assert (brief.language, brief.least_words, brief.seo) == ("fr", 700, True)
    assert brief.least_subheadings >= 1
    assert brief.text.startswith("Make this article seo compatible")
    article = brief.article
    everywhere = [article.title, article.slug, article.standfirst, article.body, article.meta_description]
    everywhere += [str(list(Revision.objects.get().snapshot.values())), *Quote.objects.values_list("text", flat=True)]
    everywhere += [p.passage + p.label for p in article.proposals.all()]
    for words in ["seo", "subheadings", "700", "Make this"]:
        assert not any(words.lower() in text.lower() for text in everywhere)


def test_what_the_staff_says_goes_before_what_the_text_says(registry, wire):
    options = Options(source="Le Calame", rights=Rights.AGENCY, published=PartialDate(2023, 5), language="en")
    import_articles([wire], options)
    article = Article.objects.get()
    assert (str(article.source), article.rights, article.dated, article.language) == (
        "Le Calame",
        Rights.AGENCY,
        PartialDate(2023, 5),
        "en",
    )


def test_the_first_revision_is_what_a_later_look_at_the_article_would_keep(registry, wire):
    import_articles([wire])
    article = Article.objects.get()
    kept = article.revisions.get()
    assert (kept.number, kept.snapshot) == (article.version, revising.snapshot(article))
    assert kept.snapshot["bylines"]


def test_an_embargo_line_is_set_on_the_draft(registry, tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("SOUS EMBARGO JUSQU'AU 18 OCTOBRE 2099, 12 H\n\nLa frégate quittera le port de Brest jeudi.\n")
    import_articles([path])
    article = Article.objects.get()
    assert timezone.localtime(article.embargo_until).isoformat() == "2099-10-18T12:00:00+02:00"
    assert "EMBARGO" not in article.body


@pytest.mark.parametrize("path", seeds(), ids=lambda path: path.stem[:3])
def test_every_word_of_a_seed_is_kept_and_each_proposal_and_quote_is_its_span_of_the_source_text(registry, path):
    import_articles([path])
    article = Article.objects.get()
    held = article.source_text
    left_out = [held.text[start:end] for _kind, start, end in held.removed]
    kept = " ".join([article.title, article.standfirst, plain_text(article.body), *left_out])
    assert set(held.text.split()) <= set(kept.split())
    found = [*Proposal.objects.all(), *Quote.objects.all()]
    assert found
    for row in found:
        words = row.surface if isinstance(row, Proposal) else row.text
        assert held.text[row.start : row.end] == words
        assert row.passage_start <= row.start < row.end <= row.passage_end
