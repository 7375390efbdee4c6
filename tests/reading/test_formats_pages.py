import time

import pytest

from articles.reading import Unreadable, open_documents
from articles.reading.decode import Empty
from tests.reading.opening import body_words, lines, read_one, words_of

FIRST = "Les dirigeants des pays de l’OTAN se sont réunis mercredi à La Haye, où ils ont adopté un objectif."
SECOND = "L’Espagne a demandé une exception, que plusieurs capitales ont refusée avant la fin de la réunion."
LAST = "Le prochain sommet se tiendra à Ankara en 2026, a annoncé la présidence turque dans la soirée."
LINKED_DATA = (
    '{"@context": "https://schema.org", "@graph": [{"@type": "WebSite", "name": "Le Quotidien du Port"},'
    ' {"@type": "NewsArticle", "headline": "Sommet de La Haye : cinq pour cent", "datePublished":'
    ' "2025-06-25T18:04:00+02:00", "dateModified": "2025-06-26T08:10:00+02:00", "author": [{"@type": "Person",'
    ' "name": "Hélène Marchetti"}], "publisher": {"@type": "Organization", "name": "Le Quotidien du Port"}}]}'
)
NEWSPAPER = f"""<!DOCTYPE html>
<html lang="fr"><head><meta charset="utf-8"><title>Sommet de La Haye | Le Quotidien du Port</title>
<meta property="og:site_name" content="Le Quotidien du Port"><meta property="og:type" content="article">
<meta property="og:description" content="Réunis aux Pays-Bas, les Alliés ont adopté un objectif.">
<link rel="canonical" href="https://www.port.example/sommet.html"><base href="https://evil.example/">
<script type="application/ld+json">{LINKED_DATA}</script>
<script>document.write("<p>Piège du script</p>")</script><style>p {{ color: red }}</style></head>
<body class="single"><header role="banner"><h1><a href="/">Le Quotidien du Port</a></h1>
<nav><ul><li><a href="/">Accueil</a><li><a href="/monde">Monde</a></ul></nav></header>
<div id="cookie-banner"><p>Nous utilisons des cookies. <button>Accepter</button></p></div>
<main><article><header><p class="rubrique">International</p><h1>Sommet de La Haye&nbsp;: cinq pour cent</h1>
<p class="article__desc">Réunis aux Pays-Bas, les Alliés ont adopté un objectif.</p>
<p>Par <a rel="author" href="/hm">Hélène Marchetti</a> (avec AFP)</p>
<p>Publié le <time>25 juin 2025 à 18h04</time>, mis à jour le 26 juin 2025 à 08h10 - Temps de lecture : 3 min</p>
<ul class="share-buttons"><li><a href="#">Facebook</a><li><a href="#">Twitter</a></ul></header>
<figure><img src="x.jpg" alt="Portrait"><figcaption>Mark Rutte à La Haye. <span class="credit">© J. Roche / AFP</span>
</figcaption></figure>
<p>{FIRST.replace("mercredi", "<strong>mercredi</strong><!-- réclame -->")}</p>
<h2>Un calendrier contesté</h2>
<aside class="related"><h3>Lire aussi</h3><ul><li><a href="/1">Madrid refuse</a></li></ul></aside>
<p>{SECOND}</p><ul><li>une revue en 2029&nbsp;;</li><li>des plans annuels.</li></ul>
<aside><p>En bref : la Belgique, elle aussi, a exprimé des réserves sur le rythme.</p></aside>
<blockquote><p>Nous tiendrons nos engagements.</p></blockquote>
<h3>La suite</h3><p>{LAST}</p><table><tr><th>Pays</th><th>Part</th></tr><tr><td>Pologne</td><td>4,7 %</td></tr></table>
<p>Lire aussi : <a href="/x">Madrid refuse les cinq pour cent</a></p></article>
<section id="comments"><h2>Commentaires</h2><p>Jojo : n’importe quoi, ce sommet !</p></section></main>
<aside class="sidebar"><h2>Les plus lus</h2><ul><li><a href="/z">Autre chose</a></ul></aside>
<footer><p>© 2025 Le Quotidien du Port. Tous droits réservés.</p></footer></body></html>"""


