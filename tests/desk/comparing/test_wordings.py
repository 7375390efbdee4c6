"""A new wording at the desk: taken, passed over, set apart, and no editor's word lost."""

import pytest
from django.core.exceptions import PermissionDenied
from django.core.files.base import ContentFile
from django.urls import reverse

from articles import correcting, deciding, incoming, publishing, quote_register, wordings
from articles.drafting import Options
from articles.importing import import_document
from articles.models import (
    Article,
    Decision,
    Likeness,
    Quote,
    Resemblance,
    Rights,
    SourceText,
    Stage,
    Standing,
)
from articles.publishing import Refused
from articles.reading import open_documents
from articles.reading.recognised import Part, recognised
from partners.registry import registry_names
from tests.desk.comparing.making import FIRST, SECOND, bring, said, standings
from tests.desk.pages import english
from tests.making import make_user

pytestmark = pytest.mark.django_db


def test_taking_a_new_wording_changes_the_text_and_keeps_what_stood_before(article, wording, editor):
    before = article.body
    wordings.take(wording, by=editor)
    article = Article.objects.get(pk=article.pk)
    assert "Cinq navires et trois cents marins" in article.body
    assert "Quatre navires" not in article.body
    assert article.revisions.order_by("number").first().snapshot["body"] == before
    assert article.revisions.first().snapshot["body"] == article.body
    assert standings(article) == {FIRST: "earlier", SECOND: "current"}
    assert article.source_text.text == SECOND
    assert any("communique.txt" in line for line in said(article))


def test_what_was_decided_stays_decided_and_the_new_readings_proposals_come(article, wording, editor):
    portugal, mauritania = (article.proposals.get(key=key) for key in ("PT", "MR"))
    deciding.accept([portugal], by=editor)
    deciding.reject([mauritania], by=editor, only_here=True)
    wordings.take(wording, by=editor)
    decided = {p.key: p.decision for p in article.proposals.filter(kind="country")}
    assert decided == {"PT": "accepted", "MR": "rejected", "ES": "pending"}
    assert [country.code for country in article.countries.all()] == ["PT"]
    assert article.proposals.get(key="ES").source_text == wording
    for proposal in article.proposals.pending():
        assert proposal.surface == SECOND[proposal.start : proposal.end]


def test_a_quote_that_was_decided_is_not_proposed_again(article, wording, editor):
    quote = article.quotes.get()
    quote.attribution = "le ministre"
    quote.save()
    quote_register.accept([quote], by=editor)
    wordings.take(wording, by=editor)
    assert [held.decision for held in Quote.objects.filter(article=article)] == [Decision.ACCEPTED]


def test_a_text_that_was_changed_here_is_not_overwritten_unasked(article, wording, editor):
    Article.objects.filter(pk=article.pk).update(body="<p>Réécrit ici.</p>", title="Titre d'ici")
    with pytest.raises(Refused):
        wordings.take(wording, by=editor)
    article.refresh_from_db()
    assert article.body == "<p>Réécrit ici.</p>"
    assert wording.standing == Standing.TO_COMPARE
    wordings.take(wording, by=editor, despite_edits=True)
    article.refresh_from_db()
    assert "Cinq navires" in article.body
    assert article.title == "Titre d'ici"  # an editor's title stays
    assert "<p>Réécrit ici.</p>" in [revision.snapshot["body"] for revision in article.revisions.all()]


def test_a_second_new_wording_is_no_edit_of_ours(article, wording, editor):
    wordings.take(wording, by=editor)
    third = SECOND.replace("Cinq navires", "Six navires")
    bring(third, "communique.txt")
    wordings.take(article.source_texts.get(standing=Standing.TO_COMPARE), by=editor)
    assert "Six navires" in Article.objects.get(pk=article.pk).body


def test_readers_see_nothing_of_a_new_wording_until_it_is_published(client, article, wording, editor):
    Article.objects.filter(pk=article.pk).update(rights=Rights.OWN)
    edition = publishing.publish(article, by=editor)
    assert "Quatre navires" in client.get(edition.get_absolute_url()).content.decode()
    wordings.take(wording, by=editor)
    assert "Quatre navires" in client.get(edition.get_absolute_url()).content.decode()
    publishing.publish(article, by=editor)
    assert "Cinq navires" in client.get(edition.get_absolute_url()).content.decode()


