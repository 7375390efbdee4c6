"""Somebody else saved first: both texts side by side, and the choice between them, field by field."""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.forms import ModelForm
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path
from django.utils.translation import gettext as _

from articles import personal_drafts, placing, publishing, revising, saving
from articles.admin import posted
from articles.admin.acting import acting, allowed_media, key_in
from articles.admin.step_pages import change_page
from articles.admin.story_text import StoryTextField, StoryTextWidget
from articles.admin.words_shown import label, lines
from articles.comparison import Run, runs
from articles.merging import merge
from articles.models import Article, PersonalDraft

LONG = 400_000  # characters of both texts together, from which on the words are not compared
CHOICES = {"mine", "theirs", "merged"}
EDITED = StoryTextField(required=False)
EDITOR = StoryTextWidget()


@dataclass(frozen=True, slots=True)
class Row:
    """One field in which the two texts differ: who changed it ("mine", "theirs", "both"), and what it says in each."""

    name: str
    label: str
    changed_by: str
    mine: list[str]
    theirs: list[str]
    runs: list[Run]
    chosen: str
    errors: list[str]
    merged: str = ""
    merges: bool = False

    @property
    def differs_too_much(self) -> bool:
        return not self.runs

    @property
    def editor(self) -> str:
        """The editor in which the two texts are put together."""
        return EDITOR.render("merged-body", self.merged, {"id": "id_merged-body"})


