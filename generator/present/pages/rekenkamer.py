"""The questions of a court of audit: the pages that answer them, each with a count from there."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final, NamedTuple

from generator.model.basis import Editie
from generator.model.regels.besluiten import is_open, list_besloten
from generator.model.werk import Rekenkamervraag
from generator.present.formats import format_aantal
from generator.present.pages.verantwoording import name_paginas
from generator.present.writer import Writer


class Antwoordpagina(NamedTuple):
    """A page that answers a question: where, what it is called, and what is counted there."""

    pad: str
    naam: str
    telling: str


class Vraag(NamedTuple):
    """A question with its answer, and the pages of it that this edition has."""

    vraag: Rekenkamervraag
    paginas: list[Antwoordpagina]


def gather_rekenkamer(writer: Writer) -> dict[str, Any]:
    """The questions, in the order of the file."""
    names = name_paginas(writer)
    return {
        "vragen": [
            Vraag(
                vraag,
                [
                    Antwoordpagina(
                        pad, names[pad], TELLINGEN[pad](writer) if pad in TELLINGEN else ""
                    )
                    for pad in vraag.paginas
                    if pad in writer.paden
                ],
            )
            for vraag in writer.feiten.programma.rekenkamer
        ]
    }


def _tell_deel(deel: int, geheel: int, namen: tuple[str, str], wat: tuple[str, str]) -> str:
    """A part of a whole: `3 van de 4 acties hebben ...`, `Alle 4 acties hebben ...`."""
    begin = f"{deel} van de {format_aantal(geheel, *namen)}"
    if deel == geheel:
        begin = format_aantal(geheel, *namen) if geheel == 1 else f"Alle {geheel} {namen[1]}"
    return f"{begin} {wat[0] if deel == 1 else wat[1]}."


def _count_doelen(writer: Writer) -> str:
    indicatoren = writer.feiten.programma.indicatoren
    return _tell_deel(
        sum(bool(item.streefwaarden) for item in indicatoren),
        len(indicatoren),
        ("indicator", "indicatoren"),
        ("heeft een doel met een getal", "hebben een doel met een getal"),
    )


def _count_doelstellingen(writer: Writer) -> str:
    doelen = writer.feiten.programma.doelstellingen
    if not doelen:
        return ""
    return _tell_deel(
        sum(item.jaar is not None for item in doelen),
        len(doelen),
        ("doelstelling", "doelstellingen"),
        ("heeft een jaar", "hebben een jaar"),
    )


def _count_soorten(writer: Writer) -> str:
    acties = writer.feiten.programma.acties
    soorten = len({item.interventietype for item in acties})
    total = format_aantal(len(acties), "actie", "acties")
    return f"{total}, met {format_aantal(soorten, 'soort', 'soorten')} aanpak."


def _count_kansen(writer: Writer) -> str:
    """How many were chosen; everyone sees only those, and of how many they are is not public."""
    kansen = writer.feiten.programma.kansen
    if writer.feiten.editie is Editie.PUBLIEK:
        return f"{format_aantal(len(kansen), 'gekozen kans', 'gekozen kansen')}."
    return _tell_deel(
        sum(item.is_gekozen for item in kansen),
        len(kansen),
        ("kans", "kansen"),
        ("is opgenomen in het programma", "zijn opgenomen in het programma"),
    )


def _count_opgaven(writer: Writer) -> str:
    acties = writer.feiten.programma.acties
    return _tell_deel(
        sum(bool(item.koppelopgaven) for item in acties),
        len(acties),
        ("actie", "acties"),
        ("sluit aan bij een andere opgave", "sluiten aan bij een andere opgave"),
    )


def _count_kaders(writer: Writer) -> str:
    kaders = writer.feiten.programma.beleidskaders
    return f"{format_aantal(len(kaders), 'beleidskader', 'beleidskaders')}." if kaders else ""


def _count_besluiten(writer: Writer) -> str:
    taken = list_besloten(writer.feiten.programma, writer.feiten.peildatum)
    if not taken:
        return "Er is nog geen besluit om bij te sturen."
    still = sum(is_open(item, writer.feiten.peildatum) for item in taken)
    besluiten = format_aantal(len(taken), "besluit", "besluiten")
    begin = f"{besluiten} om bij te sturen"
    return f"{begin}; bij {still} daarvan is nog niet teruggekeken."


def _count_effecten(writer: Writer) -> str:
    acties = writer.feiten.acties.values()
    reached = sum(bool(item.actie.gerealiseerde_effecten) for item in acties)
    told = f"Bij {format_aantal(reached, 'actie', 'acties')} staat wat is bereikt."
    if writer.feiten.editie is Editie.PUBLIEK:
        return told
    expected = sum(bool(item.actie.verwachte_effecten) for item in acties)
    return f"Bij {format_aantal(expected, 'actie', 'acties')} staat een verwacht effect. {told}"


def _count_kosten(writer: Writer) -> str:
    kosten = writer.feiten.kosten
    if kosten is None:
        return ""
    return _tell_deel(
        kosten.aantal,
        kosten.aantal + len(kosten.zonder_budget),
        ("actie die niet gestopt is", "acties die niet gestopt zijn"),
        ("heeft een budget", "hebben een budget"),
    )


def _count_successen(writer: Writer) -> str:
    found = writer.feiten.werk.successen
    return f"{format_aantal(len(found), 'succes', 'successen')}." if found else ""


TELLINGEN: Final[Mapping[str, Callable[[Writer], str]]] = {
    "indicatoren/index": _count_doelen,
    "ambitie": _count_doelstellingen,
    "acties/index": _count_soorten,
    "kansenkaart": _count_kansen,
    "andere-opgaven": _count_opgaven,
    "profiel": _count_kaders,
    "voortgang/bijsturing": _count_besluiten,
    "voortgang/bijdrage": _count_effecten,
    "voortgang/kosten": _count_kosten,
    "successen/index": _count_successen,
}
"""What is counted of a page, where that is cheap to say."""
