from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ArticlesConfig(AppConfig):
    name = "articles"
    verbose_name = _("Newsroom")

    def ready(self) -> None:
        from django.db.models.signals import post_delete, post_save

        from articles import briefing, journal
        from articles.models import Brief, Waiver
        from partners import naming

        naming.logged.connect(journal.note_names, dispatch_uid="articles.journal.note_names")
        for signal, model in [(post_save, Brief), (post_save, Waiver), (post_delete, Waiver)]:
            signal.connect(briefing.note_change, sender=model, dispatch_uid=f"articles.briefing.{model.__name__}")
