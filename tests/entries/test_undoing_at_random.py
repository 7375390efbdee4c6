"""Random merges, splits and renames in random registries, undone from the last to the first: all is as it was."""

import random

import pytest
from django.db import connection

from articles import entries, search
from articles.entries.merging import Choices, differing_fields
from articles.entries.splitting import Share
from articles.entries.tenures import CHOICES, overlaps
from articles.models import Article, Edition, EntryChange, Ignored, ProposalKind, Theme
from articles.publishing import Refused
from articles.search import values_held
from partners.models import Meeting, Office, Official, Organisation, Tenure
from tests.desk.proposing import make_country, propose
from tests.entries.dumping import differences, dump
from tests.making import make_article, make_edition, make_quote, make_source_text, make_user
from tests.partners.making import make_meeting, make_office, make_official, make_organisation

pytestmark = pytest.mark.django_db
NAMES = ["Ada Marin", "A. Marin", "Bo Lund", "Ada Marín", "Ede Ősz", "Ida Roth", "Ida Rot", "Jo Kahn"]
MODELS = {"official": Official, "organisation": Organisation, "meeting": Meeting, "theme": Theme}


def date(chance, first=2010):
    year = chance.randint(first, 2024)
    return chance.choice([None, f"{year}", f"{year}-0{chance.randint(1, 9)}", f"{year}-0{chance.randint(1, 9)}-12"])


def populate(chance):
    """A small registry in which much is said twice, and articles, editions, quotes and proposals about it."""
    countries = [make_country(), make_country("FR", "France")]
    organisations = [make_organisation(acronym_fr=chance.choice(["", "OTAN"])) for _ in range(3)]
    offices = [make_office(f"ministre {n}", country=chance.choice(countries)) for n in range(2)]
    officials = [
        make_official(
            name,
            country=chance.choice([None, *countries]),
            gender=chance.choice(["", "f", "m"]),
            other_names=chance.sample(NAMES, 2),
            loaded=chance.choice([None, {"name": name}]),
            source=chance.choice(["", "JO", "Moniteur"]),
        )
        for name in chance.sample(NAMES, 4)
    ]
    for _ in range(8):
        tenure = Tenure(
            official=chance.choice(officials),
            office=chance.choice(offices),
            since=date(chance),
            until=date(chance, 2018),
            acting=True,
        )
        try:
            tenure.full_clean(exclude=["key"])
        except Exception:  # noqa: S112 - a random one that cannot be
            continue
        tenure.save()
    meetings = [
        make_meeting(start=date(chance), city=chance.choice(["", "Bruxelles"]), organiser=chance.choice(organisations))
        for _ in range(3)
    ]
    for meeting in meetings:
        meeting.participants.set(chance.sample(countries, 1))
        meeting.officials.set(chance.sample(officials, 2))
        meeting.organisations.set(chance.sample(organisations, 1))
    for number in range(5):
        article = make_article(tags=chance.sample(["Défense", "OTAN", "Budget", "Exercice"], 2))
        make_source_text(article, " ".join(NAMES))
        article.officials.set(chance.sample(officials, 2))
        article.organisations.set(chance.sample(organisations, 2))
        article.meetings.set(chance.sample(meetings, 2))
        for official in chance.sample(officials, 2):
            propose(article, ProposalKind.OFFICIAL, "Ada Marin", official=official, key=official.key)
        speaker = chance.choice(officials)
        make_quote(
            article,
            f"Mots {number}",
            speaker=speaker,
            said_on=date(chance),
            office=chance.choice([None, *offices]),
            meeting=chance.choice([None, *meetings]),
            accepted=chance.random() < 0.7,
        )
        if number % 2:
            make_edition(article=article)
    for official in officials:
        Ignored.objects.create(
            kind="official", surface="Marin", folded="marin", target=official.key, rule=chance.choice(["", "name"])
        )


def rework(chance, by):
    """One random change, or None where it was refused."""
    kind = entries.KINDS[chance.choice(list(MODELS))]
    rows = list(kind.model.objects.order_by("pk"))
    act = chance.choice(["merge", "merge", "rename", "split"])
    if act == "rename":
        entry = chance.choice(rows)
        name = chance.choice(
            [*NAMES, "Défense", (entry.former_names.first() and entry.former_names.first().name) or "X Y"]
        )
        return entries.rename(entry, {kind.names[0]: name}, by=by, new_address=chance.random() < 0.8)
    if act == "split":
        one = chance.choice(list(Official.objects.order_by("pk")))
        some = lambda found: [key for key in found if chance.random() < 0.5]  # noqa: E731
        share = Share(
            tenures=some(one.tenures.values_list("pk", flat=True)),
            names=some(one.other_names),
            quotes=some(one.quotes.values_list("pk", flat=True)),
            articles=some(Article.objects.values_list("pk", flat=True)),
            meetings=some(one.meetings.values_list("pk", flat=True)),
        )
        return entries.split(one, name=chance.choice(NAMES), share=share, by=by)
    kept, gone = chance.sample(rows, 2)
    choices = Choices(
        fields={f.name: chance.choice(["kept", "gone"]) for f in differing_fields(kept, gone)},
        tenures={o.tenure.pk: chance.choice(CHOICES) for o in overlaps(kept, gone)} if kind.can_split else {},
    )
    return entries.merge(kept, gone, by=by, choices=choices)


@pytest.mark.parametrize("seed", range(12))
def test_undoing_everything_brings_back_every_row_as_it_was(seed):
    chance = random.Random(seed)
    by = make_user("chief")
    populate(chance)
    states, done = [dump()], []
    for _ in range(12):
        try:
            done.append(rework(chance, by))
        except (Refused, ValueError):
            assert differences(states[-1], dump()) == []  # what is refused leaves no trace
            continue
        states.append(dump())
        assert differences(states[-2], states[-1]) != []
        assert no_address_is_living_and_former()
        assert searches_count_what_is_linked()
    assert len(done) >= 3
    for change in reversed(done):
        states.pop()
        entries.undo(change, by=by)
        assert differences(states[-1], dump()) == []
        assert searches_count_what_is_linked()
    assert not EntryChange.objects.standing().exists()


def no_address_is_living_and_former():
    return all(
        not kind.model.objects.filter(slug__in=kind.former.objects.exclude(slug=None).values("slug")).exists()
        for kind in entries.KINDS.values()
    )


def searches_count_what_is_linked():
    """Whether to hold the values of all editions anew changes none."""
    before = held_values()
    search.hold_values(Edition.objects.all())
    return before == held_values()


def held_values():
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT story, held FROM {values_held.TABLE}")
        return {story: sorted(held) for story, held in cursor.fetchall()}


def test_the_random_registries_have_offices():
    populate(random.Random(1))
    assert Office.objects.exists()
    assert Tenure.objects.exists()
