"""The pages that ask before a step, and the answer to their buttons."""

from typing import Any

from django.contrib import admin, messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _

from articles import checks, publishing
from articles.admin.acting import acting
from articles.admin.steps import STEPS, WAIVE, DeskStep, Situation
from articles.models import Article


class StepPages(admin.ModelAdmin):
    """Adds `<id>/step/<name>/` and `<id>/waive/<check>/` to the article's pages."""

    def get_urls(self) -> list[URLPattern]:
        own = [
            path(
                "<int:pk>/step/<slug:name>/", self.admin_site.admin_view(self.step_page), name="articles_article_step"
            ),
            path(
                "<int:pk>/waive/<slug:check>/",
                self.admin_site.admin_view(self.waive_page),
                name="articles_article_waive",
            ),
        ]
        return [*own, *super().get_urls()]

    def step_page(self, request: HttpRequest, pk: int, name: str) -> HttpResponse:
        """Ask about a step (GET) or take it (POST). PermissionDenied goes to the 403 page, refusals to the editor."""
        if name not in STEPS:
            raise Http404
        return self._step(request, pk, STEPS[name], {})

    def waive_page(self, request: HttpRequest, pk: int, check: str) -> HttpResponse:
        return self._step(request, pk, WAIVE, {"check": check})

    def _step(self, request: HttpRequest, pk: int, step: DeskStep, given: dict[str, Any]) -> HttpResponse:
        publishing.require(acting(request), "articles.view_article")
        publishing.require(acting(request), step.permission)
        article = self.get_object(request, str(pk))
        if article is None:
            raise Http404
        form = step.form(request.POST or None) if step.form else None
        if request.method == "POST" and (form is None or form.is_valid()):
            values = given | (form.cleaned_data if form else {})
            if self.take(request, article, step, values):
                return HttpResponseRedirect(change_page(article))
        elif request.method != "POST" and (nothing := _nothing_to_do(step, Situation.of(article))):
            self.message_user(request, nothing, messages.WARNING)
            return HttpResponseRedirect(change_page(article))
        asked = step.shows_checks or step is WAIVE
        blocking = checks.blocking(article) if asked else []
        names = {finding.name for finding in blocking}
        found = [
            finding
            for finding in (checks.findings(article) if asked else [])
            if step is not WAIVE or finding.name == given["check"]
        ]
        context = {
            **self.admin_site.each_context(request),
            "title": step.label,
            "subtitle": str(article),
            "opts": self.opts,
            "article": article,
            "situation": Situation.of(article),
            "step": step,
            "form": form,
            "checked": [(finding, finding.name in names) for finding in found],
            "blocking": [finding for finding in blocking if step.shows_checks],
            "may_waive": request.user.has_perm("articles.waive_check"),
            "media": self.media + form.media if form else self.media,
        }
        return TemplateResponse(request, "admin/articles/article/step.html", context)

    def take(self, request: HttpRequest, article: Article, step: DeskStep, values: dict[str, Any]) -> bool:
        """Take the step and tell what came of it; False when it was refused."""
        try:
            told = step.run(article, acting(request), values)
        except publishing.NotReady as refusal:
            for finding in refusal.findings:
                self.message_user(request, str(finding.message), messages.ERROR)
            return False
        except publishing.Refused as refusal:
            self.message_user(request, str(refusal), messages.ERROR)
            return False
        self.message_user(request, told, messages.SUCCESS)
        return True


def _nothing_to_do(step: DeskStep, now: Situation) -> str:
    """Why the step has nothing to do with the article as it stands; empty when it has."""
    if not step.applies(now):
        return _("That does not apply to the article as it stands now.")
    return step.idle(now)


def change_page(article: Article) -> str:
    """The address of the article's page at the desk."""
    return reverse("admin:articles_article_change", args=[article.pk])
