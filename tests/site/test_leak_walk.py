"""Nothing that readers may not see shows at any public address, by any parameter, in any header or count.

One walk over the URL map asks everything twice, before and after hidden articles are planted, with the clock standing
still: each answer must be the same to the letter. Then the clock goes on, and what is due appears.

Every hidden text holds random words of its own, one for each field, its address included.
"""

import random
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import pytest
from django.utils import timezone

from articles.models import (
    Article,
    Byline,
    Contributor,
    Decision,
    Edition,
    Kind,
    Quote,
    Source,
    Theme,
)
from partners.models import Meeting, Official, Tenure
from tests.making import NOW, day, make_article, make_edition, make_picture, make_quote, make_source, place
from tests.site.addresses import addresses, public_addresses, public_routes
from tests.site.forms import WITHOUT_A_FORM, Asking, with_parameter

# Every text holds this word: asking for it must find the public text and none of the others.
BAIT = "lamproie"
# Readers have seen these; that they are gone is no secret, but not a word of them is left.
ONCE_PUBLIC = ["closed", "withdrawn", "trashed"]
# Readers have never seen these, and cannot tell that they are there.
NEVER_PUBLIC = ["draft", "embargoed", "scheduled", "change", "cancelled", "unseen", "working"]
DUE = ["embargoed", "scheduled", "change"]
WORD = re.compile(r"zx[bcdfghjkmpqvwz]{10}")  # as `Words` makes them
NONCE = re.compile(r"nonce-[\w+/=-]+|nonce=\"[\w+/=-]+\"")


@dataclass(frozen=True)
class Answer:
    """All that an answer tells."""

    status: int
    headers: dict[str, str]
    text: str

    def words(self) -> set[str]:
        """The random words in it, of whatever text."""
        return set(WORD.findall(f"{self.text} {self.headers}".lower()))


class Words:
    """A random word for each state and field, which stands nowhere else."""

    def __init__(self) -> None:
        self.chance = random.Random(20260302)
        self.meaning: dict[str, tuple[str, str]] = {}

    def new(self, state: str, what: str) -> str:
        for word, meaning in self.meaning.items():
            if meaning == (state, what):
                return word
        word = "zx" + "".join(self.chance.choice("bcdfghjkmpqvwz") for _ in range(10))
        self.meaning[word] = (state, what)
        return word

    def of(self, *states: str) -> list[str]:
        return [word for word, (state, _what) in self.meaning.items() if state in states]


def fields_of(words: Words, state: str, links: dict) -> dict[str, Any]:
    """What an article in that state says: in each field its own word, and the bait."""

    def word(what: str) -> str:
        return words.new(state, what)

    quote = f"Nous avons dit {word('quote')} devant tout le monde {BAIT}"
    return {
        "title": f"Un titre {word('title')} {BAIT}",
        "slug": word("slug"),
        "standfirst": f"Un chapeau {word('standfirst')} {BAIT}",
        "body": f'<p class="caption">{word("caption")}</p><h2>{word("subheading")}</h2>'
        f"<p>Un texte {word('body')} {BAIT}. « {quote} »</p>",
        "tags": [f"Thème {word('theme')}"],
        "source": make_source(f"Agence {word('source')}"),
        "dateline": f"Ville {word('dateline')}",
        "rights_note": f"Droits {word('rights')}",
        "seo_title": f"Titre {word('seo')}",
        "meta_description": f"Description {word('meta')}",
        "dated": "2024-10-17",
        **links,
    }


def dress(words: Words, state: str, article: Article, links: dict) -> None:
    """What stands beside the text: a picture, quotes."""

    def word(what: str) -> str:
        return words.new(state, what)

    picture = make_picture(
        address=f"{word('picture'):0<40}",
        name=f"{word('file')}.jpg",
        alt=word("alt"),
        caption=word("legend"),
        credit=word("credit"),
    )
    place(article, picture)
    said = {"speaker_name": word("speaker"), "attribution": word("attribution"), "meeting": links["meetings"][0]}
    quote = f"Nous avons dit {word('quote')} devant tout le monde {BAIT}"
    make_quote(article, quote, speaker=links["officials"][0], **said)
    make_quote(article, f"Une citation {word('pending')}", accepted=False, speaker=links["officials"][0])


def sign(words: Words, state: str, edition: Edition) -> None:
    Byline.objects.create(edition=edition, contributor=Contributor.named(words.new(state, "contributor")))


