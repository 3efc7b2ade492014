"""Gantt charts: actions as bars in time, their milestones as diamonds, and the day of the stand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Final, NamedTuple

from generator.model.basis import Klasse
from generator.model.datums import MAANDEN
from generator.present.charts.basis import DOEL, HOOFD, REFERENTIE, lay_out, type_figure
from generator.present.escape import escape_label

GROND: Final = "kleur-grond"
"""The colour of the page, for what must stand out on a bar."""
DAG: Final = 86_400_000
"""A day in milliseconds, in which Plotly measures the length of a bar on an axis of dates."""
ONDER: Final = 0.2
"""How far a bar lies below the middle of its lane; its title lies above it."""
DIKTE: Final = 0.4
KOP: Final = -1.25
"""Where the picture begins, in lanes: above the first one the stand is named."""
SMAL: Final = 38
"""How many characters of a title fit on a phone."""
HALFJAREN: Final = 48
KWARTALEN: Final = 18
"""Up to how many months an axis names every half year, and every quarter."""
MEESTE_JAREN: Final = 8
BEREIKT, OPEN = "Mijlpaal gehaald", "Mijlpaal nog niet gehaald"


class Ruit(NamedTuple):
    """A milestone: its day, whether it was reached, and the words about it."""

    op: date
    is_behaald: bool
    tekst: str


class Baan(NamedTuple):
    """A lane: an action with its first and last day, if both are known, and its milestones.

    Attributes:
        naam: what stands beside the lane.
        titel: what stands above the bar.
        tekst: the words about the bar.
    """

    naam: str
    titel: str
    tekst: str
    klasse: Klasse
    van: date | None
    tot: date | None
    ruiten: Sequence[Ruit]

    @property
    def dagen(self) -> list[date]:
        """Every day that the picture must reach."""
        return [*filter(None, (self.van, self.tot)), *(ruit.op for ruit in self.ruiten)]


STIJLEN: Final[dict[Klasse, type_figure]] = {
    Klasse.ACTIEF: {"color": HOOFD},
    Klasse.OPEN: {
        "color": GROND,
        "line": {"color": HOOFD, "width": 1.5},
        "pattern": {"shape": "/", "fgcolor": HOOFD, "bgcolor": GROND, "size": 7, "solidity": 0.25},
    },
    Klasse.KLAAR: {"color": REFERENTIE},
    Klasse.VERVALLEN: {
        "color": GROND,
        "line": {"color": REFERENTIE, "width": 1},
        "pattern": {"shape": ".", "fgcolor": REFERENTIE, "bgcolor": GROND, "size": 6},
    },
}
"""How bars look, by what their status means; the pattern tells them apart without colour."""


def chart_gantt(
    banen: Sequence[Baan],
    namen: dict[Klasse, str],
    bereik: tuple[date, date],
    nu: tuple[date, str],
) -> type_figure:
    """Actions in time, the first on top.

    Args:
        banen: the lanes.
        namen: the words of the legend for each kind of bar.
        bereik: the first and last day of the axis, so that pictures can be compared.
        nu: the day of the stand, and the words at its line.
    """
    begin, end = bereik
    return {
        "data": [
            *_draw_bars(banen, namen),
            *_draw_diamonds(banen),
            _write_titles(banen, begin),
        ],
        "layout": lay_out(
            showlegend=True,
            barmode="overlay",
            hovermode="closest",
            xaxis=_scale_time(begin, end),
            yaxis={
                "range": [len(banen) - 0.4, KOP],
                "tickvals": list(range(len(banen))),
                "ticktext": [escape_label(baan.naam) for baan in banen],
                "showgrid": False,
                "zeroline": False,
            },
            **_mark_now(*nu, begin, end),
        ),
    }


def _draw_bars(banen: Sequence[Baan], namen: dict[Klasse, str]) -> Iterator[type_figure]:
    """One trace for each kind of bar, so that the legend names it."""
    for klasse, stijl in STIJLEN.items():
        found = [
            (place, baan, baan.van, baan.tot)
            for place, baan in enumerate(banen)
            if baan.klasse is klasse and baan.van and baan.tot
        ]
        if found:
            yield {
                "type": "bar",
                "orientation": "h",
                "name": escape_label(namen[klasse]),
                "y": [place + ONDER for place, *_ in found],
                "base": [van.isoformat() for *_, van, _ in found],
                # A bar goes on until the end of its last day.
                "x": [((tot - van).days + 1) * DAG for *_, van, tot in found],
                "width": DIKTE,
                "customdata": [escape_label(baan.tekst) for _, baan, *_ in found],
                "hovertemplate": "%{customdata}<extra></extra>",
                "marker": stijl,
            }


def _draw_diamonds(banen: Sequence[Baan]) -> Iterator[type_figure]:
    """Reached ones are filled, the others open."""
    for naam, is_behaald in ((BEREIKT, True), (OPEN, False)):
        found = [
            (place, ruit)
            for place, baan in enumerate(banen)
            for ruit in baan.ruiten
            if ruit.is_behaald is is_behaald
        ]
        if found:
            yield {
                "type": "scatter",
                "mode": "markers",
                "name": naam,
                "x": [ruit.op.isoformat() for _, ruit in found],
                "y": [place + ONDER for place, _ in found],
                "customdata": [escape_label(ruit.tekst) for _, ruit in found],
                "hovertemplate": "%{customdata}<extra></extra>",
                "cliponaxis": False,
                "marker": {
                    "symbol": "diamond",
                    "size": 12,
                    "color": DOEL if is_behaald else GROND,
                    "line": {"color": GROND if is_behaald else DOEL, "width": 2},
                },
            }


def _write_titles(banen: Sequence[Baan], begin: date) -> type_figure:
    """The title above each bar; the chart script takes the short ones on a phone."""
    titels = [baan.titel for baan in banen]
    return {
        "type": "scatter",
        "mode": "text",
        "x": [begin.isoformat()] * len(banen),
        "y": [place - ONDER for place in range(len(banen))],
        "text": [escape_label(titel) for titel in titels],
        "meta": {"smal": [escape_label(_shorten(titel)) for titel in titels]},
        "textposition": "middle right",
        "textfont": {"size": 12},
        "hoverinfo": "skip",
        "showlegend": False,
    }


def _shorten(titel: str) -> str:
    return titel if len(titel) <= SMAL else f"{titel[: SMAL - 1].rstrip()}…"


def _scale_time(begin: date, end: date) -> type_figure:
    """An axis of dates with Dutch names, on top because that is where reading begins."""
    ticks = list_ticks(begin, end)
    return {
        "type": "date",
        "range": [begin.isoformat(), end.isoformat()],
        "side": "top",
        "showgrid": True,
        "tickvals": [day.isoformat() for day, _ in ticks],
        "ticktext": [text for _, text in ticks],
        "tickangle": 0,
    }


def list_ticks(begin: date, end: date) -> list[tuple[date, str]]:
    """The days that an axis names: years, and on a short one half years or quarters as well."""
    months = (end.year - begin.year) * 12 + end.month - begin.month
    step = 3 if months <= KWARTALEN else 6 if months <= HALFJAREN else 12
    every = -(-(end.year - begin.year + 1) // MEESTE_JAREN)
    days = [
        date(year, month, 1)
        for year in range(begin.year, end.year + 1, every)
        for month in range(1, 13, step)
    ]
    return [
        (day, str(day.year) if day.month == 1 else MAANDEN[day.month - 1][:3])
        for day in days
        if begin <= day <= end
    ]


def stretch(days: Sequence[date]) -> tuple[date, date]:
    """From the first of the month of the earliest day to a week after the latest."""
    return min(days).replace(day=1), max(days) + timedelta(days=7)


def _mark_now(day: date, tekst: str, begin: date, end: date) -> type_figure:
    """A line at the day of the stand, with its words on the side where there is room."""
    is_late = day - begin > (end - begin) / 2
    where = {"x": day.isoformat(), "y": KOP / 2}
    return {
        "shapes": [
            {"type": "line", "yref": "paper", "y0": 0, "y1": 1, "x0": day.isoformat(),
             "x1": day.isoformat(), "line": {"color": DOEL, "width": 2, "dash": "dash"},
             "layer": "below"}  # behind the titles
        ],
        "annotations": [
            {**where, "text": escape_label(tekst), "showarrow": False, "yanchor": "middle",
             "xanchor": "right" if is_late else "left", "xshift": -6 if is_late else 6}
        ],
    }  # fmt: skip
