"""Figures of contracts: which have a circular criterion, and when they end."""

from __future__ import annotations

from decimal import Decimal

from generator.derive.feiten import Feiten
from generator.derive.feiten.inkoop import Inkoopfeiten
from generator.present.charts.bars import Laag, chart_stacked
from generator.present.charts.basis import REFERENTIE, choose_kleur, type_figure
from generator.present.figures.basis import Figuur, make_figuur
from generator.present.figures.inkoop.basis import (
    DEEL_UITSTOOT,
    SEGMENT,
    TE_BESPAREN,
    UITGAVEN,
    UITSTOOT,
    take_inkoop,
)
from generator.present.figures.inkoop.zinnen import tell_criteria, tell_kalender
from generator.present.formats import format_aandeel, format_periode
from generator.present.tables import Kolom, round_cell, type_cell


def make_criteria(feiten: Feiten) -> Figuur:
    """The part of the contracts with a circular criterion, by level of ambition."""
    return make_figuur(
        take_inkoop(feiten),
        "inkoop-criteria",
        titel="Contracten met een circulaire eis of wens",
        zin=tell_criteria,
        grafiek=_chart_criteria,
        kolommen=(
            SEGMENT,
            Kolom("Contracten", is_getal=True),
            Kolom("Met eis of wens", is_getal=True),
            Kolom("Deel (%)", is_getal=True, decimalen=0),
            Kolom("Ambitieniveau"),
            Kolom("Uitgaven met eis of wens (euro)", is_getal=True, decimalen=0),
        ),
        rijen=_list_criteria,
    )


def _list_criteria(inkoop: Inkoopfeiten) -> list[tuple[type_cell, ...]]:
    names = {regel.wat.id: regel.wat.naam for regel in inkoop.ambities if regel.wat.id}
    rows: list[tuple[type_cell, ...]] = [
        (
            feit.segment.naam,
            feit.post.aantal_contracten,
            feit.post.contracten_met_criterium,
            round_cell(feit.contracten_pct, 0),
            names.get(feit.post.ambitieniveau or ""),
            feit.post.uitgaven_met_criterium_eur,
        )
        for feit in inkoop.posten
    ]
    money = inkoop.met_criterium_eur if inkoop.criterium_pct is not None else None
    pct = round_cell(inkoop.contracten_pct, 0)
    return [("Alles samen", inkoop.contracten, inkoop.contracten_met, pct, None, money), *rows]


def _chart_criteria(inkoop: Inkoopfeiten) -> type_figure:
    """Bars of percents: all contracts by level, and each segment in the colour of its level."""
    lagen = []
    for place, regel in enumerate(inkoop.ambities):
        shares = [
            feit.contracten_pct or Decimal(0)
            if (feit.post.ambitieniveau or "") == regel.wat.id
            else Decimal(0)
            for feit in inkoop.posten
        ]
        waarden = [regel.pct, *shares]
        kleur = choose_kleur(regel.wat.kleur, place) if regel.wat.id else REFERENTIE
        lagen.append(Laag(regel.wat.naam, waarden, list(map(format_aandeel, waarden)), kleur))
    names = [
        ("Alles samen", inkoop.contracten_pct),
        *((feit.segment.naam, feit.contracten_pct) for feit in inkoop.posten),
    ]
    told = [naam if pct is None else f"{naam} ({format_aandeel(pct)})" for naam, pct in names]
    return chart_stacked(told, lagen)


def make_kalender(feiten: Feiten) -> Figuur:
    """Contracts that end, by date: each is a moment to choose again."""
    return make_figuur(
        take_inkoop(feiten),
        "inkoop-kalender",
        titel="Keuzemomenten: contracten die aflopen",
        zin=tell_kalender,
        kolommen=(
            Kolom("Loopt tot en met"),
            SEGMENT,
            UITGAVEN,
            UITSTOOT,
            DEEL_UITSTOOT,
            TE_BESPAREN,
        ),
        rijen=lambda inkoop: [
            (
                format_periode(feit.post.contract_eind) if feit.post.contract_eind else None,
                feit.segment.naam,
                feit.post.uitgaven_eur,
                round_cell(feit.impact_ton, 0),
                round_cell(feit.impact_pct, 1),
                round_cell(feit.potentieel_ton, 0),
            )
            for feit in inkoop.kalender
        ],
    )
