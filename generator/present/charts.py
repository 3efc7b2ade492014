"""Charts as plain Plotly figures: colours by role, so that the page's palette fills them in."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise
from typing import Any

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
    regels = list(reversed(telling.regels))
    return {
        "data": [
            {
                "type": "bar",
                "orientation": "h",
                "x": [regel.aantal for regel in regels],
                "y": [escape_label(regel.naam) for regel in regels],
                "text": [str(regel.aantal) for regel in regels],
                "textposition": "outside",
                "cliponaxis": False,
                "hoverinfo": "skip",
                "marker": {
                    "color": [f"kleur-{regel.kleur}" if regel.kleur else HOOFD for regel in regels]
                },
            }
        ],
        "layout": {
            "separators": ",.",
            "showlegend": False,
            "xaxis": {"visible": False, "rangemode": "tozero"},
            "yaxis": {"automargin": True, "title": {"text": ""}, "showgrid": False},
            "bargap": 0.35,
        },
    }