def plant(words: Words, state: str, links: dict) -> Article:
    """An article in that state."""
    article = make_article(**fields_of(words, state, links), stage="ready")
    dress(words, state, article, links)
    Byline.objects.create(article=article, contributor=Contributor.named(words.new(state, "contributor")))
    if state == "draft":
        return article
    moments: dict[str, dict[str, Any]] = {
        "public": {"visible_from": day(-3, base=NOW)},
        "closed": {"visible_from": day(-3, base=NOW), "visible_until": day(-2, base=NOW)},
        "withdrawn": {"visible_from": day(-3, base=NOW), "visible_until": day(-2, base=NOW)},
        "trashed": {"visible_from": day(-3, base=NOW), "trashed": True},
        "unseen": {"visible_from": day(-1, base=NOW), "trashed": True},
        "embargoed": {"visible_from": day(+1, base=NOW)},
        "scheduled": {"visible_from": day(+1, base=NOW)},
        "cancelled": {"visible_from": day(-1, base=NOW), "visible_until": day(-1, base=NOW)},
    }
    if state == "embargoed":
        Article.objects.filter(pk=article.pk).update(embargo_until=day(+1, base=NOW))
    edition = make_edition(article=article, **moments[state])
    sign(words, state, edition)
    if state in {"trashed", "unseen"}:
        Article.objects.filter(pk=article.pk).update(trashed_at=day(-2, base=NOW))
    if state == "withdrawn":
        make_edition(article=article, kind=Kind.WITHDRAWAL, visible_from=day(-2, base=NOW))
    return article


def change(words: Words, article: Article, state: str, links: dict) -> None:
    """Give the working copy of a public article other words in every field."""
    fields = fields_of(words, state, links)
    article.tags.set(fields.pop("tags"))
    for name in links:
        fields.pop(name)
    for name, value in fields.items():
        setattr(article, name, value)
    article.save()


def plant_hidden(words: Words, article: Article, links: dict) -> None:
    """All that readers must not notice: hidden articles, a change to come of the public one, and what the desk found.

    The public article's working copy has had other words since.
    """
    official = Official.objects.create(name=f"Inconnu {words.new('draft', 'official')}", confirmed=False)
    Tenure.objects.create(official=official, office=links["officials"][0].tenures.get().office, until="2001")
    meeting = Meeting.objects.create(
        kind="exercise", title_fr=f"Rencontre {words.new('draft', 'meeting')}", start="2090-01-01", confirmed=False
    )
    hidden = links | {"officials": [*links["officials"], official], "meetings": [*links["meetings"], meeting]}
    for state in NEVER_PUBLIC:
        if state not in {"change", "working"}:
            plant(words, state, hidden if state == "draft" else links)
    change(words, article, "change", links)
    Edition.objects.filter(article=article).update(visible_until=day(+1, base=NOW))
    edition = make_edition(
        article=article,
        kind=Kind.CORRECTION,
        note=f"Corrigé : {words.new('change', 'note')}.",
        visible_from=day(+1, base=NOW),
        first_public_at=day(-3, base=NOW),
    )
    sign(words, "change", edition)
    change(words, article, "working", links)


def ask(client: Any, address: str) -> Answer:
    response = client.get(address)
    content = b"".join(response) if response.streaming else response.content
    headers = {name: NONCE.sub("", value) for name, value in response.headers.items()}
    return Answer(response.status_code, headers, NONCE.sub("", content.decode()))


def shown(words: Words, answer: Answer, address: str, *states: str) -> list[tuple[str, str]]:
    """What the answer shows of texts in these states, but for what was asked for."""
    asked = set(WORD.findall(address))
    return [words.meaning[word] for word in sorted(answer.words() - asked) if words.meaning[word][0] in states]


def french(found: Iterable[str]) -> list[str]:
    return [address for address in found if not address.startswith("/en/")]


def walked() -> list[str]:
    """Every French address, and one of each route in English: the same views answer there."""
    found = set(french(public_addresses()))
    for route in public_routes():
        found |= set(sorted(address for address in addresses(route) if address.startswith("/en/"))[-1:])
    return sorted(found)


def asked_of(pages: dict[str, Answer], words: Words) -> set[str]:
    """French pages as readers can narrow them, by choices that are offered and by words that are hidden."""
    found = set()
    hidden = words.of(*NEVER_PUBLIC)
    names: dict[str, set[str]] = {}
    for address in french(pages):
        answer = pages[address]
        asking = Asking(answer.text, address)
        names[address] = set(asking.fields)
        found |= set(sorted(asking.links)[:6])
        for name, choices in asking.fields.items():
            # a choice that only hidden articles would have, and one of those that are there
            found |= {
                with_parameter(address, name, value) for value in [*sorted(filter(None, choices))[:1], hidden[0]]
            }
    for route in public_routes():
        for name in WITHOUT_A_FORM.get(route.name, []):
            found |= {with_parameter(address, name, BAIT) for address in french(addresses(route))}
    searched = [address for address in pages if "q" in names.get(address, ())]
    routes = {route.name: route for route in public_routes()}
    for address in [*searched, *addresses(routes["search-suggestions"])]:
        found |= {with_parameter(address, "q", value) for value in [BAIT, BAIT[:5], hidden[0], hidden[-1][:6]]}
    # whatever else of theirs one could ask the search for
    found |= {with_parameter(max(addresses(routes["search"])), "q", word) for word in hidden[1::11]}
    return found


