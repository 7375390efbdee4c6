"""What readers are told of changes to public texts: from the published editions, for good, and not a word more."""

import pytest
from django.urls import reverse

from articles import notices, placing, publishing, revising
from articles.models import Byline, Contributor, Edition, Kind, Picture
from tests.articles.correcting import corrected, rewrite, sides
from tests.desk.pages import english
from tests.making import day, make_article, make_edition, make_picture, place

pytestmark = pytest.mark.django_db


def log(**query):
    return reverse("articles:corrections", query=query)


def feed():
    return reverse("corrections-atom")


def test_a_notice_has_the_passages_of_the_edition_and_of_the_one_before(chief):
    article = corrected(chief)
    [notice] = notices.notices_of(Edition.objects.notices())
    assert notice.edition == article.open_edition()
    assert sides(notice) == {"body": (["Vilna"], ["Vilnius"])}


def test_the_passages_come_out_the_same_however_they_are_asked_for_and_however_often(chief):
    article = corrected(chief)
    first = notices.notices_of(Edition.objects.notices())
    rewrite(article, title="Tout autre chose", body="<p>Un brouillon.</p>")
    publishing.publish(rewrite(article, body="<p>Encore autre chose.</p>"), by=chief, kind=Kind.UPDATE)
    again = notices.notices_of(Edition.objects.notices())
    among = notices.notices_among(article.editions.select_related("discloses"))
    one, two = article.editions.order_by("visible_from")[:2]
    assert first[0].changed == again[0].changed == among[0].changed == notices.changes(one, two)


def test_every_field_that_readers_read_is_told(chief):
    article = make_article(
        title="Un titre faux",
        standfirst="Un chapeau faux.",
        dateline="Vilna",
        dated="2024-10-17",
        rights_note="(c) Un",
    )
    publishing.publish(article, by=chief)
    fields = {
        "title": "Un titre juste",
        "standfirst": "Un chapeau juste.",
        "dateline": "Vilnius",
        "dated": "2024-10",
        "rights_note": "(c) Deux",
    }
    publishing.publish(rewrite(article, **fields), by=chief, kind=Kind.CORRECTION, note="Erreurs.")
    [notice] = notices.notices_of(Edition.objects.notices())
    assert set(sides(notice)) == {"title", "standfirst", "dateline", "dated", "rights_note"}
    assert sides(notice)["title"] == (["faux"], ["juste"])


def test_a_word_that_stood_only_in_a_draft_is_in_no_correction(client, chief):
    article = make_article(slug="texte", body="<p>Le sommet de Vilna.</p>")
    publishing.publish(article, by=chief)
    for word in ["quillfish", "lamproie"]:
        rewrite(article, body=f"<p>Le sommet de {word}.</p>", title=f"Titre {word}")
    assert article.revisions.count() == 3
    fixed = rewrite(article, body="<p>Le sommet de Vilnius.</p>", title="Un titre")
    publishing.publish(fixed, by=chief, kind=Kind.CORRECTION, note="Le nom de la ville.")
    rewrite(article, body="<p>Le sommet de quillfish.</p>")
    for address in [log(kind="all"), english(log()), feed(), "/articles/texte/"]:
        page = client.get(address).content.decode()
        assert all(word in page for word in ["Vilnius", "Vilna"]), address
        assert not any(word in page for word in ["quillfish", "lamproie"]), address


