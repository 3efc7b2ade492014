"""Certainty: an effect that nobody vouches for never weighs more than one that somebody does."""

from __future__ import annotations

from decimal import Decimal

import pytest

from generator.model.acties import Effect
from generator.model.regels.zekerheid import weigh_effect

GEWICHTEN = {"hoog": Decimal("0.9"), "laag": Decimal("0.3")}


@pytest.mark.parametrize(
    ("zekerheid", "gewogen"), [("hoog", "-9.0"), ("laag", "-3.0"), (None, "-3.0")]
)
def test_effect_without_certainty_weighs_as_the_least_certain(
    zekerheid: str | None, gewogen: str
) -> None:
    """Leaving the certainty out does not make an effect count for more."""
    effect = Effect(indicator="restafval", waarde="-10", jaar=2030, zekerheid=zekerheid)
    assert weigh_effect(effect, GEWICHTEN) == Decimal(gewogen)


def test_without_weights_nothing_is_weighed() -> None:
    """A programme that gives its certainties no weight has no weighted numbers."""
    effect = Effect(indicator="restafval", waarde="-10", jaar=2030, zekerheid="hoog")
    assert weigh_effect(effect, {}) is None
