"""A cell or row of a table is changed in place, and no other is."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.edit.bestand import EditError
from generator.edit.csv_text import append_row, set_cell

TABEL = 'jaar;waarde;toelichting\n2024; 12,5 ;"telt mee; ook west"\n\n2025;"13";2" buis\n'


@pytest.mark.parametrize(
    ("regel", "kolom", "value", "line"),
    [
        (2, "waarde", "14", '2024;14;"telt mee; ook west"'),
        (2, "toelichting", "", '2024; 12,5 ;""'),
        (2, "toelichting", 'zeg "ja"', '2024; 12,5 ;"zeg ""ja"""'),
        (4, "waarde", "14", '2025;"14";2" buis'),
        (4, "toelichting", "een; twee", '2025;"13";"een; twee"'),
        (4, "toelichting", 'zeg "ja"', '2025;"13";"zeg ""ja"""'),
        (4, "jaar", "", ';"13";2" buis'),
    ],
)
def test_cell_changes_and_its_neighbours_keep_their_quotes(
    regel: int, kolom: str, value: str, line: str
) -> None:
    """One changed cell is one changed line, and on it one changed cell."""
    lines = TABEL.split("\n")
    edited = set_cell(TABEL, regel, kolom, value).split("\n")
    assert edited[regel - 1] == line
    assert edited[: regel - 1] + edited[regel:] == lines[: regel - 1] + lines[regel:]


@pytest.mark.parametrize("end", ["", "\n", "\n\n"])
def test_row_comes_at_the_end(end: str) -> None:
    """A new row comes behind the last, and the end of the file stays as it was."""
    text = f"jaar;waarde\n2024;1{end}"
    assert append_row(text, {"waarde": "2"}) == f"jaar;waarde\n2024;1\n;2{end}"


@pytest.mark.parametrize(
    ("text", "regel", "kolom", "value", "melding"),
    [
        (TABEL, 3, "jaar", "1", "op regel 3 van de tabel staat geen rij"),
        (TABEL, 1, "jaar", "1", "op regel 1 van de tabel staat geen rij"),
        (TABEL, 2, "bron", "1", "de tabel heeft geen kolom 'bron'"),
        (TABEL, 2, "jaar", "twee\nregels", "maar een regel"),
        ("jaar\n2024\n", 2, "jaar", "", "niet veilig"),
        ("jaar;a\n2024\n", 2, "jaar", "1", "1 cellen"),
        ('jaar;a\n"2024;1\n', 2, "jaar", "1", "aanhalingsteken"),
    ],
)
def test_change_that_is_not_safe_is_refused(
    text: str, regel: int, kolom: str, value: str, melding: str
) -> None:
    """A row or column that is not there, or a table that cannot be read, is told."""
    with pytest.raises(EditError) as refused:
        set_cell(text, regel, kolom, value)
    assert melding in refused.value.melding
    assert refused.value.oplossing


CELLEN = st.text(
    st.sampled_from("ab1;,\"' \t=éé|") | st.characters(exclude_categories=("Cs", "Cc")), max_size=8
)


@given(st.lists(st.tuples(CELLEN, CELLEN), min_size=1, max_size=5), CELLEN, st.data())
def test_any_cell_takes_any_text(
    rows: list[tuple[str, str]], value: str, data: st.DataObject
) -> None:
    """Whatever is typed in a cell is read back, and the rest of the table reads the same."""
    written = io.StringIO()
    writer = csv.writer(written, delimiter=";", lineterminator="\n")
    writer.writerows([("a", "b", "nr"), *((*row, number) for number, row in enumerate(rows))])
    regel = data.draw(st.integers(2, len(rows) + 1))
    edited = set_cell(written.getvalue(), regel, "b", value)
    read = list(csv.reader(io.StringIO(edited), delimiter=";"))[1:]
    meant = [[*row, str(number)] for number, row in enumerate(rows)]
    meant[regel - 2][1] = value
    assert [[cell.strip() for cell in row] for row in read] == [
        [cell.strip() for cell in row] for row in meant
    ]
    longer = append_row(edited, {"a": value, "nr": "x"})
    assert longer.startswith(edited.rstrip("\n"))
    *others, last = csv.reader(io.StringIO(longer), delimiter=";")
    assert others[1:] == read
    assert [cell.strip() for cell in last] == [value.strip(), "", "x"]