def test_a_wording_that_is_passed_over_changes_nothing_and_can_be_compared_again(article, wording, editor):
    before = Article.objects.values().get(pk=article.pk)
    wordings.pass_over(wording, by=editor)
    assert Article.objects.values().get(pk=article.pk) == before
    assert standings(article)[SECOND] == "passed_over"
    with pytest.raises(Refused):
        wordings.take(wording, by=editor)
    wordings.compare_again(wording, by=editor)
    assert standings(article)[SECOND] == "to_compare"


def test_a_different_text_becomes_an_article_of_its_own(article, wording, editor):
    apart = wordings.set_apart(wording, by=editor)
    assert apart.pk != article.pk
    assert apart.source_text.text == SECOND
    assert apart.stage == Stage.DRAFT
    assert {p.key for p in apart.proposals.filter(kind="country")} == {"MR", "ES"}
    assert standings(article) == {FIRST: "current"}
    assert Resemblance.objects.get(source_text=wording).decision == Likeness.DIFFERENT
    assert not Resemblance.objects.open().exists()


def test_what_is_decided_once_is_not_decided_again(article, wording, editor):
    wordings.take(wording, by=editor)
    for again in (wordings.take, wordings.pass_over, wordings.set_apart, wordings.compare_again):
        with pytest.raises(Refused):
            again(SourceText.objects.get(pk=wording.pk), by=editor)


def test_nothing_happens_to_an_article_in_the_trash(article, wording, editor):
    publishing.trash(article, by=editor)
    for act in (wordings.take, wordings.pass_over, wordings.set_apart):
        with pytest.raises(Refused):
            act(wording, by=editor)


def test_only_who_may_decides(article, wording, reporter):
    for act in (wordings.take, wordings.pass_over, wordings.set_apart):
        with pytest.raises(PermissionDenied):
            act(wording, by=reporter)
    assert wording.standing == Standing.TO_COMPARE


def test_a_ready_text_is_its_reviewers_to_change(article, wording):
    importer = make_user("importer")
    Article.objects.filter(pk=article.pk).update(stage=Stage.READY)
    with pytest.raises(PermissionDenied):
        wordings.take(wording, by=importer)


def test_an_embargo_of_the_new_wording_holds(article, editor):
    under = "SOUS EMBARGO JUSQU'AU 18 OCTOBRE 2030, 12 H\n\n" + SECOND.replace("Cinq", "Sept")
    bring(under, "communique.txt")
    wordings.take(article.source_texts.get(text=under), by=editor)
    assert Article.objects.get(pk=article.pk).embargo_until.year == 2030


FEED = """<?xml version="1.0"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>
<title>Le Journal de Nouakchott</title>
<item><title>Un exercice naval</title><guid>https://journal.example/1</guid><dc:creator>Aminata Sow</dc:creator>
<description><![CDATA[<p>La Mauritanie accueille depuis mardi un exercice naval avec {}, a dit le ministère.</p>
<h2>Au large de Nouadhibou</h2><p>Quatre navires y prennent part, et deux cents marins.</p>]]></description></item>
<item><title>Autre chose</title><guid>https://journal.example/2</guid><description>Une tout autre affaire a lieu
ici, dans un texte assez long.</description></item></channel></rss>"""


def test_a_new_wording_of_a_feeds_entry_is_read_as_the_feed_gave_it(editor):
    pytest.importorskip("feedparser")
    for partner in ("le Portugal", "l'Espagne"):
        for document in open_documents(FEED.format(partner).encode()):
            outcome = import_document(document, "fil.xml", Options(), names=registry_names())
    assert outcome.result == "already held"  # the other entry
    wording = SourceText.objects.get(standing=Standing.TO_COMPARE)
    taken = wordings.take(wording, by=editor).article
    assert taken.title == "Un exercice naval"
    assert "avec l'Espagne" in taken.body
    assert "<h2>Au large de Nouadhibou</h2>" in taken.body
    assert "Aminata Sow" not in taken.body
    assert "Le Journal de Nouakchott" not in taken.body