class ConflictPages(admin.ModelAdmin):
    """Guards the article's form by its version, and adds `<id>/draft/<draft>/`: one's words beside the article."""

    def get_urls(self) -> list[URLPattern]:
        own = path(
            "<int:pk>/draft/<int:key>/",
            self.admin_site.admin_view(self.draft_page),
            name="articles_article_draft",
        )
        return [own, *super().get_urls()]

    # --- the form's way in

    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        """Let a save through while the article has the version that the form shows; else answer 409."""
        if request.method != "POST" or object_id is None:
            return super().changeform_view(request, object_id, form_url, extra_context)
        based_on = key_in(request.POST.get("version", ""))
        try:
            return super().changeform_view(request, object_id, form_url, extra_context)
        except PermissionDenied:
            article = self.get_object(request, object_id)
            if article is None or not self.has_view_permission(request, article) or "title" not in request.POST:
                raise
            return self._refused(request, article, based_on)
        except saving.Conflict as conflict:
            return self._meet(request, conflict.theirs, based_on)

    def _changeform_view(
        self, request: HttpRequest, object_id: str | None, form_url: str, extra_context: dict[str, Any] | None
    ) -> HttpResponse:
        """Inside the transaction that Django opens for a form: the row is held before anything is read."""
        if request.method == "POST" and object_id is not None:
            with suppress(Article.DoesNotExist):  # Django tells
                saving.hold(key_in(object_id), key_in(request.POST.get("version", "")))
        return super()._changeform_view(request, object_id, form_url, extra_context)  # type: ignore[misc]

    def _meet(self, request: HttpRequest, article: Article, based_on: int) -> HttpResponse:
        """Answer a save that came second."""
        if not self.has_change_permission(request, article):
            if not self.has_view_permission(request, article):
                raise PermissionDenied
            return self._refused(request, article, based_on)
        theirs, base = saving.words_of(article), _snapshot_at(article, based_on)
        mine = posted.read(request.POST, article)
        changes = mine.changes_from(theirs | (base or {}))
        if not mine.errors and (not changes or self._saved_already(request, article, changes, theirs)):
            self._settle(request, article)
            self.message_user(request, _("You had changed nothing: nothing was saved over what others did."))
            return HttpResponseRedirect(change_page(article))
        draft = self._keep(request, article, based_on)
        return self._choice(request, article, draft, status=409)

    def _saved_already(
        self, request: HttpRequest, article: Article, changes: Mapping[str, Any], theirs: Mapping[str, Any]
    ) -> bool:
        """Whether this is the second click on one button: the same person saved just these words."""
        last = article.revisions.first()
        return last is not None and last.created_by_id == acting(request).pk and saving.unchanged(theirs, changes)

    def _refused(self, request: HttpRequest, article: Article, based_on: int) -> HttpResponse:
        """Answer a save by somebody who may not change the article any more: their words are kept all the same."""
        draft = self._keep(request, article, based_on)
        return self._choice(request, article, draft, status=403)

    def _keep(self, request: HttpRequest, article: Article, based_on: int) -> PersonalDraft:
        kept = partial(
            personal_drafts.keep,
            by=acting(request),
            article=article,
            fields=personal_drafts.words_in(request.POST),
            base_version=based_on,
            continues=key_in(request.POST.get("continues", "")),
        )
        try:
            return kept(tab=request.POST.get("tab", ""))
        except personal_drafts.Settled:  # by the first of two clicks, whose words these are not
            return kept(tab="")

    def save_related(self, request: HttpRequest, form: ModelForm, formsets: Any, change: bool) -> None:
        """Keep what was saved as a revision; it is no draft any more.

        A change of the brief alone is no revision, but counts for those who have the page open.
        """
        super().save_related(request, form, formsets, change)
        article: Any = form.instance
        for told in form.told():  # type: ignore[attr-defined]  # `ArticleForm`
            self.message_user(request, told, messages.WARNING)
        reason = " ".join(request.POST.get("why", "").split())
        reason = reason or (_("Edited at the desk") if change else _("Written at the desk"))
        article.desk_revision = revising.record(article, by=acting(request), reason=reason)
        if article.desk_revision is None and any(formset.has_changed() for formset in formsets):
            saving.raise_version(article)
        self._settle(request, article if change else None)

    def _settle(self, request: HttpRequest, article: Article | None) -> None:
        tab, continues = request.POST.get("tab", ""), key_in(request.POST.get("continues", ""))
        personal_drafts.settle(by=acting(request), article=article, tab=tab, continues=continues)

    # --- the choice

    def draft_page(self, request: HttpRequest, pk: int, key: int) -> HttpResponse:
        """A person's own words beside what is saved (GET), or what they chose (POST). Nobody else's draft is found."""
        publishing.require(acting(request), "articles.view_article")
        article = self.get_object(request, str(pk))
        draft = PersonalDraft.objects.open().filter(pk=key, user=acting(request), article_id=pk).first()
        if article is None or draft is None:
            raise Http404
        if request.method != "POST":
            return self._choice(request, article, draft)
        if request.POST.get("do") == "throw":
            personal_drafts.throw_away(draft)
            self.message_user(request, _("Your draft is thrown away."), messages.SUCCESS)
            return HttpResponseRedirect(change_page(article))
        if not self.has_change_permission(request, article):
            raise PermissionDenied
        return self._save_choice(request, article, draft)

    def _save_choice(self, request: HttpRequest, article: Article, draft: PersonalDraft) -> HttpResponse:
        mine = _asked_about(draft, article)
        wanted = {name: request.POST.get(f"choose-{name}", "") for name in mine.words}
        based_on, theirs = key_in(request.POST.get("version", "")), saving.words_of(article)
        unsaid = [
            label(name)
            for name, own in mine.words.items()
            if wanted[name] not in CHOICES and not saving.same(own, theirs.get(name))
        ]
        if unsaid and based_on == article.version:  # the draft grew in another tab: the page had not asked of it
            asked = _("Choose what is to stand, field by field. Nothing is saved before you say so.")
            return self._choice(request, article, draft, status=400, refusals=[f"{', '.join(unsaid)}: {asked}"])
        changes = {name: mine.words[name] for name, choice in wanted.items() if choice == "mine"}
        if wanted.get("body") == "merged":
            changes["body"] = EDITED.clean(request.POST.get("merged-body", ""))
            draft.fields["body"] = [changes["body"]]  # what they put together is theirs now, and no less kept
            draft.save(update_fields=["fields"])
        if "pictures" in changes:  # they were placed in a text that need not be the one that is to stand
            own = mine.words.get("body", theirs["body"])
            changes["pictures"] = placing.followed(changes["pictures"], own, changes.get("body", theirs["body"]))
        if "title" in changes and "title_proposed" not in changes:
            changes["title_proposed"] = False
        if "brief" in changes and not posted.may_change_brief(request.user, article):
            del changes["brief"]
        if wrong := [f"{label(name)}: {' '.join(mine.errors[name])}" for name in changes if name in mine.errors]:
            return self._choice(request, article, draft, status=400, refusals=wrong)
        try:
            reason = _("Edited at the desk, beside another's changes")
            with transaction.atomic():
                made = saving.save(article, changes, based_on=based_on, by=acting(request), reason=reason)
                personal_drafts.settle(by=draft.user, article=article, tab=draft.tab)
        except saving.Conflict:
            again = [_("It was changed once more while you chose: look again.")]
            article = Article.objects.get(pk=article.pk)
            return self._choice(request, article, draft, status=409, refusals=again)
        except ValidationError as error:
            return self._choice(request, article, draft, status=400, refusals=error.messages)
        except publishing.Refused as refusal:
            return self._choice(request, article, draft, status=403, refusals=[str(refusal)])
        told = (
            _("What you chose is saved.") if made else _("Nothing of yours was chosen: the article stays as it was.")
        )
        self.message_user(request, told, messages.SUCCESS)
        for each in mine.told:
            self.message_user(request, each, messages.WARNING)
        if made and made.schedule_told:
            self.message_user(request, made.schedule_told, messages.WARNING)
        return HttpResponseRedirect(change_page(article))

    def _choice(
        self,
        request: HttpRequest,
        article: Article,
        draft: PersonalDraft,
        *,
        status: int = 200,
        refusals: list[str] | None = None,
    ) -> HttpResponse:
        """The page with both texts. 409 for a save that came second, 403 for one that may not be (any more)."""
        mine = _asked_about(draft, article)
        last = article.revisions.select_related("created_by").defer("snapshot").first()
        context = {
            **self.admin_site.each_context(request),
            "title": _("Your words and what is saved"),
            "subtitle": str(article),
            "opts": self.opts,
            "article": article,
            "draft": draft,
            "last": last,
            "status": status,
            "refusals": refusals or [],
            "told": mine.told,
            "rows": rows(mine, base=_snapshot_at(article, draft.base_version), theirs=saving.words_of(article)),
            "moved": article.version != draft.base_version,
            "may_change": self.has_change_permission(request, article),
            "media": allowed_media(self.media + EDITOR.media, request),
        }
        page = "admin/articles/article/conflict.html"
        return TemplateResponse(request, page, context, status=status)


