"""How high a picture is: room for every bar, lane, name and line of its legend.

The widths and letters are those of `assets/grafiek.js`, which draws the pictures.
"""

from __future__ import annotations

import html
import textwrap
from math import ceil
from typing import Any, Final, NamedTuple

from generator.present.charts.basis import type_figure


class Vorm(NamedTuple):
    """A layout of a picture, in pixels and in characters of a line.

    Attributes:
        namen: characters on one line of the name of a bar.
        legenda: characters on one line of the legend.
        rij: a bar with room around it; on a phone its name stands above it and counts apart.
        baan: a lane of a planning.
        vlak: the surface of a picture with two axes.
    """

    breedte: int
    letter: int
    namen: int
    legenda: int
    rij: int
    baan: int
    vlak: int
    hoog: int


BREED: Final = Vorm(760, 15, 36, 84, 34, 40, 340, 480)
SMAL: Final = Vorm(360, 14, 46, 40, 27, 42, 280, 400)
REGEL: Final = 18
"""A line of text."""
STAAF: Final = 18
"""A bar among others of the same name."""
RAND: Final = 22
"""Above and below the bars."""
AS: Final = 60
"""The words at the axes."""
TITEL: Final = 26
"""The title below an axis."""
KOP: Final = 46
"""Room for the heading of a panel."""
SYMBOOL: Final = 45
"""What stands before a name in the legend."""


class Maten(NamedTuple):
    """The height of a picture, and of the legend in it, wide and narrow."""

    hoogten: tuple[int, int]
    legenda: tuple[int, int]


def measure(grafiek: type_figure, *, is_hoog: bool = False) -> Maten:
    """The height that a picture needs in both layouts."""
    data, layout = grafiek["data"], grafiek["layout"]
    legenda = tuple(_measure_legend(data, layout, vorm) for vorm in (BREED, SMAL))
    hoogten = tuple(
        round(_measure_drawing(data, layout, vorm, is_hoog=is_hoog)) + extra
        for vorm, extra in zip((BREED, SMAL), legenda, strict=True)
    )
    return Maten((hoogten[0], hoogten[1]), (legenda[0], legenda[1]))


def _measure_drawing(
    data: list[type_figure], layout: type_figure, vorm: Vorm, *, is_hoog: bool
) -> float:
    first: dict[str, Any] = data[0] if data else {}
    y = layout.get("yaxis", {})
    if first.get("type") == "sankey":
        return max(vorm.hoog, len(first["node"]["label"]) * vorm.baan + RAND)
    if layout.get("barmode") == "overlay":
        return _span(y) * vorm.baan + AS
    if first.get("orientation") != "h":
        below = TITEL if layout.get("xaxis", {}).get("title") else 0
        return (vorm.hoog if is_hoog else vorm.vlak) + AS + below
    if "range" in y:
        return _span(y) * (REGEL + 4) + RAND
    return _measure_bars(data, layout, vorm)


def _measure_bars(data: list[type_figure], layout: type_figure, vorm: Vorm) -> float:
    """Names beside bars, and on a phone above them; every bar of a picture is equally thick."""
    layers = len(data) if layout.get("barmode") == "group" else 1
    rij = vorm.rij + (layers - 1) * STAAF
    has_panels = "domain" in layout["yaxis"]
    panels = data if has_panels else data[:1]
    namen = [naam for trace in panels for naam in dict.fromkeys(trace["y"])]
    lines = [_count_lines(naam, vorm.namen) for naam in namen]
    if vorm is SMAL:
        bars = sum(rij + count * REGEL for count in lines)
    else:
        bars = len(lines) * max(rij, max(lines) * (REGEL + 1) + 4)
    return bars + (len(panels) * KOP if has_panels else 0) + RAND


def _span(axis: type_figure) -> float:
    first, last = axis["range"]
    return abs(float(last) - float(first))


def _measure_legend(data: list[type_figure], layout: type_figure, vorm: Vorm) -> int:
    """The legend below a picture: one line, or columns of equal width, as many as fit."""
    if not layout.get("showlegend"):
        return 0
    names = {trace["name"] for trace in data if trace.get("showlegend", True)}
    widths = [
        SYMBOOL + max(map(len, _wrap(name, vorm.legenda))) * vorm.letter / 2 for name in names
    ]
    columns = max(1, int(vorm.breedte / max(widths)))
    rows = 1 if sum(widths) <= vorm.breedte else ceil(len(names) / columns)
    lines = max(_count_lines(name, vorm.legenda) for name in names)
    return rows * (lines * REGEL + 4) + 14


def _count_lines(naam: object, breedte: int) -> int:
    return len(_wrap(naam, breedte))


def _wrap(naam: object, breedte: int) -> list[str]:
    return textwrap.wrap(html.unescape(str(naam).replace("<br>", " ")), breedte) or [""]
