import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("articles", "0006_groups_of_intake")]

    operations = [
        migrations.AddField(
            model_name="resemblance",
            name="draft",
            field=models.ForeignKey(
                blank=True,
                editable=False,
                help_text="The draft of a text that was found to be a version of another.",
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to="articles.article",
                verbose_name="draft in the trash",
            ),
        ),
    ]
