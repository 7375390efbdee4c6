"""Reads the forms of a page as a browser would send them."""

from html.parser import HTMLParser
from typing import Any

from django.urls import translate_url


class _Form(HTMLParser):
    """What the fields of one form hold: inputs, textareas and selects; buttons are left to the test."""

    def __init__(self, form_id: str) -> None:
        super().__init__(convert_charrefs=True)
        self.form_id, self.inside, self.values = form_id, False, {}
        self.area, self.select, self.option = None, None, None

    def add(self, name: str | None, value: str) -> None:
        if name:
            self.values.setdefault(name, []).append(value)

    def handle_starttag(self, tag, attrs):
        found = dict(attrs)
        if tag == "form":
            self.inside = not self.form_id or found.get("id") == self.form_id
        if not self.inside:
            return
        if tag == "input" and found.get("type") not in {"submit", "button"} and "disabled" not in found:
            if found.get("type") in {"checkbox", "radio"} and "checked" not in found:
                return
            self.add(found.get("name"), found.get("value") or ("on" if found.get("type") == "checkbox" else ""))
        elif tag == "textarea":
            self.area = [found.get("name"), ""]
        elif tag == "select":
            self.select = found.get("name")
        elif tag == "option" and self.select and "selected" in found:
            self.add(self.select, found.get("value") or "")

    def handle_data(self, data):
        if self.area is not None:
            self.area[1] += data

    def handle_endtag(self, tag):
        if tag == "form":
            self.inside = False
        elif tag == "select":
            self.select = None
        elif tag == "textarea" and self.area is not None:
            # the first line end after <textarea> is markup, and a browser sends CRLF
            self.add(self.area[0], self.area[1].removeprefix("\n").replace("\n", "\r\n"))
            self.area = None


def form_of(response: Any, form_id: str = "article_form", **changes: Any) -> dict[str, Any]:
    """The values of the page's form, with changes. The empty rows that scripts copy are left out."""
    assert response.status_code == 200
    parser = _Form(form_id)
    parser.feed(response.content.decode())
    values = {name: held for name, held in parser.values.items() if "__prefix__" not in name}
    values.pop("csrfmiddlewaretoken", None)
    return values | changes


def english(address: str) -> str:
    """The same page under the English interface."""
    return translate_url(address, "en")


def texts(messages: Any) -> list[str]:
    return [str(message) for message in messages]
