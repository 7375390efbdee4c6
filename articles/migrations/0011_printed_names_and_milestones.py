"""Editions keep the names that they were printed with; revisions their author's name, a milestone and what changed."""

from django.conf import settings
from django.db import migrations, models
from django.db.models import OuterRef, Q, Subquery


def keep_names(apps, schema_editor):
    """What was published before keeps the names that it has now: nobody knows earlier ones."""
    db = schema_editor.connection.alias

    def rows(name):
        return apps.get_model("articles", name)._base_manager.using(db)

    def name_of(model, column):
        return Subquery(rows(model).filter(pk=OuterRef(column)).values("name")[:1])

    rows("Edition").exclude(source=None).update(source_name=name_of("Source", "source_id"))
    signed = rows("Byline").exclude(Q(edition=None) | Q(contributor=None))
    signed.update(printed_name=name_of("Contributor", "contributor_id"))
    rows("ThemedEdition").update(name=name_of("Theme", "tag_id"))
    users = apps.get_model(*settings.AUTH_USER_MODEL.split("."))._base_manager.using(db)
    for user in users.filter(revisions__isnull=False).distinct():
        name = f"{user.first_name} {user.last_name}".strip() or user.username
        rows("Revision").filter(created_by=user).update(created_by_name=name[:200])


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0008_left_out_for_good"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AlterModelOptions(name="themededition", options={"ordering": ["tag__folded"]}),
        migrations.AddField(
            model_name="byline",
            name="printed_name",
            field=models.CharField(
                blank=True,
                editable=False,
                help_text="Under an edition: what the contributor was called when it was published.",
                max_length=200,
                verbose_name="name as printed",
            ),
        ),
        migrations.AddField(
            model_name="edition",
            name="source_name",
            field=models.CharField(
                blank=True,
                help_text="What the source was called then.",
                max_length=200,
                verbose_name="source as printed",
            ),
        ),
        migrations.AddField(
            model_name="revision",
            name="changes",
            field=models.JSONField(
                editable=False,
                help_text="What it changed of the revision before, in short; unknown of the oldest ones.",
                null=True,
                verbose_name="changes",
            ),
        ),
        migrations.AddField(
            model_name="revision",
            name="created_by_name",
            field=models.CharField(blank=True, editable=False, max_length=200, verbose_name="made by, by name"),
        ),
        migrations.AddField(
            model_name="revision",
            name="milestone",
            field=models.CharField(
                blank=True,
                help_text="A name by which the desk finds this state again.",
                max_length=100,
                verbose_name="milestone",
            ),
        ),
        migrations.AddField(
            model_name="themededition",
            name="name",
            field=models.CharField(blank=True, editable=False, max_length=100, verbose_name="name as printed"),
        ),
        migrations.AddConstraint(
            model_name="revision",
            constraint=models.UniqueConstraint(
                condition=models.Q(("milestone", ""), _negated=True),
                fields=("article", "milestone"),
                name="milestone_once_per_article",
            ),
        ),
        migrations.RunPython(keep_names, migrations.RunPython.noop),
    ]
