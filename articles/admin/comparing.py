"""Texts that say the same, side by side at the desk: a new wording of a source, and likenesses from elsewhere."""

from collections.abc import Callable
from typing import Any

from django.contrib import admin, messages
from django.contrib.auth.models import User
from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBadRequest, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _

from articles import likeness, publishing, resembling, saving, wordings
from articles.admin.acting import acting, key_in
from articles.admin.step_pages import change_page
from articles.comparison import runs
from articles.models import Article, Likeness, Resemblance, SourceText, Standing
from articles.reading.results import RemovedKind
from articles.sanitising import plain_text


class ComparePages(admin.ModelAdmin):
    """Adds `<id>/compare/` and `<id>/likeness/<resemblance>/` to the article's pages."""

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view
        own = [
            path("<int:pk>/compare/", view(self.compare_page), name="articles_article_compare"),
            path("<int:pk>/likeness/<int:key>/", view(self.likeness_page), name="articles_article_likeness"),
        ]
        return [*own, *super().get_urls()]

    def compare_page(self, request: HttpRequest, pk: int) -> HttpResponse:
        """A wording of the article's source beside the one that its text came from (GET), or a decision (POST)."""
        article = self._viewed(request, pk)
        held = article.source_texts.filter(standing__in=[Standing.TO_COMPARE, Standing.PASSED_OVER]).defer("data")
        wanted = request.POST.get("wording") or request.GET.get("wording", "")
        if wanted:
            wording = held.filter(pk=key_in(wanted)).first()
        else:
            wording = held.filter(standing=Standing.TO_COMPARE).first() or held.first()
        if request.method == "POST":
            return self._decide_wording(request, article, wording)
        if wanted and wording is None:
            if not article.source_texts.filter(pk=key_in(wanted)).exists():
                raise Http404
            self.message_user(request, _decided_meanwhile(), messages.WARNING)
            return HttpResponseRedirect(request.path)
        current = article.source_texts.filter(standing=Standing.CURRENT).defer("data").first()
        came = wordings.words_as_they_came(article, current) if wording else {}
        edited = bool(came) and wordings.edited(article, came)
        changing = self.has_change_permission(request, article) and article.trashed_at is None
        return self._page(
            request,
            "compare.html",
            article,
            _("Compare the wordings"),
            wording=wording,
            waits=wording is not None and wording.standing == Standing.TO_COMPARE,
            current=current,
            others=[each for each in held if each != wording],
            runs=runs(paragraphs(current), paragraphs(wording)) if wording else [],
            edited=edited,
            edits=runs(plain_text(came["body"]).split("\n"), plain_text(article.body).split("\n")) if edited else [],
            drafts=_drafts_of(wording),
            may_take=changing and request.user.has_perm("articles.change_resemblance"),
            may_decide=request.user.has_perm("articles.change_resemblance") and article.trashed_at is None,
            may_set_apart=request.user.has_perm("articles.add_article"),
        )

    def likeness_page(self, request: HttpRequest, pk: int, key: int) -> HttpResponse:
        """An article's source text beside a held one that it resembles (GET), or a decision (POST)."""
        article = self._viewed(request, pk)
        found = Resemblance.objects.filter(
            Q(source_text__article=article) | Q(draft=article) | Q(other__article=article)
        )
        found = found.select_related("source_text__article", "other__article__source", "draft", "decided_by")
        resemblance = found.filter(pk=key).first()
        if resemblance is None:
            raise Http404
        if request.method == "POST":
            return self._decide_likeness(request, article, resemblance)
        share, back = likeness.shares(resemblance.source_text, resemblance.other)
        return self._page(
            request,
            "likeness.html",
            article,
            _("Compare with a held text"),
            resemblance=resemblance,
            share=share,
            back=back,
            runs=runs(paragraphs(resemblance.other), paragraphs(resemblance.source_text)),
            open=Resemblance.objects.open().filter(pk=key).exists(),
            may_decide=request.user.has_perm("articles.change_resemblance"),
            may_trash=request.user.has_perm("articles.trash_article"),
        )

    def _viewed(self, request: HttpRequest, pk: int) -> Article:
        publishing.require(acting(request), "articles.view_article")
        article = self.get_object(request, str(pk))
        if article is None:
            raise Http404
        return article

    def _page(self, request: HttpRequest, template: str, article: Article, title: str, **held: Any) -> HttpResponse:
        context = {
            **self.admin_site.each_context(request),
            "title": title,
            "subtitle": str(article),
            "opts": self.opts,
            "article": article,
            "media": self.media,
            **held,
        }
        return TemplateResponse(request, f"admin/articles/article/{template}", context)

    def _decide_wording(self, request: HttpRequest, article: Article, wording: SourceText | None) -> HttpResponse:
        by, act = acting(request), request.POST.get("do", "")
        if act not in {"take", "keep", "apart", "again"}:
            return HttpResponseBadRequest(_("This button is not known."))
        page = going = reverse("admin:articles_article_compare", args=[article.pk])
        try:
            if wording is None:
                raise publishing.Refused(_decided_meanwhile())
            if act == "take":
                despite = request.POST.get("despite") == "yes"  # of what the page has shown, and of nothing later
                based_on = key_in(request.POST.get("version", "")) if despite else None
                taken = wordings.take(wording, by=by, despite_edits=despite, based_on=based_on)
                for remark in taken.remarks:
                    self.message_user(request, remark, messages.WARNING)
                told = _("The new wording is the article's text now; what stood before is kept as a revision.")
                going = reverse("admin:articles_article_proposals", args=[article.pk])
            elif act == "keep":
                wordings.pass_over(wording, by=by)
                told, going = _("The article keeps its text. The new wording stays beside it."), change_page(article)
            elif act == "apart":
                going = change_page(wordings.set_apart(wording, by=by))
                told = _("It is an article of its own now.")
            else:
                wordings.compare_again(wording, by=by)
                told = _("The wording waits to be compared again.")
        except (publishing.Refused, saving.Conflict) as refusal:
            self.message_user(request, str(refusal), messages.ERROR)
            waits = wording and article.source_texts.filter(pk=wording.pk, standing=wording.standing).exists()
            return HttpResponseRedirect(request.get_full_path() if waits else page)
        self.message_user(request, told, messages.SUCCESS)
        return HttpResponseRedirect(going)

    def _decide_likeness(self, request: HttpRequest, article: Article, resemblance: Resemblance) -> HttpResponse:
        decide = _LIKENESS.get(request.POST.get("do", ""))
        if decide is None:
            return HttpResponseBadRequest(_("This button is not known."))
        try:
            told = decide(resemblance, acting(request))
        except publishing.Refused as refusal:
            self.message_user(request, str(refusal), messages.ERROR)
            return HttpResponseRedirect(request.get_full_path())
        self.message_user(request, told, messages.SUCCESS)
        resemblance.refresh_from_db()
        if resemblance.decision == Likeness.VERSION:  # the draft is in the trash: go on where its words wait
            return HttpResponseRedirect(reverse("admin:articles_article_compare", args=[resemblance.other.article_id]))
        return HttpResponseRedirect(change_page(resemblance.source_text.article))


