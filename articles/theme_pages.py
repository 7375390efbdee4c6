"""The themes' public pages: all of them by their initials, and each with its coverage and who is named in it."""

from collections.abc import Iterable
from itertools import groupby
from typing import Any

from django.db.models import Count, QuerySet
from django.views.generic import ListView

from articles.models import Theme
from partners.coverage import coverage_by_year, covered, tell_coverage
from partners.models import Country, Official
from partners.views import CoverageView

NAMED_SHOWN = 10
FEW = 12  # themes need no initials to be found under
OTHER_INITIALS = "#"  # of names that begin with a figure or a letter of another script


class ThemeList(ListView):
    """The themes of public editions by their names. Those with much coverage are set larger; the count is told too."""

    template_name = "articles/theme_list.html"
    context_object_name = "themes"
    paginate_by = 200

    def get_queryset(self) -> QuerySet:
        return covered(Theme.objects.all())

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        return context | {"initials": by_initial(tell_coverage(context["page_obj"]))}


def by_initial(themes: Iterable[Any]) -> list[tuple[str, list[Any]]]:
    """The themes, in the order of their folded names, under their initials; few of them all together under none.

    Each gets its `weight`, from 1 to 3: 3 is for half of the greatest coverage or more, 2 for a fifth or more.
    """
    held = list(themes)
    most = max((theme.coverage for theme in held), default=0)
    for theme in held:
        theme.weight = 3 if theme.coverage * 2 >= most else 2 if theme.coverage * 5 >= most else 1
    if len(held) <= FEW:
        return [("", held)] if held else []
    return [(initial, list(group)) for initial, group in groupby(held, key=_initial)]


def _initial(theme: Theme) -> str:
    first = theme.folded[:1]
    return first.upper() if "a" <= first <= "z" else OTHER_INITIALS


class ThemePage(CoverageView):
    """A theme that no public edition has does not exist for readers."""

    template_name = "articles/theme.html"

    def entries(self) -> QuerySet:
        return covered(Theme.objects.all())

    def beside(self) -> dict[str, Any]:
        return {
            "years": coverage_by_year(self.entry),
            "countries": named_with(self.entry, Country.objects.all()),
            "officials": named_with(self.entry, Official.objects.all()),
        }


def named_with(theme: Theme, rows: QuerySet) -> QuerySet:
    """The rows that most public editions of the theme name, each with how many, `together`."""
    editions: Any = theme.editions
    named = rows.filter(editions__in=editions.public()).annotate(together=Count("editions"))
    return named.order_by("-together", "slug")[:NAMED_SHOWN]
