"""Which value counts, and what an indicator makes of its values."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from generator.derive.feiten import Indicatorfeiten
from generator.derive.reeksen import count_decimals, derive_indicatoren
from generator.model.herkomst import Herkomstvelden
from tests.builders import make_indicator

PEILDATUM = date(2026, 10, 1)
NULMETING = {"jaar": 2020, "waarde": 200}


def derive(*rows: tuple[Any, ...], peildatum: date = PEILDATUM, **fields: Any) -> Indicatorfeiten:
    """What is known of an indicator with these measurements."""
    fields = {"nulmeting": NULMETING} | fields
    indicator = make_indicator(*rows, **fields)
    around = Herkomstvelden(herkomst="illustratief")
    return derive_indicatoren((indicator,), {}, around, peildatum)[indicator.id]


def values(feiten: Indicatorfeiten) -> list[tuple[int, Decimal | None]]:
    """Year and value of each point."""
    return [(punt.jaar, punt.waarde) for punt in feiten.reeks.punten]


def test_newest_publication_counts_and_earlier_ones_are_kept() -> None:
    """A value that was corrected shows as corrected, with what was said before."""
    feiten = derive((2022, 461, "2023-07"), (2022, 460, "2024-10"), (2022, 455, "2023-11"))
    assert values(feiten) == [(2020, Decimal(200)), (2022, Decimal(460))]
    earlier = [old.waarde for old in feiten.reeks.punten[-1].eerder]
    assert earlier == [Decimal(461), Decimal(455)]


def test_publication_after_peildatum_does_not_exist_yet() -> None:
    """A site of last year shows what was known last year."""
    rows = ((2022, 461, "2023-07"), (2022, 460, "2024-10"))
    assert values(derive(*rows, peildatum=date(2024, 1, 1)))[-1] == (2022, Decimal(461))
    assert values(derive(*rows, peildatum=date(2024, 10, 1)))[-1] == (2022, Decimal(460))


def test_value_without_publication_is_older_than_one_with() -> None:
    """A stated publication wins from one that nobody noted."""
    feiten = derive((2022, 455, "2023-11"), (2022, 461))
    assert feiten.reeks.laatste is not None
    assert feiten.reeks.laatste.waarde == Decimal(455)


def test_two_definitions_in_one_year_stay_apart() -> None:
    """Values that were counted differently never become one line."""
    feiten = derive((2022, 180, None, "fijn"), (2022, 200, None, "totaal"))
    shown = [(punt.definitie_versie, punt.waarde) for punt in feiten.reeks.punten[1:]]
    assert shown == [("fijn", Decimal(180)), ("totaal", Decimal(200))]


def test_difference_over_a_definition_break_is_not_computed() -> None:
    """Progress is never claimed by counting something else."""
    rows = ((2020, 200, None, "oud"), (2025, 150, None, "nieuw"))
    assert derive(*rows).verschil is None
    assert derive((2020, 200, None, "oud"), (2025, 150, None, "oud")).verschil == Decimal(-50)


def test_change_follows_the_definition_of_the_baseline() -> None:
    """With two definitions beside each other, progress is counted within one."""
    rows = (
        (2020, 200, None, "fijn"),
        (2020, 230, None, "totaal"),
        (2025, 190, None, "fijn"),
        (2025, 225, None, "totaal"),
    )
    versies = [
        {"versie": "totaal", "naam": "totaal", "omschrijving": "Alles."},
        {"versie": "fijn", "naam": "fijn", "omschrijving": "Alleen fijn."},
    ]
    feiten = derive(*rows, definitieversies=versies)
    assert feiten.reeks.laatste is not None
    assert feiten.reeks.laatste.definitie_versie == "fijn"
    assert feiten.verschil == Decimal(-10)
    assert derive(*rows, definitieversies=versies[::-1]).verschil is None


def test_year_to_come_was_not_measured() -> None:
    """A value for a year that has not begun is no measurement."""
    feiten = derive((2025, 150), (2031, 90))
    assert feiten.reeks.laatste is not None
    assert feiten.reeks.laatste.jaar == 2025


def test_baseline_counts_as_a_point_only_when_it_was_not_measured() -> None:
    """The nulmeting stands in the line once."""
    assert values(derive((2025, 150)))[0] == (2020, Decimal(200))
    assert values(derive((2020, 200), (2025, 150))) == [(2020, Decimal(200)), (2025, Decimal(150))]


def test_missing_value_is_not_zero_and_not_the_latest() -> None:
    """A year without a value stays empty; the latest known value is older."""
    feiten = derive((2024, 160), (2025, None))
    assert values(feiten)[-1] == (2025, None)
    assert feiten.reeks.laatste is not None
    assert feiten.reeks.laatste.jaar == 2024


def test_target_is_the_first_that_is_not_past() -> None:
    """The site names the next target, and the last one when all are past."""
    targets = [{"jaar": 2025, "waarde": 150}, {"jaar": 2030, "waarde": 100}]
    feiten = derive((2025, 150), streefwaarden=targets)
    assert feiten.doel is not None
    assert feiten.doel.jaar == 2030
    late = derive((2025, 150), streefwaarden=targets, peildatum=date(2040, 1, 1))
    assert late.doel is not None
    assert late.doel.jaar == 2030


def test_indicator_without_anything_has_no_verdict() -> None:
    """No measurement, no baseline, no target: nothing is claimed."""
    feiten = derive(nulmeting=None, nog_geen_nulmeting="Er is nog geen telling.")
    assert feiten.reeks.laatste is None
    assert (feiten.doel, feiten.op_pad, feiten.verschil, feiten.pad) == (None, {}, None, ())


def test_path_is_known_for_every_measured_year() -> None:
    """A reader can lay each measurement beside what the path asks for in that year."""
    feiten = derive((2022, 190), (2025, 150), streefwaarden=[{"jaar": 2030, "waarde": 100}])
    assert feiten.op_pad == {2020: 200, 2022: 180, 2025: 150, 2030: 100}


@given(
    st.lists(
        st.tuples(
            st.integers(2018, 2026),
            st.one_of(st.none(), st.integers(-1000, 1000)),
            st.sampled_from([None, "2021", "2024-05", "2026-09-30", "2029"]),
            st.sampled_from([None, "oud", "nieuw"]),
        ),
        max_size=12,
    )
)
def test_any_measurements_give_one_point_per_year_and_definition(
    rows: list[tuple[Any, ...]],
) -> None:
    """Whatever is measured, each year has one value per definition, in order of the years."""
    punten = derive(*rows).reeks.punten
    keys = [(punt.jaar, punt.definitie_versie) for punt in punten]
    assert len(keys) == len(set(keys))
    assert [jaar for jaar, _ in keys] == sorted(jaar for jaar, _ in keys)


def test_decimals_follow_the_most_precise_value() -> None:
    """A series is shown as precisely as it was published."""
    assert count_decimals([Decimal(43), Decimal("21.2"), None]) == 1
    assert count_decimals([None]) == 0
