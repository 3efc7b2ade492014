"""Verdicts by hand: who judged otherwise than the arithmetic, when and why."""

from __future__ import annotations

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