@pytest.fixture
def site(db, links, monkeypatch):
    """A public article, and some that were: the clock stands still at `NOW`."""
    monkeypatch.setattr(timezone, "now", lambda: NOW)
    words = Words()
    for state in ONCE_PUBLIC:
        plant(words, state, links)
    return words, plant(words, "public", links)


def test_hidden_articles_change_no_answer_and_appear_when_they_are_due(client, site, links, monkeypatch):
    words, article = site
    for state in NEVER_PUBLIC:
        fields_of(words, state, links)  # so that their words can be asked for before they are anywhere
    for model in (Theme, Source):
        model.objects.filter(**{"themed_articles" if model is Theme else "articles": None}).delete()
    first = {address: ask(client, address) for address in walked()}
    first |= {address: ask(client, address) for address in asked_of(first, words)}
    assert len(first) > 200
    plant_hidden(words, article, links)

    for address, before in first.items():
        after = ask(client, address)
        assert after == before, address
        assert shown(words, after, address, *ONCE_PUBLIC, *NEVER_PUBLIC) == [], address
    new = french(set(public_addresses()) - set(first))  # the same views answer in English
    assert len(new) > 30
    for address in new:
        answer = ask(client, address)
        assert answer.status == 404, address
        assert shown(words, answer, address, *NEVER_PUBLIC) == [], address
    for route in public_routes():
        address = min(addresses(route))
        seen = first.get(address) or ask(client, address)
        head = client.head(address)
        told = {name: NONCE.sub("", value) for name, value in head.headers.items()}
        assert (head.status_code, told, head.content) == (seen.status, seen.headers, b""), address

    monkeypatch.setattr(timezone, "now", lambda: day(+2, base=NOW))
    due: dict[str, Answer] = {address: ask(client, address) for address in french(public_addresses())}

    def shows(state: str, what: str, *wanted: str) -> None:
        word = words.new(state, what)
        due.update({address: ask(client, address) for address in wanted if address not in due})
        missing = [address for address in wanted if word not in due[address].words()]
        assert not missing, f"the {what} of the {state} article is missing at {missing}"

    for state in DUE:
        page = f"/articles/{words.new(state, 'slug')}/"
        everywhere = ["/", "/en/", "/articles/", "/pays/maroc/", "/atom.xml", "/rss.xml", "/feed.json", page]
        shows(state, "title", *everywhere, f"/recherche/?q={BAIT}", f"/articles/?q={BAIT}")
        for what in ["standfirst", "body", "caption", "subheading", "theme", "dateline", "meta", "contributor"]:
            shows(state, what, page)
        shows(state, "slug", "/sitemap-articles.xml")
        shows(state, "theme", "/themes/")
    shows("scheduled", "title", "/sitemap-news.xml")
    for state in ["embargoed", "scheduled"]:
        shows(state, "quote", "/citations/", "/responsables/mark-rutte/")
        shows(state, "legend", f"/articles/{words.new(state, 'slug')}/")
    shows("change", "note", f"/articles/{words.new('change', 'slug')}/")
    for address, answer in due.items():
        assert shown(words, answer, address, *set(NEVER_PUBLIC) - set(DUE), *ONCE_PUBLIC) == [], address
    assert due["/atom.xml"].headers["ETag"] != first["/atom.xml"].headers["ETag"]
    assert due["/atom.xml"].headers["Last-Modified"] != first["/atom.xml"].headers["Last-Modified"]


def test_a_route_that_the_walk_cannot_fill_fails_it(monkeypatch):
    from tests.site import addresses as walk

    route = next(route for route in public_routes() if route.kind == "country" and route.arguments)
    monkeypatch.delitem(walk.FILLINGS, "country")
    with pytest.raises(AssertionError, match="FILLINGS"):
        addresses(route)


def test_what_the_walk_asks_finds_the_public_text(client, site):
    """Else nothing would be proved by not finding the others."""
    words, _article = site
    for address in ["/", "/articles/", f"/recherche/?q={BAIT}", f"/articles/?q={BAIT}", "/atom.xml", "/feed.json"]:
        assert words.new("public", "title") in ask(client, address).words(), address
    page = ask(client, f"/articles/{words.new('public', 'slug')}/")
    for what in [
        "body",
        "caption",
        "legend",
        "alt",
        "credit",
        "theme",
        "source",
        "contributor",
        "quote",
        "meta",
        "seo",
    ]:
        assert words.new("public", what) in page.words(), what
    pending = Quote.objects.exclude(decision=Decision.ACCEPTED)
    assert pending.exists()
    assert words.new("public", "pending") not in page.words()
