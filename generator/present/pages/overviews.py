"""What the pages of which there is one show, besides the facts that every page has."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import groupby
from typing import Any, Final, NamedTuple

from generator.derive.feiten import Actiefeiten, Punt, Reeksfeiten
from generator.model.proza import Aanroepsoort
from generator.present.figures.basis import Figuur
from generator.present.formats import format_verwacht, format_waarde
from generator.present.tables import Kolom
from generator.present.writer import Writer

MEESTE_BEGRIPPEN: Final = 12
"""A glossary with more words than this is divided by letter."""


class Reeksblok(NamedTuple):
    """A foreign series in a table with others: its figure, and its values with their years."""

    figuur: Figuur
    regels: Sequence[tuple[int, str, str]]


def list_upcoming(acties: Iterable[Actiefeiten]) -> list[Actiefeiten]:
    """The actions that have a milestone to come, the nearest first."""
    waiting = [
        (item.volgende.gepland.eind, item.actie.id, item) for item in acties if item.volgende
    ]
    return [item for *_, item in sorted(waiting, key=lambda row: row[:2])]


def gather_teams(writer: Writer) -> dict[str, Any]:
    """The overview of teams by afdeling; an afdeling without teams is left out."""
    return {"bezet": {team.afdeling for team in writer.feiten.programma.teams}}


def gather_bronnen(writer: Writer) -> dict[str, Any]:
    """Sources and method: every source, and every foreign series as it was delivered."""
    blokken: dict[tuple[str, ...], dict[str | None, list[Reeksblok]]] = {}
    for name, reeks in writer.feiten.reeksen.items():
        figuur = writer.figuren.figuur(f"reeks-{name}")
        regels = [
            _tell_punt(reeks, *pair, peildatum=writer.feiten.peildatum)
            for pair in zip(reeks.punten, figuur.tabel.getoond(), strict=True)
        ]
        if regels:
            by_definitie = blokken.setdefault(figuur.bronnen, {})
            by_definitie.setdefault(figuur.definitie, []).append(Reeksblok(figuur, regels))
    return {
        "bestanden": [
            ("; ".join(bronnen) or "Zonder bron", sum(map(len, groepen.values())), groepen.items())
            for bronnen, groepen in blokken.items()
        ],
        "historie": writer.historie,
    }


def _tell_punt(
    reeks: Reeksfeiten,
    punt: Punt,
    rij: Sequence[tuple[Kolom, str, int | None]],
    *,
    peildatum: date,
) -> tuple[int, str, str]:
    """The year of a value, the value, and what else there is to know about it."""
    waarde = (
        format_waarde(punt.waarde, reeks.eenheid, reeks.decimalen)
        if punt.waarde is not None
        else "nog niet bekend"
    )
    known = [(kolom.naam, cel) for kolom, cel, _ in rij[2:] if cel != "–"]
    told = [cel if naam.casefold() == cel else f"{naam}: {cel}" for naam, cel in known]
    expected = reeks.reeks.volgende_publicatie if reeks.reeks else None
    if punt is reeks.ontbreekt and expected:
        told.append(format_verwacht(expected, peildatum))
    return punt.jaar, waarde, "; ".join(told)


def gather_begrippen(writer: Writer) -> dict[str, Any]:
    """The glossary by first letter where it is long, and the vocabularies with definitions."""
    programma = writer.feiten.programma
    ordered = sorted(programma.begrippen, key=lambda item: item.naam.casefold())
    is_long = len(ordered) > MEESTE_BEGRIPPEN
    groups = groupby(ordered, key=lambda item: item.naam[:1].upper() if is_long else "")
    return {
        "letters": [(letter, list(items)) for letter, items in groups],
        "lijsten": [
            lijst
            for lijst in programma.woordenlijsten
            if any(term.definitie for term in lijst.termen)
        ],
    }


def gather_open_data(writer: Writer) -> dict[str, Any]:
    """Every table of the edition, with where it can be downloaded."""
    made = writer.list_figuren(Aanroepsoort.TABEL)
    filled = [figuur for figuur in made if figuur.tabel.rijen]
    foreign = {f"reeks-{name}" for name in writer.feiten.reeksen}
    soorten = (
        ("Tabellen van dit programma", [item for item in filled if item.naam not in foreign]),
        ("Reeksen van anderen", [item for item in filled if item.naam in foreign]),
    )
    return {"lijsten": [(kop, figuren) for kop, figuren in soorten if figuren]}


def gather_contact(writer: Writer) -> dict[str, Any]:
    """The teams that have a mailbox."""
    return {"bereikbaar": [team for team in writer.feiten.programma.teams if team.postbus]}
