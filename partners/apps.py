from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PartnersConfig(AppConfig):
    name = "partners"
    verbose_name = _("Registry")

    def ready(self) -> None:
        from partners import removal  # models are ready only now

        removal.connect()
