"""The same bytes wait once at the import desk: what the database can refuse, a constraint refuses."""

import hashlib

from django.db import migrations, models


def hash_what_waits(apps, schema_editor):
    """Of several rows of the same bytes the one that an editor has worked on stays, else the first."""
    incoming = apps.get_model("articles", "Incoming")
    seen = set()
    ranked = sorted(incoming.objects.values_list("pk", "left_out"), key=lambda row: (not row[1], row[0]))
    for key, _left_out in ranked:
        row = incoming.objects.get(pk=key)
        data, part = bytes(row.data), row.options.get("part", "")
        row.sha256 = hashlib.sha256(data + f"\0{part}".encode() if part else data).hexdigest()
        if row.sha256 in seen:
            row.delete()
            continue
        seen.add(row.sha256)
        row.save(update_fields=["sha256"])


class Migration(migrations.Migration):
    dependencies = [("articles", "0014_publishing")]

    operations = [
        migrations.AddField(
            "incoming", "sha256", models.CharField("SHA-256", max_length=64, editable=False, default="")
        ),
        migrations.RunPython(hash_what_waits, migrations.RunPython.noop),
        migrations.AlterField(
            "incoming",
            "sha256",
            models.CharField(
                "SHA-256",
                max_length=64,
                unique=True,
                editable=False,
                help_text="Of the bytes, and of which part waits.",
            ),
        ),
    ]
