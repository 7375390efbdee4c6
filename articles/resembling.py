"""What the editor says of two texts that resemble each other, and how that is taken back.

Each function takes the acting user, locks both articles, writes and logs. Nothing is decided twice: undo first.
"""

from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from articles import publishing
from articles.models import Article, Likeness, Resemblance, Rights, SourceText, Standing


@transaction.atomic
def version_of(resemblance: Resemblance, *, by: User) -> None:
    """The new text is a wording of the held one: it waits beside that article, and its own draft goes to the trash.

    Raises Refused for a draft that readers have seen, and while wordings of its own wait.
    """
    held = _locked(resemblance, by)
    draft, article = held.source_text.article, held.other.article
    if draft.editions.ever_visible().exists():
        raise publishing.Refused(
            _("“%(title)s” was published: it stays an article. Say that it republishes the other one.")
            % {"title": draft}
        )
    if draft.source_texts.filter(standing=Standing.TO_COMPARE).exists():
        raise publishing.Refused(
            _("New wordings of “%(title)s” wait to be compared: decide about them first.") % {"title": draft}
        )
    SourceText.objects.filter(pk=held.source_text_id).update(article=article, standing=Standing.TO_COMPARE)
    held.draft = draft
    _decide(held, Likeness.VERSION, by)
    publishing.trash(draft, by=by)
    _log_both(by, draft, article, _("A version of “%(other)s”"), _("New wording to compare, from “%(other)s”"))


@transaction.atomic
def republication_of(resemblance: Resemblance, *, by: User) -> str:
    """The new article says in its outlet what the held one says; both stay. Returns what to look at next, or nothing.

    Rights are the editor's to state: nothing sets them here.
    """
    held = _locked(resemblance, by)
    article, other = held.source_text.article, held.other.article
    if article.republishes_id not in {None, other.pk}:
        raise publishing.Refused(
            _("“%(title)s” republishes another article already: take that back first.") % {"title": article}
        )
    if _leads_to(other, article):
        raise publishing.Refused(_("“%(other)s” republishes “%(title)s”.") % {"other": other, "title": article})
    Article.objects.filter(pk=article.pk).update(republishes=other)
    _decide(held, Likeness.REPUBLICATION, by)
    _log_both(by, article, other, _("A republication of “%(other)s”"), _("Republished as “%(other)s”"))
    if article.rights == Rights.UNKNOWN:
        return _("Nobody has stated the rights yet: is it “%(rights)s”?") % {"rights": Rights.REPUBLISHED.label}
    return ""


@transaction.atomic
def different(resemblance: Resemblance, *, by: User) -> None:
    """The two are different texts, however much they share."""
    held = _locked(resemblance, by)
    _decide(held, Likeness.DIFFERENT, by)
    article, other = held.source_text.article, held.other.article
    _log_both(by, article, other, _("A different text than “%(other)s”"), _("A different text than “%(other)s”"))


@transaction.atomic
def reopen(resemblance: Resemblance, *, by: User) -> None:
    """Undo a decision: both articles are as they were before it. Raises Refused where that is no longer possible."""
    held = _locked(resemblance, by, decided=True)
    article, other = held.source_text.article, held.other.article
    if held.decision == Likeness.VERSION:
        article = _give_back(held, by)
    elif held.decision == Likeness.REPUBLICATION:
        Article.objects.filter(pk=article.pk, republishes=other).update(republishes=None)
    _decide(held, Likeness.PENDING, by)
    said = _("The likeness to “%(other)s” is open again")
    _log_both(by, article, other, said, said)


def _give_back(held: Resemblance, by: User) -> Article:
    """Let the text of a version go back to its draft, out of the trash."""
    draft, source_text = held.draft, held.source_text
    waits = source_text.standing in {Standing.TO_COMPARE, Standing.PASSED_OVER}
    if draft is None or not waits or source_text.article_id != held.other.article_id:
        raise publishing.Refused(_("This wording has been taken since: it cannot go back to its draft."))
    SourceText.objects.filter(pk=source_text.pk).update(article=draft, standing=Standing.CURRENT)
    held.draft = None
    publishing.restore(draft, by=by)
    return draft


def _leads_to(article: Article, wanted: Article) -> bool:
    """Whether the article republishes the wanted one, directly or through others."""
    seen: set[int] = set()
    key: int | None = article.pk
    while key is not None and key not in seen:
        if key == wanted.pk:
            return True
        seen.add(key)
        key = Article.objects.filter(pk=key).values_list("republishes", flat=True).first()
    return False


def _locked(resemblance: Resemblance, by: User, *, decided: bool = False) -> Resemblance:
    """The resemblance with its articles, locked in one order. Raises Refused where it is not in that state."""
    publishing.require(by, "articles.change_resemblance")
    named = Resemblance.objects.values_list("source_text__article", "other__article", "draft").get(pk=resemblance.pk)
    publishing.lock_all(key for key in named if key is not None)
    held = Resemblance.objects.select_related("source_text__article", "other__article", "draft").get(pk=resemblance.pk)
    stale = not decided and held.source_text.standing not in {Standing.CURRENT, Standing.TO_COMPARE}
    if decided != (held.decision != Likeness.PENDING) or stale:
        raise publishing.Refused(_("Somebody has decided about this likeness meanwhile: look at the article again."))
    if not decided:
        for article in (held.source_text.article, held.other.article):
            if article.trashed_at is not None:
                raise publishing.Refused(_("“%(title)s” is in the trash: restore it first.") % {"title": article})
        if held.source_text.standing != Standing.CURRENT or held.source_text.article_id == held.other.article_id:
            raise publishing.Refused(_("Both are wordings of one article now: compare them there."))
    return held


def _decide(held: Resemblance, decision: Likeness, by: User) -> None:
    pending = decision == Likeness.PENDING
    held.decision = decision
    held.decided_by, held.decided_at = (None, None) if pending else (by, timezone.now())
    held.save(update_fields=["decision", "decided_by", "decided_at", "draft"])


def _log_both(by: User, article: Article, other: Article, said: str, said_there: str) -> None:
    publishing.log(by, article, said % {"other": other}, action="compare")
    publishing.log(by, other, said_there % {"other": article}, action="compare")
