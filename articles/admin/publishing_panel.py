"""What stands beside an article about its readers: moments and addresses; and revoking a former address."""

from typing import Any

from django.contrib import admin, messages
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed, HttpResponseRedirect
from django.urls import URLPattern, path

from articles import addresses, publishing
from articles.admin.acting import acting
from articles.admin.outlook import address_of
from articles.admin.situation import Situation
from articles.admin.step_pages import article_named, change_page


class AddressPages(admin.ModelAdmin):
    """Adds `<id>/addresses/`, to which the buttons beside a former address are sent."""

    def get_urls(self) -> list[URLPattern]:
        own = path(
            "<int:pk>/addresses/", self.admin_site.admin_view(self.change_address), name="articles_article_address"
        )
        return [own, *super().get_urls()]

    def change_address(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Revoke a former address, or let it lead to the article again. Tells a refusal on the article's page."""
        publishing.require(acting(request), "articles.view_article")
        publishing.require(acting(request), "articles.publish_article")
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        article = article_named(self, request, pk)
        try:
            for name, change in {"revoke": addresses.revoke, "lead": addresses.lead_again}.items():
                if slug := request.POST.get(name):
                    change(article, slug, by=acting(request))
        except publishing.Refused as refusal:
            self.message_user(request, str(refusal), messages.ERROR)
        return HttpResponseRedirect(f"{change_page(article)}#addresses")


def beside(request: HttpRequest, now: Situation) -> dict[str, Any]:
    """The moments and addresses of the article, and what the user may do about them."""
    last = now.scheduled or now.shown
    former = [
        {"path": address_of(now.article, address.slug), "slug": address.slug, "revoked_at": address.revoked_at}
        for address in addresses.former(now.article)
    ]
    return {
        "asked_for": last.asked_for if last is not None and last.asked_for != last.visible_from else None,
        "former": former,
        "may_revoke": now.kept and request.user.has_perm("articles.publish_article"),
    }
