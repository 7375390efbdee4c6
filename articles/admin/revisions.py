"""An article's history at the desk: its revisions, any two of them compared, restored and named."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.db.models import Prefetch
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from articles import publishing, restoring, revising, saving
from articles.admin.acting import acting, key_in
from articles.comparison import compare, label_of
from articles.models import Article, Edition, Revision
from articles.moments import with_offset
from articles.snapshots import OF_ARTICLES, OF_EDITIONS, Snapshot, in_short, words_changed

PER_PAGE = 25
COUNTED = 1_000_000  # characters of two texts together, up to which the words that came and went are counted
LISTED = 100  # revisions to choose from on the page that compares two; others are reached from the history


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two states that are compared; `key` names it in the page's address."""

    key: str
    label: str
    held: Snapshot
    fields: tuple[str, ...]
    reason: str = ""
    revision: Revision | None = None


class RevisionPages(admin.ModelAdmin):
    """Makes `<id>/history/` the list of revisions; adds pages that compare two of them, restore one and name one."""

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view
        own = [
            path(
                "<int:pk>/revisions/compare/",
                view(self.compare_revisions_page),
                name="articles_article_compare_revisions",
            ),
            path(
                "<int:pk>/revisions/<int:number>/restore/",
                view(self.restore_revision_page),
                name="articles_article_restore_revision",
            ),
            path(
                "<int:pk>/revisions/<int:number>/milestone/",
                view(self.milestone_page),
                name="articles_article_milestone",
            ),
        ]
        return [*own, *super().get_urls()]

    # --- the list

    def history_view(
        self, request: HttpRequest, object_id: str, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """The revisions, newest first: who, when, why, what changed, and the editions made of each."""
        article = self._of_history(request, key_in(object_id))
        editions = Edition.objects.only("revision", "number", "kind", "visible_from", "visible_until")
        found = article.revisions.defer("snapshot").prefetch_related(Prefetch("editions", editions.order_by("number")))
        page = Paginator(found, PER_PAGE).get_page(request.GET.get("page"))
        rows = list(page.object_list)
        earlier = article.revisions.defer("snapshot").filter(number__lt=rows[-1].number).first() if rows else None
        befores = dict(zip(rows, [*rows[1:], earlier], strict=True))
        changes = _changes(article, befores)
        return self._history_page(
            request,
            "revisions.html",
            article,
            _("History"),
            page_obj=page,
            rows=[(revision, before, told(changes[revision.pk])) for revision, before in befores.items()],
            public=article.public_edition() is not None,
            milestones=article.revisions.exclude(milestone="").defer("snapshot") if page.number == 1 else [],
            may_change=self.has_change_permission(request, article),
            **(extra_context or {}),
        )

    # --- two of them

    def compare_revisions_page(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Two states of the article; what is not chosen is what readers see, else the revision before, and now."""
        article = self._of_history(request, pk)
        public = article.public_edition()
        numbers = article.revisions.values_list("number", flat=True)
        before = min(numbers[:2], default=0)
        old = _side(article, request.GET.get("old") or ("public" if public else str(before)), public)
        new = _side(article, request.GET.get("new") or "now", public)
        fields = [name for name in old.fields if name in new.fields]
        short = sum(len(str(side.held.get("body") or "")) for side in (old, new)) <= COUNTED
        return self._history_page(
            request,
            "revision_compare.html",
            article,
            _("Compare"),
            old=old,
            new=new,
            found=compare(old.held, new.held, fields),
            words=_words(*words_changed(old.held, new.held)) if short else "",
            choices=_choices(article, public, (old, new)),
            older=numbers.filter(number__lt=old.revision.number).first() if old.revision else None,
            newer=numbers.filter(number__gt=new.revision.number).last() if new.revision else None,
            restorable=old.revision if self.has_change_permission(request, article) else None,
        )

    # --- going back

    def restore_revision_page(self, request: HttpRequest, pk: int, number: int) -> HttpResponse:
        """What restoring would change and what cannot come back (GET), or restore it (POST) with a reason."""
        article = self._of_history(request, pk)
        revision = _revision(article, number)
        try:
            saving.require_changing(article, acting(request))
        except publishing.Refused as refusal:  # it lies in the trash
            self.message_user(request, str(refusal), messages.WARNING)
            return HttpResponseRedirect(reverse("admin:articles_article_history", args=[pk]))
        status, errors, reason = 200, [], request.POST.get("reason", "")
        if request.method == "POST":
            try:
                made = restoring.restore(
                    revision, based_on=key_in(request.POST.get("version", "")), by=acting(request), reason=reason
                )
            except saving.Conflict:
                article, status = self._of_history(request, pk), 409
                errors = [_("Somebody changed the article meanwhile. Look again at what restoring would change.")]
            except publishing.Refused as refusal:
                errors = [str(refusal)]
            except ValidationError as error:
                errors = error.messages
            else:
                said = _("Revision %(number)d is restored.") if made else _("The article stands like that already.")
                self.message_user(request, said % {"number": number}, messages.SUCCESS if made else messages.INFO)
                return HttpResponseRedirect(reverse("admin:articles_article_history", args=[pk]))
        plan = restoring.plan(revision)
        now = revising.snapshot(article)
        after = now | dict(plan.values) | {"names": revision.snapshot.get("names", {})}
        response = self._history_page(
            request,
            "revision_restore.html",
            article,
            _("Restore revision %(number)d") % {"number": number},
            revision=revision,
            plan=plan,
            found=compare(now, after, OF_ARTICLES),
            errors=errors,
            reason=reason,
            longest=Revision._meta.get_field("reason").max_length,
        )
        response.status_code = status
        return response

    def milestone_page(self, request: HttpRequest, pk: int, number: int) -> HttpResponse:
        """Name a revision, or take its name away (POST); otherwise the history."""
        article = self._of_history(request, pk)
        if request.method == "POST":
            try:
                restoring.name_milestone(
                    _revision(article, number), request.POST.get("milestone", ""), by=acting(request)
                )
            except publishing.Refused as refusal:
                self.message_user(request, str(refusal), messages.ERROR)
        page = key_in(request.POST.get("page", ""))
        address = reverse("admin:articles_article_history", args=[pk])
        return HttpResponseRedirect(f"{address}{f'?page={page}' if page > 1 else ''}#revision-{number}")

    # --- what the pages share

    def _of_history(self, request: HttpRequest, pk: int) -> Article:
        publishing.require(acting(request), "articles.view_article")
        publishing.require(acting(request), "articles.view_revision")
        article = self.get_object(request, str(pk)) if pk else None
        if article is None:
            raise Http404
        return article

    def _history_page(
        self, request: HttpRequest, template: str, article: Article, title: str, **held: Any
    ) -> TemplateResponse:
        context = {
            **self.admin_site.each_context(request),
            "title": title,
            "subtitle": str(article),
            "opts": self.opts,
            "article": article,
            "media": self.media,
            **held,
        }
        return TemplateResponse(request, f"admin/articles/article/{template}", context)


def told(changes: dict[str, Any]) -> str:
    """What a revision changed, on one line: "Title, Text: +120 −14 words"."""
    if not changes:
        return _("First revision")
    names = ", ".join(label_of(name) for name in changes["fields"])
    words = _words(*changes["words"])
    return _("%(fields)s: %(words)s") % {"fields": names, "words": words} if words else names


def _words(came: int, went: int) -> str:
    """How many words came and went; empty for none."""
    parts = [f"{sign}{count}" for sign, count in (("+", came), ("−", went)) if count]
    if not parts:
        return ""
    return ngettext("%(count)s word", "%(count)s words", came + went) % {"count": " ".join(parts)}


def _changes(article: Article, befores: Mapping[Revision, Revision | None]) -> dict[int, dict[str, Any]]:
    """What each revision changed of the one before, by its key; reckoned again where it was not kept."""
    unknown = {now.pk: before.pk for now, before in befores.items() if now.changes is None and before is not None}
    held = {each.pk: each.snapshot for each in article.revisions.filter(pk__in={*unknown, *unknown.values()})}
    reckoned = {now: in_short(held[before], held[now]) for now, before in unknown.items()}
    return {each.pk: each.changes or reckoned.get(each.pk, {}) for each in befores}


def _revision(article: Article, number: int) -> Revision:
    """The article's revision of that number, or Http404."""
    revision = article.revisions.filter(number=number).first()
    if revision is None:
        raise Http404
    revision.article = article
    return revision


def _side(article: Article, key: str, public: Edition | None) -> Side:
    """The state of that key: "now", "public", "e" and the number of an edition, or the number of a revision."""
    if key == "now":
        return Side(key, _("Working copy"), revising.snapshot(article), OF_ARTICLES)
    edition = public if key == "public" else None
    if key.startswith("e"):
        edition = article.editions.filter(number=key_in(key[1:])).first()
    if edition is not None:
        return Side(
            key, _edition_label(edition, key), revising.snapshot_of_edition(edition), OF_EDITIONS, edition.note
        )
    revision = _revision(article, key_in(key))
    return Side(key, _revision_label(revision), revision.snapshot, OF_ARTICLES, revision.reason, revision)


def _edition_label(edition: Edition, key: str = "") -> str:
    told = {"number": edition.number, "kind": edition.get_kind_display(), "from": with_offset(edition.visible_from)}
    if key == "public":
        return _("What readers see: edition %(number)d, %(kind)s, from %(from)s") % told
    return _("Edition %(number)d, %(kind)s, from %(from)s") % told


def _revision_label(revision: Revision) -> str:
    parts = [_("Revision %(number)d") % {"number": revision.number}, with_offset(revision.created_at)]
    return " · ".join(filter(None, [*parts, revision.author, revision.milestone and f"“{revision.milestone}”"]))


def _choices(article: Article, public: Edition | None, sides: Iterable[Side]) -> list[tuple[str, str]]:
    """What can be compared: the working copy, what readers see, editions, milestones and the newest revisions."""
    found = [("now", _("Working copy"))]
    if public is not None:
        found.append(("public", _edition_label(public, "public")))
    editions = article.editions.order_by("-number").only("number", "kind", "visible_from")
    found += [(f"e{edition.number}", _edition_label(edition)) for edition in editions[:LISTED]]
    revisions = {each.number: each for each in article.revisions.defer("snapshot")[:LISTED]}
    revisions |= {each.number: each for each in article.revisions.exclude(milestone="").defer("snapshot")}
    revisions |= {side.revision.number: side.revision for side in sides if side.revision is not None}
    found += [(str(number), _revision_label(revisions[number])) for number in sorted(revisions, reverse=True)]
    return found
