"""What readers have seen is not changed; silent edits, links for people without an account, briefs that are not met."""

import re

import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models
from django.db.models import F, Q

from articles.counting import count_words
from articles.sanitising import plain_text

_TABLE = "articles_edition"
# What of an edition stays as it was: its moments may move, and the account of its publisher may go.
_KEPT = [
    "article_id", "revision_id", "number", "kind", "note", "title", "slug", "language", "standfirst", "body",
    "dateline", "dated", "source_name",
]  # fmt: skip
_ADDED = {
    "reporter": ["view_sharedpreview"],
    "importer": ["view_sharedpreview"],
    "editor": ["view_sharedpreview", "add_sharedpreview", "change_sharedpreview"],
    "chief": [
        "view_sharedpreview", "add_sharedpreview", "change_sharedpreview", "view_silentedit", "change_silentedit",
    ],
}  # fmt: skip


def keep(apps, schema_editor):
    """Have the database refuse changes of an edition's words, and on PostgreSQL deletions.

    On SQLite a deletion is refused by the model alone: there `manage.py flush` empties tables by deleting.
    """
    if schema_editor.connection.vendor == "postgresql":
        changed = " OR ".join(f"OLD.{name} IS DISTINCT FROM NEW.{name}" for name in _KEPT)
        schema_editor.execute(
            "CREATE FUNCTION articles_edition_kept() RETURNS trigger LANGUAGE plpgsql AS "
            "'BEGIN RAISE EXCEPTION ''What readers have seen is not changed.'' "
            "USING ERRCODE = ''integrity_constraint_violation''; END'"
        )
        schema_editor.execute(
            f"CREATE TRIGGER articles_edition_kept BEFORE UPDATE ON {_TABLE} "
            f"FOR EACH ROW WHEN ({changed}) EXECUTE FUNCTION articles_edition_kept()"
        )
        schema_editor.execute(
            f"CREATE TRIGGER articles_edition_never_deleted BEFORE DELETE ON {_TABLE} "
            "FOR EACH ROW EXECUTE FUNCTION articles_edition_kept()"
        )
    else:
        changed = " OR ".join(f"OLD.{name} IS NOT NEW.{name}" for name in _KEPT)
        schema_editor.execute(
            f"CREATE TRIGGER articles_edition_kept BEFORE UPDATE ON {_TABLE} WHEN {changed} "
            "BEGIN SELECT RAISE(ABORT, 'What readers have seen is not changed.'); END"
        )


