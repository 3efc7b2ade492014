"""What the pages about policy, working methods and other tasks show."""

from __future__ import annotations

from typing import Any

from generator.derive.feiten import Actiefeiten
from generator.model.acties import Integratie
from generator.present.writer import Writer


def gather_beleid(writer: Writer) -> dict[str, Any]:
    """Principles, the scan with its legend and evidence, and where actions take root."""
    praktijken = writer.feiten.programma.praktijken
    return {
        "legenda": [
            (index if term.gewicht is None else int(term.gewicht), term)
            for index, term in enumerate(writer.termen("integratiescore"))
        ],
        "gebruikt": {
            principe.id: [item for item in praktijken if principe.id in item.principes]
            for principe in writer.feiten.programma.principes
        },
        "landing": _list_landing(writer),
        "bewijzen": _list_evidence(writer),
    }


def _list_landing(writer: Writer) -> list[tuple[str, list[tuple[Actiefeiten, str]]]]:
    """Per policy domain the actions that take root in it, each with the process and instrument."""
    found: dict[str, list[tuple[Actiefeiten, str]]] = {}
    for item in writer.feiten.acties.values():
        for plek in item.actie.integratie:
            found.setdefault(plek.beleidsdomein, []).append((item, _name_plek(writer, plek)))
    order = [term.id for term in writer.termen("beleidsdomein")]
    return [(writer.term("beleidsdomein", name), found[name]) for name in order if name in found]


def _name_plek(writer: Writer, plek: Integratie) -> str:
    named = (("proces", plek.proces), ("instrument", plek.instrument))
    return ", ".join(writer.term(lijst, name) for lijst, name in named if name)


def _list_evidence(writer: Writer) -> list[dict[str, Any]]:
    """The cells of the scan that say what their score shows from; none in the public edition."""
    feiten = writer.feiten.integratie
    if feiten is None:
        return []
    return [
        {
            "domein": writer.term("beleidsdomein", cel.beleidsdomein),
            "plek": writer.term("proces", cel.proces)
            if cel.proces
            else writer.term("instrument", cel.instrument or ""),
            "score": cel.score,
            "bewijs": cel.bewijs,
            "team": cel.eigenaar_team,
        }
        for cel in feiten.scan.cellen
        if cel.bewijs and cel.score is not None
    ]


def gather_opgaven(writer: Writer) -> dict[str, Any]:
    """Other tasks, each with what touches it; a task that nothing touches is left out."""
    opgaven = writer.feiten.opgaven.opgaven if writer.feiten.opgaven else ()
    acties = writer.feiten.acties
    return {
        "opgaven": [
            (opgave, [acties[name] for name in opgave.acties])
            for opgave in opgaven
            if opgave.acties or opgave.themas or opgave.kaders
        ],
        "toont_thema": bool(writer.feiten.opgaven and writer.feiten.opgaven.zonder_actie),
    }