def test_a_newspaper_page_gives_its_fields(names):
    document, reading = read_one(NEWSPAPER, names)
    assert (document.format, document.url) == ("html", "https://www.port.example/sommet.html")
    assert reading.title.value == "Sommet de La Haye\u00a0: cinq pour cent"
    assert reading.standfirst.value == "Réunis aux Pays-Bas, les Alliés ont adopté un objectif."
    assert (str(reading.published.date), str(reading.updated.date)) == ("2025-06-25", "2025-06-26")
    assert [signature.name for signature in reading.signatures] == ["Hélène Marchetti"]
    assert reading.source.value == "Le Quotidien du Port"
    assert lines(reading, "caption") == ["Mark Rutte à La Haye."]
    assert [credit.value for credit in reading.credits] == ["© J. Roche / AFP"]
    assert [(block.text, block.level) for block in reading.blocks if block.level] == [
        ("Un calendrier contesté", 2),
        ("La suite", 3),
    ]
    assert lines(reading, "list item") == ["une revue en 2029\u00a0;", "des plans annuels."]
    assert lines(reading, "block quote") == ["Nous tiendrons nos engagements."]


def test_a_newspaper_page_keeps_every_word_of_its_article_and_none_of_what_surrounds_it(names):
    _, reading = read_one(NEWSPAPER, names)
    said = set(body_words(reading))
    for passage in (FIRST, SECOND, LAST, "En bref la Belgique elle aussi a exprimé des réserves", "Pologne 4 7"):
        assert set(words_of(passage)) <= said
    surrounding = ("Piège", "Accueil", "cookies", "Facebook", "Jojo", "Autre", "evil", "réclame", "color", "Accepter")
    assert not [word for word in surrounding if word in reading.text]


def test_a_page_without_any_marks_of_its_article_is_read_without_its_menus(names):
    page = f"""<html><head><title>Visite du ministre à Tallinn</title></head><body>
<div id="top"><a href="/">Ministère</a> | <a href="/c">Contact</a></div>
<div class="menu"><ul><li><a href="/a">Actualités</a></li><li><a href="/b">Agenda</a></li></ul></div>
<div class="texte"><div class="titre">Visite du ministre à Tallinn</div><div>Paris, le 12 mars 2024</div>
<p>{FIRST}</p><p>{SECOND}</p><div>Une phrase courte.</div><p>{LAST}</p></div>
<div class="right"><h3>Derniers communiqués</h3><ul><li><a href="/1">Le Sahel et la mer Rouge</a></li></ul></div>
<div id="bottom">Mentions légales</div></body></html>"""
    _, reading = read_one(page, names)
    assert reading.title.value == "Visite du ministre à Tallinn"
    assert str(reading.published.date) == "2024-03-12"
    assert lines(reading, "paragraph") == [FIRST, SECOND, "Une phrase courte.", LAST]


def test_a_heading_above_the_article_element_is_its_title(names):
    page = f"""<html><head><title>x</title></head><body><main><div><h1>Exercice en mer Baltique</h1>
<p>Communiqué de presse</p></div><article><p>{FIRST}</p><p>{SECOND}</p></article><div><h2>Voir plus</h2></div></main>
</body></html>"""
    _, reading = read_one(page, names)
    assert reading.title.value == "Exercice en mer Baltique"
    assert lines(reading, "paragraph") == [FIRST, SECOND]


