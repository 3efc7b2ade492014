"""Every kind of chart, with a hostile text in every label."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal

from generator.model.basis import Klasse
from generator.present.charts.bars import (
    Laag,
    Staaf,
    chart_bars,
    chart_grouped,
    chart_pareto,
    chart_stacked,
)
from generator.present.charts.basis import type_figure
from generator.present.charts.bubbles import Bel, Bellengroep, chart_bubbles
from generator.present.charts.gantt import Baan, Ruit, chart_gantt
from generator.present.charts.likert import Balk, Vraag, chart_likert
from generator.present.charts.panels import Paneel, chart_panels
from generator.present.charts.sankey import Knoop, Stroom, chart_sankey
from tests.hostile.strings import HOSTILE

TEKSTEN = tuple(
    f"{' '.join(text.split())} \N{SECTION SIGN}{number}\N{SECTION SIGN}"
    for number, text in enumerate(HOSTILE)
)
"""Each text on one line with its number, as a label gets it."""
AANTAL = len(TEKSTEN)
STAVEN = [Staaf(text, number + 1, text) for number, text in enumerate(TEKSTEN)]
DAG = date(2026, 1, 1)


def _make_lagen() -> list[Laag]:
    return [Laag(text, [1, 2], [text, text], "kleur-1") for text in TEKSTEN]


def _make_banen() -> list[Baan]:
    ruit = Ruit(DAG, is_behaald=True, tekst="mijlpaal")
    return [
        Baan(text, text, text, Klasse.ACTIEF, DAG, date(2026, 12, 31), [ruit._replace(tekst=text)])
        for text in TEKSTEN
    ]


def _make_bellen() -> list[Bellengroep]:
    return [
        Bellengroep(text, "kleur-2", "circle", [Bel(text, at, at, 1, text)])
        for at, text in enumerate(TEKSTEN)
    ]


def _draw_sankey() -> type_figure:
    knopen = [Knoop("naam", "kleur-1", text, text) for text in TEKSTEN]
    stromen = [
        Stroom(at, at + 1, Decimal(1), "kleur-2", TEKSTEN[at]) for at in range(0, AANTAL - 1, 2)
    ]
    return chart_sankey(knopen, stromen)


CHARTS: dict[str, Callable[[], type_figure]] = {
    "staven": lambda: chart_bars(STAVEN),
    "gestapeld": lambda: chart_stacked(TEKSTEN[:2], _make_lagen()),
    "naast elkaar": lambda: chart_grouped(TEKSTEN[:2], _make_lagen()),
    "pareto": lambda: chart_pareto(STAVEN[:9], 3, " ".join(TEKSTEN)),
    "panelen": lambda: chart_panels([Paneel(text, STAVEN[:1]) for text in TEKSTEN[:40]]),
    "bellen": lambda: chart_bubbles(_make_bellen(), TEKSTEN[-1], TEKSTEN[0]),
    "planning": lambda: chart_gantt(
        _make_banen(), {Klasse.ACTIEF: TEKSTEN[0]}, (DAG, date(2026, 12, 31)), (DAG, TEKSTEN[1])
    ),
    "stellingen": lambda: chart_likert(
        [Vraag(text, [Balk(text, [Decimal(20)] * 5)]) for text in TEKSTEN]
    ),
    "stromen": _draw_sankey,
}
"""A chart by its kind."""
