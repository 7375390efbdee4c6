"""The newsroom's roles as groups. An administrator may change them: running migrations again changes nothing."""

from django.db import migrations

_DESK_VIEW = [
    f"articles.view_{name}"
    for name in [
        "article", "edition", "revision", "brief", "waiver", "proposal", "quote", "quoteplace", "source",
        "sourcetext", "importrun", "contributor", "byline", "theme",
    ]
]  # fmt: skip
_REGISTRY = ["country", "relation", "organisation", "official", "office", "tenure", "meeting"]
_REGISTRY_VIEW = [f"partners.view_{name}" for name in _REGISTRY]
_WRITE = [
    "articles.add_article", "articles.change_article",
    "articles.add_byline", "articles.change_byline", "articles.delete_byline",
    "articles.add_contributor", "articles.add_theme",
]  # fmt: skip
_DECIDE = [
    "articles.decide_proposal", "articles.decide_quote", "articles.add_quote", "articles.change_quote",
    "partners.add_official", "partners.add_office", "partners.add_tenure", "partners.add_meeting",
]  # fmt: skip
_IMPORT = ["articles.add_importrun", "articles.add_sourcetext", "articles.add_source"]
_EDIT = [
    "articles.review_article", "articles.publish_article", "articles.trash_article", "articles.lead_article",
    "articles.add_brief",
    "articles.add_source", "articles.change_source", "articles.change_theme", "articles.change_contributor",
]  # fmt: skip
_CHIEF = [
    "articles.withdraw_article", "articles.waive_check", "articles.delete_theme", "articles.delete_contributor",
    # Lowering a brief is as good as waiving it.
    "articles.change_brief", "articles.delete_brief",
    "articles.delete_source", "articles.delete_quote",
    "flatpages.view_flatpage", "flatpages.add_flatpage", "flatpages.change_flatpage", "flatpages.delete_flatpage",
]  # fmt: skip

GROUPS = {
    "reporter": [*_DESK_VIEW, *_REGISTRY_VIEW, *_WRITE],
    "editor": [*_DESK_VIEW, *_REGISTRY_VIEW, *_WRITE, *_DECIDE, *_EDIT],
    "chief": [*_DESK_VIEW, *_REGISTRY_VIEW, *_WRITE, *_DECIDE, *_EDIT, *_IMPORT, *_CHIEF],
    "importer": [*_DESK_VIEW, *_REGISTRY_VIEW, *_WRITE, *_IMPORT],
    "registry keeper": [
        *_REGISTRY_VIEW,
        *(f"partners.{action}_{name}" for action in ["add", "change", "delete"] for name in _REGISTRY),
        "partners.view_removedrow", "partners.delete_removedrow",
        "articles.view_theme", "articles.add_theme", "articles.change_theme",
    ],
}  # fmt: skip

NAMES = {
    "review_article": "Can approve articles or send them back",
    "publish_article": "Can publish and schedule articles",
    "withdraw_article": "Can withdraw articles",
    "waive_check": "Can waive a check, with a reason",
    "trash_article": "Can put articles in the trash and take them out",
    "lead_article": "Can choose the lead of the home page",
    "decide_proposal": "Can accept and reject proposals",
    "decide_quote": "Can accept and reject quotes",
}
MODELS = {"decide_proposal": "proposal", "decide_quote": "quote"}


def make_groups(apps, schema_editor):
    """Permissions are usually made after all migrations; the ones needed here are made with the names they will have."""
    Group = apps.get_model("auth", "Group")
    Permission = apps.get_model("auth", "Permission")
    ContentType = apps.get_model("contenttypes", "ContentType")
    db = schema_editor.connection.alias
    for group_name, wanted in GROUPS.items():
        group, made = Group.objects.using(db).get_or_create(name=group_name)
        if not made:
            continue
        for full_name in dict.fromkeys(wanted):
            app_label, codename = full_name.split(".")
            if codename in NAMES:
                model, name = MODELS.get(codename, "article"), NAMES[codename]
            else:
                action, model = codename.split("_", 1)
                verbose = (
                    apps.get_model(app_label, model)._meta.verbose_name_raw
                    if app_label != "flatpages"
                    else "flat page"
                )
                name = f"Can {action} {verbose}"
            content_type, _ = ContentType.objects.using(db).get_or_create(app_label=app_label, model=model)
            permission, _ = Permission.objects.using(db).get_or_create(
                content_type=content_type, codename=codename, defaults={"name": name}
            )
            group.permissions.add(permission)


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0001_initial"),
        ("partners", "0001_initial"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
        ("flatpages", "0001_initial"),
    ]

    operations = [migrations.RunPython(make_groups, migrations.RunPython.noop)]
