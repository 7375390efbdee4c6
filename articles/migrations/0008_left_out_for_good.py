from django.db import migrations, models


class Migration(migrations.Migration):
    """A text that is read again is read without what was left out; quotes of two wordings may stand at one place."""

    dependencies = [("articles", "0007_draft_of_a_version")]

    operations = [
        migrations.AddField(
            model_name="sourcetext",
            name="left_out",
            field=models.JSONField(
                default=list,
                help_text="What an editor took away from the reading: kind, from, to. Whenever it is read again, too.",
                verbose_name="left out of the reading",
            ),
        ),
        migrations.RemoveConstraint(model_name="quote", name="quote_once_per_place"),
        migrations.AddConstraint(
            model_name="quote",
            constraint=models.UniqueConstraint(
                fields=["article", "source_text", "start", "end"], name="quote_once_per_place"
            ),
        ),
    ]
