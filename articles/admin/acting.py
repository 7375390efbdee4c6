"""Who acts on a page of the desk, and what its policy lets the page load."""

from typing import Any

from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from js_asset import Media


def acting(request: HttpRequest) -> User:
    """The signed-in user. Raises PermissionDenied for anybody else, whom the desk turns away before."""
    if not isinstance(request.user, User):
        raise PermissionDenied
    return request.user


def key_in(posted: str) -> int:
    """The primary key that a form or an address names; 0, which no row has, for anything else."""
    return int(posted) if posted.isdecimal() and len(posted) < 19 else 0


def allowed_media(media: Any, request: HttpRequest) -> Media:
    """A form's scripts and styles with the page's nonce, which the editor's import map needs."""
    return Media.from_media(media, nonce=str(getattr(request, "csp_nonce", "")))
