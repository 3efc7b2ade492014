"""The sum behind a verdict, in the order and the digits in which a reader redoes it."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise
from typing import Final, NamedTuple

from generator.derive.feiten import Indicatorfeiten
from generator.model.basis import Indicatorstatus
from generator.model.indicatoren import Indicator
from generator.model.regels.getallen import as_decimal
from generator.model.regels.koers import BEGRENSD, Grond, type_grenzen
from generator.present.formats import (
    format_aantal,
    format_precies,
    format_teken,
    format_waarde,
)
from generator.present.koers import count_digits, show_verhouding

VOORLOPIG: Final = " (voorlopig cijfer)"
MARGES: Final = (Grond.BINNEN_MARGE, Grond.BUITEN_MARGE)
"""Verdicts on a value that must stay equal: about a difference, not about pace."""
SOM_CIJFERS: Final = 2
"""Digits that a sum may need beyond those of the measurement."""


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


def name_maat(indicator: Indicator) -> str:
    """In what the numbers of a table are: `kg per inwoner`; percentages change by procentpunt."""
    return "procentpunt" if indicator.eenheid == "%" else indicator.eenheid


def list_som(feit: Indicatorfeiten, grenzen: type_grenzen) -> Iterator[Regel]:
    """The sum in the order in which somebody would redo it; empty without two moments.

    Numbers stand without their unit, which the heading names. A value has the digits that it was
    given in, or that it needs; both changes have equal digits.
    """
    som, indicator = feit.koers.som, feit.indicator
    if not som.nulmeting or not som.laatste or som.gerealiseerd is None:
        return
    (first, begin), (last, newest) = som.nulmeting, som.laatste
    is_provisional = any(item.jaar == last and item.voorlopig for item in feit.reeks.punten)
    gemeten = Regel(
        f"Gemeten in {last}", f"{_show(newest, indicator)}{VOORLOPIG if is_provisional else ''}"
    )
    yield Regel(f"Nulmeting in {first}", _show(begin, indicator))
    if som.doel and som.grond in MARGES:
        yield from _list_marge(feit, gemeten)
        return
    yield from _list_doelen(feit, last)
    asked, nodig = som.op_pad, som.nodig
    changes = [value for value in (nodig, som.gerealiseerd) if value is not None]
    digits = count_digits(changes, indicator, SOM_CIJFERS)
    if asked is not None and nodig is not None:
        shown = _show(asked, indicator)
        yield Regel(f"Wat het pad vraagt in {last}", shown, _tell_pad(feit, last))
        yield gemeten
        minus = f"{shown} min {_show(begin, indicator)}"
        yield Regel("Verandering die nodig was", _show_change(nodig, digits), minus)
    else:
        yield gemeten
    gedaan = _show_change(som.gerealiseerd, digits)
    minus = f"{_show(newest, indicator)} min {_show(begin, indicator)}"
    yield Regel("Verandering die er kwam", gedaan, minus)
    if som.verhouding is not None and nodig is not None:
        deel = show_verhouding(som.verhouding, grenzen)
        parts = f"{gedaan} gedeeld door {_show_change(nodig, digits)}, keer 100"
        yield Regel("Deel van het nodige tempo", deel, parts)


def _list_doelen(feit: Indicatorfeiten, jaar: int) -> Iterator[Regel]:
    """The targets between which the path runs in a year, and the last one."""
    som, indicator = feit.koers.som, feit.indicator
    if som.doel is None:
        return
    on_the_way = [
        (year, value)
        for piece in pairwise(feit.pad)
        if piece[0][0] < jaar <= piece[1][0]
        for year, value in piece
        if som.nulmeting and som.nulmeting[0] < year < som.doel[0]
    ]
    for year, value in on_the_way:
        yield Regel(f"Tussendoel in {year}", _show(value, indicator))
    last = "Het pad gaat eerst naar het tussendoel" if on_the_way else ""
    yield Regel(f"Doel in {som.doel[0]}", _show(som.doel[1], indicator), last)


def _list_marge(feit: Indicatorfeiten, gemeten: Regel) -> Iterator[Regel]:
    """The sum of a value that must stay equal."""
    som, indicator = feit.koers.som, feit.indicator
    if som.doel is None or som.laatste is None:
        return
    verschil = som.laatste[1] - som.doel[1]
    asked = _show(som.doel[1], indicator)
    yield Regel(f"Doel in {som.doel[0]}", asked)
    yield Regel("Marge die is afgesproken", _show(indicator.tolerantie, indicator))
    yield gemeten
    minus = f"{_show(som.laatste[1], indicator)} min {asked}"
    digits = count_digits([verschil], indicator, SOM_CIJFERS)
    yield Regel("Verschil met het doel", _show_change(verschil, digits), minus)


def _show(value: Fraction | Decimal, indicator: Indicator) -> str:
    """A value without its unit; a percentage keeps its sign."""
    shown = format_precies(_exact(value), indicator.decimalen)
    return f"{shown}%" if indicator.eenheid == "%" else shown


def _show_change(change: Fraction | Decimal, digits: int) -> str:
    """A change with its sign, without its unit."""
    return format_teken(_exact(change), digits)


def _exact(value: Fraction | Decimal) -> Decimal:
    return as_decimal(value) if isinstance(value, Fraction) else value


def _tell_pad(feit: Indicatorfeiten, jaar: int) -> str:
    """How far along a straight part of the path a year is, as a sum."""
    for (early, start), (late, end) in pairwise(feit.pad):
        if early < jaar < late:
            here, there = (
                format_precies(value, feit.indicator.decimalen) for value in (start, end)
            )
            done, whole = jaar - early, late - early
            return (
                f"{done} van de {whole} jaar {'is' if done == 1 else 'zijn'} om: "
                f"{there} min {here}, gedeeld door {whole}, keer {done}, plus {here}"
            )
        if jaar == late:
            return f"Het {'doel' if late == feit.pad[-1][0] else 'tussendoel'} van dat jaar"
    return ""


def list_grenzen(feit: Indicatorfeiten, grenzen: type_grenzen) -> Iterator[Grens]:
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


def list_tempo(feit: Indicatorfeiten) -> Iterator[Regel]:
    """The paces, per year, in equal digits; each with the sum that gives it."""
    koers, indicator, som = feit.koers, feit.indicator, feit.koers.som
    if som.nulmeting is None or som.laatste is None or som.laatste[0] <= som.nulmeting[0]:
        return
    (first, _), (last, newest) = som.nulmeting, som.laatste
    changes = [value for value in (som.nodig, som.gerealiseerd) if value is not None]
    whole = count_digits(changes, indicator, SOM_CIJFERS)
    years = format_aantal(last - first, "jaar", "jaar")
    paces = []
    for kop, change, pace in (
        ("Nodig", None if som.grond in MARGES else som.nodig, koers.tempo_nodig),
        ("Gehaald", som.gerealiseerd, koers.tempo_gerealiseerd),
    ):
        if change is not None and pace is not None:
            how = f"{_show_change(change, whole)} gedeeld door {years}"
            paces.append((f"{kop} van {first} tot {last}", pace, how))
    for item in koers.tempo_vanaf_nu:
        goal, value = _show(item.doel, indicator), _show(newest, indicator)
        left = format_aantal(item.jaar - last, "jaar", "jaar")
        how = f"{goal} min {value}, gedeeld door {left}"
        paces.append((f"Nodig vanaf {last}, voor het doel in {item.jaar}", item.per_jaar, how))
    digits = count_digits([pace for _, pace, _ in paces], indicator)
    for kop, pace, how in paces:
        yield Regel(kop, _show_change(pace, digits), how)
