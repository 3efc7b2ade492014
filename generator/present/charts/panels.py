"""Charts of bars in panels under each other, each with a measure and a scale of its own."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from typing import NamedTuple

from generator.present.charts.bars import TEKST_ACHTER, Staaf, draw_bars
from generator.present.charts.basis import HOOFD, lay_out, name_kleur, type_figure
from generator.present.escape import escape_label

BREEDTE = 38
"""Characters on a line of a label; longer names go on, so that bars keep room on a phone."""
LETTER = 12
"""Size of the labels, so that two lines fit beside a bar."""
RUIMTE = 1.7
"""How much longer the scale is than the longest bar."""
TUSSEN = 1.6
"""Room between two panels, in bars."""


class Paneel(NamedTuple):
    """A measure: its heading and its bars, the first on top."""

    titel: str
    staven: Sequence[Staaf]


def chart_panels(panelen: Sequence[Paneel]) -> type_figure:
    """Horizontal bars in panels under each other; a bar is equally thick in each."""
    data: list[type_figure] = []
    layout = lay_out(bargap=0.3, annotations=[])
    whole = sum(len(paneel.staven) + TUSSEN for paneel in panelen)
    top = 1.0
    for number, paneel in enumerate(panelen, start=1):
        axis = "" if number == 1 else str(number)
        start = top - TUSSEN / whole
        bottom = max(start - len(paneel.staven) / whole, 0)
        data.append(_draw_panel(paneel, axis))
        layout |= _scale_axes(paneel, axis, bottom, start)
        layout["annotations"].append(_write_heading(paneel.titel, start))
        top = bottom
    return {"data": data, "layout": layout}


def _draw_panel(paneel: Paneel, axis: str) -> type_figure:
    return {
        **draw_bars(paneel.staven),
        **TEKST_ACHTER,
        "xaxis": f"x{axis}",
        "yaxis": f"y{axis}",
        "y": [_wrap(staaf.naam) for staaf in reversed(paneel.staven)],
        "marker": {"color": name_kleur(int(axis)) if axis else HOOFD},
    }


def _scale_axes(paneel: Paneel, axis: str, bottom: float, top: float) -> type_figure:
    """The two axes of a panel between two heights, as parts of the whole picture."""
    return {
        f"xaxis{axis}": {
            "visible": False,
            "rangemode": "tozero",
            "anchor": f"y{axis}",
            "fixedrange": True,
            "range": [0, _find_end(paneel)],
        },
        f"yaxis{axis}": {
            "domain": [round(bottom, 4), round(top, 4)],
            "anchor": f"x{axis}",
            "automargin": True,
            "fixedrange": True,
            "showgrid": False,
            "ticklabelstandoff": 6,
            "tickfont": {"size": LETTER},
            "title": {"text": ""},
        },
    }


def _write_heading(titel: str, y: float) -> type_figure:
    return {
        "text": escape_label(titel),
        "font": {"weight": 700},  # not <b>: Plotly gives that a style attribute, which is refused
        "xref": "paper",
        "yref": "paper",
        "x": 0,
        "y": round(y, 4),
        "xanchor": "right",
        "xshift": -6,
        "yanchor": "bottom",
        "yshift": 2,
        "showarrow": False,
    }


def _find_end(paneel: Paneel) -> float:
    """Where the scale ends, so that the value behind the longest bar fits on a phone."""
    longest = max((float(staaf.waarde) for staaf in paneel.staven), default=0)
    return round((longest or 1) * RUIMTE, 4)


def _wrap(naam: str) -> str:
    return "<br>".join(escape_label(line) for line in textwrap.wrap(naam, BREEDTE)) or naam
