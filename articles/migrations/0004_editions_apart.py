"""On PostgreSQL the database itself refuses that two editions of an article are visible at the same moment."""

from django.db import migrations

ADD = """
CREATE EXTENSION IF NOT EXISTS btree_gist;
ALTER TABLE articles_edition ADD CONSTRAINT editions_apart
EXCLUDE USING gist (article_id WITH =, tstzrange(visible_from, visible_until, '[)') WITH &&);
"""
REMOVE = "ALTER TABLE articles_edition DROP CONSTRAINT editions_apart;"


def add(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(ADD)


def remove(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(REMOVE)


class Migration(migrations.Migration):
    dependencies = [("articles", "0003_search")]

    operations = [migrations.RunPython(add, remove)]
