"""The pages that ask before a step, and the answer to their buttons."""

from typing import Any

from django.contrib import admin, messages
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from articles import checks, comparison, publishing, revising
from articles.admin.acting import acting, key_in
from articles.admin.outlook import Outlook
from articles.admin.picture_field import lacking
from articles.admin.situation import Situation
from articles.admin.steps import STEPS, WAIVE, DeskStep, offered, publish_label
from articles.models import Article, Edition

FILTERS = "_changelist_filters"  # as Django's admin calls those of the list in the addresses of its entries
_INSTEAD = {"ask_approval"}  # what is offered in the place of a step that is refused


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
        article = article_named(self, request, pk)
        if request.method != "POST":
            return self._asked_or_taken(request, article, step, given)
        with transaction.atomic():  # what was told is what is done
            article = publishing.locked_row(article, trashed=None)
            return self._asked_or_taken(request, article, step, given)

    def _asked_or_taken(
        self, request: HttpRequest, article: Article, step: DeskStep, given: dict[str, Any]
    ) -> HttpResponse:
        now = Situation.of(article)
        form_class = step.form_for(now)
        form = form_class(request.POST or None) if form_class else None
        filled_in = form is None or (request.method == "POST" and form.is_valid())
        if request.method != "POST" and (nothing := _nothing_to_do(step, now)):
            self.message_user(request, nothing, messages.WARNING)
            return HttpResponseRedirect(within_list(request, change_page(article)))
        values = given | (form.cleaned_data if form is not None and filled_in else {})
        again = step.asks_again(now)
        foreseen, refused = _foreseen(request, article, step, values) if filled_in or not again else (None, "")
        if request.method == "POST":
            refused = ""  # the step says so itself
        elif again and step.shows_checks:
            _none, refused = _foreseen(request, article, step, values)  # whatever moment will be given
        if request.method == "POST" and filled_in and not _to_be_told(request, foreseen, again=again):
            if self.take(request, article, step, values):
                return HttpResponseRedirect(_page_after(request, article))
            foreseen = None
        asked = step.shows_checks or step is WAIVE
        report = checks.look(article) if asked else None
        found = [
            finding
            for finding in (report.findings if report is not None else [])
            if step is not WAIVE or finding.name == given["check"]
        ]
        situation = Situation.of(article)
        label = publish_label(situation) if step.name == "publish" else step.label
        if refused:
            self.message_user(request, refused, messages.WARNING)
        context = {
            **self.admin_site.each_context(request),
            "title": label,
            "subtitle": str(article),
            "opts": self.opts,
            "article": article,
            "situation": situation,
            "step": step,
            "label": label,
            "form": form,
            "foreseen": foreseen,
            "refused": refused,
            "back": within_list(request, change_page(article)),
            "filters": urlencode({FILTERS: kept}) if (kept := request.GET.get(FILTERS)) else "",
            "instead": [each for each in offered(situation, acting(request)) if refused and each.name in _INSTEAD],
            "asks_again": again or bool(foreseen and foreseen.warning),
            "changes": _changes(situation) if step.form_of_changes and situation.live else None,
            "checked": [(finding, lacking(article, finding.name, None)) for finding in found],
            "blocking": report.blocking if report is not None and step.shows_checks else [],
            "may_waive": step is not WAIVE and request.user.has_perm("articles.waive_check"),
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


def _page_after(request: HttpRequest, article: Article) -> str:
    """Where a step leads: back to the article, or to the step that somebody was about to take."""
    then = request.GET.get("then", "")
    step = then in STEPS
    page = reverse("admin:articles_article_step", args=[article.pk, then]) if step else change_page(article)
    return within_list(request, page)


def _foreseen(
    request: HttpRequest, article: Article, step: DeskStep, values: dict[str, Any]
) -> tuple[Outlook | None, str]:
    """What will come of the step; or None, and why it is refused where the page does not list what is in its way."""
    try:
        return (step.foresees(article, acting(request), values) if step.foresees else None), ""
    except publishing.NotReady:
        return None, ""
    except publishing.Refused as refusal:
        return None, str(refusal)


def _to_be_told(request: HttpRequest, foreseen: Outlook | None, *, again: bool) -> bool:
    """Whether the page has to say first what will happen: it was not told yet, or it is something else by now."""
    if foreseen is None or not foreseen.told:
        return False
    if foreseen.warning and "warned" not in request.POST:
        return True
    told = request.POST.get("told")
    return told != foreseen.told if told is not None else again


def _changes(now: Situation) -> dict[str, Any]:
    """What readers would find otherwise than now, and which fields of it are more than typography."""
    assert now.shown is not None
    shown = Edition.objects.get(pk=now.shown.pk)  # with its text
    old, new = revising.snapshot_of_edition(shown), revising.snapshot(now.article)
    return {
        "found": comparison.compare(old, new),
        "beyond": [comparison.label_of(name) for name in publishing.beyond_typography(old, new)],
    }


def _nothing_to_do(step: DeskStep, now: Situation) -> str:
    """Why the step has nothing to do with the article as it stands; empty when it has."""
    if not step.applies(now):
        return _("That does not apply to the article as it stands now.")
    return step.idle(now)


def article_named(model_admin: admin.ModelAdmin, request: HttpRequest, pk: int) -> Article:
    """The article of that number. Raises Http404 where there is none, and for a number that no row can have."""
    article = model_admin.get_object(request, str(pk)) if key_in(str(pk)) else None
    if not isinstance(article, Article):
        raise Http404
    return article


def within_list(request: HttpRequest, address: str) -> str:
    """The address with the filters of the list that somebody came from, so that closing leads back there."""
    filters = request.GET.get(FILTERS)
    if not filters:
        return address
    sign = "&" if "?" in address else "?"
    return f"{address}{sign}{urlencode({FILTERS: filters})}"


def change_page(article: Article) -> str:
    """The address of the article's page at the desk."""
    return reverse("admin:articles_article_change", args=[article.pk])
