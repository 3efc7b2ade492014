"""Bubble charts: two measures as a place, a third as a size."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Final, NamedTuple

from generator.present.charts.basis import lay_out, type_figure
from generator.present.escape import escape_label


class Bel(NamedTuple):
    """A bubble: where it stands, how large it is, its short label and the words about it."""

    naam: str
    x: Decimal | int
    y: Decimal | int
    grootte: Decimal | int
    tekst: str


class Bellengroep(NamedTuple):
    """Bubbles of one kind: the name in the legend, a colour and a symbol of its own."""

    naam: str
    kleur: str
    symbool: str
    bellen: Sequence[Bel]


GROOTSTE_BEL: Final = 46
"""Diameter of the largest bubble in pixels; the area is in proportion to the size."""


def chart_bubbles(
    groepen: Sequence[Bellengroep],
    x_titel: str,
    y_titel: str,
    *,
    grootste: int = GROOTSTE_BEL,
    **layout: object,
) -> type_figure:
    """Bubbles whose area shows their size; `layout` adds quadrant lines, ranges or notes."""
    sizes = [float(bel.grootte) for groep in groepen for bel in groep.bellen]
    scale = 2 * (max(sizes, default=1) or 1) / grootste**2
    axes = {
        axis: {"title": {"text": escape_label(titel)}, "rangemode": "tozero"}
        for axis, titel in (("xaxis", x_titel), ("yaxis", y_titel))
    }
    return {
        "data": [_draw_groep(groep, scale) for groep in groepen],
        "layout": lay_out(**(axes | {"showlegend": len(groepen) > 1} | layout)),
    }


def _draw_groep(groep: Bellengroep, scale: float) -> type_figure:
    """The bubbles of one kind; `scale` is what Plotly divides their size by."""
    return {
        "type": "scatter",
        "mode": "markers+text",
        "name": escape_label(groep.naam),
        "x": [float(bel.x) for bel in groep.bellen],
        "y": [float(bel.y) for bel in groep.bellen],
        "text": [escape_label(bel.naam) for bel in groep.bellen],
        "textposition": "top center",
        "customdata": [escape_label(bel.tekst) for bel in groep.bellen],
        "hovertemplate": "%{customdata}<extra></extra>",
        "cliponaxis": False,
        "marker": {
            "color": groep.kleur,
            "symbol": groep.symbool,
            "opacity": 0.8,
            "sizemode": "area",
            "sizeref": scale,
            "sizemin": 5,
            "size": [float(bel.grootte) for bel in groep.bellen],
        },
    }
