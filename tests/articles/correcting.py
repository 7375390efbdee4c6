"""Texts that were published, and what was changed of them since."""

from articles import publishing, revising
from articles.differences import Change
from articles.models import Article, Kind
from tests.making import make_article


def rewrite(article, **fields):
    """What an editor types into the working copy, saved."""
    Article.objects.filter(pk=article.pk).update(**fields)
    article = Article.objects.get(pk=article.pk)
    revising.record(article, by=None)
    return article


def corrected(chief, old="<p>Le sommet de Vilna.</p>", new="<p>Le sommet de Vilnius.</p>", kind=Kind.CORRECTION):
    article = make_article(body=old)
    publishing.publish(article, by=chief)
    publishing.publish(rewrite(article, body=new), by=chief, kind=kind, note="Le nom de la ville était faux.")
    return article


def sides(notice):
    """The words that went and those that came, field by field."""
    return {
        field.name: (
            [piece.text.strip() for each in field.passages for piece in each.old if piece.change is Change.GONE],
            [piece.text.strip() for each in field.passages for piece in each.new if piece.change is Change.NEW],
        )
        for field in notice.changed
    }
