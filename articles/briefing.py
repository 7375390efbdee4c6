"""Whether a text meets its brief, noted beside the brief so that the desk can list and count without reading texts."""

from typing import Any

from articles import checks
from articles.checking.brief import progress
from articles.models import Article, Brief, Waiver


def is_unmet(article: Article, brief: Brief) -> bool:
    """Whether the text lacks something that the brief asks and that nobody answers for."""
    asked = checks.asked_of(brief)
    lacking = (
        {f"brief-{each.kind}" for each in progress(checks.words_of(article), asked) if not each.met} if asked else {}
    )
    if not lacking or article.pk is None:
        return bool(lacking)
    waived = Waiver.objects.filter(article=article, check_name__in=lacking).values_list("check_name", flat=True)
    return bool(set(lacking) - set(waived))


def note(article: Article, brief: Brief) -> None:
    """Note how the article stands to its brief. Call it after either has changed."""
    if brief.unmet != (unmet := is_unmet(article, brief)):
        Brief.objects.filter(pk=brief.pk).update(unmet=unmet)


def note_change(*, instance: Brief | Waiver, **_signal: Any) -> None:
    """The same, for a brief or a waiver that was saved or deleted."""
    brief = Brief.objects.select_related("article").filter(article=instance.article_id).first()
    if brief is not None:
        note(brief.article, brief)
