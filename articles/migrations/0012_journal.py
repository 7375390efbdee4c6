"""The journal of staff actions, which not even SQL changes, and chiefs' permission to read it."""

import django.core.serializers.json
import django.utils.timezone
from django.db import migrations, models

_TABLE = "articles_journalentry"


def keep(apps, schema_editor):
    """Have the database refuse changes, and on PostgreSQL deletions.

    On SQLite a deletion is refused by the model alone: there `manage.py flush` empties tables by deleting.
    """
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(
            "CREATE FUNCTION articles_journal_kept() RETURNS trigger LANGUAGE plpgsql AS "
            "'BEGIN RAISE EXCEPTION ''The journal is never changed.'' USING ERRCODE = ''integrity_constraint_violation''; END'"
        )
        schema_editor.execute(
            f"CREATE TRIGGER articles_journal_kept BEFORE UPDATE OR DELETE ON {_TABLE} "
            "FOR EACH ROW EXECUTE FUNCTION articles_journal_kept()"
        )
    else:
        schema_editor.execute(
            f"CREATE TRIGGER articles_journal_kept BEFORE UPDATE ON {_TABLE} "
            "BEGIN SELECT RAISE(ABORT, 'The journal is never changed.'); END"
        )


def let_go(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(f"DROP TRIGGER articles_journal_kept ON {_TABLE}")
        schema_editor.execute("DROP FUNCTION articles_journal_kept")
    else:
        schema_editor.execute("DROP TRIGGER articles_journal_kept")


def let_chiefs_read(apps, schema_editor):
    """Permissions are usually made after all migrations; this one is made with the name it will have."""
    Group = apps.get_model("auth", "Group")
    Permission = apps.get_model("auth", "Permission")
    ContentType = apps.get_model("contenttypes", "ContentType")
    db = schema_editor.connection.alias
    chiefs = Group.objects.using(db).filter(name="chief").first()
    if chiefs is None:
        return
    content_type, _ = ContentType.objects.using(db).get_or_create(app_label="articles", model="journalentry")
    permission, _ = Permission.objects.using(db).get_or_create(
        content_type=content_type, codename="view_journalentry", defaults={"name": "Can view journal entry"}
    )
    chiefs.permissions.add(permission)


class Migration(migrations.Migration):
    dependencies = [("articles", "0011_printed_names_and_milestones")]

    operations = [
        migrations.CreateModel(
            name="JournalEntry",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("at", models.DateTimeField(db_index=True, default=django.utils.timezone.now, verbose_name="when")),
                ("account", models.BigIntegerField(null=True, verbose_name="number of the account")),
                ("account_name", models.CharField(blank=True, max_length=150, verbose_name="who")),
                ("action", models.CharField(max_length=60, verbose_name="action")),
                ("object_type", models.CharField(max_length=100, verbose_name="kind of thing")),
                ("object_id", models.CharField(blank=True, max_length=64, verbose_name="number of the thing")),
                ("object_label", models.CharField(max_length=300, verbose_name="thing")),
                ("article", models.BigIntegerField(null=True, verbose_name="number of the article")),
                (
                    "before",
                    models.JSONField(
                        encoder=django.core.serializers.json.DjangoJSONEncoder, null=True, verbose_name="before"
                    ),
                ),
                (
                    "after",
                    models.JSONField(
                        encoder=django.core.serializers.json.DjangoJSONEncoder, null=True, verbose_name="after"
                    ),
                ),
                ("summary", models.TextField(blank=True, verbose_name="what was done")),
                ("reason", models.TextField(blank=True, verbose_name="reason given")),
            ],
            options={
                "verbose_name": "journal entry",
                "verbose_name_plural": "journal",
                "ordering": ["-at", "-pk"],
                "default_permissions": ["view"],
                "indexes": [
                    models.Index(fields=["article", "at"], name="journal_of_an_article"),
                    models.Index(fields=["account_name", "at"], name="journal_of_a_person"),
                    models.Index(fields=["action", "at"], name="journal_of_an_action"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("action", ""), _negated=True), name="journal_names_the_action"
                    )
                ],
            },
        ),
        migrations.RunPython(keep, let_go),
        migrations.RunPython(let_chiefs_read, migrations.RunPython.noop),
    ]
