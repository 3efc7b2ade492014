"""Sankey charts: bands between nodes."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from generator.present.charts.basis import lay_out, type_figure
from generator.present.escape import escape_label


class Knoop(NamedTuple):
    """A node of a Sankey: its name, its colour, the words about it, and what stands beside it."""

    naam: str
    kleur: str
    tekst: str
    kort: str


class Stroom(NamedTuple):
    """A band of a Sankey: the positions of its two nodes, its width, its colour and its words."""

    van: int
    naar: int
    waarde: Decimal
    kleur: str
    tekst: str


def chart_sankey(knopen: Sequence[Knoop], stromen: Sequence[Stroom]) -> type_figure:
    """Bands between nodes, as wide as their value; every value is above zero."""
    return {
        "data": [
            {
                "type": "sankey",
                "orientation": "h",
                "arrangement": "fixed",
                "valueformat": ",.0f",
                "node": _draw_knopen(knopen),
                "link": _draw_stromen(stromen),
            }
        ],
        "layout": lay_out(),
    }


def _draw_knopen(knopen: Sequence[Knoop]) -> type_figure:
    return {
        "label": [escape_label(knoop.kort) for knoop in knopen],
        "color": [knoop.kleur for knoop in knopen],
        "customdata": [escape_label(knoop.tekst) for knoop in knopen],
        "hovertemplate": "%{label}: %{customdata}<extra></extra>",
        "thickness": 14,
        "pad": 18,
        "line": {"width": 0},
    }


def _draw_stromen(stromen: Sequence[Stroom]) -> type_figure:
    return {
        "source": [stroom.van for stroom in stromen],
        "target": [stroom.naar for stroom in stromen],
        "value": [float(stroom.waarde) for stroom in stromen],
        "color": [stroom.kleur for stroom in stromen],
        "customdata": [escape_label(stroom.tekst) for stroom in stromen],
        "hovertemplate": "%{source.label} → %{target.label}: %{customdata}<extra></extra>",
    }
