"""Bar charts: single, stacked, side by side, and from high to low."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Final, NamedTuple

from generator.present.charts.basis import HOOFD, REFERENTIE, lay_out, name_kleur, type_figure
from generator.present.escape import escape_label

TEKST_ACHTER: Final = {"textposition": "outside", "cliponaxis": False, "hoverinfo": "skip"}
"""A bar with its words behind it, which needs no words of its own at the mouse."""


class Staaf(NamedTuple):
    """A bar: its name, its length, the words behind it, and the number of its colour if any."""

    naam: str
    waarde: Decimal | int
    tekst: str
    kleur: int | None = None


class Laag(NamedTuple):
    """A layer of bars: its name, one value per bar, the words in each, and its colour."""

    naam: str
    waarden: Sequence[Decimal | int]
    teksten: Sequence[str]
    kleur: str


def chart_bars(staven: Sequence[Staaf]) -> type_figure:
    """Horizontal bars with the value in words behind each, the first on top."""
    kleuren = [name_kleur(staaf.kleur) for staaf in reversed(staven)]
    return {
        "data": [draw_bars(staven) | TEKST_ACHTER | {"marker": {"color": kleuren}}],
        "layout": _lay_out_bars(),
    }


def draw_bars(staven: Sequence[Staaf]) -> type_figure:
    """Horizontal bars, the first on top: Plotly draws them upward."""
    upward = list(reversed(staven))
    return {
        "type": "bar",
        "orientation": "h",
        "x": [float(staaf.waarde) for staaf in upward],
        "y": [escape_label(staaf.naam) for staaf in upward],
        "text": [escape_label(staaf.tekst) for staaf in upward],
    }


def chart_stacked(namen: Sequence[str], lagen: Sequence[Laag]) -> type_figure:
    """Horizontal stacked bars, the first name on top; negative values go to the left of zero."""
    return {
        "data": [
            _draw_laag(namen, laag)
            | {
                "hovertemplate": "%{y}: %{text}<extra>" + escape_label(laag.naam) + "</extra>",
                "textposition": "none",
            }
            for laag in lagen
        ],
        "layout": _lay_out_bars(showlegend=True, barmode="relative"),
    }


def chart_grouped(namen: Sequence[str], lagen: Sequence[Laag]) -> type_figure:
    """Bars side by side, the first name and the first layer on top, with words behind each."""
    return {
        "data": [_draw_laag(namen, laag) | TEKST_ACHTER for laag in reversed(lagen)],
        "layout": _lay_out_bars(
            showlegend=True, barmode="group", bargap=0.3, legend={"traceorder": "reversed"}
        ),
    }


def _draw_laag(namen: Sequence[str], laag: Laag) -> type_figure:
    """One layer: a bar for each name."""
    staven = [
        Staaf(naam, waarde, tekst)
        for naam, waarde, tekst in zip(namen, laag.waarden, laag.teksten, strict=True)
    ]
    return draw_bars(staven) | {"name": escape_label(laag.naam), "marker": {"color": laag.kleur}}


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
             "showarrow": False, "xanchor": "right", "xshift": 26, "yanchor": "top"}
        ],
    }  # fmt: skip
    return chart


def _lay_out_bars(**more: object) -> type_figure:
    layout = {
        "xaxis": {"visible": False, "rangemode": "tozero"},
        "yaxis": {"automargin": True, "title": {"text": ""}, "showgrid": False},
        "bargap": 0.35,
    }
    return lay_out(**(layout | more))
