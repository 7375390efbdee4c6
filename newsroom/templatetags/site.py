"""What every page says about itself: its address, its other language, its moments; and to machines what it is."""

import json
from datetime import datetime
from typing import Any

from django import template
from django.conf import settings
from django.contrib.flatpages.models import FlatPage
from django.db.models import QuerySet
from django.urls import reverse, translate_url
from django.utils import timezone, translation
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language, gettext

from articles.moments import offset
from newsroom import feed_formats
from newsroom.linked_pages import nodes_of
from newsroom.site_texts import other_address
from partners.date_words import date_in_words
from partners.dates import PartialDate

register = template.Library()
NAMES = {"fr": "Français", "en": "English"}
# In a script element these could end it, or begin a comment, whatever the JSON around them says.
_NOT_IN_SCRIPT = {ord(sign): f"\\u{ord(sign):04X}" for sign in "<>&"}


register.filter("in_xml", feed_formats.in_xml)


@register.simple_tag(takes_context=True)
def canonical_url(context: dict[str, Any]) -> str:
    """The page's one address: `canonical_path` when the view gives it, else its path, with its page number."""
    request = context["request"]
    path = context.get("canonical_path") or request.path
    page = context.get("page_obj")
    if page is not None and page.number > 1:
        path += f"?page={page.number}"
    return request.build_absolute_uri(path)


@register.simple_tag(takes_context=True)
def language_twins(context: dict[str, Any]) -> list[tuple[str, str]]:
    """The page in both interface languages: (language, address); nothing where it has no twin."""
    request = context["request"]
    here, code = get_language() or "", "fr" if (get_language() or "").startswith("en") else "en"
    path = context.get("canonical_path") or request.path
    there = other_address(path) or translate_url(path, code)
    if there == path:
        return []
    page = context.get("page_obj")
    number = f"?page={page.number}" if page is not None and page.number > 1 else ""
    return sorted([(here, canonical_url(context)), (code, request.build_absolute_uri(there + number))])


@register.simple_tag(takes_context=True)
def linked_data(context: dict[str, Any]) -> SafeString | str:
    """What the page is, as JSON-LD. A data block: no browser runs it, and so the page's policy lets it stand."""
    request = context["request"]
    match = getattr(request, "resolver_match", None)
    site = request.build_absolute_uri("/").rstrip("/")
    path = canonical_url(context).removeprefix(site)
    nodes = nodes_of(match.view_name, context, site, path) if match is not None else []
    if not nodes:
        return ""
    text = json.dumps({"@context": "https://schema.org", "@graph": nodes}, ensure_ascii=False)
    escaped = mark_safe(text.translate(_NOT_IN_SCRIPT))  # noqa: S308 - no sign of markup is left in it
    return format_html('<script type="application/ld+json">{}</script>', escaped)


@register.tag
def keep(parser: Any, token: Any) -> "_Kept":
    """`{% keep as title %}…{% endkeep %}`: shows what is between, and keeps it on one line for further down."""
    _tag, _as, name = token.split_contents()
    nodes = parser.parse(["endkeep"])
    parser.delete_first_token()
    return _Kept(nodes, name)


class _Kept(template.Node):
    def __init__(self, nodelist: Any, name: str) -> None:
        self.nodelist = nodelist
        self.name = name

    def render(self, context: Any) -> SafeString:
        shown = self.nodelist.render(context)
        context[self.name] = mark_safe(" ".join(shown.split()))  # noqa: S308 - as it was shown
        return shown


@register.simple_tag(takes_context=True)
def language_switch(context: dict[str, Any]) -> dict[str, str]:
    """The other interface language: its `code`, `name`, and the `url` of this page in it, else of its home.

    An article that has a public version in that language leads there: `versions` are the view's.
    """
    request = context["request"]
    code = "fr" if (get_language() or "").startswith("en") else "en"
    for version in context.get("versions") or ():
        if version.language == code:
            return {"code": code, "name": NAMES[code], "url": version.get_absolute_url()}
    with translation.override(code):
        home = reverse("home")
    here = request.path
    there = other_address(here) or translate_url(here, code)
    url = there if there != here else home
    if url != home and request.GET:
        url += f"?{request.GET.urlencode()}"
    return {"code": code, "name": NAMES[code], "url": url}


@register.simple_tag
def site_texts() -> QuerySet[FlatPage]:
    """The texts about the site in the active language, for the foot of each page."""
    pages = FlatPage.objects.filter(sites=settings.SITE_ID, registration_required=False).only("title", "url")
    if (get_language() or "").startswith("en"):
        return pages.filter(url__startswith="/en/").order_by("pk")
    return pages.exclude(url__startswith="/en/").order_by("pk")


@register.filter
def moment(at: datetime) -> SafeString:
    """A moment in the newsroom's own time with its offset: "17 octobre 2024 à 14 h 05 (UTC+2)"."""
    local = timezone.localtime(at)
    words = gettext("%(date)s at %(hour)d:%(minute)s (UTC%(offset)s)") % {
        "date": date_in_words(PartialDate.of(local.date()), get_language() or ""),
        "hour": local.hour,
        "minute": f"{local.minute:02d}",
        "offset": offset(local).removeprefix("UTC"),
    }
    return format_html('<time datetime="{}">{}</time>', local.isoformat(timespec="minutes"), words)


@register.filter
def day_of(at: datetime) -> SafeString:
    """The day of a moment in the newsroom's own time: "17 octobre 2024"."""
    local = timezone.localtime(at)
    words = date_in_words(PartialDate.of(local.date()), get_language() or "")
    return format_html('<time datetime="{}">{}</time>', local.isoformat(timespec="minutes"), words)


@register.simple_tag
def todays_date() -> SafeString:
    """Today with its weekday: "jeudi 17 octobre 2024"."""
    today = timezone.localdate()
    weekday = translation.gettext(today.strftime("%A"))  # Django's own catalogue has the weekdays
    words = date_in_words(PartialDate.of(today), get_language() or "")
    return format_html('<time datetime="{}">{} {}</time>', today.isoformat(), weekday, words)


@register.filter
def days_to_go(start: PartialDate) -> int | None:
    """Whole days until the date, 0 from its own day on; None where its day is not known."""
    return max((start.first - timezone.localdate()).days, 0) if start.full else None
