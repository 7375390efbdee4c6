"""Answers that a reader who has them already need not fetch again."""

import hashlib
from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response
from django.utils.http import http_date, quote_etag


def conditional(
    request: HttpRequest, content: bytes, content_type: str, *, changed: datetime | None = None
) -> HttpResponse:
    """The content with an ETag made of it and nothing else, or 304 to a reader who has it.

    `changed` is when it last became what it is, if that is known: a reader without the ETag can ask by it.
    """
    etag = quote_etag(hashlib.sha256(content).hexdigest()[:32])
    modified = int(changed.timestamp()) if changed else None
    response = HttpResponse(content, content_type=content_type)
    response["ETag"] = etag
    if modified is not None:
        response["Last-Modified"] = http_date(modified)
    held = get_conditional_response(request, etag=etag, last_modified=modified, response=response)
    return held or response
