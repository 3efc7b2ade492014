"""Charts of surveys: diverging bars under the question that they answer."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from decimal import Decimal
from typing import Final, NamedTuple

from generator.present.charts.basis import lay_out, type_figure
from generator.present.escape import escape_label
from generator.present.formats import format_pct

BREEDTE, NAAMBREEDTE = 44, 16
"""Letters on one line of a question and of a name, so that both fit on a telephone."""
LINKS: Final = -175
"""Where the picture begins, in percent; the names stand between here and -100."""
VRAAG, STAAF = 0.95, 1.0
"""Room for a line of a question and for a bar, in bars."""
SCHAAL: Final = (
    ("Helemaal oneens", "kleur-4", 1.0),
    ("Oneens", "kleur-4", 0.55),
    ("Neutraal", "kleur-referentie", 0.45),
    ("Eens", "kleur-1", 0.55),
    ("Helemaal eens", "kleur-1", 1.0),
)
"""The five answers: their name, colour and strength."""
VAN_MIDDEN = ((2, -0.5), (1, -1.0), (0, -1.0), (2, 0.5), (3, 1.0), (4, 1.0))
"""Layers from the middle outward: which answer, and how much of it goes to which side."""

HERHAALD: Final = 3
"""The layer that the legend already has: the other half of neutral."""


class Balk(NamedTuple):
    """A bar: who answered, and the five answers in percent."""

    naam: str
    procenten: Sequence[Decimal]


class Vraag(NamedTuple):
    """A question with a bar for each group."""

    tekst: str
    balken: Sequence[Balk]


def chart_likert(vragen: Sequence[Vraag]) -> type_figure:
    """Bars around the middle of neutral: who disagree to the left, who agree to the right."""
    hoogten: list[float] = []
    notes: list[type_figure] = []
    room = 0.0
    for vraag in vragen:
        lines = textwrap.wrap(vraag.tekst, BREEDTE)
        notes.append(_write(lines, -room, "top") | {"font": {"weight": 600}})
        room += VRAAG * len(lines)
        for balk in vraag.balken:
            hoogten.append(-room - STAAF / 2)
            notes.append(_write(textwrap.wrap(balk.naam, NAAMBREEDTE), hoogten[-1], "middle"))
            room += STAAF
        room += STAAF / 2
    balken = [balk for vraag in vragen for balk in vraag.balken]
    data = [
        _draw_layer(answer, sign, balken, hoogten, is_first=place != HERHAALD)
        for place, (answer, sign) in enumerate(VAN_MIDDEN)
    ]
    layout = lay_out(
        barmode="relative",
        bargap=0.2,
        showlegend=True,
        legend={"traceorder": "normal"},
        annotations=notes,
        xaxis={"visible": False, "range": [LINKS, 100]},
        yaxis={"visible": False, "range": [-room, STAAF / 5]},
    )
    return {"data": data, "layout": layout}


def _write(lines: Sequence[str], y: float, yanchor: str) -> type_figure:
    """Words at the left edge."""
    return {
        "x": 0,
        "xref": "paper",
        "xanchor": "left",
        "y": y,
        "yanchor": yanchor,
        "align": "left",
        "showarrow": False,
        "text": "<br>".join(map(escape_label, lines)),
    }


def _draw_layer(
    answer: int, sign: float, balken: Sequence[Balk], hoogten: Sequence[float], *, is_first: bool
) -> type_figure:
    naam, kleur, sterkte = SCHAAL[answer]
    return {
        "type": "bar",
        "orientation": "h",
        "name": escape_label(naam),
        "legendrank": answer + 1,
        "legendgroup": str(answer),
        "showlegend": is_first,
        "x": [float(balk.procenten[answer]) * sign for balk in balken],
        "y": list(hoogten),
        "width": [STAAF * 0.8] * len(balken),
        "text": [
            escape_label(f"{balk.naam}: {format_pct(balk.procenten[answer])}") for balk in balken
        ],
        "textposition": "none",
        "hovertemplate": "%{text}<extra>" + escape_label(naam) + "</extra>",
        # Of the whole layer: the legend does not look at the opacity of a marker.
        "opacity": sterkte,
        "marker": {"color": kleur},
    }
