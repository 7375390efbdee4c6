"""What finding needs: indexes that spare it the texts, and the words of the index, for proposing another spelling.

The words stand both ways round, to be found by either end. Which of them readers may see `articles.respelling` asks; the
command reindex makes them anew.
"""

from django.db import migrations, models

_TABLE = {
    "sqlite": "CREATE TABLE articles_edition_words (word text PRIMARY KEY, backwards text NOT NULL) WITHOUT ROWID",
    # letters in their own order, whatever the database's, so that an index finds all words that begin alike
    "postgresql": 'CREATE TABLE articles_edition_words (word text COLLATE "C" PRIMARY KEY,'
    ' backwards text COLLATE "C" NOT NULL)',
}
# The words as written of what is indexed already.
_HELD = {
    "sqlite": "SELECT DISTINCT term FROM held_terms WHERE col LIKE 'exact_%'",
    "postgresql": "SELECT substr(word, 2) FROM ts_stat('SELECT words FROM articles_edition_search')"
    " WHERE word LIKE '=%'",
}


def create(apps, schema_editor):
    vendor = schema_editor.connection.vendor
    schema_editor.execute(_TABLE[vendor])
    schema_editor.execute("CREATE INDEX articles_edition_words_backwards ON articles_edition_words (backwards)")
    with schema_editor.connection.cursor() as cursor:
        if vendor == "sqlite":
            cursor.execute("CREATE VIRTUAL TABLE temp.held_terms USING fts5vocab(main, articles_edition_search, col)")
        cursor.execute(_HELD[vendor])
        words = [word for (word,) in cursor.fetchall() if 4 <= len(word) <= 32 and word.isalpha()]
        cursor.executemany(
            "INSERT INTO articles_edition_words (word, backwards) VALUES (%s, %s)",
            [(word, word[::-1]) for word in sorted(words)],
        )
        if vendor == "sqlite":
            cursor.execute("DROP TABLE temp.held_terms")


def drop(apps, schema_editor):
    schema_editor.execute("DROP TABLE articles_edition_words")


class Migration(migrations.Migration):
    dependencies = [("articles", "0021_entry_changes")]

    operations = [
        migrations.AddIndex("article", models.Index(fields=["id", "trashed_at"], name="article_trashed")),
        migrations.AddIndex(
            "edition",
            models.Index(
                fields=[
                    "id",
                    "kind",
                    "visible_from",
                    "visible_until",
                    "article",
                    "first_public_at",
                    "language",
                    "source",
                ],
                name="edition_found",
            ),
        ),
        migrations.RunPython(create, drop),
    ]
