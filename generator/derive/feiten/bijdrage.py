"""What the actions add to each goal, without counting an effect twice, and what then remains."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import Enum, auto

from generator.model.acties import Effect
from generator.model.indicatoren import Streefwaarde


class Onberekend(Enum):
    """Why it cannot be said where the pace so far leads."""

    GEEN_METING = auto()
    GEEN_NULMETING = auto()
    ANDERE_DEFINITIE = auto()
    EEN_METING = auto()
    VASTHOUDEN = auto()


@dataclass(frozen=True, slots=True)
class Bijdrage:
    """One effect of one action on an indicator.

    Attributes:
        actie: the id of the action.
        gewogen: the effect times the weight of its certainty; None without weights.
        telt: whether it is in the sum.
        in_plaats: the action that counts in its place, in the same effectgroep.
    """

    actie: str
    effect: Effect
    gewogen: Decimal | None
    telt: bool
    in_plaats: str | None = None


@dataclass(frozen=True, slots=True)
class Pakket:
    """Actions together, for one target; all numbers in the unit of the indicator.

    Attributes:
        bijdragen: their effects by the year of the target, those in the sum and those that are not.
        som: what they add, with the sign of the data.
        gewogen: the same, each effect times the weight of its certainty; None without weights.
        rest: what is still to be done after that, counted in the wanted direction; 0 or less is
            enough. None when the pace is not known.
        rest_gewogen: what is still to be done after `gewogen`.
    """

    bijdragen: tuple[Bijdrage, ...]
    som: Decimal
    gewogen: Decimal | None
    rest: Decimal | None
    rest_gewogen: Decimal | None

    @property
    def is_genoeg(self) -> bool | None:
        """Whether pace and actions together meet the target; None when the pace is not known."""
        return None if self.rest is None else self.rest <= 0


@dataclass(frozen=True, slots=True)
class Doelbijdrage:
    """One target to come: where the pace leads, and what the actions add to that.

    Attributes:
        verwacht: the value in that year at the pace so far; None when `waarom_niet` says why.
        afstand: how far that falls short of the target, in the wanted direction; 0 or less is
            enough.
        weg: how far the newest measurement is from the target, in the wanted direction.
        alle: all actions that go on.
        minimaal: those of the minimal package only; None without such a package.
    """

    doel: Streefwaarde
    verwacht: Decimal | None
    waarom_niet: Onberekend | None
    afstand: Decimal | None
    weg: Decimal | None
    alle: Pakket
    minimaal: Pakket | None


@dataclass(frozen=True, slots=True)
class Bijdragefeiten:
    """What the actions add to one indicator.

    Attributes:
        doelen: the targets to come, by year (intern only).
        verwacht: all effects that are expected, whatever their year (intern only).
        bereikt: effects that were reached by peildatum, those in the sum and those that are not.
        som_bereikt: what was reached together, with the sign of the data; None without any.
    """

    indicator: str
    doelen: tuple[Doelbijdrage, ...]
    verwacht: tuple[Bijdrage, ...]
    bereikt: tuple[Bijdrage, ...]
    som_bereikt: Decimal | None