def test_what_an_editor_left_out_of_a_new_wording_stays_out_whenever_it_is_read_again(editor):
    held = bring(FIRST, "communique.txt")
    article = Article.objects.get(pk=held.article)
    (received,) = incoming.receive(ContentFile(SECOND.encode(), name="communique.txt"), by=editor)
    reading = incoming.reading_of(received.incoming).full
    spain = [thing.identity for thing in recognised(reading) if thing.target == "ES"]
    title = [thing.identity for thing in recognised(reading) if thing.part == Part.TITLE]
    assert spain
    assert title
    incoming.leave_out(received.incoming, [*spain, *title], by=editor)
    assert incoming.make_draft(received.incoming, by=editor).result == "new wording"
    wording = article.source_texts.get(standing=Standing.TO_COMPARE)
    assert SourceText.objects.get(pk=wording.pk).left_out
    article = wordings.take(wording, by=editor).article
    assert not article.proposals.filter(key="ES").exists()
    assert article.body.startswith("<p>La Mauritanie accueille un exercice naval</p>")
    article = Article.objects.get(pk=article.pk)
    assert not wordings.edited(article, wordings.words_as_they_came(article, article.source_text))


def test_two_quotes_of_two_wordings_may_stand_at_one_place(article, wording, editor):
    quote = article.quotes.get()
    quote_register.attribute(quote, by=editor, speaker=None, attribution="le ministre")
    quote_register.accept([quote], by=editor)
    other = FIRST.replace("nous unit et nous oblige", "nous unit et vous oblige")  # as long as it was
    bring(other, "communique.txt")
    wordings.take(article.source_texts.get(text=other), by=editor)
    assert {(each.start, each.end) for each in article.quotes.all()} == {(quote.start, quote.end)}
    assert article.quotes.count() == 2


def test_open_quotes_and_corrections_of_an_editor_survive_a_new_wording(article, wording, editor):
    quote = article.quotes.get()
    quote_register.attribute(quote, by=editor, speaker=None, attribution="Hanena Ould Sidi, ministre")
    own = Quote.objects.create(article=article, text="Écrit à la main")
    wordings.take(wording, by=editor)
    assert Quote.objects.filter(pk=own.pk).exists()
    kept = article.quotes.get(text=quote.text)
    assert kept.pk != quote.pk
    assert kept.attribution == "Hanena Ould Sidi, ministre"


def test_a_correction_that_waits_holds_for_the_same_person_in_the_new_wording(editor):
    text = FIRST.replace("le ministre de la Défense.", "le ministre mauritanien de la Défense, Hanena Ould Sidi.")
    article = Article.objects.get(pk=bring(text, "communique.txt").article)
    proposal = article.proposals.get(kind="official")
    correcting.correct(proposal, {"name": "Hanena Ould Sidi Ould Hanena"}, by=editor)
    second = text.replace("Quatre navires", "Cinq navires")
    bring(second, "communique.txt")
    wordings.take(article.source_texts.get(text=second), by=editor)
    assert article.proposals.get(kind="official").data["name"] == "Hanena Ould Sidi Ould Hanena"
    assert article.proposals.get(kind="official").label == "Hanena Ould Sidi Ould Hanena"


def test_taking_a_wording_tells_what_it_says_otherwise_and_did_not_change(client, article, editor):
    deciding.accept([article.proposals.get(key="PT")], by=editor)
    Article.objects.filter(pk=article.pk).update(title="Notre titre")
    other = SECOND.replace("12 mars 2024", "13 mars 2024") + "\nPar Aminata Sow\n"
    bring(other, "communique.txt")
    wording = article.source_texts.get(text=other)
    client.force_login(editor)
    page = reverse("admin:articles_article_compare", args=[article.pk])
    response = client.post(english(page), {"do": "take", "wording": wording.pk}, follow=True)
    told = " ".join(str(message) for message in response.context["messages"])
    assert "Kept as it was changed here" in told
    assert "2024-03-13" in told
    assert "signed Aminata Sow" in told
    assert "does not name them: Portugal" in told
    article = Article.objects.get(pk=article.pk)
    assert article.title == "Notre titre"
    assert not article.bylines.exists()
    assert [str(country) for country in article.countries.all()] == ["Portugal"]


