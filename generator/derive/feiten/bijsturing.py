"""Steering: the decisions that were taken, and which of them are still to be looked back on."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from generator.model.bijsturing import Bijsturing


@dataclass(frozen=True, slots=True)
class Bijsturingfeiten:
    """A steering decision at peildatum.

    Attributes:
        is_open: nobody looked back on it yet.
        is_te_laat: the moment to do so has passed, a verdict (intern only).
    """

    bijsturing: Bijsturing
    is_open: bool
    is_te_laat: bool

    @property
    def teruggekeken_op(self) -> date | None:
        """The day of the look back; None while it had not come at peildatum."""
        return None if self.is_open else self.bijsturing.teruggekeken_op

    @property
    def uitkomst(self) -> str | None:
        """What the look back told; None while it had not come at peildatum."""
        return None if self.is_open else self.bijsturing.uitkomst


@dataclass(frozen=True, slots=True)
class Bijsturingsfeiten:
    """The steering decisions that were taken by peildatum.

    Attributes:
        besluiten: all of them, the newest first.
        terugblikken: those that are open, by the moment to look back: what is late comes first.
    """

    besluiten: tuple[Bijsturingfeiten, ...]
    terugblikken: tuple[Bijsturingfeiten, ...]

    def select(
        self, *, acties: Collection[str] = (), indicatoren: Collection[str] = ()
    ) -> tuple[Bijsturingfeiten, ...]:
        """The decisions about any of these actions and indicators, the newest first."""
        return tuple(
            item
            for item in self.besluiten
            if not set(acties).isdisjoint(item.bijsturing.acties)
            or not set(indicatoren).isdisjoint(item.bijsturing.indicatoren)
        )
