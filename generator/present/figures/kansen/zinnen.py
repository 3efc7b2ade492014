"""Sentences about opportunities; every number and every name in them follows from the data."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from generator.derive.feiten.kansen import Ideetelling, Kansfeit, Kansfeiten, Opbrengst
from generator.present.formats import (
    format_bedrag,
    format_opsomming,
    format_score,
    format_waarde,
)
from generator.present.zinnen import find_most

ONBEKEND_DRAAGVLAK = "Van de kansen is nog niet gepeild hoeveel draagvlak er is."


def name_kansen(number: int) -> str:
    """`kans` or `kansen`."""
    return "kans" if number == 1 else "kansen"


def tell_kaart(kansen: Kansfeiten) -> str:
    """How many opportunities stand in each part of the map, and what working together did."""
    known = [feit for feit in kansen.kansen if feit.draagvlak]
    if not known:
        return ONBEKEND_DRAAGVLAK
    zinnen = []
    if kansen.kwadranten:
        parts = [
            f"{len(vak.kansen)} in het vak {vak.term.naam}"
            for vak in kansen.kwadranten
            if vak.kansen
        ]
        wat = "de kans" if len(known) == 1 else f"de {len(known)} kansen"
        verb = "staat" if len(known) == 1 else "staan"
        zinnen.append(f"Zo {verb} {wat} op de kaart: {format_opsomming(parts)}.")
    unknown = len(kansen.kansen) - len(known)
    if unknown:
        zinnen.append(f"Van {unknown} {name_kansen(unknown)} is het draagvlak nog niet bekend.")
    return " ".join([*zinnen, *_tell_growth(known)])


def _tell_growth(known: Sequence[Kansfeit]) -> list[str]:
    """At how many opportunities support grew, of those that were asked about twice."""
    compared = [feit.verschil for feit in known if feit.verschil is not None]
    grown = sum(verschil > 0 for verschil in compared)
    if not compared:
        return []
    if len(compared) == 1:
        how = "hoger" if grown else "niet hoger"
        return [f"Van 1 kans is ook vooraf gepeild; daar is het draagvlak {how} dan ervoor."]
    share = f"bij {grown} van de {len(compared)} kansen"
    return [f"Na het samen uitwerken is het draagvlak {share} hoger dan ervoor."]


def tell_herkomst(
    regels: Sequence[Ideetelling], niveaus: Sequence[tuple[str, str]], soort: str = ""
) -> str:
    """Which source gave most ideas, and how many each level brought."""
    total = sum(regel.aantal for regel in regels)
    if not total:
        return "Er zijn nog geen kansen."
    most, names = find_most([(regel.naam, regel.aantal) for regel in regels])
    kansen = " ".join(filter(None, [str(total), soort, name_kansen(total)]))
    if len(names) > 1:
        zinnen = [f"Van de {kansen} kwamen er elk {most} uit: {format_opsomming(names)}."]
    elif most == total:
        zinnen = [f"Waar het idee vandaan kwam, bij {kansen}: {names[0]}."]
    else:
        zinnen = [f"Van de {kansen} kwamen de meeste ({most}) uit: {names[0]}."]
    if niveaus:
        sums = [
            (naam, sum(regel.per_niveau.get(key, 0) for regel in regels)) for key, naam in niveaus
        ]
        parts = format_opsomming([f"{naam} {aantal}" for naam, aantal in sums])
        zinnen.append(f"Wie het idee aandroeg: {parts}.")
    return " ".join(zinnen)


def tell_opbrengst(opbrengst: Opbrengst) -> str:
    """How many opportunities are needed at least, and what they would save as far as known."""
    if not opbrengst.aantal:
        return ""
    wat = "1 kans" if opbrengst.aantal == 1 else f"{opbrengst.aantal} kansen"
    zinnen = [f"Minimaal nodig voor de ambitie: {wat}."]
    by_known: dict[int, list[str]] = {}
    for known, waarde in (
        (opbrengst.geschat_mki, f"{format_bedrag(opbrengst.mki_eur)} milieukosten"),
        (opbrengst.geschat_co2, format_waarde(opbrengst.co2_ton, "ton CO2")),
    ):
        by_known.setdefault(known, []).append(waarde)
    for known, waarden in by_known.items():
        if known:
            whom = "Daarvoor" if known == opbrengst.aantal else f"Voor {known} daarvan"
            total = " en ".join(waarden)
            zinnen.append(f"{whom} is geschat wat er te besparen is: {total} per jaar.")
    if opbrengst.geschat_mki > 1 or opbrengst.geschat_co2 > 1:
        zinnen.append("Kansen kunnen elkaar overlappen; dan is de besparing samen kleiner.")
    return " ".join(zinnen)


def order_by_draagvlak(kansen: Iterable[Kansfeit]) -> list[Kansfeit]:
    """The opportunities of which the support is known, the most support first."""
    known = [(-feit.draagvlak.score, feit.kans.id, feit) for feit in kansen if feit.draagvlak]
    return [feit for *_, feit in sorted(known, key=lambda row: row[:2])]


def tell_draagvlak(gepeild: Sequence[Kansfeit]) -> str:
    """Which opportunity has most support, and which grew most by working it out together.

    Args:
        gepeild: the opportunities of which the support is known, the most support first.
    """
    if not gepeild:
        return ONBEKEND_DRAAGVLAK
    most = gepeild[0]
    score = format_score(most.draagvlak.score) if most.draagvlak else ""
    zinnen = [f"Het meeste draagvlak is er voor {most.kans.id}: {most.kans.titel} ({score} van 5)."]
    grown = [(feit.verschil, feit) for feit in gepeild if feit.verschil and feit.verschil > 0]
    if grown:
        verschil, feit = max(grown, key=lambda pair: (pair[0], pair[1].kans.id))
        zinnen.append(
            f"Het draagvlak groeide het meest bij {feit.kans.id}: {feit.kans.titel} "
            f"(+{format_score(verschil)})."
        )
    return " ".join(zinnen)