def let_go(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(f"DROP TRIGGER articles_edition_kept ON {_TABLE}")
        schema_editor.execute(f"DROP TRIGGER articles_edition_never_deleted ON {_TABLE}")
        schema_editor.execute("DROP FUNCTION articles_edition_kept")
    else:
        schema_editor.execute("DROP TRIGGER articles_edition_kept")


def list_silent_editions(apps, schema_editor):
    """Nobody has looked at how much an earlier silent edition changed: the chief does."""
    db = schema_editor.connection.alias
    silent = apps.get_model("articles", "Edition").objects.using(db).filter(kind="silent")
    seen = silent.filter(Q(visible_until=None) | Q(visible_until__gt=F("visible_from")))
    SilentEdit = apps.get_model("articles", "SilentEdit")
    SilentEdit.objects.using(db).bulk_create(
        [SilentEdit(edition_id=key, beyond_typography=True) for key in seen.values_list("pk", flat=True)],
        batch_size=500,
    )


def find_met_briefs(apps, schema_editor):
    """As the checks found them when this was written."""
    briefs = apps.get_model("articles", "Brief").objects.using(schema_editor.connection.alias)
    for brief in briefs.select_related("article").iterator(chunk_size=100):
        article = brief.article
        met = (
            brief.language in {"", article.language}
            and count_words(plain_text(article.body)) >= (brief.least_words or 0)
            and len(re.findall(r"<h[2-4][\s>]", article.body)) >= (brief.least_subheadings or 0)
            and (not brief.seo or (article.seo_title and 50 <= len(article.meta_description) <= 320))
        )
        if met:
            briefs.filter(pk=brief.pk).update(unmet=False)


def add_permissions(apps, schema_editor):
    """Permissions are usually made after all migrations; the ones needed here are made with the names they will have."""
    Group = apps.get_model("auth", "Group")
    Permission = apps.get_model("auth", "Permission")
    ContentType = apps.get_model("contenttypes", "ContentType")
    db = schema_editor.connection.alias
    for group in Group.objects.using(db).filter(name__in=_ADDED):
        for codename in _ADDED[group.name]:
            action, model = codename.split("_", 1)
            name = f"Can {action} {apps.get_model('articles', model)._meta.verbose_name_raw}"
            content_type, _ = ContentType.objects.using(db).get_or_create(app_label="articles", model=model)
            permission, _ = Permission.objects.using(db).get_or_create(
                content_type=content_type, codename=codename, defaults={"name": name}
            )
            group.permissions.add(permission)


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0019_levels_of_checks"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name="brief",
            name="unmet",
            field=models.BooleanField(default=True, editable=False, verbose_name="not met"),
        ),
        migrations.CreateModel(
            name="SharedPreview",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "digest",
                    models.CharField(editable=False, max_length=64, unique=True, verbose_name="digest of the link"),
                ),
                ("note", models.CharField(max_length=200, verbose_name="for whom")),
                (
                    "made_at",
                    models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name="made"),
                ),
                (
                    "made_by_name",
                    models.CharField(blank=True, editable=False, max_length=200, verbose_name="made by, by name"),
                ),
                ("expires_at", models.DateTimeField(editable=False, verbose_name="works until")),
                ("revoked_at", models.DateTimeField(blank=True, editable=False, null=True, verbose_name="revoked")),
                ("opened", models.PositiveIntegerField(default=0, editable=False, verbose_name="times opened")),
                (
                    "first_opened_at",
                    models.DateTimeField(blank=True, editable=False, null=True, verbose_name="first opened"),
                ),
                (
                    "last_opened_at",
                    models.DateTimeField(blank=True, editable=False, null=True, verbose_name="last opened"),
                ),
                (
                    "article",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="shared_previews",
                        to="articles.article",
                        verbose_name="article",
                    ),
                ),
                (
                    "made_by",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="shared_previews",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="made by",
                    ),
                ),
                (
                    "revision",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="shared_previews",
                        to="articles.revision",
                        verbose_name="revision",
                    ),
                ),
            ],
            options={
                "verbose_name": "shared preview",
                "verbose_name_plural": "shared previews",
                "ordering": ["-made_at", "-pk"],
                "default_permissions": ["view", "add", "change"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("expires_at__gt", models.F("made_at"))),
                        name="shared_preview_expires_after_it_is_made",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("note", ""), _negated=True), name="shared_preview_is_for_somebody"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="SilentEdit",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("beyond_typography", models.BooleanField(verbose_name="more than typography")),
                ("seen_at", models.DateTimeField(blank=True, null=True, verbose_name="seen")),
                (
                    "seen_by_name",
                    models.CharField(blank=True, editable=False, max_length=200, verbose_name="seen by, by name"),
                ),
                (
                    "disclosed_in",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="discloses",
                        to="articles.edition",
                        verbose_name="told to readers in",
                    ),
                ),
                (
                    "edition",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="silent_edit",
                        to="articles.edition",
                        verbose_name="edition",
                    ),
                ),
                (
                    "seen_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="silent_edits_seen",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="seen by",
                    ),
                ),
            ],
            options={
                "verbose_name": "silent edit",
                "verbose_name_plural": "silent edits",
                "ordering": ["-edition__visible_from", "-pk"],
                "default_permissions": ["view", "change"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("disclosed_in", None),
                            models.Q(("disclosed_in", models.F("edition")), _negated=True),
                            _connector="OR",
                        ),
                        name="disclosed_by_another",
                    )
                ],
            },
        ),
        migrations.AddIndex("edition", models.Index(fields=["kind", "visible_from"], name="edition_kind")),
        migrations.RunPython(keep, let_go),
        migrations.RunPython(list_silent_editions, migrations.RunPython.noop),
        migrations.RunPython(find_met_briefs, migrations.RunPython.noop),
        migrations.RunPython(add_permissions, migrations.RunPython.noop),
    ]
