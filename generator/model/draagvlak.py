"""How support grew: sessions, stakeholders, the challenge, barriers and successes."""

from __future__ import annotations

from typing import Annotated, ClassVar

from generator.model.basis import (
    PUBLIEK,
    Model,
    Verwijzing,
    term,
)
from generator.model.datums import Moment
from generator.model.herkomst import Herkomstvelden
from generator.model.openbaarheid import Openbaarheid
from generator.model.waarden import Aantal, Bedrag, JaNee, Sleutel, Tekst


class Opbrengst(Model):
    """Outcome: what a session yielded, and what was done with it."""

    tekst: Annotated[Tekst, PUBLIEK]
    """Wat eruit kwam."""
    gevolg: Annotated[Tekst, PUBLIEK]
    """Wat ermee is gedaan."""
    kansen: Annotated[tuple[Sleutel, ...], Verwijzing("kans"), PUBLIEK] = ()
    """Kansen die eruit volgden."""
    acties: Annotated[tuple[Sleutel, ...], Verwijzing("actie"), PUBLIEK] = ()
    """Acties die eruit volgden."""


class Bijeenkomst(Openbaarheid):
    """Session: a meeting in which the programme was made together."""

    id: Annotated[Sleutel, PUBLIEK]
    """Vaste sleutel."""
    titel: Annotated[Tekst, PUBLIEK]
    """Naam van de bijeenkomst."""
    soort: Annotated[Sleutel, term("bijeenkomstsoort"), PUBLIEK]
    """Werkatelier, ambitieberaad, werksessie of stakeholdersessie."""
    datum: Annotated[Moment, PUBLIEK]
    """Wanneer."""
    stap: Annotated[Sleutel | None, term("stap"), PUBLIEK] = None
    """Stap in het maken van het programma."""
    niveau: Annotated[tuple[Sleutel, ...], term("niveau"), PUBLIEK] = ()
    """Welke niveaus erbij waren."""
    teams: Annotated[tuple[Sleutel, ...], Verwijzing("team"), PUBLIEK] = ()
    """Welke teams erbij waren."""
    deelnemers: Annotated[Aantal | None, PUBLIEK] = None
    """Hoeveel mensen erbij waren; onder de grens wordt het aantal niet getoond."""
    opbrengst: Annotated[tuple[Opbrengst, ...], PUBLIEK] = ()
    """Wat eruit kwam en wat ermee is gedaan."""


class Inbreng(Model):
    """Contribution: what a stakeholder brings, in words and never as a score."""

    kennis: Annotated[Tekst | None, PUBLIEK] = None
    """Wat de organisatie weet."""
    autoriteit: Annotated[Tekst | None, PUBLIEK] = None
    """Waar de organisatie over gaat."""
    enthousiasme: Annotated[Tekst | None, PUBLIEK] = None
    """Wat de organisatie graag wil."""


class Stakeholder(Openbaarheid):
    """Stakeholder: an organisation that joins in; public only when it agreed to be named."""

    openbaar_met: ClassVar[str | None] = "akkoord_vermelding"

    id: Annotated[Sleutel, PUBLIEK]
    """Vaste sleutel."""
    organisatie: Annotated[Tekst, PUBLIEK]
    """Naam van de organisatie, niet van een persoon."""
    soort: Annotated[Sleutel, term("stakeholdersoort"), PUBLIEK]
    """Bedrijf, instelling, vereniging, overheid."""
    sector: Annotated[Tekst | None, PUBLIEK] = None
    """Waarin de organisatie werkt."""
    rol: Annotated[Tekst | None, PUBLIEK] = None
    """Wat de organisatie in het programma doet."""
    inbreng: Annotated[Inbreng | None, PUBLIEK] = None
    """Kennis, autoriteit en enthousiasme, in woorden."""
    themas: Annotated[tuple[Sleutel, ...], Verwijzing("thema"), PUBLIEK] = ()
    """Thema's waarbij de organisatie meedoet."""
    akkoord_vermelding: Annotated[JaNee, PUBLIEK] = False
    """true als de organisatie openbaar genoemd wil worden."""


class Opdracht(Herkomstvelden):
    """Assignment: something participants tried, and what they saved by their own account."""

    id: Annotated[Sleutel, PUBLIEK]
    """Vaste sleutel."""
    titel: Annotated[Tekst, PUBLIEK]
    """De opdracht in een regel."""
    categorie: Annotated[Sleutel, term("challengecategorie"), PUBLIEK]
    """Waar de opdracht over gaat."""
    eenheid: Annotated[Tekst, PUBLIEK]
    """Wat er geteld is, bijvoorbeeld reizen of lunches."""
    deelnemers: Annotated[Aantal | None, PUBLIEK] = None
    """Hoeveel mensen de opdracht deden."""
    aantal: Annotated[Bedrag, PUBLIEK]
    """Hoe vaak de opdracht is gedaan, door allen samen."""
    co2_kg_oud: Annotated[Bedrag | None, PUBLIEK] = None
    """Kg CO2-equivalent per keer op de oude manier."""
    co2_kg_nieuw: Annotated[Bedrag | None, PUBLIEK] = None
    """Kg CO2-equivalent per keer op de nieuwe manier."""
    afval_kg_oud: Annotated[Bedrag | None, PUBLIEK] = None
    """Kg afval per keer op de oude manier."""
    afval_kg_nieuw: Annotated[Bedrag | None, PUBLIEK] = None
    """Kg afval per keer op de nieuwe manier."""


