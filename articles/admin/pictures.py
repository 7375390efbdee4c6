"""The library of pictures at the desk: bring, find, describe, and see where each is used; portraits of officials."""

import json
from typing import Any

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles import library, publishing, renditions
from articles.admin.acting import acting
from articles.admin.in_place import in_place
from articles.admin.picture_field import as_json
from articles.models import Picture, Portrait, Rights
from articles.moments import with_offset

ACCEPTED = "image/jpeg,image/png,image/webp,image/avif"
WORDS = ["alt", "decorative", "caption", "caption_language", "credit", "rights", "rights_note"]
PER_PAGE = 24


class BringForm(forms.ModelForm):
    """A file, and what is said of it. `held` is the picture of the library that is the same file."""

    brought = forms.FileField(
        label=gettext_lazy("File"),
        widget=forms.FileInput(attrs={"accept": ACCEPTED}),
        help_text=gettext_lazy("JPEG, PNG, WebP or AVIF, at most 25 MB. Where and with what it was taken is removed."),
    )

    class Meta:
        model = Picture
        fields = WORDS
        widgets = {"caption": forms.Textarea(attrs={"rows": 2}), "alt": forms.Textarea(attrs={"rows": 2})}

    field_order = ["brought"]
    held: Picture | None = None

    def clean_brought(self) -> library.Examined:
        try:
            return library.examine(self.cleaned_data["brought"])
        except publishing.Refused as refusal:
            raise ValidationError(str(refusal)) from refusal
        except library.HeldAlready as held:
            self.held = held.picture
            address = reverse("admin:articles_picture_change", args=[held.picture.pk])
            told = _("The library has this file already:")
            raise ValidationError(format_html('{} <a href="{}">{}</a>', told, address, held.picture)) from held

    def bring(self, *, by: Any) -> Picture:
        """Put the file into the library. Raises what `library.keep` does."""
        words = {name: self.cleaned_data[name] for name in WORDS}
        words["alt"] = "" if words["decorative"] else words["alt"]
        return library.keep(self.cleaned_data["brought"], by=by, **words)


class PictureForm(forms.ModelForm):
    """What the library says of a picture that it has."""

    class Meta:
        model = Picture
        fields = [*WORDS, "focal_x", "focal_y"]
        widgets = {
            "caption": forms.Textarea(attrs={"rows": 2}),
            "alt": forms.Textarea(attrs={"rows": 2}),
            "focal_x": forms.NumberInput(attrs={"min": 0, "max": 1, "step": 0.01}),
            "focal_y": forms.NumberInput(attrs={"min": 0, "max": 1, "step": 0.01}),
        }


class LacksFilter(admin.SimpleListFilter):
    title = gettext_lazy("what it lacks")
    parameter_name = "lacks"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return [("alt", _("Alternative text")), ("credit", _("Credit")), ("rights", _("Rights"))]

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        lacking = {
            "alt": Q(alt="", decorative=False),
            "credit": Q(credit=""),
            "rights": Q(rights=Rights.UNKNOWN),
        }.get(self.value() or "")
        return queryset.filter(lacking) if lacking is not None else queryset


class UsedFilter(admin.SimpleListFilter):
    title = gettext_lazy("use")
    parameter_name = "used"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return [("readers", _("Readers see it")), ("nowhere", _("Used nowhere"))]

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        asked = {"readers": Picture.objects.public, "nowhere": Picture.objects.unused}.get(self.value() or "")
        return queryset.filter(pk__in=asked().values("pk")) if asked is not None else queryset


