"""How long the site takes over bad input: python -m tests.benchmarks.bad_input [PAGE...] [--editions 2000].

Tries every parameter of every public form with every hostile value of tests/site/test_parameters.py, on a database of
its own in a temporary folder, and prints the slowest. Exits with 1 where an answer took longer than half a second, or
is an error of the site's own.
"""

import argparse
import logging
import os
import sys
import tempfile
import time

folder = tempfile.TemporaryDirectory()
os.environ.update(NEWSROOM_ENV="local", NEWSROOM_VAR=folder.name, DJANGO_SETTINGS_MODULE="newsroom.settings")
os.environ.pop("DATABASE_URL", None)

import django  # noqa: E402

django.setup()

from django.core.management import call_command  # noqa: E402
from django.test import Client  # noqa: E402

from partners.loading import load  # noqa: E402
from partners.models import Country, Meeting, Official, Organisation  # noqa: E402
from partners.registry import read_tables  # noqa: E402
from tests.bulk import bulk_editions  # noqa: E402
from tests.making import make_edition, make_quote  # noqa: E402
from tests.site.forms import Asking  # noqa: E402
from tests.site.test_parameters import HOSTILE  # noqa: E402

LIMIT = 500  # ms of this process, the database within it: what else the machine does is not counted
PAGES = ["/articles/", "/recherche/", "/citations/", "/pays/", "/responsables/", "/organisations/", "/reunions/"]
SENTENCE = "Les ministres de la Défense des pays de l’Alliance et leurs partenaires se sont réunis à Bruxelles jeudi."


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--editions", type=int, default=2_000)
    parser.add_argument("pages", nargs="*", default=PAGES)
    asked_for = parser.parse_args()
    editions = asked_for.editions
    logging.disable(logging.WARNING)  # of each page that is not there
    call_command("migrate", verbosity=0)
    load(read_tables())
    bulk_editions({"body": f"<p>{SENTENCE * 20} {number}</p>"} for number in range(editions))
    links = {
        "countries": Country.objects.all()[:3],
        "officials": Official.objects.all()[:2],
        "organisations": Organisation.objects.all()[:2],
        "meetings": Meeting.objects.all()[:2],
    }
    edition = make_edition(body=f"<p>« {SENTENCE} »</p>", tags=["Défense"], **links)
    make_quote(edition.article, SENTENCE, speaker=links["officials"][0])
    client = Client(headers={"host": "localhost"})
    taken = []
    for page in asked_for.pages:
        for name in sorted({*Asking(client.get(page).content.decode(), page).fields, "page"}):
            for what, value in HOSTILE.items():
                begun = time.process_time()
                status = client.get(f"{page}?{name}={value.replace('{name}', name)}").status_code
                taken.append(((time.process_time() - begun) * 1000, status, f"{page}?{name}= {what}"))
    taken.sort(reverse=True)
    print(f"{len(taken)} requests on {editions} editions; the slowest:")
    for milliseconds, status, asked in taken[:8]:
        print(f"{milliseconds:8.0f} ms  {status}  {asked}")
    broken = [asked for _milliseconds, status, asked in taken if status >= 500]
    print(*(f"broken: {asked}" for asked in broken), sep="\n")
    return 1 if broken or taken[0][0] > LIMIT else 0


if __name__ == "__main__":
    sys.exit(main())