class Verhaal(Openbaarheid):
    """Story: what a participant told; in no edition without consent."""

    te_tonen_met: ClassVar[str | None] = "toestemming"

    tekst: Annotated[Tekst, PUBLIEK]
    """Het verhaal in een of twee zinnen, zonder naam."""
    toestemming: Annotated[JaNee, PUBLIEK] = False
    """true als de verteller goed vindt dat het op de site staat."""


class Challenge(Herkomstvelden, Openbaarheid):
    """Challenge: a period in which employees tried circular assignments."""

    naam: Annotated[Tekst, PUBLIEK]
    """Naam van de challenge."""
    omschrijving: Annotated[Tekst, PUBLIEK]
    """Wat er gebeurde, in een paar zinnen."""
    start: Annotated[Moment, PUBLIEK]
    """Wanneer de challenge begon."""
    duur_dagen: Annotated[Aantal, PUBLIEK]
    """Hoe lang de challenge duurde, in dagen."""
    deelnemers: Annotated[Aantal, PUBLIEK]
    """Hoeveel mensen meededen."""
    bereik: Annotated[Aantal | None, PUBLIEK] = None
    """Hoeveel mensen mee konden doen."""
    methode: Annotated[Tekst, PUBLIEK]
    """Hoe de besparing is berekend, en wat dat betekent voor de betrouwbaarheid."""
    opdrachten: Annotated[tuple[Opdracht, ...], PUBLIEK] = ()
    """De opdrachten met hun uitkomst."""
    weggelaten: Annotated[Aantal, PUBLIEK] = 0
    """Vult het programma: opdrachten die te weinig mensen deden om te tonen."""
    praktijken: Annotated[tuple[Sleutel, ...], Verwijzing("praktijk"), PUBLIEK] = ()
    """Wat medewerkers zelf al bleken te doen."""
    verhalen: Annotated[tuple[Verhaal, ...], PUBLIEK] = ()
    """Verhalen van deelnemers, alleen met toestemming."""
    leidt_tot: Annotated[tuple[Sleutel, ...], Verwijzing("actie"), PUBLIEK] = ()
    """Acties die eruit volgden."""


class Belemmering(Openbaarheid):
    """Barrier: what keeps people from working circularly; public only in neutral words."""

    openbaar_met: ClassVar[str | None] = "tekst_publiek"

    id: Annotated[Sleutel, PUBLIEK]
    """Nummer, bijvoorbeeld B-01."""
    tekst: Tekst | None = None
    """Wat medewerkers zeggen; alleen op de intranetversie."""
    tekst_publiek: Annotated[Tekst | None, PUBLIEK] = None
    """Hetzelfde in neutrale woorden, voor iedereen."""
    thema: Annotated[Sleutel, Verwijzing("thema"), PUBLIEK]
    """Thema waar de belemmering bij hoort."""
    team: Annotated[Sleutel | None, Verwijzing("team")] = None
    """Team waar het speelt; alleen intern, en alleen als het team het eens is."""
    afgestemd_met_team: JaNee = False
    """true als het team het eens is met vermelding."""
    comb: Annotated[Sleutel | None, term("barriere_comb")] = None
    """Soort belemmering volgens COM-B; alleen op de intranetversie."""
    praktisch: Annotated[Sleutel | None, term("barriere_praktisch")] = None
    """Soort belemmering in gewone woorden; alleen op de intranetversie."""
    niveau: Annotated[Sleutel | None, term("niveau")] = None
    """Niveau waarop het speelt; alleen op de intranetversie."""
    meldingen: Aantal | None = None
    """Hoe vaak dit genoemd is; onder de grens wordt het aantal niet getoond."""
    bron_idee: Annotated[Sleutel | None, term("bron_idee")] = None
    """Waar de belemmering naar boven kwam; alleen op de intranetversie."""
    acties: Annotated[tuple[Sleutel, ...], Verwijzing("actie"), PUBLIEK] = ()
    """Acties die de belemmering wegnemen."""
    opgelost_op: Annotated[Moment | None, PUBLIEK] = None
    """Wanneer de belemmering was opgelost."""


class Succes(Herkomstvelden, Openbaarheid):
    """Success: something that worked, and the actions it started; never without consent."""

    te_tonen_met: ClassVar[str | None] = "toestemming"

    id: Annotated[Sleutel, PUBLIEK]
    """Nummer, bijvoorbeeld P-01."""
    titel: Annotated[Tekst, PUBLIEK]
    """Kop."""
    team: Annotated[Sleutel, Verwijzing("team"), PUBLIEK]
    """Team dat het deed."""
    datum: Annotated[Moment, PUBLIEK]
    """Wanneer het lukte."""
    tekst: Annotated[Tekst, PUBLIEK]
    """Het verhaal in een paar zinnen."""
    resultaat: Annotated[Tekst, PUBLIEK]
    """Wat het opleverde, met waar dat uit blijkt."""
    actie: Annotated[Sleutel | None, Verwijzing("actie"), PUBLIEK] = None
    """Actie waarin het lukte."""
    leidt_tot: Annotated[tuple[Sleutel, ...], Verwijzing("actie"), PUBLIEK] = ()
    """Acties die hierdoor begonnen of verder kwamen."""
    toestemming: Annotated[JaNee, PUBLIEK] = False
    """true als het team en anderen in het verhaal goed vinden dat het op de site staat."""
