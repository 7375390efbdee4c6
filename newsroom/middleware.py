"""Response headers that caches can trust."""

from django.utils.cache import patch_vary_headers


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
