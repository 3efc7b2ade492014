"""CSV is read in one way only: every cell is text, with the place where it begins."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.findings import Code, Plek
from generator.load.csv_table import parse_csv

CEL = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=8)
STUKJES = st.sampled_from([";", "\n", '"', '""', "a", "1,5", " ", "\r", "\t", "\x00", "é"])


def test_cells_stay_text_and_lose_spaces_around_them() -> None:
    """No cell is guessed to be a number or a date."""
    tabel, findings = parse_csv("jaar;waarde\n2023; 012 \n;1.234\n", "x.csv")
    assert findings == ()
    assert tabel is not None
    assert [dict(row.cellen) for row in tabel.rijen] == [
        {"jaar": "2023", "waarde": "012"},
        {"jaar": "", "waarde": "1.234"},
    ]


def test_places_count_from_the_start_of_the_line_also_after_a_quoted_cell() -> None:
    """A `;` or a doubled quote inside a quoted cell does not shift the places after it."""
    tabel, _ = parse_csv('a;b;c\n"x;y";"zei ""hoi"";";3\n', "x.csv")
    assert tabel is not None
    assert tabel.rijen[0].cellen == {"a": "x;y", "b": 'zei "hoi";', "c": "3"}
    assert [tabel.place(2, kolom) for kolom in "abc"] == [
        Plek("x.csv", 2, 1),
        Plek("x.csv", 2, 7),
        Plek("x.csv", 2, 22),
    ]


def test_quote_inside_a_plain_cell_does_not_shift_places() -> None:
    """An inch sign in a cell is an ordinary letter."""
    tabel, findings = parse_csv('a;b;c\nbuis 2";3;4\n', "x.csv")
    assert findings == ()
    assert tabel is not None
    assert tabel.place(2, "c") == Plek("x.csv", 2, 11)


def test_too_many_cells_after_a_plain_quote_is_a_finding() -> None:
    """A row that is too long is reported, also when a quote stands loose in it."""
    _, findings = parse_csv('a;b\nx"y;1;2\n', "x.csv")
    assert [(finding.code, finding.plek) for finding in findings] == [
        (Code.CSV_KOLOMMEN, Plek("x.csv", 2, 7))
    ]


def test_cell_over_two_lines_is_refused_where_it_begins() -> None:
    """A cell stays on one line, so that a line in the file is a row in the table."""
    tabel, findings = parse_csv('a;b\n1;2\n3;"vier\nvijf"\n', "x.csv")
    assert tabel is None
    assert [(finding.code, finding.plek) for finding in findings] == [
        (Code.CSV_SYNTAX, Plek("x.csv", 3, 3))
    ]


def test_row_with_a_mistake_does_not_hide_the_rows_after_it() -> None:
    """Each wrong row is reported, and the right ones are read."""
    tabel, findings = parse_csv("a;b\n1\n2;3\n4;5;6\n", "x.csv")
    assert tabel is not None
    assert [row.regel for row in tabel.rijen] == [3]
    assert [finding.plek.regel for finding in findings] == [2, 4]


@pytest.mark.parametrize("scheidingsteken", [",", "\t", "|"])
def test_foreign_delimiter_is_the_one_that_was_declared(scheidingsteken: str) -> None:
    """The delimiter is never guessed: another one is an ordinary letter."""
    tabel, _ = parse_csv(f"a;x{scheidingsteken}b\n1;2{scheidingsteken}3\n", "x", scheidingsteken)
    assert tabel is not None
    assert tabel.kolommen == ("a;x", "b")


@given(st.text() | st.lists(STUKJES, max_size=40).map("".join))
def test_any_text_gives_a_table_or_a_finding(text: str) -> None:
    """Whatever stands in a file, the answer is a table, findings or nothing, never a crash."""
    tabel, findings = parse_csv(text, "x.csv")
    for finding in findings:
        assert finding.plek.regel >= 1
        assert finding.plek.kolom >= 1
    for row in tabel.rijen if tabel else ():
        assert set(row.cellen) == set(tabel.kolommen if tabel else ())


@given(st.lists(st.lists(CEL, min_size=3, max_size=3), max_size=5))
def test_what_a_spreadsheet_writes_is_read_back(rows: list[list[str]]) -> None:
    """Cells with quotes and semicolons come back as they were; rows of empty cells are gone."""
    rows = [row for row in rows if any(cell.strip() for cell in row)]
    stream = io.StringIO()
    writer = csv.writer(stream, delimiter=";", lineterminator="\n", quoting=csv.QUOTE_ALL)
    writer.writerows([["a", "b", "c"], *rows])
    tabel, findings = parse_csv(stream.getvalue(), "x.csv")
    assert findings == ()
    assert tabel is not None
    assert [list(row.cellen.values()) for row in tabel.rijen] == [
        [cell.strip() for cell in row] for row in rows
    ]
    for row, cells in zip(tabel.rijen, rows, strict=True):
        for kolom, cell in zip("abc", cells, strict=True):
            start = tabel.place(row.regel, kolom).kolom - 1
            written = '"' + cell.replace('"', '""') + '"'
            assert tabel.regels[row.regel - 1].startswith(written, start)


def test_heading_below_empty_lines_is_named_where_it_stands() -> None:
    """A mistake in the names of columns has the line of those names, wherever they begin."""
    table, findings = parse_csv("\n\na;b;a\n1;2;3\n", "x.csv")
    assert table is not None
    assert table.kopregel == 3
    assert [finding.plek for finding in findings] == [Plek("x.csv", 3, 5)]
