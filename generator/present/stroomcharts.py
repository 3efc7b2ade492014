"""Charts of material flows as plain Plotly figures: Sankey, Pareto, two shares side by side."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from generator.present.charts import HOOFD, REFERENTIE, Laag, Staaf, chart_bars, type_figure
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
                "node": {
                    "label": [escape_label(knoop.kort) for knoop in knopen],
                    "color": [knoop.kleur for knoop in knopen],
                    "customdata": [escape_label(knoop.tekst) for knoop in knopen],
                    "hovertemplate": "%{label}: %{customdata}<extra></extra>",
                    "thickness": 14,
                    "pad": 18,
                    "line": {"width": 0},
                },
                "link": {
                    "source": [stroom.van for stroom in stromen],
                    "target": [stroom.naar for stroom in stromen],
                    "value": [float(stroom.waarde) for stroom in stromen],
                    "color": [stroom.kleur for stroom in stromen],
                    "customdata": [escape_label(stroom.tekst) for stroom in stromen],
                    "hovertemplate": (
                        "%{source.label} → %{target.label}: %{customdata}<extra></extra>"
                    ),
                },
            }
        ],
        "layout": {"separators": ",.", "showlegend": False},
    }


def chart_pareto(staven: Sequence[Staaf], kern: int, tekst: str) -> type_figure:
    """Bars from high to low, with a line under the first `kern` of them and words beside it."""
    chart = chart_bars(staven)
    chart["data"][0]["marker"]["color"] = [
        *(REFERENTIE for _ in staven[kern:]),
        *(HOOFD for _ in staven[:kern]),
    ]
    height = len(staven) - kern - 0.5
    line = {"color": REFERENTIE, "width": 1.5, "dash": "dash"}
    # Behind the bars, where the highest one does not reach, there is room for the words.
    chart["layout"] |= {
        "shapes": [
            {"type": "line", "xref": "paper", "x0": 0, "x1": 1, "y0": height, "y1": height,
             "line": line}
        ],
        "annotations": [
            {"xref": "paper", "x": 1, "y": height, "text": escape_label(tekst),
             "showarrow": False, "xanchor": "right", "yanchor": "top"}
        ],
    }  # fmt: skip
    return chart


def chart_grouped(namen: Sequence[str], lagen: Sequence[Laag]) -> type_figure:
    """Bars side by side, the first name and the first layer on top, with words behind each."""
    return {
        "data": [
            {
                "type": "bar",
                "orientation": "h",
                "name": escape_label(laag.naam),
                "x": [float(waarde) for waarde in reversed(laag.waarden)],
                "y": [escape_label(naam) for naam in reversed(namen)],
                "text": [escape_label(tekst) for tekst in reversed(laag.teksten)],
                "textposition": "outside",
                "cliponaxis": False,
                "hoverinfo": "skip",
                "marker": {"color": laag.kleur},
            }
            for laag in reversed(lagen)
        ],
        "layout": {
            "separators": ",.",
            "showlegend": True,
            "barmode": "group",
            "bargap": 0.3,
            "legend": {"traceorder": "reversed"},
            "xaxis": {"visible": False, "rangemode": "tozero"},
            "yaxis": {"automargin": True, "title": {"text": ""}, "showgrid": False},
        },
    }
