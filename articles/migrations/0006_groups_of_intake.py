"""What the roles may do at the import desk, with likenesses and with remembered decisions."""

from django.db import migrations

_INCOMING = [f"articles.{action}_incoming" for action in ["view", "add", "change", "delete"]]
_IMPORT = ["articles.add_importrun", "articles.add_sourcetext", "articles.add_source", *_INCOMING]
_VIEW = ["articles.view_resemblance", "articles.view_ignored"]
_DECIDE = ["articles.change_resemblance", "articles.delete_ignored"]

ADDED = {
    "reporter": _VIEW,
    "editor": [*_VIEW, *_DECIDE, *_IMPORT],
    "chief": [
        *_VIEW, *_DECIDE, *_IMPORT,
        *(f"partners.change_{name}" for name in ["country", "organisation", "official", "meeting"]),
    ],
    "importer": [*_VIEW, *_INCOMING, "articles.change_resemblance"],
}  # fmt: skip


def add_permissions(apps, schema_editor):
    """Permissions are usually made after all migrations; the ones needed here are made with the names they will have."""
    Group = apps.get_model("auth", "Group")
    Permission = apps.get_model("auth", "Permission")
    ContentType = apps.get_model("contenttypes", "ContentType")
    db = schema_editor.connection.alias
    for group in Group.objects.using(db).filter(name__in=ADDED):
        for full_name in ADDED[group.name]:
            app_label, codename = full_name.split(".")
            action, model = codename.split("_", 1)
            name = f"Can {action} {apps.get_model(app_label, model)._meta.verbose_name_raw}"
            content_type, _ = ContentType.objects.using(db).get_or_create(app_label=app_label, model=model)
            permission, _ = Permission.objects.using(db).get_or_create(
                content_type=content_type, codename=codename, defaults={"name": name}
            )
            group.permissions.add(permission)


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0005_intake_by_many_ways"),
        ("articles", "0002_groups"),
        ("partners", "0002_refuse_certain_overlaps"),
    ]

    operations = [migrations.RunPython(add_permissions, migrations.RunPython.noop)]
