"""Procurement: impact, potential, criteria and the contracts that end."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from generator.derive.feiten.namen import Naamkaart
from generator.model.nulmeting import Inkooppost


@dataclass(frozen=True, slots=True)
class Postfeiten:
    """What is bought in one segment, and what that causes.

    Attributes:
        segment: what is bought.
        impact_ton: greenhouse gas of the spending, in tonnes of CO2 equivalent.
        potentieel_ton: the part that can be saved, by estimate; None when a weight is unknown.
        uitgaven_pct: share of all spending.
        impact_pct: share of all impact.
        samen_pct: the share of this segment and of all with more impact.
        is_kern: whether it is one of the fewest segments that hold 80 % of the impact together;
            of segments with the same impact all are, or none.
        contracten_pct: part of its contracts with a criterion; None without contracts.
    """

    post: Inkooppost
    segment: Naamkaart
    impact_ton: Decimal
    potentieel_ton: Decimal | None
    uitgaven_pct: Decimal
    impact_pct: Decimal
    samen_pct: Decimal
    is_kern: bool
    contracten_pct: Decimal | None


class Ambitieregel(NamedTuple):
    """How many contracts have criteria of one level of ambition, and which part of all that is."""

    wat: Naamkaart
    contracten: int
    pct: Decimal


@dataclass(frozen=True, slots=True)
class Inkoopfeiten:
    """The spending of the newest year; money and environmental cost are never added.

    Attributes:
        posten: the segments, the most impact first.
        uitgaven_eur: all spending.
        impact_ton: all greenhouse gas, in tonnes of CO2 equivalent.
        potentieel_ton: what can be saved by estimate, where that is known.
        kern: the fewest segments that hold 80 % of the impact.
        naar_potentieel: the segments of which the potential is known, the most first.
        contracten: all contracts.
        contracten_met: contracts with a circular criterion.
        contracten_pct: their part; None without contracts.
        ambities: contracts with a criterion, by level of ambition, those without a level last.
        bekend_eur: spending in segments where the spending with a criterion is known.
        met_criterium_eur: spending with a criterion in those.
        criterium_pct: its part; None when it is known nowhere.
        kalender: segments whose contract ends after peildatum, the first to end first.
    """

    jaar: int
    posten: tuple[Postfeiten, ...]
    uitgaven_eur: Decimal
    impact_ton: Decimal
    potentieel_ton: Decimal
    kern: tuple[Postfeiten, ...]
    naar_potentieel: tuple[Postfeiten, ...]
    contracten: int
    contracten_met: int
    contracten_pct: Decimal | None
    ambities: tuple[Ambitieregel, ...]
    bekend_eur: Decimal
    met_criterium_eur: Decimal
    criterium_pct: Decimal | None
    kalender: tuple[Postfeiten, ...]
