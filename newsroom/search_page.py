"""The search page, and what it suggests while one types."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django import forms
from django.core.paginator import InvalidPage, Paginator
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils.cache import patch_cache_control
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from articles import facets, named, search
from articles.facets import Choice
from articles.finding import BY_DATE, MOST, Found, find
from articles.models import Edition
from articles.respelling import respelled
from partners.filters import WordsField

RESULTS_PER_PAGE = 20
ENTRIES_SHOWN = 6
SUGGESTED = 8
FEWEST_LETTERS = 2  # before anything is suggested
SUGGESTIONS_KEPT = 60  # seconds in a cache; what is withdrawn is named no longer than that
VALUES_SHOWN = 6  # of a facet; the next ones are a click away

KINDS = {
    "official": _("Official"),
    "country": _("Country"),
    "organisation": _("Organisation"),
    "meeting": _("Meeting"),
    "theme": _("Theme"),
}
FACETS = {
    "theme": _("Theme"),
    "country": _("Country"),
    "official": _("Official"),
    "meeting": _("Meeting"),
    "source": _("Source"),
    "language": _("Language"),
    "year": _("Year"),
}


class SearchForm(forms.Form):
    q = WordsField(label=_("Words"), required=False)


@dataclass(frozen=True, slots=True)
class Asked:
    """What a reader asks for, as it stands in the page's address."""

    words: str
    chosen: dict[str, list[str]]
    order: str

    @property
    def is_nothing(self) -> bool:
        return not self.words and not self.chosen

    def address(
        self, *, adding: tuple[str, str] | None = None, without: tuple[str, str] | None = None, **new: str
    ) -> str:
        """The address of the first page of this search, changed; one search has one address."""
        pairs = [(name, value) for name in facets.NAMES for value in self.chosen.get(name, ())]
        if adding:
            pairs.append(adding)
        pairs = sorted((pair for pair in pairs if pair != without), key=lambda pair: facets.NAMES.index(pair[0]))
        words, order = new.get("words", self.words), new.get("order", self.order)
        return "?" + urlencode([*([("q", words)] if words else []), *pairs, *([("order", order)] if order else [])])


@dataclass(frozen=True, slots=True)
class Link:
    """A facet's value with the address that adds it or takes it off."""

    choice: Choice
    facet: str
    address: str


@dataclass(frozen=True, slots=True)
class FacetShown:
    """A facet with the values that can be added: the most frequent first, then others."""

    label: str
    first: list[Link]
    more: list[Link]


@require_safe
def search_page(request: HttpRequest) -> HttpResponse:
    """The entries that the words name, then the public editions that hold them, narrowed by what was chosen.

    Raises Http404 for a page that is not there.
    """
    form = SearchForm(request.GET)
    asked = Asked(
        words=form.cleaned_data["q"] if form.is_valid() else "",
        chosen=facets.chosen_in({name: request.GET.getlist(name) for name in facets.NAMES}),
        order=BY_DATE if request.GET.get("order") == BY_DATE else "",
    )
    context: dict[str, Any] = {"form": form, "asked": asked, "words": asked.words}
    if not asked.is_nothing:
        context |= _answer(asked, request.GET.get("page") or "1")
    elif request.GET.get("page", "1") != "1":
        raise Http404
    return render(request, "newsroom/search.html", context)


def _answer(asked: Asked, number: str) -> dict[str, Any]:
    found = find(asked.words, asked.chosen, order=asked.order)
    try:
        page = Paginator(range(found.shown), RESULTS_PER_PAGE).page(number)
    except InvalidPage as error:
        raise Http404(str(error)) from error
    entries: list[tuple[Any, named.Entry]] = []
    if asked.words and page.number == 1:
        entries = [
            (KINDS[each.kind], each) for each in named.find(asked.words, most=ENTRIES_SHOWN, counts=found.counted.held)
        ]
    other = ""
    if asked.words and not entries and (found.lenient or not found.counted.total):
        other = respelled(asked.words)
    return {
        "found": found,
        "page_obj": page,
        "editions": _editions(found, page.object_list),
        "wanted": search.Wanted(asked.words),
        "entries": entries,
        "chosen": list(_taken_off(asked, found)),
        "facets": list(_facets(asked, found)),
        "other_words": other,
        "other_address": asked.address(words=other) if other else "",
        "by_rank": asked.address(order=""),
        "by_date": asked.address(order=BY_DATE),
        "capped": found.counted.total > MOST,
        "most": MOST,
    }


def _editions(found: Found, places: Any) -> list[Edition]:
    """The editions at these places of what was found, with their texts, in their order."""
    keys = found.keys(places.start, places.stop)
    held = Edition.objects.public().in_bulk(keys)
    return [held[key] for key in keys if key in held]


def _taken_off(asked: Asked, found: Found) -> Iterator[Link]:
    """What was chosen, each with the address without it."""
    names = {(facet, each.slug): each for facet, choices in found.counted.facets.items() for each in choices}
    for facet in facets.NAMES:
        for slug in asked.chosen.get(facet, ()):
            choice = names.get((facet, slug)) or Choice(slug, facets.public_name(facet, slug), 0)
            yield Link(choice, str(FACETS[facet]), asked.address(without=(facet, slug)))


def _facets(asked: Asked, found: Found) -> Iterator[FacetShown]:
    """The facets by which what was found can be told apart."""
    for facet, choices in found.counted.facets.items():
        taken = asked.chosen.get(facet, ())
        links = [
            Link(each, facet, asked.address(adding=(facet, each.slug)))
            for each in choices[: facets.NAMED]
            if each.slug not in taken and each.count < found.counted.total
        ]
        if links and len(taken) < facets.MOST_CHOSEN:
            yield FacetShown(str(FACETS[facet]), links[:VALUES_SHOWN], links[VALUES_SHOWN:])


@require_safe
def suggestions(request: HttpRequest) -> HttpResponse:
    """The entries whose names have the words typed so far, as JSON: {"found": [{name, note, kind, url}]}."""
    form = SearchForm(request.GET)
    words = form.cleaned_data["q"] if form.is_valid() else ""
    found = named.find(words, most=SUGGESTED, partial=True) if len(words) >= FEWEST_LETTERS else []
    answer = JsonResponse(
        {
            "found": [
                {"name": each.name, "note": each.note, "kind": str(KINDS[each.kind]), "url": each.url}
                for each in found
            ]
        },
        json_dumps_params={"ensure_ascii": False},
    )
    answer["X-Robots-Tag"] = "noindex"
    patch_cache_control(answer, public=True, max_age=SUGGESTIONS_KEPT)
    return answer