@admin.register(Picture)
class PictureAdmin(admin.ModelAdmin):
    list_display = ["thumbnail", "told", "alt", "credit", "rights", "uploaded", "uploaded_by"]
    list_display_links = ["told"]
    list_filter = [LacksFilter, UsedFilter, "rights"]
    list_select_related = ["uploaded_by"]
    list_per_page = 50
    show_full_result_count = False
    search_fields = ["caption"]  # what is searched `get_search_results` says
    search_help_text = gettext_lazy("Words of the caption, the alternative text, the credit or the file's name.")
    save_on_top = False

    def get_urls(self) -> list[URLPattern]:
        own = [
            path("bring/", in_place(self.admin_site, self.bring_page), name="articles_picture_bring"),
            path("choose/", self.admin_site.admin_view(self.choose_page), name="articles_picture_choose"),
        ]
        return [*own, *super().get_urls()]

    # --- who may what

    def has_change_permission(self, request: HttpRequest, obj: Picture | None = None) -> bool:
        if obj is None:
            return super().has_change_permission(request, obj)
        return library.may_change(request.user, obj)

    # --- the list

    def get_search_results(self, request: HttpRequest, queryset: QuerySet, search_term: str) -> tuple[QuerySet, bool]:
        if not search_term.strip():
            return queryset, False
        return queryset.filter(pk__in=library.search(search_term).order_by().values("pk")), False

    @admin.display(description=gettext_lazy("picture"))
    def thumbnail(self, picture: Picture) -> str:
        return format_html(
            '<img class="picture-thumbnail" src="{}" alt="" loading="lazy">', renditions.thumbnail(picture)
        )

    @admin.display(description=gettext_lazy("caption or name"), ordering="caption")
    def told(self, picture: Picture) -> str:
        return str(picture)

    @admin.display(description=gettext_lazy("uploaded"), ordering="uploaded_at")
    def uploaded(self, picture: Picture) -> str:
        return with_offset(picture.uploaded_at)

    # --- one picture

    def get_form(self, request: HttpRequest, obj: Picture | None = None, change: bool = False, **kwargs: Any) -> Any:
        return super().get_form(request, obj, change, **kwargs | {"form": PictureForm if change else BringForm})

    def get_fieldsets(self, request: HttpRequest, obj: Picture | None = None) -> Any:
        described = [
            "alt",
            "decorative",
            "caption",
            "caption_language",
            "credit",
            ("rights", "rights_note"),
        ]
        if obj is None:
            return [(None, {"fields": ["brought", *described]})]
        return [
            (None, {"fields": described}),
            (
                _("Focal point"),
                {
                    "fields": [("focal_x", "focal_y")],
                    "description": _(
                        "What has to stay in sight where only a part is shown: click on it in the picture, or move "
                        "the mark with the arrow keys. 0 is the left or upper edge, 1 the right or lower one."
                    ),
                },
            ),
        ]

    def save_form(self, request: HttpRequest, form: Any, change: bool) -> Any:
        """A new picture is kept here; one that somebody else has brought meanwhile is that one."""
        if change:
            return super().save_form(request, form, change)
        try:
            return form.bring(by=acting(request))
        except library.HeldAlready as held:
            return held.picture

    def save_model(self, request: HttpRequest, obj: Picture, form: Any, change: bool) -> None:
        if change:
            super().save_model(request, obj, form, change)

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        if change:
            super().save_related(request, form, formsets, change)

    def delete_model(self, request: HttpRequest, obj: Picture) -> None:
        library.throw_away(obj)

    def delete_queryset(self, request: HttpRequest, queryset: QuerySet) -> None:
        for picture in queryset:
            library.throw_away(picture)

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> HttpResponse:
        picture = context.get("original")
        if picture is not None:
            context["sizes"] = renditions.whole(picture.address, picture.width, picture.height)
            context["uses"] = library.uses_of(picture)
            context["may_portray"] = request.user.has_perm("articles.add_portrait")
        return super().render_change_form(request, context, *args, **kwargs)

    # --- for the picture dialog

    def bring_page(self, request: HttpRequest) -> HttpResponse:
        """Take in one file (POST `file`) and answer with what makes a row of it: JSON.

        `held` says that the library had it already. 400 with the reason in `refused`.
        """
        by = acting(request)
        publishing.require(by, "articles.add_picture")
        file = request.FILES.get("file")
        if file is None:
            return JsonResponse({"refused": _("No file came.")}, status=400)
        try:
            picture = library.bring(file, by=by)
        except publishing.Refused as refusal:
            return JsonResponse({"refused": str(refusal)}, status=400)
        except library.HeldAlready as held:
            told = _("The library has this file already: “%(picture)s”.") % {"picture": held.picture}
            return JsonResponse(as_json(held.picture) | {"held": told})
        self.log_addition(request, picture, [{"added": {}}])
        return JsonResponse(as_json(picture))

    def choose_page(self, request: HttpRequest) -> HttpResponse:
        """A page of the library, for the dialog to show."""
        publishing.require(acting(request), "articles.view_picture")
        return TemplateResponse(request, "admin/articles/picture/_grid.html", chooser(request))


def chooser(request: HttpRequest) -> dict[str, Any]:
    """What the grid of the library shows: the pictures with the words `q`, a page at a time."""
    words = request.GET.get("q", "")[:200]
    page = Paginator(library.search(words), PER_PAGE).get_page(request.GET.get("page"))
    shown = [(picture, renditions.thumbnail(picture), json.dumps(as_json(picture))) for picture in page]
    return {"shown": shown, "page_obj": page, "words": words}


@admin.register(Portrait)
class PortraitAdmin(admin.ModelAdmin):
    """Which picture stands on an official's page."""

    list_display = ["thumbnail", "official"]
    list_display_links = ["official"]
    list_select_related = ["official", "picture"]
    search_fields = ["official__name"]
    autocomplete_fields = ["official", "picture"]

    @admin.display(description=gettext_lazy("picture"))
    def thumbnail(self, portrait: Portrait) -> str:
        return format_html('<img class="picture-thumbnail" src="{}" alt="">', renditions.thumbnail(portrait.picture))
