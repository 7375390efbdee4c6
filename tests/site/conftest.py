"""A small newsroom: one of everything that the site shows."""

import pytest

from articles import language_versions
from articles.models import Byline, Contributor, Edition
from partners.models import Country, Meeting, Office, Official, Organisation, Relation, Tenure
from tests.making import day, make_edition, make_quote, make_source, make_user


@pytest.fixture
def registry(db):
    """A country, an organisation, an official with an office, and a meeting, all related."""
    country = Country.objects.create(code="MA", name_fr="Maroc", name_en="Morocco")
    Relation.objects.create(country=country, framework="mediterranean-dialogue", since="1995-02")
    organisation = Organisation.objects.create(
        name_fr="Organisation du traité de l'Atlantique Nord",
        name_en="North Atlantic Treaty Organization",
        acronym_fr="OTAN",
        acronym_en="NATO",
    )
    official = Official.objects.create(name="Mark Rutte", country=country, gender="m")
    office = Office.objects.create(
        title_fr_m="secrétaire général de l'OTAN", title_en="NATO Secretary General", organisation=organisation
    )
    Tenure.objects.create(official=official, office=office, since="2024-10-01")
    meeting = Meeting.objects.create(
        kind="ministerial",
        portfolio="defence",
        title_fr="Réunion des ministres de la Défense",
        title_en="Meeting of defence ministers",
        organiser=organisation,
        city="Bruxelles",
        city_en="Brussels",
        country=country,
        start="2024-10-17",
        end="2024-10-18",
    )
    meeting.participants.add(country)
    meeting.officials.add(official)
    return {
        "country": country,
        "organisation": organisation,
        "official": official,
        "office": office,
        "meeting": meeting,
    }


@pytest.fixture
def links(registry):
    """The links of an article that names all of the registry."""
    return {
        "countries": [registry["country"]],
        "organisations": [registry["organisation"]],
        "officials": [registry["official"]],
        "meetings": [registry["meeting"]],
    }


def one_of_everything(links, others: int = 22) -> Edition:
    """A long text in two languages, corrected, signed and quoted, a withdrawn one, and others for a second page.

    Returns the long text, at /articles/le-texte/.
    """
    body = (
        "<h2>Un intertitre</h2><p>Mark Rutte a reçu le Maroc à l’OTAN.</p>"
        '<p class="caption" lang="en">A caption of the picture</p><h2>Un autre</h2>'
        + "<p>Les ministres de l'Alliance ont dit « que la paix se prépare chaque jour » à Bruxelles.</p>" * 6
        + "<h3>Le détail</h3><table><tr><th>Pays</th><th>Part</th></tr><tr><td>Norvège</td><td>2,2 %</td></tr></table>"
        + "<blockquote><p>Des mots cités.</p></blockquote><ul><li>un</li><li>deux</li></ul>"
    )
    for number in range(others):
        make_edition(title=f"Bilan n° {number}", body=body, tags=["Défense"], **links)
    first = make_edition(
        title="L'Alliance et ses partenaires du voisinage sud : bilan d’une année",
        slug="le-texte",
        standfirst="Un chapeau ; assez long pour deux lignes, avec « des guillemets » dedans.",
        body=body,
        tags=["Défense", "Voisinage sud"],
        source=make_source("Agence de presse avec un nom assez long"),
        dated="2024-10-17",
        visible_from=day(-3),
        visible_until=day(-2),
        **links,
    )
    edition = make_edition(
        article=first.article,
        kind="correction",
        visible_from=day(-2),
        first_public_at=day(-3),
        note="Le nom d’un ministre était mal écrit.",
    )
    Byline.objects.create(edition=edition, contributor=Contributor.named("Awa Diop"), place="Bruxelles")
    make_quote(edition.article, "que la paix se prépare chaque jour", speaker=links["officials"][0])
    english = make_edition(
        title="The Alliance and its partners", slug="the-text", language="en", body="<p>A text.</p>"
    )
    language_versions.link(edition.article, english.article, by=make_user("editor"))
    make_edition(kind="withdrawal", slug="retire")
    return edition
