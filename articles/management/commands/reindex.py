from django.core.management.base import BaseCommand
from django.utils.translation import gettext as _

from articles.search.rebuilding import rebuild


class Command(BaseCommand):
    help = "Build the search index anew from the editions and articles. Safe to run again, and while the site is up."

    def handle(self, *, verbosity, **options):
        progress = (lambda name, count: self.stderr.write(f"{name}: {count}…")) if verbosity > 1 else None
        for rebuilt in rebuild(progress=progress):
            said = {"stories": rebuilt.stories, "indexed": rebuilt.indexed, "removed": rebuilt.removed}
            self.stdout.write(_("%(stories)s: %(indexed)d indexed, %(removed)d removed") % said)
