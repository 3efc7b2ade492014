"""Sentences about procurement; every number and every name in them follows from the data."""

from __future__ import annotations

from decimal import Decimal

from generator.derive.feiten.inkoop import Inkoopfeiten, Postfeiten
from generator.present.formats import (
    format_aandeel,
    format_co2,
    format_opsomming,
    format_periode,
    format_uitgaven,
)

GEEN_INKOOP = "Er zijn nog geen uitgaven ingevuld."


def tell_segmenten(feiten: Inkoopfeiten) -> str:
    """Where most of the money goes, and where most of the impact is."""
    geld = max(feiten.posten, key=lambda feit: feit.post.uitgaven_eur)
    uitstoot = feiten.posten[0]
    totaal = f"Er is in {feiten.jaar} voor {format_uitgaven(feiten.uitgaven_eur)} ingekocht."
    meeste = f"{geld.segment.naam} ({format_aandeel(geld.uitgaven_pct)})"
    if not feiten.impact_ton:
        return f"{totaal} Het meeste geld ging naar {meeste}."
    if geld is uitstoot:
        return (
            f"{totaal} Het meeste geld ging naar {meeste}. Daar zit ook de meeste uitstoot: "
            f"{format_aandeel(geld.impact_pct)} van het geheel."
        )
    return (
        f"{totaal} Het meeste geld ging naar {meeste}, maar dat gaf "
        f"{format_aandeel(geld.impact_pct)} van de uitstoot. De meeste uitstoot kwam van "
        f"{uitstoot.segment.naam}: {format_aandeel(uitstoot.impact_pct)} van de uitstoot, met "
        f"{format_aandeel(uitstoot.uitgaven_pct)} van het geld."
    )


def tell_impact(feiten: Inkoopfeiten) -> str:
    """The fewest segments that hold 80 % of the impact, and where most of it can be saved."""
    if not feiten.impact_ton:
        return "De uitstoot van de inkoop is nog niet bekend."
    names = "; ".join(feit.segment.naam for feit in feiten.kern)
    share = format_aandeel(feiten.kern[-1].samen_pct)
    of_all = f"{share} van de {format_co2(feiten.impact_ton)} die bij de inkoop hoort"
    if len(feiten.kern) == 1:
        zin = f"{names} geeft {of_all}."
    else:
        zin = f"Van de {len(feiten.posten)} segmenten geven {len(feiten.kern)} samen {of_all}: "
        zin += f"{names}."
    return f"{zin} {_tell_potential(feiten)}".strip()


def _tell_potential(feiten: Inkoopfeiten) -> str:
    if not feiten.naar_potentieel or not feiten.potentieel_ton:
        return ""
    most = feiten.naar_potentieel[0]
    return (
        f"Naar schatting is het meest te besparen bij {most.segment.naam}: "
        f"{format_co2(most.potentieel_ton or Decimal(0))}."
    )


def tell_criteria(feiten: Inkoopfeiten) -> str:
    """How many contracts have a circular criterion, at which level, and for how much money."""
    if feiten.contracten_pct is None:
        return "Het aantal contracten is nog niet bekend."
    zinnen = [
        (
            f"Bij {feiten.contracten_met} van de {feiten.contracten} contracten "
            f"({format_aandeel(feiten.contracten_pct)}) staat een circulaire eis of wens."
        )
    ]
    if feiten.contracten_met:
        levels = [
            f"{regel.contracten} op het niveau {regel.wat.naam}"
            for regel in feiten.ambities
            if regel.wat.id and regel.contracten
        ]
        if levels:
            zinnen.append(f"Daarvan {format_opsomming(levels)}.")
    if feiten.criterium_pct is not None:
        zinnen.append(
            f"Het gaat om {format_uitgaven(feiten.met_criterium_eur)} van de "
            f"{format_uitgaven(feiten.bekend_eur)} in de segmenten waar dit van bekend is: "
            f"{format_aandeel(feiten.criterium_pct)}."
        )
    return " ".join(zinnen)


def tell_kalender(feiten: Inkoopfeiten) -> str:
    """Which contract ends first, and which of those that end counts most."""
    if not feiten.kalender:
        return "Er zijn geen contracten bekend die na deze stand aflopen."
    first, heaviest = feiten.kalender[0], max(feiten.kalender, key=lambda feit: feit.impact_ton)
    zin = (
        f"Het eerste keuzemoment is {first.segment.naam}: het contract loopt tot en met "
        f"{_until(first)}."
    )
    if heaviest is first:
        return f"{zin} Dat is ook het keuzemoment met de meeste uitstoot."
    return (
        f"{zin} De meeste uitstoot hangt aan {heaviest.segment.naam} "
        f"({format_aandeel(heaviest.impact_pct)}): dat contract loopt tot en met "
        f"{_until(heaviest)}."
    )


def _until(feit: Postfeiten) -> str:
    return format_periode(feit.post.contract_eind) if feit.post.contract_eind else "onbekend"
