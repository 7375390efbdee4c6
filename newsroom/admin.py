"""Site texts at the desk, and what axes keeps about sign-ins."""

from typing import Any

from django import forms
from django.contrib import admin
from django.contrib.flatpages.admin import FlatPageAdmin  # registers the stock admin, which makes way for ours
from django.contrib.flatpages.forms import FlatpageForm
from django.contrib.flatpages.models import FlatPage
from django.http import HttpRequest, HttpResponse
from django.urls import Resolver404, resolve
from django.utils import translation
from django.utils.translation import gettext_lazy as _

from articles.admin.acting import allowed_media
from articles.admin.story_text import StoryTextField

admin.site.unregister(FlatPage)


class SiteTextForm(FlatpageForm):
    content = StoryTextField(label=_("Text"), required=False)

    class Meta(FlatpageForm.Meta):
        help_texts = {"url": _("Site texts in English have addresses below /en/.")}
        widgets = {"sites": forms.CheckboxSelectMultiple}

    def clean_url(self) -> str:
        """An address that leads to a site text: not to another host, and not to a page that the site has already."""
        url = super().clean_url()
        language = "en" if url.startswith("/en/") else "fr"
        try:
            with translation.override(language):
                ours = resolve(url).url_name == "site-text"
        except Resolver404:
            ours = False
        if not ours or url.startswith("//"):
            raise forms.ValidationError(_("The site has another page at this address: choose another one."), "taken")
        return url


@admin.register(FlatPage)
class SiteTextAdmin(FlatPageAdmin):
    """About, legal notice, privacy, corrections policy, contact: what readers see at once when it is saved."""

    form = SiteTextForm
    list_display = ["title", "url"]
    list_filter = ["sites"]
    search_fields = ["title", "url", "content"]
    save_on_top = True
    fieldsets = [
        (None, {"fields": ["title", "url", "content"]}),
        (_("Site"), {"fields": ["sites"], "classes": ["collapse"]}),
    ]

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> HttpResponse:
        context["media"] = allowed_media(context["media"], request)
        return super().render_change_form(request, context, *args, **kwargs)
