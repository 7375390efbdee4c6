"""What a reader can ask of a page: the fields of its forms with their choices, and its links that carry parameters."""

from dataclasses import dataclass, field
from html.parser import HTMLParser
from urllib.parse import urlencode, urljoin

# Parameters that no form shows, by the route that takes them.
WITHOUT_A_FORM = {"search-suggestions": ["q"], "search": ["order", "year"], "sitemap-section": ["p"]}


@dataclass
class Asking(HTMLParser):
    """`fields`: by its name, the choices of each field of the page's forms; `links`: the addresses with parameters."""

    text: str
    address: str
    fields: dict[str, set[str]] = field(default_factory=dict)
    links: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        super().__init__()
        self._own_form, self._select = False, ""
        self.feed(self.text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        if tag == "form":
            # the search field in each page's head leads to the search page, which has it too
            leads_to = urljoin(self.address, values.get("action", self.address))
            self._own_form = values.get("method", "get") == "get" and leads_to == self.address
        elif tag in {"input", "select"} and self._own_form and values.get("name"):
            self._select = values["name"] if tag == "select" else ""
            self.fields.setdefault(values["name"], set()).update(filter(None, [values.get("value")]))
        elif tag == "option" and self._select:
            self.fields[self._select].add(values.get("value", ""))
        elif tag == "a" and "?" in values.get("href", ""):
            self.links.add(urljoin(self.address, values["href"]).partition("#")[0])

    def handle_endtag(self, tag: str) -> None:
        if tag in {"form", "select"}:
            self._select = ""
            self._own_form = self._own_form and tag != "form"


def with_parameter(address: str, name: str, value: str) -> str:
    return f"{address}?{urlencode({name: value})}"
