"""A text at the import desk, and what its pages are asked by."""

from django.urls import reverse

from articles import incoming
from articles.admin.understood import token_of
from articles.drafting import Options
from articles.reading.recognised import recognised
from tests.desk.pages import form_of
from tests.making import make_user

TEXT = """Le port de Nouadhibou accueillera une base logistique

• 12 Mar. 2024 -

La Mauritanie et l'Espagne ont signé mardi un accord, et la Mauritanie s’en félicite, ont annoncé les deux pays.

Une coopération durable

« Nous avons besoin de partenaires solides sur le flanc sud », a déclaré le secrétaire général, Jens Stoltenberg.

Lire aussi : Le sommet de Washington

Par Aminata Sow
"""
DESK = "admin:articles_incoming_changelist"
EVIL = '<script>alert(1)</script><img src=x onerror=alert(1)>{{ 7|add:7 }} "quoted"'


def bring(client, text="", *uploads, follow=False, **options):
    data = {"text": text, "uploads": list(uploads), "rights": "unknown"} | options
    return client.post(reverse(DESK), {name: value for name, value in data.items() if value}, follow=follow)


def page(row):
    return reverse("admin:articles_incoming_change", args=[row.pk])


def press(client, row, button, **changes):
    """Press a button of the preview with everything else that its form holds."""
    data = form_of(client.get(page(row)), form_id="reading", **changes)
    return client.post(page(row), data | {"do": button})


def waiting(text=TEXT, *, by=None, **options):
    (received,) = incoming.receive(incoming.pasted(text), by=by or make_user("editor"), options=Options(**options))
    return received.incoming


def token(row, part, words):
    """The name of a thing in the page's buttons, by the words that it stands on."""
    understood = incoming.reading_of(row)
    for thing in recognised(understood.full):
        if thing.part == part and thing.span.of(understood.full.text) == words:
            return token_of(thing.identity)
    raise AssertionError(f"{words} is no {part} of this text")
