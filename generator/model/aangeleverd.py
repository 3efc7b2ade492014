"""Foreign files: the declaration that says how to read a CSV that lies as it was delivered."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from generator.model.basis import Model, Verwijzing
from generator.model.datums import Moment
from generator.model.herkomst import Herkomstvelden
from generator.model.openbaarheid import Openbaarheid
from generator.model.waarden import JaNee, Sleutel, Tekst


class Voorwaarde(Model):
    """Row filter: the cell in `kolom` must hold exactly this text."""

    kolom: Tekst
    """Kolomnaam in het aangeleverde bestand."""
    gelijk_aan: Tekst
    """Tekst die in de cel moet staan."""


class Reeksverklaring(Herkomstvelden):
    """Series in a foreign file: which rows and which column give its values."""

    id: Sleutel
    """Vaste sleutel van de reeks."""
    naam: Tekst
    """Naam in grafieken en tabellen."""
    eenheid: Tekst
    """Eenheid in woorden."""
    definitie: Tekst | None = None
    """Wat er geteld is."""
    is_doel: JaNee = False
    """true als de rijen doelen zijn en geen metingen."""
    waar: tuple[Voorwaarde, ...] = ()
    """Welke rijen meedoen; alle voorwaarden moeten kloppen."""
    waarde: Tekst
    """Kolom met de waarde."""
    definitie_versie: Sleutel | None = None
    """Versie van de definitie die voor deze rijen geldt."""


class Aanlevering(Herkomstvelden, Openbaarheid):
    """Declaration of a foreign file: its separators, its columns and the series it holds."""

    titel: Tekst
    """Naam van het bestand in gewone woorden."""
    bron: Annotated[Sleutel, Verwijzing("bron")]
    """Waar het bestand vandaan komt: een id uit bronnen.yaml."""
    codering: Tekst = "utf-8"
    """Tekencodering, bijvoorbeeld utf-8 of windows-1252."""
    scheidingsteken: Annotated[str, Field(pattern=r'^[^"\r\n]$')] = ";"
    """Teken tussen de kolommen."""
    decimaalteken: Annotated[str, Field(pattern=r"^[.,]$")] = ","
    """Teken voor de decimalen: punt of komma."""
    duizendtalteken: Annotated[str, Field(pattern=r"^[.,]$")] | None = None
    """Teken tussen duizendtallen; leeg als het bestand er geen gebruikt."""
    voorlopig: Tekst | None = None
    """Teken achter een jaar of waarde dat zegt dat het getal voorlopig is."""
    ontbrekend: tuple[str, ...] = ("",)
    """Wat er staat als er geen waarde is, bijvoorbeeld een streepje."""
    jaar: Tekst
    """Kolom met het jaar."""
    publicatie: Tekst | None = None
    """Kolom met het moment van publicatie."""
    gepubliceerd: Moment | None = None
    """Moment van publicatie van het hele bestand, als er geen kolom voor is."""
    toelichting: Tekst | None = None
    """Kolom met een opmerking bij de waarde."""
    volgende_publicatie: Moment | None = None
    """Wanneer de volgende waarde wordt verwacht, bijvoorbeeld 2027-07."""
    reeksen: tuple[Reeksverklaring, ...]
    """De reeksen die in het bestand staan."""
