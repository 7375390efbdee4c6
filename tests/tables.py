"""The registry of the shipped tables, for tests that need all of it: loaded once, then written as it was."""

from django.apps import apps
from django.db import models, transaction

from partners.loading import load
from partners.registry import read_tables

loaded: list[list[models.Model]] = []  # of each table the rows that the first loading wrote


def load_registry() -> None:
    """Fill an empty registry with the shipped tables, from the second time on without reading them again."""
    if loaded:
        with transaction.atomic():  # in which a row may name one that comes later
            for rows in loaded:
                type(rows[0])._base_manager.bulk_create(rows)
        return
    load(read_tables())
    tables = apps.get_app_config("partners").get_models(include_auto_created=True)
    loaded.extend(rows for table in tables if (rows := list(table._base_manager.all())))
