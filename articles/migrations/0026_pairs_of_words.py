"""On PostgreSQL the index of the search holds the pairs of neighbouring words too, so that a phrase is found by it."""

from django.db import migrations

from articles.search import document_of
from articles.search.pairs import pairs_of

_MODELS = {"articles_edition_search": "Edition", "articles_article_search": "Article"}

# As the functions of migrations 0003 and 0016: the planner would read the whole table.
_FUNCTION = """
CREATE FUNCTION {table}_pairs(asked bigint[]) RETURNS SETOF bigint LANGUAGE sql STABLE ROWS 1000
SET enable_seqscan TO off SET enable_indexscan TO off
AS 'SELECT story FROM {table} WHERE pairs && asked'
"""


def create(apps, schema_editor):
    connection = schema_editor.connection
    if connection.vendor != "postgresql":
        return
    for table, name in _MODELS.items():
        schema_editor.execute(f"ALTER TABLE {table} ADD COLUMN pairs bigint[] NOT NULL DEFAULT '{{}}'")
        with connection.cursor() as cursor:
            cursor.execute(f"SELECT story FROM {table}")  # noqa: S608
            indexed = {story for (story,) in cursor.fetchall()}
            stories = apps.get_model("articles", name).objects.only(
                "title", "standfirst", "body", "dateline", "language"
            )
            for story in stories.order_by("pk").iterator(chunk_size=200) if indexed else ():
                if story.pk in indexed:
                    held = pairs_of(document_of(story))
                    cursor.execute(f"UPDATE {table} SET pairs = %s WHERE story = %s", [held, story.pk])  # noqa: S608
        schema_editor.execute(f"CREATE INDEX {table}_pairs_held ON {table} USING gin (pairs)")
        schema_editor.execute(_FUNCTION.format(table=table))


def drop(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        for table in _MODELS:
            schema_editor.execute(f"DROP FUNCTION {table}_pairs")
            schema_editor.execute(f"ALTER TABLE {table} DROP COLUMN pairs")


class Migration(migrations.Migration):
    dependencies = [("articles", "0025_untitled_drafts")]

    operations = [migrations.RunPython(create, drop)]
