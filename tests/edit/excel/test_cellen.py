"""Cells: what Excel makes of what somebody typed, in the one spelling of our files."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import Any

import pytest
from openpyxl import Workbook

from generator.edit.excel.cellen import Weigering, fold, make_typed, read_cell
from generator.edit.excel.kolommen import Soort, make_bladen

DAG = datetime.fromisoformat("2026-05-01")
ACTIES, METINGEN = make_bladen()


def _read(veld: str, value: object, number_format: str) -> str | Weigering:
    """What is read from a cell with a value in a format."""
    sheet: Any = Workbook().active
    cell = sheet.cell(1, 1)
    cell.value, cell.number_format = value, number_format
    return read_cell(cell, ACTIES.kolommen[veld])


@pytest.mark.parametrize(
    ("veld", "value", "number_format", "told"),
    [
        ("budget_eur", "=A1+1", "General", "hier staat een formule"),
        ("titel", "=A1+1", "General", "hier staat een formule"),
        ("budget_eur", 0.12, "0%", "deze cel is opgemaakt als percentage (12%)"),
        ("budget_eur", "#N/A", "General", "hier staat de foutwaarde #N/A"),
        ("budget_eur", DAG, "d-mmm", "Excel heeft hier een datum of tijd van gemaakt"),
        ("titel", DAG, "d-mmm", "Excel heeft hier een datum of tijd van gemaakt"),
        ("titel", time(9, 30), "h:mm", "Excel heeft hier een datum of tijd van gemaakt"),
        ("titel", timedelta(hours=30), "[h]:mm", "Excel heeft hier een datum of tijd van gemaakt"),
        ("eind", DAG.replace(hour=9), "d-m-yy h:mm", "hier staat ook een tijd"),
        ("gecontroleerd_op", 46000, "General", "'46000' is geen datum"),
    ],
)
def test_cell_that_cannot_be_taken_says_why(
    veld: str, value: object, number_format: str, told: str
) -> None:
    """A formula, an error, a percentage or a stray date is refused, with what to do."""
    refused = _read(veld, value, number_format)
    assert isinstance(refused, Weigering)
    assert refused.melding == told
    assert refused.oplossing


@pytest.mark.parametrize(
    ("veld", "value", "number_format", "text"),
    [
        ("eind", DAG, "mmm-yy", "2026-05"),
        ("eind", DAG, '"dag" mmm-yy', "2026-05"),
        ("eind", DAG, "d-m-yyyy", "2026-05-01"),
        ("eind", DAG.replace(day=2), "mmm-yy", "2026-05-02"),
        ("eind", 2028, "General", "2028"),
        ("eind", "2028", "@", "2028"),
        ("eind", "1-5-2026", "@", "1-5-2026"),
        ("gecontroleerd_op", DAG, "dd-mm-yyyy", "2026-05-01"),
        ("gecontroleerd_op", DAG, "mmm-yy", "2026-05-01"),
        ("budget_eur", 0.1 + 0.2, "General", "0,3"),
        ("budget_eur", 12.5, "#,##0.00", "12,5"),
        ("budget_eur", "12,75", "@", "12,75"),
        ("budget_eur", "12.75", "@", "12.75"),
        ("budget_eur", 1e6, "General", "1000000"),
        ("budget_eur", -0.4, "General", "-0,4"),
        ("budget_eur", 0.0000001, "0.00E+00", "0,0000001"),
        ("substitutie", True, "General", "true"),
        ("substitutie", "WAAR", "@", "true"),
        ("substitutie", "Onwaar", "@", "false"),
        ("substitutie", "ja", "@", "ja"),
        ("titel", 2026, "General", "2026"),
        ("titel", "  Ruimte eromheen ", "@", "Ruimte eromheen"),
        ("titel", None, "@", ""),
        ("titel", 0, "General", "0"),
        ("waarom", "Een_x000D_\nTwee", "@", "Een\nTwee"),
        ("waarom", "half _xD83D_ paar", "@", "half \ufffd paar"),
    ],
)
def test_cell_is_read_as_people_write_it(
    veld: str, value: object, number_format: str, text: str
) -> None:
    """A date, a number, a yes: however Excel holds it, there is one spelling."""
    assert _read(veld, value, number_format) == text


@pytest.mark.parametrize(
    ("one", "other", "soort"),
    [
        ("12500,50", "12500,5", Soort.GETAL),
        ("WAAR", "true", Soort.JANEE),
        ("Een\n\nTwee", "Een\nTwee ", Soort.TEKST),
    ],
)
def test_two_spellings_of_one_value_are_equal(one: str, other: str, soort: Soort) -> None:
    """A zero at the end, or an empty line more, is no change."""
    assert fold(one, soort) == fold(other, soort)


def test_columns_are_the_fields_with_one_value() -> None:
    """Every field of the model with one value is a column; lists and blocks are not."""
    assert ACTIES.kolommen["eind"].soort is Soort.MOMENT
    assert ACTIES.kolommen["zichtbaarheid"].soort is Soort.KEUZE
    assert ACTIES.kolommen["eigenaar_team"].lijst == "team"
    assert ACTIES.kolommen["titel"].is_verplicht
    assert {"id", "mijlpalen", "doelgroep", "locatie", "uren"}.isdisjoint(ACTIES.kolommen)
    assert list(METINGEN.kolommen)[:3] == ["reeks", "jaar", "waarde"]
    assert all(kolom.uitleg for blad in (ACTIES, METINGEN) for kolom in blad.kolommen.values())


def test_value_that_fits_nowhere_stays_text_for_the_check_to_judge() -> None:
    """A wrong number or date is written as it was typed, so that the check explains it."""
    assert make_typed("12.5", Soort.GETAL) == "12.5"
    assert make_typed("1-10-2026", Soort.DATUM) == "1-10-2026"
    assert make_typed("misschien", Soort.JANEE) == "misschien"
