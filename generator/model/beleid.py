"""Where it starts: the local profile, policy in force, national goals, ambitions and routes."""

from __future__ import annotations

from typing import Annotated, ClassVar

from generator.model.basis import (
    PUBLIEK,
    KeuzeTaal,
    Model,
    Verwijzing,
    term,
)
from generator.model.datums import Jaar
from generator.model.herkomst import Herkomstvelden
from generator.model.openbaarheid import Openbaarheid
from generator.model.waarden import Aantal, Adres, Getal, JaNee, Sleutel, Tekst


class Kenmerk(Herkomstvelden):
    """Characteristic: something about the place that makes its circular economy its own."""

    id: Annotated[Sleutel, PUBLIEK]
    """Vaste sleutel."""
    naam: Annotated[Tekst, PUBLIEK]
    """Kop, bijvoorbeeld Sterke sectoren."""
    tekst: Annotated[Tekst, PUBLIEK]
    """Wat dit voor een circulaire economie hier betekent, in een paar zinnen."""
    punten: Annotated[tuple[Tekst, ...], PUBLIEK] = ()
    """De belangrijkste punten, elk in een paar woorden."""


class Vertaling(Model):
    """Translation: what a national agenda means here."""

    transitieagenda: Annotated[Sleutel, term("transitieagenda"), PUBLIEK]
    """Landelijke transitieagenda."""
    relevantie: Annotated[Sleutel, term("relevantie"), PUBLIEK]
    """Hoe veel de agenda hier betekent."""
    toelichting: Annotated[Tekst, PUBLIEK]
    """Waarom, in een of twee zinnen."""
    themas: Annotated[tuple[Sleutel, ...], Verwijzing("thema"), PUBLIEK] = ()
    """Thema's waarin de agenda terugkomt."""


class Inwonertal(Herkomstvelden):
    """Population: inhabitants on 1 January of a year."""

    jaar: Annotated[Jaar, PUBLIEK]
    """Jaar."""
    aantal: Annotated[Aantal, PUBLIEK]
    """Inwoners op 1 januari van dat jaar."""


class Profiel(Herkomstvelden, Openbaarheid):
    """Local profile: what is special about this place; the list of characteristics is open."""

    inleiding: Annotated[Tekst | None, PUBLIEK] = None
    """De plaats in een paar zinnen."""
    inwoners: Annotated[tuple[Inwonertal, ...], PUBLIEK] = ()
    """Inwoners per jaar, voor getallen per inwoner."""
    kenmerken: Annotated[tuple[Kenmerk, ...], PUBLIEK] = ()
    """Kenmerken, zoals sterke sectoren, stedelijkheid en lokale opgaven."""
    vertaling: Annotated[tuple[Vertaling, ...], PUBLIEK] = ()
    """Wat de landelijke transitieagenda's hier betekenen."""


class Beleidskader(Herkomstvelden, Openbaarheid):
    """Policy in force: a law, vision, programme or agreement that the programme builds on."""

    id: Annotated[Sleutel, PUBLIEK]
    """Vaste sleutel."""
    titel: Annotated[Tekst, PUBLIEK]
    """Titel van het kader."""
    taal: Annotated[KeuzeTaal | None, PUBLIEK] = None
    """Taal van de titel, alleen als die niet Nederlands is: en, de, fr of fy."""
    laag: Annotated[Sleutel, term("overheidslaag"), PUBLIEK]
    """Van wie het is: EU, Rijk, provincie, regio of gemeente."""
    soort: Annotated[Sleutel, term("kadersoort"), PUBLIEK]
    """Wet, visie, programma, akkoord."""
    periode_van: Annotated[Jaar | None, PUBLIEK] = None
    """Eerste jaar."""
    periode_tot: Annotated[Jaar | None, PUBLIEK] = None
    """Laatste jaar."""
    status: Annotated[Tekst | None, PUBLIEK] = None
    """Stand, bijvoorbeeld van kracht of in herziening."""
    url: Annotated[Adres | None, PUBLIEK] = None
    """Webadres."""
    circulair_gehalte: Annotated[Sleutel | None, term("circulair_gehalte"), PUBLIEK] = None
    """Hoe veel er al over circulair in staat."""
    haakjes: Annotated[tuple[Tekst, ...], PUBLIEK] = ()
    """Waar het programma op aan kan sluiten."""
    themas: Annotated[tuple[Sleutel, ...], Verwijzing("thema"), PUBLIEK] = ()
    """Thema's waar het kader over gaat."""
    beleidsdomeinen: Annotated[tuple[Sleutel, ...], term("beleidsdomein"), PUBLIEK] = ()
    """Beleidsdomeinen waar het kader over gaat."""
    koppelopgaven: Annotated[tuple[Sleutel, ...], term("koppelopgave"), PUBLIEK] = ()
    """Andere opgaven waar het kader over gaat."""