def test_a_pasted_fragment_is_read_whole(names):
    fragment = f"<h2>Le sommet en bref</h2><p>{FIRST}<br>{SECOND}<br><br>{LAST}</p><nav>Menu</nav><ol><li>un</li></ol>"
    document, reading = read_one(fragment, names)
    assert document.format == "html"
    assert reading.title.value == "Le sommet en bref"
    assert lines(reading, "paragraph") == [FIRST, SECOND, LAST]
    assert lines(reading, "list item") == ["un"]


@pytest.mark.parametrize(
    ("title", "site", "expected"),
    [
        ("Les Alliés à La Haye | Le Port", "Le Port", "Les Alliés à La Haye"),
        ("Les Alliés à La Haye - Le Port", "Le Port", "Les Alliés à La Haye"),
        ("Le Port : Les Alliés à La Haye", "Le Port", "Les Alliés à La Haye"),
        ("Sahel - la France se retire", "Le Port", "Sahel - la France se retire"),
        ("Les Alliés à La Haye | Le Port", "", "Les Alliés à La Haye | Le Port"),
    ],
)
def test_the_sites_name_leaves_a_title_only_where_the_page_says_that_it_is_the_sites(names, title, site, expected):
    page = (
        f'<html><head><meta property="og:site_name" content="{site}"><meta property="og:title" content="{title}">'
        f"</head><body><article><p>{FIRST}</p><p>{SECOND}</p></article></body></html>"
    )
    _, reading = read_one(page, names)
    assert reading.title.value == expected


def test_a_description_that_only_begins_the_text_is_no_standfirst(names):
    for said in (FIRST, FIRST[:60] + "…", FIRST[:60] + " [...]", "Le Port"):
        page = (
            f'<html><head><meta property="og:type" content="article"><meta property="og:description" content="{said}">'
            f"<title>Un titre</title></head><body><article><p>{FIRST}</p><p>{SECOND}</p></article></body></html>"
        )
        _, reading = read_one(page, names)
        assert reading.standfirst is None


def test_an_author_that_is_no_name_signs_nothing(names):
    for said in ("admin", "webmaster@port.example", "jdupont", "Rédaction", "https://port.example/u/1"):
        page = f'<html><head><meta name="author" content="{said}"></head><body><article><p>{FIRST}</p><p>{SECOND}</p>'
        _, reading = read_one(page, names)
        assert reading.signatures == ()


def test_a_date_that_is_none_in_the_calendar_is_left_out(names):
    page = (
        '<html><head><meta property="article:published_time" content="2025-02-31T10:00:00Z"></head>'
        f"<body><article><p>{FIRST}</p><p>{SECOND}</p></article></body></html>"
    )
    _, reading = read_one(page, names)
    assert reading.published is None


@pytest.mark.parametrize(
    ("head", "codec"),
    [
        ('<meta charset="iso-8859-1">', "cp1252"),
        ('<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-15">', "iso-8859-15"),
        ('<meta charset="utf-8">', "utf-8"),
        ('<meta charset="iso-8859-15">', "utf-8"),
        ("", "cp1252"),
        ("", "utf-8-sig"),
    ],
)
def test_a_page_is_read_in_the_charset_that_it_declares_or_shows(names, head, codec):
    words = "Le coût de la défense : dix milliards d'euros à l'été, a déclaré le Président."
    data = f"<html><head>{head}</head><body><p>{words}</p></body></html>".encode(codec)
    _, reading = read_one(data, names)
    assert lines(reading, "paragraph") == [words]


def test_a_page_in_another_alphabet_is_read_by_its_declared_charset(names):
    data = '<html><head><meta charset="windows-1251"></head><body><p>Министры встретились в Брюсселе.</p>'.encode(
        "cp1251"
    )
    document, _ = read_one(data, names)
    assert document.text == "Министры встретились в Брюсселе."


def test_a_page_under_the_name_of_a_plain_text_is_a_page():
    (document,) = open_documents(NEWSPAPER.encode(), name="texte.txt")
    assert document.format == "html"


