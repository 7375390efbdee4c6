"""Who did what at the desk, when: written once, never changed."""

from typing import Any, NoReturn

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class Kept(TypeError):
    """The journal is neither changed nor deleted."""


class JournalQuerySet(models.QuerySet):
    def update(self, **kwargs: Any) -> NoReturn:
        raise Kept("The journal is never changed.")

    def delete(self) -> NoReturn:
        raise Kept("The journal is never deleted.")

    def bulk_update(self, *args: Any, **kwargs: Any) -> NoReturn:
        raise Kept("The journal is never changed.")


class JournalEntry(models.Model):
    """One action of one person on one thing. Only `articles.journal` writes them; nobody changes or deletes them.

    Person, thing and article are kept by number and name, not by a link: deleting an account takes nothing away here.
    The database has a trigger that refuses changes: where a migration has SQLite remake the table, make it again.
    """

    at = models.DateTimeField(_("when"), default=timezone.now, db_index=True)
    account = models.BigIntegerField(_("number of the account"), null=True)
    account_name = models.CharField(_("who"), max_length=150, blank=True)
    action = models.CharField(_("action"), max_length=60)
    object_type = models.CharField(_("kind of thing"), max_length=100)
    object_id = models.CharField(_("number of the thing"), max_length=64, blank=True)
    object_label = models.CharField(_("thing"), max_length=300)
    article = models.BigIntegerField(_("number of the article"), null=True)
    before = models.JSONField(_("before"), null=True, encoder=DjangoJSONEncoder)
    after = models.JSONField(_("after"), null=True, encoder=DjangoJSONEncoder)
    summary = models.TextField(_("what was done"), blank=True)
    reason = models.TextField(_("reason given"), blank=True)

    objects = JournalQuerySet.as_manager()

    class Meta:
        verbose_name = _("journal entry")
        verbose_name_plural = _("journal")
        ordering = ["-at", "-pk"]
        default_permissions = ["view"]
        constraints = [models.CheckConstraint(condition=~Q(action=""), name="journal_names_the_action")]
        indexes = [
            models.Index(fields=["article", "at"], name="journal_of_an_article"),
            models.Index(fields=["account_name", "at"], name="journal_of_a_person"),
            models.Index(fields=["action", "at"], name="journal_of_an_action"),
        ]

    def __str__(self):
        return f"{self.at:%Y-%m-%d %H:%M} UTC · {self.account_name or '–'} · {self.action} · {self.object_label}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        if self.pk is not None and not self._state.adding:
            raise Kept("The journal is never changed.")
        super().save(*args, **(kwargs | {"force_insert": True}))

    def delete(self, *args: Any, **kwargs: Any) -> NoReturn:
        raise Kept("The journal is never deleted.")
