"""Who: the afdelingen and teams that own the actions, and the sources they rely on."""

from __future__ import annotations

from typing import Annotated

from generator.model.basis import PUBLIEK, KeuzeTaal, Verwijzing
from generator.model.datums import Jaar, Moment
from generator.model.openbaarheid import Openbaarheid
from generator.model.waarden import Adres, Postbus, Sleutel, Tekst


class Afdeling(Openbaarheid):
    """Department: a group of teams; a list of its own, so that a survey can count by it."""

    id: Annotated[Sleutel, PUBLIEK]
    """Vaste sleutel, bijvoorbeeld bedrijfsvoering."""
    naam: Annotated[Tekst, PUBLIEK]
    """Naam zoals die op de site staat."""


class Team(Openbaarheid):
    """Team: the people who own and carry out actions."""

    id: Annotated[Sleutel, PUBLIEK]
    """Vaste sleutel; ook de naam van de teampagina."""
    naam: Annotated[Tekst, PUBLIEK]
    """Naam zonder het woord team ervoor."""
    afdeling: Annotated[Sleutel, Verwijzing("afdeling"), PUBLIEK]
    """Afdeling waar het team bij hoort."""
    omschrijving: Annotated[Tekst, PUBLIEK]
    """Wat het team doet, in een zin."""
    betekenis: Tekst | None = None
    """Wat dit programma voor het werk van het team betekent; alleen op de intranetversie."""
    omvang: Tekst | None = None
    """Grootte als klasse, bijvoorbeeld 20-30; nooit een precies aantal."""
    contactrol: Tekst | None = None
    """Functie die vragen beantwoordt; geen naam van een persoon."""
    postbus: Annotated[Postbus | None, PUBLIEK] = None
    """Mailadres van het team, niet van een persoon."""


class Bron(Openbaarheid):
    """Source: a publication, registration or count that numbers rest on."""

    id: Annotated[Sleutel, PUBLIEK]
    """Vaste sleutel waarmee getallen naar de bron verwijzen."""
    titel: Annotated[Tekst, PUBLIEK]
    """Titel van de publicatie of naam van de registratie."""
    organisatie: Annotated[Tekst, PUBLIEK]
    """Wie de bron uitgeeft of bijhoudt."""
    jaar: Annotated[Jaar | None, PUBLIEK] = None
    """Jaar van uitgave."""
    url: Annotated[Adres | None, PUBLIEK] = None
    """Webadres van de bron."""
    licentie: Annotated[Tekst | None, PUBLIEK] = None
    """Onder welke voorwaarden de gegevens gebruikt mogen worden."""
    soort: Annotated[Tekst | None, PUBLIEK] = None
    """Soort bron, bijvoorbeeld statistiek, nieuwsbericht of registratie."""
    geraadpleegd_op: Annotated[Moment | None, PUBLIEK] = None
    """Wanneer de bron is geraadpleegd."""
    toelichting: Annotated[Tekst | None, PUBLIEK] = None
    """Wat een lezer over de bron moet weten."""
    taal: Annotated[KeuzeTaal | None, PUBLIEK] = None
    """Taal van de titel, alleen als die niet Nederlands is: en, de, fr of fy."""