class LandelijkDoel(Herkomstvelden, Openbaarheid):
    """National goal: as one version of a national programme states it; versions stay."""

    id: Annotated[Sleutel, PUBLIEK]
    """Vaste sleutel."""
    kader: Annotated[Tekst, PUBLIEK]
    """Programma of plan waar het doel in staat."""
    versie: Annotated[Tekst, PUBLIEK]
    """Versie van dat programma, bijvoorbeeld 2023."""
    doel: Annotated[Tekst, PUBLIEK]
    """Het doel in een zin."""
    referentiejaar: Annotated[Jaar | None, PUBLIEK] = None
    """Jaar waarmee wordt vergeleken."""
    jaar: Annotated[Jaar | None, PUBLIEK] = None
    """Jaar waarin het doel bereikt moet zijn; leeg als het doel geen jaar noemt."""
    waarde: Annotated[Getal | None, PUBLIEK] = None
    """Het getal van het doel; leeg als het doel alleen woorden heeft."""
    eenheid: Annotated[Tekst | None, PUBLIEK] = None
    """Eenheid van dat getal, bijvoorbeeld % minder."""
    vervangen_door: Annotated[
        Sleutel | None, Verwijzing("landelijk_doel", onmisbaar=True), PUBLIEK
    ] = None
    """Later doel dat hiervoor in de plaats kwam."""
    toelichting: Annotated[Tekst | None, PUBLIEK] = None
    """Wat een lezer moet weten."""


class Doelstelling(Herkomstvelden, Openbaarheid):
    """Goal: one knot of the goal tree, from ambition down to result."""

    id: Annotated[Sleutel, PUBLIEK]
    """Vaste sleutel."""
    tekst: Annotated[Tekst, PUBLIEK]
    """Het doel in een zin."""
    soort: Annotated[Sleutel, term("doelsoort"), PUBLIEK]
    """Ambitie, beleidsdoel, meerjarendoel of resultaat."""
    onder: Annotated[Sleutel | None, Verwijzing("doelstelling"), PUBLIEK] = None
    """Doel waar dit onder valt; leeg bij een ambitie."""
    jaar: Annotated[Jaar | None, PUBLIEK] = None
    """Jaar waarin het doel bereikt moet zijn."""
    schaal: Annotated[Sleutel | None, term("schaal"), PUBLIEK] = None
    """Eigen organisatie, grondgebied of regio."""
    thema: Annotated[Sleutel | None, Verwijzing("thema"), PUBLIEK] = None
    """Thema waar het doel bij hoort."""
    indicator: Annotated[Sleutel | None, Verwijzing("indicator"), PUBLIEK] = None
    """Indicator die laat zien hoe ver het doel is."""
    acties: Annotated[tuple[Sleutel, ...], Verwijzing("actie"), PUBLIEK] = ()
    """Acties die aan dit doel werken."""
    afgeleid_van: Annotated[Sleutel | None, Verwijzing("landelijk_doel"), PUBLIEK] = None
    """Landelijk doel waar dit uit volgt."""
    vastgesteld_door: Annotated[Sleutel | None, term("niveau"), PUBLIEK] = None
    """Wie het doel heeft vastgesteld."""


class Tussenstap(Model):
    """Step: what a route has reached in a year."""

    jaar: Annotated[Jaar, PUBLIEK]
    """Jaar."""
    tekst: Annotated[Tekst, PUBLIEK]
    """Wat dan bereikt is."""


class Route(Herkomstvelden, Openbaarheid):
    """Route: a way from policy in force to the political ambition; public once decided on."""

    openbaar_met: ClassVar[str | None] = "besluitnummer"

    id: Annotated[Sleutel, PUBLIEK]
    """Vaste sleutel."""
    naam: Annotated[Tekst, PUBLIEK]
    """Naam van de route."""
    omschrijving: Annotated[Tekst, PUBLIEK]
    """De route in een paar zinnen."""
    startpunt: Annotated[tuple[Sleutel, ...], Verwijzing("beleidskader"), PUBLIEK] = ()
    """Vigerend beleid waar de route begint."""
    horizon: Annotated[Sleutel | None, Verwijzing("doelstelling"), PUBLIEK] = None
    """Politieke ambitie waar de route op uitkomt."""
    stappen: Annotated[tuple[Tussenstap, ...], PUBLIEK] = ()
    """Tussenstappen met een jaar."""
    voordelen: Annotated[tuple[Tekst, ...], PUBLIEK] = ()
    """Wat voor de route pleit."""
    nadelen: Annotated[tuple[Tekst, ...], PUBLIEK] = ()
    """Wat de route vraagt of riskeert."""
    is_gekozen: Annotated[JaNee, PUBLIEK] = False
    """true bij de route waarvoor gekozen is."""
    besluitnummer: Annotated[Tekst | None, PUBLIEK] = None
    """Nummer van het besluit over de route; zonder nummer blijft de route intern."""
