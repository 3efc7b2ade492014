"""Sentences about material flows; every number and every name in them follows from the data."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from generator.derive.feiten.stromen import Aandeel, Stroombeeld, Stroomsom
from generator.model.regels.balans import Sluiting
from generator.present.formats import (
    format_aandeel,
    format_bedrag,
    format_milieukosten,
    format_opsomming,
    format_ton,
)

GEEN_STROMEN = "Er zijn nog geen grondstofstromen ingevuld."
VERSCHIL, MERKBAAR = 3, 10
"""When weight and cost tell a different story: the one share is three times the other, and the
larger of the two is at least ten percent."""


def tell_ranking(beeld: Stroombeeld) -> str:
    """Where most can be gained: the fewest themes that hold half of the environmental cost."""
    names = [som.wat.naam for som in beeld.kern]
    costly = [som for som in beeld.themas if som.mki_pct]
    if not names or beeld.kern_pct is None:
        return "De milieukosten van de thema's zijn nog niet bekend."
    if len(costly) == 1:
        return f"Alle milieukosten zitten in thema {names[0]}."
    if len(names) == len(costly):
        return f"De milieukosten zijn gelijk verdeeld over de thema's {format_opsomming(names)}."
    where = f"het thema {names[0]}" if len(names) == 1 else f"de thema's {format_opsomming(names)}"
    together = "" if len(names) == 1 else "samen "
    return (
        f"In {where} valt de meeste milieuwinst te halen: "
        f"{together}{format_aandeel(beeld.kern_pct)} van de milieukosten."
    )


def _weighs_differently(som: Stroomsom) -> bool:
    massa, mki = som.massa_pct, som.mki_pct
    if mki is None:
        return False
    return max(massa, mki) >= MERKBAAR and max(massa, mki) >= VERSCHIL * min(massa, mki)


def tell_contrast(sums: Sequence[Stroomsom], wat: str = "") -> str:
    """Where weight and environmental cost tell a different story; empty without such a place."""
    return " ".join(
        f"{wat}{som.wat.naam}: {format_aandeel(som.massa_pct)} van het gewicht en "
        f"{format_aandeel(som.mki_pct)} van de milieukosten."
        for som in sums
        if som.mki_pct is not None and _weighs_differently(som)
    )


def tell_themas(beeld: Stroombeeld) -> str:
    """The conclusion, and the themes whose weight says something else."""
    return " ".join(filter(None, [tell_ranking(beeld), tell_contrast(beeld.themas, "Thema ")]))


def tell_massa(beeld: Stroombeeld) -> str:
    """How much came in, how much of it was not newly won, and where it went."""
    balans = beeld.totaal.balans
    parts = [
        (
            f"In {beeld.jaar} kwam er ongeveer {format_ton(balans.erin)} materiaal in "
            f"(schaal: {beeld.schaal.naam})."
        )
    ]
    if beeld.niet_primair_pct is not None:
        parts.append(f"Daarvan was {format_aandeel(beeld.niet_primair_pct)} niet nieuw gewonnen.")
    if balans.gebleven >= 0:
        stayed = f"{format_ton(balans.gebleven)} bleef in gebruik"
    else:
        stayed = f"wat in gebruik is, werd {format_ton(-balans.gebleven)} minder"
    parts.append(f"Ongeveer {format_ton(balans.eruit)} ging eruit en {stayed}.")
    return " ".join(parts)


def tell_milieukosten(beeld: Stroombeeld) -> str:
    """What the materials cost the environment, and what lies below zero."""
    mki = beeld.totaal.mki
    if mki is None:
        return "De milieukosten van het materiaal zijn nog niet bekend."
    zin = (
        f"De milieukosten van het materiaal waren in {beeld.jaar} ongeveer "
        f"{format_milieukosten(mki)} (schaal: {beeld.schaal.naam})."
    )
    return " ".join([zin, *_tell_negative(beeld), *_tell_unknown(beeld)])


def tell_materialen(beeld: Stroombeeld) -> str:
    """The few materials that hold most of the environmental cost."""
    kern = [regel for regel in beeld.pareto if regel.is_kern]
    if not kern:
        return "De milieukosten van de materialen zijn nog niet bekend."
    names = [
        f"{regel.som.wat.naam} ({format_aandeel(regel.som.mki_pct or Decimal(0))})"
        for regel in kern
    ]
    together = format_aandeel(kern[-1].samen_pct)
    parts = [
        f"{len(kern)} van de {len(beeld.materialen)} materialen zijn samen goed voor {together} "
        f"van de milieukosten: {format_opsomming(names)}."
        if len(kern) > 1
        else f"Van de milieukosten komt {together} van {kern[0].som.wat.naam}.",
        tell_contrast(beeld.materialen),
    ]
    return " ".join([*filter(None, parts), *_tell_negative(beeld), *_tell_unknown(beeld)])


def _tell_negative(beeld: Stroombeeld) -> list[str]:
    names = [
        f"{som.wat.naam} ({format_bedrag(som.mki)})"
        for som in beeld.negatief
        if som.mki is not None
    ]
    if not names:
        return []
    verbs = ("heeft", "staat") if len(names) == 1 else ("hebben", "staan")
    told = f"{format_opsomming(names)} {verbs[0]} milieukosten onder nul"
    return [f"{told} en {verbs[1]} alleen in de tabel."]


def _tell_unknown(beeld: Stroombeeld) -> list[str]:
    names = [item.naam for item in beeld.zonder_mki]
    return [f"Nog zonder milieukosten: {format_opsomming(names)}."] if names else []


def _list_shares(shares: Sequence[Aandeel]) -> str:
    ordered = sorted(shares, key=lambda item: item.pct, reverse=True)
    return ", ".join(f"{item.wat.naam} {format_aandeel(item.pct)}" for item in ordered if item.ton)


def tell_herkomst(beeld: Stroombeeld) -> str:
    """Where the material came from."""
    if beeld.niet_primair_pct is None:
        return "Er kwam geen materiaal in."
    return (
        f"Waar het materiaal vandaan kwam: {_list_shares(beeld.herkomsten)}. "
        f"Samen was {format_aandeel(beeld.niet_primair_pct)} niet nieuw gewonnen."
    )


def tell_bestemming(beeld: Stroombeeld) -> str:
    """Where the material went."""
    if beeld.hoogwaardig_pct is None:
        return "Er ging geen materiaal uit."
    return (
        f"Waar het materiaal heen ging: {_list_shares(beeld.bestemmingen)}. "
        f"Van wat eruit ging, is {format_aandeel(beeld.hoogwaardig_pct)} opnieuw gebruikt of goed "
        "gerecycled."
    )


def tell_balans(beeld: Stroombeeld) -> str:
    """Whether what came in is what went out and what stayed; the rows where it is not."""
    totaal = beeld.totaal.balans
    if totaal.rest == 0 and not any(som.balans.rest for som in beeld.rijen):
        return "De balans klopt: wat erin kwam, ging eruit of bleef in gebruik."
    part = format_aandeel(totaal.deel * 100)
    zin = f"Van het materiaal is {format_ton(abs(totaal.rest))} niet verklaard ({part})."
    apart = [
        f"{som.thema.naam}, {som.wat.naam} ({format_aandeel(som.balans.deel * 100)})"
        for som in beeld.rijen
        if som.thema and som.sluiting is not Sluiting.KLOPT
    ]
    return (
        f"{zin} Het verschil is groter dan normaal bij {format_opsomming(apart)}." if apart else zin
    )


def tell_kwaliteit(beeld: Stroombeeld, dekking_pct: Decimal | None) -> str:
    """How well the numbers are founded, and how much of the material is in sight."""
    zin = f"Hoe de gewichten zijn bepaald: {_list_shares(beeld.kwaliteiten)}."
    if dekking_pct is None:
        return zin
    return f"{zin} Ongeveer {format_aandeel(dekking_pct)} van al het materiaal is in beeld."
