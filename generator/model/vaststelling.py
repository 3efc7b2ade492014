"""The adopted stand: how the programme stood in a report that somebody decided on."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Annotated, ClassVar

from pydantic import BeforeValidator

from generator.model.basis import (
    PUBLIEK,
    KeuzeIndicatorstatus,
    KeuzeVoortgang,
    Model,
    Verwijzing,
    term,
)
from generator.model.datums import Datum, Jaar, parse_datum
from generator.model.waarden import Getal, JaNee, Sleutel, Tekst


class Actiestand(Model):
    """Action as reported: its place in its life cycle, and its light, on the day of the report."""

    actie: Annotated[Sleutel, Verwijzing("actie"), PUBLIEK]
    """Actie."""
    actiestatus: Annotated[Sleutel, term("actiestatus"), PUBLIEK]
    """Stand van de actie in de rapportage."""
    reden: Annotated[Tekst | None, PUBLIEK] = None
    """Waarom de actie toen gestopt of gepauzeerd was."""
    voortgang: Annotated[KeuzeVoortgang | None, PUBLIEK] = None
    """Voortgang van de actie in de rapportage."""
    toelichting: Annotated[Tekst | None, PUBLIEK] = None
    """Wat er wordt gedaan; nodig waar het oordeel om een besluit vraagt."""


class Indicatorstand(Model):
    """Indicator as reported: its newest value and the verdict on the day of the report."""

    indicator: Annotated[Sleutel, Verwijzing("indicator"), PUBLIEK]
    """Indicator."""
    indicatorstatus: Annotated[KeuzeIndicatorstatus, PUBLIEK]
    """Oordeel in de rapportage."""
    jaar: Annotated[Jaar | None, PUBLIEK] = None
    """Jaar van de laatste meting in de rapportage."""
    waarde: Annotated[Getal | None, PUBLIEK] = None
    """Waarde in de rapportage, in de eenheid van de indicator."""
    met_de_hand: Annotated[JaNee, PUBLIEK] = False
    """true als mensen het oordeel gaven in plaats van de berekening."""
    toelichting: Annotated[Tekst | None, PUBLIEK] = None
    """Wat er wordt gedaan; nodig waar het oordeel om een besluit vraagt."""


class Vaststelling(Model):
    """Adopted stand: what the public edition shows until the next report; its id is its day."""

    altijd_publiek: ClassVar[bool] = True

    id: Annotated[str, BeforeValidator(lambda value: parse_datum(value).isoformat()), PUBLIEK]
    """Naam van het bestand zonder .yaml: de dag van de stand, bijvoorbeeld 2026-10-01."""
    rapportage: Annotated[Tekst, PUBLIEK]
    """Naam van de rapportage met het lidwoord, bijvoorbeeld de voortgangsrapportage van mei."""
    besluitnummer: Annotated[Tekst | None, PUBLIEK] = None
    """Nummer van het besluit over de rapportage."""
    besluitdatum: Annotated[Datum | None, PUBLIEK] = None
    """Dag van het besluit over de rapportage."""
    concept: JaNee = False
    """true zolang er geen besluit is: niemand ziet deze stand; circulair vaststellen haalt het
    weg."""
    controlegetal: Tekst | None = None
    """Getal dat verandert als iemand de stand verandert; circulair vaststellen vult het in."""
    archief: Tekst | None = None
    """Controlegetal van het archief naast dit bestand; circulair vaststellen vult het in."""
    publiek_vanaf: Datum | None = None
    """Eerste dag waarop iedereen deze stand mag zien."""
    acties: Annotated[tuple[Actiestand, ...], PUBLIEK] = ()
    """Stand van de acties in de rapportage."""
    indicatoren: Annotated[tuple[Indicatorstand, ...], PUBLIEK] = ()
    """Stand van de indicatoren in de rapportage."""

    @property
    def datum(self) -> date:
        """The day of the stand."""
        return date.fromisoformat(self.id)


def find_geldend(vaststellingen: Iterable[Vaststelling], peildatum: date) -> Vaststelling | None:
    """The newest stand not after `peildatum`: the one that everyone sees; None before the first.

    A stand under embargo does not count yet, nor one that nobody decided about.

    Source: READERS 4, rule 1; DESIGN 5.
    """
    known = (
        item
        for item in vaststellingen
        if item.datum <= peildatum
        and not item.concept
        and not (item.publiek_vanaf and item.publiek_vanaf > peildatum)
    )
    return max(known, key=lambda item: item.datum, default=None)
