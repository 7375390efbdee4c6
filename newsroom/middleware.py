"""Response headers that caches can trust, and an answer to numbers that no row can have."""

from django.middleware.gzip import GZipMiddleware
from django.utils.cache import patch_vary_headers

from newsroom.views import bad_request


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
