"""The desk: Django's own admin under the newsroom's name, with what waits for the editors on its first page."""

from typing import Any

from django.conf import settings
from django.contrib.admin import AdminSite, ModelAdmin
from django.contrib.admin.views.autocomplete import AutocompleteJsonView
from django.contrib.auth.base_user import AbstractBaseUser
from django.db import transaction
from django.http import Http404, HttpRequest, JsonResponse
from django.http.response import HttpResponseBase
from django.middleware.csrf import get_token
from django.template.response import TemplateResponse
from django.urls import path, translate_url
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache


class NamesakesToldApart(AutocompleteJsonView):
    """Entries of the registry to choose from, each with what tells it from its namesakes."""

    def serialize_result(self, obj: Any, to_field_name: str) -> dict[str, str]:
        from partners.models import RegistryRow  # as below
        from partners.told_apart import with_note

        result = super().serialize_result(obj, to_field_name)
        return result | {"text": with_note(obj)} if isinstance(obj, RegistryRow) else result


class NewsroomAdminSite(AdminSite):
    site_title = _("Newsroom desk")
    index_title = _("The desk")
    site_header = settings.SITE_NAME
    enable_nav_sidebar = False  # texts need the width; the desk's main lists stand in the header

    def register(self, model_or_iterable: Any, admin_class: type[ModelAdmin] | None = None, **options: Any) -> None:
        """Register a page that writes what it saves and deletes into the journal."""
        from newsroom.journalled import journalled  # the site is set up before the apps' models are

        super().register(model_or_iterable, journalled(admin_class or ModelAdmin), **options)

    def on_site(self, request: HttpRequest, content_type_id: str, object_id: str) -> HttpResponseBase:
        """Lead to the thing on the site. Raises Http404 where it has no page, and for who may not see it at the desk.

        The address alone would tell the words of an article that nobody has published.
        """
        from django.contrib.contenttypes.models import ContentType  # as above
        from django.contrib.contenttypes.views import shortcut

        from articles.admin.acting import key_in

        kind = ContentType.objects.filter(pk=key_in(content_type_id)).first()
        model = kind.model_class() if kind is not None else None
        shown = self._registry.get(model) if model is not None else None
        if shown is None or not shown.view_on_site or not shown.has_view_permission(request):
            raise Http404
        return shortcut(request, content_type_id, object_id)

    def password_change(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> Any:
        from articles import journal  # as above

        with transaction.atomic():
            response = super().password_change(request, extra_context)
            if request.method == "POST" and response.status_code == 302 and isinstance(request.user, AbstractBaseUser):
                journal.note(request.user, request.user, "password")
        return response

    def autocomplete_view(self, request: HttpRequest) -> Any:
        return NamesakesToldApart.as_view(admin_site=self)(request)

    def each_context(self, request: HttpRequest) -> dict[str, Any]:
        """What every page of the desk knows: the same page in the other language, too."""
        return super().each_context(request) | {"other_language": other_language(request)}

    def get_app_list(self, request: HttpRequest, app_label: str | None = None) -> list[dict[str, Any]]:
        """The lists by name as readers of a dictionary look for them: “Éditions” beside “Dérogations”."""
        from partners.folding import fold  # as above

        apps = super().get_app_list(request, app_label)
        for app in apps:
            app["models"].sort(key=lambda model: fold(str(model["name"])))
        return sorted(apps, key=lambda app: fold(str(app["name"])))

    def get_urls(self) -> list[Any]:
        """The desk's addresses; the one that leads to a thing's page on the site asks for a permission first."""
        urls = super().get_urls()
        for url in urls:
            if getattr(url, "name", "") == "view_on_site":
                url.callback = self.admin_view(self.on_site)
        return [path("session/", never_cache(self.session), name="session"), *urls]

    def session(self, request: HttpRequest) -> JsonResponse:
        """Who is signed in at the desk (`user` is empty for nobody), and the token that their forms need now."""
        user = request.user if self.has_permission(request) else None
        return JsonResponse(
            {
                "user": str(user.pk) if user is not None else "",
                "name": user.get_username() if user is not None else "",
                "token": get_token(request),
            }
        )

    def index(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> TemplateResponse:
        from newsroom.desk_page import sections_for  # as above

        sections = sections_for(request.user)
        own: dict[str, Any] = {
            "desk_sections": [section for section in sections if section.count],
            "desk_done": [section for section in sections if not section.count],
        }
        if request.user.has_perm("articles.view_article"):
            own["my_drafts"] = _my_drafts(request)
        return super().index(request, (extra_context or {}) | own)


def other_language(request: HttpRequest) -> dict[str, str] | None:
    """Code, name and address of the page in the other interface language; None where it has none."""
    for code, _name in settings.LANGUAGES:
        if code != get_language():
            address = translate_url(request.get_full_path(), code)
            if address != request.get_full_path():
                return {"code": code, "name": {"fr": "Français", "en": "English"}.get(code, code), "address": address}
    return None


def _my_drafts(request: HttpRequest) -> int:
    """How many drafts the person has that are not saved."""
    from articles import personal_drafts
    from articles.admin.acting import acting

    return personal_drafts.of(acting(request)).count()
