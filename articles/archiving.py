"""Publishing what an archive holds: at the text's own date, where that is known to the day and nothing forbids it."""

from datetime import datetime

from django.contrib.auth.models import User
from django.utils import timezone
from django.utils.translation import gettext as _

from articles import publishing
from articles.models import Article
from articles.moments import with_offset
from partners.dates import PartialDate


def publish_as_archive(article: Article, user: User) -> str:
    """Publish an archive text at its own date; else say why it stays a draft."""
    if obstacle := _unfit_date(article.dated):
        return obstacle
    if article.embargo_until and article.embargo_until > timezone.now():
        return _embargoed(article.embargo_until)
    try:
        publishing.publish(article, by=user, as_archive=True)
    except publishing.Refused as refusal:
        return _("Not published: %(why)s") % {"why": refusal}
    return ""


def _unfit_date(dated: PartialDate | None) -> str:
    """Why a text of that date cannot be filed as an archive; empty when it can."""
    if dated is None or not dated.full:
        return _("Not published: the text has no date known to the day.")
    if dated.first > timezone.localdate():
        return _("Not published: the text's date lies ahead.")
    return ""


def _embargoed(until: datetime) -> str:
    return _("Not published: under embargo until %(moment)s.") % {"moment": with_offset(until)}
