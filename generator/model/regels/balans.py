"""The balance of material flows: what came in, went out and stayed, and how well it closes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from enum import IntEnum
from typing import Final, NamedTuple

from generator.model.basis import Kwaliteit
from generator.model.nulmeting import Kengetal, Materiaalstroom


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
