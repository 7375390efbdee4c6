"""What keeps the desk's list fast with a hundred thousand articles: an index in its order, and a count of a search."""

from django.db import migrations, models

_TABLES = ["articles_edition_search", "articles_article_search"]

# As the function of migration 0003: the planner would read the whole table.
_FUNCTION = """
CREATE FUNCTION {table}_count(asked tsquery, most integer) RETURNS bigint LANGUAGE sql STABLE
SET enable_seqscan TO off SET enable_indexscan TO off
AS 'SELECT count(*) FROM (SELECT 1 FROM {table} WHERE words @@ asked LIMIT most) AS found'
"""


def create(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        for table in _TABLES:
            schema_editor.execute(_FUNCTION.format(table=table))


def drop(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        for table in _TABLES:
            schema_editor.execute(f"DROP FUNCTION {table}_count")


class Migration(migrations.Migration):
    dependencies = [("articles", "0015_incoming_once")]

    operations = [
        migrations.AddIndex(
            "article",
            models.Index(
                fields=["-updated_at", "-id"], condition=models.Q(trashed_at=None), name="article_kept_newest"
            ),
        ),
        migrations.RunPython(create, drop),
    ]
