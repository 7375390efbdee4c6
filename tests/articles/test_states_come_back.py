"""Two hundred edits, publications, restores and actions at random: each state comes back byte for byte.

A state is what stands in the tables; that is read here without the functions that make and restore revisions.
"""

import json
import random
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.urls import reverse
from django.utils import timezone, translation

from articles import deciding, placing, publishing, restoring, saving
from articles.models import (
    Article,
    Byline,
    BylineRole,
    Contributor,
    Decision,
    Edition,
    JournalEntry,
    Kind,
    Language,
    PictureRole,
    PlacedPicture,
    ProposalKind,
    Rights,
    Source,
    Theme,
    ThemedArticle,
    ThemedEdition,
)
from articles.models.story import LINK_FIELDS, TEXT_FIELDS
from tests.desk.pages import form_of
from tests.desk.proposing import make_country, make_imported, make_organisation, propose
from tests.making import make_picture, make_source, make_user

pytestmark = pytest.mark.django_db

ACTIONS = 200
WORDS = [
    "OTAN",
    "l’été",
    "peut-être",
    "«\u00a0oui\u00a0»",
    "3\u202f%",
    "&amp;",
    "&lt;b&gt;",
    "٣٤",
    "e\u0301té",
    "🛡",
    "Ω",
]
OF_A_PICTURE = ["picture", "role", "position", "alt", "decorative", "caption", "caption_language", "credit"]
TEXTS = ["title", "standfirst", "dateline", "rights_note", "seo_title", "meta_description"]


# --- states, as they stand in the tables


def links_of(story: Article | Edition) -> dict[str, list[int]]:
    own = f"{story._meta.model_name}_id"
    found = {}
    for name in LINK_FIELDS:
        through = getattr(type(story), name).through
        column = next(f.attname for f in through._meta.fields if f.is_relation and f.attname != own)
        found[name] = sorted(through.objects.filter(**{own: story.pk}).values_list(column, flat=True))
    return found


def state_of(article: Article) -> dict[str, Any]:
    """Everything that an edition or a restore needs."""
    row = Article.objects.filter(pk=article.pk).values(*TEXT_FIELDS, "title_proposed", "embargo_until").get()
    tags = ThemedArticle.objects.filter(content_object=article.pk).values_list("tag", flat=True)
    bylines = Byline.objects.filter(article=article.pk).order_by("position", "pk")
    return {
        **row,
        **links_of(article),
        "tags": sorted(tags),
        "bylines": list(bylines.values("contributor", "role", "place", "position")),
        "pictures": pictures_of(article=article.pk),
    }


def pictures_of(**owner: int) -> list[dict[str, Any]]:
    return list(PlacedPicture.objects.filter(**owner).order_by("position", "pk").values(*OF_A_PICTURE))


def public_state_of(edition: Edition) -> dict[str, Any]:
    """Everything that readers get, with the names that were printed."""
    row = Edition.objects.filter(pk=edition.pk).values(*TEXT_FIELDS, "source_name", "kind", "note").get()
    tags = ThemedEdition.objects.filter(content_object=edition.pk).order_by("tag").values_list("tag", "name")
    bylines = Byline.objects.filter(edition=edition.pk).order_by("position", "pk")
    return {
        **row,
        **links_of(edition),
        "tags": list(tags),
        "bylines": list(bylines.values("contributor", "printed_name", "role", "place", "position")),
        "pictures": pictures_of(edition=edition.pk),
    }


def state_in(snapshot: dict[str, Any]) -> dict[str, Any]:
    """The state that a revision holds, read from its JSON alone."""
    held = json.loads(json.dumps(snapshot))
    embargo = held["embargo_until"]
    keys = {name: held[name] for name in [*TEXT_FIELDS, *LINK_FIELDS, "bylines", "pictures", "title_proposed"]}
    return keys | {
        "embargo_until": datetime.fromisoformat(embargo) if embargo else None,
        "tags": sorted(int(key) for key in held["names"].get("tags", {})),
        "dated": held["dated"],
        "revised": held["revised"],
    }


def as_text(state: dict[str, Any]) -> str:
    return json.dumps(state, default=str, sort_keys=True, ensure_ascii=True)


# --- what happens


