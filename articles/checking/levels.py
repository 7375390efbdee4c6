"""Which checks block, which warn and which are off: the house's own levels, and those that the chief has set."""

from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import CharField, Value
from django.utils.translation import gettext as _

from articles import journal
from articles.checking.catalogue import CHECKS
from articles.models import Article, CheckLevel, Level, Waiver

PERMISSION = "articles.change_checklevel"


def levels() -> dict[str, Level]:
    """The level of each check now."""
    return _with_own(dict(CheckLevel.objects.values_list("check_name", "level")))


def levels_and_waived(article: Article) -> tuple[dict[str, Level], set[str]]:
    """The level of each check now, and the checks that somebody answers for in that article; one query."""
    waived = Waiver.objects.filter(article_id=article.pk).order_by().values_list("check_name", Value("", CharField()))
    own = CheckLevel.objects.order_by().values_list("check_name", "level")
    rows: list[tuple[str, str]] = list(own.union(waived, all=True))
    return _with_own({name: level for name, level in rows if level}), {name for name, level in rows if not level}


def _with_own(own: dict[str, str]) -> dict[str, Level]:
    return {name: check.level if check.fixed else Level(own.get(name, check.level)) for name, check in CHECKS.items()}


@transaction.atomic
def set_level(name: str, level: Level, *, by: User) -> bool:
    """Give the check that level, for all articles; False where it has it. Goes into the journal.

    Raises PermissionDenied, KeyError for a check that there is not, ValueError for one whose level is fixed.
    """
    if not (by.is_active and by.has_perm(PERMISSION)):
        raise PermissionDenied
    check = CHECKS[name]
    if check.fixed:
        raise ValueError(_("Nobody sets the level of “%(check)s”.") % {"check": check.label})
    row = CheckLevel.objects.select_for_update().filter(check_name=name).first()
    before = Level(row.level) if row is not None else check.level
    if before == level:
        return False
    if row is None:
        row = CheckLevel(check_name=name)
    row.level = level
    row.save()
    summary = _("%(check)s: %(level)s") % {"check": check.label, "level": level.label}
    journal.note(by, row, "check_level", before={"level": before.value}, after={"level": level.value}, summary=summary)
    return True
