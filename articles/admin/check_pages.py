"""The checks beside the text: as the article stands, and as it is being written."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.contrib import admin
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import URLPattern, path, reverse

from articles import checks, publishing
from articles.admin.acting import acting, key_in
from articles.admin.in_place import in_place
from articles.admin.moments import MomentField
from articles.admin.picture_field import PicturesWidget, lacking
from articles.admin.story_text import line_ends
from articles.admin.words_shown import label
from articles.checking.brief import progress
from articles.checking.catalogue import CHECKS
from articles.checking.words import Place, Words
from articles.models import Article, Language, Rights

SHOWN = 12  # places of one finding
_ABOUT = 32  # characters on either side of a place
_TEXTS = ("title", "slug", "standfirst", "body", "seo_title", "meta_description")
_WHITE = re.compile(r"\s+")


class CheckPages(admin.ModelAdmin):
    """Adds `<id>/checks/`: the panel for the form that is posted, of which nothing is saved."""

    def get_urls(self) -> list[URLPattern]:
        view = in_place(self.admin_site, self.checks)
        return [path("<int:pk>/checks/", view, name="articles_article_checks"), *super().get_urls()]

    def checks(self, request: HttpRequest, pk: int) -> HttpResponse:
        """What is found of the words in the form, as the panel shows it."""
        publishing.require(acting(request), "articles.view_article")
        article = Article.objects.filter(pk=pk).first() if key_in(str(pk)) else None
        if article is None:
            raise Http404
        as_written(article, request.POST)
        brief = asked_in(request.POST) if "brief-0-text" in request.POST else checks.KEPT
        pictures = PicturesWidget().value_from_datadict(request.POST, {}, "pictures")
        report = checks.look(article, brief=brief, pictures=pictures)
        rows = PicturesWidget().numbered(request.POST, "pictures") if pictures is not None else None
        may_change = self.has_change_permission(request, article)
        panel = checks_panel(request, article, report, may_change=may_change, pictures=rows)
        return render(request, "admin/articles/article/_check_panel.html", {"panel": panel})


def as_written(article: Article, data: Mapping[str, Any]) -> None:
    """Give the instance the words that a form holds, as saving would; it is not saved. What cannot stand is left."""
    kept_title = article.title
    for name in _TEXTS:
        if name in data:
            value = line_ends(data[name])
            setattr(article, name, " ".join(value.split("\n")) if name == "title" else value)
    if data.get("language") in Language.values:
        article.language = data["language"]
    if data.get("rights") in Rights.values:
        article.rights = data["rights"]
    if "title" in data:
        article.title_proposed = "title_proposed" in data and article.title.strip() == kept_title
    try:
        if "embargo_until_0" in data:
            moment = [data["embargo_until_0"], data.get("embargo_until_1", "")]
            article.embargo_until = MomentField(required=False).clean(moment)
        if "dated" in data:
            article.dated = Article._meta.get_field("dated").formfield().clean(data["dated"])
    except ValidationError:
        pass  # the form says so when it is saved


def asked_in(data: Mapping[str, Any]) -> checks.Asked | None:
    """What the brief in a form asks; None where it is empty or taken away."""

    def number(name: str) -> int | None:
        return key_in(data.get(name, "").strip()) or None

    asked = checks.Asked(
        language=data.get("brief-0-language", ""),
        least_words=number("brief-0-least_words"),
        least_subheadings=number("brief-0-least_subheadings"),
        seo="brief-0-seo" in data,
    )
    return asked if asked != checks.Asked() and "brief-0-DELETE" not in data else None


@dataclass(frozen=True, slots=True)
class ShownPlace:
    """A place with what is about it; `anchor` is the element's id where it is no field of text. In a body `start` and
    `length` count characters that are no white space: so the editor finds it, whose paragraphs have no line ends
    between them.
    """

    field: str
    field_label: str
    start: int
    length: int
    surface: str
    before: str
    after: str
    anchor: str = ""


def checks_panel(
    request: HttpRequest,
    article: Article,
    report: checks.Report,
    *,
    may_change: bool,
    pictures: Sequence[tuple[int, Mapping[str, Any]]] | None = None,
) -> dict[str, Any]:
    """What the panel shows: the findings with their places, how far the brief is met, what the person may do.

    `pictures` are the rows of a form with their numbers, None for those that are saved.
    """
    cards = []
    for finding in report.findings:
        rows = lacking(article, finding.name, pictures)
        places = [_shown(report.words, place) for place in finding.places[:SHOWN]] + [_row(*each) for each in rows]
        total = len(finding.places) + len(rows)
        cards.append(
            {
                "finding": finding,
                "places": places[:SHOWN],
                "total": total,
                "more": max(0, total - SHOWN),
                "leads_to": _leads_to(article, finding),
            }
        )
    return {
        "article": article,
        "address": reverse("admin:articles_article_checks", args=[article.pk]),
        "cards": cards,
        "blocking": len(report.blocking),
        "warnings": len(report.warnings),
        "open": len(report.blocking) + len(report.warnings),
        "brief": list(progress(report.words, report.asked)) if report.asked is not None else [],
        "languages": dict(Language.choices),
        "whole": report.whole,
        "ease": report.words.ease,
        "may_waive": request.user.has_perm("articles.waive_check") and article.trashed_at is None,
        "may_change": may_change,
    }


def waivers_of(article: Article) -> list[dict[str, Any]]:
    """Who answers for which check, and why."""
    return [
        {
            "name": str(waiver.waived_by),
            "check": CHECKS[waiver.check_name].label if waiver.check_name in CHECKS else waiver.check_name,
            "reason": waiver.reason,
        }
        for waiver in article.waivers.select_related("waived_by")
    ]


def _leads_to(article: Article, finding: checks.Finding) -> str:
    """The page where it can be settled, where there is one."""
    pages = {"proposals": "proposals", "wording": "compare", "likeness": "compare", "typography": "typography"}
    if finding.name in {"duplicate-title", "translation"}:
        return reverse("admin:articles_article_change", args=[finding.values["article"]])
    return reverse(f"admin:articles_article_{pages[finding.name]}", args=[article.pk]) if finding.name in pages else ""


def _row(field: str, name: str) -> ShownPlace:
    """A field of a picture's row, under the name of the picture."""
    return ShownPlace(field, name, 0, 0, "", "", "", anchor=field)


def _shown(words: Words, place: Place) -> ShownPlace:
    if place.field not in _TEXTS:
        return ShownPlace(place.field, label(place.field), 0, 0, "", "", "")
    text = words.field_text(place.field)
    start, end = place.span.start, place.span.end
    surface = text[start:end]
    line = text.rfind("\n", 0, start) + 1
    line_end = text.find("\n", end)
    before, after = text[line:start], text[end : line_end if line_end >= 0 else len(text)]
    in_body = place.field == "body"
    return ShownPlace(
        field=place.field,
        field_label=label(place.field),
        start=words.black_before(start) if in_body else start,
        length=len(_WHITE.sub("", surface)) if in_body else len(surface),
        surface=surface if len(surface) <= 160 else f"{surface[:150]}…",
        before=before if len(before) <= _ABOUT else "…" + before[-_ABOUT:],
        after=after if len(after) <= _ABOUT else after[:_ABOUT] + "…",
    )
