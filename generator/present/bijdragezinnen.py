"""Sentences about what the actions add to a goal, and what then remains to be done."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Final

from generator.derive.feiten.bijdrage import Bijdragefeiten, Doelbijdrage, Onberekend
from generator.model.indicatoren import Indicator
from generator.present.formats import (
    count_decimalen,
    format_aantal,
    format_effect,
    format_getal,
    format_verschil,
    format_waarde,
)

REDENEN: Final[Mapping[Onberekend, str]] = {
    Onberekend.GEEN_METING: "er is nog geen meting",
    Onberekend.GEEN_NULMETING: "er is nog geen nulmeting",
    Onberekend.ANDERE_DEFINITIE: "de definitie is veranderd en er is nog geen nieuwe lijn",
    Onberekend.EEN_METING: "er is pas één meting",
    Onberekend.VASTHOUDEN: "dit doel vraagt om vasthouden, niet om verandering",
}
"""Why what remains cannot be computed."""
MEESTE_CIJFERS: Final = 6
"""The most digits behind the comma of an effect, as somebody writes it or weighed."""
NIET_TE_BEREKENEN: Final = "niet te berekenen"
GENOEG: Final = "genoeg"


def count_digits(indicator: Indicator, feit: Bijdragefeiten, extra: Iterable[Decimal] = ()) -> int:
    """Digits in which a reader can redo the sum: those of every effect, and of the pace one more.

    Args:
        indicator: what the sum is about.
        feit: its effects and its targets.
        extra: numbers that stand in the same table, such as what is weighed.
    """
    least = indicator.decimalen
    exact = [*(item.effect.waarde for item in (*feit.verwacht, *feit.bereikt)), *extra]
    most = max(least + 1, count_decimalen(exact, least, MEESTE_CIJFERS))
    tempo = [item.verwacht for item in feit.doelen if item.verwacht is not None]
    return count_decimalen([*exact, *tempo], least, most)


def tell_verwacht(indicator: Indicator, item: Doelbijdrage, digits: int) -> str:
    """Where the pace leads in the year of a target, and how far that is from it."""
    doel = format_waarde(item.doel.waarde, indicator.eenheid, indicator.decimalen)
    if item.verwacht is None or item.afstand is None:
        return (
            f"Het doel voor {item.doel.jaar} is {doel}. "
            f"Wat er nog te doen is, is niet te berekenen: {tell_reden(item)}."
        )
    waarde = format_waarde(item.verwacht, indicator.eenheid, digits)
    begin = f"Bij dit tempo komt {item.doel.jaar} uit op {waarde}; het doel is {doel}."
    if item.afstand <= 0:
        return f"{begin} Het tempo is genoeg."
    return f"{begin} Dat scheelt {format_verschil(item.afstand, indicator.eenheid, digits)}."


def tell_reden(item: Doelbijdrage) -> str:
    """Why what remains cannot be computed; empty when it can."""
    return REDENEN[item.waarom_niet] if item.waarom_niet else ""


def tell_gepland(indicator: Indicator, item: Doelbijdrage) -> str:
    """What the actions are expected to add by the year of a target; a gap is a question."""
    pakket, jaar = item.alle, item.doel.jaar
    if not pakket.bijdragen:
        vraag = "" if pakket.is_genoeg else " Is dat de bedoeling?"
        return f"Bij geen enkele actie staat een verwacht effect tot en met {jaar}.{vraag}"
    effect = format_effect(pakket.som, indicator.eenheid)
    counting = sum(bijdrage.telt for bijdrage in pakket.bijdragen)
    if counting == 1:
        return f"Een actie voegt daar naar verwachting {effect} aan toe."
    return f"Samen voegen de acties daar naar verwachting {effect} aan toe."


def tell_rest(indicator: Indicator, item: Doelbijdrage, digits: int) -> str:
    """What is still to be done after the actions, as a sentence.

    Empty when it is not known, or when it was said already: nobody adds anything, or the pace was
    enough without the actions.
    """
    pakket = item.alle
    if pakket.rest is None or item.afstand is None or not pakket.bijdragen:
        return ""
    if pakket.rest <= 0:
        return "Tempo en acties samen zijn genoeg." if item.afstand > 0 else ""
    return f"Dan blijft er over: {format_verschil(pakket.rest, indicator.eenheid, digits)}."


def name_rest(indicator: Indicator, rest: Decimal | None, digits: int) -> str:
    """What is still to be done, in a cell, with the unit."""
    shown = show_rest(rest, digits)
    if rest is None or rest <= 0:
        return shown
    return f"nog {format_verschil(rest, indicator.eenheid, digits)}"


def show_rest(rest: Decimal | None, digits: int) -> str:
    """What is still to be done, in a cell of a table that names the unit itself."""
    if rest is None:
        return NIET_TE_BEREKENEN
    return GENOEG if rest <= 0 else f"nog {format_getal(rest, digits)}"


def tell_bereikt(indicator: Indicator, feit: Bijdragefeiten) -> str:
    """What the actions reached together; empty when none reached anything yet."""
    if feit.som_bereikt is None:
        return ""
    effect = format_effect(feit.som_bereikt, indicator.eenheid)
    counting = sum(bijdrage.telt for bijdrage in feit.bereikt)
    wie = "Een actie leverde" if counting == 1 else f"{counting} acties leverden samen"
    return f"{wie} al {effect} op."


def tell_doelen(doelen: Sequence[Doelbijdrage]) -> str:
    """How many of the targets to come are within reach, with and without the actions."""
    known = [item for item in doelen if item.afstand is not None]
    if not doelen:
        return "Er is geen doel met een getal dat nog moet komen."
    unknown, zinnen = len(doelen) - len(known), []
    if known:
        pace = sum(item.afstand is not None and item.afstand <= 0 for item in known)
        together = sum(bool(item.alle.is_genoeg) for item in known)
        total = format_aantal(len(known), "doel", "doelen")
        zinnen = [
            f"Van {total} die nog komen, is te berekenen waar het tempo op uitkomt.",
            f"Voor {pace} daarvan is het tempo genoeg; met de acties erbij voor {together}.",
        ]
    if unknown:
        zinnen.append(f"Van {format_aantal(unknown, 'doel', 'doelen')} is het niet te berekenen.")
    return " ".join(zinnen)


def tell_minimaal(doelen: Iterable[Doelbijdrage]) -> str:
    """Whether the minimal package suffices; empty when nothing can be computed."""
    known = [item for item in doelen if item.minimaal and item.afstand is not None]
    if not known:
        return ""
    enough = sum(bool(item.minimaal and item.minimaal.is_genoeg) for item in known)
    pace = sum(item.afstand is not None and item.afstand <= 0 for item in known)
    total = format_aantal(len(known), "doel", "doelen")
    if enough == len(known):
        return f"Met alleen het minimale pakket is het genoeg voor alle {total}."
    return (
        f"Met alleen het minimale pakket is het genoeg voor {enough} van de {total}; "
        f"voor {pace} daarvan is het tempo zonder acties al genoeg."
    )
