"""The levels of the checks, which the desk sees and the chief sets; an index by which a title used twice is found."""

from django.db import migrations, models

ADDED = {
    "reporter": ["view"],
    "editor": ["view"],
    "importer": ["view"],
    "chief": ["view", "change"],
}


def let_chiefs_set(apps, schema_editor):
    """Permissions are usually made after all migrations; these are made with the names they will have."""
    Group = apps.get_model("auth", "Group")
    Permission = apps.get_model("auth", "Permission")
    ContentType = apps.get_model("contenttypes", "ContentType")
    db = schema_editor.connection.alias
    content_type, _ = ContentType.objects.using(db).get_or_create(app_label="articles", model="checklevel")
    for group in Group.objects.using(db).filter(name__in=ADDED):
        for action in ADDED[group.name]:
            permission, _ = Permission.objects.using(db).get_or_create(
                content_type=content_type,
                codename=f"{action}_checklevel",
                defaults={"name": f"Can {action} level of a check"},
            )
            group.permissions.add(permission)


class Migration(migrations.Migration):
    dependencies = [("articles", "0023_words_of_the_index")]

    operations = [
        migrations.CreateModel(
            name="CheckLevel",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("check_name", models.CharField(max_length=40, unique=True, verbose_name="check")),
                (
                    "level",
                    models.CharField(
                        choices=[("blocks", "Blocks publishing"), ("warns", "Warns"), ("off", "Off")],
                        max_length=6,
                        verbose_name="level",
                    ),
                ),
            ],
            options={
                "verbose_name": "level of a check",
                "verbose_name_plural": "levels of checks",
                "ordering": ["check_name"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("level__in", ["blocks", "warns", "off"])), name="check_level_known"
                    )
                ],
            },
        ),
        migrations.AddIndex("article", models.Index(fields=["title"], name="article_title")),
        migrations.RunPython(let_chiefs_set, migrations.RunPython.noop),
    ]
