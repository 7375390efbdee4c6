"""Addresses that a page asks while it stays open: they answer in JSON, and never with a page to sign in on."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.admin import AdminSite
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.cache import never_cache

from articles.admin.acting import acting, key_in


def in_place(site: AdminSite, view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """The view for POSTs of the person whose page it is (field `user`): 401 to nobody, 409 to somebody else.

    What one person has written is never taken for another's, whoever has signed in meanwhile in the same browser.
    """

    @never_cache
    @wraps(view)
    def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if request.method != "POST":
            return JsonResponse({}, status=405, headers={"Allow": "POST"})
        if not site.has_permission(request):
            return JsonResponse({"signed_in": False}, status=401)
        if key_in(request.POST.get("user", "")) != acting(request).pk:
            return JsonResponse({"signed_in": True, "somebody_else": True}, status=409)
        return view(request, *args, **kwargs)

    return answer
