"""A draft may have no title yet; publishing asks for one. Only what forms ask changes, no column."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0024_quote_words"),
    ]

    operations = [
        migrations.AlterField(
            model_name="article",
            name="title",
            field=models.CharField(blank=True, max_length=300, verbose_name="title"),
        ),
        migrations.AlterField(
            model_name="edition",
            name="title",
            field=models.CharField(blank=True, max_length=300, verbose_name="title"),
        ),
    ]
