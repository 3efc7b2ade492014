"""What the pages about making the programme together, behaviour and successes show."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from generator.model.draagvlak import Bijeenkomst
from generator.present.formats import format_periode
from generator.present.writer import Writer


def gather_totstandkoming(writer: Writer) -> dict[str, Any]:
    """The sessions by step and date, and how many there were of each kind."""
    programma = writer.feiten.programma
    ordered = sorted(programma.bijeenkomsten, key=lambda item: (item.datum.begin, item.id))
    stappen = [
        (term.naam, term.definitie, [item for item in ordered if item.stap == term.id])
        for term in writer.termen("stap")
    ]
    stappen.append(("Andere bijeenkomsten", None, [item for item in ordered if not item.stap]))
    kinds = [(term.naam, term.id) for term in writer.termen("bijeenkomstsoort")]
    return {
        "zin": tell_bijeenkomsten(ordered),
        "soorten": [
            (naam, count)
            for naam, identifier in kinds
            if (count := sum(item.soort == identifier for item in ordered))
        ],
        "stappen": [stap for stap in stappen if stap[2]],
    }


def tell_bijeenkomsten(ordered: Sequence[Bijeenkomst]) -> str:
    """How many sessions there were and when; nothing is said of participants.

    Args:
        ordered: the sessions of an edition, ascending by date.
    """
    if not ordered:
        return "Er staan nog geen bijeenkomsten in het programma."
    first, last = (format_periode(item.datum) for item in (ordered[0], ordered[-1]))
    opbrengst = sum(len(item.opbrengst) for item in ordered)
    if len(ordered) == 1:
        begin = f"Hier staat 1 bijeenkomst, {_preposition(ordered[0])} {first}."
    else:
        begin = f"Hier staan {len(ordered)} bijeenkomsten, van {first} tot en met {last}."
    if not opbrengst:
        return begin
    if opbrengst == 1:
        return f"{begin} Er staat 1 opbrengst bij, en wat ermee is gedaan."
    return f"{begin} Er staan {opbrengst} opbrengsten bij, en wat met elke is gedaan."


def _preposition(item: Bijeenkomst) -> str:
    return "op" if item.datum.begin == item.datum.eind else "in"


def gather_successen(writer: Writer) -> dict[str, Any]:
    """The successes, the newest first, and what they started."""
    successen = sorted(
        writer.feiten.programma.successen,
        key=lambda item: (item.datum.eind, item.id),
        reverse=True,
    )
    started = {actie for item in successen for actie in item.leidt_tot}
    return {
        "zin": tell_successen(len(successen), len(started)),
        "successen": successen,
    }


def tell_successen(successen: int, acties: int) -> str:
    """How many successes there are, and how many actions they started or helped on."""
    begin = "Hier staat 1 succes" if successen == 1 else f"Hier staan {successen} successen"
    if not acties:
        return f"{begin}."
    if acties == 1:
        return f"{begin}. Daardoor begon 1 actie, of kwam die verder."
    return f"{begin}. Daardoor begonnen {acties} acties, of kwamen die verder."


def gather_challenge(writer: Writer) -> dict[str, Any]:
    """The practices that came to light, and the stories that were allowed to be shown."""
    challenge = writer.feiten.programma.challenge
    if challenge is None:
        return {}
    praktijken = {item.id: item for item in writer.feiten.programma.praktijken}
    return {
        "dit": challenge,
        "feit": writer.feiten.challenge,
        "praktijken": [praktijken[name] for name in challenge.praktijken if name in praktijken],
        "vervolg": [writer.feiten.acties[name] for name in challenge.leidt_tot],
    }
