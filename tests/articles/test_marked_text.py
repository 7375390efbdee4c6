"""What a comparison shows of a text's marks."""

import pytest

from articles.marked_text import marked_lines


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>Un mot.</p>\n<p>Deux &amp; trois.</p>", ["Un mot.", "Deux & trois."]),
        ("<h2>Un</h2><h3>Deux</h3><h4>Trois</h4>", ["## Un", "### Deux", "#### Trois"]),
        ("<ul><li>un</li><li><p>deux</p></li></ul><ol><li>trois</li></ol>", ["• un", "• deux", "1. trois"]),
        ("<blockquote><p>Un.</p><ul><li>deux</li></ul></blockquote><p>Trois</p>", ["> Un.", "> • deux", "Trois"]),
        ('<p class="caption" lang="en">A dock.</p>', ["[caption] {en} A dock."]),
        (
            '<p>Un <strong>gros</strong> <em>mot</em>, <a href="https://x.org/">lien</a>.</p>',
            ["Un **gros** *mot*, [lien](https://x.org/)."],
        ),
        (
            '<p>dit <em lang="en">off the record</em> et <span lang="de">so</span></p>',
            ["dit {en: *off the record*} et {de: so}"],
        ),
        ("<table><tr><th>Pays</th><td>Mali</td></tr></table>", ["| Pays", "| Mali"]),
        ("<p>Un<br>deux m<sup>2</sup></p><hr><p></p>", ["Un ⏎ deux m^2", "—"]),
        ("Sans paragraphe", ["Sans paragraphe"]),
        ("", []),
    ],
)
def test_each_paragraph_is_a_line_that_shows_its_marks(html, expected):
    assert marked_lines(html) == expected
