"""The verdict on an indicator: how fast it moves against how fast it should, exactly.

Everything is a fraction, so that a value precisely on a bound falls on the right side of it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from fractions import Fraction
from typing import Final

from generator.model.basis import Indicatorstatus, Richting
from generator.model.indicatoren import Indicator, Meting
from generator.model.programma import Programma
from generator.model.regels.metingen import list_comparable
from generator.model.regels.streefpad import list_path_points, read_path

type_moment = tuple[int, Fraction]

BEGRENSD: Final = (
    Indicatorstatus.OP_KOERS,
    Indicatorstatus.VERSNELLING_NODIG,
    Indicatorstatus.BEPERKTE_VOORTGANG,
)
"""Verdicts that hold from a part of the required pace on, the fastest first; below all of them
an indicator goes back."""

TEKENS: Final[Mapping[Richting, int]] = {
    Richting.OMHOOG: 1,
    Richting.OMLAAG: -1,
    Richting.VASTHOUDEN: 0,
}

type_grenzen = Mapping[Indicatorstatus, Fraction]


class Grond(StrEnum):
    """Why a verdict is what it is."""

    TEMPO = "tempo"
    DOEL_GEHAALD = "doel_gehaald"
    PAD_VLAK = "pad_vlak"
    TEGENSTRIJDIG = "tegenstrijdig"
    BINNEN_MARGE = "binnen_marge"
    BUITEN_MARGE = "buiten_marge"
    DOELJAAR_VOORBIJ = "doeljaar_voorbij"
    GEEN_DOEL = "geen_doel"
    GEEN_NULMETING = "geen_nulmeting"
    GEEN_TWEEDE_METING = "geen_tweede_meting"


@dataclass(frozen=True, slots=True)
class Koers:
    """The verdict on an indicator, with every number of its sum, in the unit.

    Attributes:
        status: the verdict; None where the programme has no bounds for it.
        nulmeting: year and value of the baseline; None without one.
        laatste: year and value of the newest measurement that compares with it.
        doel: year and value of the last target.
        op_pad: what the path asks in the year of `laatste`.
        verhouding: realised change over required change; None where it is not computed.
        grond: why `status` is what it is; None where `status` is.
    """

    status: Indicatorstatus | None
    nulmeting: type_moment | None = None
    laatste: type_moment | None = None
    doel: type_moment | None = None
    op_pad: Fraction | None = None
    verhouding: Fraction | None = None
    grond: Grond | None = None

    @property
    def nodig(self) -> Fraction | None:
        """The change that the path asks since the baseline, up to the year of `laatste`."""
        return (
            self.op_pad - self.nulmeting[1] if self.op_pad is not None and self.nulmeting else None
        )

    @property
    def gerealiseerd(self) -> Fraction | None:
        """The change since the baseline; None where nothing was measured after it."""
        if self.nulmeting is None or self.laatste is None or self.laatste[0] <= self.nulmeting[0]:
            return None
        return self.laatste[1] - self.nulmeting[1]


def read_grenzen(programma: Programma) -> type_grenzen:
    """The lower bounds of the verdicts, as the vocabulary `indicatorstatus` states them.

    Empty when the programme has no such vocabulary: then there are no verdicts.

    Source: Open SDG, based on Eurostat, for the bounds of the sample (DOMAIN 4, rule 3).
    """
    stated = {item.id: item.ondergrens for item in programma.termen("indicatorstatus")}
    found = {status: stated.get(status.value) for status in BEGRENSD}
    return {status: Fraction(bound) for status, bound in found.items() if bound is not None}


def judge_indicator(indicator: Indicator, grenzen: type_grenzen, peildatum: date) -> Koers:
    """The verdict on an indicator at `peildatum`.

    Source: DOMAIN 4, rules 1, 3 and 4, and the rules at its end.
    """
    koers = _gather(indicator, list_comparable(indicator, peildatum))
    if set(grenzen) != set(BEGRENSD):
        return koers
    status, grond = _judge(koers, indicator, grenzen, peildatum)
    return replace(koers, status=status, grond=grond)


def _gather(indicator: Indicator, metingen: Sequence[Meting]) -> Koers:
    """The numbers of the sum."""
    begin = indicator.nulmeting
    nulmeting = (begin.jaar, Fraction(begin.waarde)) if begin else None
    last = max(indicator.streefwaarden, key=lambda item: item.jaar, default=None)
    doel = (last.jaar, Fraction(last.waarde)) if last else None
    newest = metingen[-1] if metingen else None
    if nulmeting is None or newest is None or newest.waarde is None:
        return Koers(None, nulmeting, None, doel)
    laatste = (newest.jaar, Fraction(newest.waarde))
    op_pad = (
        read_path(list_path_points(indicator), newest.jaar) if newest.jaar > nulmeting[0] else None
    )
    koers = Koers(None, nulmeting, laatste, doel, op_pad)
    sign = TEKENS[indicator.richting]
    asked = (doel[1] - nulmeting[1]) * sign if doel else Fraction(0)
    required, realised = koers.nodig, koers.gerealiseerd
    if required is None or realised is None or asked <= 0 or required * sign <= 0:
        return koers
    return replace(koers, verhouding=realised / required)


def _judge(
    koers: Koers, indicator: Indicator, grenzen: type_grenzen, peildatum: date
) -> tuple[Indicatorstatus, Grond]:
    if koers.doel is None:
        return Indicatorstatus.GEEN_DOEL, Grond.GEEN_DOEL
    if koers.nulmeting is None or koers.laatste is None or koers.laatste[0] <= koers.nulmeting[0]:
        lacking = Grond.GEEN_TWEEDE_METING if koers.nulmeting else Grond.GEEN_NULMETING
        return Indicatorstatus.TE_WEINIG_DATA, lacking
    (jaar, waarde), (doeljaar, doel) = koers.laatste, koers.doel
    begin, sign = koers.nulmeting[1], TEKENS[indicator.richting]
    is_steady = sign == 0 or doel == begin
    if is_steady and abs(waarde - doel) <= Fraction(indicator.tolerantie):
        return Indicatorstatus.VASTHOUDEN, Grond.BINNEN_MARGE
    if sign and (waarde - doel) * sign >= 0:
        return Indicatorstatus.DOEL_BEREIKT, Grond.DOEL_GEHAALD
    if max(peildatum.year, jaar) > doeljaar:
        return Indicatorstatus.NIET_GEHAALD, Grond.DOELJAAR_VOORBIJ
    return _judge_pace(koers, sign, grenzen, asked=doel - begin)


def _judge_pace(
    koers: Koers, sign: int, grenzen: type_grenzen, *, asked: Fraction
) -> tuple[Indicatorstatus, Grond]:
    """The verdict while the target is not met and its year is not past."""
    if sign == 0:
        # Neither way is back; that it stays equal is the target, in each year.
        return Indicatorstatus.NIET_GEHAALD, Grond.BUITEN_MARGE
    if asked == 0:
        return Indicatorstatus.ACHTERUITGANG, Grond.BUITEN_MARGE
    if asked * sign < 0:
        # Target and baseline contradict the richting: there is no pace to compare.
        return Indicatorstatus.ACHTERUITGANG, Grond.TEGENSTRIJDIG
    if koers.verhouding is not None:
        reached = (status for status in BEGRENSD if koers.verhouding >= grenzen[status])
        return next(reached, Indicatorstatus.ACHTERUITGANG), Grond.TEMPO
    # The path is still flat, or asks nothing better yet: not worse than it will do.
    is_good = (
        koers.laatste is not None
        and koers.op_pad is not None
        and (koers.laatste[1] - koers.op_pad) * sign >= 0
    )
    status = Indicatorstatus.OP_KOERS if is_good else Indicatorstatus.ACHTERUITGANG
    return status, Grond.PAD_VLAK
