"""Each article's own number, by which feeds know it."""

import uuid

from django.db import migrations, models


def number_articles(apps, schema_editor):
    articles = apps.get_model("articles", "Article").objects.using(schema_editor.connection.alias)
    unnumbered = list(articles.filter(uid=None).only("pk"))
    for article in unnumbered:
        article.uid = uuid.uuid4()
    articles.bulk_update(unnumbered, ["uid"], batch_size=500)


class Migration(migrations.Migration):
    dependencies = [("articles", "0018_pictures")]

    operations = [
        migrations.AddField("article", "uid", models.UUIDField(editable=False, null=True)),
        migrations.RunPython(number_articles, migrations.RunPython.noop),
        migrations.AlterField("article", "uid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
    ]
