"""What was known at a day, for who reads the records themselves."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from generator.model.programma import Programma
from generator.narrow.moment import look_from
from tests.builders import make_actie, make_indicator


def test_nothing_later_than_the_day_is_left(proefdorp: Programma) -> None:
    """A milestone reached, a confirmation and a publication of later are not known yet."""
    actie = make_actie(
        gecontroleerd_op="2026-09-14",
        mijlpalen=[
            {"titel": "A", "gepland": "2026-01", "behaald": "2026-02"},
            {"titel": "B", "gepland": "2026-01", "behaald": "2026-08"},
        ],
    )
    indicator = make_indicator(
        (2024, "10", "2025-05"), (2024, "11", "2026-05"), (2025, "12", "2026-09")
    )
    before = proefdorp.model_copy(update={"acties": (actie,), "indicatoren": (indicator,)})
    seen = look_from(before, date(2026, 7, 1))
    (known,) = seen.acties
    assert known.gecontroleerd_op is None
    assert [item.behaald is None for item in known.mijlpalen] == [False, True]
    assert [(item.jaar, item.waarde) for item in seen.indicatoren[0].metingen] == [
        (2024, Decimal(11))
    ]


def test_what_was_known_stays(proefdorp: Programma) -> None:
    """Seen from far in the future, nothing is left out but what was replaced."""
    seen = look_from(proefdorp, date(2200, 1, 1))
    assert seen.acties == proefdorp.acties
    assert seen.successen == proefdorp.successen
    assert seen.bijsturingen == proefdorp.bijsturingen
    assert seen.belemmeringen == proefdorp.belemmeringen
