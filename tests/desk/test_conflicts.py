"""A save that comes second: both texts, the choice between them, and nothing lost."""

import pytest
from django.urls import reverse

from articles import correcting, deciding, entries, personal_drafts, publishing, quote_register, saving
from articles.models import Article, Brief, PersonalDraft, ProposalKind, Revision, Stage
from tests.desk.pages import english, form_of
from tests.desk.proposing import make_country, make_imported, pending_quote, propose, propose_person
from tests.making import make_article, make_user
from tests.partners.making import make_official

pytestmark = pytest.mark.django_db


def change_url(article):
    return reverse("admin:articles_article_change", args=[article.pk])


def draft_url(draft):
    return reverse("admin:articles_article_draft", args=[draft.article_id, draft.pk])


@pytest.fixture
def article(db):
    return make_article(
        title="Avant", standfirst="Chapeau", body="<p>Un.</p>\n<p>Deux.</p>\n<p>Trois.</p>", tags=["Sahel"]
    )


@pytest.fixture
def chief(db):
    return make_user("chief", username="claire")


def somebody_saves(article, by, **changes):
    held = Article.objects.get(pk=article.pk)
    saving.save(held, changes, based_on=held.version, by=by)


@pytest.fixture
def late(client, editor, chief, article):
    """Open the page, let the chief save, and send what the editor changed."""

    def send(theirs, **mine):
        client.force_login(editor)
        data = form_of(client.get(change_url(article)))
        somebody_saves(article, chief, **theirs)
        return client.post(english(change_url(article)), data | mine)

    return send


def chosen(response, **choices):
    """The choice that the page offers, with these choices."""
    rows = {row.name: row for row in response.context["rows"]}
    data = {"version": response.context["article"].version, "do": "save"}
    data |= {f"choose-{name}": row.chosen for name, row in rows.items()}
    if "body" in rows and rows["body"].merged:
        data["merged-body"] = rows["body"].merged
    return data | choices


def test_a_late_save_gets_both_texts_and_overwrites_nothing(late, article, editor):
    response = late({"body": "<p>Un.</p>\n<p>Leurs mots.</p>"}, body="<p>Un.</p>\n<p>Mes mots.</p>", tab="t1")
    assert response.status_code == 409
    content = response.content.decode()
    assert "Leurs mots." in content
    assert "Mes mots." in content
    assert "claire" in content
    held = Article.objects.get(pk=article.pk)
    assert (held.body, held.revisions.count()) == ("<p>Un.</p>\n<p>Leurs mots.</p>", 2)
    draft = PersonalDraft.objects.get()
    assert (draft.user, draft.article, draft.tab, draft.base_version) == (editor, article, "t1", 1)
    assert draft.fields["body"] == ["<p>Un.</p>\n<p>Mes mots.</p>"]


def test_a_late_save_through_a_button_that_goes_on_takes_no_step(late, article):
    response = late({"title": "Leur titre"}, title="Mon titre", _go="step:submit")
    assert response.status_code == 409
    assert Article.objects.get(pk=article.pk).stage == Stage.DRAFT


def test_a_form_without_a_version_overwrites_nothing(client, editor, article):
    client.force_login(editor)
    data = form_of(client.get(change_url(article)), title="Mon titre")
    del data["version"]
    assert client.post(change_url(article), data).status_code == 409
    assert Article.objects.get(pk=article.pk).title == "Avant"
    assert PersonalDraft.objects.get().fields["title"] == ["Mon titre"]


def test_a_late_save_that_changed_nothing_is_no_conflict_and_no_draft(late, article):
    response = late({"title": "Leur titre"}, tab="t1")
    assert response.status_code == 302
    assert Article.objects.get(pk=article.pk).title == "Leur titre"
    assert not PersonalDraft.objects.open().exists()


def test_the_second_click_on_one_button_is_no_conflict(client, editor, article):
    client.force_login(editor)
    data = form_of(client.get(change_url(article)), title="Mon titre", tab="t1", tags="sahel, Niger")
    assert [client.post(change_url(article), data).status_code for _click in range(2)] == [302, 302]
    assert article.revisions.count() == 2
    assert not PersonalDraft.objects.open().exists()


