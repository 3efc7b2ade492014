"""Rows of a CSV become records: units, yes and no, wrong columns, and where each cell stands."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.findings import Code, Finding, Plek
from generator.load.reader import SourceTree
from generator.load.rows import load_rows
from generator.model.indicatoren import Meting
from generator.model.nulmeting import Materiaalstroom
from generator.model.plekken import Plekken

NAAM = "data/grondstofstromen.csv"
EIGENAAR = ("grondstofstromen", "grondstofstromen", "stromen")
STROOM = {
    "jaar": "2023",
    "schaal": "eigen_organisatie",
    "thema": "openbare_ruimte",
    "materiaal": "tegels",
    "in_primair_ton": "700",
    "in_hernieuwbaar_ton": "0",
    "in_gerecycled_ton": "100",
    "in_hergebruikt_ton": "200",
    "uit_hergebruik_ton": "150",
    "uit_hoogwaardige_recycling_ton": "50",
    "uit_recycling_ton": "200",
    "uit_verbranding_ton": "0",
    "uit_stort_ton": "0",
    "voorraadtoename_ton": "600",
}

type_lees = Callable[[str], tuple[tuple[Materiaalstroom, ...], list[Finding], Plekken]]


@pytest.fixture
def lees(tmp_path: Path) -> type_lees:
    """Reads a text as the file of material flows."""

    def read(text: str) -> tuple[tuple[Materiaalstroom, ...], list[Finding], Plekken]:
        path = tmp_path / NAAM
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
        plekken = Plekken()
        rows, found = load_rows(SourceTree(tmp_path), plekken, Materiaalstroom, NAAM, EIGENAAR)
        return rows, found, plekken

    return read


def write(*rows: dict[str, str]) -> str:
    """A table with the columns of the first row."""
    lines = [";".join(rows[0]), *(";".join(row.values()) for row in rows)]
    return "\n".join(lines) + "\n"


def rename(old: str, new: str, value: str) -> dict[str, str]:
    """The example row with one column under another name."""
    return {(new if key == old else key): (value if key == old else cell)
            for key, cell in STROOM.items()}  # fmt: skip


def test_row_becomes_a_record_with_exact_numbers(lees: type_lees) -> None:
    """A number in a cell is read as it was typed, decimals included."""
    rows, found, _ = lees(write(STROOM | {"in_primair_ton": "0,1"}))
    assert found == []
    assert rows[0].in_primair_ton == Decimal("0.1")
    assert rows[0].uit_opslag_onbekend_ton == 0


@pytest.mark.parametrize(
    ("kolom", "cel", "ton"),
    [
        ("in_primair_kg", "700000", "700"),
        ("in_primair_kg", "1", "0.001"),
        ("in_primair_kton", "0,7", "700"),
        ("in_primair_kton", "1", "1000"),
    ],
)
def test_other_unit_is_converted_to_tonnes(lees: type_lees, kolom: str, cel: str, ton: str) -> None:
    """A column in kilogrammes or kilotonnes gives the same tonnes."""
    rows, found, _ = lees(write(rename("in_primair_ton", kolom, cel)))
    assert found == []
    assert rows[0].in_primair_ton == Decimal(ton)
    assert "E" not in str(rows[0].in_primair_ton)


def test_factor_per_kilogramme_is_converted(lees: type_lees) -> None:
    """Euro and CO2 per kilogramme become euro and CO2 per tonne."""
    rows, found, _ = lees(write(STROOM | {"mki_eur_per_kg": "0,16", "co2_kg_per_kg": "-0,2"}))
    assert found == []
    assert rows[0].mki_eur_per_ton == Decimal(160)
    assert rows[0].co2_kg_per_ton == Decimal(-200)


@pytest.mark.parametrize("kolom", ["co2_kg_per_kton", "mki_eur_per_kton"])
def test_unit_that_the_program_does_not_know_is_refused(lees: type_lees, kolom: str) -> None:
    """Per kilotonne is not read as something else: it is reported."""
    rows, found, _ = lees(write(STROOM | {kolom: "5"}))
    assert rows == ()
    assert [item.code for item in found] == [Code.VELD_ONBEKEND]


def test_empty_cell_in_another_unit_is_absent(lees: type_lees) -> None:
    """Nothing stays nothing, also where numbers are converted."""
    rows, found, _ = lees(write(STROOM | {"mki_eur_per_kg": ""}))
    assert found == []
    assert rows[0].mki_eur_per_ton is None


def test_mistake_in_another_unit_is_reported_as_it_was_typed(lees: type_lees) -> None:
    """The message shows the cell, not a converted number."""
    text = write(rename("in_primair_ton", "in_primair_kg", "1.234"))
    rows, found, _ = lees(text)
    assert rows == ()
    assert [item.code for item in found] == [Code.GETAL_DUBBELZINNIG]
    assert "'1.234'" in found[0].melding
    assert found[0].plek == Plek(NAAM, 2, text.splitlines()[1].index("1.234") + 1)


@pytest.mark.parametrize("unit", ["kg", "kton"])
def test_negative_in_another_unit_is_shown_as_it_was_typed(lees: type_lees, unit: str) -> None:
    """Who types -5 kiloton reads -5, not -5000."""
    _, found, _ = lees(write(rename("in_primair_ton", f"in_primair_{unit}", "-5")))
    assert [item.code for item in found] == [Code.GETAL_ONGELDIG]
    assert "'-5'" in found[0].melding


def test_two_columns_for_one_field_are_reported_at_the_second(lees: type_lees) -> None:
    """Tonnes and kilogrammes of the same thing: somebody must choose."""
    text = write(STROOM | {"in_primair_kg": "700000"})
    rows, found, _ = lees(text)
    assert rows == ()
    assert [item.code for item in found] == [Code.CSV_KOLOMMEN]
    assert found[0].plek == Plek(NAAM, 1, text.index("in_primair_kg") + 1)


def test_unknown_column_is_reported_with_the_nearest_name(lees: type_lees) -> None:
    """A typing error in the heading gives the right name, and no second message about it."""
    text = write(rename("in_primair_ton", "in_primar_ton", "700"))
    rows, found, _ = lees(text)
    assert rows == ()
    (wrong,) = found
    assert wrong.code is Code.VELD_ONBEKEND
    assert wrong.plek == Plek(NAAM, 1, text.index("in_primar_ton") + 1)
    assert "in_primair_ton" in wrong.oplossing


def test_missing_columns_are_named_together(lees: type_lees) -> None:
    """A file of three columns gives one message, with all other columns that must be there."""
    rows, found, _ = lees("jaar;schaal;thema\n2023;eigen_organisatie;openbare_ruimte\n")
    assert rows == ()
    assert [item.code for item in found] == [Code.VELD_ONTBREEKT]
    assert f"voeg {';'.join(list(STROOM)[3:])} toe" in found[0].oplossing


def test_column_without_a_name_is_reported_and_not_read(lees: type_lees) -> None:
    """A semicolon too many in the heading is a message, never a crash."""
    line = ";".join(STROOM.values())
    rows, found, _ = lees(f"{';'.join(STROOM)};\n{line};5\n")
    assert [item.code for item in found] == [Code.CSV_KOLOMMEN]
    assert len(rows) <= 1


def test_wrong_row_does_not_hide_the_others(lees: type_lees) -> None:
    """One mistake gives one message, and the rows around it keep their places."""
    rows, found, plekken = lees(write(STROOM, STROOM | {"uit_stort_ton": "-1"}, STROOM))
    assert len(rows) == 2
    assert [item.plek.regel for item in found] == [3]
    assert plekken.waar(*EIGENAAR[:2], "stromen", 0).regel == 2
    assert plekken.waar(*EIGENAAR[:2], "stromen", 1).regel == 4


def test_place_of_a_cell_is_its_column(lees: type_lees) -> None:
    """A message about a cell points at the cell, also when its column is in another unit."""
    text = write(STROOM)
    _, _, plekken = lees(text)
    start = text.splitlines()[1].index("tegels") + 1
    assert plekken.waar(*EIGENAAR[:2], "stromen", 0, "materiaal") == Plek(NAAM, 2, start)


def test_empty_obligatory_cell_is_reported_at_the_cell(lees: type_lees) -> None:
    """A number that must be there and is not, is asked for."""
    _, found, _ = lees(write(STROOM | {"in_primair_ton": ""}))
    assert [item.code for item in found] == [Code.VELD_ONTBREEKT]
    assert found[0].plek.regel == 2


def test_absent_file_gives_no_rows_and_no_findings(tmp_path: Path) -> None:
    """A part without a CSV has no rows; that is not a mistake of its own."""
    tree = SourceTree(tmp_path)
    assert load_rows(tree, Plekken(), Materiaalstroom, NAAM, EIGENAAR) == ((), [])


@pytest.mark.parametrize(
    ("cel", "voorlopig"),
    [("true", True), ("WAAR", True), ("Waar", True), ("false", False), ("ONWAAR", False),
     ("", False)],
)  # fmt: skip
def test_yes_and_no_are_read_as_dutch_excel_saves_them(
    tmp_path: Path, cel: str, *, voorlopig: bool
) -> None:
    """WAAR and ONWAAR mean what they say."""
    rows, found = _read_metingen(tmp_path, cel)
    assert found == []
    assert [row.voorlopig for row in rows] == [voorlopig]


@pytest.mark.parametrize("cel", ["ja", "1", "x"])
def test_another_word_for_yes_is_refused(tmp_path: Path, cel: str) -> None:
    """Nobody guesses what a cross in a cell means."""
    rows, found = _read_metingen(tmp_path, cel)
    assert rows == ()
    assert [item.code for item in found] == [Code.JANEE_ONGELDIG]


def _read_metingen(root: Path, cel: str) -> tuple[tuple[Meting, ...], list[Finding]]:
    path = root / "data" / "metingen" / "x.csv"
    path.parent.mkdir(parents=True)
    path.write_text(f"reeks;jaar;waarde;voorlopig\nx;2024;5;{cel}\n", "utf-8")
    owner = ("indicator", "x", "metingen")
    return load_rows(SourceTree(root), Plekken(), Meting, "data/metingen/x.csv", owner)


@given(st.integers(0, 10**9), st.integers(0, 3))
def test_kilogrammes_are_a_thousandth_whatever_the_number(
    tmp_path_factory: pytest.TempPathFactory, whole: int, digits: int
) -> None:
    """Converting loses nothing, however large or small the number is."""
    kg = Decimal(whole).scaleb(-digits)
    root = tmp_path_factory.mktemp("rijen")
    path = root / NAAM
    path.parent.mkdir(parents=True)
    cell = format(kg, "f").replace(".", ",")
    path.write_text(write(rename("in_primair_ton", "in_primair_kg", cell)), "utf-8")
    rows, found = load_rows(SourceTree(root), Plekken(), Materiaalstroom, NAAM, EIGENAAR)
    assert found == []
    assert rows[0].in_primair_ton * 1000 == kg
