"""Addresses: French at /, the English interface under /en/, with translated paths."""

from django.conf.urls.i18n import i18n_patterns
from django.contrib import admin
from django.urls import include, path, re_path
from django.utils.translation import gettext_lazy as _

from articles.picture_view import picture_file
from newsroom import search_page, views

handler400 = "newsroom.views.bad_request"
handler500 = "newsroom.views.server_error"

searching = [
    path("", search_page.search_page, name="search"),
    path("suggestions/", search_page.suggestions, name="search-suggestions"),
]
urlpatterns = [
    path("", include("newsroom.sitemaps")),
    path("", include("newsroom.wellknown")),
    path("favicon.ico", views.favicon, name="favicon"),  # which browsers ask for by themselves, whatever a page says
    path("media/<str:address>/<str:name>", picture_file, name="picture"),
    *i18n_patterns(
        path("admin/", admin.site.urls),
        path("", views.home, name="home"),
        path(_("search/"), include(searching)),
        path("", include("articles.urls")),
        path("", include("partners.urls")),
        path("", include("newsroom.feeds")),
        path("", include("newsroom.ical")),
        # Last, and only what a site text's address can be: other addresses get their slash from CommonMiddleware.
        re_path(r"^(?P<url>[-\w/.~]+/)$", views.site_text, name="site-text"),
        prefix_default_language=False,
    ),
]