def test_the_page_says_field_by_field_who_changed_what(late):
    response = late(
        {"standfirst": "Leur chapeau", "title": "Leur titre", "tags": ["Niger"]},
        title="Mon titre",
        dateline="Niamey",
    )
    rows = {row.name: (row.changed_by, row.chosen) for row in response.context["rows"]}
    assert rows == {
        "title": ("both", ""),
        "standfirst": ("theirs", "theirs"),
        "dateline": ("mine", "mine"),
        "tags": ("theirs", "theirs"),
    }


def test_what_both_changed_apart_from_each_other_is_proposed_and_saved_when_it_is_confirmed(late, client, article):
    response = late(
        {"body": "<p>Un.</p>\n<p>Deux.</p>\n<p>Leur fin.</p>", "title": "Leur titre"},
        body="<p>Mon début.</p>\n<p>Deux.</p>\n<p>Trois.</p>",
        dateline="Niamey",
        tab="t1",
    )
    assert Article.objects.get(pk=article.pk).dateline == ""
    done = client.post(draft_url(PersonalDraft.objects.get()), chosen(response))
    assert done.status_code == 302
    held = Article.objects.get(pk=article.pk)
    assert held.body == "<p>Mon début.</p>\n<p>Deux.</p>\n<p>Leur fin.</p>"
    assert (held.title, held.dateline, held.revisions.count()) == ("Leur titre", "Niamey", 3)
    assert not PersonalDraft.objects.open().exists()


@pytest.mark.parametrize(("choice", "title"), [("mine", "Mon titre"), ("theirs", "Leur titre")])
def test_a_field_is_what_the_person_chose(late, client, article, choice, title):
    response = late({"title": "Leur titre"}, title="Mon titre")
    data = chosen(response, **{"choose-title": choice})
    client.post(draft_url(PersonalDraft.objects.get()), data)
    assert Article.objects.get(pk=article.pk).title == title


@pytest.mark.parametrize("choice", ["", "x"])
def test_words_about_which_nothing_was_chosen_are_asked_about_and_stay_a_draft(late, client, article, choice):
    response = late({"title": "Leur titre"}, title="Mon titre")
    data = chosen(response, **{"choose-title": choice})
    again = client.post(english(draft_url(PersonalDraft.objects.get())), data)
    assert again.status_code == 400
    assert "Title: Choose what is to stand" in again.content.decode()
    assert PersonalDraft.objects.open().get().fields["title"] == ["Mon titre"]
    assert Article.objects.get(pk=article.pk).title == "Leur titre"


def test_words_that_came_to_the_draft_after_the_page_asked_are_not_lost(late, client, article, editor):
    response = late({"title": "Leur titre"}, title="Mon titre", tab="t1")
    draft = PersonalDraft.objects.get()
    grown = draft.fields | {"standfirst": ["Écrit dans l’autre onglet"]}
    personal_drafts.keep(by=editor, article=article, tab="t1", fields=grown, base_version=draft.base_version)
    again = client.post(draft_url(draft), chosen(response, **{"choose-title": "mine"}))
    assert again.status_code == 400
    assert PersonalDraft.objects.open().get().fields["standfirst"] == ["Écrit dans l’autre onglet"]


def test_who_chooses_while_others_save_again_is_asked_again_and_loses_nothing(late, client, article, chief):
    response = late({"body": "<p>Leur.</p>"}, body="<p>Mon.</p>", tab="t1")
    data = chosen(response, **{"choose-body": "merged", "merged-body": "<p>Ensemble.</p>"})
    somebody_saves(article, chief, body="<p>Encore autre.</p>")
    again = client.post(draft_url(PersonalDraft.objects.get()), data)
    assert again.status_code == 409
    assert Article.objects.get(pk=article.pk).body == "<p>Encore autre.</p>"
    assert PersonalDraft.objects.get().fields["body"] == ["<p>Ensemble.</p>"]
    done = client.post(draft_url(PersonalDraft.objects.get()), chosen(again, **{"choose-body": "mine"}))
    assert done.status_code == 302
    assert Article.objects.get(pk=article.pk).body == "<p>Ensemble.</p>"