def test_a_proposal_that_an_editor_has_corrected_stays_when_the_new_wording_does_not_name_it(client, editor):
    minister = "Selon le ministre mauritanien des Affaires étrangères, Mohamed Salem Ould Merzoug, tout est prêt.\n"
    held = bring(f"{FIRST}\n{minister}", "communique.txt")
    article = Article.objects.get(pk=held.article)
    proposal = article.proposals.get(kind="official", official=None)
    correcting.correct(proposal, {"name": "Mohamed Salem Merzoug"}, by=editor)
    assert bring(SECOND, "communique.txt").article == article.pk
    wording = article.source_texts.get(standing=Standing.TO_COMPARE)
    taken = wordings.take(wording, by=editor)
    kept = article.proposals.get(pk=proposal.pk)
    assert (kept.label, kept.decision, kept.passage) == ("Mohamed Salem Merzoug", Decision.PENDING, minister.strip())
    assert any(kept.label in remark for remark in taken.remarks)
    client.force_login(editor)
    page = client.get(english(reverse("admin:articles_article_proposals", args=[article.pk]))).content.decode()
    assert "in an earlier wording" in page
    assert f"#in-text-proposal-{kept.pk}" not in page
    deciding.accept([kept], by=editor)
    assert [str(official) for official in article.officials.all()] == ["Mohamed Salem Merzoug"]


def test_a_source_that_is_only_in_the_trash_is_told_of(client, editor):
    held = Article.objects.get(pk=bring(FIRST, "communique.txt").article)
    publishing.trash(held, by=editor)
    (received,) = incoming.receive(ContentFile(SECOND.encode(), name="communique.txt"), by=editor)
    client.force_login(editor)
    page = client.get(reverse("admin:articles_incoming_change", args=[received.incoming.pk])).content.decode()
    assert reverse("admin:articles_article_change", args=[held.pk]) in page
    outcome = bring(SECOND, "communique.txt")
    assert outcome.result == "imported"
    assert any(held.title in remark for remark in outcome.remarks)


def test_a_number_that_is_no_key_names_nothing(client, article, editor):
    client.force_login(editor)
    compare, review = (
        reverse(f"admin:articles_article_{name}", args=[article.pk]) for name in ("compare", "proposals")
    )
    for number in ("9" * 30, "9" * 5000):
        assert client.get(compare, {"wording": number}).status_code == 404
        assert client.post(compare, {"do": "keep", "wording": number}).status_code == 302
        assert client.post(review, {"do": f"accept:{number}"}).status_code == 302
        assert client.post(review, {"do": f"accept-quote:{number}"}).status_code == 302
        assert client.post(review, {"do": f"same:{number}-{number}"}).status_code == 404
        assert client.post(reverse("admin:articles_ignored_changelist"), {"undo": number}).status_code in {200, 302}
    assert not article.proposals.exclude(decision=Decision.PENDING).exists()


def test_a_stale_page_of_a_wording_leads_back_and_says_so(client, article, wording, editor):
    page = reverse("admin:articles_article_compare", args=[article.pk])
    wordings.take(wording, by=editor)
    client.force_login(editor)
    stale = f"{page}?wording={wording.pk}"
    for response in (client.get(stale, follow=True), client.post(stale, {"do": "keep"}, follow=True)):
        assert response.redirect_chain == [(page, 302)]
        assert len(response.context["messages"]) == 1


def test_a_refusal_leads_back_to_the_wording_that_still_waits(client, article, wording, editor):
    Article.objects.filter(pk=article.pk).update(body="<p>Notre texte.</p>")
    page = f"{reverse('admin:articles_article_compare', args=[article.pk])}?wording={wording.pk}"
    client.force_login(editor)
    assert client.post(page, {"do": "take", "wording": wording.pk}, follow=True).redirect_chain == [(page, 302)]


def test_what_was_said_of_a_new_wording_and_is_not_kept_is_told():
    bring(FIRST, "communique.txt", source="Agence A")
    outcome = bring(SECOND, "communique.txt", source="Agence B", rights=Rights.AGENCY)
    assert outcome.result == "new wording"
    assert "Agence B" in outcome.remarks[1]
    assert str(Rights.AGENCY.label) in outcome.remarks[1]
    assert len(bring(SECOND.replace("Cinq", "Six"), "communique.txt").remarks) == 1
