import contextlib
import time

import pytest

from articles.reading import Unreadable, open_documents, pieces_of, read_document
from articles.reading.decode import CutOff, CutShort, Empty, Unsafe
from tests.reading.opening import lines, read_one

FIRST = "Les dirigeants de l’OTAN se sont réunis mercredi à La Haye."
ITEMS = [
    "<item><title>Sommet : l’accord à 5&#160;%</title><link>https://port.example/1</link>"
    '<guid isPermaLink="false">tag:port,1</guid><pubDate>Thu, 26 Jun 2025 00:30:00 +0200</pubDate>'
    "<dc:creator>Hélène Marchetti</dc:creator><description>Réunis à La Haye, les Alliés ont conclu.</description>"
    f"<content:encoded><![CDATA[<p>{FIRST} <item>un piège</item></p><h2>La suite</h2><p>Elle viendra.</p>]]>"
    "</content:encoded></item>",
    "<item><title>Un titre seul</title><link>https://port.example/2</link></item>",
    "<!-- <item><title>caché</title></item> --><item><title>Exercice &amp; manœuvres</title>"
    "<guid>https://port.example/3</guid><pubDate>hier</pubDate>"
    "<description>&lt;p&gt;La marine estonienne a commencé un exercice.&lt;/p&gt;</description></item>",
]
ROOT = (
    '<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"'
    ' xmlns:dc="http://purl.org/dc/elements/1.1/">'
)


def rss(*items, head='<?xml version="1.0" encoding="UTF-8"?>\n<?xml-stylesheet href="x.xsl"?>\n'):
    return f"{head}{ROOT}<channel><title>Le Quotidien du Port</title>\n{''.join(items)}</channel></rss>"


ATOM = """<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>Harbour Gazette</title><id>urn:x</id>
<entry><title type="html">Secretary General &lt;em&gt;visits&lt;/em&gt; Ankara</title><id>urn:x:1</id>
<link rel="alternate" href="https://gazette.example/1"/><published>2025-06-20T10:00:00Z</published>
<updated>2025-06-26T00:00:00Z</updated><author><name>Jane Doe</name></author><content type="xhtml">
<div xmlns="http://www.w3.org/1999/xhtml"><p>The Secretary General met the president on Friday in Ankara.</p>
<blockquote>We stand together.</blockquote></div></content></entry></feed>"""


def test_each_entry_of_a_feed_is_a_document_with_its_own_bytes_and_number():
    data = rss(*ITEMS).encode()
    documents = open_documents(data)
    assert [(document.format, document.part, document.url, document.guid) for document in documents] == [
        ("feed", "1", "https://port.example/1", "tag:port,1"),
        ("feed", "2", "https://port.example/2", ""),
        ("feed", "3", "https://port.example/3", "https://port.example/3"),
    ]
    assert all(document.data in data for document in documents)
    assert documents[0].data.decode() == ITEMS[0]


def test_an_entry_keeps_its_bytes_when_others_come_and_go():
    alone, (_, _, among) = open_documents(rss(ITEMS[2]).encode()), open_documents(rss(*ITEMS).encode())
    assert alone[0].data == among.data
    assert alone[0].part == ""


def test_an_entry_gives_its_fields(names):
    _, reading = read_one(rss(ITEMS[0]), names)
    assert reading.title.value == "Sommet : l’accord à 5\u00a0%".replace("\u00a0", " ")
    assert reading.standfirst.value == "Réunis à La Haye, les Alliés ont conclu."
    assert [signature.name for signature in reading.signatures] == ["Hélène Marchetti"]
    assert str(reading.published.date) == "2025-06-26"  # its own day, though it is the 25th in UTC
    assert reading.source.value == "Le Quotidien du Port"
    assert lines(reading, "paragraph") == [f"{FIRST} un piège", "Elle viendra."]
    assert lines(reading, "subheading") == ["La suite"]


def test_an_atom_entry_gives_its_fields(names):
    document, reading = read_one(ATOM, names)
    assert (document.url, document.guid) == ("https://gazette.example/1", "urn:x:1")
    assert reading.title.value == "Secretary General visits Ankara"
    assert (str(reading.published.date), str(reading.updated.date)) == ("2025-06-20", "2025-06-26")
    assert [signature.name for signature in reading.signatures] == ["Jane Doe"]
    assert (reading.source.value, reading.language) == ("Harbour Gazette", "en")
    assert lines(reading, "block quote") == ["We stand together."]


def test_an_entry_opens_alone_with_the_same_words(names):
    (document,) = open_documents(rss(ITEMS[0]).encode())
    (alone,) = open_documents(document.data)
    assert (alone.format, alone.data, alone.guid) == ("feed", document.data, document.guid)
    # What the feed says of itself is missing, and nothing else.
    assert alone.text.split() == document.text.replace("Le Quotidien du Port", "").split()


def test_a_date_in_words_is_not_invented(names):
    _, reading = read_one(rss(ITEMS[2]), names)
    assert reading.published is None
    assert lines(reading, "paragraph") == ["La marine estonienne a commencé un exercice."]


