"""Says what this installation still lacks: the command around `newsroom.site_checks`."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from newsroom.site_checks import look


class Command(BaseCommand):
    help = "Say what this installation lacks before readers come, and what to do about it. Changes nothing."
    requires_system_checks: list[str] = []  # what they find is told with the rest
    requires_migrations_checks = False

    def handle(self, *args: Any, **options: Any) -> None:
        findings = look()
        for finding in findings:
            said = _("Missing: %(told)s") if finding.fault else _("Advice: %(told)s")
            self.stdout.write(said % {"told": finding.told})
        if faults := sum(finding.fault for finding in findings):
            said = ngettext("%(count)d thing stands in the way.", "%(count)d things stand in the way.", faults)
            raise CommandError(said % {"count": faults}, returncode=1)
        self.stdout.write(_("Nothing stands in the way."))
