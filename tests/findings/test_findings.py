"""A finding tells what is wrong, where, and what to type instead."""

from __future__ import annotations

from generator.findings import Code, Ernst, Plek, fout, has_fout, sort_findings, waarschuwing

FOUT = fout(Code.GETAL_ONGELDIG, Plek("data/x.yaml", 3, 7), "'a' is geen getal", "schrijf 12")
LET_OP = waarschuwing(Code.CSV_KOLOMMEN, Plek("data/x.yaml", 3), "let op", "kijk na")
HEEL = fout(Code.BESTAND_ONBEKEND, Plek("data/x.yaml"), "onbekend", "haal weg")


def test_place_is_written_as_file_line_and_column() -> None:
    """A place reads like the places that editors open, and a whole file by its name."""
    assert str(FOUT.plek) == "data/x.yaml:3:7"
    assert str(HEEL.plek) == "data/x.yaml:1:1"


def test_findings_stand_in_reading_order_each_once() -> None:
    """By file, line and column; the same finding is not told twice."""
    assert sort_findings([FOUT, LET_OP, FOUT, HEEL]) == (HEEL, LET_OP, FOUT)


def test_only_a_fout_stops_a_build() -> None:
    """A warning alone does not stop anything."""
    assert has_fout([LET_OP, FOUT])
    assert not has_fout([LET_OP])
    assert LET_OP.ernst is Ernst.WAARSCHUWING


def test_other_programs_get_every_part_of_a_finding() -> None:
    """The form for other programs holds code, grade, place, sentence and remedy."""
    assert FOUT.as_dict() == {
        "code": "GETAL-ONGELDIG",
        "ernst": "fout",
        "bestand": "data/x.yaml",
        "regel": 3,
        "kolom": 7,
        "melding": "'a' is geen getal",
        "oplossing": "schrijf 12",
    }


def test_codes_are_dutch_words_in_capitals() -> None:
    """An advisor can say a code on the telephone, and the name in the program is the same word."""
    for code in Code:
        assert code.value == code.name.replace("_", "-")
