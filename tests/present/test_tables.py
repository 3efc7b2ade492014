"""Tables: what a spreadsheet makes of the file that a reader downloads."""

from __future__ import annotations

import csv
import io
from decimal import Decimal

import pytest

from generator.present.tables import Kolom, Tabel, type_cell


def _read(kop: str, cell: type_cell) -> list[list[str]]:
    tabel = Tabel("proef", "Proef", (Kolom(kop),), ((cell,),))
    text = tabel.as_csv().removeprefix("\ufeff")
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=";"))


@pytest.mark.parametrize(
    "text", ['=HYPERLINK("https://x.example";"klik")', "+1+1", "@cmd", "-1+1", "-tegels", "\t=1"]
)
def test_text_that_looks_like_a_formula_stays_a_text(text: str) -> None:
    """A spreadsheet shows what somebody typed, and does not compute it."""
    assert _read(text, text) == [[f"'{text}"]] * 2


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        (Decimal("-0.4"), "-0,4"),
        (-3, "-3"),
        ("-0,4", "-0,4"),
        ("–", "–"),
        ("-", "-"),
        ("A-0001", "A-0001"),
        ("één; 'twee'", "één; 'twee'"),
        (None, ""),
    ],
)
def test_numbers_and_other_texts_are_written_as_they_are(cell: type_cell, expected: str) -> None:
    """A number below zero and an ordinary text get nothing before them."""
    assert _read("Titel", cell) == [["Titel"], [expected]]
