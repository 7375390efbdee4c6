"""The library of pictures, where they stand, the portraits of officials; and what each group may do with them."""

import django.core.validators
import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

import articles.models.picture

DESK = ["reporter", "editor", "chief", "importer"]
# Who brings pictures, who changes what the library says of them, who takes them out; who chooses portraits.
GROUPS = {
    "view_picture": [*DESK, "registry keeper"],
    "add_picture": [*DESK, "registry keeper"],
    "change_picture": ["editor", "chief"],
    "delete_picture": ["chief"],
    "view_portrait": [*DESK, "registry keeper"],
    "add_portrait": ["editor", "chief", "registry keeper"],
    "change_portrait": ["editor", "chief", "registry keeper"],
    "delete_portrait": ["editor", "chief", "registry keeper"],
}


def let_the_desk_use_pictures(apps, schema_editor):
    """Permissions are usually made after all migrations; these are made with the names they will have."""
    Group = apps.get_model("auth", "Group")
    Permission = apps.get_model("auth", "Permission")
    ContentType = apps.get_model("contenttypes", "ContentType")
    db = schema_editor.connection.alias
    for codename, groups in GROUPS.items():
        action, model = codename.split("_")
        content_type, _ = ContentType.objects.using(db).get_or_create(app_label="articles", model=model)
        permission, _ = Permission.objects.using(db).get_or_create(
            content_type=content_type, codename=codename, defaults={"name": f"Can {action} {model}"}
        )
        for group in Group.objects.using(db).filter(name__in=groups):
            group.permissions.add(permission)


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0017_language_versions_and_authors"),
        ("partners", "0004_adjectives_and_capitals_of_other_languages"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Picture",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "address",
                    models.CharField(
                        default=articles.models.picture.new_address,
                        editable=False,
                        max_length=40,
                        unique=True,
                        verbose_name="address",
                    ),
                ),
                (
                    "file",
                    models.FileField(
                        editable=False,
                        max_length=200,
                        upload_to=articles.models.picture.master_name,
                        verbose_name="file",
                    ),
                ),
                ("name", models.CharField(editable=False, max_length=200, verbose_name="file name")),
                ("sha256", models.CharField(editable=False, max_length=64, unique=True, verbose_name="SHA-256")),
                ("width", models.PositiveIntegerField(editable=False, verbose_name="width")),
                ("height", models.PositiveIntegerField(editable=False, verbose_name="height")),
                (
                    "alt",
                    models.CharField(
                        blank=True,
                        help_text="What the picture shows, for those who do not see it. One or two sentences.",
                        max_length=500,
                        verbose_name="alternative text",
                    ),
                ),
                (
                    "decorative",
                    models.BooleanField(
                        default=False,
                        help_text="It tells nothing that the text does not: screen readers skip it.",
                        verbose_name="decorative",
                    ),
                ),
                ("caption", models.TextField(blank=True, verbose_name="caption")),
                (
                    "caption_language",
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
                        default="fr",
                        max_length=8,
                        verbose_name="language of the caption",
                    ),
                ),
                (
                    "credit",
                    models.CharField(
                        blank=True,
                        help_text="Who made or owns it, as it is to be printed.",
                        max_length=200,
                        verbose_name="credit",
                    ),
                ),
                (
                    "rights",
                    models.CharField(
                        choices=[
                            ("own", "Own picture"),
                            ("agency", "Agency"),
                            ("handout", "Handout"),
                            ("republished", "Republished by agreement"),
                            ("unknown", "Unknown"),
                        ],
                        default="unknown",
                        max_length=12,
                        verbose_name="rights",
                    ),
                ),
                ("rights_note", models.CharField(blank=True, max_length=200, verbose_name="rights note")),
                (
                    "focal_x",
                    models.FloatField(
                        default=0.5,
                        validators=[
                            django.core.validators.MinValueValidator(0),
                            django.core.validators.MaxValueValidator(1),
                        ],
                        verbose_name="focal point, from the left",
                    ),
                ),
                (
                    "focal_y",
                    models.FloatField(
                        default=0.5,
                        validators=[
                            django.core.validators.MinValueValidator(0),
                            django.core.validators.MaxValueValidator(1),
                        ],
                        verbose_name="focal point, from the top",
                    ),
                ),
                (
                    "uploaded_at",
                    models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name="uploaded"),
                ),
                (
                    "uploaded_by",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="pictures",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="uploaded by",
                    ),
                ),
            ],
            options={
                "verbose_name": "picture",
                "verbose_name_plural": "pictures",
                "ordering": ["-uploaded_at", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="PlacedPicture",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "role",
                    models.CharField(
                        choices=[("lead", "At the top"), ("body", "In the text")],
                        default="lead",
                        max_length=4,
                        verbose_name="place",
                    ),
                ),
                ("position", models.PositiveSmallIntegerField(default=0, verbose_name="after paragraph")),
                ("alt", models.CharField(blank=True, max_length=500, verbose_name="alternative text")),
                ("decorative", models.BooleanField(default=False, verbose_name="decorative")),
                ("caption", models.TextField(blank=True, verbose_name="caption")),
                (
                    "caption_language",
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
                        default="fr",
                        max_length=8,
                        verbose_name="language of the caption",
                    ),
                ),
                ("credit", models.CharField(blank=True, max_length=200, verbose_name="credit")),
                (
                    "article",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="pictures",
                        to="articles.article",
                        verbose_name="article",
                    ),
                ),
                (
                    "edition",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="pictures",
                        to="articles.edition",
                        verbose_name="edition",
                    ),
                ),
                (
                    "picture",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="places",
                        to="articles.picture",
                        verbose_name="picture",
                    ),
                ),
            ],
            options={
                "verbose_name": "picture in an article",
                "verbose_name_plural": "pictures in articles",
                "ordering": ["position", "pk"],
            },
        ),
        migrations.CreateModel(
            name="Portrait",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "official",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="portrait",
                        to="partners.official",
                        verbose_name="official",
                    ),
                ),
                (
                    "picture",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="portraits",
                        to="articles.picture",
                        verbose_name="picture",
                    ),
                ),
            ],
            options={
                "verbose_name": "portrait",
                "verbose_name_plural": "portraits",
            },
        ),
        migrations.AddConstraint(
            model_name="picture",
            constraint=models.CheckConstraint(
                condition=models.Q(("height__gt", 0), ("width__gt", 0)), name="picture_has_a_size"
            ),
        ),
        migrations.AddConstraint(
            model_name="picture",
            constraint=models.CheckConstraint(
                condition=models.Q(("focal_x__gte", 0), ("focal_x__lte", 1), ("focal_y__gte", 0), ("focal_y__lte", 1)),
                name="picture_focal_point_inside",
            ),
        ),
        migrations.AddConstraint(
            model_name="picture",
            constraint=models.CheckConstraint(
                condition=models.Q(("decorative", False), ("alt", ""), _connector="OR"),
                name="picture_decorative_or_described",
            ),
        ),
        migrations.AddConstraint(
            model_name="placedpicture",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("article", None), ("edition__isnull", False)),
                    models.Q(("article__isnull", False), ("edition", None)),
                    _connector="OR",
                ),
                name="picture_in_one_text",
            ),
        ),
        migrations.AddConstraint(
            model_name="placedpicture",
            constraint=models.CheckConstraint(
                condition=models.Q(("role__in", ["lead", "body"])), name="picture_role_known"
            ),
        ),
        migrations.AddConstraint(
            model_name="placedpicture",
            constraint=models.UniqueConstraint(
                condition=models.Q(("role", "lead")), fields=("article",), name="one_lead_picture_per_article"
            ),
        ),
        migrations.AddConstraint(
            model_name="placedpicture",
            constraint=models.UniqueConstraint(
                condition=models.Q(("role", "lead")), fields=("edition",), name="one_lead_picture_per_edition"
            ),
        ),
        migrations.RunPython(let_the_desk_use_pictures, migrations.RunPython.noop),
    ]
