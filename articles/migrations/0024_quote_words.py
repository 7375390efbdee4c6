"""The words of each quote, in the forms that the register's readers find them by."""

from django.db import migrations

import articles.models.record
from articles.search.text import forms_held


def write_words(apps, schema_editor):
    quotes = apps.get_model("articles", "Quote").objects.only("text", "language")
    batch = []
    for quote in quotes.iterator(chunk_size=1_000):
        quote.searched = f" {' '.join(forms_held(quote.text, quote.language))} "
        batch.append(quote)
        if len(batch) == 1_000:
            quotes.bulk_update(batch, ["searched"])
            batch = []
    quotes.bulk_update(batch, ["searched"])


class Migration(migrations.Migration):
    dependencies = [("articles", "0020_silent_edits_and_shared_previews")]

    operations = [
        migrations.AddField(
            model_name="quote",
            name="searched",
            field=articles.models.record.WordsField(blank=True, default="", editable=False),
        ),
        migrations.RunPython(write_words, migrations.RunPython.noop, elidable=True),
    ]
