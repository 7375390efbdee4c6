"""Corrections as Atom: what was wrong, what was unclear and what was withdrawn, with the passages before and after."""

from typing import Any

from django.conf import settings
from django.db.models import F
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from articles.models import Edition, Kind
from articles.notices import Notice, notices_of
from newsroom.conditional import conditional
from newsroom.feed_formats import NOTHING_YET, AtomFeed, in_xml

ENTRIES = 30


@require_safe
def corrections(request: HttpRequest) -> HttpResponse:
    """The newest corrections, clarifications and withdrawals, as Atom, or 304 to a reader who has them.

    Of a withdrawn article it has the notice alone, and no word of the text.
    """
    told = Edition.objects.notices().exclude(kind=Kind.UPDATE).defer("body", "standfirst")
    told = told.annotate(article_uid=F("article__uid"))
    notices = notices_of(told[:ENTRIES])
    description = in_xml(_("What was wrong, what was unclear and what was withdrawn."))
    written = AtomFeed(
        title=in_xml(_("%(name)s – %(site)s") % {"name": _("Published corrections"), "site": settings.SITE_NAME}),
        link=request.build_absolute_uri(reverse("articles:corrections")),
        description=description,
        subtitle=description,  # the same, as Atom calls it
        language=get_language(),
        author_name=in_xml(settings.SITE_PUBLISHER),
        feed_url=request.build_absolute_uri(request.path),
        updated=max((notice.edition.visible_from for notice in notices), default=NOTHING_YET),
    )
    for notice in notices:
        written.add_item(**_entry(request, notice))
    return conditional(request, written.writeString("utf-8").encode(), AtomFeed.content_type)


def _entry(request: HttpRequest, notice: Notice) -> dict[str, Any]:
    edition: Any = notice.edition  # with `article_uid`, which the query adds
    title = edition.get_kind_display()
    if notice.standing is not None and edition.kind != Kind.WITHDRAWAL:
        title = _("%(kind)s: %(title)s") % {"kind": title, "title": notice.standing.title}
    told = render_to_string("articles/_notice_in_feed.html", {"notice": notice, "edition": edition})
    return {
        "title": in_xml(title),
        "link": request.build_absolute_uri(notice.address),
        "description": in_xml(told.strip()),
        "content": "",
        "unique_id": f"urn:uuid:{edition.article_uid}#{notice.anchor}",
        "unique_id_is_permalink": False,
        "pubdate": edition.visible_from,
        "updateddate": edition.visible_from,
        "language": edition.language,
    }
