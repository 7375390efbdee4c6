"""What the desk decides on, quotes and proposals; and what nobody changes: editions, revisions, imports."""

from typing import Any

from django.contrib import admin, messages
from django.db.models import QuerySet
from django.forms import ModelForm
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext, gettext_lazy

from articles import deciding, publishing, quote_register
from articles.admin.acting import acting
from articles.admin.as_read import TextAsRead, as_read
from articles.admin.deciding_several import DecidedAdmin
from articles.admin.entry_names import EntryNamePages
from articles.admin.picture_field import as_seen
from articles.comparison import described
from articles.models import (
    Byline,
    Edition,
    ImportRun,
    Proposal,
    Quote,
    QuotePlace,
    Revision,
    SourceText,
    Waiver,
)
from partners.seen import SeenByReaders

_SHOWN_AS_TEXT = {"title", "standfirst", "body"}  # of a revision's snapshot


class ReadOnlyAdmin(admin.ModelAdmin):
    """Records that only the named functions write."""

    list_per_page = 50
    show_full_result_count = False

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    @admin.display(description=gettext_lazy("article"))
    def article_page(self, row: Any) -> str:
        address = reverse("admin:articles_article_change", args=[row.article_id])
        return format_html('<a href="{}">{}</a>', address, row.article)


@admin.register(Proposal)
class ProposalAdmin(EntryNamePages, DecidedAdmin, ReadOnlyAdmin):
    functions = {"accept": deciding.accept, "reject": deciding.reject, "reopen": deciding.reopen}
    decide_permission = "articles.decide_proposal"
    list_display = ["label", "kind", "surface", "decision", "article_page", "decided_by"]
    list_filter = ["decision", "kind", "rule"]
    list_select_related = ["article", "decided_by"]
    search_fields = ["label", "surface", "article__title"]
    fields = [
        "article_page",
        "kind",
        "label",
        "words_in_passage",
        "reason",
        "rule",
        "data",
        "decision",
        "decided_by",
        "decided_at",
    ]

    @admin.display(description=gettext_lazy("passage"))
    def words_in_passage(self, proposal: Proposal) -> str:
        return format_html("{}<mark>{}</mark>{}", proposal.before, proposal.surface, proposal.after)


