"""Pages of the site that belong to no app: home, site texts and errors. Search has a room of its own."""

from datetime import date
from typing import Any

from django.conf import settings
from django.contrib.flatpages.views import flatpage
from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent
from django.db.models import Exists, F, OuterRef, Q, Subquery
from django.http import (
    HttpRequest,
    HttpResponse,
    HttpResponseBadRequest,
    HttpResponseRedirect,
    HttpResponseServerError,
)
from django.shortcuts import render
from django.template.loader import render_to_string
from django.templatetags.static import static
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from articles.models import Edition, Quote, Theme
from partners.coverage import most_covered, tell_coverage
from partners.kinds import Framework
from partners.models import Country, Meeting, Relation
from partners.views import today

LATEST_SHOWN = 14
MEETINGS_SHOWN = 4
COUNTRIES_SHOWN = 14
FOCUS_SHOWN = 3
QUOTES_SHOWN = 3
THEMES_SHOWN = 16
PIECE = 65_536  # bytes
DRAINED = 200_000_000  # bytes of a form that is too large are read to their end, and dropped


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """What leads, what is new, who meets when, a partner in focus, and ways into the coverage."""
    lead, latest = _lead_and_latest()
    meetings = Meeting.objects.public().select_related("organiser", "country")
    nearest: list[Any] = list(meetings.ahead_first(today())[:MEETINGS_SHOWN])
    to_come = [meeting for meeting in nearest if meeting.ahead]
    open_ones = Relation.objects.open().filter(country=OuterRef("pk"))
    known: list[Any] = tell_coverage(
        Country.objects.annotate(
            member=Exists(open_ones.filter(framework=Framework.MEMBER)),
            partnership=Subquery(open_ones.exclude(framework=Framework.MEMBER).order_by("pk").values("framework")[:1]),
        )
    )
    countries = sorted((each for each in known if each.coverage), key=lambda each: (-each.coverage, each.slug))
    focus = partner_in_focus(countries, timezone.localdate())
    return render(
        request,
        "newsroom/home.html",
        {
            "lead": lead,
            "latest": latest,
            "to_come": to_come,
            "over": [] if to_come else nearest,
            "countries": countries[:COUNTRIES_SHOWN],
            "focus": focus,
            "focus_relation": dict(Relation.FRAMEWORKS).get(focus.partnership) if focus else "",
            "focus_coverage": _headlines_of(focus) if focus else [],
            "quotes": Quote.objects.public().for_lists()[:QUOTES_SHOWN],
            "themes": most_covered(Theme, THEMES_SHOWN),
        },
    )


def _lead_and_latest() -> tuple[Edition | None, list[Edition]]:
    """The text that leads and the newest others, with their countries: two queries."""
    public = Edition.objects.public()
    first = public.order_by(F("article__lead_since").desc(nulls_last=True), "-first_public_at", "-pk")
    newest = public.newest_first().values("pk")[: LATEST_SHOWN + 1]
    leads = Q(pk=Subquery(first.values("pk")[:1]))
    cards = list(Edition.objects.filter(leads | Q(pk__in=newest)).for_cards().annotate(leads=leads))
    lead = next((edition for edition in cards if edition.leads), None)
    return lead, [edition for edition in cards if edition is not lead][:LATEST_SHOWN]


def partner_in_focus(countries: list[Any], day: date) -> Any | None:
    """The partner of the week: of those with coverage, each in its turn by the order of their addresses.

    `countries` say whether they are a `member`, and their `partnership`. The count of weeks never starts again, so
    that the turn goes on over the new year.
    """
    partners = sorted((each for each in countries if each.partnership and not each.member), key=lambda each: each.slug)
    return partners[(day.toordinal() - 1) // 7 % len(partners)] if partners else None


def _headlines_of(country: Country) -> Any:
    return country.editions.public().newest_first().defer("body", "standfirst")[:FOCUS_SHOWN]


@require_safe
def site_text(request: HttpRequest, url: str) -> HttpResponse:
    """A text about the site itself. Its address in the database has the language prefix: /en/about/."""
    return flatpage(request, request.path_info)


@require_safe
def favicon(request: HttpRequest) -> HttpResponse:
    """The site's icon is a static file, whose name can change with its content."""
    return HttpResponseRedirect(static("newsroom/favicon.svg"))


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form that came without its token: say what to do, keep the page in the newsroom's clothes."""
    return render(request, "403_csrf.html", status=403)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """What cannot be answered; 413 for a form that is larger than one may be, which the browser still has."""
    if isinstance(exception, RequestDataTooBig | TooManyFieldsSent | TooManyFilesSent):
        _read_to_the_end(request)
        return HttpResponse(_without_site("413.html", _("More was sent than can be taken in at once.")), status=413)
    return HttpResponseBadRequest(_without_site("400.html", _("This request cannot be answered.")))


def _read_to_the_end(request: HttpRequest) -> None:
    """Take what still comes, within reason: a browser whose sending is cut off shows an error of its own."""
    for _piece in range(DRAINED // PIECE):
        try:
            if not request.read(PIECE):
                return
        except OSError:  # it hung up
            return


def server_error(request: HttpRequest) -> HttpResponse:
    return HttpResponseServerError(_without_site("500.html", _("Something went wrong on our side.")))


def _without_site(template: str, sentence: str) -> str:
    """A page that needs neither the database nor the request; the bare sentence when even that fails."""
    try:
        return render_to_string(template, {"site_name": settings.SITE_NAME, "limits": _limits()})
    except Exception:  # whatever broke the page must not break the page that says so
        return sentence


def _limits() -> dict[str, int]:
    """How much one form may send."""
    return {"megabytes": settings.DATA_UPLOAD_MAX_MEMORY_SIZE // 2**20, "files": settings.DATA_UPLOAD_MAX_NUMBER_FILES}
