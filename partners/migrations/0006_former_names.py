"""What entries were called, with their former addresses; and meetings' other titles.

On PostgreSQL the database itself refuses an address that is a living and a former one at once, whoever writes it. On
SQLite the functions that make addresses refuse the same: a trigger there would stand in the way of later migrations,
which remake the tables that it names.
"""

import django.db.models.deletion
import django.utils.timezone
from django.db import migrations, models

import partners.fields

_TABLES = [(name, f"former{name}") for name in ["country", "organisation", "official", "meeting"]]
_APART = """
CREATE FUNCTION partners_address_apart() RETURNS trigger LANGUAGE plpgsql AS '
DECLARE taken boolean;
BEGIN
    EXECUTE format(''SELECT EXISTS (SELECT 1 FROM %I WHERE slug = $1)'', TG_ARGV[0]) INTO taken USING NEW.slug;
    IF taken THEN
        RAISE EXCEPTION ''The address % stands in %.'', NEW.slug, TG_ARGV[0] USING ERRCODE = ''unique_violation'';
    END IF;
    RETURN NEW;
END'
"""


def _triggers(living, former):
    return [(living, former, "partners_not_former"), (former, living, "partners_not_living")]


def keep_apart(apps, schema_editor):
    if schema_editor.connection.vendor != "postgresql":
        return
    schema_editor.execute(_APART, params=None)
    for living, former in _TABLES:
        for table, other, name in _triggers(f"partners_{living}", f"partners_{former}"):
            schema_editor.execute(
                f"CREATE TRIGGER {name} BEFORE INSERT OR UPDATE OF slug ON {table} "
                f"FOR EACH ROW EXECUTE FUNCTION partners_address_apart('{other}')"
            )


def let_meet(apps, schema_editor):
    if schema_editor.connection.vendor != "postgresql":
        return
    for living, former in _TABLES:
        for table, _other, name in _triggers(f"partners_{living}", f"partners_{former}"):
            schema_editor.execute(f"DROP TRIGGER {name} ON {table}")
    schema_editor.execute("DROP FUNCTION partners_address_apart")


def _former(model, of, of_many):
    return migrations.CreateModel(
        name=f"Former{model.title()}",
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
            ("slug", models.SlugField(editable=False, max_length=120, null=True, unique=True, verbose_name="address")),
            ("since", models.DateTimeField(default=django.utils.timezone.now, verbose_name="since")),
            ("revoked_at", models.DateTimeField(blank=True, null=True, verbose_name="revoked")),
            (
                "entry",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.CASCADE,
                    related_name="former_names",
                    to=f"partners.{model}",
                    verbose_name="entry",
                ),
            ),
        ],
        options={
            "verbose_name": f"former name of {of}",
            "verbose_name_plural": f"former names of {of_many}",
            "ordering": ["-since", "-pk"],
            "abstract": False,
        },
    )


class Migration(migrations.Migration):
    dependencies = [("partners", "0007_meetings_in_calendars")]

    operations = [
        migrations.AddField(
            "meeting",
            "other_titles",
            partners.fields.LinesField(blank=True, default=(), verbose_name="other titles"),
        ),
        _former("country", "a country", "countries"),
        _former("organisation", "an organisation", "organisations"),
        _former("official", "an official", "officials"),
        _former("meeting", "a meeting", "meetings"),
        migrations.RunPython(keep_apart, let_meet, elidable=False),
    ]
