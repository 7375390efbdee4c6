"""For calendars that hold a copy of a meeting: how often, and when, what they show of it changed."""

import django.utils.timezone
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("partners", "0005_meetings_on_paper")]

    operations = [
        migrations.AddField("meeting", "sequence", models.PositiveIntegerField(default=0, editable=False)),
        migrations.AddField(
            "meeting", "announced_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)
        ),
    ]