def test_signatures_and_pictures_are_told_as_they_were_printed_and_not_a_word_of_a_draft_is(client, chief):
    article, port, quai = make_article(slug="texte"), make_picture(), make_picture()
    awa = Contributor.named("Awa Diop")
    Byline.objects.create(article=article, contributor=awa, place="Vilna")
    place(article, port, caption="Le port de Riga", credit="AFP", alt="Un port")
    publishing.publish(article, by=chief)
    for words in ["quillfish", "Le port de Tallinn"]:
        placing.put(article, [placing.row_for(port) | {"caption": words, "credit": "AFP", "alt": "Un port"}])
        revising.record(article, by=None)
    article.bylines.update(place="Vilnius")
    body = placing.row_for(quai, role="body", position=1) | {"caption": "Le quai", "credit": "Reuters"}
    placing.put(article, [*placing.rows_of(article), body])
    revising.record(article, by=None)
    publishing.publish(article, by=chief, kind=Kind.CORRECTION, note="Noms.")
    article.bylines.update(place="lamproie")
    Contributor.objects.update(name="lamproie")
    Picture.objects.update(caption="lamproie")
    [notice] = notices.notices_of(Edition.objects.notices())
    told = {"bylines": (["Vilna"], ["Vilnius"]), "pictures": (["Riga"], ["Le quai (Reuters)", "Tallinn"])}
    assert sides(notice) == told
    for address in [log(), english(log()), feed(), "/articles/texte/"]:
        page = client.get(address).content.decode()
        assert all(word in page for word in ["Vilna", "Riga", "Tallinn", "Reuters"]), address
        assert not any(word in page for word in ["quillfish", "lamproie"]), address


def test_a_picture_in_the_place_of_another_is_told_where_their_words_are_the_same_too(chief):
    article = make_article()
    place(article, make_picture(caption="Le port", credit="AFP"))
    publishing.publish(article, by=chief)
    place(article, make_picture(caption="Le port", credit="AFP"))
    publishing.publish(article, by=chief, kind=Kind.CORRECTION, note="Ce n’était pas ce port.")
    [notice] = notices.notices_of(Edition.objects.notices())
    [changed] = notice.changed
    assert (changed.name, changed.passages, bool(changed.remark)) == ("pictures", [], True)


def test_a_correction_that_is_scheduled_is_told_when_it_is_out(chief):
    article = make_article(body="<p>Le sommet de Vilna.</p>")
    publishing.publish(article, by=chief)
    rewrite(article, body="<p>Le sommet de Vilnius.</p>")
    publishing.publish(article, by=chief, kind=Kind.CORRECTION, note="Le nom.", at=day(2))
    assert not Edition.objects.notices().exists()
    [notice] = notices.notices_of(Edition.objects.notices(day(3)))
    assert sides(notice) == {"body": (["Vilna"], ["Vilnius"])}


def test_after_a_withdrawal_nothing_is_told_of_what_stood_before(client, chief):
    article = corrected(chief)
    publishing.withdraw(article, by=chief, reason="Source démentie.")
    [notice] = notices.notices_of(Edition.objects.notices())
    assert (notice.edition.kind, notice.changed) == (Kind.WITHDRAWAL, [])
    page = client.get(log()).content.decode() + client.get(feed()).content.decode()
    assert "Source démentie." in page
    assert not any(word in page for word in ["Vilna", "Le nom de la ville", article.title])
    publishing.publish(rewrite(article, body="<p>Un autre texte.</p>"), by=chief, note="De nouveau en ligne.")
    told = notices.notices_of(Edition.objects.notices())
    assert [(each.edition.kind, each.changed) for each in told] == [(Kind.UPDATE, []), (Kind.WITHDRAWAL, [])]
    page = client.get(article.get_absolute_url()).content.decode() + client.get(log(kind="all")).content.decode()
    assert "De nouveau en ligne." in page
    assert not any(word in page for word in ["Vilna", "Le nom de la ville"])


@pytest.mark.parametrize("gone", ["ended", "trashed"])
def test_what_is_no_longer_public_is_in_no_list(client, gone):
    edition = make_edition(visible_from=day(-3), visible_until=day(-2))
    make_edition(
        article=edition.article,
        kind="correction",
        note="Un nom lamproie.",
        visible_from=day(-2),
        visible_until=day(-1) if gone == "ended" else None,
        trashed=gone == "trashed",
    )
    assert not Edition.objects.notices().exists()
    assert b"lamproie" not in client.get(log(kind="all")).content


def test_silent_fixes_and_updates_without_a_note_are_not_told(chief):
    article = make_article(body="<p>Un mot.</p>")
    publishing.publish(article, by=chief)
    publishing.publish(rewrite(article, body="<p>Un  mot.</p>"), by=chief, kind=Kind.SILENT)
    publishing.publish(rewrite(article, body="<p>Un autre mot.</p>"), by=chief)
    assert not Edition.objects.notices().exists()


# --- what publishing asks of a kind