def test_what_cannot_stand_is_refused_in_words_and_stays_a_draft(late, client, article):
    response = late({"title": "Leur titre"}, dated="hier", title="Mon titre")
    assert response.status_code == 409
    data = chosen(response, **{"choose-title": "mine", "choose-dated": "mine"})
    refused = client.post(draft_url(PersonalDraft.objects.get()), data)
    assert refused.status_code == 400
    assert "hier" in refused.content.decode()
    assert Article.objects.get(pk=article.pk).title == "Leur titre"
    done = client.post(draft_url(PersonalDraft.objects.get()), data | {"choose-dated": "theirs"})
    assert done.status_code == 302
    assert Article.objects.get(pk=article.pk).title == "Mon titre"


def test_signatures_that_both_changed_are_chosen_as_a_whole(client, editor, chief, article):
    article.bylines.create(role="correspondent", place="Bamako")
    Revision.objects.all().delete()
    Article.objects.update(version=0)
    from articles import revising

    revising.record(Article.objects.get(pk=article.pk), by=None)
    client.force_login(editor)
    data = form_of(client.get(change_url(article))) | {"bylines-0-place": "Niamey"}
    theirs = [{"contributor": None, "role": "correspondent", "place": "Gao", "position": 0}]
    somebody_saves(article, chief, bylines=theirs)  # their rows are others by now
    response = client.post(change_url(article), data)
    assert response.status_code == 409
    assert [(row.name, row.changed_by) for row in response.context["rows"]] == [("bylines", "both")]
    client.post(draft_url(PersonalDraft.objects.get()), chosen(response, **{"choose-bylines": "mine"}))
    assert [byline.place for byline in article.bylines.all()] == ["Niamey"]


def test_a_signature_of_somebody_new_is_no_less_kept_than_any_other(late, client, article):
    row = {"bylines-0-contributor": "Aminata Sow", "bylines-0-role": "author", "bylines-0-position": "0"}
    response = late({"title": "Leur titre"}, **row, **{"bylines-TOTAL_FORMS": "1"})
    assert {row.name: row.mine for row in response.context["rows"]}["bylines"] == ["Aminata Sow · Author"]
    client.post(draft_url(PersonalDraft.objects.get()), chosen(response))
    assert [byline.name for byline in article.bylines.all()] == ["Aminata Sow"]


def test_of_two_changes_of_one_brief_the_second_is_told(client, article, chief):
    brief = Brief.objects.create(article=article, text="700 mots", least_words=700)
    client.force_login(chief)
    data = form_of(client.get(change_url(article)))
    assert client.post(change_url(article), data | {"brief-0-least_words": "600"}).status_code == 302
    response = client.post(change_url(article), data | {"brief-0-least_words": "500"})
    assert response.status_code == 409
    brief.refresh_from_db()
    assert brief.least_words == 600
    client.post(draft_url(PersonalDraft.objects.get()), chosen(response, **{"choose-brief": "mine"}))
    assert saving.brief_of(article)["least_words"] == 500


def test_a_publication_while_the_page_is_open_is_no_conflict(client, editor, chief, article):
    client.force_login(editor)
    data = form_of(client.get(change_url(article)), title="Mon titre")
    publishing.publish(article, by=chief)
    assert client.post(change_url(article), data).status_code == 302
    assert Article.objects.get(pk=article.pk).title == "Mon titre"


def test_a_proposal_accepted_in_another_tab_stays_accepted_when_the_text_is_saved(client, editor):
    mali = make_country("ML", "Mali")
    article = make_imported("Le Mali parle.")
    proposal = propose(article, ProposalKind.COUNTRY, "Mali", key="ML", country=mali)
    client.force_login(editor)
    data = form_of(client.get(change_url(article)), title="Mon titre")
    deciding.accept([proposal], by=editor)
    response = client.post(change_url(article), data)
    assert response.status_code == 409
    assert {row.name: row.chosen for row in response.context["rows"]} == {"title": "mine", "countries": "theirs"}
    client.post(draft_url(PersonalDraft.objects.get()), chosen(response))
    held = Article.objects.get(pk=article.pk)
    assert (held.title, list(held.countries.all())) == ("Mon titre", [mali])


