"""Certainty: what an expected effect weighs, the same wherever effects are added or compared."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from generator.model.acties import Effect
from generator.model.programma import Programma

type_gewichten = Mapping[str, Decimal]


def read_gewichten(programma: Programma) -> type_gewichten:
    """The weight of each certainty that has one, by id; empty where the vocabulary has none."""
    terms = programma.termen("zekerheid")
    return {term.id: term.gewicht for term in terms if term.gewicht is not None}


def weigh_effect(effect: Effect, gewichten: type_gewichten) -> Decimal | None:
    """An effect times the weight of its certainty, in the unit of its indicator.

    What nobody stated is the least certain. None where certainties have no weights.

    Source: DOMAIN 4, rule 12.
    """
    if not gewichten:
        return None
    return effect.waarde * gewichten.get(effect.zekerheid or "", min(gewichten.values()))
