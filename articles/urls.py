"""The articles' addresses; their words are translated, so each language has its own."""

from django.urls import path
from django.utils.translation import gettext_lazy as _

from articles import theme_pages, views

app_name = "articles"
urlpatterns = [
    path(_("articles/"), views.ArticleList.as_view(), name="list"),
    path(_("articles/<slug:slug>/"), views.article_page, name="article"),
    path(_("themes/"), theme_pages.ThemeList.as_view(), name="themes"),
    path(_("themes/<slug:slug>/"), theme_pages.ThemePage.as_view(), name="theme"),
    path(_("authors/<slug:slug>/"), views.AuthorPage.as_view(), name="author"),
    path(_("corrections/log/"), views.NoticeList.as_view(), name="corrections"),
    path("preview/<str:secret>/", views.shared_preview, name="shared"),  # one word: a link outlives a translation
    path(_("quotes/"), views.QuoteList.as_view(), name="quotes"),
    path(_("quotes/<int:quote>/"), views.quote_page, name="quote"),
]
