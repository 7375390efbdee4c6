from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ArticlesConfig(AppConfig):
    name = "articles"
    verbose_name = _("Newsroom")

    def ready(self) -> None:
        from articles import journal
        from partners import naming

        naming.logged.connect(journal.note_names, dispatch_uid="articles.journal.note_names")
