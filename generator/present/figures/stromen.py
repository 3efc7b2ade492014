"""Figures of the material flows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Final

from generator.derive.feiten import Feiten
from generator.derive.feiten.stromen import Stroombeeld, Stroomsom
from generator.present.charts import HOOFD, REFERENTIE, Laag, Staaf, type_figure
from generator.present.figures import stroomdelen
from generator.present.figures.basis import Figuur, type_maker
from generator.present.figures.stroombanden import link_massa, link_milieukosten
from generator.present.figures.stroombasis import make_figuur, round_cell, tidy
from generator.present.figures.stroomzinnen import (
    show_pct,
    tell_massa,
    tell_materialen,
    tell_milieukosten,
    tell_themas,
)
from generator.present.stroomcharts import chart_grouped, chart_pareto, chart_sankey
from generator.present.tables import Kolom, type_cell

TON, EURO, PCT = (
    Kolom("Ton", is_getal=True),
    Kolom("Milieukosten (euro)", is_getal=True, decimalen=0),
    Kolom("Deel van de milieukosten (%)", is_getal=True, decimalen=1),
)


def _by_cost(sums: Sequence[Stroomsom]) -> list[Stroomsom]:
    """The highest environmental cost first; where it is unknown by weight, at the end."""
    return sorted(
        sums, key=lambda som: (som.mki is not None, som.mki or 0, som.balans.erin), reverse=True
    )


def make_themas(feiten: Feiten) -> Figuur:
    """The themes by environmental cost, beside their weight."""

    def chart(beeld: Stroombeeld) -> type_figure:
        ordered = _by_cost(beeld.themas)
        massa = [som.massa_pct for som in ordered]
        mki = [som.mki_pct or Decimal(0) for som in ordered]
        return chart_grouped(
            [som.wat.naam for som in ordered],
            [
                Laag("Deel van de milieukosten", mki, [show_pct(item) for item in mki], HOOFD),
                Laag("Deel van het gewicht", massa, [show_pct(item) for item in massa], REFERENTIE),
            ],
        )

    return make_figuur(
        feiten,
        "stromen-themas",
        titel="Gewicht en milieukosten per thema",
        zin=tell_themas,
        grafiek=chart,
        kolommen=(
            Kolom("Thema"),
            Kolom("Erin (ton)", is_getal=True),
            Kolom("Deel van het gewicht (%)", is_getal=True, decimalen=1),
            EURO,
            PCT,
            Kolom("Broeikasgas (ton CO2-equivalent)", is_getal=True, decimalen=0),
        ),
        rijen=lambda beeld: [_tell_som(som) for som in _by_cost(beeld.themas)],
    )


def _tell_som(som: Stroomsom) -> tuple[type_cell, ...]:
    return (
        som.wat.naam,
        tidy(som.balans.erin),
        round_cell(som.massa_pct),
        round_cell(som.mki, 0),
        round_cell(som.mki_pct),
        round_cell(som.co2_ton, 0),
    )


def make_massa(feiten: Feiten) -> Figuur:
    """From where to which theme, and from there to where, by weight."""
    return make_figuur(
        feiten,
        "stromen-massa",
        titel="Grondstofstromen naar gewicht",
        zin=tell_massa,
        grafiek=lambda beeld: chart_sankey(*link_massa(beeld)),
        kolommen=(Kolom("Van"), Kolom("Naar"), TON),
        rijen=_list_massa,
        is_hoog=True,
    )


def _list_massa(beeld: Stroombeeld) -> list[tuple[type_cell, ...]]:
    """Each band of the picture, with its exact weight."""
    knopen, stromen = link_massa(beeld)
    return [(knopen[item.van].naam, knopen[item.naar].naam, tidy(item.waarde)) for item in stromen]


def make_milieukosten(feiten: Feiten) -> Figuur:
    """Which theme costs the environment what, by material."""
    return make_figuur(
        feiten,
        "stromen-milieukosten",
        titel="Milieukosten per thema en materiaal",
        zin=tell_milieukosten,
        grafiek=lambda beeld: chart_sankey(*link_milieukosten(beeld)),
        kolommen=(Kolom("Thema"), Kolom("Materiaal"), EURO, Kolom("In het beeld")),
        rijen=lambda beeld: [
            (
                som.thema.naam if som.thema else None,
                som.wat.naam,
                round_cell(som.mki, 0),
                "ja" if som.mki and som.mki > 0 else "nee",
            )
            for som in beeld.rijen
        ],
        is_hoog=True,
    )


def make_materialen(feiten: Feiten) -> Figuur:
    """The materials by environmental cost, with a line under the first 80 percent."""

    def chart(beeld: Stroombeeld) -> type_figure:
        staven = [
            Staaf(
                regel.som.wat.naam,
                regel.som.mki_pct or Decimal(0),
                show_pct(regel.som.mki_pct or Decimal(0)),
            )
            for regel in beeld.pareto
        ]
        kern = [regel for regel in beeld.pareto if regel.is_kern]
        together = show_pct(kern[-1].samen_pct) if kern else ""
        return chart_pareto(staven, len(kern), f"hierboven: samen {together}")

    return make_figuur(
        feiten,
        "stromen-materialen",
        titel="Materialen naar milieukosten",
        zin=tell_materialen,
        grafiek=chart,
        kolommen=(
            Kolom("Materiaal"),
            Kolom("Erin (ton)", is_getal=True),
            Kolom("Deel van het gewicht (%)", is_getal=True, decimalen=1),
            EURO,
            PCT,
            Kolom("Samen met wat erboven staat (%)", is_getal=True, decimalen=1),
            Kolom("Broeikasgas (ton CO2-equivalent)", is_getal=True, decimalen=0),
        ),
        rijen=_list_materialen,
    )


def _list_materialen(beeld: Stroombeeld) -> list[tuple[type_cell, ...]]:
    samen = {regel.som.wat: round_cell(regel.samen_pct) for regel in beeld.pareto}
    rows = [(_tell_som(som), samen.get(som.wat)) for som in _by_cost(beeld.materialen)]
    return [(*cells[:-1], together, cells[-1]) for cells, together in rows]


MAKERS: Final[Mapping[str, type_maker]] = {
    "stromen-themas": make_themas,
    "stromen-massa": make_massa,
    "stromen-milieukosten": make_milieukosten,
    "stromen-materialen": make_materialen,
    "stromen-herkomst": stroomdelen.make_herkomst,
    "stromen-bestemming": stroomdelen.make_bestemming,
    "stromen-balans": stroomdelen.make_balans,
    "stromen-kwaliteit": stroomdelen.make_kwaliteit,
    "stromen-kengetallen": stroomdelen.make_kengetallen,
}
"""The figures of this subject, by name."""