@pytest.mark.parametrize("meanwhile", ["ready", "trashed"])
def test_who_may_not_change_the_article_any_more_keeps_the_words(client, article, meanwhile):
    chief, reporter = make_user("chief"), make_user("reporter")
    client.force_login(reporter)
    data = form_of(client.get(change_url(article)), title="Mon titre", tab="t1")
    if meanwhile == "ready":
        publishing.move(article, "submit", by=chief)
        publishing.move(article, "approve", by=chief)
    else:
        publishing.trash(article, by=chief)
    response = client.post(change_url(article), data)
    assert response.status_code == 403
    assert "Mon titre" in response.content.decode()
    draft = PersonalDraft.objects.get()
    assert draft.fields["title"] == ["Mon titre"]
    assert client.post(draft_url(draft), {"do": "save", "version": "1", "choose-title": "mine"}).status_code == 403
    assert Article.objects.get(pk=article.pk).title == "Avant"


@pytest.mark.parametrize("method", ["get", "post"])
def test_nobody_sees_or_saves_the_draft_of_another(client, article, chief, editor, method):
    draft = personal_drafts.keep(by=editor, article=article, tab="t1", fields={"title": ["Quillfish"]})
    for user in [chief, make_user("registry keeper")]:
        client.force_login(user)
        response = getattr(client, method)(draft_url(draft), {"do": "throw"})
        assert response.status_code in {403, 404}
        assert b"Quillfish" not in response.content
    assert PersonalDraft.objects.open().count() == 1


def test_a_registry_keeper_learns_nothing_from_a_late_save(client, article):
    client.force_login(make_user("registry keeper"))
    response = client.post(change_url(article), {"title": "x", "version": "0"})
    assert response.status_code == 403
    assert b"Avant" not in response.content
    assert not PersonalDraft.objects.exists()


def test_a_draft_is_compared_with_what_is_saved_and_can_be_thrown_away(client, editor, article):
    client.force_login(editor)
    fields = {"title": ["Mon titre"], "body": [article.body]}
    draft = personal_drafts.keep(by=editor, article=article, tab="t1", fields=fields, base_version=1)
    response = client.get(draft_url(draft))
    assert [row.name for row in response.context["rows"] if row.name in fields] == ["title"]
    assert client.post(draft_url(draft), {"do": "throw"}).status_code == 302
    assert not PersonalDraft.objects.exists()
    assert client.get(draft_url(draft)).status_code == 404


def test_texts_too_long_to_compare_are_shown_whole(late):
    long = "<p>" + " ".join(f"mot{number}" for number in range(40_000)) + "</p>"
    response = late({"body": long}, body=long.replace("mot", "ord"))
    row = next(row for row in response.context["rows"] if row.name == "body")
    assert row.differs_too_much
    content = response.content.decode()
    assert "too long to be compared" in content
    assert "mot39999" in content
    assert "ord39999" in content


# --- other pages that change something of an article


def brief_page(client, brief):
    address = reverse("admin:articles_brief_change", args=[brief.pk])
    return address, form_of(client.get(address), form_id="brief_form")


def test_a_brief_that_was_changed_meanwhile_is_not_overwritten_on_its_own_page_either(client, chief, article):
    brief = Brief.objects.create(article=article, text="700 mots", least_words=700)
    client.force_login(chief)
    address, late_form = brief_page(client, brief)
    assert client.post(address, late_form | {"least_words": "600"}).status_code == 302
    refused = client.post(english(address), late_form | {"least_words": "500"})
    assert refused.status_code == 200
    assert "has been changed meanwhile" in refused.content.decode()
    brief.refresh_from_db()
    assert brief.least_words == 600
    address, fresh = brief_page(client, brief)
    assert client.post(address, fresh | {"least_words": "500"}).status_code == 302


def test_a_brief_that_is_changed_on_its_own_page_counts_for_who_has_the_article_open(client, chief, article):
    brief = Brief.objects.create(article=article, text="700 mots", least_words=700)
    client.force_login(chief)
    data = form_of(client.get(change_url(article)), title="Mon titre")
    address, form = brief_page(client, brief)
    assert client.post(address, form | {"least_words": "600"}).status_code == 302
    assert client.post(change_url(article), data).status_code == 409


