"""Makes articles with a source text and proposals on its words."""

from typing import Any

from articles.models import Article, Proposal, ProposalKind, Quote
from partners.models import Country, Organisation
from tests.making import make_article, make_source_text

TEXT = (
    "Le ministre mauritanien de la Défense, Hanena Ould Sidi, a reçu Mircea Geoană à Nouakchott.\n"
    "« Nous voulons une coopération durable avec nos partenaires », a déclaré Hanena Ould Sidi.\n"
)


def make_country(code: str = "MR", name: str = "Mauritanie", **fields: Any) -> Country:
    return Country.objects.create(code=code, name_fr=name, name_en=fields.pop("name_en", name), **fields)


def make_organisation(name: str = "Organisation du traité de l'Atlantique nord") -> Organisation:
    return Organisation.objects.create(name_fr=name, name_en="North Atlantic Treaty Organization")


def make_imported(text: str = TEXT, **fields: Any) -> Article:
    """An article with its source text, as an import leaves it."""
    article = make_article(**({"body": f"<p>{text}</p>"} | fields))
    make_source_text(article, text)
    return article


def propose(article: Article, kind: ProposalKind, surface: str, **fields: Any) -> Proposal:
    """A proposal on the first place where the words stand in the source text; its passage is their line."""
    text = article.source_text.text
    start = text.index(surface)
    end = start + len(surface)
    line_end = text.find("\n", end)
    values = {
        "key": fields.get("label", surface),
        "label": surface,
        "surface": surface,
        "start": start,
        "end": end,
        "passage_start": text.rfind("\n", 0, start) + 1,
        "passage_end": line_end if line_end >= 0 else len(text),
    }
    return Proposal.objects.create(article=article, source_text=article.source_text, kind=kind, **(values | fields))


def propose_person(article: Article, name: str = "Hanena Ould Sidi", **data: Any) -> Proposal:
    """An official whom the registry lacks, as the reader describes one."""
    described = {
        "name": name,
        "office": "",
        "office_title": "ministre de la Défense",
        "country": "MR",
        "organisation": "",
        "standing": "in office",
    }
    return propose(article, ProposalKind.OFFICIAL, name, key=f"new:{name.lower()}", data=described | data)


def propose_date(article: Article, date: str, surface: str = "à Nouakchott") -> Proposal:
    return propose(
        article, ProposalKind.DATE, surface, key=date, label=date, data={"date": date, "reasons": ["Le texte le dit."]}
    )


def pending_quote(article: Article, **fields: Any) -> Quote:
    """A pending quote of the words in the text's quotation marks."""
    text = article.source_text.text
    start = text.index("« ") + 2
    end = text.index(" »", start)
    values = {"text": text[start:end], "start": start, "end": end, "speaker_name": "Hanena Ould Sidi"}
    return Quote.objects.create(article=article, source_text=article.source_text, **(values | fields))
