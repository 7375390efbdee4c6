import django.db.models.deletion
from django.db import migrations, models

from articles.slugs import ascii_slug, free_slug


def give_addresses(apps, schema_editor):
    """Each contributor gets the address of their page."""
    contributors = apps.get_model("articles", "Contributor").objects.using(schema_editor.connection.alias)
    taken = set()
    for contributor in contributors.order_by("pk").iterator():
        slug = free_slug(ascii_slug(contributor.name, fallback="author"), taken.__contains__)
        taken.add(slug)
        contributors.filter(pk=contributor.pk).update(slug=slug)


class Migration(migrations.Migration):
    dependencies = [("articles", "0016_desk_lists")]

    operations = [
        migrations.AddField(
            "contributor",
            "slug",
            # its index comes with the constraint below
            models.SlugField(db_index=False, editable=False, max_length=100, null=True, verbose_name="slug"),
        ),
        migrations.RunPython(give_addresses, migrations.RunPython.noop),
        migrations.AlterField(
            "contributor", "slug", models.SlugField(editable=False, max_length=100, unique=True, verbose_name="slug")
        ),
        migrations.CreateModel(
            name="LanguageVersions",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
            ],
            options={
                "verbose_name": "group of language versions",
                "verbose_name_plural": "groups of language versions",
            },
        ),
        migrations.CreateModel(
            name="LanguageVersion",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "language",
                    models.CharField(
                        choices=[
                            ("fr", "French"),
                            ("en", "English"),
                            ("es", "Spanish"),
                            ("de", "German"),
                            ("it", "Italian"),
                            ("pt", "Portuguese"),
                            ("nl", "Dutch"),
                            ("ar", "Arabic"),
                            ("tr", "Turkish"),
                            ("ru", "Russian"),
                            ("uk", "Ukrainian"),
                            ("und", "Undetermined"),
                        ],
                        max_length=8,
                        verbose_name="language",
                    ),
                ),
                (
                    "article",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="language_version",
                        to="articles.article",
                        verbose_name="article",
                    ),
                ),
                (
                    "group",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="members",
                        to="articles.languageversions",
                        verbose_name="language versions",
                    ),
                ),
            ],
            options={
                "verbose_name": "language version",
                "verbose_name_plural": "language versions",
                "ordering": ["language"],
                "constraints": [
                    models.UniqueConstraint(fields=["group", "language"], name="language_version_once_per_language")
                ],
            },
        ),
    ]
