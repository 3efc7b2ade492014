"""Charts as plain Plotly figures: colours by role, so that the page's palette fills them in."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise
from typing import Any, NamedTuple

from generator.derive.feiten import Indicatorfeiten, Punt, Reeksfeiten, Telling
from generator.present.escape import escape_label
from generator.present.formats import format_waarde

type_figure = dict[str, Any]

# The chart script replaces these names by the colours of the palette in use.
HOOFD, DOEL, REFERENTIE = "kleur-hoofd", "kleur-doel", "kleur-referentie"


def _number(value: Decimal | None) -> float | None:
    return None if value is None else float(value)


def _layout(eenheid: str, **more: object) -> type_figure:
    return {
        "separators": ",.",
        "showlegend": False,
        "yaxis": {"title": {"text": escape_label(eenheid)}, "rangemode": "tozero"},
        **more,
    }


def _hover(reeks: Reeksfeiten, punt: Punt) -> str:
    if punt.waarde is None:
        return ""
    waarde = format_waarde(punt.waarde, reeks.eenheid, reeks.decimalen)
    return escape_label(f"{waarde}{' (voorlopig)' if punt.voorlopig else ''}")


def _draw_punten(reeks: Reeksfeiten, kleur: str, *, dikte: int) -> list[type_figure]:
    """One trace per definition, so that a line never runs across a break."""
    traces = []
    for versie in reeks.definities:
        punten = [punt for punt in reeks.punten if punt.definitie_versie == versie]
        traces.append(
            {
                "type": "scatter",
                "mode": "lines+markers",
                "name": escape_label(reeks.naam),
                "x": [punt.jaar for punt in punten],
                "y": [_number(punt.waarde) for punt in punten],
                "text": [_hover(reeks, punt) for punt in punten],
                "hovertemplate": "%{x}: %{text}<extra></extra>",
                "line": {"color": kleur, "width": dikte},
                "marker": {
                    "color": kleur,
                    "size": 9,
                    "symbol": ["circle-open" if punt.voorlopig else "circle" for punt in punten],
                },
                "connectgaps": False,
                "cliponaxis": False,
            }
        )
    return traces


def _mark_breaks(reeks: Reeksfeiten) -> type_figure:
    """A vertical line just before the first year of each next definition."""
    first: dict[str | None, int] = {}
    for punt in reeks.punten:
        first.setdefault(punt.definitie_versie, punt.jaar)
    spots = [jaar - 0.5 for jaar in list(first.values())[1:]]
    line = {"color": REFERENTIE, "width": 1, "dash": "dot"}
    return {
        "shapes": [
            {"type": "line", "x0": x, "x1": x, "yref": "paper", "y0": 0, "y1": 1, "line": line}
            for x in spots
        ],
        "annotations": [
            {"x": x, "y": 1, "yref": "paper", "text": "nieuwe definitie", "showarrow": False,
             "xanchor": "left", "yanchor": "bottom"}
            for x in spots
        ],
    }  # fmt: skip


def _years(jaren: list[int]) -> type_figure:
    """A year axis with whole years only."""
    if not jaren:
        return {}
    step = max(1, round((max(jaren) - min(jaren)) / 8))
    return {"dtick": step, "tickformat": "d", "range": [min(jaren) - 0.6, max(jaren) + 0.6]}


def chart_indicator(feiten: Indicatorfeiten) -> type_figure:
    """The measured line, the target path, and the series to compare with."""
    reeks = feiten.reeks
    data: list[type_figure] = []
    for referentie in feiten.referenties:
        data += _draw_punten(referentie, REFERENTIE, dikte=2)
    if feiten.pad:
        data.append(
            {
                "type": "scatter",
                "mode": "lines+markers",
                "name": "Pad naar het doel",
                "x": [jaar for jaar, _ in feiten.pad],
                "y": [_number(waarde) for _, waarde in feiten.pad],
                "text": [
                    escape_label(format_waarde(waarde, reeks.eenheid, reeks.decimalen))
                    for _, waarde in feiten.pad
                ],
                "hovertemplate": "%{x}: doel %{text}<extra></extra>",
                "line": {"color": DOEL, "width": 2, "dash": "dash"},
                "marker": {"color": DOEL, "size": 9, "symbol": "diamond-open"},
                "cliponaxis": False,
            }
        )
    data += _draw_punten(reeks, HOOFD, dikte=3)
    jaren = [jaar for trace in data for jaar in trace["x"]]
    legend = {"showlegend": True}
    for trace, later in pairwise(data):
        trace["showlegend"] = trace["name"] != later["name"]
    layout = _layout(reeks.eenheid, xaxis=_years(jaren), **_mark_breaks(reeks))
    return {"data": data, "layout": layout | (legend if len(data) > 1 else {})}


def chart_reeks(feiten: Reeksfeiten) -> type_figure:
    """A foreign series: its line."""
    data = _draw_punten(feiten, HOOFD, dikte=3)
    jaren = [punt.jaar for punt in feiten.punten]
    return {
        "data": data,
        "layout": _layout(feiten.eenheid, xaxis=_years(jaren), **_mark_breaks(feiten)),
    }


def chart_telling(telling: Telling) -> type_figure:
    """Horizontal bars with the number behind each, first line on top."""
    return chart_bars(
        [
            Staaf(regel.naam, regel.aantal, str(regel.aantal), regel.kleur)
            for regel in telling.regels
        ]
    )


class Staaf(NamedTuple):
    """A bar: its name, its length, the words behind it, and the number of its colour if any."""

    naam: str
    waarde: Decimal | int
    tekst: str
    kleur: int | None = None


def chart_bars(staven: Sequence[Staaf]) -> type_figure:
    """Horizontal bars with the value in words behind each, the first on top."""
    upward = list(reversed(staven))
    return {
        "data": [
            {
                "type": "bar",
                "orientation": "h",
                "x": [float(staaf.waarde) for staaf in upward],
                "y": [escape_label(staaf.naam) for staaf in upward],
                "text": [escape_label(staaf.tekst) for staaf in upward],
                "textposition": "outside",
                "cliponaxis": False,
                "hoverinfo": "skip",
                "marker": {"color": [name_kleur(staaf.kleur) for staaf in upward]},
            }
        ],
        "layout": _layout_bars(showlegend=False),
    }


class Laag(NamedTuple):
    """A layer of stacked bars: its name, one value per bar, the words in each, and its colour."""

    naam: str
    waarden: Sequence[Decimal | int]
    teksten: Sequence[str]
    kleur: str


def chart_stacked(namen: Sequence[str], lagen: Sequence[Laag]) -> type_figure:
    """Horizontal stacked bars, the first name on top; negative values go to the left of zero."""
    return {
        "data": [
            {
                "type": "bar",
                "orientation": "h",
                "name": escape_label(laag.naam),
                "x": [float(waarde) for waarde in reversed(laag.waarden)],
                "y": [escape_label(naam) for naam in reversed(namen)],
                "text": [escape_label(tekst) for tekst in reversed(laag.teksten)],
                "hovertemplate": "%{y}: %{text}<extra>" + escape_label(laag.naam) + "</extra>",
                "textposition": "none",
                "marker": {"color": laag.kleur},
            }
            for laag in lagen
        ],
        "layout": _layout_bars(showlegend=True, barmode="relative"),
    }


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


GROOTSTE_BEL = 46
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
    largest = max((float(bel.grootte) for groep in groepen for bel in groep.bellen), default=1)
    return {
        "data": [
            {
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
                    "sizeref": 2 * (largest or 1) / grootste**2,
                    "sizemin": 5,
                    "size": [float(bel.grootte) for bel in groep.bellen],
                },
            }
            for groep in groepen
        ],
        "layout": {
            "separators": ",.",
            "showlegend": len(groepen) > 1,
            "xaxis": {"title": {"text": escape_label(x_titel)}, "rangemode": "tozero"},
            "yaxis": {"title": {"text": escape_label(y_titel)}, "rangemode": "tozero"},
            **layout,
        },
    }


def name_kleur(kleur: int | None) -> str:
    """The colour of a term by its number; without one the main colour."""
    return f"kleur-{kleur}" if kleur else HOOFD


def _layout_bars(**more: object) -> type_figure:
    return {
        "separators": ",.",
        "xaxis": {"visible": False, "rangemode": "tozero"},
        "yaxis": {"automargin": True, "title": {"text": ""}, "showgrid": False},
        "bargap": 0.35,
        **more,
    }
