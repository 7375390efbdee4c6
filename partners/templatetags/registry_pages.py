"""How the registry's pages show what they are given: ``{{ row.source|source_link }}``, ``{{ address|host_of }}``."""

import re
from urllib.parse import urlsplit

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

register = template.Library()

_ADDRESS = re.compile(r"https?://[^\s,;<>\"]+")


@register.filter
def source_link(source: str) -> SafeString | str:
    """A source that names a page on the web as a link that says whose page it is; any other as it is written."""
    found = _ADDRESS.search(source)
    host = host_of(found[0]) if found else ""
    if found is None or not host:
        return source
    return format_html('<a href="{}">{}</a>', found[0], host)


@register.filter
def host_of(address: str) -> str:
    """Whose page an address on the web leads to; empty for what is no address."""
    try:
        return (urlsplit(address).hostname or "").removeprefix("www.")
    except ValueError:
        return ""
