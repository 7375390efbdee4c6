"""Set up a newsroom to try, and serve it on this machine."""

from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.core.servers.basehttp import run
from django.core.wsgi import get_wsgi_application
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from newsroom.demonstration import prepare
from partners.loading import load
from partners.registry import read_tables

HOST = "127.0.0.1"


class Command(BaseCommand):
    help = "Set up a newsroom with the seed texts and serve it on this machine. Safe to run again."
    requires_migrations_checks = False

    def add_arguments(self, parser):
        parser.add_argument("--no-serve", action="store_true", help="set up only")
        parser.add_argument("--port", type=int, default=8000, help="the port to serve on (8000)")

    def handle(self, *args: Any, **options: Any) -> None:
        if settings.PRODUCTION:
            raise CommandError(_("The demo is for the local environment only: it makes accounts and publishes texts."))
        call_command("migrate", verbosity=0, interactive=False)
        report = load(read_tables())
        rows = ngettext("Registry: %(rows)d row brought in.", "Registry: %(rows)d rows brought in.", report.changed)
        self.stdout.write(rows % {"rows": report.changed})
        shown = prepare(settings.BASE_DIR / "seeds")
        for article in shown.published:
            self.stdout.write(_("Published: %(title)s") % {"title": article.title})
        for article, why in shown.in_review:
            self.stdout.write(_("In review: %(title)s (%(why)s)") % {"title": article.title, "why": why})
        for refusal in shown.refused:
            self.stderr.write(refusal)
        if shown.held:
            held = ngettext("Kept as it is: %(count)d text.", "Kept as they are: %(count)d texts.", shown.held)
            self.stdout.write(held % {"count": shown.held})
        if shown.passwords:
            self.stdout.write(_("Accounts for the desk (these passwords are shown once):"))
            for name, password in shown.passwords.items():
                self.stdout.write(f"{name} / {password}")
        else:
            self.stdout.write(_("The accounts are kept. A new password: manage.py changepassword editor"))
        if not options["no_serve"]:
            self._serve(options["port"])

    def _serve(self, port: int) -> None:
        site = f"http://{HOST}:{port}"
        self.stdout.write(_("Site: %(address)s") % {"address": f"{site}/"})
        self.stdout.write(_("In English: %(address)s") % {"address": f"{site}/en/"})
        self.stdout.write(_("Desk: %(address)s") % {"address": f"{site}/admin/"})
        self.stdout.write(_("Stop with Ctrl+C."))
        self.stdout.flush()
        try:
            run(HOST, port, get_wsgi_application(), threading=True)
        except OSError as error:
            raise CommandError(
                _("Port %(port)d cannot be used (%(why)s): choose another with --port.")
                % {"port": port, "why": error.strerror}
            ) from error
        except KeyboardInterrupt:
            self.stdout.write("")
