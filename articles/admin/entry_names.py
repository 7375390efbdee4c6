"""The names of a registry entry at the desk: what each has led to, and taking a wrong one off in one step."""

from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import Field
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.http import urlencode
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from articles import entries, publishing, wrong_names
from articles.admin.acting import acting, key_in
from articles.entries.kinds import kind_of, may
from articles.models import Decision
from partners import naming
from partners.fields import PartialDateFormField
from partners.folding import fold
from partners.models import RegistryRow, RemovedName

MODELS = {str(model._meta.model_name): model for model in wrong_names.KINDS}
SHOWN = 200  # articles on one page; more are counted
AROUND = 60  # characters of the passage on either side of the name


def names_page(entry: RegistryRow, name: str = "") -> str:
    """The address of the page about the entry's names, or about one of them."""
    address = reverse("admin:articles_entry_names", args=[entry._meta.model_name, entry.pk])
    return f"{address}?{urlencode({'name': name})}" if name else address


class EntryNamePages(admin.ModelAdmin):
    """Adds `names/<model>/<id>/`: the entry's names, one name with what it touched (`?name=`), and its removal."""

    def get_urls(self) -> list[URLPattern]:
        own = path(
            "names/<slug:model>/<int:pk>/",
            self.admin_site.admin_view(self.names_page),
            name="articles_entry_names",
        )
        return [own, *super().get_urls()]

    def names_page(self, request: HttpRequest, model: str, pk: int) -> HttpResponse:
        """Show the names to those who may see the entry; who may change it takes names off and gives them back."""
        if model not in MODELS:
            raise Http404
        if not request.user.has_perm(f"partners.view_{model}"):
            raise PermissionDenied
        entry = get_object_or_404(MODELS[model], pk=pk)
        if request.method == "POST":
            return self._change(request, entry)
        wanted = request.GET.get("name", "")
        names = {each.folded: each for each in naming.names_of_entry(entry)}
        name = names.get(fold(wanted)) if wanted else None
        if wanted and name is None:
            self.message_user(request, _("“%(name)s” is none of these names.") % {"name": wanted}, messages.WARNING)
        context = self._shared(request, entry)
        if name is None:
            context |= self._all_names(entry, list(names.values()))
            return TemplateResponse(request, "admin/articles/entry_names.html", context)
        touched = wrong_names.touched(entry, name.text)
        count = touched.count()
        shown = list(touched[:SHOWN]) if request.user.has_perm("articles.view_proposal") else []
        for proposal in shown:
            proposal.shortly_before = Truncator(proposal.before[::-1]).chars(AROUND)[::-1]  # type: ignore[attr-defined]
            proposal.shortly_after = Truncator(proposal.after).chars(AROUND)  # type: ignore[attr-defined]
        context |= {
            "title": _("Remove the name “%(name)s”?") % {"name": name.text},
            "name": name,
            "where": _labels(entry, name),
            "accepted": [p for p in shown if p.decision == Decision.ACCEPTED],
            "pending": [p for p in shown if p.decision == Decision.PENDING],
            "count": count,
            "more": count - len(shown),
            "may_decide": request.user.has_perm("articles.decide_proposal"),
        }
        return TemplateResponse(request, "admin/articles/entry_name.html", context)

    def _shared(self, request: HttpRequest, entry: RegistryRow) -> dict[str, Any]:
        return {
            **self.admin_site.each_context(request),
            "title": _("Names"),
            "subtitle": str(entry),
            "opts": entry._meta,
            "entry": entry,
            "may_change": request.user.has_perm(f"partners.change_{entry._meta.model_name}"),
            "may_date": may(request.user, kind_of(entry)),
            "media": self.media,
        }

    def _all_names(self, entry: RegistryRow, names: list[naming.EntryName]) -> dict[str, Any]:
        uses = wrong_names.uses_of(entry)
        former = {fold(row.name): row for row in entry.former_names.all()}  # type: ignore[attr-defined]
        others = [name for name in kind_of(entry).other_names(entry) if fold(name) not in former]
        return {
            "former": [*former.values(), *({"name": name} for name in others)],
            "names": [
                {
                    "name": each,
                    "where": _labels(entry, each),
                    "uses": uses[each.folded],
                    "page": names_page(entry, each.text),
                }
                for each in names
            ],
            "removed": naming.removed_names(entry),
        }

    def _change(self, request: HttpRequest, entry: RegistryRow) -> HttpResponse:
        """Carry out a button: "remove" the name with the ticked articles, or "restore" a removed one."""
        act, _colon, what = request.POST.get("do", "").partition(":")
        if act == "until":
            return self._say_until(request, entry, what)
        try:
            if act == "remove":
                ticked = {key_in(pk) for pk in request.POST.getlist("take_back")}
                removal = wrong_names.take_off(entry, what, by=acting(request), take_back=ticked)
                self._tell_removal(request, entry, removal)
            elif act == "restore":
                removed = RemovedName.objects.filter(pk=key_in(what), table=entry.TABLE, key=entry.key).first()
                if removed is None:
                    raise naming.CannotRename(_("This name is no longer among the removed ones."))
                name = removed.name
                reopened = wrong_names.give_back(removed, by=acting(request))
                self.message_user(request, _("“%(name)s” is a name again.") % {"name": name}, messages.SUCCESS)
                if reopened:
                    told = ngettext(
                        "%(count)d proposal waits for a decision again.",
                        "%(count)d proposals wait for a decision again.",
                        reopened,
                    )
                    self.message_user(request, told % {"count": reopened}, messages.INFO)
        except naming.CannotRename as refusal:
            self.message_user(request, str(refusal), messages.ERROR)
        return HttpResponseRedirect(names_page(entry))

    def _say_until(self, request: HttpRequest, entry: RegistryRow, place: str) -> HttpResponse:
        """Keep until when the entry was called by the name of that row."""
        name = request.POST.get(f"name-{place}", "")
        try:
            until = PartialDateFormField(required=False).clean(request.POST.get(f"until-{place}", ""))
            entries.say_until(entry, name, until, by=acting(request))
        except (ValidationError, publishing.Refused) as refusal:
            told = " ".join(refusal.messages) if isinstance(refusal, ValidationError) else str(refusal)
            self.message_user(request, told, messages.ERROR)
        else:
            self.message_user(request, _("Kept as what it was called before: “%(name)s”.") % {"name": name}, "success")
        return HttpResponseRedirect(f"{names_page(entry)}#former")

    def _tell_removal(self, request: HttpRequest, entry: RegistryRow, removal: wrong_names.Removal) -> None:
        told = _("“%(name)s” is no longer a name of %(entry)s.") % {"name": removal.removed.name, "entry": entry}
        self.message_user(request, told, messages.SUCCESS)
        rejected = ngettext(
            "%(count)d proposal that rested on it was rejected.",
            "%(count)d proposals that rested on it were rejected.",
            removal.rejected,
        )
        moved = ngettext(
            "%(count)d proposal rests on another name in its text now.",
            "%(count)d proposals rest on another name in their texts now.",
            removal.moved,
        )
        left = ngettext(
            "%(count)d proposal still rests on it: an editor has to decide about it.",
            "%(count)d proposals still rest on it: an editor has to decide about them.",
            removal.left,
        )
        for count, told, level in [
            (removal.rejected, rejected, messages.INFO),
            (removal.moved, moved, messages.INFO),
            (removal.left, left, messages.WARNING),
        ]:
            if count:
                self.message_user(request, told % {"count": count}, level)
        for remark in removal.remarks:
            self.message_user(request, remark, messages.WARNING)


def _labels(entry: RegistryRow, name: naming.EntryName) -> str:
    """What kind of name it is, in the words of the entry's page."""
    fields: list[Field] = [entry._meta.get_field(field) for field in name.fields]  # type: ignore[misc]
    return ", ".join(str(field.verbose_name) for field in fields)
