"""What the desk has done to entries of the registry and to themes: merges, splits, renames; and former themes."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.models.theme import Theme
from partners.folding import fold
from partners.models.former import FormerName, entry_key


class FormerTheme(FormerName):
    """What a theme was called: whoever types that name means the theme that has it now."""

    folded = models.CharField(_("folded name"), max_length=100, unique=True, editable=False)
    entry = entry_key(Theme)

    class Meta(FormerName.Meta):
        verbose_name = _("former name of a theme")
        verbose_name_plural = _("former names of themes")

    def save(self, *args, **kwargs):
        self.folded = fold(self.name)[:100]
        super().save(*args, **kwargs)


class EntryChangeKind(models.TextChoices):
    MERGE = "merge", _("Merge")
    SPLIT = "split", _("Split")
    RENAME = "rename", _("Rename")


class EntryChangeQuerySet(models.QuerySet):
    def standing(self):
        """Those that nobody has undone."""
        return self.filter(undone_at=None)


class EntryChange(models.Model):
    """One merge, split or rename, with every row that it changed: before and after, so that it can be undone.

    `entry` is the number of the one that stays, `other` of the one that went into it, or came out of it. Entries are
    kept by number and name, since a merged one is gone. Only `articles.entries` writes these.
    """

    kind = models.CharField(_("what was done"), max_length=6, choices=EntryChangeKind.choices)
    model = models.CharField(_("kind of entry"), max_length=20)
    entry = models.BigIntegerField(_("number of the entry"))
    entry_name = models.CharField(_("entry"), max_length=300)
    other = models.BigIntegerField(_("number of the other entry"), null=True)
    other_name = models.CharField(_("other entry"), max_length=300)
    counts = models.JSONField(_("what it touched"), default=dict)
    steps = models.JSONField(_("rows before and after"), default=list)
    reason = models.TextField(_("reason"), blank=True)
    done_at = models.DateTimeField(_("done"), default=timezone.now, db_index=True)
    done_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, verbose_name=_("done by"), null=True, related_name="+"
    )
    undone_at = models.DateTimeField(_("undone"), null=True)
    undone_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, verbose_name=_("undone by"), null=True, related_name="+"
    )

    objects = EntryChangeQuerySet.as_manager()

    class Meta:
        verbose_name = _("merge, split or rename")
        verbose_name_plural = _("merges, splits and renames")
        ordering = ["-done_at", "-pk"]
        default_permissions = ["view"]
        permissions = [("rework_entries", _("Can merge, split and rename entries, and undo it"))]
        constraints = [
            models.CheckConstraint(condition=Q(kind__in=EntryChangeKind.values), name="entry_change_kind_known"),
            models.CheckConstraint(
                condition=Q(kind="rename", other=None) | (~Q(kind="rename") & Q(other__isnull=False)),
                name="entry_change_of_two",
            ),
            models.CheckConstraint(
                condition=Q(other=None) | ~Q(other=F("entry")), name="entry_change_of_two_different_ones"
            ),
            models.UniqueConstraint(
                fields=["model", "other"], condition=Q(kind="merge", undone_at=None), name="entry_merged_once"
            ),
        ]
        indexes = [models.Index(fields=["model", "entry"], name="changes_of_an_entry")]

    def __str__(self):
        said = {
            EntryChangeKind.MERGE: _("“%(other)s” merged into “%(entry)s”"),
            EntryChangeKind.SPLIT: _("“%(other)s” split off “%(entry)s”"),
            EntryChangeKind.RENAME: _("“%(other)s” renamed “%(entry)s”"),
        }
        return str(said[EntryChangeKind(self.kind)]) % {"other": self.other_name, "entry": self.entry_name}
