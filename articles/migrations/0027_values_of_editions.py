"""What readers narrow a search by, held beside the index, so that it is counted without following links.

What is public is found without the texts: their index has all that is asked of them.
On PostgreSQL the planner is told to expect more answers too: for few it looks each of the editions up, which takes
twenty times as long as reading them all where a word is common.
"""

from django.db import migrations, models

# A character for each value, as articles.search.values_held had them when this was written, a range for each kind:
# its number, and the table and the column of the edition.
_VALUES = [
    ("65536 + 26 * ({code}(substr(language, 1, 1)) - 97) + {code}(substr(language, 2, 1)) - 97", "edition", "id"),
    ("66536 + {year}", "edition", "id"),
    ("76536 + country_id", "edition_countries", "edition_id"),
    ("86536 + source_id", "edition", "id"),
    ("214112 + tag_id", "themededition", "content_object_id"),
    ("464112 + meeting_id", "edition_meetings", "edition_id"),
    ("714112 + official_id", "edition_officials", "edition_id"),
]
# How each database makes a text of them, tells a letter's code, and a moment's year in Brussels.
_WORDS = {
    "sqlite": (
        "group_concat(char(number), '')",
        "unicode",
        "CAST(strftime('%Y', first_public_at, '+1 hour') AS integer)",
    ),
    "postgresql": (
        "string_agg(chr(number::integer), '')",
        "ascii",
        "extract(year FROM first_public_at AT TIME ZONE 'Europe/Brussels')::integer",
    ),
}
_TABLE = "CREATE TABLE articles_edition_values (story bigint PRIMARY KEY, held text NOT NULL)"
_FUNCTIONS = ["articles_edition_search_keys(tsquery)", "articles_edition_search_pairs(bigint[])"]


def create(apps, schema_editor):
    vendor = schema_editor.connection.vendor
    schema_editor.execute(_TABLE.replace("bigint", "integer") if vendor == "sqlite" else _TABLE)
    with schema_editor.connection.cursor() as cursor:
        held, code, year = _WORDS[vendor]
        numbers = " UNION ALL ".join(
            f"SELECT {edition} AS story, {number.format(code=code, year=year)} AS number FROM articles_{table}"  # noqa: S608
            for number, table, edition in _VALUES
        )
        texts = f"SELECT story, {held} FROM ({numbers}) AS numbers WHERE number IS NOT NULL GROUP BY story"  # noqa: S608
        cursor.execute(f"INSERT INTO articles_edition_values (story, held) {texts}")
    if vendor == "postgresql":
        _expect(schema_editor, 5_000)


def drop(apps, schema_editor):
    schema_editor.execute("DROP TABLE articles_edition_values")
    if schema_editor.connection.vendor == "postgresql":
        _expect(schema_editor, 1_000)


def _expect(schema_editor, answers):
    for function in _FUNCTIONS:
        schema_editor.execute(f"ALTER FUNCTION {function} ROWS {answers}")


class Migration(migrations.Migration):
    dependencies = [("articles", "0026_pairs_of_words")]

    operations = [
        migrations.RemoveIndex("edition", "edition_visibility"),
        migrations.AddIndex(
            "edition",
            models.Index(
                fields=["visible_from", "visible_until", "kind", "article", "first_public_at", "source", "language"],
                name="edition_public",
            ),
        ),
        migrations.AddIndex("themededition", models.Index(fields=["content_object", "tag"], name="themes_of_edition")),
        migrations.RunPython(create, drop),
    ]
