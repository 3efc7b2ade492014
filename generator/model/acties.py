"""What will be done: the actions, each owned by a team, with milestones and expected effects."""

from __future__ import annotations

from typing import Annotated

from generator.model.basis import (
    PUBLIEK,
    Model,
    Verwijzing,
    term,
)
from generator.model.datums import Datum, Jaar, Moment
from generator.model.herkomst import Herkomstvelden
from generator.model.oordelen import Voortgangsoordeel
from generator.model.openbaarheid import Openbaarheid
from generator.model.waarden import Aantal, Adres, Bedrag, Getal, JaNee, Sleutel, Tekst


class Mijlpaal(Model):
    """Milestone: a result within an action that can be ticked off."""

    titel: Annotated[Tekst, PUBLIEK]
    """Wat er dan klaar is."""
    gepland: Annotated[Moment, PUBLIEK]
    """Wanneer het klaar moet zijn."""
    behaald: Annotated[Moment | None, PUBLIEK] = None
    """Wanneer het klaar was; leeg zolang het niet klaar is."""


class Urenraming(Model):
    """Hours: what the action asks of a team, per year."""

    team: Annotated[Sleutel, Verwijzing("team")]
    """Team dat de uren maakt."""
    uren_per_jaar: Aantal
    """Uren per jaar, heel getal."""


class Effect(Herkomstvelden):
    """Effect: what an action adds to an indicator."""

    indicator: Annotated[Sleutel, Verwijzing("indicator"), PUBLIEK]
    """Indicator die erdoor verandert."""
    waarde: Annotated[Getal, PUBLIEK]
    """Verandering in de eenheid van de indicator; omlaag is negatief."""
    jaar: Annotated[Jaar, PUBLIEK]
    """Jaar waarin het effect er is."""
    zekerheid: Annotated[Sleutel | None, term("zekerheid"), PUBLIEK] = None
    """Hoe zeker het effect is."""
    effectgroep: Annotated[Sleutel | None, PUBLIEK] = None
    """Acties met dezelfde effectgroep werken aan hetzelfde effect; de hoogste telt."""


class Raadsstuk(Model):
    """Council document: a motion, pledge or proposal about the action."""

    soort: Annotated[Sleutel, term("raadsstuksoort"), PUBLIEK]
    """Motie, toezegging of voorstel."""
    titel: Annotated[Tekst, PUBLIEK]
    """Titel van het stuk."""
    nummer: Annotated[Tekst | None, PUBLIEK] = None
    """Nummer in het raadsinformatiesysteem."""
    url: Annotated[Adres | None, PUBLIEK] = None
    """Webadres van het stuk."""
    status: Annotated[Tekst | None, PUBLIEK] = None
    """Stand van het stuk."""
    datum: Annotated[Moment | None, PUBLIEK] = None
    """Wanneer het stuk is aangenomen of gedaan."""
    terug: Annotated[Moment | None, PUBLIEK] = None
    """Wanneer dit terugkomt in de raad."""


class Besluitmoment(Model):
    """Decision moment: when someone must decide something about the action."""

    wanneer: Moment
    """Wanneer het besluit valt."""
    wie: Annotated[Sleutel, term("niveau")]
    """Op welk niveau."""
    waarover: Tekst
    """Wat er te kiezen is."""


class Locatie(Model):
    """Place: where in the municipality people will notice the action."""

    wijk: Annotated[Tekst | None, PUBLIEK] = None
    """Wijk of kern."""
    tekst: Annotated[Tekst, PUBLIEK]
    """Plek in gewone woorden."""


class Integratie(Model):
    """Integration: where in policy and working methods the action takes root."""

    beleidsdomein: Annotated[Sleutel, term("beleidsdomein"), PUBLIEK]
    """Beleidsdomein."""
    proces: Annotated[Sleutel | None, term("proces"), PUBLIEK] = None
    """Werkproces."""
    instrument: Annotated[Sleutel | None, term("instrument"), PUBLIEK] = None
    """Instrument."""


