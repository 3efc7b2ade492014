"""About what: the themes of the programme."""

from __future__ import annotations

from typing import Annotated, ClassVar

from generator.model.basis import (
    PUBLIEK,
    Model,
    term,
)
from generator.model.openbaarheid import Openbaarheid
from generator.model.waarden import Sleutel, Tekst


class Deelonderwerp(Model):
    """Subtopic: what within a theme people are motivated for."""

    id: Annotated[Sleutel, PUBLIEK]
    """Vaste sleutel."""
    naam: Annotated[Tekst, PUBLIEK]
    """Naam zoals die op de site staat."""


class Themaambitie(Model):
    """Ambition level: how far a theme is, and how far it wants to go; public once decided on."""

    openbaar_met: ClassVar[str | None] = "besluitnummer"
    altijd_publiek: ClassVar[bool] = True

    nu: Annotated[Sleutel, term("ambitieniveau"), PUBLIEK]
    """Niveau waarop nu gewerkt wordt."""
    gewenst: Annotated[Sleutel, term("ambitieniveau"), PUBLIEK]
    """Niveau dat het bestuur wil."""
    toelichting: Annotated[Tekst | None, PUBLIEK] = None
    """Wat dat verschil vraagt, in een zin."""
    besluitnummer: Annotated[Tekst | None, PUBLIEK] = None
    """Nummer van het besluit over het niveau; zonder nummer blijft het niveau intern."""


class Thema(Openbaarheid):
    """Theme: a field of work in which the programme wants change."""

    id: Annotated[Sleutel, PUBLIEK]
    """Vaste sleutel; ook de naam van de themapagina."""
    naam: Annotated[Tekst, PUBLIEK]
    """Naam zonder het woord thema ervoor."""
    korte_naam: Annotated[Tekst | None, PUBLIEK] = None
    """Korte naam voor het menu."""
    omschrijving: Annotated[Tekst, PUBLIEK]
    """Waar het thema over gaat, in een zin."""
    soort_winst: Annotated[Sleutel | None, term("soort_winst"), PUBLIEK] = None
    """Wat hier vooral te winnen is: milieuwinst of bewustwording."""
    transitieagenda: Annotated[tuple[Sleutel, ...], term("transitieagenda"), PUBLIEK] = ()
    """Landelijke transitieagenda's waar het thema bij hoort."""
    koppelopgaven: Annotated[tuple[Sleutel, ...], term("koppelopgave"), PUBLIEK] = ()
    """Andere opgaven waar het thema bij aansluit."""
    deelonderwerpen: Annotated[tuple[Deelonderwerp, ...], PUBLIEK] = ()
    """Onderwerpen binnen het thema."""
    ambitie: Annotated[Themaambitie | None, PUBLIEK] = None
    """Ambitieniveau, nu en gewenst."""
