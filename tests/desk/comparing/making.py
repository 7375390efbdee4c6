"""A communiqué, its new wording and its copy in another outlet, and what became of them."""

from django.contrib.admin.models import LogEntry

from articles.drafting import Options
from articles.importing import import_document
from articles.reading import Document
from partners.registry import registry_names

FIRST = """La Mauritanie accueille un exercice naval

Nouakchott, 12 mars 2024

La Mauritanie accueille depuis mardi un exercice naval avec le Portugal, a annoncé le ministère dans un communiqué.

Quatre navires et deux cents marins participent aux manœuvres, qui dureront jusqu'à la fin de la semaine prochaine.

« La mer nous unit et nous oblige à travailler ensemble », a déclaré le ministre de la Défense.

Les manœuvres ont lieu au large de Nouadhibou, dans une zone fermée à la pêche pendant toute la durée de l'exercice.
"""
SECOND = FIRST.replace("Quatre navires et deux cents marins", "Cinq navires et trois cents marins").replace(
    "avec le Portugal", "avec l'Espagne"
)
ELSEWHERE = FIRST.replace("La Mauritanie accueille un exercice naval", "Manœuvres au large de Nouadhibou")


def bring(text, name, **options):
    document = Document(text.encode(), text, "utf-8", "text")
    return import_document(document, name, Options(**options), names=registry_names())


def standings(article):
    return {text.text: text.standing for text in article.source_texts.all()}


def said(article):
    return [str(entry.change_message) for entry in LogEntry.objects.filter(object_id=str(article.pk))]