def test_who_spoke_is_not_overwritten_from_an_older_page_of_proposals(client, editor, chief):
    article = make_imported()
    quote = pending_quote(article)
    client.force_login(editor)
    address = reverse("admin:articles_article_proposals", args=[article.pk])
    data = form_of(client.get(address), form_id="")
    quote_register.attribute(quote, by=chief, speaker=None, attribution="Le ministre")
    response = client.post(
        english(address), data | {f"attribution-{quote.pk}": "Son porte-parole", "do": "keep:quotes"}, follow=True
    )
    quote.refresh_from_db()
    assert quote.attribution == "Le ministre"
    told = response.content.decode()
    assert "Le ministre" in told
    assert "Son porte-parole" in told


def test_a_correction_is_not_overwritten_from_an_older_page_of_proposals(client, editor, chief):
    article = make_imported()
    proposal = propose_person(article)
    client.force_login(editor)
    address = reverse("admin:articles_article_proposals", args=[article.pk])
    data = form_of(client.get(address), form_id="")
    correcting.correct(proposal, {"name": "Leur nom"}, by=chief)
    changed = data | {f"name-{proposal.pk}": "Mon nom", "do": "keep:kind-official"}
    response = client.post(english(address), changed, follow=True)
    proposal.refresh_from_db()
    assert proposal.data["name"] == "Leur nom"
    assert "Mon nom" in response.content.decode()


@pytest.fixture
def merged_meanwhile(client, editor, chief, article):
    """Open the page of an article with an official who is then merged: the one that stays, and what to send."""

    def open_and_merge():
        goes, stays = make_official(name="Karl Nehamer"), make_official(name="Karl Nehammer")
        article.officials.add(goes)
        client.force_login(editor)
        data = form_of(client.get(change_url(article)))
        entries.merge(stays, goes, by=chief)
        return stays, data | {"officials": [str(goes.pk)]}

    return open_and_merge


def test_an_entry_that_was_merged_while_somebody_wrote_is_taken_as_the_one_that_stays(
    client, article, merged_meanwhile
):
    stays, data = merged_meanwhile()
    page = client.post(english(change_url(article)), data | {"standfirst": "Mes mots."}, follow=True)
    assert next(str(told) for told in page.context["messages"]) == (
        "“Karl Nehamer” merged into “Karl Nehammer” meanwhile: the article is linked to the one that stays."
    )
    held = Article.objects.get(pk=article.pk)
    assert (held.standfirst, list(held.officials.all())) == ("Mes mots.", [stays])


def test_a_conflict_tells_of_the_merge_and_keeps_the_link(client, article, chief, merged_meanwhile):
    _stays, data = merged_meanwhile()
    somebody_saves(article, chief, title="Leur titre")
    page = client.post(english(change_url(article)), data | {"title": "Mon titre"})
    assert page.status_code == 409
    assert [row.name for row in page.context["rows"]] == ["title"]
    assert "linked to the one that stays" in page.content.decode()


def test_an_entry_that_was_deleted_while_somebody_wrote_is_left_out_and_told(client, article, editor):
    goes = make_official(name="Karl Nehamer")
    client.force_login(editor)
    data = form_of(client.get(change_url(article))) | {"officials": [str(goes.pk)], "standfirst": "Mes mots."}
    goes.delete()
    page = client.post(english(change_url(article)), data, follow=True)
    assert "deleted meanwhile" in str(next(iter(page.context["messages"])))
    assert Article.objects.get(pk=article.pk).standfirst == "Mes mots."


def test_whether_the_title_is_a_proposal_is_not_asked_beside_the_title_itself(late, article, client):
    Article.objects.filter(pk=article.pk).update(title_proposed=True)
    page = late({"title": "Leur titre", "title_proposed": False}, title="Mon titre", title_proposed="on")
    assert [row.name for row in page.context["rows"]] == ["title"]
    done = client.post(draft_url(page.context["draft"]), chosen(page, **{"choose-title": "mine"}))
    assert done.status_code == 302, done.context["refusals"]
    held = Article.objects.get(pk=article.pk)
    assert (held.title, held.title_proposed) == ("Mon titre", False)
