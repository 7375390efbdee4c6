"""Merges, splits and renames of entries, with what undoing them needs; former themes; who may do it."""

import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models
from django.db.models import F, Q

import partners.fields

REWORK = ("rework_entries", "Can merge, split and rename entries, and undo it")
_TRIGGERS = [
    ("articles_theme", "articles_formertheme", "articles_not_former"),
    ("articles_formertheme", "articles_theme", "articles_not_living"),
]


def keep_apart(apps, schema_editor):
    """As for the registry's entries: see partners' migration of former names."""
    if schema_editor.connection.vendor == "postgresql":
        for table, other, name in _TRIGGERS:
            schema_editor.execute(
                f"CREATE TRIGGER {name} BEFORE INSERT OR UPDATE OF slug ON {table} "
                f"FOR EACH ROW EXECUTE FUNCTION partners_address_apart('{other}')"
            )


def let_meet(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        for table, _other, name in _TRIGGERS:
            schema_editor.execute(f"DROP TRIGGER {name} ON {table}")


def let_keepers_rework(apps, schema_editor):
    """Permissions are usually made after all migrations; these are made with the names they will have."""
    Permission = apps.get_model("auth", "Permission")
    ContentType = apps.get_model("contenttypes", "ContentType")
    db = schema_editor.connection.alias
    content_type, _ = ContentType.objects.using(db).get_or_create(app_label="articles", model="entrychange")
    wanted = [REWORK, ("view_entrychange", "Can view merge, split or rename")]
    for group in apps.get_model("auth", "Group").objects.using(db).filter(name__in=["chief", "registry keeper"]):
        for codename, name in wanted:
            permission, _ = Permission.objects.using(db).get_or_create(
                content_type=content_type, codename=codename, defaults={"name": name}
            )
            group.permissions.add(permission)


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0022_numbers_for_machines"),
        ("partners", "0006_former_names"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="FormerTheme",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=300, verbose_name="name")),
                (
                    "until",
                    partners.fields.PartialDateField(
                        blank=True,
                        help_text="As known: 2024, 2024-10 or 2024-10-17. Empty: unknown.",
                        null=True,
                        verbose_name="until",
                    ),
                ),
                (
                    "slug",
                    models.SlugField(editable=False, max_length=120, null=True, unique=True, verbose_name="address"),
                ),
                ("since", models.DateTimeField(default=django.utils.timezone.now, verbose_name="since")),
                ("revoked_at", models.DateTimeField(blank=True, null=True, verbose_name="revoked")),
                (
                    "folded",
                    models.CharField(editable=False, max_length=100, unique=True, verbose_name="folded name"),
                ),
                (
                    "entry",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="former_names",
                        to="articles.theme",
                        verbose_name="entry",
                    ),
                ),
            ],
            options={
                "verbose_name": "former name of a theme",
                "verbose_name_plural": "former names of themes",
                "ordering": ["-since", "-pk"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="EntryChange",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(
                        choices=[("merge", "Merge"), ("split", "Split"), ("rename", "Rename")],
                        max_length=6,
                        verbose_name="what was done",
                    ),
                ),
                ("model", models.CharField(max_length=20, verbose_name="kind of entry")),
                ("entry", models.BigIntegerField(verbose_name="number of the entry")),
                ("entry_name", models.CharField(max_length=300, verbose_name="entry")),
                ("other", models.BigIntegerField(null=True, verbose_name="number of the other entry")),
                ("other_name", models.CharField(max_length=300, verbose_name="other entry")),
                ("counts", models.JSONField(default=dict, verbose_name="what it touched")),
                ("steps", models.JSONField(default=list, verbose_name="rows before and after")),
                ("reason", models.TextField(blank=True, verbose_name="reason")),
                (
                    "done_at",
                    models.DateTimeField(db_index=True, default=django.utils.timezone.now, verbose_name="done"),
                ),
                (
                    "done_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="done by",
                    ),
                ),
                ("undone_at", models.DateTimeField(null=True, verbose_name="undone")),
                (
                    "undone_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="undone by",
                    ),
                ),
            ],
            options={
                "verbose_name": "merge, split or rename",
                "verbose_name_plural": "merges, splits and renames",
                "ordering": ["-done_at", "-pk"],
                "permissions": [REWORK],
                "default_permissions": ["view"],
                "indexes": [models.Index(fields=["model", "entry"], name="changes_of_an_entry")],
                "constraints": [
                    models.CheckConstraint(
                        condition=Q(kind__in=["merge", "split", "rename"]), name="entry_change_kind_known"
                    ),
                    models.CheckConstraint(
                        condition=Q(kind="rename", other=None) | (~Q(kind="rename") & Q(other__isnull=False)),
                        name="entry_change_of_two",
                    ),
                    models.CheckConstraint(
                        condition=Q(other=None) | ~Q(other=F("entry")), name="entry_change_of_two_different_ones"
                    ),
                    models.UniqueConstraint(
                        fields=["model", "other"],
                        condition=Q(kind="merge", undone_at=None),
                        name="entry_merged_once",
                    ),
                ],
            },
        ),
        migrations.RunPython(keep_apart, let_meet, elidable=False),
        migrations.RunPython(let_keepers_rework, migrations.RunPython.noop),
    ]