def _decided_meanwhile() -> str:
    return _("Somebody has decided about this wording meanwhile: look at the article again.")


def _version(resemblance: Resemblance, by: User) -> str:
    resembling.version_of(resemblance, by=by)
    return _("It waits as a new wording of this article; its own draft is in the trash.")


def _republication(resemblance: Resemblance, by: User) -> str:
    advice = resembling.republication_of(resemblance, by=by)
    said = _("“%(title)s” republishes “%(other)s”.") % {
        "title": resemblance.source_text.article,
        "other": resemblance.other.article,
    }
    return f"{said} {advice}".strip()


def _different(resemblance: Resemblance, by: User) -> str:
    resembling.different(resemblance, by=by)
    return _("They are different texts.")


def _reopen(resemblance: Resemblance, by: User) -> str:
    resembling.reopen(resemblance, by=by)
    return _("The decision is taken back.")


_LIKENESS: dict[str, Callable[[Resemblance, User], str]] = {
    "version": _version,
    "republication": _republication,
    "different": _different,
    "reopen": _reopen,
}


def waiting(article: Article) -> dict[str, Any]:
    """What an article's pages say of its wordings and likenesses: which wait, and which were decided."""
    texts = article.source_texts.filter(standing=Standing.TO_COMPARE).only("pk", "name", "imported_at")
    found = (
        Resemblance.objects.filter(Q(source_text__article=article, source_text__standing="current") | Q(draft=article))
        .exclude(other__article=article)
        .select_related("other__article__source", "decided_by")
        .defer("other__data", "other__text", "other__removed", "other__article__body", "other__article__standfirst")
    )
    likenesses = list(found)
    return {
        "wordings": list(texts),
        "pending": [
            each
            for each in likenesses
            if each.decision == Likeness.PENDING and not (each.other.article.trashed_at or article.trashed_at)
        ],
        "decided": [each for each in likenesses if each.decision != Likeness.PENDING],
    }


def paragraphs(source_text: SourceText | None) -> list[str]:
    """The paragraphs of what of a source text belongs to its article; lines that a sender has broken are joined."""
    if source_text is None:
        return []
    left_out = sorted((start, end) for kind, start, end in source_text.removed if kind != RemovedKind.SPACE)
    kept, at = [], 0
    for start, end in left_out:
        kept.append(source_text.text[at:start])
        at = max(at, end)
    lines = "\n".join([*kept, source_text.text[at:]]).splitlines()
    found: list[list[str]] = []
    broken = False  # by a sender that fills lines: the line before was long and ended inside a sentence
    for line in (each.strip() for each in lines):
        if line and broken and found:
            found[-1].append(line)
        elif line:
            found.append([line])
        broken = 50 <= len(line) <= 100 and line[-1] not in '.!?…:»”"'
    return [" ".join(parts) for parts in found]


def _drafts_of(wording: SourceText | None) -> list[Resemblance]:
    """The decision by which the wording left a draft of its own, to be taken back from here."""
    if wording is None:
        return []
    found = Resemblance.objects.filter(source_text=wording, decision=Likeness.VERSION).exclude(draft=None)
    return list(found.select_related("draft").defer("draft__body"))
