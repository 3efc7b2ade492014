"""The verdict in words changes when the data change."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Any

import pytest

from generator.derive.feiten import Indicatorfeiten
from generator.derive.koers import derive_koers
from generator.derive.reeksen import derive_indicatoren
from generator.model.basis import Editie, Indicatorstatus
from generator.model.programma import Programma
from generator.model.regels.koers import read_grenzen
from generator.present.koers import (
    show_verhouding,
    tell_bereikt,
    tell_grond,
    tell_lijn,
    tell_ontbreekt,
    tell_vooruitzicht,
)
from tests.builders import make_indicator

PEILDATUM = date(2026, 10, 1)


def derive(proefdorp: Programma, *rows: tuple[Any, ...], **fields: Any) -> Indicatorfeiten:
    """An indicator in Proefdorp that begins at 100 in 2020."""
    fields = {"nulmeting": {"jaar": 2020, "waarde": 100}} | fields
    fields["streefwaarden"] = [
        {"jaar": jaar, "waarde": waarde} for jaar, waarde in fields.pop("doelen", [(2030, 50)])
    ]
    indicator = make_indicator(*rows, **fields)
    measured = derive_indicatoren((indicator,), {}, proefdorp.gegevens, PEILDATUM)
    found = derive_koers(proefdorp, measured, None, editie=Editie.INTERN, peildatum=PEILDATUM)
    return found[indicator.id]


@pytest.mark.parametrize(
    ("rows", "fields", "words"),
    [
        ([(2025, 90)], {}, "moest de waarde 25 kg per inwoner dalen. De waarde daalde met 10 kg"),
        ([(2025, 101)], {}, "De waarde steeg met 1 kg per inwoner."),
        ([(2025, 100)], {}, "De waarde bleef gelijk."),
        ([(2025, 40)], {}, "De laatste meting (40 kg per inwoner) haalt het doel van 50 kg"),
        (
            [(2025, 101)],
            {"doelen": [(2028, 100), (2030, 50)], "pad": "mijlpalen"},
            "nog geen verbetering. De laatste meting is slechter dan het pad vraagt.",
        ),
        (
            [(2025, 100)],
            {"doelen": [(2028, 100), (2030, 50)], "pad": "mijlpalen"},
            "De laatste meting is niet slechter dan het pad vraagt.",
        ),
        (
            [(2025, 120)],
            {"doelen": [(2030, 110)]},
            "Het doel (110 kg per inwoner) is minder streng",
        ),
        (
            [(2025, 101)],
            {"doelen": [(2030, 100)], "richting": "vasthouden", "tolerantie": 2},
            "marge van 2 kg per inwoner. De laatste meting is 101 kg per inwoner: dat klopt",
        ),
        (
            [(2025, 103)],
            {"doelen": [(2030, 100)], "richting": "vasthouden", "tolerantie": 2},
            "De laatste meting is 103 kg per inwoner: dat wijkt meer af dan is afgesproken.",
        ),
        (
            [(2025, 90)],
            {"doelen": [(2025, 50)]},
            "Het jaar van het doel (2025) is voorbij. Het doel was 50 kg per inwoner;",
        ),
        (
            [(2024, 90)],
            {"doelen": [(2025, 50)]},
            "de laatste meting is 90 kg per inwoner in 2024. De waarde over 2025 is er nog niet.",
        ),
        ([(2025, 90)], {"doelen": []}, "Er is geen doel in een getal."),
        ([], {}, "Na de nulmeting is er nog geen waarde die daarmee te vergelijken is."),
        (
            [(2024, 90), (2025, 80)],
            {"nulmeting": None, "nog_geen_nulmeting": "Nog niet."},
            "Er is nog geen nulmeting.",
        ),
    ],
)
def test_reason_of_a_verdict_is_told_in_plain_words(
    proefdorp: Programma, rows: list[tuple[Any, ...]], fields: dict[str, Any], words: str
) -> None:
    """Who reads a verdict reads why, with the numbers it came from."""
    text = tell_grond(derive(proefdorp, *rows, **fields)).replace("\xa0", " ")
    assert words in text


def test_value_that_must_stay_equal_is_never_said_to_go_back(proefdorp: Programma) -> None:
    """Where neither more nor less is better, nothing went the wrong way."""
    for waarde in (50, 100, 150):
        feit = derive(
            proefdorp, (2025, waarde), doelen=[(2030, 100)], richting="vasthouden", tolerantie=2
        )
        assert feit.koers.status is not Indicatorstatus.ACHTERUITGANG


@pytest.mark.parametrize(
    ("verhouding", "shown"),
    [
        ("0.75", "75%"),
        ("0.946", "94,6%"),
        ("0.95", "95%"),
        ("0.9499999", "94,99999%"),
        ("0.5999", "59,99%"),
        ("-0.001", "−0,1%"),
        ("0", "0%"),
        ("1.92", "192%"),
    ],
)
def test_ratio_is_never_rounded_over_a_bound(
    proefdorp: Programma, verhouding: str, shown: str
) -> None:
    """Nobody reads 95% beside a verdict that ends just below 95%."""
    assert show_verhouding(Fraction(verhouding), read_grenzen(proefdorp)) == shown


def test_missing_value_is_told_with_reason_and_date(proefdorp: Programma) -> None:
    """Not known yet, why, and when it will be."""
    meting = {"reeks": "restafval", "jaar": 2025, "reden": "De weegbrug was stuk."}
    feit = derive(proefdorp, metingen=[meting], volgende_publicatie="2026-12")
    assert tell_ontbreekt(feit.reeks, feit.indicator.volgende_publicatie, PEILDATUM) == (
        "De waarde over 2025 is nog niet bekend: De weegbrug was stuk. Verwacht in december 2026."
    )
    assert tell_ontbreekt(derive(proefdorp, (2025, 90)).reeks, None, PEILDATUM) == ""


@pytest.mark.parametrize(
    ("volgende", "words"),
    [
        ("2026-09", "De waarde werd verwacht in september 2026 en is er nog niet."),
        ("2026-09-30", "De waarde werd verwacht op 30 september 2026 en is er nog niet."),
        ("2026-10", "Verwacht in oktober 2026."),
        ("2026-10-01", "Verwacht op 1 oktober 2026."),
    ],
)
def test_expected_date_that_has_passed_is_told_in_the_past(
    proefdorp: Programma, volgende: str, words: str
) -> None:
    """Nobody reads 'verwacht in september' when september is over."""
    meting = {"reeks": "restafval", "jaar": 2025, "reden": "De weegbrug was stuk."}
    feit = derive(proefdorp, metingen=[meting], volgende_publicatie=volgende)
    told = tell_ontbreekt(feit.reeks, feit.indicator.volgende_publicatie, PEILDATUM)
    assert told.endswith(f" {words}")


def test_outlook_is_words_with_the_caveat(proefdorp: Programma) -> None:
    """Everyone reads what the pace means, and that nobody predicts."""
    both = derive(proefdorp, (2025, 80), doelen=[(2030, 60), (2040, 10)])
    assert tell_vooruitzicht(both) == (
        "Als het tempo zo blijft, is het doel in 2030 gehaald, en het doel in 2040 niet. "
        "Dit is een doorrekening, geen voorspelling."
    )
    assert "in 2030 en 2040 niet gehaald" in tell_vooruitzicht(
        derive(proefdorp, (2025, 99), doelen=[(2030, 55), (2040, 20)])
    )
    assert tell_vooruitzicht(derive(proefdorp)) == ""
    assert tell_vooruitzicht(derive(proefdorp, (2025, 75), doelen=[])) == ""


def test_year_in_which_a_target_is_met_is_named_or_denied(proefdorp: Programma) -> None:
    """A year, 'al in', or 'niet voor 2100'."""
    for waarde, words in ((75, "2030"), (50, "al in 2025"), (100, "niet voor 2100")):
        feit = derive(proefdorp, (2025, waarde))
        assert tell_bereikt(feit.koers.doorrekening[0], feit) == words
    back = derive(proefdorp, (2021, 10), (2022, 20), (2023, 30), (2024, 40), (2025, 48))
    assert tell_bereikt(back.koers.doorrekening[0], back) == "al in 2025, maar niet blijvend"


def test_line_says_how_many_measurements_it_has(proefdorp: Programma) -> None:
    """Two measurements have one pace, and no margin."""
    two, three = derive(proefdorp, (2025, 75)), derive(proefdorp, (2022, 90), (2025, 75))
    assert "de laatste 2 metingen: dan daalt de waarde 5" in tell_lijn(two)
    assert "nog geen bandbreedte" in tell_lijn(two)
    assert "de laatste 3 metingen" in tell_lijn(three)
    assert "het laagste en het hoogste tempo" in tell_lijn(three)
    assert "geen voorspelling" in tell_lijn(three)
