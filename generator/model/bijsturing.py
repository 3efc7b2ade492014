"""Steering: the rules for the traffic light, and the decisions that followed from it."""

from __future__ import annotations

from typing import Annotated, ClassVar

from generator.model.basis import (
    PUBLIEK,
    KeuzeLichtregel,
    KeuzeVoortgang,
    Model,
    Verwijzing,
    term,
)
from generator.model.datums import Datum, Moment
from generator.model.openbaarheid import Openbaarheid
from generator.model.waarden import Dagen, Sleutel, Tekst


class Voortgangsregel(Model):
    """Light rule: when an action gets which light; of several rules that hold the worst counts."""

    altijd_publiek: ClassVar[bool] = True

    id: Annotated[Sleutel, PUBLIEK]
    """Vaste sleutel."""
    soort: Annotated[KeuzeLichtregel, PUBLIEK]
    """Waar de regel naar kijkt."""
    dagen: Annotated[Dagen, PUBLIEK] = 0
    """Meer dan zoveel dagen voorbij, of niet bevestigd; 0 is vanaf de dag erna."""
    voortgang: Annotated[KeuzeVoortgang, PUBLIEK]
    """Voortgang die de actie dan krijgt."""
    tekst: Annotated[Tekst, PUBLIEK]
    """De regel in woorden, zoals die op de site staat."""


class Bijsturing(Openbaarheid):
    """Steering decision: what gave cause, what was decided, and when it is looked back on."""

    id: Annotated[Sleutel, PUBLIEK]
    """Vaste sleutel, bijvoorbeeld BS-01; ook het anker op de pagina."""
    datum: Annotated[Datum, PUBLIEK]
    """Dag van het besluit."""
    titel: Annotated[Tekst, PUBLIEK]
    """Het besluit in een regel."""
    indicatoren: Annotated[tuple[Sleutel, ...], Verwijzing("indicator"), PUBLIEK] = ()
    """Indicatoren waar het besluit over gaat."""
    acties: Annotated[tuple[Sleutel, ...], Verwijzing("actie"), PUBLIEK] = ()
    """Acties waar het besluit over gaat."""
    aanleiding: Annotated[Tekst, PUBLIEK]
    """Wat er bleek."""
    analyse: Annotated[Tekst, PUBLIEK]
    """Waardoor het kwam."""
    besluit: Annotated[Tekst, PUBLIEK]
    """Wat er is besloten."""
    niveau: Annotated[Sleutel, term("niveau"), PUBLIEK]
    """Wie het besluit nam."""
    besluitnummer: Annotated[Tekst | None, PUBLIEK] = None
    """Nummer van het besluit."""
    maatregel: Annotated[Tekst, PUBLIEK]
    """Wat er daardoor anders gaat."""
    gaat_in: Annotated[Moment, PUBLIEK]
    """Vanaf wanneer."""
    terugkijken: Annotated[Moment, PUBLIEK]
    """Wanneer wordt gekeken of het werkte."""
    teruggekeken_op: Annotated[Datum | None, PUBLIEK] = None
    """Dag waarop is teruggekeken; leeg zolang dat niet is gebeurd."""
    uitkomst: Annotated[Tekst | None, PUBLIEK] = None
    """Wat er bij het terugkijken bleek."""
