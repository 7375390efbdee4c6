"""Makes the records that a test needs, filling in what does not matter to it."""

import itertools
from datetime import UTC, datetime, timedelta
from typing import Any

from django.contrib.auth.models import Group, User
from django.utils import timezone

from articles import placing, quoting, revising, search
from articles.models import (
    Address,
    Article,
    Decision,
    Edition,
    Kind,
    Picture,
    PictureRole,
    Quote,
    Source,
    SourceText,
    Stage,
)
from articles.models.story import LINK_FIELDS, TEXT_FIELDS

_numbers = itertools.count(1)
NOW = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)


def day(offset: float, *, base: datetime | None = None) -> datetime:
    """The moment so many days from `base` (now, when None)."""
    return (base or timezone.now()) + timedelta(days=offset)


def make_user(*groups: str, username: str = "", **fields: Any) -> User:
    """A staff account in those groups, without a usable password (use `force_login`)."""
    user = User.objects.create_user(username or f"user{next(_numbers)}", is_staff=True, **fields)
    user.groups.set(Group.objects.filter(name__in=groups))
    assert user.groups.count() == len(groups)
    return User.objects.get(pk=user.pk)


def make_source(name: str = "Agence Test") -> Source:
    return Source.named(name)


def make_article(*, tags: list[str] | None = None, **fields: Any) -> Article:
    """A draft with a title, a text and rights. Links and tags may be given by name."""
    number = next(_numbers)
    links = {name: fields.pop(name) for name in LINK_FIELDS if name in fields}
    values = {
        "title": f"Titre {number}",
        "slug": f"titre-{number}",
        "body": f"<p>Texte {number}.</p>",
        "rights": "own",
    }
    article = Article.objects.create(**(values | fields))
    for name, rows in links.items():
        getattr(article, name).set(rows)
    article.tags.set(tags or [])
    revising.record(article, by=None)
    return article


def make_edition(
    *,
    article: Article | None = None,
    kind: str = Kind.FIRST,
    visible_from: datetime | None = None,
    visible_until: datetime | None = None,
    first_public_at: datetime | None = None,
    note: str = "",
    trashed: bool = False,
    **fields: Any,
) -> Edition:
    """An edition as publishing writes it, with any window; of a new article unless one is given."""
    article = article or make_article(stage=Stage.READY, **fields)
    opens = visible_from or day(-1)
    edition = Edition(
        article=article,
        revision=revising.latest(article, by=None),
        number=article.editions.count() + 1,
        kind=kind,
        note=note,
        visible_from=opens,
        visible_until=visible_until,
        first_public_at=first_public_at or opens,
    )
    for name in TEXT_FIELDS:
        setattr(edition, name, getattr(article, name))
    if kind == Kind.WITHDRAWAL:
        edition.body = edition.standfirst = ""
        edition.note = note or "Retiré."
    edition.save()
    Address.objects.get_or_create(slug=edition.slug, defaults={"article": article, "since": opens})
    if kind != Kind.WITHDRAWAL:
        for name in LINK_FIELDS:
            getattr(edition, name).set(getattr(article, name).all())
        edition.tags.set(article.tags.all())
        placing.copy(article, edition)
        quoting.place_quotes(edition)
        search.index([edition])
    if trashed:
        Article.objects.filter(pk=article.pk).update(trashed_at=timezone.now())
    return edition


def make_source_text(article: Article, text: str = "Un texte.") -> SourceText:
    number = next(_numbers)
    return SourceText.objects.create(
        article=article,
        name=f"texte-{number}.txt",
        data=text.encode(),
        sha256=f"{number:064x}",
        encoding="utf-8",
        text=text,
    )


def make_picture(**fields: Any) -> Picture:
    """A picture of the library that lacks nothing, without a file."""
    number = next(_numbers)
    values = {
        "name": f"photo-{number}.jpg",
        "sha256": f"{number:064x}",
        "width": 3000,
        "height": 2000,
        "alt": f"Ce que montre la photo {number}",
        "caption": f"Légende {number}",
        "credit": "Awa Diop / Agence",
        "rights": "agency",
    }
    return Picture.objects.create(**(values | fields))


def place(article: Article, *pictures: Picture, **fields: Any) -> None:
    """Put the pictures into the article, the first one at the top, and keep that as a revision."""
    rows = [placing.row_for(picture) for picture in pictures]
    for position, row in enumerate(rows[1:]):
        row |= {"role": PictureRole.BODY, "position": position}
    placing.put(article, [row | fields for row in rows])
    revising.record(article, by=None)


def make_quote(article: Article, text: str, *, accepted: bool = True, **fields: Any) -> Quote:
    """A quote; an accepted one gets its places in the article's editions."""
    decided = {"decision": Decision.ACCEPTED, "decided_at": timezone.now()} if accepted else {}
    quote = Quote.objects.create(article=article, text=text, **(decided | fields))
    if accepted:
        for edition in article.editions.all():
            quoting.place_quotes(edition, [quote])
    return quote
