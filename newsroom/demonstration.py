"""A newsroom to try: the registry, the seed texts taken through the desk, and two accounts.

Everything goes through the functions that editors use. Nothing here knows a seed by its name: a text whose brief is
not met stays in review.
"""

import secrets
from dataclasses import dataclass, field
from pathlib import Path

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group, User
from django.db import transaction
from django.utils.translation import gettext as _

from articles import checks, deciding, publishing, quote_register
from articles.importing import import_articles
from articles.models import Article, ProposalKind
from articles.outcomes import IMPORTED

# The demo's editor answers for everything, as in a newsroom of one; the reporter only writes.
ACCOUNTS = {"editor": ["editor", "chief", "importer", "registry keeper"], "reporter": ["reporter"]}


@dataclass(slots=True)
class Shown:
    """What a run made, for the command to print."""

    passwords: dict[str, str] = field(default_factory=dict)
    published: list[Article] = field(default_factory=list)
    in_review: list[tuple[Article, str]] = field(default_factory=list)
    held: int = 0
    refused: list[str] = field(default_factory=list)


@transaction.atomic
def prepare(folder: Path) -> Shown:
    """Make the accounts, import the folder's texts and publish what the checks allow; all of it or nothing.

    What is there from an earlier run is kept as it is.
    """
    shown = Shown()
    for name, groups in ACCOUNTS.items():
        if password := _make_account(name, groups):
            shown.passwords[name] = password
    editor = get_user_model().objects.get(username="editor")
    for outcome in import_articles([folder], by=editor).outcomes:
        if outcome.article is None:
            shown.refused.append(f"{outcome.file}: {' '.join(outcome.remarks)}")
        elif outcome.result == IMPORTED:
            _take_through_the_desk(Article.objects.get(pk=outcome.article), editor, shown)
        else:
            shown.held += 1
    return shown


def _make_account(name: str, groups: list[str]) -> str:
    """Make a staff account and return its password; empty when the account is there already."""
    users = get_user_model().objects
    if users.filter(username=name).exists():
        return ""
    password = secrets.token_urlsafe(12)
    user = users.create_user(name, password=password, is_staff=True)
    user.groups.set(Group.objects.filter(name__in=groups))
    return password


def _take_through_the_desk(article: Article, editor: User, shown: Shown) -> None:
    """Accept what names known entries, submit, waive the rights with a reason, publish when nothing else blocks."""
    pending = article.proposals.pending()
    accepted = list(pending.known())
    dates = list(pending.filter(kind=ProposalKind.DATE))
    if len(dates) == 1:
        accepted += dates
    deciding.accept(accepted, by=editor)
    quote_register.accept(list(article.quotes.pending().exclude(speaker=None)), by=editor)
    publishing.move(article, "submit", by=editor)
    if any(finding.name == "rights" for finding in checks.blocking(article)):
        publishing.waive(article, "rights", by=editor, reason=_("Demonstration text: shown on this machine only."))
    article.refresh_from_db()
    try:
        publishing.publish(article, by=editor, as_archive=bool(article.dated and article.dated.full))
    except publishing.NotReady as refusal:
        shown.in_review.append((article, str(refusal)))
    else:
        shown.published.append(article)
