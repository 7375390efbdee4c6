"""How a feed is written: Atom 1.0, RSS 2.0 and JSON Feed 1.1, from the same entries."""

import json
import re
from datetime import UTC, datetime
from typing import Any

from django.utils.feedgenerator import Atom1Feed, Rss201rev2Feed
from django.utils.xmlutils import SimplerXMLGenerator

NOTHING_YET = datetime(1970, 1, 1, tzinfo=UTC)
_NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def in_xml(text: str) -> str:
    """The text without the characters that XML cannot hold."""
    return _NOT_IN_XML.sub("", text)


class _Dated:
    """A feed that changed when its newest entry did, and not at every reading when it has none."""

    feed: dict[str, Any]

    def latest_post_date(self) -> datetime:
        return self.feed["updated"]


class AtomFeed(_Dated, Atom1Feed):
    """Atom 1.0; each entry says its own language, and holds its text where we may pass it on."""

    content_type = "application/atom+xml; charset=utf-8"

    def item_attributes(self, item: dict[str, Any]) -> dict[str, str]:
        return {"xml:lang": item["language"]} if item["language"] != "und" else {}

    def add_item_elements(self, handler: SimplerXMLGenerator, item: dict[str, Any]) -> None:
        super().add_item_elements(handler, item)
        if item["content"]:
            handler.addQuickElement("content", item["content"], {"type": "html"})


class RssFeed(_Dated, Rss201rev2Feed):
    """RSS 2.0, with the text as its content module has it."""

    content_type = "application/rss+xml; charset=utf-8"

    def rss_attributes(self) -> dict[str, str]:
        return {**super().rss_attributes(), "xmlns:content": "http://purl.org/rss/1.0/modules/content/"}

    def add_item_elements(self, handler: SimplerXMLGenerator, item: dict[str, Any]) -> None:
        super().add_item_elements(handler, item)
        if item["content"]:
            handler.addQuickElement("content:encoded", item["content"])


class JsonFeed:
    """JSON Feed 1.1; takes what Django's feed generators take."""

    content_type = "application/feed+json"

    def __init__(self, **feed: Any) -> None:
        self.feed = feed
        self.items: list[dict[str, Any]] = []

    def add_item(self, **item: Any) -> None:
        self.items.append(item)

    def writeString(self, encoding: str) -> str:
        """The feed as text; it is called as Django's generators call it."""
        feed = {
            "version": "https://jsonfeed.org/version/1.1",
            "title": self.feed["title"],
            "home_page_url": self.feed["link"],
            "feed_url": self.feed["feed_url"],
            "description": self.feed["description"],
            "language": self.feed["language"],
            "authors": [{"name": self.feed["author_name"]}],
            "items": [_json_item(item) for item in self.items],
        }
        return json.dumps(feed, ensure_ascii=False, indent=1)


def _json_item(item: dict[str, Any]) -> dict[str, Any]:
    held = {
        "id": item["unique_id"],
        "url": item["link"],
        "title": item["title"],
        "summary": item["summary"],
        "date_published": item["pubdate"].isoformat(),
        "date_modified": item["updateddate"].isoformat(),
        "authors": [{"name": name} for name in item["signed"]],
        "tags": item["categories"],
        "language": item["language"] if item["language"] != "und" else "",
    }
    # an item has its text, as HTML or plain: where it may not be passed on, the summary is what there is
    text = {"content_html": item["content"]} if item["content"] else {"content_text": item["summary"]}
    return {name: value for name, value in held.items() if value} | text


FORMATS: dict[str, type[AtomFeed] | type[RssFeed] | type[JsonFeed]] = {
    "atom": AtomFeed,
    "rss": RssFeed,
    "json": JsonFeed,
}
FILE_NAMES = {"atom": "atom.xml", "rss": "rss.xml", "json": "feed.json"}
