import io
import time
import zipfile

import docx
import pytest
from docx.oxml import parse_xml

from articles.reading import TooLarge, Unreadable, open_documents
from tests.reading.opening import body_words, lines, read_one, words_of

FIRST = "Les ministres des Affaires étrangères se sont réunis jeudi à Bruxelles pour parler du Sahel."
LAST = "Le prochain sommet se tiendra à Ankara, a annoncé la présidence turque."


def saved(document):
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def with_part(data, name, content):
    """The archive with one part put in or in another's place."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.infolist():
            if entry.filename != name:
                new.writestr(entry.filename, old.read(entry))
        if content is not None:
            new.writestr(name, content)
    return stream.getvalue()


def simple(*paragraphs):
    document = docx.Document()
    for paragraph in paragraphs or (FIRST, LAST):
        document.add_paragraph(paragraph)
    return saved(document)


def test_styles_say_what_the_lines_of_a_document_are(names):
    document = docx.Document()
    document.add_heading("L’OTAN au Sahel", 0)
    document.add_paragraph("Les Alliés parlent du Sud, et pour une fois longuement.", style="Subtitle")
    document.add_paragraph("Par Aïssata Bâ")
    document.add_paragraph("BRUXELLES, 17 oct 2024 (AFP) - " + FIRST)
    document.add_heading("Un calendrier", 1)
    mixed = document.add_paragraph("Ils ont ")
    mixed.add_run("longue").bold = True
    mixed.add_run("ment parlé du Sahel.").italic = True
    document.add_paragraph("une revue en 2029", style="List Bullet")
    document.add_paragraph("des plans annuels", style="List Number")
    document.add_paragraph("Nous tiendrons nos engagements.", style="Quote")
    document.add_paragraph("Le ministre à Bruxelles.", style="Caption")
    table = document.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "Pologne", "4,7"
    document.add_heading("La suite", 2)
    document.add_paragraph(LAST)
    opened, reading = read_one(saved(document), names)
    assert opened.format == "docx"
    assert [(str(block.kind), block.text, block.level) for block in reading.blocks] == [
        ("title", "L’OTAN au Sahel", 0),
        ("standfirst", "Les Alliés parlent du Sud, et pour une fois longuement.", 0),
        ("paragraph", FIRST, 0),
        ("subheading", "Un calendrier", 2),
        ("paragraph", "Ils ont longuement parlé du Sahel.", 0),
        ("list item", "une revue en 2029", 0),
        ("list item", "des plans annuels", 0),
        ("block quote", "Nous tiendrons nos engagements.", 0),
        ("caption", "Le ministre à Bruxelles.", 0),
        ("paragraph", "Pologne | 4,7", 0),
        ("subheading", "La suite", 2),
        ("paragraph", LAST, 0),
    ]
    assert str(reading.published.date) == "2024-10-17"
    assert [signature.name for signature in reading.signatures] == ["Aïssata Bâ"]


def test_a_brief_on_top_of_a_document_leaves_it(names):
    document = docx.Document()
    document.add_paragraph("Make this article SEO compatible, in French, 800 words, with 3 subheadings")
    document.add_heading("L’OTAN au Sahel", 0)
    document.add_paragraph(FIRST)
    _, reading = read_one(saved(document), names)
    assert {str(each.kind) for each in reading.brief.requirements} == {"seo", "language", "words", "subheadings"}
    assert reading.title.value == "L’OTAN au Sahel"


def test_a_document_without_styles_is_guessed_as_a_plain_text_and_loses_no_word(names):
    _, reading = read_one(simple("L’OTAN au Sahel", "Par Aïssata Bâ", FIRST, "Un calendrier", FIRST, LAST), names)
    assert reading.title.value == "L’OTAN au Sahel"
    assert lines(reading, "subheading") == ["Un calendrier"]
    assert body_words(reading) == words_of(f"L’OTAN au Sahel {FIRST} Un calendrier {FIRST} {LAST}")


@pytest.mark.parametrize(
    ("author", "signs"),
    [
        ("Microsoft Office User", []),
        ("python-docx", []),
        ("Utilisateur Windows", []),
        ("jdupont", []),
        ("Aïssata Bâ", ["Aïssata Bâ"]),
    ],
)
def test_an_author_of_the_properties_signs_only_by_a_whole_name(names, author, signs):
    document = docx.Document()
    document.core_properties.author = author
    document.core_properties.title = "Modèle de communiqué"
    document.add_paragraph(FIRST)
    document.add_paragraph(LAST)
    _, reading = read_one(saved(document), names)
    assert [signature.name for signature in reading.signatures] == signs
    assert reading.title is None
    assert reading.published is None


def test_a_document_is_told_by_its_content_under_any_name():
    (document,) = open_documents(simple(), name="depeche.txt")
    assert document.format == "docx"


def test_a_document_that_unpacks_without_end_is_refused():
    bomb = b'<?xml version="1.0"?><a>' + b" " * 60_000_000 + b"</a>"
    with pytest.raises(TooLarge):
        open_documents(with_part(simple(), "word/document.xml", bomb))


@pytest.mark.parametrize(
    ("part", "content"),
    [
        ("word/document.xml", None),
        ("word/document.xml", b""),
        ("word/document.xml", b"<w:document"),
        ("word/document.xml", b'<!DOCTYPE a [<!ENTITY b "c"><!ENTITY d "&b;&b;">]><a>&d;</a>'),
        ("word/document.xml", b'<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'),
        ("[Content_Types].xml", b"no xml"),
        ("word/_rels/document.xml.rels", b"\xff\xfe\x00"),
    ],
)
def test_a_damaged_or_hostile_document_is_refused_in_words(part, content):
    with pytest.raises(Unreadable, match=r"[A-Z].{20,}[.]"):
        open_documents(with_part(simple(), part, content))


@pytest.mark.parametrize(
    "data",
    [
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600),
        b"PK\x03\x04 word/ and nothing else",
        b"PK\x03\x04" + bytes(50),
    ],
)
def test_an_old_document_and_an_archive_are_refused(data):
    with pytest.raises(Unreadable):
        open_documents(data)


@pytest.mark.parametrize(
    "body",
    [
        "<w:p><w:r><w:t>a</w:t></w:r></w:p>" * 100_000,
        "<w:p>" + "<w:r><w:t>a</w:t></w:r>" * 100_000 + "</w:p>",
        "<w:p>" + '<w:r><w:fldChar w:fldCharType="begin"/></w:r>' * 9_000 + "</w:p>",
        '<w:p><w:pPr><w:jc w:val="' + ">" * 9_000_000 + '"/></w:pPr></w:p>',
        "<w:p " + " ".join(f'a{number}="1"' for number in range(200_000)) + "/>",
        "<w:p><w:r>" + "<w:br/>" * 200_000 + "</w:r></w:p>",
    ],
    ids=["paragraphs", "runs", "fields", "attribute", "attributes", "breaks"],
)
def test_a_document_that_would_take_long_to_take_apart_is_refused_before_that(body):
    namespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    content = f'<w:document xmlns:w="{namespace}"><w:body>{body}</w:body></w:document>'
    data = with_part(simple(), "word/document.xml", content.encode())
    start = time.process_time()
    with pytest.raises(Unreadable, match=r"more than [\d,]+ "):
        open_documents(data)
    assert time.process_time() - start < 1


def test_a_document_of_nearly_three_thousand_words_each_in_its_own_type_is_read():
    document = docx.Document()
    for _ in range(100):
        paragraph = document.add_paragraph()
        for word in FIRST.split() * 2:
            paragraph.add_run(f"{word} ").bold = len(word) > 9
    (opened,) = open_documents(saved(document))
    assert opened.text.count("Bruxelles") == 200


def test_a_document_opens_no_file_that_it_names(names, tmp_path):
    secret = tmp_path / "secret.png"
    secret.write_bytes(b"\x89PNG secret")
    document = docx.Document()
    document.add_paragraph(FIRST)
    link = document.part.relate_to(
        secret.as_uri(),
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image",
        is_external=True,
    )
    drawing = (
        '<w:drawing xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
        ' xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
        ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
        ' xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"'
        ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><wp:inline><a:graphic>'
        "<a:graphicData><pic:pic><pic:blipFill>"
        f'<a:blip r:link="{link}"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing>'
    )
    document.paragraphs[0].add_run()._r.append(parse_xml(drawing))
    document.add_paragraph(LAST)
    _, reading = read_one(saved(document), names)
    assert lines(reading, "paragraph") == [FIRST, LAST]
