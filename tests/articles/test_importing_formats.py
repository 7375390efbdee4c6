"""Each format on its way from a file to a draft."""

import io

import docx
import pytest

from articles.importing import import_articles
from articles.models import Article, SourceText
from tests.tables import load_registry

pytestmark = pytest.mark.django_db

WORDS = "Les ministres de la Défense se sont réunis jeudi à Bruxelles."
FEED = (
    '<rss version="2.0"><channel><title>Le Quotidien du Port</title>{items}</channel></rss>'
)  # fmt: skip
ITEM = (
    "<item><title>Titre {number}</title><link>https://port.example/{number}</link><guid>port-{number}</guid>"
    "<description>&lt;p&gt;{words}&lt;/p&gt;</description></item>"
)


@pytest.fixture
def registry(db):
    load_registry()


def test_a_web_page_becomes_a_draft_with_its_address(registry, tmp_path):
    (tmp_path / "page.html").write_text(
        '<html><head><link rel="canonical" href="https://port.example/a"></head><body><article><h1>Un titre</h1>'
        f"<p>{WORDS}</p><h2>La suite</h2><p>{WORDS} &lt;b&gt;</p><script>alert(1)</script></article></body></html>"
    )
    (outcome,) = import_articles([tmp_path]).outcomes
    article = Article.objects.get(pk=outcome.article)
    assert article.title == "Un titre"
    assert "<h2>La suite</h2>" in article.body
    assert "&lt;b&gt;" in article.body
    assert "alert" not in article.body
    assert (article.source_text.format, article.source_text.url) == ("html", "https://port.example/a")


def test_a_word_document_becomes_a_draft_with_the_bytes_of_its_file(registry, tmp_path):
    document = docx.Document()
    document.add_heading("Un titre", 0)
    document.add_paragraph(WORDS)
    stream = io.BytesIO()
    document.save(stream)
    (tmp_path / "texte.docx").write_bytes(stream.getvalue())
    (outcome,) = import_articles([tmp_path]).outcomes
    article = Article.objects.get(pk=outcome.article)
    assert article.title == "Un titre"
    assert article.source_text.format == "docx"
    assert bytes(article.source_text.data) == stream.getvalue()


def test_a_table_of_a_word_document_is_a_table_of_the_draft(registry, tmp_path):
    document = docx.Document()
    document.add_paragraph("Les effectifs promis sont connus depuis mardi, a fait savoir l’OTAN.")
    table = document.add_table(rows=2, cols=2)
    for cell, text in zip([*table.rows[0].cells, *table.rows[1].cells], ["Pays", "Soldats", "R&D", ""], strict=True):
        cell.text = text
    document.add_paragraph("La suite du texte parle de tout autre chose, et longuement.")
    document.save(str(tmp_path / "tableau.docx"))
    import_articles([tmp_path])
    rows = [["Pays", "Soldats"], ["R&amp;D", ""]]
    cells = "".join(f"<tr>{''.join(f'<td><p>{cell}</p></td>' for cell in row)}</tr>" for row in rows)
    assert f"</p>\n<table><tbody>{cells}</tbody></table>\n<p>La suite" in Article.objects.get().body


def test_a_feed_gives_a_draft_for_each_entry_and_only_the_new_ones_when_it_grows(registry, tmp_path):
    items = [ITEM.format(number=number, words=f"{WORDS} {number * 'Encore. '}") for number in (1, 2, 3)]
    feed = tmp_path / "fil.xml"
    feed.write_text(FEED.format(items="".join(items[:2])))
    assert [outcome.result for outcome in import_articles([feed]).outcomes] == ["imported", "imported"]
    feed.write_text(FEED.format(items="".join([items[2], *items[:2]])))
    assert [outcome.result for outcome in import_articles([feed]).outcomes] == [
        "imported",
        "already held",
        "already held",
    ]
    held = SourceText.objects.order_by("guid").values_list("format", "guid", "url")
    assert list(held) == [("feed", f"port-{number}", f"https://port.example/{number}") for number in (1, 2, 3)]
