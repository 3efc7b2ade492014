"""What an information manager asks: personal data, pictures, consents, and who still has to agree.

No page shows this, on purpose: what waits for somebody's consent stands in no edition.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from generator.check.dossier import Dossier
from generator.check.personen import iter_gegevens
from generator.findings import Plek
from generator.model.basis import Klasse, has_consent, walk
from generator.model.datums import show_datum
from generator.model.openbaarheid import Openbaarheid
from generator.model.persoonsgegevens import is_vrijgegeven
from generator.model.programma import iter_records
from generator.model.proza import Beeldplaats
from generator.model.regels.voortgang import find_bevestigd, find_versheid

KORTSTE_ALT: Final = 15
"""Fewer characters than this hardly tell what is to be seen."""


@dataclass(frozen=True, slots=True)
class Regel:
    """One thing to look at: where it stands, and what it is."""

    plek: Plek
    tekst: str


@dataclass(frozen=True, slots=True)
class Onderwerp:
    """One question of the report.

    Attributes:
        id: by which it is asked for.
        kop: the question.
        uitleg: what was looked at, and what to do.
        geen: what to say when there is nothing.
        regels: the answer, in the order of the sources.
    """

    id: str
    kop: str
    uitleg: str
    geen: str
    regels: tuple[Regel, ...]


def report_programma(dossier: Dossier) -> tuple[Onderwerp, ...]:
    """Every question with its answer, at the date of the dossier."""
    return tuple(
        Onderwerp(name, kop, uitleg, geen, tuple(find(dossier)))
        for name, kop, uitleg, geen, find in VRAGEN
    )


def _find_personen(dossier: Dossier) -> Iterator[Regel]:
    vrijgegeven = dossier.programma.gegevens.vrijgegeven
    for plek, found in iter_gegevens(dossier, is_openbaar=False):
        known = " (staat bij vrijgegeven)" if is_vrijgegeven(found, vrijgegeven) else ""
        yield Regel(plek, f"{found.soort}: {found.tekst}{known}")


def _find_functies(dossier: Dossier) -> Iterator[Regel]:
    for soort, identifier, record in iter_records(dossier.programma):
        for path, inner in walk(record):
            for name in ("trekker", "contactrol", "rol"):
                value = getattr(inner, name, None)
                if value and soort not in {"stakeholder", "initiatief"}:
                    plek = dossier.plekken.waar(soort, identifier, *path, name)
                    yield Regel(plek, f"{name}: {value}")


def _find_beelden(dossier: Dossier) -> Iterator[Regel]:
    placed = {
        deel.bestand
        for page in dossier.programma.proza
        for deel in page.delen
        if isinstance(deel, Beeldplaats)
    }
    for beeld in dossier.programma.beelden:
        plek = dossier.plekken.waar("beeld", beeld.bestand, "alt")
        stam = beeld.bestand.rpartition(".")[0].replace("-", " ").replace("_", " ")
        if len(beeld.alt) < KORTSTE_ALT or beeld.alt.casefold().startswith(stam.casefold()):
            yield Regel(plek, f"{beeld.bestand}: de alt-tekst zegt weinig ('{beeld.alt}')")
        if beeld.bestand not in placed:
            yield Regel(plek, f"{beeld.bestand}: staat op geen enkele pagina")


def _find_toestemmingen(dossier: Dossier) -> Iterator[Regel]:
    for soort, identifier, record in iter_records(dossier.programma):
        for path, inner in walk(record):
            plek = dossier.plekken.waar(soort, identifier, *path)
            if not has_consent(inner):
                what = f"{type(inner).__name__.lower()} in {identifier}" if path else identifier
                yield Regel(plek, f"{what}: geen toestemming, dus nergens te zien")
            elif type(inner).openbaar_met == "akkoord_vermelding" and not getattr(
                inner, "akkoord_vermelding", True
            ):
                yield Regel(plek, f"{identifier}: geen akkoord om openbaar te noemen")
    for beeld in dossier.programma.beelden:
        if beeld.herkenbaar:
            given = "met toestemming" if beeld.toestemming else "zonder toestemming"
            plek = dossier.plekken.waar("beeld", beeld.bestand, "herkenbaar")
            yield Regel(plek, f"{beeld.bestand}: mensen herkenbaar in beeld, {given}")


def _find_afspraken(dossier: Dossier) -> Iterator[Regel]:
    statussen = dossier.termen.get("actiestatus", {})
    for actie in dossier.programma.acties:
        term = statussen.get(actie.actiestatus)
        is_over = term is not None and term.klasse in {Klasse.KLAAR, Klasse.VERVALLEN}
        if actie.afgesproken_met_team is None and not is_over:
            team = actie.eigenaar_team or "nog geen team"
            plek = dossier.plekken.waar("actie", actie.id)
            yield Regel(plek, f"{actie.id} ({team}): {actie.titel}")
    for belemmering in dossier.programma.belemmeringen:
        if belemmering.team and not belemmering.afgestemd_met_team:
            plek = dossier.plekken.waar("belemmering", belemmering.id)
            yield Regel(plek, f"{belemmering.id} ({belemmering.team}): belemmering")


def _find_onbevestigd(dossier: Dossier) -> Iterator[Regel]:
    dagen = find_versheid(dossier.programma)
    statussen = dossier.termen.get("actiestatus", {})
    for actie in dossier.programma.acties:
        term = statussen.get(actie.actiestatus)
        if dagen is None or (term and term.klasse in {Klasse.KLAAR, Klasse.VERVALLEN}):
            continue
        last = find_bevestigd(actie, dossier.peildatum)
        if last is None or (dossier.peildatum - last).days > dagen:
            since = f"het laatst op {show_datum(last)}" if last else "nog nooit"
            plek = dossier.plekken.waar("actie", actie.id, "gecontroleerd_op")
            yield Regel(plek, f"{actie.id} ({actie.eigenaar_team or 'geen team'}): {since}")


def _find_embargos(dossier: Dossier) -> Iterator[Regel]:
    for soort, identifier, record in iter_records(dossier.programma):
        for path, inner in walk(record):
            day = inner.publiek_vanaf if isinstance(inner, Openbaarheid) else None
            if day and day > dossier.peildatum:
                plek = dossier.plekken.waar(soort, identifier, *path, "publiek_vanaf")
                yield Regel(plek, f"{soort} {identifier}: openbaar vanaf {show_datum(day)}")


type_find = Callable[[Dossier], Iterator[Regel]]

VRAGEN: Final[tuple[tuple[str, str, str, str, type_find], ...]] = (
    (
        "personen",
        "Persoonsgegevens",
        (
            "Alles wat op een naam, mailadres of telefoonnummer lijkt, ook in interne teksten. "
            "Postbussen in hun eigen veld tellen niet mee. Een voornaam met een achternaam herkent "
            "het programma alleen met een titel, aanspreekvorm of voorletters ervoor."
        ),
        "Niets gevonden.",
        _find_personen,
    ),
    (
        "functies",
        "Functies",
        "Functies die een enkele persoon kan hebben. Ze staan alleen op het intranet.",
        "Er worden geen functies genoemd.",
        _find_functies,
    ),
    (
        "beelden",
        "Beelden en hun alt-tekst",
        (
            "Een beeld zonder alt-tekst wordt niet gebouwd. Hier staan beelden waarvan die tekst "
            "weinig zegt, en beelden die nergens staan."
        ),
        "Elk beeld heeft een beschrijving en staat op een pagina.",
        _find_beelden,
    ),
    (
        "toestemmingen",
        "Toestemmingen",
        "Wie nog geen toestemming gaf, en beelden waarop mensen herkenbaar zijn.",
        "Er is niets waarvoor toestemming nodig is.",
        _find_toestemmingen,
    ),
    (
        "afspraken",
        "Wacht op een team",
        (
            "Acties zonder afgesproken_met_team, en belemmeringen bij een team dat er nog niet mee "
            "instemde."
        ),
        "Alle teams hebben ingestemd.",
        _find_afspraken,
    ),
    (
        "bevestigen",
        "Stand nog te bevestigen",
        (
            "Acties waarvan de stand langer niet is bevestigd dan de regels vragen. Bevestigen kan "
            "voor veel acties tegelijk: circulair bevestig."
        ),
        "Van elke lopende actie is de stand bevestigd.",
        _find_onbevestigd,
    ),
    (
        "embargo",
        "Wordt later openbaar",
        "Wat nu intern is en op een dag voor iedereen te zien wordt.",
        "Er wacht niets op een dag.",
        _find_embargos,
    ),
)
