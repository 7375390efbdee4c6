"""Walks the table of roles: who may do what, at which stage; who may not learns nothing of the article."""

import pytest
from django.contrib import admin
from django.urls import NoReverseMatch, reverse

from articles import publishing
from articles.models import Article, Brief, Byline, Contributor, ProposalKind, Stage, Waiver
from tests.desk.pages import form_of
from tests.desk.proposing import make_country, make_imported, pending_quote, propose, propose_person
from tests.desk.roles import DESK, KEEPERS, LISTS, PAGES, REVIEWERS, ROLES, STEPS, WRITERS
from tests.making import day, make_edition, make_user

pytestmark = pytest.mark.django_db
CANARY = "Quillfish"
CANARY_BODY = "Zanzibarite"


def make_canary(stage=Stage.DRAFT, **fields):
    """An unpublished article whose words stand nowhere else."""
    return make_imported(
        text=f"{CANARY_BODY} est un mot. Le ministre mauritanien de la Défense, Hanena Ould Sidi, parle.\n"
        f"« Nous voulons {CANARY} », a-t-il dit.\n",
        title=f"{CANARY} à Bruxelles",
        slug="quillfish-a-bruxelles",
        standfirst=f"{CANARY} en bref",
        stage=stage,
        **fields,
    )


def silent(response):
    """Whether nothing of the article stands in the answer, headers too."""
    said = response.content.decode(errors="replace") + str(response.headers)
    return CANARY.lower() not in said.lower() and CANARY_BODY.lower() not in said.lower()


def step_url(article, name):
    return reverse("admin:articles_article_step", args=[article.pk, name])


@pytest.mark.parametrize("role", [*ROLES, "nobody"])
def test_each_role_opens_its_pages_of_an_article_and_no_other(client, role):
    client.force_login(make_user(*([role] if role != "nobody" else [])))
    article = make_canary()
    for name, allowed in PAGES.items():
        response = client.get(reverse(f"admin:articles_article_{name}", args=[article.pk]))
        if role in allowed:
            assert response.status_code in {200, 302}, name
        else:
            assert (response.status_code, silent(response)) in {(403, True), (302, True)}, name


@pytest.mark.parametrize("stage", Stage)
@pytest.mark.parametrize("role", [*ROLES, "nobody"])
def test_each_role_takes_its_steps_at_their_stages_by_post_only(client, role, stage):
    client.force_login(make_user(*([role] if role != "nobody" else [])))
    article = make_canary(stage)
    before = Article.objects.filter(pk=article.pk).values().get()
    for name, (allowed, stages) in STEPS.items():
        if name in {"publish", "schedule", "trash"} and role in allowed:
            continue  # which change the others' ground: each has a test of its own below
        url = step_url(article, name)
        responses = [client.get(url), client.post(url, {"reason": "x", "at_0": "2099-01-01", "at_1": "10:00"})]
        if role not in allowed:
            assert all(response.status_code == 403 and silent(response) for response in responses), name
        if role not in allowed or stage not in stages:
            assert Article.objects.filter(pk=article.pk).values().get() == before, name
            assert not article.editions.exists(), name
        else:
            assert Article.objects.get(pk=article.pk).stage != stage, name
            Article.objects.filter(pk=article.pk).update(stage=stage, updated_at=before["updated_at"])


@pytest.mark.parametrize("role", sorted(REVIEWERS))
@pytest.mark.parametrize("stage", Stage)
@pytest.mark.parametrize("name", ["publish", "schedule", "trash"])
def test_reviewers_publish_schedule_and_trash_at_every_stage(client, role, stage, name):
    client.force_login(make_user(role))
    article = make_canary(stage)
    url = step_url(article, name)
    page = client.post(url, {"at_0": "2099-01-01", "at_1": "10:00"}) if name == "schedule" else client.get(url)
    client.post(url, form_of(page, ""))
    article.refresh_from_db()
    assert (article.trashed_at is not None) is (name == "trash")
    state = publishing.reader_state(article)
    assert state == {"publish": "live", "schedule": "scheduled", "trash": "unpublished"}[name]


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize(
    ("name", "state", "after"),
    [
        ("withdraw", "live", "withdrawn"),
        ("lead", "live", "live"),
        ("cancel_schedule", "scheduled", "unpublished"),
        ("take_offline", "live", "live"),
        ("keep_online", "live", "live"),
        ("restore", "trashed", "unpublished"),
    ],
)
def test_what_is_public_scheduled_or_in_the_trash_is_changed_by_its_roles_only(client, role, name, state, after):
    article = make_canary(Stage.READY)
    if state == "trashed":
        publishing.trash(article, by=make_user("chief"))
    else:
        opens = day(1) if state == "scheduled" else day(-1)
        make_edition(article=article, visible_from=opens, visible_until=day(2) if name == "keep_online" else None)
    windows = list(article.editions.values_list("visible_from", "visible_until"))
    client.force_login(make_user(role))
    url = step_url(article, name)
    first = client.post(url, {"reason": "Erreur.", "at_0": "2099-01-01", "at_1": "10:00"})
    article = Article.objects.get(pk=article.pk)
    if role not in STEPS[name][0]:
        assert first.status_code == 403
        assert silent(first)
        assert list(article.editions.values_list("visible_from", "visible_until")) == windows
        assert article.lead_since is None
        assert (article.trashed_at is not None) is (state == "trashed")
        return
    if name == "take_offline":
        client.post(url, form_of(first, ""))
    assert publishing.reader_state(Article.objects.get(pk=article.pk)) == after
    changed = list(article.editions.values_list("visible_from", "visible_until")) != windows
    assert changed is (name not in {"lead", "restore"})


