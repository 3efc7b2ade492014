"""Verdicts by hand: who judged otherwise than the arithmetic, when and why."""

from __future__ import annotations

from datetime import date
from typing import TypeVar

from generator.model.basis import KeuzeIndicatorstatus, KeuzeVoortgang, Model
from generator.model.datums import Datum
from generator.model.waarden import Tekst


class Oordeel(Model):
    """Verdict by hand: it stands beside what was computed, never in its place."""

    reden: Tekst
    """Waarom het oordeel anders is dan de berekening."""
    rol: Tekst
    """Functie van wie het oordeel gaf; geen naam."""
    datum: Datum
    """Dag van het oordeel."""


type_oordeel = TypeVar("type_oordeel", bound=Oordeel)


class Voortgangsoordeel(Oordeel):
    """Verdict by hand on an action, if wanted per aspect as well."""

    waarde: KeuzeVoortgang
    """Oordeel over de actie als geheel."""
    kwaliteit: KeuzeVoortgang | None = None
    """Oordeel over wat er gemaakt wordt."""
    tijd: KeuzeVoortgang | None = None
    """Oordeel over de planning."""
    geld: KeuzeVoortgang | None = None
    """Oordeel over het budget."""


class Indicatoroordeel(Oordeel):
    """Verdict by hand on an indicator."""

    waarde: KeuzeIndicatorstatus
    """Oordeel over de indicator."""


def find_gegeven(oordeel: type_oordeel | None, peildatum: date) -> type_oordeel | None:
    """A verdict by hand as it stood at `peildatum`; None when none was given by then."""
    return oordeel if oordeel and oordeel.datum <= peildatum else None
