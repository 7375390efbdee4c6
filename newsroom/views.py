"""Pages of the site that belong to no app."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form that came without its token: say what to do, keep the page in the newsroom's clothes."""
    return render(request, "403_csrf.html", status=403)
