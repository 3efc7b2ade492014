"""What the programme costs: budgets and hours of the actions that are not stopped (intern only)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Kostenregel:
    """Actions that belong together; an empty id stands for what nobody filled in.

    Attributes:
        bedrag: their budgets together, for their whole duration.
        aantal: how many of them have a budget.
        zonder: how many have none yet.
        per_dekking: the budgets by funding; the parts add up to `bedrag`.
    """

    id: str
    naam: str
    bedrag: Decimal
    aantal: int
    zonder: int
    per_dekking: Mapping[str, Decimal]


@dataclass(frozen=True, slots=True)
class Urenregel:
    """Hours per year that the actions still ask of a team.

    Attributes:
        acties: how many actions ask them.
    """

    team: str
    naam: str
    uren: int
    acties: int


@dataclass(frozen=True, slots=True)
class Kostenfeiten:
    """Money and hours.

    Attributes:
        totaal: all budgets together; equal to the sum of each of the three lists.
        aantal: how many actions have a budget.
        zonder_budget: the actions that have none yet, by id.
        gestopt: the actions that were stopped and had a budget; in none of the sums.
        bedrag_gestopt: what those had together.
        uren: in the order of the teams; actions that are ready or stopped ask nothing more.
        zonder_uren: how many actions that go on state no hours.
    """

    totaal: Decimal
    aantal: int
    themas: tuple[Kostenregel, ...]
    teams: tuple[Kostenregel, ...]
    begroting: tuple[Kostenregel, ...]
    zonder_budget: tuple[str, ...]
    gestopt: tuple[str, ...]
    bedrag_gestopt: Decimal
    uren: tuple[Urenregel, ...]
    zonder_uren: int
