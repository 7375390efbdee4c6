"""What entries were called before, and the addresses that they had then: each leads to the entry that has it now."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from partners.fields import PartialDateField
from partners.models.countries import Country
from partners.models.meetings import Meeting
from partners.models.organisations import Organisation
from partners.models.people import Official


class FormerName(models.Model):
    """A name that an entry had, or that another had which was merged into it, with the address of that time.

    The address leads to the entry in one step until somebody revokes it, and is never given to another entry. It is
    empty where the entry kept its address.
    """

    name = models.CharField(_("name"), max_length=300)
    until = PartialDateField(_("until"), help_text=_("As known: 2024, 2024-10 or 2024-10-17. Empty: unknown."))
    slug = models.SlugField(_("address"), max_length=120, unique=True, null=True, editable=False)  # noqa: DJ001 - unique
    since = models.DateTimeField(_("since"), default=timezone.now)
    revoked_at = models.DateTimeField(_("revoked"), null=True, blank=True)

    class Meta:
        abstract = True
        ordering = ["-since", "-pk"]

    def __str__(self) -> str:
        return self.name


def entry_key(to: type[models.Model] | str) -> models.ForeignKey:
    """The link of a former name to the entry that had it."""
    return models.ForeignKey(to, models.CASCADE, verbose_name=_("entry"), related_name="former_names")


class FormerCountry(FormerName):
    entry = entry_key(Country)

    class Meta(FormerName.Meta):
        verbose_name = _("former name of a country")
        verbose_name_plural = _("former names of countries")


class FormerOrganisation(FormerName):
    entry = entry_key(Organisation)

    class Meta(FormerName.Meta):
        verbose_name = _("former name of an organisation")
        verbose_name_plural = _("former names of organisations")


class FormerOfficial(FormerName):
    entry = entry_key(Official)

    class Meta(FormerName.Meta):
        verbose_name = _("former name of an official")
        verbose_name_plural = _("former names of officials")


class FormerMeeting(FormerName):
    entry = entry_key(Meeting)

    class Meta(FormerName.Meta):
        verbose_name = _("former name of a meeting")
        verbose_name_plural = _("former names of meetings")