class Actie(Herkomstvelden, Openbaarheid):
    """Action: something a team does for the programme; its id is its file name."""

    id: Annotated[Sleutel, PUBLIEK]
    """Naam van het bestand zonder .yaml, bijvoorbeeld A-0001."""
    titel: Annotated[Tekst, PUBLIEK]
    """Wat er gebeurt, in een regel."""
    omschrijving: Annotated[Tekst, PUBLIEK]
    """Wat het team doet; een lege regel begint een nieuwe alinea."""
    waarom: Annotated[Tekst | None, PUBLIEK] = None
    """Waarom dit helpt."""
    wat_merk_ik: Annotated[Tekst | None, PUBLIEK] = None
    """Wat inwoners ervan merken."""
    thema: Annotated[Sleutel, Verwijzing("thema"), PUBLIEK]
    """Thema waar de actie bij hoort."""
    deelonderwerp: Annotated[Sleutel | None, Verwijzing("deelonderwerp"), PUBLIEK] = None
    """Deelonderwerp binnen het thema."""
    transitieagenda: Annotated[tuple[Sleutel, ...], term("transitieagenda"), PUBLIEK] = ()
    """Landelijke transitieagenda's."""
    schaal: Annotated[Sleutel, term("schaal"), PUBLIEK]
    """Eigen organisatie, grondgebied of regio."""
    doelgroep: Annotated[tuple[Sleutel, ...], term("doelgroep"), PUBLIEK] = ()
    """Voor wie de actie is."""
    interventietype: Annotated[Sleutel, term("interventietype"), PUBLIEK]
    """Hoofdsoort van de aanpak."""
    overige_interventietypen: Annotated[tuple[Sleutel, ...], term("interventietype"), PUBLIEK] = ()
    """Andere soorten aanpak die meedoen."""
    fase: Annotated[Sleutel, term("fase"), PUBLIEK]
    """Fase van het programma waar de actie bij hoort."""
    r_strategie: Annotated[tuple[Sleutel, ...], term("r_strategie"), PUBLIEK] = ()
    """R-strategieen, de belangrijkste eerst; leeg als de actie voor alle geldt."""
    substitutie: Annotated[JaNee, PUBLIEK] = False
    """true als hernieuwbaar of gebruikt materiaal nieuw materiaal vervangt."""
    eigenaar_team: Annotated[Sleutel | None, Verwijzing("team", onmisbaar=True), PUBLIEK] = None
    """Team dat eigenaar is."""
    trekker: Tekst | None = None
    """Functie die de actie trekt, of vacature; alleen op de intranetversie."""
    betrokken_teams: Annotated[tuple[Sleutel, ...], Verwijzing("team"), PUBLIEK] = ()
    """Teams die meewerken."""
    niveau: Annotated[Sleutel | None, term("niveau"), PUBLIEK] = None
    """Niveau waarop de actie speelt."""
    start: Annotated[Moment | None, PUBLIEK] = None
    """Begin van de looptijd."""
    eind: Annotated[Moment | None, PUBLIEK] = None
    """Einde van de looptijd."""
    actiestatus: Annotated[Sleutel, term("actiestatus"), PUBLIEK]
    """Waar de actie staat in haar levensloop."""
    reden: Annotated[Tekst | None, PUBLIEK] = None
    """Waarom de actie gestopt of gepauzeerd is."""
    gecontroleerd_op: Annotated[Datum | None, PUBLIEK] = None
    """Wanneer het team de stand voor het laatst bevestigde."""
    voortgang_handmatig: Voortgangsoordeel | None = None
    """Oordeel van mensen in plaats van de berekende voortgang; alleen op de intranetversie."""
    afgesproken_met_team: Datum | None = None
    """Datum van de werksessie waarin het team de actie aannam."""
    mijlpalen: Annotated[tuple[Mijlpaal, ...], PUBLIEK] = ()
    """Tussenresultaten met een datum."""
    budget_eur: Bedrag | None = None
    """Budget in euro's; leeg is nog niet bepaald, 0 is geen geld nodig."""
    dekking: Annotated[Sleutel | None, term("dekking")] = None
    """Of het budget gedekt is."""
    begrotingsprogramma: Tekst | None = None
    """Programma in de begroting."""
    uren: tuple[Urenraming, ...] = ()
    """Uren per team per jaar."""
    verwachte_effecten: tuple[Effect, ...] = ()
    """Wat de actie naar verwachting bijdraagt aan indicatoren."""
    gerealiseerde_effecten: Annotated[tuple[Effect, ...], PUBLIEK] = ()
    """Wat de actie heeft bijgedragen."""
    afhankelijkheden: Annotated[tuple[Sleutel, ...], Verwijzing("actie"), PUBLIEK] = ()
    """Acties die eerst moeten lopen."""
    koppelopgaven: Annotated[tuple[Sleutel, ...], term("koppelopgave"), PUBLIEK] = ()
    """Andere opgaven waar de actie bij aansluit."""
    integratie: Annotated[tuple[Integratie, ...], PUBLIEK] = ()
    """Waar in beleid en werkwijze de actie landt."""
    bron_idee: Annotated[Sleutel | None, term("bron_idee"), PUBLIEK] = None
    """Waar het idee vandaan kwam."""
    raadsstukken: Annotated[tuple[Raadsstuk, ...], PUBLIEK] = ()
    """Moties, toezeggingen en voorstellen."""
    locatie: Annotated[Locatie | None, PUBLIEK] = None
    """Waar de actie te zien is."""
    besluitmomenten: tuple[Besluitmoment, ...] = ()
    """Besluiten die nog moeten vallen; alleen op de intranetversie."""
    zoekwoorden: Annotated[tuple[Tekst, ...], PUBLIEK] = ()
    """Gewone woorden waarmee iemand deze actie zoekt."""
