"""What a meeting has on paper, what an organisation is, relations' notes in French; countries found by more words."""

import django.core.validators
import django.db.models.deletion
from django.db import migrations, models

import partners.fields
from partners.folding import fold

PARTS = {"agendaitem": "agenda item", "meetingdocument": "document"}
# Whoever may do this with a meeting may do those things with its parts.
RIGHTS = {"view": ["view"], "add": ["add"], "change": ["add", "change", "delete"]}
SEARCHED = [
    "code", "name_fr", "name_en", "aliases", "capitals_fr", "capitals_en",
    "adjectives_fr_m", "adjectives_fr_f", "adjectives_en",
]  # fmt: skip


def find_countries_by_all_adjectives(apps, schema_editor):
    """The searched text of each country, which its next saving would widen alike."""
    Country = apps.get_model("partners", "Country")
    db = schema_editor.connection.alias
    countries = list(Country.objects.using(db).all())
    for country in countries:
        values = [getattr(country, name) for name in SEARCHED]
        country.folded = fold("\n".join(text for v in values for text in ((v,) if isinstance(v, str) else v)))
    Country.objects.using(db).bulk_update(countries, ["folded"], batch_size=200)


def let_those_of_meetings_keep_their_parts(apps, schema_editor):
    """Permissions are usually made after all migrations; these are made with the names they will have."""
    Group = apps.get_model("auth", "Group")
    Permission = apps.get_model("auth", "Permission")
    ContentType = apps.get_model("contenttypes", "ContentType")
    db = schema_editor.connection.alias
    for right, actions in RIGHTS.items():
        holders = Group.objects.using(db).filter(
            permissions__codename=f"{right}_meeting", permissions__content_type__app_label="partners"
        )
        for group in holders:
            for model, name in PARTS.items():
                content_type, _ = ContentType.objects.using(db).get_or_create(app_label="partners", model=model)
                for action in actions:
                    permission, _ = Permission.objects.using(db).get_or_create(
                        content_type=content_type,
                        codename=f"{action}_{model}",
                        defaults={"name": f"Can {action} {name}"},
                    )
                    group.permissions.add(permission)


class Migration(migrations.Migration):
    dependencies = [
        ("partners", "0004_adjectives_and_capitals_of_other_languages"),
        ("articles", "0017_language_versions_and_authors"),  # the groups and what they have been given
    ]

    operations = [
        migrations.AddField(
            model_name="organisation",
            name="about_en",
            field=models.TextField(blank=True, verbose_name="what it is, in English"),
        ),
        migrations.AddField(
            model_name="organisation",
            name="about_fr",
            field=models.TextField(
                blank=True,
                help_text="A sentence or two; shown to readers at the head of its page.",
                verbose_name="what it is, in French",
            ),
        ),
        migrations.AddField(
            model_name="relation",
            name="note_fr",
            field=models.TextField(blank=True, verbose_name="note in French"),
        ),
        migrations.AlterField(
            model_name="relation",
            name="note",
            field=models.TextField(blank=True, verbose_name="note in English"),
        ),
        migrations.CreateModel(
            name="AgendaItem",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "position",
                    models.PositiveSmallIntegerField(
                        default=0, help_text="Points come by position, then by day and hour.", verbose_name="position"
                    ),
                ),
                (
                    "day",
                    models.DateField(
                        blank=True, help_text="Where the meeting lasts several days.", null=True, verbose_name="day"
                    ),
                ),
                (
                    "begins",
                    models.TimeField(
                        blank=True, help_text="In the time of the meeting's place.", null=True, verbose_name="begins"
                    ),
                ),
                ("title_fr", models.CharField(max_length=250, verbose_name="title in French")),
                ("title_en", models.CharField(blank=True, max_length=250, verbose_name="title in English")),
                (
                    "meeting",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="agenda",
                        to="partners.meeting",
                        verbose_name="meeting",
                    ),
                ),
            ],
            options={
                "verbose_name": "agenda item",
                "verbose_name_plural": "agenda items",
                "ordering": [
                    "meeting",
                    "position",
                    models.OrderBy(models.F("day"), nulls_last=True),
                    models.OrderBy(models.F("begins"), nulls_last=True),
                    "pk",
                ],
            },
        ),
        migrations.CreateModel(
            name="MeetingDocument",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.CharField(editable=False, max_length=100, unique=True, verbose_name="key")),
                (
                    "source",
                    models.TextField(blank=True, help_text="Where this is on public record.", verbose_name="source"),
                ),
                ("loaded", models.JSONField(blank=True, editable=False, null=True, verbose_name="values last loaded")),
                ("folded", models.TextField(blank=True, editable=False, verbose_name="searched text")),
                (
                    "title",
                    models.CharField(
                        help_text="In the document's own language.", max_length=250, verbose_name="title"
                    ),
                ),
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
                        ],
                        default="fr",
                        max_length=8,
                        verbose_name="language",
                    ),
                ),
                (
                    "address",
                    models.URLField(
                        max_length=500,
                        validators=[django.core.validators.URLValidator(schemes=["http", "https"])],
                        verbose_name="address",
                    ),
                ),
                (
                    "dated",
                    partners.fields.PartialDateField(
                        blank=True,
                        help_text="As known: 2024, 2024-10 or 2024-10-17. Empty: unknown.",
                        null=True,
                        verbose_name="dated",
                    ),
                ),
                (
                    "meeting",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="documents",
                        to="partners.meeting",
                        verbose_name="meeting",
                    ),
                ),
            ],
            options={
                "verbose_name": "document",
                "verbose_name_plural": "documents",
                "ordering": ["meeting", models.OrderBy(models.F("dated"), nulls_last=True), "title", "pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("meeting", "address"),
                        name="document_once_per_meeting",
                        violation_error_message="The meeting has a document with this address already.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("address__startswith", "http://"), ("address__startswith", "https://"), _connector="OR"
                        ),
                        name="document_address_is_of_the_web",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("language__in", ["fr", "en", "es", "de", "it", "pt", "nl", "ar", "tr", "ru", "uk"])
                        ),
                        name="document_language_is_known",
                    ),
                ],
            },
        ),
        migrations.RunPython(find_countries_by_all_adjectives, migrations.RunPython.noop),
        migrations.RunPython(let_those_of_meetings_keep_their_parts, migrations.RunPython.noop),
    ]
