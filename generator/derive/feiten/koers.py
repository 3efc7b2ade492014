"""The verdict on an indicator, as it is shown, with everything that its sum needs."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from generator.model.basis import Indicatorstatus
from generator.model.oordelen import Indicatoroordeel
from generator.model.regels.doorrekening import Lijn
from generator.model.regels.koers import Koers

GEEN_SOM: Final = Koers(None)
"""Nothing to compute with."""


@dataclass(frozen=True, slots=True)
class Doorrekening:
    """What one year would bring at the pace so far, in the unit.

    Attributes:
        jaar: the year of a target, or of the final ambition of the programme.
        doel: the target for that year; None where there is none.
        verwacht: the value in that year, within what can exist.
        laag: the lowest value, at the slowest or fastest pace so far.
        hoog: the highest.
        wordt_gehaald: whether `verwacht` meets `doel`; None without a target or a direction.
        bereikt_in: the first year in which the pace meets `doel`, that of the newest measurement
            where it does already; None when it does not.
        tempo_nodig: the change per year that would meet `doel` from the newest measurement on.
    """

    jaar: int
    doel: Decimal | None
    verwacht: Decimal
    laag: Decimal
    hoog: Decimal
    wordt_gehaald: bool | None
    bereikt_in: int | None
    tempo_nodig: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Lijnpunt:
    """A corner of the drawing of a doorrekening: the value of the line in a year, and its band."""

    jaar: int
    verwacht: Decimal
    laag: Decimal
    hoog: Decimal


@dataclass(frozen=True, slots=True)
class Tempo:
    """The change per year that meets a target from the newest measurement on, in the unit."""

    jaar: int
    doel: Decimal
    per_jaar: Decimal


@dataclass(frozen=True, slots=True)
class Koersfeiten:
    """The verdict on an indicator.

    Attributes:
        som: what was computed, with every number of the sum.
        status: the verdict as it is shown: that by hand, else the computed one; for everyone that
            of the report. None where there is none to show.
        handmatig: the verdict by hand, given by peildatum (intern only).
        is_met_de_hand: whether `status` was given by hand.
        toelichting: what the report says about it (public only).
        vraagt_besluit: whether `status` asks for a decision.
        lijn: the line through the last measurements; None below two of them.
        doorrekening: what it gives for the targets to come and the final ambition, by year.
        tekening: the same as a drawing, up to the last target (intern only).
        tempo_nodig: the change per year that the path asked, up to the newest measurement.
        tempo_gerealiseerd: the change per year since the baseline.
        tempo_vanaf_nu: what the next target asks from now on, and the last one; without those
            that are met already.
    """

    som: Koers = GEEN_SOM
    status: Indicatorstatus | None = None
    handmatig: Indicatoroordeel | None = None
    is_met_de_hand: bool = False
    toelichting: str | None = None
    vraagt_besluit: bool = False
    lijn: Lijn | None = None
    doorrekening: tuple[Doorrekening, ...] = ()
    tekening: tuple[Lijnpunt, ...] = ()
    tempo_nodig: Decimal | None = None
    tempo_gerealiseerd: Decimal | None = None
    tempo_vanaf_nu: tuple[Tempo, ...] = ()


GEEN_KOERS: Final = Koersfeiten()
"""That of an indicator of which nothing was computed yet."""
