"""Arithmetic that check and derive share, without pandas: exact decimals, one rule a function."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from enum import IntEnum
from fractions import Fraction
from itertools import pairwise
from typing import Final, NamedTuple

from generator.model.basis import Klasse, Kwaliteit, Pad
from generator.model.bijsturing import Bijsturing
from generator.model.indicatoren import Indicator
from generator.model.nulmeting import Kengetal, Materiaalstroom
from generator.model.programma import Programma

type_point = tuple[int, Decimal]


def percent(part: Decimal, whole: Decimal) -> Decimal:
    """A part in percent of the whole; of nothing it is 0."""
    return percent_or_none(part, whole) or Decimal(0)


def percent_or_none(part: Decimal, whole: Decimal) -> Decimal | None:
    """A part in percent of the whole; of nothing it is unknown."""
    return part * 100 / whole if whole else None


def list_path_points(indicator: Indicator) -> tuple[type_point, ...]:
    """The corners of the target path as (year, value), ascending; empty without baseline or target.

    A lineair path runs straight from the nulmeting to the last streefwaarde; a path over mijlpalen
    turns at every streefwaarde on the way.

    Source: DOMAIN 4, rules 1 and 4.
    """
    if indicator.nulmeting is None:
        return ()
    start = (indicator.nulmeting.jaar, indicator.nulmeting.waarde)
    targets = sorted(
        (item.jaar, item.waarde) for item in indicator.streefwaarden if item.jaar > start[0]
    )
    if not targets:
        return ()
    return (start, *targets) if indicator.pad is Pad.MIJLPALEN else (start, targets[-1])


def read_path(points: Sequence[type_point], jaar: int) -> Fraction | None:
    """The value that the path asks for in a year, exactly; None outside the path."""
    for (year, value), (next_year, next_value) in pairwise(points):
        if year <= jaar <= next_year:
            share = Fraction(jaar - year, next_year - year)
            return Fraction(value) + Fraction(next_value - value) * share
    return None


def as_decimal(value: Fraction) -> Decimal:
    """An exact number as one that can be shown."""
    return Decimal(value.numerator) / Decimal(value.denominator)


def _name_columns(begin: str) -> dict[str, str]:
    """The fields of a material flow that hold tonnes in or out, by the term that each is for."""
    return {
        field.removeprefix(begin).removesuffix("_ton"): field
        for field in Materiaalstroom.model_fields
        if field.startswith(begin)
    }


HERKOMSTEN: Final[Mapping[str, str]] = _name_columns("in_")
"""Terms of `herkomst_stroom`, and the field with the tonnes that came in that way."""

BESTEMMINGEN: Final[Mapping[str, str]] = _name_columns("uit_")
"""Terms of `bestemming_stroom`, and the field with the tonnes that went out that way."""


class Balans(NamedTuple):
    """Tonnes that came in, went out and stayed in use."""

    erin: Decimal
    eruit: Decimal
    gebleven: Decimal

    @property
    def rest(self) -> Decimal:
        """Tonnes that nothing explains: in, minus out, minus what stayed."""
        return self.erin - self.eruit - self.gebleven

    @property
    def deel(self) -> Decimal:
        """The rest as a part of the larger of in and out; 1 where only a stock was filled in."""
        largest = max(self.erin, self.eruit)
        return abs(self.rest) / largest if largest else Decimal(1 if self.rest else 0)


class Sluiting(IntEnum):
    """How well a balance closes."""

    KLOPT = 0
    KLEIN_VERSCHIL = 1
    GROOT_VERSCHIL = 2


SLUITGRENZEN: Final = (Decimal("0.01"), Decimal("0.05"))
"""The largest rest that is fine, and the largest that is no mistake.

Source: DOMAIN 4, rule 8.
"""

RUIME_SLUITGRENZEN: Final = (Decimal("0.05"), Decimal("0.10"))
"""The same where experts judged the numbers (quality D), who cannot be that exact."""


def balance_stromen(stromen: Iterable[Materiaalstroom]) -> Balans:
    """The sum of some flows; flows of another schaal or year are never added to them."""
    erin = eruit = gebleven = Decimal(0)
    for stroom in stromen:
        erin += sum((getattr(stroom, field) for field in HERKOMSTEN.values()), Decimal(0))
        eruit += sum((getattr(stroom, field) for field in BESTEMMINGEN.values()), Decimal(0))
        gebleven += stroom.voorraadtoename_ton
    return Balans(erin, eruit, gebleven)


def judge_balance(balans: Balans, kwaliteiten: Iterable[Kwaliteit | None]) -> Sluiting:
    """How well a balance closes; wider bounds where all numbers in it are of quality D.

    Source: DOMAIN 4, rule 8.
    """
    fine, largest = RUIME_SLUITGRENZEN if set(kwaliteiten) == {Kwaliteit.D} else SLUITGRENZEN
    if balans.deel <= fine:
        return Sluiting.KLOPT
    return Sluiting.KLEIN_VERSCHIL if balans.deel <= largest else Sluiting.GROOT_VERSCHIL


def find_factor(
    stroom: Materiaalstroom, kengetallen: Iterable[Kengetal], field: str
) -> Decimal | None:
    """What one tonne of a flow costs: its own number, else the kengetal; None when nobody knows.

    Of several kengetallen the newest that is not after the year of the flow counts, then one
    without a year, then the first that came after.

    Args:
        stroom: the flow.
        kengetallen: factors of all materials.
        field: `mki_eur_per_ton` or `co2_kg_per_ton`.
    """
    own: Decimal | None = getattr(stroom, field)
    if own is not None:
        return own
    known = [
        item
        for item in kengetallen
        if item.materiaal == stroom.materiaal and getattr(item, field) is not None
    ]

    def rank(item: Kengetal) -> tuple[int, int]:
        if item.jaar is None:
            return (1, 0)
        return (0, -item.jaar) if item.jaar <= stroom.jaar else (2, item.jaar)

    best = min(known, key=rank, default=None)
    found: Decimal | None = getattr(best, field) if best else None
    return found


def list_stopped(programma: Programma) -> frozenset[str]:
    """The actions that were stopped: nobody works on what they would have solved."""
    statussen = programma.termen("actiestatus")
    stopped = {term.id for term in statussen if term.klasse is Klasse.VERVALLEN}
    return frozenset(actie.id for actie in programma.acties if actie.actiestatus in stopped)


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
