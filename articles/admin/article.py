"""The article at the desk: the working copy, its links, and everything that stands beside it."""

from typing import Any

from django.contrib import admin, messages
from django.forms import ModelForm
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles import checks
from articles.admin import outlook, publishing_panel
from articles.admin.acting import acting, allowed_media
from articles.admin.article_list import ArticleList
from articles.admin.as_read import TextAsRead
from articles.admin.beside import DecidePages, proposals_of
from articles.admin.briefs import BriefInline
from articles.admin.check_pages import CheckPages, checks_panel, waivers_of
from articles.admin.comparing import ComparePages, waiting
from articles.admin.conflicts import ConflictPages
from articles.admin.drafts import DraftPages
from articles.admin.filters import (
    READER_STATES,
)
from articles.admin.forms import ArticleForm
from articles.admin.moments import MomentField
from articles.admin.picture_pages import PicturePages
from articles.admin.presence import PresencePages
from articles.admin.previewing import PreviewPages
from articles.admin.review import ReviewPages, source_pieces
from articles.admin.revisions import RevisionPages
from articles.admin.several import SeveralPages
from articles.admin.sharing import SharePages
from articles.admin.signing import BylineInline
from articles.admin.situation import Situation
from articles.admin.step_pages import StepPages, change_page, within_list
from articles.admin.steps import STEPS, offered, publish_label
from articles.admin.suggestions import SuggestionPages
from articles.admin.typography import TypographyPages
from articles.admin.version_pages import VersionPages
from articles.models import Article, Brief, SourceText, Stage, Standing