class Newsroom:
    """Some articles, two people, and the states that every revision and edition had when it was made."""

    def __init__(self, seed: int, client: Any) -> None:
        self.made = random.Random(seed)
        self.client = client
        self.people = [make_user("chief"), make_user("chief")]
        client.force_login(self.people[0])
        self.countries = [
            make_country(code, name) for code, name in [("ML", "Mali"), ("TD", "Tchad"), ("MA", "Maroc")]
        ]
        self.organisations = [make_organisation(name) for name in ["Ligue du Port", "Union des rives"]]
        self.sources = [make_source(name) for name in ["Agence du Port", "Le Quotidien"]]
        self.contributors = [Contributor.named(name) for name in ["Awa Diop", "Jean Petit"]]
        self.themes = [Theme.objects.create(name=name) for name in ["Défense", "Sahel", "Mer"]]
        self.pictures = [make_picture(decorative=number == 2, alt="" if number == 2 else "Alt") for number in range(3)]
        self.articles = [make_imported(slug=f"article-{number}") for number in range(3)]
        for article in self.articles:
            propose(article, ProposalKind.COUNTRY, "mauritanien", country=self.countries[0])
        self.states: dict[tuple[int, int], str] = {}
        self.editions: dict[int, str] = {}
        self.done: dict[str, int] = {}

    def keep(self) -> None:
        """Note each article's state under its latest revision: without a new revision it is the one noted before."""
        for article in self.articles:
            latest = article.revisions.first()
            state = as_text(state_of(article))
            assert self.states.setdefault((article.pk, latest.number), state) == state, "changed without a revision"
        for edition in Edition.objects.all():
            state = as_text(public_state_of(edition))
            assert self.editions.setdefault(edition.pk, state) == state, "an edition has changed"

    def act(self) -> None:
        """Something that somebody does to an article; what is refused changes nothing."""
        article = Article.objects.get(pk=self.made.choice(self.articles).pk)
        deeds = [self.edit] * 6 + [self.publish] * 3 + [self.restore] * 3
        deeds += [self.fill_in_the_form, self.several, self.step, self.trash, self.withdraw, self.decide, self.rename]
        deed = self.made.choice(deeds)
        try:
            deed(article, self.made.choice(self.people))
        except (publishing.Refused, PermissionDenied, ValidationError):
            return
        self.done[deed.__name__] = self.done.get(deed.__name__, 0) + 1

    def words(self, most: int = 6) -> str:
        return " ".join(self.made.choice(WORDS) for _ in range(self.made.randrange(1, most)))

    def html(self) -> str:
        made = [f"<h2>{self.made.choice(WORDS)}</h2>"]
        for _ in range(self.made.randrange(4)):
            made.append(
                self.made.choice(
                    [
                        f"<p>{self.words()}<br>{self.words()}</p>",
                        f'<p class="caption" lang="en">{self.words()}</p>',
                        f"<ul><li>{self.words()}</li></ul>",
                        f'<p>{self.words()} <a href="https://example.org/?a=1&b=2">{self.words()}</a></p>',
                        f"<script>alert(1)</script><p onclick=x>{self.words()}\x00</p>",
                    ]
                )
            )
        return self.made.choice(["\n", "\r\n", ""]).join(made)

    def some(self, rows: list[Any]) -> list[Any]:
        return [row for row in rows if self.made.random() < 0.5]

    def values(self, article: Article) -> dict[str, Any]:
        """New values for some fields, as the door for saving takes them."""
        signers = self.some(self.contributors)
        values = {name: self.words() for name in TEXTS} | {
            "body": self.html(),
            "slug": f"article-{article.pk}-{self.made.randrange(5)}",
            "language": self.made.choice(Language.values),
            "dated": self.made.choice([None, "2024", "2024-10", "2024-10-17"]),
            "revised": self.made.choice([None, "2025-01"]),
            "source": self.made.choice([None, *(source.pk for source in self.sources)]),
            "rights": self.made.choice(Rights.values),
            "countries": [row.pk for row in self.some(self.countries)],
            "organisations": [row.pk for row in self.some(self.organisations)],
            "tags": [theme.name for theme in Theme.objects.filter(pk__in=[row.pk for row in self.some(self.themes)])],
            "bylines": [
                {"contributor": row.pk, "role": self.made.choice(BylineRole.values), "place": "", "position": place}
                for place, row in enumerate(signers)
            ],
            "pictures": self.placed(),
            "title_proposed": self.made.random() < 0.5,
            "embargo_until": self.made.choice([None, "2026-03-01T12:00:00.000123+01:00", "2099-07-01T00:00:00+00:00"]),
        }
        return {name: values[name] for name in self.some(list(values))}

    def placed(self) -> list[dict[str, Any]]:
        """Some of the pictures, one of them perhaps twice, each somewhere and with words of its own."""
        chosen = [*self.some(self.pictures), *self.some(self.pictures)]
        rows = [placing.row_for(picture, role=PictureRole.BODY, position=self.made.randrange(3)) for picture in chosen]
        for row in self.some(rows):
            row |= {"caption": self.words(), "caption_language": self.made.choice(Language.values)}
        if rows and self.made.random() < 0.7:
            rows[0] |= {"role": PictureRole.LEAD, "position": 0}
        return rows

    def edit(self, article: Article, by: Any) -> None:
        saving.save(article, self.values(article), based_on=article.version, by=by, reason=self.words())

    def fill_in_the_form(self, article: Article, by: Any) -> None:
        page = reverse("admin:articles_article_change", args=[article.pk])
        response = self.client.get(page)
        if 'name="title"' not in response.content.decode():
            raise publishing.Refused  # it is in the trash
        texts = {"title": self.words(), "body": self.html(), "standfirst": "Un\r\ndeux", "dateline": self.words()}
        changes = {name: texts[name] for name in self.some(list(texts))}
        answer = self.client.post(page, form_of(response, **changes))
        assert answer.status_code == 302

    def publish(self, article: Article, by: Any) -> None:
        at = self.made.choice([None, None, timezone.now() + timedelta(days=self.made.randrange(1, 9))])
        kind = self.made.choice([None, Kind.CORRECTION, Kind.SILENT]) if article.editions.exists() else None
        publishing.publish(article, by=by, kind=kind, note=self.words(), at=at)

    def withdraw(self, article: Article, by: Any) -> None:
        """Take it away in one way or another, or take that back."""
        match self.made.randrange(4):
            case 0:
                publishing.withdraw(article, by=by, reason=self.words())
            case 1:
                publishing.cancel_schedule(article, by=by)
            case 2:
                publishing.take_offline(article, by=by, at=timezone.now() + timedelta(days=self.made.randrange(1, 9)))
            case 3:
                publishing.keep_online(article, by=by)

    def restore(self, article: Article, by: Any) -> None:
        revision = self.made.choice(list(article.revisions.all()))
        restoring.restore(revision, based_on=article.version, by=by, reason=self.words())

    def step(self, article: Article, by: Any) -> None:
        publishing.move(article, self.made.choice(["submit", "approve", "send_back"]), by=by, reason=self.words())

    def trash(self, article: Article, by: Any) -> None:
        (publishing.restore if article.trashed_at else publishing.trash)(article, by=by)

    def decide(self, article: Article, by: Any) -> None:
        proposal = article.proposals.get()
        deed = deciding.accept if proposal.decision == Decision.PENDING else deciding.reopen
        deed([proposal], by=by)

    def several(self, article: Article, by: Any) -> None:
        page = reverse("admin:articles_article_changelist")
        action = self.made.choice(["publish_selected", "submit_selected", "accept_known", "trash_selected"])
        chosen = [str(each.pk) for each in self.some(self.articles)] or [str(article.pk)]
        before = JournalEntry.objects.count()
        asked = self.client.post(page, {"action": action, "_selected_action": chosen})
        self.client.post(page, form_of(asked, form_id=""))
        if JournalEntry.objects.count() == before:
            raise publishing.Refused  # it could be done to none of them

    def rename(self, article: Article, by: Any) -> None:
        """Entries that get another name change no article and no edition."""
        row = self.made.choice([*Theme.objects.all(), *Contributor.objects.all(), *Source.objects.all()])
        row.name = f"{row.name.split(' n° ')[0]} n° {self.made.randrange(10**6)}"
        row.save()


