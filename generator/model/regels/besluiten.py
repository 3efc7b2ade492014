"""Steering decisions: what asks for one, and which of them is an answer at a date."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from generator.model.bijsturing import Bijsturing
from generator.model.programma import Programma


def list_vraagt_besluit(programma: Programma, oordelen: str) -> frozenset[str]:
    """The verdicts of a vocabulary (`voortgang`, `indicatorstatus`) that ask for a decision."""
    return frozenset(term.id for term in programma.termen(oordelen) if term.vraagt_besluit)


def list_besloten(programma: Programma, peildatum: date) -> tuple[Bijsturing, ...]:
    """The steering decisions that were taken by `peildatum`, the newest first."""
    taken = (item for item in programma.bijsturingen if item.datum <= peildatum)
    return tuple(sorted(taken, key=lambda item: item.datum, reverse=True))


def is_open(bijsturing: Bijsturing, peildatum: date) -> bool:
    """Whether nobody looked back yet: until then the decision answers what asks for one."""
    looked_back = bijsturing.teruggekeken_op
    return looked_back is None or looked_back > peildatum


class Beantwoord(NamedTuple):
    """What has an answer, by id: the newest steering decision that nobody looked back on yet."""

    indicatoren: Mapping[str, Bijsturing]
    acties: Mapping[str, Bijsturing]


def list_beantwoord(programma: Programma, peildatum: date) -> Beantwoord:
    """The indicators and actions about which there is an open steering decision.

    A decision that was looked back on answers nothing any more: what still asks for one after it,
    asks for another.
    """
    oldest_first = reversed(list_besloten(programma, peildatum))
    taken = [item for item in oldest_first if is_open(item, peildatum)]
    return Beantwoord(
        indicatoren={name: item for item in taken for name in item.indicatoren},
        acties={name: item for item in taken for name in item.acties},
    )


def is_terugblik_te_laat(bijsturing: Bijsturing, peildatum: date) -> bool:
    """Whether the agreed moment to look back has passed, and nobody did."""
    return is_open(bijsturing, peildatum) and bijsturing.terugkijken.eind < peildatum
