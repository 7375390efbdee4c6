"""Publishing over time, compared with a model of it: whatever is done in whatever order, readers get what it says.

The model is a list of spans for each article, written down from the rules; it knows nothing of editions, windows or
addresses in the database. A clock that stands still is moved by hand; after each deed, readers are asked at many
moments, in what has been and what is to come.
"""

import random
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

import pytest
from django.test import Client

from articles import addresses, publishing, revising
from articles.models import Edition
from articles.publishing import Refused
from tests.making import make_article, make_user

pytestmark = pytest.mark.django_db
START = datetime(2030, 1, 1, 12, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)
SLUGS = [f"adresse-{letter}" for letter in "abc"]
NOTICE = "notice"
DEEDS = [  # what is done more often stands here more often
    *["edit", "edit", "address", "address", "embargo", "embargo", *["publish"] * 7, "cancel_schedule"],
    *["take_offline", "take_offline", "keep_online", "withdraw", "trash", "restore", "restore", "revoke", "revoke"],
]


@dataclass
class Span:
    """From when until when (None: for ever) readers get which words at which address; the words can be a notice."""

    start: datetime
    end: datetime | None
    words: str
    slug: str


@dataclass
class Expected:
    """What the rules say about one article."""

    words: str
    slug: str
    embargo: datetime | None = None
    trashed: bool = False
    spans: list[Span] = field(default_factory=list)
    revoked: set[str] = field(default_factory=set)

    def at(self, moment):
        """The span that readers are in, or None."""
        return next((s for s in self.spans if s.start <= moment and (s.end is None or moment < s.end)), None)

    def coming(self, now):
        return next((s for s in self.spans if s.start > now), None)

    def last(self, now):
        return self.coming(now) or self.at(now)

    def live(self, now):
        here = self.at(now)
        return not self.trashed and here is not None and here.words != NOTICE

    def drop_coming(self, now):
        coming, here = self.coming(now), self.at(now)
        if coming is not None:
            self.spans.remove(coming)
            if here is not None:
                here.end = coming.end

    def open(self, now, span):
        self.drop_coming(now)
        if (here := self.at(now)) is not None:
            here.end = span.start
        self.spans.append(span)

    def slugs(self):
        """The addresses that are the article's for good, and those that its schedule keeps for it."""
        return {span.slug for span in self.spans}


