"""Where a request comes from."""

from ipaddress import ip_address

from django.conf import settings
from django.http import HttpRequest


def address(request: HttpRequest) -> str:
    """The client's address, by which wrong passwords are counted.

    Behind a proxy every request comes from the proxy's own address; the client's is the last that `X-Forwarded-For`
    names, since only what the proxy itself adds can be trusted.
    """
    if settings.BEHIND_PROXY:
        last = request.META.get("HTTP_X_FORWARDED_FOR", "").rpartition(",")[2].strip()
        try:
            return str(ip_address(last))
        except ValueError:
            pass
    return request.META.get("REMOTE_ADDR", "")
