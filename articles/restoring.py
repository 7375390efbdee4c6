"""Going back: what a revision holds, put on the article again; and the names by which the desk finds a revision."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.contrib.auth.models import User
from django.db import transaction
from django.utils.translation import gettext as _

from articles import following, publishing, revising, saving
from articles.comparison import label_of
from articles.models import Address, Article, BylineRole, Contributor, FormerTheme, Picture, Revision, Source, Theme
from articles.models.story import LINK_FIELDS
from articles.snapshots import OF_ARTICLES, Snapshot, names_of
from partners.folding import fold


@dataclass(frozen=True, slots=True)
class Plan:
    """What restoring a revision gives the article, as a snapshot tells it, and in sentences what cannot be as it was.

    `signers` are the names of contributors who are gone and come back; their bylines wait for that.
    """

    values: Mapping[str, Any]
    losses: tuple[str, ...]
    again: tuple[str, ...]
    signers: Mapping[int, str]


def plan(revision: Revision) -> Plan:
    """What restoring the revision would do now. Nothing is written.

    A theme or a contributor that is gone comes back by its name; an entry of the registry or a source does not, and
    an address that has come to be another article's stays with that one. A revision from before pictures has none.
    """
    held, article = revision.snapshot, revision.article
    values = {name: held[name] for name in OF_ARTICLES if name in held}
    losses: list[str] = []
    again: list[str] = []
    if "slug" in values and _is_of_another(values["slug"], article):
        losses.append(_("The address “%(slug)s” is another article's now: it stays as it is.") % values)
        del values["slug"]
    if values.get("source") and not Source.objects.filter(pk=values["source"]).exists():
        losses.append(_gone("source", names_of(held, "source").get(values["source"])))
        values["source"] = None
    for name in LINK_FIELDS:
        if name in values:
            values[name] = _links(name, held, losses)
    if "tags" in values:
        values["tags"], new = _themes(held)
        again += [_("The theme “%(name)s” is made again.") % {"name": theme} for theme in new]
    signers: dict[int, str] = {}
    if "bylines" in values:
        values["bylines"], signers = _bylines(held, losses)
        again += [_("The contributor “%(name)s” is made again.") % {"name": name} for name in signers.values()]
    values["pictures"] = _pictures(held, losses)
    return Plan(values, tuple(losses), tuple(again), signers)


@transaction.atomic
def restore(revision: Revision, *, based_on: int, by: User, reason: str) -> Revision | None:
    """Put what the revision holds on its article, as a new revision; None where the article stands like that already.

    `based_on` is the article's version that the user has seen. Raises Refused without a reason or for an article in
    the trash, PermissionDenied, saving.Conflict and ValidationError.
    """
    reason = " ".join(reason.split())
    if not reason:
        raise publishing.Refused(_("Say why this revision is restored."))
    article = Article.objects.get(pk=revision.article_id)
    saving.require_changing(article, by)
    article = saving.claim(article, based_on)
    if revising.record(article, by=None, reason=_("As it stood before a revision was restored")) is not None:
        based_on = article.version  # something had changed beside the desk: whatever stands now can be found again
    found = plan(revision)
    values = dict(found.values)
    if found.signers:
        keys = {key: Contributor.named(name).pk for key, name in found.signers.items()}
        values["bylines"] = [
            row | {"contributor": keys.get(row["contributor"], row["contributor"])} for row in values["bylines"]
        ]
    told = _("Restores revision %(number)d: %(reason)s") % {"number": revision.number, "reason": reason}
    return saving.save(article, values, based_on=based_on, by=by, reason=told)


@transaction.atomic
def name_milestone(revision: Revision, name: str, *, by: User) -> None:
    """Give the revision a name that no other one of its article has, or none. Raises Refused and PermissionDenied."""
    name = " ".join(name.split())
    article = Article.objects.select_for_update().get(pk=revision.article_id)
    saving.require_changing(article, by)
    if len(name) > (longest := Revision._meta.get_field("milestone").max_length or 0):
        raise publishing.Refused(_("A milestone's name has at most %(longest)d characters.") % {"longest": longest})
    if name and article.revisions.filter(milestone=name).exclude(pk=revision.pk).exists():
        raise publishing.Refused(_("Another revision of this article is called “%(name)s”.") % {"name": name})
    revision.refresh_from_db(fields=["milestone"])
    if revision.milestone == name:
        return
    before, revision.milestone = revision.milestone, name
    revision.save(update_fields=["milestone"])
    number = {"number": revision.number, "name": name}
    told = _("Revision %(number)d is called “%(name)s”") if name else _("Revision %(number)d has no name any more")
    publishing.log(by, article, told % number, action="milestone", before={"name": before}, after={"name": name})


def _is_of_another(slug: str, article: Article) -> bool:
    """Whether another article has the address, or had it when readers could see it."""
    others = Article.objects.filter(slug=slug).exclude(pk=article.pk).exists()
    return others or Address.objects.filter(slug=slug).exclude(article=article).exists()


def _gone(field: str, name: str | None) -> str:
    if name is None:
        return _("%(field)s: one entry is no longer there; its name is not known.") % {"field": label_of(field)}
    return _("%(field)s: “%(name)s” is no longer there and is left out.") % {"field": label_of(field), "name": name}


def _links(name: str, held: Snapshot, losses: list[str]) -> list[int]:
    """The entries that are there still; for one that was merged into another, that one."""
    model: Any = Article._meta.get_field(name).related_model
    there = set(model._default_manager.filter(pk__in=held[name]).values_list("pk", flat=True))
    gone = [key for key in held[name] if key not in there]
    led = following.stays(model, gone) if gone else {}
    losses += [_gone(name, names_of(held, name).get(key)) for key in gone if key not in led]
    return list(dict.fromkeys(led.get(key, key) for key in held[name] if key in there or key in led))


def _themes(held: Snapshot) -> tuple[list[str], list[str]]:
    """The names of the themes, as they are called now; and those of them that do not exist."""
    names = names_of(held, "tags")
    if len(names) != len(held["tags"]):  # from before their keys were kept
        wanted, there = list(held["tags"]), {}
    else:
        there = dict(Theme.objects.filter(pk__in=names).values_list("pk", "name"))
        wanted = [there.get(key, name) for key, name in names.items()]
    asked = [fold(each)[:100] for each in wanted]
    known = {
        folded
        for model in (Theme, FormerTheme)
        for folded in model._default_manager.filter(folded__in=asked).values_list("folded", flat=True)
    }
    return sorted(wanted), [each for each in wanted if each not in there.values() and fold(each)[:100] not in known]


def _bylines(held: Snapshot, losses: list[str]) -> tuple[list[dict[str, Any]], dict[int, str]]:
    """The bylines that can be as they were, and the names of signers who are gone."""
    wanted = {row["contributor"] for row in held["bylines"]} - {None}
    there = set(Contributor.objects.filter(pk__in=wanted).values_list("pk", flat=True))
    gone = {key: name for key, name in names_of(held, "contributors").items() if key in wanted - there}
    kept = []
    for row in held["bylines"]:
        if row["contributor"] in there | gone.keys() | {None}:
            kept.append(dict(row))
        else:
            role = dict(BylineRole.choices).get(row["role"], row["role"])
            said = " · ".join(filter(None, [str(role), row["place"]]))
            losses.append(_("The byline “%(byline)s” is left out: its contributor is gone.") % {"byline": said})
    return kept, gone


def _pictures(held: Snapshot, losses: list[str]) -> list[dict[str, Any]]:
    """The pictures that are still in the library, as they stood."""
    rows, names = held.get("pictures", []), names_of(held, "pictures")
    there = set(Picture.objects.filter(pk__in=[row["picture"] for row in rows]).values_list("pk", flat=True))
    gone = dict.fromkeys(row["picture"] for row in rows if row["picture"] not in there)
    losses += [_gone("pictures", names.get(key)) for key in gone]
    return [dict(row) for row in rows if row["picture"] in there]
