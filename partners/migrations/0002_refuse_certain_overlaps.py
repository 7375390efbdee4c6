"""On PostgreSQL the database itself refuses spans that surely overlap, whoever writes them.

SQLite has no exclusion constraints; there `clean()` and the loader refuse the same.
"""

from django.db import migrations
from django.db.utils import DatabaseError, NotSupportedError

# The days that a span covers for certain: from the latest possible start to the earliest possible end. A span
# without a start, or whose known parts leave nothing certain, is empty and overlaps with none.
CERTAIN_SPAN = """
CREATE FUNCTION partners_first_day(known text) RETURNS date LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN
    make_date(
        substr(known, 1, 4)::int,
        CASE WHEN length(known) >= 7 THEN substr(known, 6, 2)::int ELSE 1 END,
        CASE WHEN length(known) >= 10 THEN substr(known, 9, 2)::int ELSE 1 END
    );
CREATE FUNCTION partners_last_day(known text) RETURNS date LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN
    CASE length(known)
        WHEN 4 THEN make_date(substr(known, 1, 4)::int, 12, 31)
        WHEN 7 THEN (partners_first_day(known) + interval '1 month' - interval '1 day')::date
        ELSE partners_first_day(known)
    END;
CREATE FUNCTION partners_certain_span(since text, until text) RETURNS daterange LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN
    CASE
        WHEN since IS NULL THEN 'empty'::daterange
        WHEN until IS NULL THEN daterange(partners_last_day(since), NULL)
        WHEN partners_last_day(since) >= partners_first_day(until) THEN 'empty'::daterange
        ELSE daterange(partners_last_day(since), partners_first_day(until))
    END;
"""
DROP_FUNCTIONS = """
DROP FUNCTION partners_certain_span(text, text);
DROP FUNCTION partners_last_day(text);
DROP FUNCTION partners_first_day(text);
"""
CONSTRAINTS = [
    (
        "partners_relation",
        "relation_no_overlap",
        "country_id WITH =, framework WITH =, partners_certain_span(since, until) WITH &&",
        "",
    ),
    (
        "partners_relation",
        "relation_member_or_partner",
        "country_id WITH =, (CASE WHEN framework = 'member' THEN 1 ELSE 0 END) WITH <>,"
        " partners_certain_span(since, until) WITH &&",
        "",
    ),
    (
        "partners_tenure",
        "tenure_no_overlap",
        "official_id WITH =, office_id WITH =, partners_certain_span(since, until) WITH &&",
        "",
    ),
    (
        "partners_tenure",
        "tenure_single_holder",
        "office_id WITH =, partners_certain_span(since, until) WITH &&",
        " WHERE (exclusive)",
    ),
]


def refuse_overlaps(apps, schema_editor):
    if schema_editor.connection.vendor != "postgresql":
        return
    try:
        schema_editor.execute("CREATE EXTENSION IF NOT EXISTS btree_gist")
    except DatabaseError as error:
        raise NotSupportedError(
            "The database needs the extension btree_gist. Let a PostgreSQL superuser run"
            " “CREATE EXTENSION btree_gist” in it once, then migrate again."
        ) from error
    schema_editor.execute(CERTAIN_SPAN, params=None)
    for table, name, elements, where in CONSTRAINTS:
        schema_editor.execute(
            f"ALTER TABLE {table} ADD CONSTRAINT {name} EXCLUDE USING gist ({elements}){where}"
            # the loader closes one span and opens the next in any order, and has them checked at its end
            " DEFERRABLE INITIALLY IMMEDIATE"
        )


def allow_overlaps(apps, schema_editor):
    if schema_editor.connection.vendor != "postgresql":
        return
    for table, name, _elements, _where in CONSTRAINTS:
        schema_editor.execute(f"ALTER TABLE {table} DROP CONSTRAINT {name}")
    schema_editor.execute(DROP_FUNCTIONS, params=None)


class Migration(migrations.Migration):
    dependencies = [("partners", "0001_initial")]

    operations = [migrations.RunPython(refuse_overlaps, allow_overlaps, elidable=False)]
