"""The few articles in the trash by an index of their own: whatever readers see asks which they are."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("articles", "0027_values_of_editions")]

    operations = [
        migrations.AddIndex(
            "article",
            models.Index(condition=models.Q(("trashed_at__isnull", False)), fields=["id"], name="article_in_trash"),
        )
    ]