@admin.register(Article)
class ArticleAdmin(
    ArticleList,
    TextAsRead,
    StepPages,
    publishing_panel.AddressPages,
    ReviewPages,
    ComparePages,
    DecidePages,
    CheckPages,
    TypographyPages,
    PreviewPages,
    SharePages,
    ConflictPages,
    DraftPages,
    PresencePages,
    RevisionPages,
    SuggestionPages,
    VersionPages,
    SeveralPages,
    PicturePages,
):
    """The editors' workplace. Reporters change articles until those are ready; reviewers change them always."""

    form = ArticleForm
    autocomplete_fields = ["source", "countries", "officials", "organisations", "meetings"]
    inlines = [BylineInline, BriefInline]
    save_on_top = True
    view_on_site = False  # a draft has no address; the page links what is live
    fieldsets = [
        (None, {"fields": ["title", ("language", "title_proposed"), "standfirst", "body"]}),
        (
            gettext_lazy("Place and time"),
            {
                "fields": ["dateline", ("dated", "revised"), "embargo_until"],
                "description": gettext_lazy("Dates as known: 2024, 2024-10 or 2024-10-17."),
            },
        ),
        (
            gettext_lazy("Links"),
            {
                "fields": ["tags", "countries", "officials", "organisations", "meetings"],
                "description": gettext_lazy("Where readers find the article, and what it leads them to."),
            },
        ),
        (
            gettext_lazy("Pictures"),
            {"fields": ["pictures"]},
        ),
        (gettext_lazy("Source and rights"), {"fields": ["source", ("rights", "rights_note")]}),
        (
            gettext_lazy("Address and search engines"),
            {
                "fields": ["slug", "seo_title", "meta_description"],
                "description": gettext_lazy("A new address takes effect when the article is next published."),
            },
        ),
    ]

    # --- who may what

    def has_change_permission(self, request: HttpRequest, obj: Article | None = None) -> bool:
        """Reviewers always; others until the article is ready. Nobody changes what is in the trash."""
        allowed = super().has_change_permission(request, obj)
        if not allowed or obj is None:
            return allowed
        return obj.trashed_at is None and (
            obj.stage != Stage.READY or request.user.has_perm("articles.review_article")
        )

    def has_delete_permission(self, request: HttpRequest, obj: Article | None = None) -> bool:
        return False  # articles go to the trash: an address never comes to mean something else

    # --- the page

    def get_fieldsets(self, request: HttpRequest, obj: Article | None = None) -> Any:
        """Whether the title is a proposal is asked where it is one: an import drew it from a text without a title."""
        fieldsets = super().get_fieldsets(request, obj)
        if obj is not None and obj.title_proposed:
            return fieldsets
        (name, first), *others = fieldsets
        fields = [field if field != ("language", "title_proposed") else "language" for field in first["fields"]]
        return [(name, first | {"fields": fields}), *others]

    def formfield_for_dbfield(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        if db_field.name == "embargo_until":
            return MomentField(
                label=db_field.verbose_name.capitalize(), required=False, help_text=kwargs.get("help_text", "")
            )
        return super().formfield_for_dbfield(db_field, request, **kwargs)

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> HttpResponse:
        context["media"] = allowed_media(context["media"], request)
        context["show_save_and_add_another"] = False
        article = context.get("original")
        if article is None:
            context["title"] = _("New article")
        if article is not None:
            context |= {"title": str(article), "subtitle": None}
            context["desk"] = self._beside(request, article)
        return super().render_change_form(request, context, *args, **kwargs)

    def _beside(self, request: HttpRequest, article: Article) -> dict[str, Any]:
        """What stands beside the form: where the article is, what is open, and the source text."""
        situation = Situation.of(article)
        source_text = (
            SourceText.objects.filter(article=article, standing=Standing.CURRENT).select_related("run").first()
        )
        proposals = list(article.proposals.defer("data", "reason"))
        quotes = list(article.quotes.all())
        beside = proposals_of(request, article)
        return {
            "beside": beside,
            "situation": situation,
            "publishing": publishing_panel.beside(request, situation),
            "reader_state": READER_STATES[situation.reader_state],
            "unchanged": outlook.unchanged(situation),
            "steps": offered(situation, acting(request)),
            "publish_label": publish_label(situation),
            "may_publish": situation.kept and request.user.has_perm("articles.publish_article"),
            "may_change": self.has_change_permission(request, article),
            "open": beside["open"],
            "checks": checks_panel(
                request,
                article,
                checks.look(article),
                may_change=self.has_change_permission(request, article),
            ),
            "waivers": waivers_of(article),
            "brief": Brief.objects.filter(article=article).first(),
            "source_text": source_text,
            "comparing": waiting(article),
            "pieces": source_pieces(source_text, proposals, quotes),
            "revisions": article.revisions.count(),
            "editions": article.editions.ever_visible().order_by("-number").defer("body", "standfirst"),
        }

    # --- saving

    def save_model(self, request: HttpRequest, obj: Article, form: ModelForm, change: bool) -> None:
        """Write what the form changed and nothing else, on the row that `ConflictPages` has locked."""
        if not change:
            obj.created_by = acting(request)
            obj.save()
            return
        changed = {name for name in form.changed_data if name in form.cleaned_data}
        if "title" in changed and "title_proposed" not in changed and obj.title_proposed:
            obj.title_proposed = False  # a title that an editor wrote is no proposal
            changed.add("title_proposed")
        if "slug" in form.cleaned_data and form.initial.get("slug") != obj.slug:
            changed.add("slug")
        own = changed & {field.name for field in Article._meta.concrete_fields}
        if own:
            obj.save(update_fields=[*own, "updated_at"])

    def log_change(self, request: HttpRequest, obj: Article, message: Any) -> Any:
        """A form that was sent as it stood, on the way to one of the steps, is no action of anybody's."""
        return super().log_change(request, obj, message) if message else None

    def response_add(self, request: HttpRequest, obj: Article, post_url_continue: str | None = None) -> HttpResponse:
        """Say that the draft is there, and write on or go to the list."""
        self.message_user(request, _("“%(title)s” is saved as a draft.") % {"title": obj}, messages.SUCCESS)
        if "_save" in request.POST:
            return self.response_post_save_add(request, obj)
        return HttpResponseRedirect(change_page(obj))

    def response_change(self, request: HttpRequest, obj: Article) -> HttpResponse:
        """Say what was saved and stay, or go on: to the list, to the proposals, or to a step."""
        going, _colon, what = request.POST.get("_go", "").partition(":")
        made = getattr(obj, "desk_revision", None)
        if made is not None:
            self.message_user(request, _("Your changes are saved."), messages.SUCCESS)
            if made.schedule_told:
                self.message_user(request, made.schedule_told, messages.WARNING)
        elif not going:
            self.message_user(request, _("Saved already: nothing had changed."), messages.SUCCESS)
        if "_save" in request.POST:
            return self.response_post_save_change(request, obj)
        if going == "proposals":
            return HttpResponseRedirect(reverse("admin:articles_article_proposals", args=[obj.pk]))
        if going == "typography":
            return HttpResponseRedirect(reverse("admin:articles_article_typography", args=[obj.pk]))
        if going == "waive" and what:
            waive = reverse("admin:articles_article_waive", args=[obj.pk, what])
            return HttpResponseRedirect(within_list(request, waive))
        if going == "step" and what in STEPS:
            step = STEPS[what]
            if step.explains:
                page = reverse("admin:articles_article_step", args=[obj.pk, what])
                return HttpResponseRedirect(within_list(request, page))
            self.take(request, obj, step, {})
        return HttpResponseRedirect(within_list(request, change_page(obj)))
