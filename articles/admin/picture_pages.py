"""The pictures of one article on a page of their own: bring one, choose one, give a caption its picture."""

from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles import captions, library, placing, publishing, saving
from articles.admin.acting import acting, key_in
from articles.admin.picture_field import as_seen
from articles.admin.pictures import BringForm, chooser
from articles.admin.step_pages import change_page
from articles.models import Article, Picture, PictureRole


class PicturePages(admin.ModelAdmin):
    """Adds `<id>/pictures/`, which does without JavaScript what the picture dialog does, and more for captions."""

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view(self.pictures_page)
        return [path("<int:pk>/pictures/", view, name="articles_article_pictures"), *super().get_urls()]

    @admin.display(description=gettext_lazy("pictures"))
    def pictures(self, article: Article) -> SafeString | str:
        """For who may not change them."""
        return as_seen(article)

    def pictures_page(self, request: HttpRequest, pk: int) -> HttpResponse:
        """The captions that wait, the library to choose from and a form to bring a picture (GET); one of them (POST).

        `caption` in the address is the number of the caption that gets the picture.
        """
        publishing.require(acting(request), "articles.view_article")
        article = self.get_object(request, str(pk))
        if article is None:
            raise Http404
        if not self.has_change_permission(request, article):
            raise PermissionDenied
        waiting = captions.waiting(article)
        number = key_in(request.GET.get("caption", ""))
        caption = waiting[number - 1] if 0 < number <= len(waiting) else None
        form = BringForm(*_sent(request), initial=_words(caption))
        if request.method == "POST":
            picture = self._chosen(request, form)
            if picture is not None and self._place(request, article, picture, caption):
                return HttpResponseRedirect(f"{change_page(article)}#pictures")
        context = {
            **self.admin_site.each_context(request),
            **chooser(request),
            "title": _("Pictures"),
            "subtitle": str(article),
            "opts": self.opts,
            "article": article,
            "waiting": waiting,
            "caption": caption,
            "form": form,
            "may_add": request.user.has_perm("articles.add_picture"),
            "media": self.media,
        }
        return TemplateResponse(request, "admin/articles/article/pictures.html", context)

    def _chosen(self, request: HttpRequest, form: BringForm) -> Picture | None:
        """The picture of the button that was pressed, or the one that was brought."""
        if "picture" in request.POST:
            return Picture.objects.filter(pk=key_in(request.POST["picture"])).first()
        if not form.is_valid():
            return form.held
        return self.keep_picture(request, form)

    def keep_picture(self, request: HttpRequest, form: BringForm) -> Picture | None:
        try:
            picture = form.bring(by=acting(request))
        except library.HeldAlready as held:  # meanwhile
            return held.picture
        self.log_addition(request, picture, [{"added": {}}])
        return picture

    def _place(
        self, request: HttpRequest, article: Article, picture: Picture, caption: captions.Caption | None
    ) -> bool:
        """Put the picture into the article; False where somebody else has changed it meanwhile."""
        if caption is not None:
            changes = captions.filled(article, caption, picture)
        else:
            rows = placing.rows_of(article)
            at_the_top = request.POST.get("role") != PictureRole.BODY and not any(
                row["role"] == PictureRole.LEAD for row in rows
            )
            if at_the_top:
                row = placing.row_for(picture)
            else:
                last = max((each["position"] for each in rows), default=0)
                row = placing.row_for(picture, role=PictureRole.BODY, position=last + 1)
            changes = {"pictures": [*rows, row]}
        based_on = key_in(request.POST.get("version", ""))
        try:
            saving.save(article, changes, based_on=based_on, by=acting(request), reason=_("Picture placed"))
        except saving.Conflict:
            self.message_user(request, _("Somebody changed the article meanwhile: choose again."), messages.WARNING)
            return False
        except (publishing.Refused, ValidationError) as refusal:
            self.message_user(request, str(getattr(refusal, "message", refusal)), messages.ERROR)
            return False
        if caption is not None:
            library.complete(picture, by=acting(request), **_words(caption))
        told = _("“%(picture)s” stands in the article now.") % {"picture": picture}
        self.message_user(request, told, messages.SUCCESS)
        return True


def _sent(request: HttpRequest) -> tuple[Any, Any]:
    """What a form was sent with; nothing where a picture of the library was chosen."""
    brings = request.method == "POST" and "picture" not in request.POST
    return (request.POST, request.FILES) if brings else (None, None)


def _words(caption: captions.Caption | None) -> dict[str, Any]:
    if caption is None:
        return {}
    return {"caption": caption.words, "caption_language": caption.language, "credit": caption.credit[:200]}
