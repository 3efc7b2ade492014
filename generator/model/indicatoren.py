"""How it goes: indicators with baseline, targets and measurements, and foreign series."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated

from generator.model.basis import (
    PUBLIEK,
    KeuzePad,
    KeuzeRichting,
    KeuzeZelftelling,
    Model,
    Pad,
    Verwijzing,
    term,
)
from generator.model.datums import Jaar, Moment
from generator.model.herkomst import Herkomstvelden
from generator.model.oordelen import Indicatoroordeel
from generator.model.openbaarheid import Openbaarheid
from generator.model.waarden import Bedrag, Decimalen, Getal, JaNee, Sleutel, Tekst


class Nulmeting(Herkomstvelden):
    """Baseline: the value from which progress counts."""

    jaar: Annotated[Jaar, PUBLIEK]
    """Jaar van de nulmeting."""
    waarde: Annotated[Getal, PUBLIEK]
    """Waarde in de eenheid van de indicator."""


class Streefwaarde(Herkomstvelden):
    """Target: the value wanted in a year; all but the last are tussendoelen."""

    jaar: Annotated[Jaar, PUBLIEK]
    """Jaar waarin de waarde bereikt moet zijn."""
    waarde: Annotated[Getal, PUBLIEK]
    """Gewenste waarde in de eenheid van de indicator."""
    vastgesteld_door: Annotated[Sleutel | None, term("niveau"), PUBLIEK] = None
    """Wie het doel heeft vastgesteld."""
    afgeleid_van: Annotated[Tekst | None, PUBLIEK] = None
    """Landelijk of ander doel waar dit uit volgt."""


class Definitieversie(Model):
    """Definition: what exactly was counted; a new version breaks the series."""

    versie: Annotated[Sleutel, PUBLIEK]
    """Sleutel die ook bij de metingen staat."""
    naam: Annotated[Tekst, PUBLIEK]
    """Korte naam voor in tabellen."""
    omschrijving: Annotated[Tekst, PUBLIEK]
    """Wat er in deze versie is meegeteld."""


class Meting(Herkomstvelden):
    """Measurement: one value of a series in one year, as published at one moment."""

    reeks: Annotated[Sleutel, PUBLIEK]
    """Reeks waar de meting bij hoort."""
    jaar: Annotated[Jaar, PUBLIEK]
    """Jaar waarover gemeten is."""
    waarde: Annotated[Getal | None, PUBLIEK] = None
    """Waarde in de eenheid; leeg als er geen waarde is, met de reden ernaast."""
    voorlopig: Annotated[JaNee, PUBLIEK] = False
    """true zolang de uitgever het getal voorlopig noemt."""
    definitie_versie: Annotated[Sleutel | None, PUBLIEK] = None
    """Volgens welke definitie gemeten is."""
    publicatie: Annotated[Moment | None, PUBLIEK] = None
    """Wanneer het getal uitkwam; het nieuwste telt."""
    reden: Annotated[Tekst | None, PUBLIEK] = None
    """Waarom een waarde ontbreekt of is bijgesteld."""


class Reeks(Herkomstvelden, Openbaarheid):
    """Series: measurements that belong together; foreign files only give series."""

    id: Annotated[Sleutel, PUBLIEK]
    """Vaste sleutel."""
    naam: Annotated[Tekst, PUBLIEK]
    """Naam in grafieken en tabellen."""
    eenheid: Annotated[Tekst, PUBLIEK]
    """Eenheid, bijvoorbeeld kg per inwoner."""
    definitie: Annotated[Tekst | None, PUBLIEK] = None
    """Wat er geteld is."""
    is_doel: Annotated[JaNee, PUBLIEK] = False
    """true als de reeks doelen bevat en geen metingen."""
    volgende_publicatie: Annotated[Moment | None, PUBLIEK] = None
    """Wanneer de volgende waarde wordt verwacht."""
    metingen: Annotated[tuple[Meting, ...], PUBLIEK] = ()
    """De metingen, zoals ze zijn aangeleverd."""


class Indicator(Herkomstvelden, Openbaarheid):
    """Indicator: what is measured to see whether the programme works; its id is its file name."""

    id: Annotated[Sleutel, PUBLIEK]
    """Naam van het bestand zonder .yaml."""
    naam: Annotated[Tekst, PUBLIEK]
    """Naam zoals die op de site staat."""
    definitie: Annotated[Tekst, PUBLIEK]
    """Wat er geteld wordt en hoe."""
    eenheid: Annotated[Tekst, PUBLIEK]
    """Eenheid, bijvoorbeeld kg per inwoner."""
    decimalen: Annotated[Decimalen, PUBLIEK] = 0
    """Aantal cijfers achter de komma op de site."""
    richting: Annotated[KeuzeRichting, PUBLIEK]
    """omhoog, omlaag of vasthouden."""
    indicatorsoort: Annotated[Sleutel, term("indicatorsoort"), PUBLIEK]
    """Effect, prestatie, proces, middelen of context."""
    schaal: Annotated[Sleutel, term("schaal"), PUBLIEK]
    """Eigen organisatie, grondgebied of regio."""
    themas: Annotated[tuple[Sleutel, ...], Verwijzing("thema"), PUBLIEK] = ()
    """Thema's waar de indicator iets over zegt."""
    meetfrequentie: Annotated[Tekst | None, PUBLIEK] = None
    """Hoe vaak er gemeten wordt."""
    toelichting: Annotated[Tekst | None, PUBLIEK] = None
    """Wat een lezer bij het getal moet weten."""
    nulmeting: Annotated[Nulmeting | None, PUBLIEK] = None
    """Waarde vanwaar de voortgang telt."""
    nog_geen_nulmeting: Annotated[Tekst | None, PUBLIEK] = None
    """Reden waarom er nog geen nulmeting is."""
    streefwaarden: Annotated[tuple[Streefwaarde, ...], PUBLIEK] = ()
    """Doelen per jaar."""
    streeftekst: Annotated[Tekst | None, PUBLIEK] = None
    """Doel in woorden, als er geen getal voor is."""
    pad: Annotated[KeuzePad, PUBLIEK] = Pad.LINEAIR
    """lineair (recht naar het doel) of mijlpalen (via de tussendoelen)."""
    tolerantie: Annotated[Bedrag, PUBLIEK] = Decimal(0)
    """Hoeveel de waarde bij vasthouden mag afwijken van het doel, in de eenheid."""
    kleinst_mogelijk: Annotated[Getal | None, PUBLIEK] = None
    """Kleinste waarde die kan bestaan; zonder dit veld 0."""
    grootst_mogelijk: Annotated[Getal | None, PUBLIEK] = None
    """Grootste waarde die kan bestaan; zonder dit veld 100 bij procenten, anders geen."""
    telling: Annotated[KeuzeZelftelling | None, PUBLIEK] = None
    """Wat het programma zelf telt; het huidige jaar hoeft dan niet in de metingen te staan."""
    oordeel_handmatig: Indicatoroordeel | None = None
    """Oordeel van mensen in plaats van de berekening; alleen op de intranetversie."""
    eigenaar_team: Annotated[Sleutel | None, Verwijzing("team"), PUBLIEK] = None
    """Team dat de metingen aanlevert."""
    definitieversies: Annotated[tuple[Definitieversie, ...], PUBLIEK] = ()
    """Versies van de definitie, als die is veranderd."""
    referentiereeksen: Annotated[tuple[Sleutel, ...], Verwijzing("reeks"), PUBLIEK] = ()
    """Reeksen van anderen om mee te vergelijken."""
    volgende_publicatie: Annotated[Moment | None, PUBLIEK] = None
    """Wanneer de volgende waarde wordt verwacht."""
    in_kop: Annotated[JaNee, PUBLIEK] = False
    """true als het getal op de homepage staat."""
    zoekwoorden: Annotated[tuple[Tekst, ...], PUBLIEK] = ()
    """Gewone woorden waarmee iemand dit getal zoekt."""
    metingen: Annotated[tuple[Meting, ...], PUBLIEK] = ()
    """Komt uit data/metingen/<id>.csv."""
