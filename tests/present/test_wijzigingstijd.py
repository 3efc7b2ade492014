"""How much earlier or later, in words; the months and days are counted again, one by one."""

from __future__ import annotations

import re
from datetime import date, timedelta

import pytest

from generator.model.datums import parse_datum, parse_periode
from generator.present.wijzigingen.tijd import tell_months, tell_shift

WOORDEN = {"een maand": 1, "een half jaar": 6, "een jaar": 12, "anderhalf jaar": 18}


@pytest.mark.parametrize(
    ("oud", "nieuw", "verwacht"),
    [
        ("2027-06", "2027-12", "een half jaar later"),
        ("2027-12", "2027-06", "een half jaar eerder"),
        ("2027-06", "2027-07", "een maand later"),
        ("2027-06", "2028-12", "anderhalf jaar later"),
        ("2027-06", "2029-08", "2 jaar en 2 maanden later"),
        ("2027", "2028", "een jaar later"),
        ("2030", "2025", "5 jaar eerder"),
        ("2026-03-01", "2026-03-02", "een dag later"),
        ("2026-03-01", "2026-03-08", "een week later"),
        ("2026-03-01", "2026-03-22", "3 weken later"),
        ("2026-03-10", "2026-03-01", "9 dagen eerder"),
        ("2026-03-01", "2026-03-24", "ongeveer 3 weken later"),
        ("2026-03-01", "2026-09-01", "een half jaar later"),
        ("2026-03-01", "2026-12-24", "ongeveer 10 maanden later"),
        ("2026-06", "2026", None),
        ("2026", "2027-06", None),
        ("2026-06-01", "2026-06", None),
    ],
)
def test_shift_is_told_as_people_say_it(oud: str, nieuw: str, verwacht: str | None) -> None:
    """Years, half years, months, weeks and days; nothing where one of the two is less exact."""
    assert tell_shift(parse_periode(oud), parse_periode(nieuw)) == verwacht


def _count(told: str) -> int:
    """The months that words stand for."""
    if told in WOORDEN:
        return WOORDEN[told]
    years = re.search(r"(\d+) jaar", told)
    months = re.search(r"(\d+) maanden", told)
    one = 1 if "een maand" in told else 0
    return (int(years[1]) * 12 if years else 0) + (int(months[1]) if months else 0) + one


@pytest.mark.parametrize("months", range(1, 121))
def test_words_stand_for_the_number_of_months_that_was_counted(months: int) -> None:
    """Counting month by month on a calendar gives what the words say."""
    year, month = 2026, 6
    for _ in range(months):
        month += 1
        if month > 12:
            year, month = year + 1, 1
    told = tell_shift(parse_periode("2026-06"), parse_periode(f"{year}-{month:02}"))
    assert told == f"{tell_months(months)} later"
    assert _count(tell_months(months)) == months


@pytest.mark.parametrize("days", range(1, 15))
def test_words_stand_for_the_number_of_days_that_was_counted(days: int) -> None:
    """Counting day by day gives what the words say, over the end of a month too."""
    begin = parse_datum("2026-02-20")
    end: date = begin
    for _ in range(days):
        end += timedelta(days=1)
    told = tell_shift(begin, end)
    assert told is not None
    number = re.match(r"(een|\d+) (dag|week|weken|dagen) later", told)
    assert number is not None
    size = 1 if number[1] == "een" else int(number[1])
    assert size * (7 if number[2].startswith("we") else 1) == days
