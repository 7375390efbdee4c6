"""Lines that are a table's rows, and those that only hold a stroke."""

import pytest

from articles.table_rows import rows_of
from tests.growth import in_step


@pytest.mark.parametrize(
    ("lines", "rows"),
    [
        (["Pays | Soldats", "France | 1 200"], [["Pays", "Soldats"], ["France", "1 200"]]),
        (["| Pays | Soldats |", "|:---|---:|", "| France | 3 |"], [["Pays", "Soldats"], ["France", "3"]]),
        (["Pays | | Date", "France | 3 |"], [["Pays", "", "Date"], ["France", "3", ""]]),
        (["Bruxelles | Reuters"], None),
        (["Bruxelles | Reuters", "Un texte."], None),
        (["a | b", "a | b | c"], None),
        (["a | b", "|---|---|"], None),
        (["a | b", "|"], None),
        (["Un texte.", "Un autre."], None),
        ([], None),
    ],
)
def test_rows_have_as_many_cells_as_the_first(lines, rows):
    assert rows_of(lines) == rows


def test_the_time_for_rows_grows_with_their_length():
    assert in_step(lambda size: rows_of([" " * size + "| " * size] * 2), 20_000)
