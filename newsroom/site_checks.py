"""Whether this installation is ready for its readers: what is missing, and what to do about it."""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from importlib.util import find_spec
from pathlib import Path

from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.flatpages.models import FlatPage
from django.core.checks import ERROR, run_checks
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from partners.models import Country

LEAST_FREE = 1_000_000_000  # bytes
SOON = timedelta(days=30)
LIBRARIES = ["mammoth", "trafilatura", "feedparser"]  # of the extra “import”
TO_BE_WRITTEN = ("Cette page est à compléter", "has to complete this page")  # so say the pages that we bring


@dataclass(frozen=True, slots=True)
class Finding:
    """What was looked at: whether it stands in the way (`fault`), and in a sentence what to do."""

    fault: bool
    told: str


def look() -> list[Finding]:
    """Everything that is missing, the worst first; nothing for an installation that is ready."""
    try:
        waiting = _migrations()
    except DatabaseError as error:
        return [Finding(True, _("The database does not answer: %(why)s") % {"why": str(error).strip()})]
    if waiting:
        return [Finding(True, waiting), *_sorted(_of_the_machine())]  # the other tables may not be there
    return _sorted([*_of_the_database(), *_of_the_machine()])


def _sorted(findings: list[Finding] | Iterator[Finding]) -> list[Finding]:
    return sorted(findings, key=lambda finding: not finding.fault)


def _migrations() -> str:
    """What is to be done about migrations; empty where the tables are those of this version."""
    executor = MigrationExecutor(connection)
    waiting = executor.migration_plan(executor.loader.graph.leaf_nodes())
    told = _("The database is of an earlier version (%(count)d migrations wait): manage.py migrate")
    return told % {"count": len(waiting)} if waiting else ""


def _of_the_database() -> Iterator[Finding]:
    if not Country.objects.exists():
        yield Finding(True, _("The registry is empty: manage.py load_registry"))
    staff = get_user_model().objects.filter(is_active=True, is_staff=True)
    if not staff.filter(Q(is_superuser=True) | Q(groups__isnull=False)).exists():
        yield Finding(True, _("Nobody can sign in at the desk: manage.py createsuperuser"))
    unwritten = [
        page.url for page in FlatPage.objects.order_by("url") if any(words in page.content for words in TO_BE_WRITTEN)
    ]
    if unwritten:
        told = _("These pages are still to be written, at the desk under “Flat pages”: %(pages)s")
        yield Finding(False, told % {"pages": ", ".join(unwritten)})


def _of_the_machine() -> Iterator[Finding]:
    yield from _of_the_folder(Path(settings.VAR_DIR))
    if settings.PRODUCTION:
        if not (Path(settings.STATIC_ROOT) / "staticfiles.json").exists():
            yield Finding(True, _("The static files are not collected: manage.py collectstatic --noinput"))
        for message in run_checks(include_deployment_checks=True):
            hint = f" {message.hint}" if message.hint else ""
            yield Finding(message.level >= ERROR, f"{message.id}: {message.msg}{hint}")
    if missing := [name for name in LIBRARIES if find_spec(name) is None]:
        told = _("Web pages, Word documents and feeds cannot be imported: pip install '.[import]' (%(names)s)")
        yield Finding(False, told % {"names": ", ".join(missing)})
    expires = settings.SECURITY_EXPIRES
    if not settings.SECURITY_CONTACT or expires is None:
        yield Finding(
            False, _("Nobody is named to tell of a hole: NEWSROOM_SECURITY_CONTACT and NEWSROOM_SECURITY_EXPIRES")
        )
    elif expires < timezone.now() + SOON:
        told = _("Whom to tell of a hole holds until %(day)s only: NEWSROOM_SECURITY_EXPIRES")
        yield Finding(expires <= timezone.now(), told % {"day": f"{expires:%Y-%m-%d}"})


def _of_the_folder(folder: Path) -> Iterator[Finding]:
    """Whether pictures, static files and the embedded database can be written where they are kept."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        probe = folder / ".check_site"
        probe.write_bytes(b"")
        probe.unlink()
    except OSError as error:
        told = _("%(folder)s cannot be written (%(why)s): give it to the account that runs the site.")
        yield Finding(True, told % {"folder": folder, "why": error.strerror})
        return
    free = shutil.disk_usage(folder).free
    if free < LEAST_FREE:
        told = _("%(folder)s has %(megabytes)d MB left: make room before pictures and texts cannot be kept.")
        yield Finding(False, told % {"folder": folder, "megabytes": free // 1_000_000})
