"""The register of quotes: narrowed by whom, where, when and what was said; each at an address of its own."""

import pytest
from django.urls import reverse

from articles import quote_register
from articles.models import Quote
from partners.models import Country, Meeting, Office, Official
from tests.making import day, make_article, make_edition, make_quote, make_user

pytestmark = pytest.mark.django_db
WANTED = "l’armée et l’œuvre commune des alliés comptent aujourd’hui"


def found(client, query: str) -> list[str]:
    return [quote.text for quote in client.get(f"/citations/?{query}").context["page_obj"]]


@pytest.fixture
def said(links):
    """A quote with all that can be asked of it, and another without."""
    body = f"<p>Il a dit « {WANTED} ». Un autre a dit « rien de tel ».</p>"
    edition = make_edition(title="Une réunion", body=body, **links)
    (speaker,), (meeting,) = links["officials"], links["meetings"]
    quote = make_quote(
        edition.article, WANTED, speaker=speaker, meeting=meeting, said_on="2024-10-17", office=Office.objects.get()
    )
    make_quote(edition.article, "rien de tel", attribution="un diplomate")
    return quote


@pytest.mark.parametrize(
    "query",
    [
        "speaker=mark-rutte",
        "country=maroc",
        "meeting={meeting}",
        "since=2024-10-17",
        "until=2024-10-17",
        "since=2024-10-01&until=2024-10-31",
        "q=ARMEE",
        "q=arm%C3%A9es",
        "q=oeuvre",
        "q=%C5%93uvre",
        "q=l'oeuvre",
        "q=l%E2%80%99%C5%93uvre+commune",
        "q=aujourd'hui+alli%C3%A9",
        "speaker=mark-rutte&country=maroc&since=2024-10-17&q=commune",
    ],
)
def test_a_filter_shows_the_quotes_that_fit_and_no_other(client, said, query):
    assert found(client, query.format(meeting=said.meeting.slug)) == [WANTED]


@pytest.mark.parametrize(
    "query", ["since=2024-10-18", "until=2024-10-16", "q=armement", "q=comm%25", "q=arm_e", "q=%22"]
)
def test_what_does_not_fit_is_not_shown(client, said, query):
    assert found(client, query) == []


def test_every_word_must_be_there_in_whatever_order(client, said):
    assert found(client, "q=alli%C3%A9s+arm%C3%A9e") == [WANTED]
    assert found(client, "q=alli%C3%A9s+marine") == []


def test_a_quote_is_of_the_country_of_its_speaker_or_of_the_office_held(client, links):
    norway = Country.objects.create(code="NO", name_fr="Norvège", name_en="Norway")
    edition = make_edition(body="<p>« du premier » « du second » « de personne »</p>")
    make_quote(edition.article, "du premier", speaker=Official.objects.create(name="Kari Nordmann", country=norway))
    office = Office.objects.create(title_fr_m="ministre de la Défense", title_en="Defence Minister", country=norway)
    make_quote(edition.article, "du second", speaker=Official.objects.create(name="Ola Nordmann"), office=office)
    make_quote(edition.article, "de personne", speaker=links["officials"][0])
    assert sorted(found(client, "country=norvege")) == ["du premier", "du second"]


@pytest.mark.parametrize(
    ("known", "query", "shown"),
    [
        ("2024-10", "since=2024-10-17", True),
        ("2024-10", "until=2024-09-30", False),
        ("2024", "since=2024-12-31", True),
        ("2024", "since=2025-01-01", False),
        (None, "since=2024-01-01", False),
    ],
)
def test_a_date_known_less_well_is_found_on_every_day_that_it_can_be(client, known, query, shown):
    edition = make_edition(body="<p>« des mots »</p>")
    make_quote(edition.article, "des mots", attribution="un diplomate", said_on=known)
    assert bool(found(client, query)) is shown


def test_choices_are_only_what_public_quotes_have(client, said):
    hidden = make_article()
    make_quote(
        hidden,
        "secret",
        speaker=Official.objects.create(
            name="Nobody Public", country=Country.objects.create(code="FR", name_fr="France")
        ),
        meeting=Meeting.objects.create(kind="summit", title_fr="Secret"),
    )
    fields = client.get("/citations/").context["filter"].form.fields
    offered = {
        name: [slug for slug, _label in fields[name].choices if slug] for name in ("speaker", "country", "meeting")
    }
    assert offered == {"speaker": ["mark-rutte"], "country": ["maroc"], "meeting": [said.meeting.slug]}


@pytest.mark.parametrize(
    "query", ["speaker=x", "country=%00", "meeting=-1", "since=2024-02-31", "until=hier", "q=" + "a" * 300]
)
def test_what_cannot_be_asked_is_said_to_match_nothing(client, said, query):
    page = client.get(f"/citations/?{query}")
    assert page.status_code == 200
    assert found(client, query) == []
    assert "errorlist" in page.content.decode()


def test_the_newest_words_come_first_and_the_order_is_total(client):
    edition = make_edition(body="<p>« une » « deux » « trois » « quatre »</p>")
    for text, said_on in [("une", "2024-10-17"), ("deux", None), ("trois", "2024-10-17"), ("quatre", "2025")]:
        make_quote(edition.article, text, attribution="un diplomate", said_on=said_on)
    assert found(client, "") == ["quatre", "trois", "une", "deux"]


def test_a_quote_says_who_spoke_the_office_that_day_when_and_where_it_stands(client, said):
    text = client.get("/citations/?speaker=mark-rutte").content.decode()
    edition = said.article.editions.get()
    for words in [
        "Mark Rutte",
        "secrétaire général de l&#x27;OTAN",
        "17 octobre 2024",
        "Une réunion",
        '<blockquote lang="fr">',
    ]:
        assert words in text
    assert f'href="{edition.get_absolute_url()}#{said.anchor}"' in text
    assert f'href="{said.get_absolute_url()}"' in text
    assert f'id="{said.anchor}"' in client.get(edition.get_absolute_url()).content.decode()


def test_a_quote_keeps_its_address_as_long_as_readers_may_see_it(client, said):
    address = said.get_absolute_url()
    page = client.get(address)
    assert page.status_code == 200
    assert WANTED in page.content.decode()
    quote_register.reject([said], by=make_user("editor"))
    assert client.get(address).status_code == 404


@pytest.mark.parametrize("hidden", ["scheduled", "closed", "pending", "gone from the text"])
def test_a_quote_that_readers_may_not_see_has_no_address(client, hidden):
    windows = {"scheduled": {"visible_from": day(1)}, "closed": {"visible_from": day(-2), "visible_until": day(-1)}}
    edition = make_edition(body="<p>« des mots cachés »</p>", **windows.get(hidden, {}))
    text = "d’autres mots" if hidden == "gone from the text" else "des mots cachés"
    quote = make_quote(edition.article, text, accepted=hidden != "pending", attribution="un diplomate")
    assert client.get(quote.get_absolute_url()).status_code == 404
    assert found(client, "q=mots") == []


@pytest.mark.parametrize("number", ["0", "9999999", "9" * 30])
def test_a_number_that_no_quote_has_is_not_found(client, number):
    assert client.get(f"{reverse('articles:quotes')}{number}/").status_code in {400, 404}


def test_the_words_are_kept_in_step_with_the_text():
    quote = make_quote(make_article(), "Des armées", attribution="un diplomate")
    assert Quote.objects.with_words("armée").contains(quote)
    quote.text = "La marine"
    quote.save()
    assert not Quote.objects.with_words("armée").exists()
    assert Quote.objects.with_words("marine").contains(quote)
