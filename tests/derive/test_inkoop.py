"""Procurement: what follows from a few rows, computed by hand."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from generator.derive.feiten.inkoop import Inkoopfeiten
from generator.derive.inkoop import derive_inkoop
from generator.model.nulmeting import Inkoopanalyse
from generator.model.programma import Programma

PEILDATUM = date(2026, 10, 1)
POST: dict[str, Any] = {
    "jaar": 2025,
    "segment": "wegen",
    "uitgaven_eur": 1000,
    "co2_kg_per_eur": 1,
    "aantal_contracten": 2,
    "contracten_met_criterium": 1,
}


def derive(
    proefdorp: Programma, *posts: dict[str, Any], peildatum: date = PEILDATUM
) -> Inkoopfeiten | None:
    """The facts of these rows."""
    analyse = {"methode": "facturen", "posten": [POST | post for post in posts]}
    inkoop = Inkoopanalyse.model_validate(analyse)
    return derive_inkoop(proefdorp.model_copy(update={"inkoop": inkoop}), peildatum)


def test_impact_is_in_tonnes_and_the_most_comes_first(proefdorp: Programma) -> None:
    """A million euro at 0,8 kg is 800 tonnes."""
    found = derive(
        proefdorp,
        {"segment": "zorg", "uitgaven_eur": 2_000_000, "co2_kg_per_eur": "0,1"},
        {"segment": "wegen", "uitgaven_eur": 1_000_000, "co2_kg_per_eur": "0,8"},
    )
    assert found
    assert [(item.segment.naam, item.impact_ton) for item in found.posten] == [
        ("Wegen", Decimal(800)),
        ("Zorg", Decimal(200)),
    ]
    assert [item.samen_pct for item in found.posten] == [80, 100]
    assert [item.segment.naam for item in found.kern] == ["Wegen"]


def test_potential_takes_both_weights(proefdorp: Programma) -> None:
    """Half can be won and three tenths of that is in our hands; without a weight it is unknown."""
    found = derive(
        proefdorp,
        {"uitgaven_eur": 10_000, "circulair_potentieel": "hoog", "invloed": "beperkt"},
        {"segment": "zorg", "invloed": "hoog"},
    )
    assert found
    assert [item.potentieel_ton for item in found.posten] == [Decimal("1.5"), None]
    assert [item.segment.id for item in found.naar_potentieel] == ["wegen"]
    assert found.potentieel_ton == Decimal("1.5")


def test_only_the_newest_year_counts(proefdorp: Programma) -> None:
    """Spending of two years is not added; a year after the peildatum is not there yet."""
    rows = [{"jaar": 2024}, {"jaar": 2025, "uitgaven_eur": 7}, {"jaar": 2027}]
    found = derive(proefdorp, *rows)
    assert found
    assert (found.jaar, found.uitgaven_eur) == (2025, Decimal(7))
    assert derive(proefdorp, {"jaar": 2027}) is None
    assert derive(proefdorp) is None


def test_contracts_are_counted_by_level_and_without(proefdorp: Programma) -> None:
    """The levels stand in the order of their list; contracts without a level come last."""
    found = derive(
        proefdorp,
        {"ambitieniveau": "stevig", "contracten_met_criterium": 2},
        {"segment": "zorg", "ambitieniveau": "basis"},
        {"segment": "kantoor"},
    )
    assert found
    assert [(regel.wat.naam, regel.contracten) for regel in found.ambities] == [
        ("Basis", 1),
        ("Stevig", 2),
        ("Niveau niet bekend", 1),
    ]
    assert found.contracten_pct == Decimal(4) * 100 / 6


def test_share_of_money_counts_segments_where_it_is_known(proefdorp: Programma) -> None:
    """An empty cell is unknown, not nothing."""
    found = derive(
        proefdorp,
        {"uitgaven_eur": 400, "uitgaven_met_criterium_eur": 100},
        {"segment": "zorg", "uitgaven_eur": 9000},
    )
    assert found
    assert (found.bekend_eur, found.criterium_pct) == (Decimal(400), Decimal(25))
    nothing = derive(proefdorp, {})
    assert nothing
    assert nothing.criterium_pct is None


def test_calendar_holds_what_ends_after_the_peildatum(proefdorp: Programma) -> None:
    """By date; on the same date the segment with most impact first; the past is left out."""
    found = derive(
        proefdorp,
        {"segment": "zorg", "contract_eind": "2028", "uitgaven_eur": 1},
        {"segment": "wegen", "contract_eind": "2028-12-31"},
        {"segment": "kantoor", "contract_eind": "2026-10"},
        {"segment": "advies", "contract_eind": "2026-10-01"},
        {"segment": "energie"},
    )
    assert found
    assert [item.segment.id for item in found.kalender] == ["kantoor", "wegen", "zorg"]


def test_segment_without_spending_breaks_nothing(proefdorp: Programma) -> None:
    """A year of zeros has no shares, and no division by zero."""
    found = derive(proefdorp, {"uitgaven_eur": 0, "aantal_contracten": 0})
    assert found
    assert (found.impact_ton, found.kern, found.contracten_pct) == (Decimal(0), (), None)