def test_an_entry_without_a_text_says_so_when_it_is_read(names):
    empty = open_documents(rss(*ITEMS).encode())[1]
    with pytest.raises(Empty):
        read_document(empty, names)


def test_a_feed_without_any_text_is_refused():
    with pytest.raises(Empty):
        open_documents(rss(ITEMS[1]).encode())
    with pytest.raises(Empty):
        open_documents(rss().encode())


@pytest.mark.parametrize("at", [len(ROOT) + 20, 0.1, 0.3, 0.6, 0.9])
def test_a_feed_that_breaks_off_before_its_first_text_ends_is_told_to_be_cut_off(at):
    whole = rss(ITEMS[0], head="")
    end = at if at > 1 else whole.index("<item>") + int(len(ITEMS[0]) * at)
    with pytest.raises(CutOff):
        open_documents(whole[:end].encode())


@pytest.mark.parametrize(
    ("whole", "last_word"),
    [(rss(ITEMS[0], ITEMS[2]), "estonienne"), (ATOM.replace("</feed>", ATOM[ATOM.index("<entry>") :]), "together")],
)
def test_of_a_feed_that_is_cut_off_the_whole_texts_are_read_and_half_a_text_is_not(names, whole, last_word):
    first, last = open_documents(whole[: whole.rindex(last_word)].encode())
    assert read_document(first, names).blocks
    with pytest.raises(CutOff):
        read_document(last, names)


@pytest.mark.parametrize("rest", ["", "\n", "\n<it"])
@pytest.mark.parametrize(
    ("whole", "words"), [(rss(ITEMS[0], ITEMS[2]), "estonienne"), (rss(ITEMS[2]), "estonienne"), (ATOM, "together")]
)
def test_of_a_feed_that_is_cut_off_between_two_texts_all_are_read_and_the_missing_ones_told(names, whole, words, rest):
    data = (whole.removesuffix("</channel></rss>").removesuffix("</feed>") + rest).encode()
    *there, missing = documents = open_documents(data)
    assert words in there[-1].text
    assert [document.part for document in documents] == [str(number + 1) for number in range(len(documents))]
    with pytest.raises(CutShort):
        read_document(missing, names)
    *pieces, last = pieces_of(data, documents)
    assert [open_documents(piece)[0].text for piece in pieces] == [document.text for document in there]
    assert last == data


def test_a_feed_whose_own_end_alone_is_missing_lacks_no_text():
    for end in ["</channel>", "</channel></r", "</cha"]:
        assert len(open_documents(rss(ITEMS[0]).replace("</channel></rss>", end).encode())) == 1


def test_a_whole_feed_whose_last_entry_nobody_closed_is_not_cut_off(names):
    whole = rss(ITEMS[0]).replace("</item></channel>", "</channel>") + "\n<!-- served from a cache -->\n"
    (document,) = open_documents(whole.encode())
    assert read_document(document, names).blocks


def test_a_feed_in_an_old_charset_is_read_by_its_declaration(names):
    data = rss(ITEMS[2], head='<?xml version="1.0" encoding="ISO-8859-15"?>').encode("iso-8859-15")
    document, reading = read_one(data, names)
    assert reading.title.value == "Exercice & manœuvres"
    assert document.data in data


def test_a_feed_that_is_not_well_formed_is_read_entry_by_entry():
    broken = ITEMS[2].replace("&amp;", "&").replace("</guid>", "</guid><br>")
    documents = open_documents(rss(ITEMS[0], broken)[:-16].encode())
    assert FIRST in documents[0].text
    assert "La marine estonienne" in documents[1].text


@pytest.mark.parametrize(
    "data",
    [
        '<!DOCTYPE rss [<!ENTITY a "' + "b" * 9 + '"><!ENTITY c "&a;&a;&a;">]>' + rss("<item>&c;</item>", head=""),
        '<?xml version="1.0"?><!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]>' + rss(ITEMS[2], head=""),
    ],
)
def test_a_feed_that_declares_entities_is_refused(data):
    with pytest.raises(Unsafe):
        open_documents(data.encode())


def test_a_feed_of_thousands_of_entries_is_refused_at_once():
    start = time.process_time()
    with pytest.raises(Unsafe):
        open_documents(rss(*(ITEMS[2] for _ in range(10_000))).encode())
    assert time.process_time() - start < 2


@pytest.mark.parametrize(
    "inside",
    [
        "<item " + " ".join(f"a{i}='1'" for i in range(200_000)) + ">",
        "&" * 4_000_000,
        "<![CDATA[" * 200_000,
        "<!--" * 400_000,
        "<item>" * 300_000,
        "<item>x" + "<a>" * 300_000,
    ],
)
def test_a_hostile_feed_is_read_or_refused_in_bounded_time(inside):
    start = time.process_time()
    with contextlib.suppress(Unreadable):
        open_documents(rss(inside).encode())
    assert time.process_time() - start < 4


def test_an_xml_file_that_is_no_feed_is_a_plain_text():
    (document,) = open_documents(b"<note><to>Paul</to> Rendez-vous jeudi.</note>")
    assert document.format == "text"
