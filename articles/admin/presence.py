"""Who else has the article open: what its page asks every few seconds, and says when it is closed."""

from django.contrib import admin
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.urls import URLPattern, path
from django.utils import timezone

from articles import personal_drafts, presence, publishing
from articles.admin.acting import acting
from articles.admin.in_place import in_place


class PresencePages(admin.ModelAdmin):
    """Adds `<id>/presence/` to the article's pages."""

    def get_urls(self) -> list[URLPattern]:
        address = "<int:pk>/presence/"
        own = path(address, in_place(self.admin_site, self.beat), name="articles_article_presence")
        return [own, *super().get_urls()]

    def beat(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Who else is here, how many tabs of one's own, and the version that is saved; with `leave` nothing."""
        by, tab = acting(request), personal_drafts.tab_in(request.POST.get("tab", ""))
        publishing.require(by, "articles.change_article")
        article = self.get_object(request, str(pk))
        if article is None or not tab:
            raise Http404
        if "leave" in request.POST:
            presence.leave(article, by=by, tab=tab)
            return JsonResponse({})
        here = presence.beat(article, by=by, tab=tab)
        last = article.revisions.defer("snapshot").first()
        return JsonResponse(
            {
                "others": [
                    {"name": each.name, "since": f"{timezone.localtime(each.since):%H:%M}"} for each in here.others
                ],
                "own_tabs": here.own_tabs,
                "version": article.version,
                "saved_by": last.created_by_name if last else "",
                "saved_at": f"{timezone.localtime(last.created_at):%H:%M}" if last else "",
                "may_change": self.has_change_permission(request, article),
            }
        )
