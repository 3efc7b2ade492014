"""Charts of bars in panels under each other, each with a measure and a scale of its own."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from typing import NamedTuple

from generator.present.charts import Staaf, type_figure
from generator.present.escape import escape_label

BREEDTE = 38
"""Characters on a line of a label; longer names go on, so that bars keep room on a phone."""
LETTER = 12
"""Size of the labels, so that two lines fit beside a bar."""
TUSSEN = 1.6
"""Room between two panels, in bars."""


class Paneel(NamedTuple):
    """A measure: its heading and its bars, the first on top."""

    titel: str
    staven: Sequence[Staaf]


def chart_panels(panelen: Sequence[Paneel]) -> type_figure:
    """Horizontal bars in panels under each other; a bar is equally thick in each."""
    data: list[type_figure] = []
    layout: type_figure = {
        "separators": ",.", "showlegend": False, "bargap": 0.3, "annotations": [],
    }  # fmt: skip
    whole = sum(len(paneel.staven) + TUSSEN for paneel in panelen)
    top = 1.0
    for number, paneel in enumerate(panelen, start=1):
        axis = "" if number == 1 else str(number)
        start = top - TUSSEN / whole
        bottom = max(start - len(paneel.staven) / whole, 0)
        data.append(_draw_bars(paneel, axis))
        layout[f"xaxis{axis}"] = {
            "visible": False, "rangemode": "tozero", "anchor": f"y{axis}", "fixedrange": True,
        }  # fmt: skip
        layout[f"yaxis{axis}"] = {
            "domain": [round(bottom, 4), round(start, 4)],
            "anchor": f"x{axis}",
            "automargin": True,
            "fixedrange": True,
            "showgrid": False,
            "ticklabelstandoff": 6,
            "tickfont": {"size": LETTER},
            "title": {"text": ""},
        }
        layout["annotations"].append(_write_heading(paneel.titel, start))
        top = bottom
    return {"data": data, "layout": layout}


def _draw_bars(paneel: Paneel, axis: str) -> type_figure:
    upward = list(reversed(paneel.staven))
    return {
        "type": "bar",
        "orientation": "h",
        "xaxis": f"x{axis}",
        "yaxis": f"y{axis}",
        "x": [float(staaf.waarde) for staaf in upward],
        "y": [_wrap(staaf.naam) for staaf in upward],
        "text": [escape_label(staaf.tekst) for staaf in upward],
        "textposition": "outside",
        "cliponaxis": False,
        "hoverinfo": "skip",
        "marker": {"color": "kleur-hoofd" if not axis else f"kleur-{axis}"},
    }


def _write_heading(titel: str, y: float) -> type_figure:
    return {
        "text": f"<b>{escape_label(titel)}</b>",
        "xref": "paper",
        "yref": "paper",
        "x": 0,
        "y": round(y, 4),
        "xanchor": "left",
        "yanchor": "bottom",
        "yshift": 2,
        "showarrow": False,
    }


def _wrap(naam: str) -> str:
    return "<br>".join(escape_label(line) for line in textwrap.wrap(naam, BREEDTE)) or naam
