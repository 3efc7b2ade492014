"""When a balance of tonnes closes, against bounds worked out by hand."""

from __future__ import annotations

from decimal import Decimal

import pytest

from generator.model.basis import Kwaliteit
from generator.model.regels.balans import Balans, Sluiting, judge_balance


@pytest.mark.parametrize(
    ("gebleven", "kwaliteit", "sluiting"),
    [
        ("1000", "C", Sluiting.KLOPT),
        ("990", "C", Sluiting.KLOPT),
        ("989.9", "C", Sluiting.KLEIN_VERSCHIL),
        ("1010.1", "C", Sluiting.KLEIN_VERSCHIL),
        ("950", "C", Sluiting.KLEIN_VERSCHIL),
        ("949.9", "C", Sluiting.GROOT_VERSCHIL),
        ("950", "D", Sluiting.KLOPT),
        ("949.9", "D", Sluiting.KLEIN_VERSCHIL),
        ("900", "D", Sluiting.KLEIN_VERSCHIL),
        ("899.9", "D", Sluiting.GROOT_VERSCHIL),
    ],
)
def test_balance_closes_within_one_and_five_percent(
    gebleven: str, kwaliteit: str, sluiting: Sluiting
) -> None:
    """One percent is fine and five is a warning; expert judgement has five and ten."""
    balans = Balans(Decimal(1000), Decimal(0), Decimal(gebleven))
    assert judge_balance(balans, [Kwaliteit(kwaliteit)]) is sluiting


def test_wider_bounds_are_for_numbers_that_are_all_judged_by_experts() -> None:
    """One measured row among them, and the usual bounds hold."""
    balans = Balans(Decimal(1000), Decimal(0), Decimal(960))
    assert judge_balance(balans, [Kwaliteit.D, Kwaliteit.D]) is Sluiting.KLOPT
    assert judge_balance(balans, [Kwaliteit.D, Kwaliteit.C]) is Sluiting.KLEIN_VERSCHIL
    assert judge_balance(balans, [Kwaliteit.D, None]) is Sluiting.KLEIN_VERSCHIL
