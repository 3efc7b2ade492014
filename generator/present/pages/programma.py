"""Pages about the choice: profile, ambition, what fits, opportunities and the phases."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, Final, NamedTuple

from generator.derive.feiten import Actiefeiten
from generator.derive.feiten.ambitie import Ambitiefeiten
from generator.derive.feiten.kansen import Kansfeit, Kansfeiten, Opbrengst
from generator.model.basis import Editie
from generator.model.figuren import name_figuren
from generator.model.proza import Aanroepsoort
from generator.model.themas import Thema
from generator.model.werk import Fasedoel
from generator.model.woordenlijst import Term
from generator.present.figures import MAKERS
from generator.present.formats import format_bedrag, format_getal, format_waarde
from generator.present.pages.accountability import name_paginas
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
    return {
        "titel": tell_fasen(len(fasen)),
        "fasen": blokken,
        "soort": "openbare " if writer.feiten.editie is Editie.PUBLIEK else "",
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


def tell_opbrengst(opbrengst: Opbrengst) -> str:
    """How many opportunities are needed at least, and what they would save as far as known."""
    if not opbrengst.aantal:
        return ""
    wat = "1 kans" if opbrengst.aantal == 1 else f"{opbrengst.aantal} kansen"
    zinnen = [f"Minimaal nodig voor de ambitie: {wat}."]
    for known, waarde in (
        (opbrengst.geschat_mki, f"{format_bedrag(opbrengst.mki_eur)} milieukosten"),
        (opbrengst.geschat_co2, format_waarde(opbrengst.co2_ton, "ton CO2")),
    ):
        if known:
            whom = "Daarvoor" if known == opbrengst.aantal else f"Voor {known} daarvan"
            zinnen.append(f"{whom} is geschat wat er te besparen is: {waarde} per jaar.")
    if opbrengst.geschat_mki > 1 or opbrengst.geschat_co2 > 1:
        zinnen.append("Kansen kunnen elkaar overlappen; dan is de besparing samen kleiner.")
    return " ".join(zinnen)


def gather_wat_past(writer: Writer) -> dict[str, Any]:
    """The four questions between nulmeting and approach, each with what the data answer."""
    feiten = writer.feiten
    kansen = feiten.kansen
    names = name_figuren(feiten.programma, Aanroepsoort.GRAFIEK)
    gepeild = [feit for feit in kansen.kansen if feit.draagvlak] if kansen else []
    return {
        "gepeild": sorted(gepeild, key=_by_draagvlak),
        "motivatie": "draagvlak-motivatie" in names and "draagvlak-motivatie" in MAKERS,
        "draagvlakzin": tell_draagvlak(gepeild),
        "opbrengst": tell_opbrengst(kansen.opbrengst_minimaal) if kansen else "",
        "is_voorbeeld": _is_voorbeeld(writer, gepeild),
    }


def _by_draagvlak(feit: Kansfeit) -> tuple[Any, ...]:
    return (-feit.draagvlak.score if feit.draagvlak else 0, feit.kans.id)


def tell_draagvlak(gepeild: Sequence[Kansfeit]) -> str:
    """Which opportunity has most support, and which grew most by working it out together."""
    if not gepeild:
        return "Van de kansen is nog niet gepeild hoeveel draagvlak er is."
    most = min(gepeild, key=_by_draagvlak)
    score = format_getal(most.draagvlak.score, 1) if most.draagvlak else ""
    zinnen = [f"Het meeste draagvlak is er voor {most.kans.id}: {most.kans.titel} ({score} van 5)."]
    grown = [(feit.verschil, feit) for feit in gepeild if feit.verschil and feit.verschil > 0]
    if grown:
        verschil, feit = max(grown, key=lambda pair: (pair[0], pair[1].kans.id))
        zinnen.append(
            f"Het draagvlak groeide het meest bij {feit.kans.id}: {feit.kans.titel} "
            f"(+{format_getal(verschil, 1)})."
        )
    return " ".join(zinnen)


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