@pytest.mark.parametrize(
    "text",
    [
        FIRST,
        "a < b et c > d",
        "Il écrit <p> au milieu de sa phrase.",
        "<jean@exemple.example> a écrit :\n\n" + FIRST,
        "<< " + FIRST + " >>",
        "<Début de citation> " + FIRST,
    ],
)
def test_a_plain_text_with_angle_brackets_stays_plain(text):
    (document,) = open_documents(text.encode())
    assert (document.format, document.text) == ("text", text)


def test_a_page_without_words_is_refused_as_empty():
    with pytest.raises(Empty):
        open_documents(b"<html><body><script>x()</script><img src=a></body></html>")


@pytest.mark.parametrize(
    "data",
    [
        b"<p>" + b"<" * 1_000_000,
        b"<div>" * 200_000 + b"hello",
        b"<p " + b" ".join(b"a%d=1" % i for i in range(200_000)) + b">hello</p>",
        b"<p " + b"".join(b"a%d=''" % i for i in range(200_000)) + b">hello</p>",
        b'<p a="' + b"x" * 3_000_000 + b'">hello</p>',
        b"<p>" + b"<a " * 500_000,
        b"<p>x" + b"<!-- " * 400_000,
        b"<html><body><p>x" + b"<script>" * 150_000,
        b"<html><main>" + b'<aside class="ad">' * 1500 + b"<p>un deux trois</p>" * 3000,
        b"<table><tr>" + b"<td>a" * 100_000,
        b"<p>" + b"<q>" * 100_000 + b"a",
        b'<html><script type="application/ld+json">' + b"[" * 500_000 + b"</script><p>hello",
        b"<p>a" + b" " * 3_000_000 + b"\n" * 1_000_000 + b"b",
        b"<p>&" + b"&amp" * 500_000,
    ],
    ids=lambda data: repr(data[:18]),
)
def test_a_hostile_page_is_read_or_refused_in_bounded_time(data):
    start = time.process_time()
    try:
        documents = open_documents(data)
    except Unreadable:
        documents = ()
    assert time.process_time() - start < 4
    assert all(len(document.text) <= len(data) for document in documents)


def test_markup_in_the_text_of_a_page_is_words_and_no_markup(names):
    _, reading = read_one(f"<p>{FIRST} &lt;script&gt;alert(1)&lt;/script&gt;</p>", names)
    assert reading.text.endswith("<script>alert(1)</script>")


def test_nothing_is_fetched(names, monkeypatch):
    import socket

    def refused(*arguments, **options):
        raise AssertionError("a connection was asked for")

    monkeypatch.setattr(socket, "create_connection", refused)
    monkeypatch.setattr(socket.socket, "connect", refused)
    page = NEWSPAPER.replace(
        "<head>", '<!DOCTYPE html SYSTEM "http://evil.example/x.dtd"><link href="http://evil.example">'
    )
    read_one(page.replace("article>", "div>").replace("main>", "div>"), names)


def test_a_missing_library_is_named_with_what_to_install(monkeypatch):
    import sys

    monkeypatch.setitem(sys.modules, "lxml.html", None)
    with pytest.raises(Unreadable, match=r"pip install .*\[import\]"):
        open_documents(b"<p>hello world</p>")


def test_dates_that_a_page_sets_as_a_list_are_dates(names):
    page = f"""<html><body><div id="content"><h1>Visite à Tallinn</h1><ul><li>04 avr. 2024 -</li><li>|</li>
<li>Mis à jour le : 05 avr. 2024 10:12</li></ul><div><span class="caption">Le ministre à Tallinn</span></div>
<p>{FIRST}</p><p>{SECOND}</p></div></body></html>"""
    _, reading = read_one(page, names)
    assert (str(reading.published.date), str(reading.updated.date)) == ("2024-04-04", "2024-04-05")
    assert lines(reading, "caption") == ["Le ministre à Tallinn"]
    assert lines(reading, "list item") == []