@pytest.mark.parametrize("seed", [2])
def test_each_state_comes_back_byte_for_byte_from_its_revision(client, seed):
    with translation.override("fr"):
        newsroom = Newsroom(seed, client)
        newsroom.keep()
        for _ in range(ACTIONS):
            newsroom.act()
            newsroom.keep()
    assert min(newsroom.done[deed] for deed in ["edit", "publish", "restore", "several", "fill_in_the_form"]) > 2
    assert len(newsroom.states) > 40

    for article in newsroom.articles:
        for revision in article.revisions.all():
            noted = newsroom.states.get((article.pk, revision.number))
            if noted is not None:  # one of several that one action made
                assert as_text(state_in(revision.snapshot)) == noted, "its JSON holds another state"

    for edition in Edition.objects.exclude(kind=Kind.WITHDRAWAL).select_related("revision"):
        held, shown = state_in(edition.revision.snapshot), public_state_of(edition)
        for name in [*TEXT_FIELDS, *LINK_FIELDS]:
            assert held[name] == (str(shown[name]) if name in {"dated", "revised"} and shown[name] else shown[name])
        assert held["tags"] == [key for key, _name in shown["tags"]]
        unnamed = [{name: value for name, value in row.items() if name != "printed_name"} for row in shown["bylines"]]
        assert held["bylines"] == unnamed
        assert held["pictures"] == shown["pictures"]

    chief = newsroom.people[0]
    for (key, number), noted in newsroom.states.items():
        article = Article.objects.get(pk=key)
        if article.trashed_at is not None:
            publishing.restore(article, by=chief)
        revision = article.revisions.get(number=number)
        restoring.restore(revision, based_on=article.version, by=chief, reason="Comme avant")
        assert as_text(state_of(article)) == noted, "restoring gave another state"
