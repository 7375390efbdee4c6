import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.reading import read
from articles.reading.decode import (
    MAX_BYTES,
    MAX_CHARACTERS,
    MAX_LINES,
    Binary,
    Empty,
    TooLarge,
    TooLong,
    Unreadable,
    decode,
    has_damaged_letters,
)

FRENCH = "L’Élysée a reçu Mme Müller à 14 h."


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (FRENCH.encode("utf-8"), "utf-8"),
        (codecs.BOM_UTF8 + FRENCH.encode("utf-8"), "utf-8-sig"),
        (codecs.BOM_UTF16_LE + FRENCH.encode("utf-16-le"), "utf-16-le"),
        (codecs.BOM_UTF16_BE + FRENCH.encode("utf-16-be"), "utf-16-be"),
        (FRENCH.encode("windows-1252"), "windows-1252"),
    ],
)
def test_the_text_is_the_same_in_every_encoding_and_carries_no_byte_order_mark(data, encoding):
    decoded = decode(data)
    assert decoded.text == FRENCH
    assert decoded.encoding == encoding


@pytest.mark.parametrize("encoding", ["cp1252", "latin-1"])
def test_a_text_that_was_encoded_twice_is_taken_back(encoding):
    once = (
        "L’été où l’OTAN a reçu « Mme Müller » à Liège" if encoding == "cp1252" else "L'été où Mme Müller est à Liège"
    )
    assert decode(once.encode().decode(encoding).encode()).text == once


@pytest.mark.parametrize("text", ["SÃO TOMÉ E PRÍNCIPE", "IRMÃ E IRMÃO", "un â long", "Ã", "Hatâ et l’âge"])
def test_letters_that_only_look_like_it_stay(text):
    assert decode(text.encode()).text == text


def test_nul_becomes_one_replacement_character_so_that_offsets_stay_true():
    assert decode(b"ab\x00cd \x00 fin").text == "ab�cd � fin"


def test_line_ends_and_every_other_character_are_kept():
    text = "a\r\nb\rc\n\x0cd\u2028e\x85f\u00a0g\u200bh "
    assert decode(text.encode()).text == text


def test_the_open_bytes_of_windows_1252_read_as_browsers_read_them():
    assert decode(b"d\xe9j\xe0 vu \x81 et \x9d encore").text == "déjà vu \x81 et \x9d encore"


def test_one_broken_sequence_in_a_utf_8_text_does_not_garble_the_accents_of_the_rest():
    data = ("é" * 40).encode() + b"\xe9" + " à Bruxelles".encode()
    assert decode(data).text == "é" * 40 + "� à Bruxelles"


@pytest.mark.parametrize(
    "data", [b"", b"  \r\n\t\n", codecs.BOM_UTF8, codecs.BOM_UTF16_LE + "\n ".encode("utf-16-le")]
)
def test_nothing_but_white_space_is_refused_as_empty(data):
    with pytest.raises(Empty):
        decode(data)


@pytest.mark.parametrize(
    "data",
    [
        b"%PDF-1.7\n1 0 obj",
        b"PK\x03\x04\x14\x00",
        b"\x89PNG\r\n\x1a\n\x00\x00",
        b"\xff\xd8\xff\xe0\x00\x10JFIF",
        b"{\\rtf1\\ansi Le ministre}",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\x00",
        bytes(range(256)) * 20,
        "Sans marque d'ordre des octets".encode("utf-16-le"),
        codecs.BOM_UTF32_LE + "texte".encode("utf-32-le"),
        codecs.BOM_UTF16_LE + b"a\x00b",
    ],
)
def test_what_is_no_text_is_refused_as_binary(data):
    with pytest.raises(Binary):
        decode(data)


@pytest.mark.parametrize(
    "data", [b"OTAN", "؟ عمان".encode(), b"\x1a\x1bMZ", b"a\x0cb\x0bc", "🙂".encode(), b"x\x01y et une phrase lisible"]
)
def test_odd_but_readable_texts_are_read(data):
    assert decode(data).text


def test_the_size_is_capped_at_the_byte():
    assert len(decode(b"a" * MAX_BYTES).text) == MAX_BYTES
    with pytest.raises(TooLarge):
        decode(b"a" * (MAX_BYTES + 1))


@pytest.mark.parametrize("text", ["a" * (MAX_CHARACTERS + 1), "a\n" * MAX_LINES, "a\u2028" * MAX_LINES])
def test_what_is_longer_than_any_press_text_is_refused(text, names):
    with pytest.raises(TooLong):
        read(text.encode(), names)


@given(st.binary(max_size=400))
def test_any_bytes_are_text_or_refused_with_a_reason(data):
    try:
        text = decode(data).text
    except Unreadable as refusal:
        text = str(refusal)
    assert text.strip()
    assert "\x00" not in text


def test_a_short_text_cut_inside_its_last_character_stays_utf8():
    decoded = decode("Le général arrivé".encode()[:-1])
    assert decoded.text == "Le général arriv\ufffd"
    assert decoded.encoding == "utf-8"


def test_a_windows_text_that_ends_in_an_accent_is_no_cut_utf8():
    assert decode("Le général arrivé".encode("cp1252")).text == "Le général arrivé"
    assert decode("Café".encode("cp1252")).text == "Café"


@pytest.mark.parametrize(
    ("data", "damaged"),
    [
        ("Un été à Genève, dit l’OTAN.".encode(), False),
        ("Ã\u00a9tÃ\u00a9 : le secrétaire".encode("cp1252"), True),
        ("Le sommet d’été ".encode() + "et l'été d'après".encode("cp1252"), True),
        (b"Le sommet\x00 de l'OTAN", True),
        ("Câmara dos Deputados: Âncora, IRMÃ E PÃO; château, âge".encode(), False),
        ("L'été à Genève".encode("cp1252"), False),
    ],
)
def test_letters_that_were_lost_on_the_way_are_noticed(data, damaged):
    assert has_damaged_letters(decode(data).text) is damaged
