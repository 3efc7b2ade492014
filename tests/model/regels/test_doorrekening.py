"""What becomes of an indicator at its pace so far: a line, a band, limits, a year."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.basis import Richting
from generator.model.indicatoren import Indicator
from generator.model.regels.doorrekening import (
    LAATSTE_ANTWOORD,
    Lijn,
    find_year,
    fit_line,
    limit,
    list_corners,
    list_limits,
    read_year,
)
from generator.model.regels.getallen import as_decimal
from tests.builders import make_indicator

punten_strategy = st.lists(
    st.tuples(
        st.integers(min_value=2000, max_value=2050),
        st.decimals(min_value=-500, max_value=500, places=2).map(Fraction),
    ),
    max_size=8,
    unique_by=lambda item: item[0],
).map(sorted)


def draw_line(*punten: tuple[int, int], aantal: int = 5) -> Lijn:
    """The line through points that make one."""
    lijn = fit_line([(jaar, Fraction(waarde)) for jaar, waarde in punten], aantal)
    assert lijn is not None
    return lijn


def make_omlaag(**fields: Any) -> Indicator:
    """An indicator that must go down, from 100."""
    return make_indicator(nulmeting={"jaar": 2020, "waarde": 100}, **fields)


def test_two_points_give_the_line_through_them() -> None:
    """With two measurements the pace is the difference between them."""
    lijn = draw_line((2020, 100), (2025, 75))
    assert (lijn.helling, lijn.aantal) == (Fraction(-5), 2)
    assert [lijn.read(jaar) for jaar in (2020, 2025, 2030)] == [100, 75, 50]


def test_three_points_give_the_line_of_least_squares() -> None:
    """With more measurements no single one decides: 1, 2 and 4 rise by 1.5 a year."""
    lijn = draw_line((2020, 1), (2021, 2), (2022, 4))
    assert (lijn.helling, lijn.midden) == (Fraction(3, 2), (Fraction(2021), Fraction(7, 3)))
    assert (lijn.traagst, lijn.snelst) == (Fraction(1), Fraction(2))


def test_only_the_last_points_count() -> None:
    """What happened long ago says little about the pace of today."""
    lijn = draw_line((2015, 0), (2020, 100), (2021, 90), (2022, 80), aantal=3)
    assert (lijn.helling, lijn.aantal) == (Fraction(-10), 3)


def test_one_point_gives_no_line() -> None:
    """One measurement has no pace."""
    assert fit_line([(2025, Fraction(1))], 5) is None
    assert fit_line([], 5) is None


def test_limits_are_stated_or_follow_from_the_unit() -> None:
    """A percentage lies between 0 and 100, an amount is not negative, unless the data say so."""
    assert list_limits(make_omlaag()) == (Fraction(0), None)
    assert list_limits(make_omlaag(eenheid="%")) == (Fraction(0), Fraction(100))
    stated = make_omlaag(kleinst_mogelijk=1, grootst_mogelijk=5)
    assert list_limits(stated) == (Fraction(1), Fraction(5))


def test_measured_value_beyond_a_usual_limit_takes_that_limit_away() -> None:
    """Milieukosten can be negative: a line through such values is not cut off at 0."""
    assert list_limits(make_omlaag(streefwaarden=[{"jaar": 2030, "waarde": -5}])) == (None, None)
    rows = ((2025, 120),)
    assert list_limits(
        make_omlaag(eenheid="%").model_copy(update={"metingen": make_indicator(*rows).metingen})
    ) == (Fraction(0), None)


def test_line_stops_at_what_can_exist() -> None:
    """Waste does not become less than nothing."""
    lijn, limits = draw_line((2020, 100), (2025, 50)), list_limits(make_omlaag())
    assert read_year(lijn, 2050, limits) == (Fraction(0),) * 3
    assert limit(Fraction(3), (Fraction(0), None)) == 3


@pytest.mark.parametrize(
    ("doel", "jaar"), [(50, 2030), (51, 2030), (49, 2031), (0, 2040), (75, 2025), (80, 2025)]
)
def test_year_in_which_the_target_is_met(doel: int, jaar: int) -> None:
    """From 75 in 2025, 5 less each year; a part of a year counts as the whole one."""
    assert find_year(draw_line((2020, 100), (2025, 75)), Fraction(doel), make_omlaag()) == jaar


def test_target_that_is_not_met_at_this_pace_has_no_year() -> None:
    """Wrong way, too slow, impossible, or nothing to reach: then no year is named."""
    doel = Fraction(50)
    assert find_year(draw_line((2020, 100), (2025, 101)), doel, make_omlaag()) is None
    assert find_year(draw_line((2020, 100), (2025, 100)), doel, make_omlaag()) is None
    assert find_year(draw_line((2000, 1000), (2025, 999)), doel, make_omlaag()) is None
    below = make_omlaag(kleinst_mogelijk=0)
    assert find_year(draw_line((2020, 100), (2025, 75)), Fraction(-5), below) is None
    steady = make_omlaag(richting="vasthouden")
    assert find_year(draw_line((2020, 100), (2025, 75)), doel, steady) is None


@given(punten_strategy, st.integers(min_value=3, max_value=9), st.integers(0, 60))
def test_band_holds_the_line_in_every_year(
    punten: list[tuple[int, Fraction]], aantal: int, further: int
) -> None:
    """What is expected never lies outside its own margin, within any limits."""
    lijn = fit_line(punten, aantal)
    assert (lijn is None) == (len(punten) < 2)
    if lijn is None:
        return
    for limits in ((None, None), (Fraction(0), None), (Fraction(0), Fraction(100))):
        expected, lowest, highest = read_year(lijn, lijn.laatste[0] + further, limits)
        assert lowest <= expected <= highest
        assert limit(expected, limits) == expected


@given(
    punten_strategy,
    st.fractions(min_value=-500, max_value=500, max_denominator=10),
    st.sampled_from(Richting),
    st.sampled_from(["%", "kg per inwoner"]),
)
def test_year_agrees_with_reading_the_line(
    punten: list[tuple[int, Fraction]], doel: Fraction, richting: Richting, eenheid: str
) -> None:
    """The year that is named is the first in which the line, within its limits, is good enough."""
    rows = [(jaar, as_decimal(waarde)) for jaar, waarde in punten]
    indicator = make_indicator(*rows, eenheid=eenheid, richting=richting.value)
    lijn = fit_line(punten, 5)
    if lijn is None:
        return
    found, begin = find_year(lijn, doel, indicator), lijn.laatste[0]
    sign = {Richting.OMHOOG: 1, Richting.OMLAAG: -1, Richting.VASTHOUDEN: 0}[richting]
    if sign == 0:
        assert found is None
        return
    if (lijn.laatste[1] - doel) * sign >= 0:
        assert found == begin
        return
    limits = list_limits(indicator)
    if limit(doel, limits) != doel:
        assert found is None
        return
    met = (
        jaar
        for jaar in range(begin + 1, LAATSTE_ANTWOORD + 1)
        if (limit(lijn.read(jaar), limits) - doel) * sign >= 0
    )
    assert found == next(met, None)


@given(punten_strategy, st.lists(st.integers(2000, 2100), max_size=4))
def test_drawing_is_straight_between_its_corners(
    punten: list[tuple[int, Fraction]], jaren: list[int]
) -> None:
    """Reading the picture between two corners gives what the sum gives for that year."""
    lijn = fit_line(punten, 5)
    if lijn is None:
        return
    limits = (Fraction(0), Fraction(100))
    corners = list_corners(lijn, limits, jaren)
    coming = {jaar for jaar in jaren if jaar > lijn.laatste[0]}
    assert coming <= set(corners)
    assert bool(corners) == bool(coming)
    for early, late in pairwise(corners):
        ends = read_year(lijn, early, limits), read_year(lijn, late, limits)
        for jaar in range(early, late + 1):
            share = Fraction(jaar - early, late - early)
            drawn = tuple(a + (b - a) * share for a, b in zip(*ends, strict=True))
            assert drawn == read_year(lijn, jaar, limits)


def test_decimal_measurements_stay_exact() -> None:
    """A tenth is a tenth: no rounding before the end."""
    punten = [(2020, Fraction(Decimal("0.1"))), (2021, Fraction(Decimal("0.3")))]
    lijn = fit_line(punten, 5)
    assert lijn is not None
    assert lijn.read(2022) == Fraction(1, 2)
