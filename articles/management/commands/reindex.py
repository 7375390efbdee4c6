from django.core.management.base import BaseCommand

from articles.search.rebuilding import rebuild


class Command(BaseCommand):
    help = "Build the search index anew from the editions. Safe to run again, and while the site is up."

    def handle(self, *, verbosity, **options):
        progress = (lambda count: self.stderr.write(f"{count}…")) if verbosity > 1 else None
        rebuilt = rebuild(progress=progress)
        self.stdout.write(f"indexed: {rebuilt.indexed}\nremoved: {rebuilt.removed}")