def _asked_about(draft: PersonalDraft, article: Article) -> posted.Posted:
    """What the draft says. Whether the title is a proposal follows from the title, where that is asked about."""
    mine = posted.read(personal_drafts.as_posted(draft.fields), article)
    if not saving.same(mine.words.get("title"), article.title):
        mine.words.pop("title_proposed", None)
    return mine


def _snapshot_at(article: Article, version: int) -> dict[str, Any] | None:
    """The article's words when it had that version; None where nobody kept them."""
    held = article.revisions.filter(number__lte=version).first() if version else None
    return held.snapshot if held is not None else None


def rows(mine: posted.Posted, *, base: Mapping[str, Any] | None, theirs: Mapping[str, Any]) -> list[Row]:
    """The fields in which the two texts differ, in the order of the form."""
    found = []
    for name, own in mine.words.items():
        other = theirs.get(name)
        if saving.same(own, other):
            continue
        if base is None or name not in base:
            changed_by = "both"  # nobody can say who
        elif saving.same(base[name], own):
            changed_by = "theirs"
        else:
            changed_by = "mine" if saving.same(base[name], other) else "both"
        merged = merge(base["body"], own, other or "") if name == "body" and base and changed_by == "both" else None
        clean = merged is not None and merged.clean
        own_lines, other_lines = lines(name, own), lines(name, other)
        long = sum(map(len, own_lines)) + sum(map(len, other_lines)) > LONG
        found.append(
            Row(
                name=name,
                label=label(name),
                changed_by=changed_by,
                mine=own_lines,
                theirs=other_lines,
                runs=[] if long else runs(other_lines, own_lines),
                chosen="merged" if clean else "" if changed_by == "both" else changed_by,
                errors=mine.errors.get(name, []),
                merged=merged.html if merged else own if name == "body" else "",
                merges=clean,
            )
        )
    return found
