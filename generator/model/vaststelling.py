"""The adopted stand: how the programme stood in a report that somebody decided on."""

from __future__ import annotations

from datetime import date
from typing import Annotated, ClassVar

from pydantic import BeforeValidator

from generator.model.basis import PUBLIEK, Model, Verwijzing, term
from generator.model.datums import parse_datum
from generator.model.waarden import Sleutel, Tekst


class Actiestand(Model):
    """Action as reported: its place in its life cycle on the day of the report."""

    actie: Annotated[Sleutel, Verwijzing("actie")]
    """Actie."""
    actiestatus: Annotated[Sleutel, term("actiestatus")]
    """Stand van de actie in de rapportage."""
    reden: Tekst | None = None
    """Waarom de actie toen gestopt of gepauzeerd was."""


class Vaststelling(Model):
    """Adopted stand: what the public edition shows until the next report; its id is its day."""

    altijd_publiek: ClassVar[bool] = True

    id: Annotated[str, BeforeValidator(lambda value: parse_datum(value).isoformat()), PUBLIEK]
    """Naam van het bestand zonder .yaml: de dag van de stand, bijvoorbeeld 2026-10-01."""
    rapportage: Annotated[Tekst, PUBLIEK]
    """Naam van de rapportage met het lidwoord, bijvoorbeeld de voortgangsrapportage van mei."""
    besluitnummer: Annotated[Tekst | None, PUBLIEK] = None
    """Nummer van het besluit over de rapportage."""
    acties: tuple[Actiestand, ...] = ()
    """Stand van de acties in de rapportage."""

    @property
    def datum(self) -> date:
        """The day of the stand."""
        return date.fromisoformat(self.id)
