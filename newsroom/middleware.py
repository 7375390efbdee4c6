"""Response headers that caches can trust, and answers to numbers that no row can have and to former addresses."""

from django.http import HttpResponsePermanentRedirect
from django.middleware.gzip import GZipMiddleware
from django.shortcuts import render
from django.urls import reverse
from django.utils.cache import patch_cache_control, patch_vary_headers

from newsroom.views import bad_request
from partners.addresses import Moved, Revoked


class VaryOnlyWhereItVaries:
    """Take `Accept-Language` off `Vary`.

    Every address has one language, by its prefix; LocaleMiddleware says otherwise as soon as a default language
    has no prefix, and a shared cache would keep a copy per browser language.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        if response.has_header("Vary"):
            kept = [name.strip() for name in response["Vary"].split(",") if name.strip().lower() != "accept-language"]
            del response["Vary"]
            if kept:
                patch_vary_headers(response, kept)
        return response


class GzipOfTexts(GZipMiddleware):
    """Packs what becomes smaller by it: pictures are packed already."""

    def process_response(self, request, response):
        if response.get("Content-Type", "").startswith("image/") and "svg" not in response["Content-Type"]:
            return response
        return super().process_response(request, response)


class NumbersOutOfRange:
    """Answer 400 to a number in an address or a form that is too long for the database to ask about.

    SQLite's numbers end at 64 bits, where PostgreSQL finds no row; either way nobody had such a number from us.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_exception(self, request, exception):
        if isinstance(exception, OverflowError) and "SQLite INTEGER" in str(exception):
            return bad_request(request, exception)
        return None


class FormerAddresses:
    """Lead a reader from an entry's former address to the same page at the one that it has now; 410 where revoked."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_exception(self, request, exception):
        if isinstance(exception, Moved):
            found = request.resolver_match
            moved = HttpResponsePermanentRedirect(
                reverse(found.view_name, args=found.args, kwargs=found.captured_kwargs | {"slug": exception.slug})
            )
            # It can be revoked or turned round: a browser that remembered it would be led in a circle.
            patch_cache_control(moved, no_cache=True)
            return moved
        if isinstance(exception, Revoked):
            return render(request, "partners/gone.html", status=410)
        return None
