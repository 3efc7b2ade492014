"""Figures of what is bought: the money, the impact, and what can be saved."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from generator.derive.feiten import Feiten
from generator.derive.feiten.inkoop import Inkoopfeiten, Postfeiten
from generator.present.charts.bars import Laag, chart_stacked
from generator.present.charts.basis import HOOFD, REFERENTIE, type_figure
from generator.present.charts.bubbles import Bel, Bellengroep, chart_bubbles
from generator.present.figures.basis import Figuur, make_figuur
from generator.present.figures.inkoop.basis import (
    DEEL_UITSTOOT,
    SEGMENT,
    TE_BESPAREN,
    UITGAVEN,
    UITSTOOT,
    take_inkoop,
)
from generator.present.figures.inkoop.zinnen import tell_impact, tell_segmenten
from generator.present.formats import (
    MILJOEN,
    format_aandeel,
    format_co2,
    format_getal,
    format_uitgaven,
)
from generator.present.tables import Kolom, round_cell

RUIMTE: Final = 1.18
"""How far an axis runs past the largest value."""
RAND: Final = Decimal("0.15")
"""What part of an axis counts as its edge."""
GENOEMD: Final = 10
"""From this percent of the money a bubble has its name beside it, as well as the heavy ones."""


def make_segmenten(feiten: Feiten) -> Figuur:
    """Spending against impact per euro; the size is the impact in all."""
    return make_figuur(
        take_inkoop(feiten),
        "inkoop-segmenten",
        titel="Uitgaven en uitstoot per segment",
        zin=tell_segmenten,
        grafiek=_chart_segmenten,
        kolommen=(
            SEGMENT,
            UITGAVEN,
            Kolom("Deel van de uitgaven (%)", is_getal=True, decimalen=1),
            Kolom("Uitstoot per euro (kg CO2)", is_getal=True),
            UITSTOOT,
            DEEL_UITSTOOT,
        ),
        rijen=lambda inkoop: [
            (
                feit.segment.naam,
                feit.post.uitgaven_eur,
                round_cell(feit.uitgaven_pct, 1),
                feit.post.co2_kg_per_eur,
                round_cell(feit.impact_ton, 0),
                round_cell(feit.impact_pct, 1),
            )
            for feit in inkoop.posten
        ],
        is_hoog=True,
    )


def _chart_segmenten(inkoop: Inkoopfeiten) -> type_figure:
    bellen = [
        Bel(
            naam=_name_bubble(feit),
            x=feit.post.uitgaven_eur / MILJOEN,
            y=feit.post.co2_kg_per_eur,
            grootte=feit.impact_ton,
            tekst=(
                f"{feit.segment.naam}: {format_uitgaven(feit.post.uitgaven_eur)}, "
                f"{format_getal(feit.post.co2_kg_per_eur)} kg CO2 per euro, "
                f"samen {format_co2(feit.impact_ton)}"
            ),
        )
        for feit in inkoop.posten
    ]
    groep = Bellengroep("Segment", HOOFD, "circle", bellen)
    x_titel, y_titel = "Uitgaven (miljoen euro)", "Uitstoot per euro (kg CO2)"
    chart = chart_bubbles(
        [groep],
        x_titel,
        y_titel,
        xaxis={"title": {"text": x_titel}, "range": _make_room([bel.x for bel in bellen])},
        yaxis={"title": {"text": y_titel}, "range": _make_room([bel.y for bel in bellen])},
    )
    chart["data"][0]["textposition"] = _place_names([bel.x for bel in bellen])
    return chart


def _place_names(values: Sequence[Decimal | int]) -> list[str]:
    """Near an edge a name turns inward, so that it covers no number of the axis."""
    longest = max(values)
    return [
        "top right" if value < RAND * longest
        else "top left" if value > (1 - RAND) * longest
        else "top center"
        for value in values
    ]  # fmt: skip


def _make_room(values: Sequence[Decimal | int]) -> list[float]:
    """An axis from zero with room beside the largest bubble for its name."""
    return [0, float(max(values)) * RUIMTE or 1]


def _name_bubble(feit: Postfeiten) -> str:
    """The name beside a bubble; small ones would cover each other, the table names them."""
    return feit.segment.naam if feit.is_kern or feit.uitgaven_pct >= GENOEMD else ""


def make_impact(feiten: Feiten) -> Figuur:
    """The impact per segment, the most first, with the part that can be saved."""
    return make_figuur(
        take_inkoop(feiten),
        "inkoop-impact",
        titel="Uitstoot en mogelijke besparing per segment",
        zin=tell_impact,
        grafiek=_chart_impact,
        kolommen=(
            SEGMENT,
            UITSTOOT,
            DEEL_UITSTOOT,
            Kolom("Opgeteld (%)", is_getal=True, decimalen=1),
            TE_BESPAREN,
        ),
        rijen=lambda inkoop: [
            (
                feit.segment.naam,
                round_cell(feit.impact_ton, 0),
                round_cell(feit.impact_pct, 1),
                round_cell(feit.samen_pct, 1),
                round_cell(feit.potentieel_ton, 0),
            )
            for feit in inkoop.posten
        ],
    )


def _chart_impact(inkoop: Inkoopfeiten) -> type_figure:
    te_besparen = [feit.potentieel_ton or Decimal(0) for feit in inkoop.posten]
    overig = [feit.impact_ton - part for feit, part in zip(inkoop.posten, te_besparen, strict=True)]
    return chart_stacked(
        [f"{feit.segment.naam} ({format_aandeel(feit.impact_pct)})" for feit in inkoop.posten],
        [
            Laag(
                "Naar schatting te besparen", te_besparen, list(map(format_co2, te_besparen)), HOOFD
            ),
            Laag("Overige uitstoot", overig, list(map(format_co2, overig)), REFERENTIE),
        ],
    )
