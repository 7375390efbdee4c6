"""What the desk keeps beside an article: revisions, the brief, waivers and what the import proposes."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from articles.models.article import Article
from articles.models.story import Language


class Revision(models.Model):
    """An immutable snapshot of an article after a real change: its fields, themes, links and bylines.

    `articles.revising` writes it, and says what a snapshot holds. Only its milestone may change afterwards.
    """

    article = models.ForeignKey(Article, models.CASCADE, verbose_name=_("article"), related_name="revisions")
    number = models.PositiveIntegerField(_("number"))
    snapshot = models.JSONField(_("snapshot"))
    changes = models.JSONField(
        _("changes"),
        null=True,
        editable=False,
        help_text=_("What it changed of the revision before, in short; unknown of the oldest ones."),
    )
    reason = models.CharField(_("reason"), max_length=300, blank=True)
    milestone = models.CharField(
        _("milestone"), max_length=100, blank=True, help_text=_("A name by which the desk finds this state again.")
    )
    created_at = models.DateTimeField(_("made"), auto_now_add=True)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, verbose_name=_("made by"), null=True, related_name="revisions"
    )
    # The account may be deleted: who it was stays.
    created_by_name = models.CharField(_("made by, by name"), max_length=200, blank=True, editable=False)

    schedule_told = ""  # what its embargo did to the schedule, for whoever made it; kept by the journal only

    class Meta:
        verbose_name = _("revision")
        verbose_name_plural = _("revisions")
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(fields=["article", "number"], name="revision_number_once_per_article"),
            models.UniqueConstraint(
                fields=["article", "milestone"], condition=~Q(milestone=""), name="milestone_once_per_article"
            ),
        ]

    def __str__(self):
        return f"{self.article} · {self.number}"

    def save(self, *args, **kwargs):
        if not self._state.adding and set(kwargs.get("update_fields") or {"everything"}) != {"milestone"}:
            raise ValueError("A revision is not changed, but for its milestone.")
        super().save(*args, **kwargs)

    @property
    def author(self) -> str:
        """Who made it, also when the account is gone; empty for the machinery."""
        return self.created_by_name or (str(self.created_by) if self.created_by else "")


class Brief(models.Model):
    """The commissioning instruction for one article: what it asks, as far as it can be checked."""

    article = models.OneToOneField(Article, models.CASCADE, verbose_name=_("article"), related_name="brief")
    text = models.TextField(_("instruction"), help_text=_("As it came, word for word."))
    language = models.CharField(_("language asked for"), max_length=8, choices=Language.choices, blank=True)
    least_words = models.PositiveIntegerField(_("least number of words"), null=True, blank=True)
    least_subheadings = models.PositiveSmallIntegerField(_("least number of subheadings"), null=True, blank=True)
    seo = models.BooleanField(_("search engine fields asked for"), default=False)
    remarks = models.TextField(
        _("remarks"), blank=True, help_text=_("What the instruction asks that cannot be checked.")
    )
    # As `articles.briefing` last found it, so that the desk can list and count without reading every text.
    unmet = models.BooleanField(_("not met"), default=True, editable=False)

    class Meta:
        verbose_name = _("brief")
        verbose_name_plural = _("briefs")

    def __str__(self):
        return str(self.article)


class Waiver(models.Model):
    """A check that somebody answers for with their name and a reason."""

    article = models.ForeignKey(Article, models.CASCADE, verbose_name=_("article"), related_name="waivers")
    check_name = models.CharField(_("check"), max_length=40)
    reason = models.CharField(_("reason"), max_length=300)
    waived_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, verbose_name=_("waived by"), related_name="waivers"
    )
    waived_at = models.DateTimeField(_("waived"), auto_now_add=True)

    class Meta:
        verbose_name = _("waiver")
        verbose_name_plural = _("waivers")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["article", "check_name"], name="waiver_once_per_check"),
            models.CheckConstraint(condition=~Q(reason=""), name="waiver_has_a_reason"),
        ]

    def __str__(self):
        return f"{self.check_name}: {self.reason}"


class Decision(models.TextChoices):
    PENDING = "pending", _("Pending")
    ACCEPTED = "accepted", _("Accepted")
    REJECTED = "rejected", _("Rejected")


class ProposalKind(models.TextChoices):
    COUNTRY = "country", _("Country")
    ORGANISATION = "organisation", _("Organisation")
    OFFICIAL = "official", _("Official")
    MEETING = "meeting", _("Meeting")
    DATE = "date", _("Date of the text")


class ProposalQuerySet(models.QuerySet):
    def pending(self):
        return self.filter(decision=Decision.PENDING)

    def known(self):
        """Proposals that name an entry which the registry holds."""
        return self.exclude(country=None, organisation=None, official=None, meeting=None)


class Proposal(models.Model):
    """A link or value that the import suggests, with the passage that proves it. Never public.

    A known registry entry stands in one of the four links. What the registry lacks is described in `data`: for an
    official `name`, `office_title`, `office` (key), `country`, `organisation`, `standing`; for a meeting `kind`,
    `portfolio`, `organiser`, `place`, `start`, `end`, `title`; for a date `date` and `reasons`. `articles.deciding`
    notes under `done` and `rejected_for` what it did, for an undo.
    """

    article = models.ForeignKey(Article, models.CASCADE, verbose_name=_("article"), related_name="proposals")
    source_text = models.ForeignKey(
        "articles.SourceText", models.PROTECT, verbose_name=_("source text"), related_name="proposals"
    )
    kind = models.CharField(_("kind"), max_length=12, choices=ProposalKind.choices)
    key = models.CharField(_("key"), max_length=200, help_text=_("What is proposed, by one stable word."))
    label = models.CharField(_("proposal"), max_length=300)
    country = models.ForeignKey(
        "partners.Country", models.CASCADE, verbose_name=_("country"), null=True, blank=True, related_name="proposals"
    )
    organisation = models.ForeignKey(
        "partners.Organisation",
        models.CASCADE,
        verbose_name=_("organisation"),
        null=True,
        blank=True,
        related_name="proposals",
    )
    official = models.ForeignKey(
        "partners.Official",
        models.CASCADE,
        verbose_name=_("official"),
        null=True,
        blank=True,
        related_name="proposals",
    )
    meeting = models.ForeignKey(
        "partners.Meeting", models.CASCADE, verbose_name=_("meeting"), null=True, blank=True, related_name="proposals"
    )
    data = models.JSONField(_("described as"), default=dict, blank=True)
    surface = models.TextField(_("words"))
    start = models.PositiveIntegerField(_("from character"))
    end = models.PositiveIntegerField(_("to character"))
    passage_start = models.PositiveIntegerField(_("passage from character"))
    passage_end = models.PositiveIntegerField(_("passage to character"))
    rule = models.CharField(_("rule"), max_length=60, blank=True)
    reason = models.TextField(_("reason"), blank=True)
    decision = models.CharField(_("decision"), max_length=8, choices=Decision.choices, default=Decision.PENDING)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, verbose_name=_("decided by"), null=True, related_name="decisions"
    )
    decided_at = models.DateTimeField(_("decided"), null=True, blank=True)

    objects = ProposalQuerySet.as_manager()

    class Meta:
        verbose_name = _("proposal")
        verbose_name_plural = _("proposals")
        ordering = ["article", "kind", "start"]
        permissions = [("decide_proposal", _("Can accept and reject proposals"))]
        constraints = [
            models.UniqueConstraint(fields=["article", "kind", "key"], name="proposal_once_per_article"),
            models.CheckConstraint(condition=Q(start__lt=F("end")), name="proposal_has_words"),
            models.CheckConstraint(
                condition=Q(passage_start__lte=F("start"), passage_end__gte=F("end")), name="proposal_in_its_passage"
            ),
            models.CheckConstraint(condition=Q(kind__in=ProposalKind.values), name="proposal_kind_known"),
            models.CheckConstraint(
                condition=Q(decision="pending", decided_at=None)
                | (~Q(decision="pending") & Q(decided_at__isnull=False)),
                name="proposal_decided_at_a_time",
            ),
        ]

    def __str__(self):
        return self.label

    @property
    def passage(self) -> str:
        """The sentence that proves it."""
        return self.source_text.text[self.passage_start : self.passage_end]

    @property
    def before(self) -> str:
        """The passage up to the words themselves."""
        return self.source_text.text[self.passage_start : self.start]

    @property
    def after(self) -> str:
        return self.source_text.text[self.end : self.passage_end]


class Ignored(models.Model):
    """Words that the desk does not take for that entry: a rejected proposal, remembered for the texts to come.

    The same words found by the same rule for the same target are not proposed again, in any article.
    """

    kind = models.CharField(_("kind"), max_length=12, choices=ProposalKind.choices)
    surface = models.CharField(_("words"), max_length=300)
    folded = models.CharField(_("folded words"), max_length=300, editable=False)
    target = models.CharField(_("taken for"), max_length=200, help_text=_("The key of the registry entry."))
    rule = models.CharField(_("rule"), max_length=60, blank=True)
    label = models.CharField(_("name of the entry"), max_length=300, blank=True)
    proposal = models.ForeignKey(
        Proposal, models.SET_NULL, verbose_name=_("proposal"), null=True, blank=True, related_name="ignored"
    )
    ignored_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, verbose_name=_("ignored by"), null=True, related_name="ignored"
    )
    ignored_at = models.DateTimeField(_("ignored"), auto_now_add=True)

    class Meta:
        verbose_name = _("ignored name")
        verbose_name_plural = _("ignored names")
        ordering = ["folded", "kind"]
        constraints = [
            models.UniqueConstraint(fields=["kind", "folded", "target", "rule"], name="ignored_once"),
            models.CheckConstraint(condition=~Q(folded=""), name="ignored_has_words"),
        ]

    def __str__(self):
        return f"{self.surface} ≠ {self.label or self.target}"
