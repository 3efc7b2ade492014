"""Foreign files are read as they came, by the declaration that lies beside them."""

from __future__ import annotations

import csv
from decimal import Decimal
from pathlib import Path

import pytest

from generator.findings import Code, Finding, Plek
from generator.load.programma import load_programma
from generator.model.indicatoren import Meting, Reeks
from generator.model.programma import Programma

PROJECT = Path(__file__).parents[2]
NAAM = "data/aangeleverd/streek_afval"


def _load(
    root: Path, *, verklaring: tuple[str, str] = ("", ""), tabel: str | None = None
) -> tuple[dict[str, Reeks], tuple[Finding, ...]]:
    path = root / f"{NAAM}.bron.yaml"
    text = path.read_text("utf-8")
    assert verklaring[0] in text
    path.write_text(text.replace(*verklaring), "utf-8")
    if tabel is not None:
        (root / f"{NAAM}.csv").write_text(tabel, "utf-8")
    read = load_programma(root)
    assert read.programma is not None
    return {reeks.id: reeks for reeks in read.programma.reeksen}, read.findings


def _meting(reeksen: dict[str, Reeks], jaar: int) -> Meting:
    (found,) = (item for item in reeksen["streek_restafval"].metingen if item.jaar == jaar)
    return found


def test_thousands_separators_are_read_as_declared(proefdorp_map: Path) -> None:
    """With a point between thousands, 9.091 is nine thousand and ninety-one."""
    reeksen, findings = _load(proefdorp_map)
    assert findings == ()
    assert _meting(reeksen, 2022).waarde == Decimal(9091)
    assert _meting(reeksen, 2024).waarde == Decimal("8118.5")


def test_the_same_cell_reads_otherwise_when_declared_otherwise(proefdorp_map: Path) -> None:
    """With a decimal point and no thousands, 9.091 is a bit more than nine."""
    reeksen, findings = _load(
        proefdorp_map,
        verklaring=('decimaalteken: ","\nduizendtalteken: "."', 'decimaalteken: "."'),
        tabel="stroom;jaar;massa;opmerking\nrestafval;2022;9.091;\ndoel;2030;6;\n",
    )
    assert findings == ()
    assert _meting(reeksen, 2022).waarde == Decimal("9.091")


@pytest.mark.parametrize(("jaar", "massa"), [("2022*", "9.091"), ("2022", "9.091*")])
def test_provisional_mark_behind_year_or_value_is_understood(
    proefdorp_map: Path, jaar: str, massa: str
) -> None:
    """A star behind the year or the value makes the number provisional, not unreadable."""
    tabel = f"stroom;jaar;massa;opmerking\nrestafval;{jaar};{massa};\ndoel;2030;6.000;\n"
    reeksen, findings = _load(proefdorp_map, tabel=tabel)
    assert findings == ()
    assert _meting(reeksen, 2022).waarde == Decimal(9091)
    assert _meting(reeksen, 2022).voorlopig
    assert not reeksen["streek_restafval_doel"].metingen[0].voorlopig


def test_missing_token_is_no_value_and_keeps_its_remark(proefdorp_map: Path) -> None:
    """A dash means that there is no value; that is not the same as zero."""
    reeksen, _ = _load(proefdorp_map)
    assert _meting(reeksen, 2023).waarde is None
    assert _meting(reeksen, 2023).reden == "nog niet geteld"


def test_token_that_was_not_declared_is_reported(proefdorp_map: Path) -> None:
    """An empty cell is a mistake when only the dash was declared as missing."""
    tabel = "stroom;jaar;massa;opmerking\nrestafval;2022;;\ndoel;2030;6.000;\n"
    _, findings = _load(proefdorp_map, tabel=tabel)
    assert [(finding.code, finding.plek) for finding in findings] == [
        (Code.GETAL_ONGELDIG, Plek(f"{NAAM}.csv", 2, 16))
    ]


