"""The search index: an FTS5 table on SQLite, a tsvector with a GIN index on PostgreSQL; for editions and articles.

`articles.search` fills and asks them. They are no models: what they hold can be made anew by the command reindex.
"""

from django.db import migrations

_TABLES = ["articles_edition_search", "articles_article_search"]
_COLUMNS = ", ".join(
    f"{form}_{field}" for form in ["exact", "stem", "folded"] for field in ["title", "standfirst", "body"]
)

# The planner does not know what unpacking a vector costs and would rather read the whole table: a hundred times slower.
_FUNCTION = """
CREATE FUNCTION {table}_keys(asked tsquery) RETURNS SETOF bigint LANGUAGE sql STABLE ROWS 1000
SET enable_seqscan TO off SET enable_indexscan TO off
AS 'SELECT story FROM {table} WHERE words @@ asked'
"""


def create(apps, schema_editor):
    for table in _TABLES:
        if schema_editor.connection.vendor == "postgresql":
            schema_editor.execute(f"CREATE TABLE {table} (story bigint PRIMARY KEY, words tsvector NOT NULL)")
            schema_editor.execute(f"CREATE INDEX {table}_words ON {table} USING gin (words)")
            schema_editor.execute(_FUNCTION.format(table=table))
        else:
            # The words come normalised, a space between them; this tokenizer leaves other alphabets whole.
            schema_editor.execute(f"CREATE VIRTUAL TABLE {table} USING fts5({_COLUMNS}, tokenize='ascii')")


def drop(apps, schema_editor):
    for table in _TABLES:
        if schema_editor.connection.vendor == "postgresql":
            schema_editor.execute(f"DROP FUNCTION {table}_keys")
        schema_editor.execute(f"DROP TABLE {table}")


class Migration(migrations.Migration):
    dependencies = [("articles", "0002_groups")]

    operations = [migrations.RunPython(create, drop)]
