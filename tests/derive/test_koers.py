"""The verdict as it is shown, its paces and what the pace would bring, at one date."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from generator.derive.feiten import Indicatorfeiten
from generator.derive.koers import derive_koers
from generator.derive.reeksen import derive_indicatoren
from generator.model.basis import Editie, Indicatorstatus
from generator.model.indicatoren import Indicator
from generator.model.programma import Programma
from generator.model.vaststelling import Vaststelling
from tests.builders import make_indicator

PEILDATUM = date(2026, 10, 1)
DOELEN = [{"jaar": 2030, "waarde": 50}, {"jaar": 2040, "waarde": 0}]
MET_DE_HAND = {
    "waarde": "op_koers",
    "reden": "De nieuwe inzameling begint pas.",
    "rol": "programmamanager",
    "datum": "2026-09-01",
}


def make(*rows: tuple[Any, ...], **fields: Any) -> Indicator:
    """An indicator that must go from 100 in 2020 to 50 in 2030 and 0 in 2040."""
    fields = {
        "nulmeting": {"jaar": 2020, "waarde": 100},
        "streefwaarden": DOELEN,
        "pad": "mijlpalen",
    } | fields
    return make_indicator(*rows, **fields)


def derive(
    proefdorp: Programma,
    indicator: Indicator,
    *,
    editie: Editie = Editie.INTERN,
    peildatum: date = PEILDATUM,
    stand: Vaststelling | None = None,
    **changes: Any,
) -> Indicatorfeiten:
    """What is known of an indicator in Proefdorp."""
    gegevens = proefdorp.gegevens.model_copy(update=changes)
    programma = proefdorp.model_copy(update={"gegevens": gegevens, "indicatoren": (indicator,)})
    measured = derive_indicatoren((indicator,), {}, gegevens, peildatum)
    found = derive_koers(programma, measured, stand, editie=editie, peildatum=peildatum)
    return found[indicator.id]


def test_paces_are_per_year(proefdorp: Programma) -> None:
    """Asked, done, and asked from now on for the next target and the last."""
    koers = derive(proefdorp, make((2025, 90))).koers
    assert (koers.tempo_nodig, koers.tempo_gerealiseerd) == (Decimal(-5), Decimal(-2))
    assert [(item.jaar, item.doel, item.per_jaar) for item in koers.tempo_vanaf_nu] == [
        (2030, Decimal(50), Decimal(-8)),
        (2040, Decimal(0), Decimal(-6)),
    ]


def test_nothing_is_asked_for_a_target_that_is_met(proefdorp: Programma) -> None:
    """Who is there already need not hurry; the target behind it still asks."""
    koers = derive(proefdorp, make((2025, 45))).koers
    assert [item.jaar for item in koers.tempo_vanaf_nu] == [2040]


def test_target_of_a_past_year_is_not_extended_to(proefdorp: Programma) -> None:
    """Nobody computes whether a year that has gone will be met."""
    koers = derive(proefdorp, make((2025, 90)), peildatum=date(2031, 1, 1)).koers
    assert [item.jaar for item in koers.doorrekening if item.doel is not None] == [2040]


def test_line_runs_to_the_targets_and_the_final_ambition(proefdorp: Programma) -> None:
    """From 90 in 2025, 2 less each year."""
    koers = derive(proefdorp, make((2025, 90))).koers
    horizon = max(item.jaar for item in proefdorp.gegevens.eindambities)
    assert [(item.jaar, item.verwacht) for item in koers.doorrekening] == [
        (2030, Decimal(80)),
        (2040, Decimal(60)),
        (horizon, Decimal(max(0, 90 - 2 * (horizon - 2025)))),
    ]
    assert [item.bereikt_in for item in koers.doorrekening] == [2045, 2070, None]
    assert [item.wordt_gehaald for item in koers.doorrekening] == [False, False, None]


def test_programme_without_final_ambition_still_has_a_doorrekening(proefdorp: Programma) -> None:
    """A programme may have no ambition yet; the targets of its indicators are enough."""
    koers = derive(proefdorp, make((2025, 90)), eindambities=()).koers
    assert [item.jaar for item in koers.doorrekening] == [2030, 2040]


def test_one_measurement_gives_no_line(proefdorp: Programma) -> None:
    """A pace needs two moments."""
    koers = derive(proefdorp, make()).koers
    assert (koers.lijn, koers.doorrekening, koers.tekening) == (None, (), ())
    assert (koers.tempo_nodig, koers.tempo_gerealiseerd) == (None, None)


def test_drawing_is_for_the_intranet_only(proefdorp: Programma) -> None:
    """The public edition has nothing to draw a line from."""
    indicator = make((2022, 97), (2025, 90))
    assert derive(proefdorp, indicator).koers.tekening
    assert derive(proefdorp, indicator, editie=Editie.PUBLIEK).koers.tekening == ()


def test_verdict_by_hand_stands_beside_the_computed_one(proefdorp: Programma) -> None:
    """People may judge otherwise; what was computed stays."""
    koers = derive(proefdorp, make((2025, 90), oordeel_handmatig=MET_DE_HAND)).koers
    assert (koers.status, koers.is_met_de_hand) == (Indicatorstatus.OP_KOERS, True)
    assert koers.som.status is Indicatorstatus.BEPERKTE_VOORTGANG


def test_verdict_by_hand_of_later_than_peildatum_does_not_exist_yet(proefdorp: Programma) -> None:
    """A site of August does not know what was said in September."""
    indicator = make((2025, 90), oordeel_handmatig=MET_DE_HAND)
    koers = derive(proefdorp, indicator, peildatum=date(2026, 8, 31)).koers
    assert (koers.status, koers.handmatig) == (Indicatorstatus.BEPERKTE_VOORTGANG, None)


def test_everyone_sees_the_verdict_of_the_report_or_none(proefdorp: Programma) -> None:
    """What was computed today is not public until somebody adopted it."""
    stand = Vaststelling.model_validate(
        {
            "id": "2026-10-01",
            "rapportage": "de rapportage",
            "indicatoren": [
                {
                    "indicator": "restafval",
                    "indicatorstatus": "versnelling_nodig",
                    "toelichting": "Er komt een proef.",
                }
            ],
        }
    )
    indicator = make((2025, 90))
    told = derive(proefdorp, indicator, editie=Editie.PUBLIEK, stand=stand).koers
    assert (told.status, told.toelichting) == (
        Indicatorstatus.VERSNELLING_NODIG,
        "Er komt een proef.",
    )
    silent = derive(proefdorp, indicator, editie=Editie.PUBLIEK).koers
    assert (silent.status, silent.vraagt_besluit) == (None, False)


def test_newest_year_without_a_value_is_known_as_missing(proefdorp: Programma) -> None:
    """An older value does not hide that the newest is not there yet."""
    reeks = derive(proefdorp, make((2024, 95), (2025, None))).reeks
    assert reeks.ontbreekt is not None
    assert (reeks.ontbreekt.jaar, reeks.laatste and reeks.laatste.jaar) == (2025, 2024)
    assert derive(proefdorp, make((2024, None), (2025, 90))).reeks.ontbreekt is None


@given(
    st.lists(
        st.tuples(
            st.integers(2000, 2060),
            st.none() | st.decimals(-200, 200, places=1),
        ),
        max_size=6,
        unique_by=lambda row: row[0],
    ),
    st.lists(st.tuples(st.integers(2000, 2060), st.decimals(-200, 200, places=1)), max_size=9),
    st.sampled_from(["omhoog", "omlaag", "vasthouden"]),
    st.integers(2000, 2060),
)
def test_no_numbers_stop_the_site_or_leave_the_band(
    proefdorp: Programma,
    rows: list[tuple[int, Decimal | None]],
    doelen: list[tuple[int, Decimal]],
    richting: str,
    jaar: int,
) -> None:
    """Whatever is measured or wanted, what is expected lies in its band and within what exists."""
    indicator = make(
        *rows,
        richting=richting,
        streefwaarden=[{"jaar": year, "waarde": value} for year, value in doelen],
        eenheid="%",
    )
    koers = derive(proefdorp, indicator, peildatum=date(jaar, 6, 1)).koers
    for item in koers.doorrekening:
        assert item.laag <= item.verwacht <= item.hoog
    for punt in koers.tekening:
        assert punt.laag <= punt.verwacht <= punt.hoog
    if koers.tempo_gerealiseerd is not None and koers.som.gerealiseerd == 0:
        assert koers.tempo_gerealiseerd == 0
    if koers.tempo_nodig and koers.tempo_gerealiseerd is not None and koers.som.verhouding:
        ratio = Fraction(koers.tempo_gerealiseerd) / Fraction(koers.tempo_nodig)
        assert abs(ratio - koers.som.verhouding) < Fraction(1, 10**9)
