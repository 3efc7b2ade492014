"""Choices: what the drop-down lists of a workbook hold, and what each choice is called."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from generator.edit.excel.kolommen import Blad, Soort
from generator.model.namen import read_naam
from generator.model.programma import COLLECTIES, Programma

JA_NEE = "ja of nee"


@dataclass(frozen=True, slots=True)
class Keuze:
    """What a cell may hold (`id`), what readers call it, and what it means."""

    id: str
    naam: str
    uitleg: str = ""


def list_keuzes(programma: Programma, bladen: Iterable[Blad]) -> Mapping[str, tuple[Keuze, ...]]:
    """The choices of each list that a column names, in reading order."""
    kolommen = [kolom for blad in bladen for kolom in blad.kolommen.values()]
    names = dict.fromkeys(kolom.lijst for kolom in kolommen if kolom.lijst)
    found = {name: tuple(_find_keuzes(programma, name)) for name in names}
    if any(kolom.soort is Soort.JANEE for kolom in kolommen):
        found[JA_NEE] = (Keuze("true", "ja"), Keuze("false", "nee"))
    return {name: keuzes for name, keuzes in found.items() if keuzes}


def _find_keuzes(programma: Programma, name: str) -> Iterator[Keuze]:
    if name == "deelonderwerp":
        for thema in programma.themas:
            for part in thema.deelonderwerpen:
                yield Keuze(part.id, part.naam, f"hoort bij thema {thema.id}")
    elif name in COLLECTIES:
        for record in getattr(programma, COLLECTIES[name]):
            yield Keuze(record.id, read_naam(record) or record.id)
    else:
        lijsten = (lijst for lijst in programma.woordenlijsten if lijst.id == name)
        for lijst in lijsten:
            for term in lijst.geordend:
                yield Keuze(term.id, term.naam, term.definitie or "")
