"""What the pages of procurement and of the surveys show besides their figures."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from generator.derive.feiten.peilingen import Bewustzijnsfeiten, Draagvlakfeiten
from generator.present.figures.inkoopzinnen import show_co2, show_eur
from generator.present.figures.peilingzinnen import show_percent, show_score, tell_verandering
from generator.present.figures.stroomzinnen import show_pct
from generator.present.formats import MINTEKEN, format_getal, round_half_up
from generator.present.writer import Writer


class Scoreregel(NamedTuple):
    """One line of a list of scores, each number in words."""

    naam: str
    score: str
    meer: str


class Kansregel(NamedTuple):
    """The support for one opportunity before and after, in words."""

    id: str
    titel: str
    begin: str
    eind: str
    verschil: str


def gather_inkoop(writer: Writer) -> dict[str, Any]:
    """The headline numbers of procurement, in words."""
    found = writer.feiten.inkoop
    if found is None:
        return {}
    return {
        "bedrag": show_eur(found.uitgaven_eur),
        "uitstoot": show_co2(found.impact_ton),
        "besparing": show_co2(found.potentieel_ton) if found.potentieel_ton else "",
        "contracten": (
            ""
            if found.contracten_pct is None
            else f"{found.contracten_met} van {found.contracten} ({show_pct(found.contracten_pct)})"
        ),
    }


def gather_bewustzijn(writer: Writer) -> dict[str, Any]:
    """The headline numbers of the surveys, in words."""
    found, draagvlak = writer.feiten.bewustzijn, writer.feiten.draagvlak
    return {
        "kern": _list_headlines(found) if found else [],
        "dimensies": _list_dimensies(found) if found else [],
        "stellingen": _list_stellingen(found) if found else [],
        "kansen": _list_kansen(draagvlak) if draagvlak else [],
        "verandering": tell_verandering(draagvlak) if draagvlak else "",
    }


def _list_headlines(found: Bewustzijnsfeiten) -> list[tuple[str, str]]:
    answers = (
        format_getal(found.meeste)
        if found.minste == found.meeste
        else f"{format_getal(found.minste)} tot {format_getal(found.meeste)} per stelling"
    )
    invited = ("Uitgenodigd", f"{format_getal(found.uitgenodigd)} mensen")
    if not found.stellingen:
        return [invited]
    score, respons = found.allen.gemiddelde, found.respons_pct
    return [
        invited,
        ("Antwoorden", answers),
        ("Deed mee", "" if respons is None else f"minstens {show_percent(respons)}"),
        ("Gemiddelde score", "" if score is None else f"{show_score(score)} van 5"),
    ]


def _list_dimensies(found: Bewustzijnsfeiten) -> list[Scoreregel]:
    return [
        Scoreregel(
            regel.wat.naam,
            show_score(regel.allen.gemiddelde),
            show_percent(regel.allen.positief_pct),
        )
        for regel in found.dimensies
        if regel.allen.gemiddelde is not None and regel.allen.positief_pct is not None
    ]


def _list_stellingen(found: Bewustzijnsfeiten) -> list[tuple[str, Sequence[str]]]:
    """Per statement its mean, margin, share of those who agree, answers and those who knew not."""
    return [
        (
            item.stelling.tekst,
            (
                show_score(item.allen.gemiddelde),
                "–" if item.marge is None else f"± {format_getal(item.marge, 2)}",
                show_percent(item.allen.positief_pct),
                format_getal(item.allen.n),
                format_getal(item.allen.weet_niet),
            ),
        )
        for item in found.stellingen
        if item.allen.gemiddelde is not None and item.allen.positief_pct is not None
    ]


def _list_kansen(found: Draagvlakfeiten) -> list[Kansregel]:
    regels = []
    for kans in found.kansen:
        verschil = round_half_up(kans.eind, 1) - round_half_up(kans.begin, 1)
        sign = "+" if verschil > 0 else MINTEKEN if verschil < 0 else ""
        regels.append(
            Kansregel(
                kans.id,
                kans.titel,
                show_score(kans.begin),
                show_score(kans.eind),
                f"{sign}{show_score(abs(verschil))}",
            )
        )
    return regels
