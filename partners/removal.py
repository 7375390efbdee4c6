"""What happens when a row of the registry is to go: refused while something outside uses it, remembered afterwards."""

from typing import Any

from django.db import models
from django.db.models import ManyToManyRel, ProtectedError
from django.db.models.signals import post_delete, pre_delete
from django.utils.translation import gettext

from partners.models.rows import RegistryRow, RemovedRow

SHOWN = 20  # of the rows that stand in the way


def users_of(row: RegistryRow) -> list[models.Model]:
    """The first rows outside the registry that link to this one, such as articles and editions.

    Foreign keys protect their target themselves; a many-to-many link would be dropped without a word.
    """
    found: list[models.Model] = []
    for relation in row._meta.get_fields(include_hidden=True):
        if isinstance(relation, ManyToManyRel) and relation.related_model._meta.app_label != row._meta.app_label:
            users = relation.related_model._base_manager.filter(**{relation.field.name: row})
            found += users[: SHOWN - len(found)]
    return found


def refuse_while_used(sender: type[models.Model], instance: models.Model, **_: Any) -> None:
    """Raises ProtectedError, naming the users, before anything is deleted."""
    if isinstance(instance, RegistryRow) and (users := users_of(instance)):
        named = ", ".join(str(user) for user in users[:3])
        text = gettext("“%(row)s” cannot be deleted: it is used by %(users)s.") % {"row": instance, "users": named}
        raise ProtectedError(text, set(users))


def remember(sender: type[models.Model], instance: models.Model, **_: Any) -> None:
    """Keep a deleted row of the tables from coming back with the next load."""
    if isinstance(instance, RegistryRow) and instance.loaded is not None:
        RemovedRow.objects.get_or_create(
            table=instance.TABLE, key=instance.key, defaults={"name": str(instance)[:400]}
        )


def connect() -> None:
    pre_delete.connect(refuse_while_used, dispatch_uid="partners.refuse_while_used")
    post_delete.connect(remember, dispatch_uid="partners.remember_removed")
