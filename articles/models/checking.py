"""What the chief says of the checks: which block, which warn, which are off."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Level(models.TextChoices):
    """What a check's finding means for publishing."""

    BLOCKS = "blocks", _("Blocks publishing")
    WARNS = "warns", _("Warns")
    OFF = "off", _("Off")


class CheckLevel(models.Model):
    """A check whose level is another one than the house's own: see `articles.checking.catalogue`."""

    check_name = models.CharField(_("check"), max_length=40, unique=True)
    level = models.CharField(_("level"), max_length=6, choices=Level.choices)

    class Meta:
        verbose_name = _("level of a check")
        verbose_name_plural = _("levels of checks")
        ordering = ["check_name"]
        constraints = [models.CheckConstraint(condition=models.Q(level__in=Level.values), name="check_level_known")]

    def __str__(self):
        return self.check_name
