"""What the pages of which there is one show, besides the facts that every page has."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from generator.derive.feiten import Actiefeiten
from generator.model.basis import Editie, Zichtbaarheid
from generator.model.figuren import name_figuren
from generator.model.proza import Aanroepsoort
from generator.present.writer import Writer


def list_upcoming(acties: Iterable[Actiefeiten]) -> list[Actiefeiten]:
    """The actions that have a milestone to come, the nearest first."""
    waiting = [
        (item.volgende.gepland.eind, item.actie.id, item) for item in acties if item.volgende
    ]
    return [item for *_, item in sorted(waiting, key=lambda row: row[:2])]


def gather_teams(writer: Writer) -> dict[str, Any]:
    """The overview of teams by afdeling; an afdeling without teams is left out."""
    return {"bezet": {team.afdeling for team in writer.feiten.programma.teams}}


def gather_acties(writer: Writer) -> dict[str, Any]:
    """The overview of actions: complete without script, filtered with it."""
    filters = [
        (name, kop, [(line.id, line.naam) for line in telling.regels if line.id and line.aantal])
        for name, kop, telling in (
            ("thema", "Thema", writer.feiten.tellingen["acties-per-thema"]),
            ("team", "Team", writer.feiten.tellingen["acties-per-team"]),
            ("fase", "Fase", writer.feiten.tellingen["acties-per-fase"]),
            ("status", "Status", writer.feiten.tellingen["acties-per-status"]),
            ("schaal", "Schaal", writer.feiten.tellingen["acties-per-schaal"]),
        )
    ]
    return {
        "verberg": ("toc",),
        "acties": list(writer.feiten.acties.values()),
        "filters": filters,
    }


def gather_bronnen(writer: Writer) -> dict[str, Any]:
    """Sources and method: every source, and every foreign series as it was delivered."""
    names = writer.feiten.reeksen
    return {"reeksen": [writer.figuren.figuur(f"reeks-{name}") for name in names]}


def gather_begrippen(writer: Writer) -> dict[str, Any]:
    """The glossary, and the vocabularies with their definitions."""
    programma = writer.feiten.programma
    return {
        "begrippen": sorted(programma.begrippen, key=lambda item: item.naam.casefold()),
        "lijsten": [
            lijst
            for lijst in programma.woordenlijsten
            if any(term.definitie for term in lijst.termen)
        ],
    }


def gather_open_data(writer: Writer) -> dict[str, Any]:
    """Every table of the edition, with where it can be downloaded."""
    programma, is_intern = writer.feiten.programma, writer.feiten.editie is Editie.INTERN
    names = name_figuren(programma, Aanroepsoort.TABEL).items()
    made = [
        writer.figuren.figuur(name)
        for name, who in names
        if is_intern or who is Zichtbaarheid.PUBLIEK
    ]
    return {"figuren_met_rijen": [figuur for figuur in made if figuur.tabel.rijen]}


def gather_contact(writer: Writer) -> dict[str, Any]:
    """The teams that have a mailbox."""
    return {"bereikbaar": [team for team in writer.feiten.programma.teams if team.postbus]}
