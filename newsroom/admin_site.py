"""The desk: Django's own admin under the newsroom's name."""

from django.conf import settings
from django.contrib.admin import AdminSite
from django.utils.translation import gettext_lazy as _


class NewsroomAdminSite(AdminSite):
    site_title = _("Newsroom desk")
    index_title = _("The desk")
    enable_nav_sidebar = True

    @property
    def site_header(self) -> str:
        return settings.SITE_NAME
