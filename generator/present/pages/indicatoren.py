"""Indicators: the list with its filters, and the verdict and doorrekening on each page."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from generator.derive.feiten import Indicatorfeiten
from generator.derive.feiten.koers import Doorrekening
from generator.model.basis import Editie
from generator.model.regels.koers import Grond, read_grenzen
from generator.present.formats import format_getal, format_precies, format_teken
from generator.present.koers import (
    count_digits,
    tell_bereikt,
    tell_grond,
    tell_lijn,
    tell_vooruitzicht,
)
from generator.present.pages.koerssom import list_grenzen, list_som, list_tempo, name_maat
from generator.present.writer import Writer


class Vooruitblik(NamedTuple):
    """One year of a doorrekening, in words."""

    jaar: int
    doel: str
    verwacht: str
    band: str
    bereikt: str
    nodig: str


def gather_indicatoren(writer: Writer) -> dict[str, Any]:
    """The list of indicators: complete without script, filtered with it."""
    feiten = writer.feiten
    shown = feiten.indicatoren.values()
    used = {item.koers.status.value for item in shown if item.koers.status}
    themas = {thema for item in shown for thema in item.indicator.themas}
    filters = [
        ("oordeel", "Oordeel", _choose(writer, "indicatorstatus", used)),
        ("thema", "Thema", [(t.id, t.naam) for t in feiten.programma.themas if t.id in themas]),
        (
            "soort",
            "Soort",
            _choose(writer, "indicatorsoort", {item.indicator.indicatorsoort for item in shown}),
        ),
        ("schaal", "Schaal", _choose(writer, "schaal", {item.indicator.schaal for item in shown})),
    ]
    return {
        "met_oordeel": bool(used),
        "filters": [item for item in filters if len(item[2]) > 1],
    }


def _choose(writer: Writer, woordenlijst: str, used: set[str]) -> list[tuple[str, str]]:
    """The terms of a vocabulary that something on the page has, in reading order."""
    return [(item.id, item.naam) for item in writer.termen(woordenlijst) if item.id in used]


def gather_koers(writer: Writer, feit: Indicatorfeiten) -> dict[str, Any]:
    """What the page of an indicator shows of its verdict, its sum and its doorrekening.

    Without a verdict to show the numbers stand alone: no bounds, and no words about the future.
    Source: READERS 4, rules 1 and 9.
    """
    is_intern = writer.feiten.editie is Editie.INTERN
    koers = feit.koers
    grenzen = read_grenzen(writer.feiten.programma)
    has_verdict = koers.status is not None
    return {
        "grond": tell_grond(feit) if has_verdict else "",
        "is_tempo": koers.som.grond is Grond.TEMPO,
        "som": list(list_som(feit, grenzen)),
        "grenzen": list(list_grenzen(feit, grenzen)) if has_verdict else [],
        "tempo": list(list_tempo(feit)),
        "maat": name_maat(feit.indicator),
        "lijn": tell_lijn(feit) if is_intern else "",
        "vooruitblik": _look_ahead(feit) if is_intern else [],
        "vooruitzicht": tell_vooruitzicht(feit),
    }


def _look_ahead(feit: Indicatorfeiten) -> Sequence[Vooruitblik]:
    """The doorrekening by year, without the unit; numbers of a kind in equal digits."""
    indicator, regels = feit.indicator, feit.koers.doorrekening
    paces = [item.tempo_nodig for item in regels if item.tempo_nodig is not None]
    digits = count_digits(
        [value for item in regels for value in (item.verwacht, item.laag, item.hoog)], indicator
    )
    return [
        Vooruitblik(
            jaar=item.jaar,
            doel="" if item.doel is None else format_precies(item.doel, indicator.decimalen),
            verwacht=format_getal(item.verwacht, digits),
            band=f"{format_getal(item.laag, digits)} tot {format_getal(item.hoog, digits)}"
            if item.laag != item.hoog
            else "",
            bereikt=tell_bereikt(item, feit),
            nodig=_tell_nodig(item, feit, count_digits(paces, indicator)),
        )
        for item in regels
    ]


def _tell_nodig(regel: Doorrekening, feit: Indicatorfeiten, digits: int) -> str:
    """The change per year that a target asks from now on; empty where it is met already."""
    lijn, pace = feit.koers.lijn, regel.tempo_nodig
    is_met = lijn is not None and regel.bereikt_in == lijn.laatste[0]
    if pace is None or is_met or regel.wordt_gehaald is None:
        return ""
    return format_teken(pace, digits)