@admin.register(Quote)
class QuoteAdmin(SeenByReaders, DecidedAdmin):
    functions = {
        "accept": quote_register.accept,
        "reject": quote_register.reject,
        "reopen": quote_register.reopen,
    }
    decide_permission = "articles.decide_quote"
    list_display = ["__str__", "speaker", "attribution", "said_on", "decision", "article"]
    list_filter = ["decision", "language", ("speaker", admin.RelatedOnlyFieldListFilter)]
    list_select_related = ["speaker", "article"]
    list_per_page = 50
    show_full_result_count = False
    search_fields = ["text", "speaker__folded", "speaker_name", "attribution", "article__title"]
    autocomplete_fields = ["article", "speaker", "office", "meeting"]
    fields = [
        "article",
        "text",
        "passage_around",
        "language",
        ("speaker", "speaker_name"),
        "attribution",
        "said_on",
        ("office", "meeting"),
        ("decision", "decided_by", "decided_at"),
    ]
    readonly_fields = ["passage_around", "decision", "decided_by", "decided_at"]

    def get_readonly_fields(self, request: HttpRequest, obj: Quote | None = None) -> list[str]:
        """The words of a quote are exact: once it is there, they stay."""
        kept = ["article", "text", "speaker_name"] if obj is not None else []
        return [*super().get_readonly_fields(request, obj), *kept]

    @admin.display(description=gettext_lazy("passage"))
    def passage_around(self, quote: Quote) -> str:
        return quote.passage or "–"

    def has_change_permission(self, request: HttpRequest, obj: Quote | None = None) -> bool:
        """Nobody changes what belongs to an article in the trash."""
        allowed = super().has_change_permission(request, obj)
        return allowed and (obj is None or obj.article.trashed_at is None)

    def changeform_view(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            return super().changeform_view(request, *args, **kwargs)
        except publishing.Refused as refusal:  # the article went to the trash while the page was open
            self.message_user(request, str(refusal), messages.ERROR)
            return HttpResponseRedirect(request.path)

    def save_model(self, request: HttpRequest, obj: Quote, form: ModelForm, change: bool) -> None:
        """The day and the speaker go through `deciding`, which finds the office; one chosen by hand stands."""
        if not change:
            super().save_model(request, obj, form, change)
            return
        changed, by = set(form.changed_data), acting(request)
        publishing.locked_row(obj.article)
        if "said_on" in changed:
            quote_register.redate(obj, by=by, said_on=obj.said_on)
        if changed & {"speaker", "attribution"}:
            quote_register.attribute(obj, by=by, speaker=obj.speaker, attribution=obj.attribution)
        if own := changed - {"said_on", "speaker", "attribution"}:
            obj.save(update_fields=own)


@admin.register(Edition)
class EditionAdmin(SeenByReaders, TextAsRead, ReadOnlyAdmin):
    list_display = ["title", "number", "kind", "language", "visible_from", "visible_until", "article_page"]
    list_filter = ["kind", "language", ("source", admin.RelatedOnlyFieldListFilter)]
    list_select_related = ["article"]
    date_hierarchy = "visible_from"
    search_fields = ["title", "slug", "note"]
    readonly_fields = ["pictures"]

    @admin.display(description=gettext_lazy("pictures"))
    def pictures(self, edition: Edition) -> str:
        return as_seen(edition)

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        queryset = super().get_queryset(request)
        listing = request.resolver_match is not None and str(request.resolver_match.url_name).endswith("changelist")
        return queryset.defer("body", "standfirst") if listing else queryset


@admin.register(Revision)
class RevisionAdmin(ReadOnlyAdmin):
    list_display = ["article_page", "number", "milestone", "reason", "author", "created_at"]
    list_display_links = ["number"]
    list_filter = ["created_at", ("created_by", admin.RelatedOnlyFieldListFilter)]
    list_select_related = ["article", "created_by"]
    search_fields = ["article__title", "reason", "milestone", "created_by_name"]
    fields = [
        "article_page",
        "number",
        "milestone",
        "reason",
        ("author", "created_at"),
        "pages",
        "title",
        "standfirst",
        "text_as_read",
        "other_values",
    ]

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        queryset = super().get_queryset(request)
        listing = request.resolver_match is not None and str(request.resolver_match.url_name).endswith("changelist")
        return queryset.defer("snapshot") if listing else queryset

    @admin.display(description=gettext_lazy("title"))
    def title(self, revision: Revision) -> str:
        return revision.snapshot.get("title", "")

    @admin.display(description=gettext_lazy("standfirst"))
    def standfirst(self, revision: Revision) -> str:
        return revision.snapshot.get("standfirst", "")

    @admin.display(description=gettext_lazy("text"))
    def text_as_read(self, revision: Revision) -> str:
        return as_read(revision.snapshot.get("body", ""), revision.snapshot.get("language", ""))

    @admin.display(description=gettext_lazy("made by"), ordering="created_by_name")
    def author(self, revision: Revision) -> str:
        return revision.author or "–"

    @admin.display(description=gettext_lazy("history"))
    def pages(self, revision: Revision) -> str:
        """Where it can be compared, named and restored."""
        query = {"old": revision.number, "new": "now"}
        compare = reverse("admin:articles_article_compare_revisions", args=[revision.article_id], query=query)
        history = reverse("admin:articles_article_history", args=[revision.article_id])
        told = gettext("Compare with now"), gettext("The article's history")
        return format_html('<a href="{}">{}</a> · <a href="{}">{}</a>', compare, told[0], history, told[1])

    @admin.display(description=gettext_lazy("fields, links and bylines"))
    def other_values(self, revision: Revision) -> str:
        held = {name: value for name, value in revision.snapshot.items() if name not in _SHOWN_AS_TEXT}
        rows = format_html_join(
            "", "<dt>{}</dt><dd>{}</dd>", ((label, ", ".join(told)) for label, told in described(held))
        )
        return format_html('<dl class="desk-facts">{}</dl>', rows) if rows else "–"


@admin.register(Waiver)
class WaiverAdmin(ReadOnlyAdmin):
    list_display = ["article_page", "check_name", "reason", "waived_by", "waived_at"]
    list_display_links = ["check_name"]
    list_filter = ["check_name", ("waived_by", admin.RelatedOnlyFieldListFilter)]
    list_select_related = ["article", "waived_by"]
    search_fields = ["article__title", "reason"]


@admin.register(SourceText)
class SourceTextAdmin(ReadOnlyAdmin):
    list_display = ["name", "encoding", "article_page", "imported_at"]
    list_filter = ["encoding", "imported_at"]
    list_select_related = ["article"]
    search_fields = ["name", "sha256", "article__title"]
    fields = ["article_page", "name", "encoding", "sha256", "imported_at", "run", "whole_text"]

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        queryset = super().get_queryset(request).defer("data")
        listing = request.resolver_match is not None and str(request.resolver_match.url_name).endswith("changelist")
        return queryset.defer("text") if listing else queryset

    @admin.display(description=gettext_lazy("text"))
    def whole_text(self, source_text: SourceText) -> str:
        return format_html('<div class="source-text">{}</div>', source_text.text)


@admin.register(ImportRun)
class ImportRunAdmin(ReadOnlyAdmin):
    list_display = ["started_at", "end", "started_by", "files"]
    list_filter = ["started_at", ("started_by", admin.RelatedOnlyFieldListFilter)]
    list_select_related = ["started_by"]
    search_fields = ["source_texts__name", "started_by__username"]

    @admin.display(description=gettext_lazy("finished"), ordering="finished_at")
    def end(self, run: ImportRun) -> Any:
        """A run that was stopped has no end; its texts are whole, and the same import again brings the others."""
        return run.finished_at or gettext("not finished")

    @admin.display(description=gettext_lazy("files"))
    def files(self, run: ImportRun) -> int:
        return len(run.outcomes) or run.source_texts.count()


@admin.register(Byline)
class BylineAdmin(ReadOnlyAdmin):
    """Where somebody signed; bylines are written on the article."""

    list_display = ["__str__", "article", "edition"]
    list_filter = ["role"]
    list_select_related = ["contributor", "article", "edition"]
    search_fields = ["contributor__folded", "place", "article__title"]


@admin.register(QuotePlace)
class QuotePlaceAdmin(ReadOnlyAdmin):
    """In which editions the words of a quote stand; found from a quote, not from the desk's first page."""

    def has_module_permission(self, request: HttpRequest) -> bool:
        return False

    list_display = ["quote", "edition", "start", "end"]
    list_filter = ["edition__language"]
    list_select_related = ["quote", "edition"]
    search_fields = ["quote__text", "edition__title"]
