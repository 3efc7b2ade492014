"""Prose: a Markdown page or introduction that an advisor wrote, with its calls to figures."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated, Final

from generator.model.basis import PUBLIEK
from generator.model.openbaarheid import Openbaarheid
from generator.model.waarden import Geheel, Sleutel, Tekst

HOOFDSTUKKEN: Final = (
    "aan_de_slag",
    "teams",
    "acties",
    "themas",
    "nulmeting",
    "voortgang",
    "programma",
    "over",
)
"""Chapters of the menu that a page may ask for."""


class Aanroepsoort(StrEnum):
    """What prose may place by name."""

    GRAFIEK = "grafiek"
    TABEL = "tabel"
    CIJFER = "cijfer"


@dataclass(frozen=True, slots=True)
class Aanroep:
    """A call in prose: `{{ grafiek("acties-per-thema") }}`, with where it was written."""

    soort: Aanroepsoort
    naam: str
    regel: int
    kolom: int


@dataclass(frozen=True, slots=True)
class Beeldplaats:
    """A picture in prose: `![](media/plein.jpg)`, with where it was written."""

    bestand: str
    regel: int
    kolom: int


@dataclass(frozen=True, slots=True)
class Koppeling:
    """A link in prose, with where it was written."""

    doel: str
    regel: int
    kolom: int


@dataclass(frozen=True, slots=True)
class Plaatshouder:
    """A placeholder in prose, with where it was written."""

    tekst: str
    regel: int
    kolom: int


class Proza(Openbaarheid):
    """Prose page: at the path of a generated page its introduction, else a page of its own."""

    pad: Annotated[str, PUBLIEK]
    """Plaats op de site zonder .html, bijvoorbeeld over/casus-soest."""
    titel: Annotated[Tekst, PUBLIEK]
    """Kop van de pagina."""
    omschrijving: Annotated[Tekst, PUBLIEK]
    """Een zin over de pagina, voor zoekmachines en deelkaarten."""
    hoofdstuk: Annotated[Sleutel | None, PUBLIEK] = None
    """Hoofdstuk in het menu waar de pagina bij hoort."""
    volgorde: Annotated[Geheel, PUBLIEK] = 100
    """Plaats binnen het hoofdstuk; laag komt eerst."""
    delen: Annotated[tuple[str | Aanroep | Beeldplaats, ...], PUBLIEK] = ()
    """De tekst, in stukken rond de aanroepen en beelden."""
    begint_op: Geheel = 1
    """Regel van het bestand waarop de tekst begint, onder het voorwerk."""
    koppelingen: Annotated[tuple[Koppeling, ...], PUBLIEK] = ()
    """De links in de tekst."""
    plaatshouders: Annotated[tuple[Plaatshouder, ...], PUBLIEK] = ()
    """Woorden in de tekst die nog vervangen moeten worden."""