@pytest.mark.parametrize("stage", Stage)
@pytest.mark.parametrize("role", ROLES)
def test_the_words_are_changed_by_those_who_may_at_that_stage(client, role, stage):
    client.force_login(make_user(role))
    article = make_canary(stage)
    url = reverse("admin:articles_article_change", args=[article.pk])
    data = form_of(client.get(url)) if role in WRITERS[stage] else {}
    response = client.post(url, data | {"title": "Autre titre"})
    article.refresh_from_db()
    assert (article.title == "Autre titre") is (role in WRITERS[stage])
    if role not in WRITERS[stage]:
        assert response.status_code == 403
        assert role in DESK or silent(response)  # the desk reads what it may not change


@pytest.mark.parametrize("role", [*ROLES, "nobody"])
def test_each_role_opens_its_lists_and_no_look_up_tells_more(client, role):
    country = make_country()
    article = make_canary()
    propose(article, ProposalKind.COUNTRY, "mauritanien", country=country)
    propose_person(article)
    pending_quote(article)
    Brief.objects.create(article=article, text=CANARY)
    Byline.objects.create(article=article, contributor=Contributor.named("Awa Diop"), place=CANARY)
    Waiver.objects.create(article=article, check_name="rights", reason=CANARY, waived_by=make_user("chief"))
    client.force_login(make_user(*([role] if role != "nobody" else [])))
    for name, allowed in LISTS.items():
        url = reverse(f"admin:{name}_changelist")
        response = client.get(url)
        assert response.status_code == (200 if role in allowed else 403), name
        queries = [
            {"q": CANARY[:6]},
            {"article__title__startswith": "Q"},
            {"articles__title__startswith": "Q"},
            {"articles__slug__contains": "quill"},
            {"password__startswith": "pbkdf2"},
            {"o": "-articles__title"},
            {"e": "1"},
        ]
        for query in queries:
            looked = client.get(url, query)
            assert looked.status_code in ({200, 302, 400} if role in allowed else {403}), (name, query)
            if role not in DESK:
                assert silent(looked), (name, query)


@pytest.mark.parametrize("role", ["registry keeper", "nobody"])
def test_no_other_door_tells_a_stranger_to_the_desk_of_an_article(client, role):
    article = make_canary()
    quote, proposal = pending_quote(article), propose_person(article)
    client.force_login(make_user(*([role] if role != "nobody" else [])))
    rows = {
        "quote": quote,
        "proposal": proposal,
        "revision": article.revisions.first(),
        "sourcetext": article.source_text,
    }
    doors = [
        *(reverse(f"admin:articles_{name}_change", args=[row.pk]) for name, row in rows.items()),
        reverse("admin:autocomplete") + "?app_label=articles&model_name=quote&field_name=article&term=quill",
        reverse("admin:autocomplete") + "?app_label=articles&model_name=brief&field_name=article&term=quill",
        f"/admin/r/{_content_type(article)}/{article.pk}/",
        reverse("admin:index"),
        "/articles/quillfish-a-bruxelles/",
        f"/recherche/?q={CANARY}",
        f"/en/search/?q={CANARY_BODY}",
    ]
    for door in doors:
        response = client.get(door)
        said = response.content.decode().replace(f'value="{CANARY}"', "").replace(f'value="{CANARY_BODY}"', "")
        titles = (f"{CANARY} à", f"{CANARY} en bref", f"{CANARY_BODY} est")
        assert not any(title in said for title in titles), door
        assert not response.headers.get("Location", "").endswith("quillfish-a-bruxelles/"), door


def _content_type(article):
    from django.contrib.contenttypes.models import ContentType

    return ContentType.objects.get_for_model(article).pk


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("deed", ["add", "change", "delete"])
def test_the_registry_is_kept_by_its_keepers(client, role, deed):
    country = make_country()
    name = "official" if deed == "add" else "country"
    client.force_login(make_user(role))
    url = reverse(f"admin:partners_{name}_{deed}", args=[] if deed == "add" else [country.pk])
    response = client.post(url, {"name": "Awa Diop", "post": "yes"})
    assert (response.status_code != 403) is (role in KEEPERS[deed])


def test_every_page_of_the_articles_admin_asks_for_a_permission(client):
    """A page that somebody adds and forgets to guard is found here."""
    article, stranger = make_canary(), make_user()
    client.force_login(stranger)
    posted = {"user": stranger.pk, "article": article.pk, "tab": "t"}
    model_admin = admin.site._registry[Article]
    opened = []
    for pattern in model_admin.get_urls():
        if not pattern.name:
            continue
        try:
            url = reverse(f"admin:{pattern.name}")
        except NoReverseMatch:
            given = dict.fromkeys(pattern.pattern.converters, article.pk)
            given |= {name: "publish" for name in given if name in {"name", "check"}}
            try:
                url = reverse(f"admin:{pattern.name}", kwargs=given)
            except NoReverseMatch:
                url = reverse(f"admin:{pattern.name}", args=[article.pk])
        for response in (client.get(url), client.post(url, posted)):
            assert silent(response), pattern.name
            if response.status_code not in {403, 404, 405}:
                opened.append(pattern.name)
    assert not opened
