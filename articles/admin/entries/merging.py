"""Merging two entries at the desk: choosing the other, seeing what that touches, and what has to be chosen."""

from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.admin.widgets import AutocompleteSelect
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _

from articles import entries
from articles.admin.acting import acting, key_in
from articles.admin.entries.asking import AskingPages, page_of, posted
from articles.entries import EntryKind
from articles.entries.doubles import doubles
from articles.entries.merging import Choices, differing_fields, refuse_unmergeable
from articles.entries.tenures import overlaps
from articles.entries.touched import state_of, touched_by
from articles.publishing import Refused
from partners.folding import fold
from partners.models import Official, RegistryRow
from partners.told_apart import with_note


def merge_page(kept: Any, gone: Any) -> str:
    word = kept._meta.model_name
    return reverse("admin:articles_entrychange_merge", args=[word, kept.pk, gone.pk])


class OtherForm(forms.Form):
    """The other entry of the kind, looked for as in every form of the desk."""

    def __init__(self, kind: EntryKind, entry: Any, site: Any, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["with"] = forms.ModelChoiceField(
            label=_("The other one"),
            queryset=kind.model._default_manager.exclude(pk=entry.pk),
            widget=AutocompleteSelect(kind.former._meta.get_field("entry"), site),
        )


class MergePages(AskingPages):
    """Adds `merge/<kind>/<entry>/`, which asks for the other, and `merge/<kind>/<one that stays>/<other>/`."""

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view
        return [
            path("merge/<slug:word>/<int:pk>/", view(self.choose_page), name="articles_entrychange_choose"),
            path("merge/<slug:word>/<int:kept>/<int:gone>/", view(self.merge_page), name="articles_entrychange_merge"),
            *super().get_urls(),
        ]

    def choose_page(self, request: HttpRequest, word: str, pk: int) -> HttpResponse:
        """Ask which entry is the same as this one; those that may be are offered."""
        kind = self.kind_for(request, word)
        try:
            refuse_unmergeable(kind)
            entry = self.entry_for(kind, pk)
        except Refused as refusal:
            return self.refused(request, refusal, kind)
        form = OtherForm(kind, entry, self.admin_site, request.GET if "with" in request.GET else None)
        if form.is_bound and form.is_valid():
            return HttpResponseRedirect(merge_page(entry, form.cleaned_data["with"]))
        offered = [(with_note(each) if isinstance(each, RegistryRow) else str(each), each) for each in doubles(entry)]
        context = self.asked(
            request,
            kind,
            entry,
            _("Merge “%(entry)s” with another") % {"entry": entry},
            form=form,
            offered=[(label, each, merge_page(entry, each)) for label, each in offered],
            media=self.media + form.media,
        )
        return TemplateResponse(request, "admin/articles/entries/choose.html", context)

    def merge_page(self, request: HttpRequest, word: str, kept: int, gone: int) -> HttpResponse:
        """Show what merging touches and ask what has to be chosen (GET); do what was shown (POST)."""
        kind = self.kind_for(request, word)
        try:
            refuse_unmergeable(kind)
            stays, goes = self.entry_for(kind, kept), self.entry_for(kind, gone)
            if stays.pk == goes.pk:
                raise Refused(_("Choose two different entries of one kind."))
        except Refused as refusal:
            return self.refused(request, refusal, kind)
        if request.method != "POST":
            return self._ask(request, kind, stays, goes)
        if request.POST.get("told") != state_of(stays, goes):
            said = _("One of the two has been changed meanwhile: look at it again.")
            return self._ask(request, kind, stays, goes, refusal=said)
        chosen = Choices(
            fields=posted(request.POST, "field-"),
            tenures={key_in(key): choice for key, choice in posted(request.POST, "tenure-").items()},
        )
        try:
            done = entries.merge(
                stays, goes, by=acting(request), choices=chosen, reason=request.POST.get("reason", "")
            )
        except Refused as refusal:
            return self._ask(request, kind, stays, goes, refusal=str(refusal))
        self.message_user(request, _("%(change)s. You can undo it.") % {"change": done}, messages.SUCCESS)
        return HttpResponseRedirect(page_of(stays))

    def _ask(self, request: HttpRequest, kind: EntryKind, kept: Any, gone: Any, *, refusal: str = "") -> HttpResponse:
        held = {fold(name) for name in kind.all_names(kept)}
        context = self.asked(
            request,
            kind,
            kept,
            _("Merge “%(gone)s” into “%(kept)s”?") % {"gone": gone, "kept": kept},
            gone=gone,
            gone_noted=with_note(gone) if isinstance(gone, RegistryRow) else str(gone),
            refusal=refusal,
            told=state_of(kept, gone),
            touched=touched_by(gone, request.user),
            names=[name for name in kind.all_names(gone) if fold(name) not in held],
            fields=[_choice(kept, gone, each, request) for each in differing_fields(kept, gone)],
            turned=merge_page(gone, kept),
            page=page_of(kept),
            **self._tenures(request, kept, gone),
        )
        return TemplateResponse(request, "admin/articles/entries/merge.html", context, status=409 if refusal else 200)

    @staticmethod
    def _tenures(request: HttpRequest, kept: Any, gone: Any) -> dict[str, Any]:
        """The tenures that come over as they are, those that are there twice, and those among which to choose."""
        if not isinstance(kept, Official):
            return {}
        found = overlaps(kept, gone)
        excluded = {overlap.tenure.pk for overlap in found}
        mine = gone.tenures.select_related("official", "office").order_by("since", "pk")
        return {
            "tenures": [tenure for tenure in mine if tenure.pk not in excluded],
            "same": [overlap for overlap in found if overlap.is_the_same],
            "overlaps": [
                (overlap, request.POST.get(f"tenure-{overlap.tenure.pk}", ""))
                for overlap in found
                if not overlap.is_the_same
            ],
        }


def _choice(kept: Any, gone: Any, field: Any, request: HttpRequest) -> dict[str, Any]:
    return {
        "name": field.name,
        "label": field.verbose_name,
        "kept": _shown(kept, field),
        "gone": _shown(gone, field),
        "chosen": request.POST.get(f"field-{field.name}", "kept"),
    }


def _shown(entry: Any, field: Any) -> str:
    """The value in words."""
    if field.choices:
        return str(getattr(entry, f"get_{field.name}_display")())
    return str(getattr(entry, field.name))
