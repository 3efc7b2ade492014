"""Figures that put themes and materials in order of what they cost the environment."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from generator.derive.feiten import Feiten
from generator.derive.feiten.stromen import Stroombeeld, Stroomsom
from generator.present.charts.bars import Laag, Staaf, chart_grouped, chart_pareto
from generator.present.charts.basis import HOOFD, REFERENTIE, type_figure
from generator.present.figures.basis import Figuur, make_figuur
from generator.present.figures.stromen.basis import (
    BROEIKASGAS,
    DEEL_GEWICHT,
    DEEL_MILIEUKOSTEN,
    ERIN,
    MATERIAAL,
    MILIEUKOSTEN,
    THEMA,
    take_stromen,
)
from generator.present.figures.stromen.zinnen import tell_materialen, tell_themas
from generator.present.formats import format_aandeel
from generator.present.tables import Kolom, round_cell, tidy_cell, type_cell


def _by_cost(sums: Sequence[Stroomsom]) -> list[Stroomsom]:
    """The highest environmental cost first; where it is unknown by weight, at the end."""
    return sorted(
        sums, key=lambda som: (som.mki is not None, som.mki or 0, som.balans.erin), reverse=True
    )


def make_themas(feiten: Feiten) -> Figuur:
    """The themes by environmental cost, beside their weight."""
    return make_figuur(
        take_stromen(feiten),
        "stromen-themas",
        titel="Gewicht en milieukosten per thema",
        zin=tell_themas,
        grafiek=_chart_themas,
        kolommen=(
            THEMA,
            ERIN,
            DEEL_GEWICHT,
            MILIEUKOSTEN,
            DEEL_MILIEUKOSTEN,
            BROEIKASGAS,
        ),
        rijen=lambda beeld: [_tell_som(som) for som in _by_cost(beeld.themas)],
    )


def _chart_themas(beeld: Stroombeeld) -> type_figure:
    ordered = _by_cost(beeld.themas)
    massa = [som.massa_pct for som in ordered]
    mki = [som.mki_pct or Decimal(0) for som in ordered]
    return chart_grouped(
        [som.wat.naam for som in ordered],
        [
            Laag("Deel van de milieukosten", mki, [format_aandeel(item) for item in mki], HOOFD),
            Laag(
                "Deel van het gewicht", massa, [format_aandeel(item) for item in massa], REFERENTIE
            ),
        ],
    )


def _tell_som(som: Stroomsom) -> tuple[type_cell, ...]:
    return (
        som.wat.naam,
        tidy_cell(som.balans.erin),
        round_cell(som.massa_pct, 1),
        round_cell(som.mki, 0),
        round_cell(som.mki_pct, 1),
        round_cell(som.co2_ton, 0),
    )


def make_materialen(feiten: Feiten) -> Figuur:
    """The materials by environmental cost, with a line under the first 80 percent."""
    return make_figuur(
        take_stromen(feiten),
        "stromen-materialen",
        titel="Materialen naar milieukosten",
        zin=tell_materialen,
        grafiek=_chart_materialen,
        kolommen=(
            MATERIAAL,
            ERIN,
            DEEL_GEWICHT,
            MILIEUKOSTEN,
            DEEL_MILIEUKOSTEN,
            Kolom("Samen met wat erboven staat (%)", is_getal=True, decimalen=1),
            BROEIKASGAS,
        ),
        rijen=_list_materialen,
    )


def _chart_materialen(beeld: Stroombeeld) -> type_figure:
    staven = [
        Staaf(
            regel.som.wat.naam,
            regel.som.mki_pct or Decimal(0),
            format_aandeel(regel.som.mki_pct or Decimal(0)),
        )
        for regel in beeld.pareto
    ]
    kern = [regel for regel in beeld.pareto if regel.is_kern]
    together = format_aandeel(kern[-1].samen_pct) if kern else ""
    return chart_pareto(staven, len(kern), f"↑ samen {together}")


def _list_materialen(beeld: Stroombeeld) -> list[tuple[type_cell, ...]]:
    samen = {regel.som.wat: round_cell(regel.samen_pct, 1) for regel in beeld.pareto}
    rows = [(_tell_som(som), samen.get(som.wat)) for som in _by_cost(beeld.materialen)]
    return [(*cells[:-1], together, cells[-1]) for cells, together in rows]
