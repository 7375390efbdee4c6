"""Where in a page the article stands, and which of its elements are not the article's."""

import re
from collections.abc import Iterable
from itertools import islice
from typing import Any

from articles.reading.formats.extras import library
from articles.reading.name_words import words

NOT_READ = words(
    "script style noscript template svg math iframe object embed applet form button input select option textarea"
    " nav dialog menu canvas video audio map head title meta link frameset frame noframes progress datalist"
)
_ROLES = words("navigation search dialog alertdialog menu menubar toolbar banner contentinfo tablist")
# Words that pages give, as class or id, to what surrounds an article.
_AROUND = words(
    "comment comments commentaires share sharing social partage partager related similaires recommended"
    " recommandations newsletter cookie cookies consent gdpr rgpd breadcrumb breadcrumbs ariane advert advertisement"
    " ads ad pub publicite sidebar promo popup modal outbrain taboola tagcloud pagination subscribe abonnement toolbar"
    " skip disqus sharedaddy addtoany noprint screenreader"
)
_ALWAYS_AROUND = words(
    "comments comments-area comment-list commentlist commentaires disqus_thread respond sr-only visually-hidden"
    " screen-reader-text"
)
_NEVER_BY_NAME = words("html body article main p h1 h2 h3 h4 h5 h6 blockquote")
_WORD = re.compile("[a-z]+")
_HIDING = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_WEIGHED = 20  # times the article
_MUCH = 0.5  # of the article: what holds as much is the article, whatever its class says
_LINKED = 0.6  # of the letters of an aside or footer: above it, it leads elsewhere
_LEAST = 140  # letters, of what can be an article
_TOO_LONG_TO_WEIGH = 1_000_000
_TOO_MANY_TAGS = 20_000
_MOST_PLACES = 5_000
_OF_WORDS = ("p", "li", "div", "td", "blockquote", "section")


def article_in(root: Any, source: str) -> list[Any]:
    """The elements, in their order, that hold the article: the one marked as it, its heading before it if apart.

    Where nothing is marked, trafilatura says which words are the article's, and the smallest element around them
    is taken whole: what it passes over is kept rather than lost.
    """
    body = root.find("body")
    if body is None:
        return [root]
    found = _marked(body)
    if found is None:
        found = _weighed(body, source)
    if found is None:
        return [body]
    return [*_heading_above(found), found]


class Around:
    """Tells the elements inside an article that are not of it; what the article's words could be stays."""

    def __init__(self, article: Iterable[Any]) -> None:
        self.whole = sum(letters(element) for element in article)
        self._budget = _WEIGHED * self.whole  # elements nested in each other are not weighed without end

    def holds(self, element: Any) -> bool:
        """Whether the element surrounds the article, with all that is in it."""
        if element.tag in NOT_READ:
            return True
        if not element.attrib and element.tag not in {"aside", "footer"}:
            return False
        if (element.get("role") or "").casefold() in _ROLES or _is_hidden(element):
            return True
        names = f"{element.get('class') or ''} {element.get('id') or ''}"[:1_000].casefold().split()
        if element.tag in _NEVER_BY_NAME or element.find(".//h1") is not None:
            return False
        if not _ALWAYS_AROUND.isdisjoint(names):
            return True
        if names and not _AROUND.isdisjoint(_WORD.findall(" ".join(names))):
            return self._weight(element) < _MUCH * self.whole
        if element.tag in {"aside", "footer"}:
            inside = self._weight(element)
            linked = sum(letters(link) for link in element.iter("a")) if inside < _MUCH * self.whole else 0
            return linked > _LINKED * inside or not inside
        return False

    def _weight(self, element: Any) -> int:
        if self._budget <= 0:
            return self.whole
        weight = letters(element)
        self._budget -= weight + 1
        return weight


def _is_hidden(element: Any) -> bool:
    if element.get("hidden") is not None or (element.get("aria-hidden") or "").casefold() == "true":
        return True
    style = element.get("style")
    return style is not None and _HIDING.search(style[:1_000]) is not None


def letters(element: Any) -> int:
    """How many letters and signs it shows, without white space."""
    unseen = sum(len("".join((each.text or "").split())) for each in element.iter("script", "style", "noscript"))
    return sum(len("".join(piece.split())) for piece in element.itertext(with_tail=False)) - unseen


def _marked(body: Any) -> Any | None:
    """The article, main part or body of an article that the page marks as such; None where none holds a text."""
    articles = [
        element
        for element in body.xpath(".//article[not(ancestor::article or ancestor::aside or ancestor::nav)]")[:500]
        if not _is_hidden(element)
    ]
    mains = body.xpath(".//main | .//*[@role='main']")
    weights = sorted(((letters(each), -place) for place, each in enumerate(articles)), reverse=True)
    if weights and weights[0][0] >= _LEAST and (len(weights) == 1 or weights[0][0] >= 2 * weights[1][0]):
        article = articles[-weights[0][1]]
        # A teaser in a page whose main text stands in no article element.
        if not mains or letters(mains[0]) < 4 * weights[0][0]:
            return article
    for candidates in (mains, body.xpath(".//*[@itemprop='articleBody']")):
        best = max(candidates[:50], key=letters, default=None)
        if best is not None and letters(best) >= _LEAST:
            return best
    return None


def _weighed(body: Any, source: str) -> Any | None:
    """The smallest element that holds all that trafilatura takes for the article."""
    if len(source) > _TOO_LONG_TO_WEIGH or source.count("<") > _TOO_MANY_TAGS or letters(body) < _LEAST:
        return None
    trafilatura = library("trafilatura", "web pages")
    told = trafilatura.extract(source, include_comments=False, include_tables=True, favor_recall=True) or ""
    taken = {line for raw in told.split("\n") if len(line := _key(raw)) >= 40}
    places = list(islice((each for each in body.iter(*_OF_WORDS) if _key(_beginning(each)) in taken), _MOST_PLACES))
    if not places:
        return None
    ancestors = [*reversed(list(places[0].iterancestors())), places[0]]
    for place in places[1:]:
        around = set(place.iterancestors()) | {place}
        ancestors = [each for each in ancestors if each in around]
    return ancestors[-1] if ancestors else None


def _beginning(element: Any) -> str:
    """The first words of an element that holds no other of its kind."""
    if any(element.find(f".//{tag}") is not None for tag in ("p", "div")):
        return ""
    parts: list[str] = []
    length = 0
    for piece in element.itertext(with_tail=False):
        parts.append(piece)
        length += len(piece)
        if length > 1_000:
            break
    return "".join(parts)


def _key(passage: str) -> str:
    return "".join(character for character in passage if character.isalnum())[:200]


def _heading_above(article: Any) -> list[Any]:
    """The page's one main heading, with what stands between it and the article, where the article has none."""
    if article.tag == "body" or article.find(".//h1") is not None:
        return []
    place = article
    while (parent := place.getparent()) is not None and place.tag != "body":
        before = list(place.itersiblings(preceding=True))
        headed = [each for each in before if each.tag == "h1" or _holds_heading(each)]
        if headed:
            first = before.index(headed[-1])
            return [each for each in before[: first + 1][::-1] if isinstance(each.tag, str)]
        place = parent
    return []


def _holds_heading(element: Any) -> bool:
    """Whether a heading of the page stands in it, rather than the site's own name above its menu."""
    if not isinstance(element.tag, str) or element.tag in NOT_READ or element.tag == "aside":
        return False
    if element.get("role") == "banner" or element.find(".//nav") is not None:
        return False
    return element.find(".//h1") is not None