def test_wrong_column_is_reported_in_the_declaration_with_the_likely_one(
    proefdorp_map: Path,
) -> None:
    """A misspelled column name is answered with the column that was probably meant."""
    _, findings = _load(
        proefdorp_map, verklaring=("toelichting: opmerking", "toelichting: opmerkingen")
    )
    assert [(finding.plek.bestand, finding.oplossing) for finding in findings] == [
        (f"{NAAM}.bron.yaml", "bedoelt u 'opmerking'?")
    ]


def test_rows_that_no_series_uses_are_warned_about(proefdorp_map: Path) -> None:
    """Rows do not drop out of the site unnoticed."""
    tabel = (
        "stroom;jaar;massa;opmerking\nrestafval;2022;1;\ndoel;2030;6;\ngft;2022;3;\ngft;2023;4;\n"
    )
    _, findings = _load(proefdorp_map, tabel=tabel)
    assert [(finding.code, finding.plek.regel) for finding in findings] == [(Code.CSV_KOLOMMEN, 4)]
    assert findings[0].melding.startswith("2 van de 4 rijen horen")


def test_broken_declaration_does_not_make_its_users_wrong(proefdorp_map: Path) -> None:
    """One mistake in the declaration gives one finding, not also one per page that uses it."""
    _, findings = _load(proefdorp_map, verklaring=("titel: Afval", "titel: Afval: "))
    assert [finding.code for finding in findings] == [Code.YAML_SYNTAX]


def test_series_inherit_the_provenance_of_the_file(proefdorp_map: Path) -> None:
    """Source, origin and moment of publication are told once, for all series of the file."""
    reeksen, _ = _load(proefdorp_map)
    assert reeksen["streek_restafval"].bron == "afvaldienst"
    assert reeksen["streek_restafval_doel"].is_doel
    assert str(_meting(reeksen, 2022).publicatie) == "2026-05"


@pytest.fixture(scope="module")
def voorbeeldstad() -> Programma:
    """The programme that comes with the project."""
    programma = load_programma(PROJECT).programma
    assert programma is not None
    return programma


def _rows(name: str, delimiter: str) -> list[dict[str, str]]:
    with (PROJECT / "data" / "aangeleverd" / name).open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream, delimiter=delimiter))


def _values(programma: Programma) -> set[tuple[int, Decimal | None, bool]]:
    return {
        (meting.jaar, meting.waarde, meting.voorlopig)
        for reeks in programma.reeksen
        for meting in reeks.metingen
    }


def test_cbs_table_has_the_numbers_of_the_publisher(voorbeeldstad: Programma) -> None:
    """The regional table of CBS is read to the unit, all of it provisional."""
    read = _values(voorbeeldstad)
    cells = [
        row[kolom]
        for row in _rows("cbs_83558NED_2023.csv", ";")
        for kolom in ("totaal_huishoudelijk_kt", "restafval_kt", "grof_rest_kt")
    ]
    assert len(cells) == 18
    for cell in cells:
        assert (2023, Decimal(cell.replace(".", "").replace(",", ".")), True) in read


@pytest.mark.parametrize("name", ["nl_huishoudelijk_afval.csv", "soest_afval.csv"])
def test_other_tables_have_the_numbers_of_the_publisher(
    voorbeeldstad: Programma, name: str
) -> None:
    """Every row of the national figures and of the Soest case is read, none invented."""
    read = _values(voorbeeldstad)
    rows = _rows(name, ",")
    assert len(rows) >= 7
    for row in rows:
        assert (int(row["jaar"]), Decimal(row["waarde"]), False) in read


def test_next_publication_is_read_from_the_declaration(proefdorp_map: Path) -> None:
    """Who declares a file can say when its next value is expected."""
    reeksen, findings = _load(proefdorp_map)
    assert findings == ()
    expected = reeksen["streek_restafval"].volgende_publicatie
    assert expected is not None
    assert expected.tekst == "2027-05"
