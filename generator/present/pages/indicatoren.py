"""Indicators: the list with its filters, and the sum behind each verdict."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise
from typing import Any, Final, NamedTuple

from generator.derive.feiten import Indicatorfeiten
from generator.derive.feiten.koers import Doorrekening
from generator.model.basis import Editie, Indicatorstatus
from generator.model.indicatoren import Indicator
from generator.model.koers import BEGRENSD, Grond, read_grenzen, type_grenzen
from generator.model.rekenregels import as_decimal
from generator.present.formats import format_getal, format_waarde, name_sign
from generator.present.koers import (
    show_verhouding,
    show_verschil,
    show_waarde,
    tell_bereikt,
    tell_grond,
    tell_lijn,
    tell_vooruitzicht,
)
from generator.present.writer import Writer

VOORLOPIG: Final = " (voorlopig cijfer)"
MARGES: Final = (Grond.BINNEN_MARGE, Grond.BUITEN_MARGE)
"""Verdicts on a value that must stay equal: about a difference, not about pace."""


class Regel(NamedTuple):
    """One line of a sum: what it is, its value, and how to redo it (empty where it was read)."""

    kop: str
    waarde: str
    uitleg: str = ""


class Grens(NamedTuple):
    """From which part of the required pace a verdict holds."""

    status: Indicatorstatus
    tekst: str
    geldt: bool


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
        "som": list(_list_som(feit, grenzen)),
        "grenzen": list(_list_grenzen(feit, grenzen)) if has_verdict else [],
        "tempo": list(_list_tempo(feit)),
        "lijn": tell_lijn(feit) if is_intern else "",
        "vooruitblik": _look_ahead(feit) if is_intern else [],
        "vooruitzicht": tell_vooruitzicht(feit),
    }


def _list_som(feit: Indicatorfeiten, grenzen: type_grenzen) -> Iterator[Regel]:
    """The sum in the order in which somebody would redo it; empty without two moments."""
    som, indicator = feit.koers.som, feit.indicator
    if not som.nulmeting or not som.laatste or som.gerealiseerd is None:
        return
    (first, begin), (last, newest) = som.nulmeting, som.laatste
    known = show_waarde(begin, indicator), show_waarde(newest, indicator)
    is_provisional = any(item.jaar == last and item.voorlopig for item in feit.reeks.punten)
    gemeten = Regel(f"Gemeten in {last}", f"{known[1]}{VOORLOPIG if is_provisional else ''}")
    yield Regel(f"Nulmeting in {first}", known[0])
    if som.doel:
        yield Regel(f"Doel in {som.doel[0]}", show_waarde(som.doel[1], indicator))
    if som.doel and som.grond in MARGES:
        yield Regel("Marge die is afgesproken", show_verschil(indicator.tolerantie, indicator))
        yield gemeten
        verschil = _show_change(newest - som.doel[1], indicator)
        asked = show_waarde(som.doel[1], indicator)
        yield Regel("Verschil met het doel", verschil, f"{known[1]} min {asked}")
        return
    nodig = ""
    if som.op_pad is not None and som.nodig is not None:
        asked, nodig = show_waarde(som.op_pad, indicator), _show_change(som.nodig, indicator)
        yield Regel(f"Op het pad naar het doel in {last}", asked, _tell_pad(feit, last))
        yield gemeten
        yield Regel("Verandering die nodig was", nodig, f"{asked} min {known[0]}")
    else:
        yield gemeten
    gedaan = _show_change(som.gerealiseerd, indicator)
    yield Regel("Verandering die er kwam", gedaan, f"{known[1]} min {known[0]}")
    if som.verhouding is not None:
        deel = show_verhouding(som.verhouding, grenzen)
        yield Regel("Deel van het nodige tempo", deel, f"{gedaan} gedeeld door {nodig}")


def _show_change(change: Fraction | Decimal, indicator: Indicator) -> str:
    """A change with its sign and unit."""
    exact = as_decimal(change) if isinstance(change, Fraction) else change
    return f"{name_sign(exact)}{show_verschil(exact, indicator)}"


def _tell_pad(feit: Indicatorfeiten, jaar: int) -> str:
    """How far along a straight part of the path a year is; empty at a corner of it."""
    for (early, start), (late, end) in pairwise(feit.pad):
        if early < jaar < late:
            here, there = (show_waarde(value, feit.indicator) for value in (start, end))
            return (
                f"{jaar - early} van de {late - early} jaar op weg van {here} ({early}) naar "
                f"{there} ({late})"
            )
    return ""


def _list_grenzen(feit: Indicatorfeiten, grenzen: type_grenzen) -> Iterator[Grens]:
    """The bounds of the vocabulary, the best verdict first; empty where it is not about pace."""
    som = feit.koers.som
    if som.grond is not Grond.TEMPO:
        return
    shown = [format_waarde(as_decimal(grenzen[status] * 100), "%") for status in BEGRENSD]
    words = [
        f"{shown[0]} of meer",
        *(f"{low} tot {high}" for high, low in pairwise(shown)),
        f"minder dan {shown[-1]}",
    ]
    verdicts = (*BEGRENSD, Indicatorstatus.ACHTERUITGANG)
    for status, tekst in zip(verdicts, words, strict=True):
        yield Grens(status, tekst, som.status is status)


def _list_tempo(feit: Indicatorfeiten) -> Iterator[Regel]:
    """The paces, per year."""
    koers, indicator = feit.koers, feit.indicator
    som = koers.som
    if som.nulmeting is None or som.laatste is None or som.laatste[0] <= som.nulmeting[0]:
        return
    years = f"van {som.nulmeting[0]} tot {som.laatste[0]}"
    is_steady = som.grond in MARGES
    paces = [
        (f"Nodig {years}", None if is_steady else koers.tempo_nodig),
        (f"Gehaald {years}", koers.tempo_gerealiseerd),
        *(
            (f"Nodig vanaf {som.laatste[0]}, voor het doel in {item.jaar}", item.per_jaar)
            for item in koers.tempo_vanaf_nu
        ),
    ]
    for kop, pace in paces:
        if pace is not None:
            yield Regel(kop, f"{_show_change(pace, indicator)} per jaar")


def _look_ahead(feit: Indicatorfeiten) -> Sequence[Vooruitblik]:
    """The doorrekening by year, with one digit more than was measured."""
    indicator = feit.indicator
    eenheid, digits = indicator.eenheid, indicator.decimalen + 1
    return [
        Vooruitblik(
            jaar=item.jaar,
            doel="" if item.doel is None else show_waarde(item.doel, indicator),
            verwacht=format_waarde(item.verwacht, eenheid, digits),
            band=f"{format_getal(item.laag, digits)} tot "
            f"{format_waarde(item.hoog, eenheid, digits)}"
            if item.laag != item.hoog
            else "",
            bereikt=tell_bereikt(item, feit),
            nodig=_tell_nodig(item, feit),
        )
        for item in feit.koers.doorrekening
    ]


def _tell_nodig(regel: Doorrekening, feit: Indicatorfeiten) -> str:
    """The change per year that a target asks from now on; empty where it is met already."""
    lijn, pace = feit.koers.lijn, regel.tempo_nodig
    is_met = lijn is not None and regel.bereikt_in == lijn.laatste[0]
    if pace is None or is_met or regel.wordt_gehaald is None:
        return ""
    return _show_change(pace, feit.indicator)
