"""A picture's file for a browser: to everybody while readers see it, and to who has its address before."""

from django.conf import settings
from django.core.files.storage import default_storage
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from articles import renditions
from articles.models import Picture

# Browsers keep what they have; caches that serve many ask again soon, as a picture can be taken back.
PUBLIC = "public, max-age=31536000, s-maxage=300, immutable"
OTHERS = "private, max-age=600"


@require_safe
def picture_file(request: HttpRequest, address: str, name: str) -> HttpResponseBase:
    """One size of a picture. 410 where readers have seen it and no longer do, but for the desk."""
    picture = get_object_or_404(Picture, address=address)
    is_public = Picture.objects.public().filter(pk=picture.pk).exists()
    if not is_public and not _at_the_desk(request) and Picture.objects.once_public().filter(pk=picture.pk).exists():
        return HttpResponse(status=410, headers={"Cache-Control": "no-store"})
    try:
        found = renditions.path_of(picture, name)
    except FileNotFoundError:
        found = None
    if found is None:
        raise Http404
    path, media_type = found
    if settings.PICTURES_SENT_BY_PROXY:
        response: HttpResponseBase = HttpResponse(content_type=media_type)
        inside = path.relative_to(default_storage.path("")).as_posix()
        response["X-Accel-Redirect"] = f"{settings.PICTURES_SENT_BY_PROXY.rstrip('/')}/{inside}"
    else:
        response = FileResponse(path.open("rb"), content_type=media_type)
    response["Cache-Control"] = PUBLIC if is_public else OTHERS
    if not is_public:
        response["X-Robots-Tag"] = "noindex"
    return response


def _at_the_desk(request: HttpRequest) -> bool:
    return request.user.has_perm("articles.view_picture")
