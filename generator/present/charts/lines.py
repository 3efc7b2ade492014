"""Charts of series: lines over the years, the path to a target, and breaks in a definition."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise
from typing import Final

from generator.derive.feiten import Indicatorfeiten, Punt, Reeksfeiten
from generator.derive.feiten.koers import Lijnpunt
from generator.present.charts.basis import DOEL, HOOFD, REFERENTIE, VLAK, lay_out, type_figure
from generator.present.escape import escape_label
from generator.present.formats import format_waarde, round_half_up

TEMPO: Final = "Als het tempo zo blijft"
BAND: Final = "Bandbreedte"
STAPPEN: Final = (1, 2, 5, 10, 20)
"""Years between two ticks, so that they fall on round years."""
MEESTE_JAREN: Final = 8
"""Ticks that fit on the axis of a phone."""


def list_tekening(feiten: Indicatorfeiten) -> tuple[Lijnpunt, ...]:
    """The corners of the doorrekening as they are drawn, with one digit more than was measured."""
    digits = feiten.reeks.decimalen + 1
    return tuple(
        Lijnpunt(
            punt.jaar,
            round_half_up(punt.verwacht, digits),
            round_half_up(punt.laag, digits),
            round_half_up(punt.hoog, digits),
        )
        for punt in feiten.koers.tekening
    )


def chart_indicator(feiten: Indicatorfeiten) -> type_figure:
    """The measured line, the target path, the series to compare with, and the doorrekening."""
    data = _draw_doorrekening(feiten)
    for referentie in feiten.referenties:
        data += _draw_punten(referentie, REFERENTIE, dikte=2)
    if feiten.pad:
        data.append(_draw_pad(feiten))
    data += _draw_punten(feiten.reeks, HOOFD, dikte=3)
    for trace, later in pairwise(data):
        trace["showlegend"] = trace["name"] != later["name"]
    jaren = [jaar for trace in data for jaar in trace["x"]]
    return {"data": data, "layout": _lay_out(feiten.reeks, jaren, showlegend=len(data) > 1)}


def chart_reeks(feiten: Reeksfeiten) -> type_figure:
    """A foreign series: its line."""
    jaren = [punt.jaar for punt in feiten.punten]
    return {"data": _draw_punten(feiten, HOOFD, dikte=3), "layout": _lay_out(feiten, jaren)}


def _lay_out(reeks: Reeksfeiten, jaren: Sequence[int], **more: object) -> type_figure:
    return lay_out(
        xaxis=_scale_years(jaren),
        yaxis={"title": {"text": escape_label(reeks.eenheid)}, "rangemode": "tozero"},
        **_mark_breaks(reeks),
        **more,
    )


def _scale_years(jaren: Sequence[int]) -> type_figure:
    """A year axis with whole years only."""
    if not jaren:
        return {}
    span = max(jaren) - min(jaren)
    step = next((step for step in STAPPEN if span <= step * MEESTE_JAREN), STAPPEN[-1])
    edges = [min(jaren) - 0.6, max(jaren) + 0.6]
    return {"tick0": 2000, "dtick": step, "tickformat": "d", "range": edges}


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
                "y": [_read(punt.waarde) for punt in punten],
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


def _read(value: Decimal | None) -> float | None:
    return None if value is None else float(value)


def _hover(reeks: Reeksfeiten, punt: Punt) -> str:
    if punt.waarde is None:
        return ""
    waarde = format_waarde(punt.waarde, reeks.eenheid, reeks.decimalen)
    return escape_label(f"{waarde}{' (voorlopig)' if punt.voorlopig else ''}")


def _draw_doorrekening(feiten: Indicatorfeiten) -> list[type_figure]:
    """The line that the pace would give, dotted, over the area of its band."""
    drawn, reeks = list_tekening(feiten), feiten.reeks
    if not drawn:
        return []
    jaren = [punt.jaar for punt in drawn]
    line: type_figure = {
        "type": "scatter",
        "mode": "lines",
        "name": TEMPO,
        "x": jaren,
        "y": [_read(punt.verwacht) for punt in drawn],
        "text": [
            escape_label(format_waarde(punt.verwacht, reeks.eenheid, reeks.decimalen + 1))
            for punt in drawn
        ],
        "hovertemplate": "%{x}: als het tempo zo blijft %{text}<extra></extra>",
        "line": {"color": HOOFD, "width": 2, "dash": "dot"},
        "cliponaxis": False,
    }
    if all(punt.laag == punt.hoog for punt in drawn):
        return [line]
    band: type_figure = {
        "type": "scatter",
        "mode": "lines",
        "name": BAND,
        "x": [*jaren, *reversed(jaren)],
        "y": [_read(punt.hoog) for punt in drawn] + [_read(punt.laag) for punt in drawn[::-1]],
        "fill": "toself",
        "fillcolor": VLAK,
        "line": {"color": HOOFD, "width": 0.5},
        "hoverinfo": "skip",
    }
    return [band, line]


def _draw_pad(feiten: Indicatorfeiten) -> type_figure:
    """The path to the target."""
    reeks = feiten.reeks
    return {
        "type": "scatter",
        "mode": "lines+markers",
        "name": "Pad naar het doel",
        "x": [jaar for jaar, _ in feiten.pad],
        "y": [_read(waarde) for _, waarde in feiten.pad],
        "text": [
            escape_label(format_waarde(waarde, reeks.eenheid, reeks.decimalen))
            for _, waarde in feiten.pad
        ],
        "hovertemplate": "%{x}: doel %{text}<extra></extra>",
        "line": {"color": DOEL, "width": 2, "dash": "dash"},
        "marker": {"color": DOEL, "size": 9, "symbol": "diamond-open"},
        "cliponaxis": False,
    }


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
