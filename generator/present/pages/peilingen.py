"""What the page of the surveys shows besides its figures."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from generator.derive.feiten.peilingen import Bewustzijnsfeiten, Draagvlakfeiten
from generator.present.figures.peilingen.zinnen import tell_verandering
from generator.present.formats import (
    format_getal,
    format_pct,
    format_score,
    name_sign,
    round_half_up,
)
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
        ("Deed mee", "" if respons is None else f"minstens {format_pct(respons)}"),
        ("Gemiddelde score", "" if score is None else f"{format_score(score)} van 5"),
    ]


def _list_dimensies(found: Bewustzijnsfeiten) -> list[Scoreregel]:
    return [
        Scoreregel(
            regel.wat.naam,
            format_score(regel.allen.gemiddelde),
            format_pct(regel.allen.positief_pct),
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
                format_score(item.allen.gemiddelde),
                "–" if item.marge is None else f"± {format_getal(item.marge, 2)}",
                format_pct(item.allen.positief_pct),
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
        regels.append(
            Kansregel(
                kans.id,
                kans.titel,
                format_score(kans.begin),
                format_score(kans.eind),
                f"{name_sign(verschil)}{format_score(abs(verschil))}",
            )
        )
    return regels
