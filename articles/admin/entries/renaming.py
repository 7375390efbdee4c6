"""Renaming an entry at the desk, and the addresses that it had: leading here, revoked, leading here again."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _

from articles import entries
from articles.admin.acting import acting, key_in
from articles.admin.entries.asking import AskingPages, page_of
from articles.entries import EntryKind
from articles.entries.touched import state_of, touched_by
from articles.publishing import Refused
from partners.fields import PartialDateFormField


def rename_page(entry: Any) -> str:
    return reverse("admin:articles_entrychange_rename", args=[entry._meta.model_name, entry.pk])


class RenameForm(forms.Form):
    """The entry's own names, by field; until when it was called as before; whether the address follows."""

    def __init__(self, kind: EntryKind, entry: Any, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in kind.names:
            field: Any = kind.model._meta.get_field(name)
            self.fields[name] = field.formfield(initial=getattr(entry, name))
            self.fields[name].widget.attrs["class"] = "vTextField"
        self.fields["until"] = PartialDateFormField(
            label=_("Called as before until"),
            required=False,
            help_text=_("As known: 2024, 2024-10 or 2024-10-17. Empty: unknown."),
        )
        self.fields["new_address"] = forms.BooleanField(
            label=_("The address follows the name"),
            required=False,
            initial=True,
            help_text=_("The old address leads to the new one."),
        )
        self.fields["reason"] = forms.CharField(
            label=_("Reason"),
            required=False,
            max_length=500,
            widget=forms.TextInput(attrs={"class": "vTextField"}),
            help_text=_("Kept in the journal."),
        )


class RenamePages(AskingPages):
    """Adds `rename/<kind>/<entry>/`."""

    def get_urls(self) -> list[URLPattern]:
        own = path(
            "rename/<slug:word>/<int:pk>/",
            self.admin_site.admin_view(self.rename_page),
            name="articles_entrychange_rename",
        )
        return [own, *super().get_urls()]

    def rename_page(self, request: HttpRequest, word: str, pk: int) -> HttpResponse:
        """Ask for the names, beside what the entry touches (GET); give them, or turn a former address (POST)."""
        kind = self.kind_for(request, word)
        try:
            entry = self.entry_for(kind, pk)
        except Refused as refusal:
            return self.refused(request, refusal, kind)
        if request.method == "POST" and "address" in request.POST:
            return self._turn(request, kind, entry)
        form = RenameForm(kind, entry, request.POST if request.method == "POST" else None)
        refusal_told = ""
        if form.is_bound and form.is_valid():
            if request.POST.get("told") != state_of(entry):
                refusal_told = _("It has been changed meanwhile: look at it again.")
            else:
                try:
                    return self._rename(request, kind, entry, form.cleaned_data)
                except Refused as refusal:
                    refusal_told = str(refusal)
        context = self.asked(
            request,
            kind,
            entry,
            _("Rename “%(entry)s”") % {"entry": entry},
            form=form,
            refusal=refusal_told,
            told=state_of(entry),
            touched=touched_by(entry, request.user),
            former=entry.former_names.all(),
            page=page_of(entry),
        )
        status = 409 if refusal_told else 200
        return TemplateResponse(request, "admin/articles/entries/rename.html", context, status=status)

    def _rename(self, request: HttpRequest, kind: EntryKind, entry: Any, values: dict[str, Any]) -> HttpResponse:
        done = entries.rename(
            entry,
            {name: values[name] for name in kind.names},
            by=acting(request),
            until=values["until"],
            new_address=values["new_address"],
            reason=values["reason"],
        )
        self.message_user(request, _("%(change)s. You can undo it.") % {"change": done}, messages.SUCCESS)
        return HttpResponseRedirect(page_of(entry))

    def _turn(self, request: HttpRequest, kind: EntryKind, entry: Any) -> HttpResponse:
        act, _colon, key = request.POST["address"].partition(":")
        former = kind.former._default_manager.filter(entry=entry.pk, pk=key_in(key)).first()
        if former is not None and act == "revoke":
            entries.revoke(former, by=acting(request))
        elif former is not None and act == "lead":
            entries.lead_again(former, by=acting(request))
        return HttpResponseRedirect(rename_page(entry))
