"""What a reader's browser is sent, and how long it takes: python -m tests.benchmarks.pages [--runs 5] [--editions 0].

Starts the site as in production, with packed static files, on a database of its own in a temporary folder; opens an
article of 700 words and the home page in Chromium with an empty cache at 1.6 Mbit/s, 150 ms a round trip and a
processor four times slower; prints sizes, CLS and LCP. Exits with 1 when a limit is passed.
"""

import argparse
import gzip
import os
import secrets
import statistics
import sys
import tempfile
import threading
import time
from html import escape
from pathlib import Path
from socketserver import ThreadingMixIn
from typing import Any
from urllib.request import Request, urlopen
from wsgiref.simple_server import WSGIServer

folder = tempfile.TemporaryDirectory()
os.environ.update(
    NEWSROOM_ENV="production",
    NEWSROOM_SECRET_KEY=secrets.token_urlsafe(50),
    NEWSROOM_HOSTS="localhost",
    NEWSROOM_SSL_REDIRECT="false",
    NEWSROOM_VAR=folder.name,
    DJANGO_SETTINGS_MODULE="newsroom.settings",
    DJANGO_ALLOW_ASYNC_UNSAFE="true",  # playwright's loop runs in this thread
)
os.environ.pop("DATABASE_URL", None)

import django  # noqa: E402

django.setup()

from django.core.management import call_command  # noqa: E402
from django.core.servers.basehttp import WSGIRequestHandler  # noqa: E402
from django.core.wsgi import get_wsgi_application  # noqa: E402

from partners.loading import load  # noqa: E402
from partners.models import Country, Meeting, Official, Organisation  # noqa: E402
from partners.registry import read_tables  # noqa: E402
from tests.bulk import bulk_editions  # noqa: E402
from tests.conftest import CHROMIUM  # noqa: E402
from tests.making import make_edition, make_quote  # noqa: E402

LIMITS = {"HTML, packed": 14 * 1024, "sent before fonts and pictures": 60 * 1024, "CLS": 0.01, "LCP in ms": 1000}
WORDS = 700
SEEDS = Path(__file__).resolve().parents[2] / "seeds"  # real words, that pack as real words do
SENTENCE = "Les ministres de la Défense des pays de l’Alliance et leurs partenaires se sont réunis à Bruxelles jeudi."
NETWORK = {"offline": False, "latency": 150, "downloadThroughput": 1.6e6 / 8, "uploadThroughput": 0.75e6 / 8}
WATCH = """() => new Promise((done) => {
    let shift = 0, largest = 0;
    new PerformanceObserver((list) => list.getEntries().forEach((e) => { if (!e.hadRecentInput) shift += e.value; }))
        .observe({type: "layout-shift", buffered: true});
    new PerformanceObserver((list) => list.getEntries().forEach((e) => { largest = e.startTime; }))
        .observe({type: "largest-contentful-paint", buffered: true});
    setTimeout(() => done({shift, largest}), 300);
})"""


class Server(ThreadingMixIn, WSGIServer):
    daemon_threads = True
    request_queue_size = 64


class Handler(WSGIRequestHandler):
    def log_message(self, *_args: Any) -> None:
        """Prints nothing."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--editions", type=int, default=0, help="so many other public texts beside")
    options = parser.parse_args()
    call_command("migrate", verbosity=0)
    call_command("collectstatic", verbosity=0, interactive=False)
    article = write(options.editions)
    server = Server(("localhost", 0), Handler)
    server.set_app(get_wsgi_application())
    threading.Thread(target=server.serve_forever, daemon=True).start()
    site = f"http://localhost:{server.server_port}"
    passed = False
    for name, address in [("article", article), ("home", "/")]:
        figures = measure(site + address, options.runs)
        print(f"\n{name}: {address}")
        for figure, value in figures.items():
            over = figure in LIMITS and value > LIMITS[figure]
            passed |= over
            print(f"  {figure:<32}{value:>10.4g}{'  OVER ' + str(LIMITS[figure]) if over else ''}")
    server.shutdown()
    sys.exit(1 if passed else 0)


def write(others: int) -> str:
    """An article of 700 words that names much, among others; its address."""
    load(read_tables())
    links = {
        "countries": list(Country.objects.filter(code__in=["MA", "MR", "JO", "US", "FR"])),
        "organisations": list(Organisation.objects.filter(acronym_fr__in=["OTAN", "UE"])),
        "officials": list(Official.objects.filter(name__in=["Mark Rutte", "Jens Stoltenberg"])),
        "meetings": list(Meeting.objects.all()[:1]),
    }
    words = " ".join(escape(path.read_text("utf-8-sig", "replace")) for path in sorted(SEEDS.iterdir())).split()
    parts = [" ".join(words[at : at + 80]) for at in range(0, WORDS, 80)]
    body = "".join(f"<h2>{part[:40]}</h2><p>{part}</p>" for part in parts)
    body += f"<p>{SENTENCE}</p>"
    for number in range(9):
        make_edition(title=f"Un autre texte de la rédaction, le {number}", body=body, tags=["Défense"], **links)
    bulk_editions({"body": body} for _number in range(others))
    edition = make_edition(
        title="Les ministres de la Défense des pays membres de l’OTAN se réunissent à Bruxelles",
        standfirst="Une réunion de deux jours, à laquelle prennent part les partenaires du voisinage sud.",
        body=body,
        tags=["Défense", "Partenariats"],
        dated="2024-10-17",
        **links,
    )
    make_quote(edition.article, SENTENCE[:40], speaker=links["officials"][0])
    return edition.get_absolute_url()


def measure(address: str, runs: int) -> dict[str, float]:
    """The sizes once, the times as the median of so many openings, the shifts as the worst of them."""
    from playwright.sync_api import sync_playwright

    with urlopen(Request(address, headers={"Accept-Encoding": "gzip"})) as response:
        packed = response.read()
        assert response.headers["Content-Encoding"] == "gzip"
        assert "Set-Cookie" not in response.headers
    shifts, paints, sent = [], [], 0.0
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
        )
        for _run in range(runs):
            context = browser.new_context(viewport={"width": 390, "height": 844})
            page = context.new_page()
            session = context.new_cdp_session(page)
            session.send("Network.enable")
            session.send("Network.emulateNetworkConditions", NETWORK)
            session.send("Emulation.setCPUThrottlingRate", {"rate": 4})
            kinds: dict[str, str] = {}
            sizes: dict[str, float] = {}
            session.on("Network.responseReceived", lambda e, to=kinds: to.update({e["requestId"]: e["type"]}))
            session.on(
                "Network.loadingFinished", lambda e, to=sizes: to.update({e["requestId"]: e["encodedDataLength"]})
            )
            page.goto(address, wait_until="load")
            time.sleep(0.7)  # until the fonts are in
            seen = page.evaluate(WATCH)
            shifts.append(seen["shift"])
            paints.append(seen["largest"])
            sent = sum(size for key, size in sizes.items() if kinds.get(key) not in {"Font", "Image"})
            context.close()
        browser.close()
    return {
        "HTML": len(gzip.decompress(packed)),
        "HTML, packed": len(packed),
        "sent before fonts and pictures": sent,
        "CLS": max(shifts),
        "LCP in ms": statistics.median(paints),
    }


if __name__ == "__main__":
    main()
