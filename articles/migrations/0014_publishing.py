"""Addresses that are one article's for good, approvals, requests for changes, moments asked for; bulk actions."""

import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models
from django.db.models import F, Q

BULK = ("bulk_article", "Can act on several articles at once")


def keep_addresses(apps, schema_editor):
    """Whatever slug readers have seen or will see belongs to its article: to the last one that had it."""
    Address = apps.get_model("articles", "Address")
    Edition = apps.get_model("articles", "Edition")
    db = schema_editor.connection.alias
    seen = Edition.objects.using(db).filter(Q(visible_until=None) | Q(visible_until__gt=F("visible_from")))
    held = {}
    for slug, article, opens in (
        seen.order_by("visible_from", "pk").values_list("slug", "article", "visible_from").iterator()
    ):
        since = held[slug][1] if slug in held and held[slug][0] == article else opens
        held[slug] = (article, since)
    Address.objects.using(db).bulk_create(
        [Address(slug=slug, article_id=article, since=since) for slug, (article, since) in held.items()],
        batch_size=500,
    )


def let_editors_act_on_several(apps, schema_editor):
    """Permissions are usually made after all migrations; this one is made with the name it will have."""
    Permission = apps.get_model("auth", "Permission")
    ContentType = apps.get_model("contenttypes", "ContentType")
    db = schema_editor.connection.alias
    content_type, _ = ContentType.objects.using(db).get_or_create(app_label="articles", model="article")
    permission, _ = Permission.objects.using(db).get_or_create(
        content_type=content_type, codename=BULK[0], defaults={"name": BULK[1]}
    )
    for group in apps.get_model("auth", "Group").objects.using(db).filter(name__in=["editor", "chief"]):
        group.permissions.add(permission)


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0013_personal_drafts"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AlterModelOptions(
            name="article",
            options={
                "ordering": ["-updated_at", "-pk"],
                "permissions": [
                    ("review_article", "Can approve articles or send them back"),
                    ("publish_article", "Can publish and schedule articles"),
                    ("withdraw_article", "Can withdraw articles"),
                    ("waive_check", "Can waive a check, with a reason"),
                    ("trash_article", "Can put articles in the trash and take them out"),
                    ("lead_article", "Can choose the lead of the home page"),
                    BULK,
                ],
                "verbose_name": "article",
                "verbose_name_plural": "articles",
            },
        ),
        migrations.AddField(
            model_name="edition",
            name="asked_for",
            field=models.DateTimeField(
                blank=True,
                help_text="The moment chosen for it; an embargo can be later.",
                null=True,
                verbose_name="asked for",
            ),
        ),
        migrations.CreateModel(
            name="Address",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("slug", models.SlugField(max_length=100, unique=True, verbose_name="slug")),
                ("since", models.DateTimeField(default=django.utils.timezone.now, verbose_name="since")),
                ("revoked_at", models.DateTimeField(blank=True, null=True, verbose_name="revoked")),
                (
                    "article",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="addresses",
                        to="articles.article",
                        verbose_name="article",
                    ),
                ),
            ],
            options={"verbose_name": "address", "verbose_name_plural": "addresses", "ordering": ["since", "pk"]},
        ),
        migrations.CreateModel(
            name="Approval",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("approved_at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="approved")),
                (
                    "approved_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="approvals",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="approved by",
                    ),
                ),
                (
                    "revision",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="approvals",
                        to="articles.revision",
                        verbose_name="revision",
                    ),
                ),
            ],
            options={"verbose_name": "approval", "verbose_name_plural": "approvals", "ordering": ["pk"]},
        ),
        migrations.CreateModel(
            name="ChangeRequest",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("reason", models.TextField(verbose_name="what is missing")),
                ("asked_at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="asked")),
                ("answered_at", models.DateTimeField(blank=True, null=True, verbose_name="answered")),
                (
                    "article",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="change_requests",
                        to="articles.article",
                        verbose_name="article",
                    ),
                ),
                (
                    "asked_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="change_requests",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="asked by",
                    ),
                ),
            ],
            options={
                "verbose_name": "request for changes",
                "verbose_name_plural": "requests for changes",
                "ordering": ["-asked_at", "-pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("reason", ""), _negated=True), name="change_request_has_a_reason"
                    )
                ],
            },
        ),
        migrations.RunPython(keep_addresses, migrations.RunPython.noop),
        migrations.RunPython(let_editors_act_on_several, migrations.RunPython.noop),
    ]
