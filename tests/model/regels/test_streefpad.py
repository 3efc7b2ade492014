"""The target path of an indicator, against values worked out by hand."""

from __future__ import annotations

from decimal import Decimal

import pytest

from generator.model.basis import Pad
from generator.model.indicatoren import Indicator, Nulmeting, Streefwaarde
from generator.model.programma import Programma
from generator.model.regels.streefpad import list_path_points, read_path


@pytest.fixture
def restafval(proefdorp: Programma) -> Indicator:
    """Baseline 172,5 in 2023; targets 150 in 2027 and 120 in 2030; by way of mijlpalen."""
    (found,) = (item for item in proefdorp.indicatoren if item.id == "restafval_inw")
    return found


def test_path_over_milestones_turns_at_every_target(restafval: Indicator) -> None:
    """Each target on the way is a corner of the path."""
    assert list_path_points(restafval) == (
        (2023, Decimal("172.5")),
        (2027, Decimal(150)),
        (2030, Decimal(120)),
    )


def test_straight_path_goes_to_the_last_target_only(restafval: Indicator) -> None:
    """A straight path does not bend at targets on the way."""
    straight = restafval.model_copy(update={"pad": Pad.LINEAIR})
    assert list_path_points(straight) == ((2023, Decimal("172.5")), (2030, Decimal(120)))


@pytest.mark.parametrize(
    ("jaar", "milestones", "straight"),
    [
        (2023, "172.5", "172.5"),
        (2024, "166.875", "165"),
        (2025, "161.25", "157.5"),
        (2027, "150", "142.5"),
        (2028, "140", "135"),
        (2030, "120", "120"),
    ],
)
def test_path_asks_the_value_that_was_worked_out_by_hand(
    restafval: Indicator, jaar: int, milestones: str, straight: str
) -> None:
    """Between two corners every year takes the same step."""
    assert read_path(list_path_points(restafval), jaar) == Decimal(milestones)
    linear = restafval.model_copy(update={"pad": Pad.LINEAIR})
    assert read_path(list_path_points(linear), jaar) == Decimal(straight)


@pytest.mark.parametrize("jaar", [2022, 2031])
def test_outside_the_path_nothing_is_asked(restafval: Indicator, jaar: int) -> None:
    """Before the baseline and after the last target there is no wanted value."""
    assert read_path(list_path_points(restafval), jaar) is None


def test_without_baseline_or_target_there_is_no_path(restafval: Indicator) -> None:
    """No baseline, no targets, or only targets from before the baseline: no path."""
    for missing in (
        {"nulmeting": None},
        {"streefwaarden": ()},
        {"nulmeting": Nulmeting(jaar=2030, waarde=Decimal(120))},
    ):
        assert list_path_points(restafval.model_copy(update=missing)) == ()
    assert read_path((), 2025) is None


def test_targets_may_be_written_in_any_order(restafval: Indicator) -> None:
    """The path runs by year, whatever the order in the file."""
    reverse = restafval.model_copy(update={"streefwaarden": restafval.streefwaarden[::-1]})
    assert list_path_points(reverse) == list_path_points(restafval)


def test_third_parts_stay_exact_decimals(restafval: Indicator) -> None:
    """No binary rounding: 120 to 0 in three years is 80 after one year."""
    steps = restafval.model_copy(
        update={
            "nulmeting": Nulmeting(jaar=2024, waarde=Decimal(120)),
            "streefwaarden": (Streefwaarde(jaar=2027, waarde=Decimal(0)),),
        }
    )
    value = read_path(list_path_points(steps), 2025)
    assert value is not None
    assert round(value, 20) == 80
