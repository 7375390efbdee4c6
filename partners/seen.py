"""The desk's way to what readers see: none while they do not see it."""

from typing import Any, ClassVar

from django.contrib import admin


class SeenByReaders(admin.ModelAdmin):
    """Rows with a page on the site, to which “View on site” leads while readers can open it.

    `readable` is the question of the rows' query set that finds those.
    """

    readable: ClassVar[str] = "public"

    def get_view_on_site_url(self, obj: Any = None) -> str | None:
        if obj is None:
            return None
        found = getattr(type(obj)._default_manager.all(), self.readable)().filter(pk=obj.pk)
        return super().get_view_on_site_url(obj) if found.exists() else None
