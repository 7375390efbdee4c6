"""Articles that say the same in different languages: linked, or one of them begun from another.

An article is in at most one group, a group has at most one article of a language. Readers are shown the versions that
are public; nothing else changes by linking.
"""

from django.contrib.auth.models import User
from django.db import transaction
from django.utils.translation import gettext as _

from articles import publishing, revising, saving
from articles.models import Article, Language, LanguageVersion, LanguageVersions
from articles.models.story import LINK_FIELDS

# What a version begins with; its title, its address and what search engines read are in its own language.
_TAKEN_OVER = (
    "standfirst",
    "body",
    "dateline",
    "dated",
    "source",
    "rights",
    "rights_note",
    "embargo_until",
    *LINK_FIELDS,
    "tags",
    "bylines",
)


def versions_of(article: Article) -> list[LanguageVersion]:
    """The other articles of the article's group, by language."""
    others = LanguageVersion.objects.filter(group__members__article=article).exclude(article=article)
    return list(others.select_related("article"))


@transaction.atomic
def link(article: Article, other: Article, *, by: User) -> None:
    """Say that both articles say the same; their groups become one. What is linked already stays as it is.

    Raises PermissionDenied, and Refused where one group would have two articles of a language, or a language is not
    known.
    """
    publishing.require(by, "articles.change_article")
    if article.pk == other.pk:
        raise publishing.Refused(_("An article is no language version of itself."))
    publishing.lock_all([article.pk, other.pk])
    first, second = publishing.locked_row(article), publishing.locked_row(other)
    _lock_groups(first, second)
    for each in (first, second):
        if each.language == Language.UNDETERMINED:
            raise publishing.Refused(_("Set the language of “%(title)s” first.") % {"title": each})
    group, joining = _group_of(first), _group_of(second)
    if group is not None and group == joining:
        return
    members = [*_members(first, group), *_members(second, joining)]
    languages = [member.language for member in members]
    if twice := next((language for language in languages if languages.count(language) > 1), None):
        both = [f"“{member.article}”" for member in members if member.language == twice]
        raise publishing.Refused(
            _("Two articles in one language cannot be versions of each other: %(titles)s.")
            % {"titles": ", ".join(both)}
        )
    kept = group or joining or LanguageVersions.objects.create()
    for member in members:
        member.group = kept
        member.save()
    if group is not None and joining is not None:
        joining.delete()
    for each, beside in ((first, second), (second, first)):
        publishing.log(
            by, each, _("Linked as a language version: “%(title)s”") % {"title": beside}, action="link_version"
        )


@transaction.atomic
def begin(article: Article, language: str, title: str, *, by: User) -> Article:
    """A new draft in that language, linked to the article, with its text to translate, its date, source, rights,
    embargo, links, themes, signatures and pictures. Pictures have to be described in the new language.

    Raises PermissionDenied; Refused without a title, for an article in the trash, and for a language that is not known
    or that the article or one of its versions has.
    """
    publishing.require(by, "articles.add_article")
    held = publishing.locked_row(article)
    title = " ".join(title.split())
    if not title or language not in set(Language.values) - {Language.UNDETERMINED}:
        raise publishing.Refused(_("Say in which language, and give the title in that language."))
    now = revising.snapshot(held)
    version = Article.objects.create(
        title=title, slug=Article.objects.free_slug(title), language=language, created_by=by
    )
    pictures = [picture | {"alt": ""} for picture in now["pictures"]]
    saving.put(version, {name: now[name] for name in _TAKEN_OVER} | {"pictures": pictures})
    revising.record(version, by=by, reason=_("Begun as a version of “%(title)s”") % {"title": held})
    link(held, version, by=by)
    return version


@transaction.atomic
def unlink(article: Article, *, by: User) -> None:
    """Take the article out of its group; a group of one ends."""
    publishing.require(by, "articles.change_article")
    locked = publishing.locked_row(article)
    _lock_groups(locked)
    member = LanguageVersion.objects.filter(article=locked).first()
    if member is None:
        return
    group = member.group
    member.delete()
    if group.members.count() < 2:
        group.delete()
    publishing.log(by, locked, _("No longer a language version of other articles"), action="unlink_version")


def _lock_groups(*articles: Article) -> None:
    """Lock the articles' groups as they stand: somebody may link or unlink another member at the same moment."""
    members, groups = LanguageVersion.objects.filter(article__in=articles), set[int]()
    while groups != (held := set(members.values_list("group", flat=True))):
        groups = held
        list(LanguageVersions.objects.select_for_update().filter(pk__in=groups).order_by("pk").values_list("pk"))


def _group_of(article: Article) -> LanguageVersions | None:
    member = LanguageVersion.objects.filter(article=article).select_related("group").first()
    return member.group if member is not None else None


def _members(article: Article, group: LanguageVersions | None) -> list[LanguageVersion]:
    if group is None:
        return [LanguageVersion(article=article, language=article.language)]
    return list(group.members.select_related("article"))
