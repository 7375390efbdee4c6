"""What an article's page shows beside its text: what it names, what changed, what to read next and why."""

import re

import pytest
from django.utils import translation

from articles.models import Byline, Contributor, Edition
from articles.story_page import related
from partners.models import Meeting, Relation
from tests.making import day, make_edition

pytestmark = pytest.mark.django_db


def page(client, slug: str, tree: str = "") -> str:
    response = client.get(f"{tree}/articles/{slug}/")
    assert response.status_code == 200
    return response.content.decode()


def beside(text: str) -> str:
    return text.partition('<aside class="beside"')[2].partition("</aside>")[0]


def words(html: str) -> str:
    return " ".join(re.sub(r"<[^>]*>", " ", html).split())


def test_the_first_mention_of_each_entry_leads_to_it_and_an_entry_that_is_not_linked_stays_text(client, links):
    body = "<h2>L’OTAN</h2><p>Mark Rutte a reçu le Maroc à l’OTAN. Le Maroc et l’Espagne ont remercié Mark Rutte.</p>"
    make_edition(slug="texte", body=body, **links)
    text = page(client, "texte")
    assert re.findall(r'class="named" href="([^"]*)"', text) == [
        "/responsables/mark-rutte/",
        "/pays/maroc/",
        "/organisations/otan/",
    ]
    assert 'href="/en/countries/maroc/">Maroc</a>' in page(client, "texte", "/en")


def test_each_entry_is_listed_with_a_line_that_holds_for_the_day_of_the_text(client, links):
    make_edition(slug="avant", dated="1990-05-05", **links)
    make_edition(slug="pendant", dated="2024-10-17", **links)
    before, during = beside(page(client, "avant")), beside(page(client, "pendant"))
    assert "secrétaire général de l&#x27;OTAN" in during
    assert "secrétaire général" not in before
    assert "Dialogue méditerranéen" in during
    assert "Dialogue méditerranéen" not in before
    assert "17–18 octobre 2024, Bruxelles" in words(during).replace(" ,", ",")


def test_a_relation_that_may_have_held_is_not_told(client, links, registry):
    Relation.objects.update(since="1995")
    make_edition(slug="texte", dated="1995-01", **links)
    assert "Dialogue méditerranéen" not in beside(page(client, "texte"))


def test_contents_stand_above_a_text_of_three_subheadings_and_not_of_two(client):
    make_edition(slug="trois", body="<h2>Un</h2><p>a</p><h2>Deux</h2><p>b</p><h3>Trois</h3><p>c</p>")
    make_edition(slug="deux", body="<h2>Un</h2><p>a</p><h2>Deux</h2><p>b</p>")
    text = page(client, "trois")
    assert re.findall(r'<a href="#([^"]*)">', text.partition('<nav class="contents"')[2]) == [
        "text-un",
        "text-deux",
        "text-trois",
    ]
    assert all(f'id="{anchor}"' in text for anchor in ["text-un", "text-deux", "text-trois"])
    assert 'class="contents"' not in page(client, "deux")
    assert 'id="text-un"' in page(client, "deux")


def test_every_note_of_a_change_stays_in_sight_the_latest_first(client):
    first = make_edition(slug="texte", visible_from=day(-9), visible_until=day(-6))
    article = first.article
    for kind, note, opens, closes in [
        ("update", "Première note", -6, -4),
        ("silent", "Note que personne ne voit", -4, -3),
        ("correction", "Seconde note", -3, None),
        ("correction", "Note à venir", +2, None),
    ]:
        if opens > 0:
            Edition.objects.filter(article=article, visible_until=None).update(visible_until=day(opens))
        make_edition(
            article=article, kind=kind, visible_from=day(opens), visible_until=closes and day(closes), note=note
        )
    text = page(client, "texte")
    assert text.index("Seconde note") < text.index("Première note")
    assert "personne" not in text
    assert "à venir" not in text


def test_related_coverage_says_why_and_the_nearest_comes_first(links, registry):
    text = make_edition(tags=["Drones"], **links)
    by_theme = make_edition(tags=["Drones"])
    by_official = make_edition(officials=links["officials"])
    by_meeting = make_edition(meetings=links["meetings"], officials=links["officials"], visible_from=day(-20))
    make_edition(countries=links["countries"])
    make_edition(tags=["Drones"], visible_from=day(+1))
    with translation.override("en"):
        said = [(other, str(other.reason)) for other in related(text)]
        meeting = registry["meeting"].name
    assert said == [
        (by_meeting, f"Same meeting: {meeting}"),
        (by_official, "Also about Mark Rutte"),
        (by_theme, "Same theme: Drones"),
    ]


def test_the_texts_before_and_after_are_those_of_the_same_meeting(client, links):
    meeting = Meeting.objects.create(kind="summit", title_fr="Sommet", title_en="Summit", start="2025-06-24")
    made = [
        make_edition(title=f"Texte n° {at}", meetings=[meeting], tags=["Drones"], visible_from=day(at - 10))
        for at in range(3)
    ]
    make_edition(title="Autre réunion", tags=["Drones"], visible_from=day(-9.5), **links)
    make_edition(title="Pas encore", meetings=[meeting], visible_from=day(+1))
    context = client.get(made[1].get_absolute_url()).context
    assert context["neighbours"] == {"before": made[0], "after": made[2]}
    assert client.get(made[0].get_absolute_url()).context["neighbours"] == {"after": made[1]}
    assert client.get(made[2].get_absolute_url()).context["neighbours"] == {"before": made[1]}


def test_without_a_meeting_the_first_theme_is_followed_and_without_either_nothing(client):
    first = make_edition(tags=["Drones"], visible_from=day(-5))
    second = make_edition(tags=["Drones"], visible_from=day(-4))
    assert client.get(second.get_absolute_url()).context["neighbours"] == {"before": first}
    alone = make_edition()
    assert client.get(alone.get_absolute_url()).context["neighbours"] == {}


def sign(edition: Edition, name: str, **fields) -> Contributor:
    contributor = Contributor.named(name)
    Byline.objects.create(edition=edition, contributor=contributor, **fields)
    return contributor


def test_a_signature_leads_to_what_the_person_has_signed(client):
    edition, other = make_edition(title="Signé", slug="signe"), make_edition(title="D’un autre")
    author = sign(edition, "Élodie N’Diaye")
    sign(other, "Bob")
    sign(make_edition(title="Pas encore", visible_from=day(+1)), "Élodie N’Diaye")
    assert author.slug == "elodie-n-diaye"
    assert f'<a rel="author" href="{author.get_absolute_url()}">Élodie N’Diaye</a>' in page(client, "signe")
    listed = client.get(author.get_absolute_url())
    assert list(listed.context["page_obj"]) == [edition]


def test_who_signed_twice_is_listed_once_and_who_signed_nothing_public_has_no_page(client):
    edition = make_edition()
    author = sign(edition, "Awa")
    sign(edition, "Awa", role="photographer")
    assert list(client.get(author.get_absolute_url()).context["page_obj"]) == [edition]
    hidden = sign(make_edition(visible_from=day(+1)), "Zoé")
    assert client.get(hidden.get_absolute_url()).status_code == 404
    assert client.get(hidden.get_absolute_url() + "?page=2").status_code == 404


def test_two_contributors_of_one_slug_have_two_pages():
    assert {Contributor.named("N'Diaye").slug, Contributor.named("N Diaye!").slug} == {"n-diaye"}
    assert Contributor.named("Мария").slug != Contributor.named("Анна").slug