class World:
    """Two articles, their model, and the deeds; each deed says whether it is allowed, and does it to both."""

    def __init__(self, rng, clock):
        self.rng, self.clock = rng, clock
        self.chief = make_user("chief")
        self.articles = [make_article(slug=slug, body=f"<p>{slug} 0</p>") for slug in SLUGS[:2]]
        self.models = [Expected(article.body, article.slug) for article in self.articles]
        self.edits = 0

    @property
    def now(self):
        return self.clock.now

    def moment(self):
        return self.now + self.rng.choice([-1, 1, 2, 3, 5, 8, 13]) * HOUR + timedelta(minutes=self.rng.randrange(60))

    def do(self, which, deed, *given):
        """Do it to the article and to its model, which must agree whether it may be done."""
        self.articles[which].refresh_from_db()
        allowed = getattr(self, f"expect_{deed}")(self.models[which], *given)
        refused = None
        try:
            getattr(self, deed)(self.articles[which], *given)
        except Refused as refusal:
            refused = refusal
        assert allowed is (refused is None), (deed, given, refused)

    # edits of the working copy: what readers see stays

    def edit(self, article, words):
        article.body = words
        self._keep(article)

    def expect_edit(self, model, words):
        model.words = words
        return True

    def address(self, article, slug):
        article.slug = slug
        self._keep(article)

    def expect_address(self, model, slug):
        model.slug = slug
        return True

    def embargo(self, article, until):
        article.embargo_until = until
        self._keep(article)

    def expect_embargo(self, model, until):
        model.embargo = until
        coming = model.coming(self.now)
        if coming is not None and until is not None and until > coming.start:
            if coming.end is not None and coming.end <= until:
                model.drop_coming(self.now)
            else:
                if (here := model.at(self.now)) is not None:
                    here.end = until
                coming.start = until
        return True

    @staticmethod
    def _keep(article):
        article.save()
        revising.record(article, by=None)

    # deeds

    def publish(self, article, at):
        publishing.publish(article, by=self.chief, at=at)

    def expect_publish(self, model, at):
        others = set().union(*(other.slugs() for other in self.models if other is not model))
        opens = max(moment for moment in [self.now, at, model.embargo] if moment is not None)
        last = model.last(self.now)
        end = last.end if last is not None else None
        if (
            model.trashed
            or model.slug in others
            or (at is not None and at < self.now)
            or (end is not None and opens >= end)
        ):
            return False
        model.open(self.now, Span(opens, end, model.words, model.slug))
        model.revoked.discard(model.slug)
        return True

    def cancel_schedule(self, article):
        publishing.cancel_schedule(article, by=self.chief)

    def expect_cancel_schedule(self, model):
        if model.trashed or model.coming(self.now) is None:
            return False
        model.drop_coming(self.now)
        return True

    def take_offline(self, article, at):
        publishing.take_offline(article, by=self.chief, at=at)

    def expect_take_offline(self, model, at):
        last = model.last(self.now)
        if model.trashed or last is None or last.words == NOTICE or at <= self.now or at <= last.start:
            return False
        last.end = at
        return True

    def keep_online(self, article):
        publishing.keep_online(article, by=self.chief)

    def expect_keep_online(self, model):
        last = model.last(self.now)
        if model.trashed or last is None or last.end is None:
            return False
        last.end = None
        return True

    def withdraw(self, article):
        publishing.withdraw(article, by=self.chief, reason="Faux.")

    def expect_withdraw(self, model):
        if not model.live(self.now):
            return False
        slug = model.at(self.now).slug
        model.open(self.now, Span(self.now, None, NOTICE, slug))
        model.revoked.discard(slug)
        return True

    def trash(self, article):
        publishing.trash(article, by=self.chief)

    def expect_trash(self, model):
        if model.live(self.now):
            return False
        if not model.trashed:
            model.drop_coming(self.now)
            model.trashed = True
        return True

    def restore(self, article):
        publishing.restore(article, by=self.chief)

    def expect_restore(self, model):
        model.trashed = False
        return True

    def revoke(self, article, slug):
        addresses.revoke(article, slug, by=self.chief)

    def expect_revoke(self, model, slug):
        seen = [span for span in model.spans if span.start <= self.now]
        present = max(seen, key=lambda span: (span.start, model.spans.index(span))).slug if seen else None
        if model.trashed or slug == present or slug not in {span.slug for span in seen}:
            return False
        model.revoked.add(slug)
        return True

    def random_deed(self):
        which = self.rng.randrange(len(self.articles))
        deed = self.rng.choice(DEEDS)
        if deed == "edit":
            self.edits += 1
            self.do(which, deed, f"<p>mots {self.edits}</p>")
        elif deed == "address":
            free = [slug for slug in SLUGS if slug not in {model.slug for model in self.models}]
            self.do(which, deed, self.rng.choice(free))
        elif deed == "embargo":
            self.do(which, deed, self.rng.choice([None, self.moment()]))
        elif deed == "publish":
            self.do(which, deed, self.rng.choice([None, None, self.moment()]))
        elif deed == "take_offline":
            self.do(which, deed, self.moment())
        elif deed == "revoke":
            self.do(which, deed, self.rng.choice(sorted(self.models[which].slugs()) or SLUGS))
        else:
            self.do(which, deed)

    # what readers get

    def check(self, moments):
        for at in moments:
            public = {edition.article_id: edition for edition in Edition.objects.public(at)}
            withdrawn = {edition.article_id for edition in Edition.objects.withdrawn(at)}
            for article, model in zip(self.articles, self.models, strict=True):
                here = None if model.trashed else model.at(at)
                edition = public.get(article.pk)
                if here is None or here.words == NOTICE:
                    assert edition is None, at
                    assert (article.pk in withdrawn) is (here is not None), at
                else:
                    assert (edition.body, edition.slug) == (here.words, here.slug), at

    def check_pages(self):
        """What each address answers now, with what it shows or where it leads."""
        client = Client()
        for slug in SLUGS:
            response = client.get(f"/articles/{slug}/")
            status, shown = self.expected_page(slug)
            assert response.status_code == status, (slug, self.now)
            if status == 301:
                assert response["Location"] == f"/articles/{shown}/"
            elif status == 200:
                assert shown.encode() in response.content
            else:
                assert b"mots" not in response.content

    def expected_page(self, slug):
        for model in self.models:
            seen = {span.slug for span in model.spans if span.start <= self.now}
            if slug not in seen or model.trashed:
                continue
            here = model.at(self.now)
            if here is not None and here.words != NOTICE:
                if here.slug == slug:
                    return 200, here.words
                return (410, None) if slug in model.revoked else (301, here.slug)
            return 410, None
        return 404, None


class Clock:
    def __init__(self):
        self.now = START

    def __call__(self):
        return self.now


@pytest.fixture
def clock(monkeypatch):
    stands = Clock()
    monkeypatch.setattr("django.utils.timezone.now", stands)
    return stands


@pytest.mark.parametrize("seed", range(4))
def test_at_each_moment_exactly_what_the_rules_say_is_public(clock, seed):
    rng = random.Random(seed)
    world = World(rng, clock)
    for step in range(100):
        world.random_deed()
        clock.now += timedelta(minutes=rng.choice([0, 0, 0, 1, 5, 20, 60, 200]), seconds=1)
        edges = {moment for model in world.models for span in model.spans for moment in (span.start, span.end)} - {
            None
        }
        around = {edge + apart for edge in edges for apart in (-timedelta(microseconds=1), timedelta(0))}
        world.check([clock.now, *rng.sample(sorted(around), min(5, len(around)))])
        if step % 15 == 14:
            world.check_pages()
