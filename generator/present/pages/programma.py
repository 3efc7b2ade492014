"""Pages about the choice: profile, ambition, what fits, opportunities and the phases."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, Final, NamedTuple

from generator.derive.feiten import Actiefeiten
from generator.derive.feiten.ambitie import Ambitiefeiten
from generator.derive.feiten.kansen import Kansfeit, Kansfeiten
from generator.model.basis import Editie
from generator.model.figuren import name_figuren
from generator.model.proza import Aanroepsoort
from generator.model.themas import Thema
from generator.model.werk import Fasedoel
from generator.model.woordenlijst import Term
from generator.present.figures.basis import Afkomst, tell_afkomst
from generator.present.figures.kansen.zinnen import (
    order_by_draagvlak,
    tell_draagvlak,
    tell_opbrengst,
)
from generator.present.pages.verantwoording import name_paginas
from generator.present.writer import Writer

TELWOORDEN: Final = (
    "nul",
    "één",
    "twee",
    "drie",
    "vier",
    "vijf",
    "zes",
    "zeven",
    "acht",
    "negen",
    "tien",
)


class Faseblok(NamedTuple):
    """One phase: its goal if it has one, its actions, and the themes they belong to."""

    term: Term
    doel: Fasedoel | None
    acties: Sequence[Actiefeiten]
    themas: Sequence[tuple[Thema, int]]


def tell_fasen(number: int) -> str:
    """The title of the page about the phases, with their number in words up to ten."""
    count = TELWOORDEN[number] if number < len(TELWOORDEN) else str(number)
    return f"Aanpak in {count} {'fase' if number == 1 else 'fasen'}"


def name_aanpak(writer: Writer) -> str:
    """The title of the page about the phases."""
    return tell_fasen(len(writer.termen("fase")))


def gather_aanpak(writer: Writer) -> dict[str, Any]:
    """The phases in their order, each with what it is for and what happens in it."""
    programma = writer.feiten.programma
    fasen = writer.termen("fase")
    doelen = {item.id: item for item in programma.fasedoelen}
    acties = list(writer.feiten.acties.values())
    blokken = []
    for fase in fasen:
        own = [item for item in acties if item.actie.fase == fase.id]
        counts = [
            (thema, sum(item.actie.thema == thema.id for item in own)) for thema in programma.themas
        ]
        themas = [(thema, number) for thema, number in counts if number]
        blokken.append(Faseblok(fase, doelen.get(fase.id), own, themas))
    is_publiek = writer.feiten.editie is Editie.PUBLIEK
    return {
        "fasen": blokken,
        "soorten": ("openbare actie", "openbare acties") if is_publiek else ("actie", "acties"),
        "paginanamen": name_paginas(writer),
    }


def gather_kansenkaart(writer: Writer) -> dict[str, Any]:
    """The opportunities; the map, the support and the gaps on the intranet only."""
    kansen = writer.feiten.kansen
    is_intern = writer.feiten.editie is Editie.INTERN
    shown = kansen.kansen if kansen else ()
    return {
        "is_intern": is_intern,
        "toont_kaart": bool(is_intern and kansen and kansen.is_gepeild),
        "groepen": _group(kansen) if kansen and is_intern else [],
        "opbrengst": tell_opbrengst(kansen.opbrengst_minimaal) if kansen else "",
        "is_voorbeeld": _is_voorbeeld(writer, shown),
        "afkomst": _tell_afkomst(writer, shown),
    }


def _group(kansen: Kansfeiten) -> list[tuple[Term | None, Sequence[Kansfeit]]]:
    """The opportunities by part of the map; those without a part last, or all together."""
    groups: list[tuple[Term | None, Sequence[Kansfeit]]] = [
        (vak.term, vak.kansen) for vak in kansen.kwadranten if vak.kansen
    ]
    rest = [feit for feit in kansen.kansen if feit.kwadrant is None]
    return [*groups, *([(None, rest)] if rest else [])]


def _is_voorbeeld(writer: Writer, kansen: Iterable[Kansfeit]) -> bool:
    return any(writer.is_illustratief(feit.kans) for feit in kansen)


def _tell_afkomst(writer: Writer, kansen: Iterable[Kansfeit]) -> Afkomst:
    """Where the numbers of the opportunities come from, and when they held."""
    gegevens = writer.feiten.programma.gegevens
    return tell_afkomst(writer.feiten, gegevens, *(feit.kans for feit in kansen))


def gather_wat_past(writer: Writer) -> dict[str, Any]:
    """The four questions between nulmeting and approach, each with what the data answer."""
    feiten = writer.feiten
    kansen = feiten.kansen
    names = name_figuren(feiten.programma, Aanroepsoort.GRAFIEK)
    gepeild = order_by_draagvlak(kansen.kansen) if kansen else []
    return {
        "gepeild": gepeild,
        "motivatie": "draagvlak-motivatie" in names,
        "draagvlakzin": tell_draagvlak(gepeild),
        "opbrengst": tell_opbrengst(kansen.opbrengst_minimaal) if kansen else "",
        "is_voorbeeld": _is_voorbeeld(writer, gepeild),
        "afkomst": _tell_afkomst(writer, gepeild),
    }


def gather_ambitie(writer: Writer) -> dict[str, Any]:
    """The ambition: figure of the levels where the edition knows any."""
    ambitie = writer.feiten.ambitie
    return {"heeft_niveaus": bool(ambitie and ambitie.niveaus)}


def gather_profiel(writer: Writer) -> dict[str, Any]:
    """The profile: the newest number of inhabitants first."""
    profiel = writer.feiten.programma.profiel
    inwoners = sorted(profiel.inwoners, key=lambda item: -item.jaar) if profiel else []
    return {"inwoners": inwoners, "lagen": _list_lagen(writer.feiten.ambitie)}


def _list_lagen(ambitie: Ambitiefeiten | None) -> Sequence[Any]:
    return ambitie.lagen if ambitie else ()