@pytest.mark.parametrize(
    ("kind", "note"),
    [(Kind.CORRECTION, " "), (Kind.CLARIFICATION, ""), (Kind.SILENT, "Une note que personne ne lirait")],
)
def test_a_kind_without_its_note_or_with_one_that_is_not_shown_is_refused(chief, kind, note):
    article = make_article()
    publishing.publish(article, by=chief)
    with pytest.raises(publishing.Refused):
        publishing.publish(rewrite(article, title="Autre"), by=chief, kind=kind, note=note)
    assert article.editions.count() == 1


@pytest.mark.parametrize("kind", [Kind.SILENT, Kind.UPDATE, Kind.CLARIFICATION, Kind.CORRECTION])
def test_what_nobody_has_seen_is_neither_mended_nor_corrected(chief, kind):
    article = make_article()
    note = "" if kind == Kind.SILENT else "Note"
    with pytest.raises(publishing.Refused):
        publishing.publish(article, by=chief, kind=kind, note=note)
    assert not article.editions.exists()


def test_a_withdrawn_text_does_not_come_back_silently(chief):
    article = make_article()
    publishing.publish(article, by=chief)
    publishing.withdraw(article, by=chief, reason="Faux.")
    with pytest.raises(publishing.Refused):
        publishing.publish(article, by=chief, kind=Kind.SILENT)


# --- the page and the feed


def test_the_page_shows_corrections_and_updates_to_who_asks(client, chief):
    article = corrected(chief)
    update = rewrite(article, body="<p>Le sommet de Vilnius, suite.</p>")
    publishing.publish(update, by=chief, kind=Kind.UPDATE, note="Une suite lamproie.")
    assert b"lamproie" not in client.get(log()).content
    for kind in ["update", "all"]:
        assert b"lamproie" in client.get(log(kind=kind)).content
    assert b"Vilna" not in client.get(log(kind="update")).content
    page = client.get(log()).content.decode()
    assert f'href="{article.get_absolute_url()}#notice-2"' in page
    assert 'id="notice-2"' in client.get(article.get_absolute_url()).content.decode()


def test_a_notice_leads_to_where_the_article_is_now(client, chief):
    article = corrected(chief)
    publishing.publish(rewrite(article, slug="ailleurs", title="Un titre"), by=chief)
    assert "/articles/ailleurs/#notice-2" in client.get(log()).content.decode()


def test_the_page_asks_as_little_for_many_as_for_one(client, chief, django_assert_max_num_queries):
    for number in range(20):
        corrected(chief, new=f"<p>Le sommet de Riga {number}.</p>")
    client.get(log())
    for address in [log(kind="all"), feed()]:
        with django_assert_max_num_queries(10):
            assert client.get(address).content.count(b"Vilna") >= 20


def test_the_feed_is_atom_and_says_what_was_wrong(client, chief):
    from xml.etree import ElementTree

    article = corrected(chief)
    response = client.get(feed(), HTTP_HOST="localhost")
    written = ElementTree.fromstring(response.content)  # noqa: S314 - our own
    [entry] = written.findall("{http://www.w3.org/2005/Atom}entry")
    link = entry.find("{http://www.w3.org/2005/Atom}link").get("href")
    assert link == f"http://localhost{article.get_absolute_url()}#notice-2"
    told = entry.find("{http://www.w3.org/2005/Atom}summary").text
    assert "<del>Vilna</del>" in told
    assert "<ins>Vilnius</ins>" in told
    assert "Le nom de la ville" in told
    again = client.get(feed(), HTTP_HOST="localhost", HTTP_IF_NONE_MATCH=response["ETag"])
    assert again.status_code == 304


def test_markup_in_a_note_is_shown_as_it_was_typed(client, chief):
    article = make_article()
    publishing.publish(article, by=chief)
    note = "<script>alert(1)</script> & « x »"
    publishing.publish(rewrite(article, title="<b>Gras</b>"), by=chief, kind=Kind.CORRECTION, note=note)
    for address in [log(), article.get_absolute_url(), feed()]:
        page = client.get(address).content.decode()
        assert not any(markup in page for markup in ["<script>alert", "<b>Gras"]), address
