"""The verdict on an indicator: the vectors and rules of the domain, and what always holds."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any, Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.basis import Indicatorstatus, Pad, Richting
from generator.model.indicatoren import Indicator, Meting, Nulmeting, Streefwaarde
from generator.model.programma import Programma
from generator.model.regels.koers import Grond, Koers, judge_indicator, read_grenzen
from tests.builders import make_indicator

GRENZEN: Final = {
    Indicatorstatus.OP_KOERS: Fraction(95, 100),
    Indicatorstatus.VERSNELLING_NODIG: Fraction(60, 100),
    Indicatorstatus.BEPERKTE_VOORTGANG: Fraction(0),
}
VOLGORDE: Final = (
    Indicatorstatus.NIET_GEHAALD,
    Indicatorstatus.ACHTERUITGANG,
    Indicatorstatus.BEPERKTE_VOORTGANG,
    Indicatorstatus.VERSNELLING_NODIG,
    Indicatorstatus.OP_KOERS,
    Indicatorstatus.DOEL_BEREIKT,
)
"""From worst to best."""


def judge(
    nulmeting: tuple[int, object] | None,
    metingen: Sequence[tuple[Any, ...]],
    doelen: Sequence[tuple[int, object]],
    *,
    richting: str = "omlaag",
    peildatum: date | None = None,
    **fields: Any,
) -> Koers:
    """The verdict on an indicator with this baseline, these measurements and these targets."""
    newest = max((jaar for jaar, *_ in metingen), default=2026)
    start = {"nulmeting": {"jaar": nulmeting[0], "waarde": nulmeting[1]}} if nulmeting else {}
    indicator = make_indicator(
        *metingen,
        richting=richting,
        streefwaarden=[{"jaar": jaar, "waarde": waarde} for jaar, waarde in doelen],
        **start,
        **fields,
    )
    return judge_indicator(indicator, GRENZEN, peildatum or date(newest, 10, 1))


@pytest.mark.parametrize(
    ("nulmeting", "meting", "doel", "richting", "verhouding", "status"),
    [
        ((2020, 100), (2025, 75), (2030, 50), "omlaag", "1", "op_koers"),
        ((2020, 100), (2035, 50), (2050, 0), "omlaag", "1", "op_koers"),
        ((2020, 100), (2047, 10), (2050, 0), "omlaag", "1", "op_koers"),
        ((2022, 5), (2026, "27,5"), (2030, 50), "omhoog", "1", "op_koers"),
        ((2022, 5), (2026, "16,25"), (2030, 50), "omhoog", "0.5", "beperkte_voortgang"),
        ((2022, 0), (2026, 20), (2030, 40), "omhoog", "1", "op_koers"),
        ((2020, 60), (2025, 62), (2030, 70), "omhoog", "0.4", "beperkte_voortgang"),
        ((2020, 100), (2027, 84), (2034, 50), "omlaag", "0.64", "versnelling_nodig"),
    ],
)
def test_vector_of_the_domain(  # noqa: PLR0913, PLR0917 - one row of its table
    nulmeting: tuple[int, object],
    meting: tuple[int, object],
    doel: tuple[int, object],
    richting: str,
    verhouding: str,
    status: str,
) -> None:
    """Each case of the agreed table gives the agreed ratio and verdict."""
    koers = judge(nulmeting, [meting], [doel], richting=richting)
    assert koers.verhouding == Fraction(verhouding)
    assert (koers.status, koers.grond) == (status, Grond.TEMPO)


@pytest.mark.parametrize(
    ("waarde", "status"),
    [
        ("52,5", "op_koers"),
        ("52,51", "versnelling_nodig"),
        ("70", "versnelling_nodig"),
        ("70,01", "beperkte_voortgang"),
        ("100", "beperkte_voortgang"),
        ("100,01", "achteruitgang"),
        ("0", "doel_bereikt"),
        ("0,01", "op_koers"),
    ],
)
def test_value_precisely_on_a_bound_belongs_to_the_better_verdict(waarde: str, status: str) -> None:
    """95%, 60% and 0% of the pace are enough for the verdict that begins there."""
    assert judge((2020, 100), [(2025, waarde)], [(2030, 0)]).status == status


def test_bounds_come_from_the_vocabulary() -> None:
    """Another lower bound in the data gives another verdict, without any code."""
    indicator = make_indicator(
        (2025, 80),
        nulmeting={"jaar": 2020, "waarde": 100},
        streefwaarden=[{"jaar": 2030, "waarde": 50}],
    )
    strict = GRENZEN | {Indicatorstatus.OP_KOERS: Fraction(80, 100)}
    today = date(2025, 10, 1)
    assert judge_indicator(indicator, GRENZEN, today).status == "versnelling_nodig"
    assert judge_indicator(indicator, strict, today).status == "op_koers"


def test_programme_without_bounds_has_no_verdict_but_does_have_the_numbers(
    proefdorp: Programma,
) -> None:
    """Nothing is judged where nobody agreed how; what was measured stays."""
    indicator = make_indicator(
        (2025, 75),
        nulmeting={"jaar": 2020, "waarde": 100},
        streefwaarden=[{"jaar": 2030, "waarde": 50}],
    )
    koers = judge_indicator(indicator, {}, date(2025, 10, 1))
    assert (koers.status, koers.grond, koers.verhouding) == (None, None, Fraction(1))
    assert read_grenzen(proefdorp.model_copy(update={"woordenlijsten": ()})) == {}


@pytest.mark.parametrize(
    ("waarde", "status", "grond"),
    [
        (95, "doel_bereikt", "doel_gehaald"),
        (100, "doel_bereikt", "doel_gehaald"),
        (101, "achteruitgang", "tegenstrijdig"),
    ],
)
def test_target_on_the_wrong_side_of_the_baseline_gives_no_pace(
    waarde: int, status: str, grond: str
) -> None:
    """From 90 to at most 100 while less is better: 95 is good, and is not called on course."""
    koers = judge((2020, 90), [(2025, waarde)], [(2030, 100)])
    assert (koers.status, koers.grond, koers.verhouding) == (status, grond, None)


def test_contradiction_gives_no_pace_on_a_path_with_tussendoelen_either() -> None:
    """A tussendoel in the right direction does not repair a target in the wrong one."""
    koers = judge((2020, 90), [(2025, 120)], [(2026, 80), (2030, 100)], pad="mijlpalen")
    assert (koers.status, koers.verhouding) == ("achteruitgang", None)


def test_path_runs_through_the_tussendoelen() -> None:
    """Where most of the change comes late, little is asked early."""
    doelen = [(2025, 90), (2030, 0)]
    late = judge((2020, 100), [(2025, 90)], doelen, pad="mijlpalen")
    assert (late.op_pad, late.verhouding, late.status) == (
        Fraction(90),
        Fraction(1),
        Indicatorstatus.OP_KOERS,
    )
    straight = judge((2020, 100), [(2025, 90)], doelen, pad="lineair")
    assert (straight.op_pad, straight.verhouding) == (Fraction(50), Fraction(1, 5))


@pytest.mark.parametrize(
    ("waarde", "status"), [(100, "op_koers"), (99, "op_koers"), (101, "achteruitgang")]
)
def test_flat_path_asks_not_to_get_worse(waarde: int, status: str) -> None:
    """Where nothing is asked yet, keeping the value is on course."""
    doelen = [(2025, 100), (2030, 50)]
    koers = judge((2020, 100), [(2024, waarde)], doelen, pad="mijlpalen")
    assert (koers.status, koers.grond) == (status, Grond.PAD_VLAK)
    assert koers.verhouding is None


@pytest.mark.parametrize(
    ("waarde", "status", "grond"),
    [
        (78, "vasthouden", "binnen_marge"),
        (80, "vasthouden", "binnen_marge"),
        (76, "vasthouden", "binnen_marge"),
        ("80,1", "niet_gehaald", "buiten_marge"),
        ("75,9", "niet_gehaald", "buiten_marge"),
    ],
)
def test_vasthouden_allows_the_agreed_margin_to_both_sides(
    waarde: object, status: str, grond: str
) -> None:
    """What should stay equal may differ by the margin, and by no more."""
    koers = judge((2020, 78), [(2025, waarde)], [(2030, 78)], richting="vasthouden", tolerantie=2)
    assert (koers.status, koers.grond, koers.verhouding) == (status, grond, None)


def test_target_equal_to_the_baseline_is_kept_or_beaten() -> None:
    """Nothing has to change, so that nothing is divided by nothing."""
    assert judge((2020, 100), [(2025, 100)], [(2030, 100)]).status == "vasthouden"
    assert judge((2020, 100), [(2025, 99)], [(2030, 100)]).status == "doel_bereikt"
    assert judge((2020, 100), [(2025, 101)], [(2030, 100)]).status == "achteruitgang"


def test_target_year_that_has_gone_is_met_or_not() -> None:
    """After its year a target is no longer on course: it was met, or it was not."""
    past = date(2026, 1, 1)
    missed = judge((2020, 100), [(2025, 51)], [(2025, 50)], peildatum=past)
    assert (missed.status, missed.grond) == ("niet_gehaald", Grond.DOELJAAR_VOORBIJ)
    assert judge((2020, 100), [(2025, 50)], [(2025, 50)], peildatum=past).status == "doel_bereikt"
    still = judge((2020, 100), [(2025, 51)], [(2025, 50)], peildatum=date(2025, 12, 31))
    assert still.status == "op_koers"


def test_measurement_after_the_target_year_has_no_place_on_the_path() -> None:
    """A path ends at its last target; what comes later is compared with the target alone."""
    koers = judge((2020, 100), [(2026, 60)], [(2025, 50)])
    assert (koers.op_pad, koers.verhouding, koers.status) == (None, None, "niet_gehaald")


def test_target_that_is_not_later_than_the_baseline_gives_no_path() -> None:
    """A target of before the baseline is met or not; no pace leads to it."""
    assert judge((2020, 100), [(2025, 90)], [(2019, 80)]).status == "niet_gehaald"
    assert judge((2020, 100), [(2025, 80)], [(2020, 80)]).status == "doel_bereikt"


def test_without_target_there_is_no_verdict_on_the_pace() -> None:
    """A trend without a target is told in words only."""
    koers = judge((2020, 100), [(2025, 10)], [])
    assert (koers.status, koers.grond) == ("geen_doel", Grond.GEEN_DOEL)


@pytest.mark.parametrize(
    ("nulmeting", "metingen", "grond"),
    [
        (None, [(2024, 90), (2025, 80)], "geen_nulmeting"),
        ((2025, 100), [], "geen_tweede_meting"),
        ((2025, 100), [(2025, 100)], "geen_tweede_meting"),
        ((2025, 100), [(2023, 120)], "geen_tweede_meting"),
        ((2020, 100), [(2025, None)], "geen_tweede_meting"),
        ((2020, 100), [(2020, 100, None, "a"), (2025, 9, None, "b")], "geen_tweede_meting"),
    ],
)
def test_one_comparable_measurement_is_too_little(
    nulmeting: tuple[int, object] | None, metingen: list[tuple[Any, ...]], grond: str
) -> None:
    """Missing values and other definitions are no second measurement, and never a zero."""
    koers = judge(nulmeting, metingen, [(2030, 50)], peildatum=date(2026, 10, 1))
    assert (koers.status, koers.grond) == ("te_weinig_data", grond)
    assert koers.verhouding is None


def test_baseline_counts_as_the_first_measurement() -> None:
    """The nulmeting need not stand among the measurements to be compared with."""
    assert judge((2020, 100), [(2025, 75)], [(2030, 50)]).gerealiseerd == -25


def test_only_what_was_published_by_peildatum_counts() -> None:
    """A value of next year changes nothing today."""
    rows: list[tuple[Any, ...]] = [(2024, 80, "2025-07"), (2025, 75, "2026-07")]
    before = judge((2020, 100), rows, [(2030, 50)], peildatum=date(2026, 6, 30))
    after = judge((2020, 100), rows, [(2030, 50)], peildatum=date(2026, 7, 31))
    assert (before.laatste, after.laatste) == ((2024, Fraction(80)), (2025, Fraction(75)))


# --- what always holds --------------------------------------------------------------------------

jaren = st.integers(min_value=2000, max_value=2060)
waarden = st.one_of(
    st.sampled_from([Decimal(0), Decimal(100), Decimal("0.01")]),
    st.decimals(min_value=-1000, max_value=1000, places=2, allow_nan=False),
)
richtingen = st.sampled_from(Richting)


@st.composite
def indicators(draw: st.DrawFn) -> Indicator:
    """Any indicator: values may be missing, equal, zero or negative, targets may be anywhere."""
    maybe = st.none() | waarden
    rows = draw(st.lists(st.tuples(jaren, maybe), max_size=6))
    targets = draw(st.lists(st.tuples(jaren, waarden), max_size=12))
    start = draw(st.none() | st.tuples(jaren, waarden))
    return make_indicator(
        richting=draw(richtingen).value,
    ).model_copy(
        update={
            "metingen": tuple(Meting(reeks="restafval", jaar=j, waarde=w) for j, w in rows),
            "streefwaarden": tuple(Streefwaarde(jaar=j, waarde=w) for j, w in targets),
            "nulmeting": Nulmeting(jaar=start[0], waarde=start[1]) if start else None,
            "pad": draw(st.sampled_from(Pad)),
            "tolerantie": draw(st.sampled_from([Decimal(0), Decimal(5)])),
            "eenheid": draw(st.sampled_from(["kg per inwoner", "%"])),
        }
    )


def measure(indicator: Indicator, jaar: int, waarde: Decimal) -> Indicator:
    """The indicator with one more measurement, the only one of its year."""
    rest = tuple(item for item in indicator.metingen if item.jaar != jaar)
    meting = Meting(reeks="restafval", jaar=jaar, waarde=waarde)
    return indicator.model_copy(update={"metingen": (*rest, meting)})


@given(indicators(), st.dates(date(2000, 1, 1), date(2060, 12, 31)))
def test_any_indicator_gets_one_verdict_with_its_reason(
    indicator: Indicator, peildatum: date
) -> None:
    """No combination of numbers stops the site, and none is left without a verdict."""
    koers = judge_indicator(indicator, GRENZEN, peildatum)
    assert koers.status is not None
    assert koers.grond is not None
    assert (koers.verhouding is not None) or koers.grond is not Grond.TEMPO
    assert (koers.status == "geen_doel") == (not indicator.streefwaarden)


@given(indicators(), st.dates(date(2000, 1, 1), date(2060, 12, 31)))
def test_a_missing_value_is_never_counted(indicator: Indicator, peildatum: date) -> None:
    """Leaving out the rows without a value changes nothing: they were no zero."""
    filled = tuple(item for item in indicator.metingen if item.waarde is not None)
    bare = indicator.model_copy(update={"metingen": filled})
    years = [item.jaar for item in indicator.metingen]
    if len(years) == len(set(years)):
        assert judge_indicator(indicator, GRENZEN, peildatum) == judge_indicator(
            bare, GRENZEN, peildatum
        )


@given(indicators(), jaren, waarden, waarden)
def test_better_value_never_gives_a_worse_verdict(
    indicator: Indicator, jaar: int, one: Decimal, other: Decimal
) -> None:
    """In the good direction the verdict only rises; what must stay equal is judged apart."""
    if indicator.richting is Richting.VASTHOUDEN or indicator.nulmeting is None:
        return
    peildatum = date(jaar, 12, 31)
    if jaar <= indicator.nulmeting.jaar:
        return
    worse, better = sorted((one, other), reverse=indicator.richting is Richting.OMLAAG)
    low, high = (
        judge_indicator(measure(indicator, jaar, value), GRENZEN, peildatum).status
        for value in (worse, better)
    )
    if low in VOLGORDE and high in VOLGORDE:
        assert VOLGORDE.index(low) <= VOLGORDE.index(high)


@given(indicators(), st.dates(date(2000, 1, 1), date(2060, 12, 31)))
def test_mirrored_indicator_gets_the_same_verdict(indicator: Indicator, peildatum: date) -> None:
    """Whether more or less is better makes no difference to how strictly is judged."""
    flip = {Richting.OMHOOG: Richting.OMLAAG, Richting.OMLAAG: Richting.OMHOOG}

    def mirror(record: Any) -> Any:
        value = record.waarde
        return record.model_copy(update={"waarde": None if value is None else -value})

    mirrored = indicator.model_copy(
        update={
            "richting": flip.get(indicator.richting, indicator.richting),
            "metingen": tuple(map(mirror, indicator.metingen)),
            "streefwaarden": tuple(map(mirror, indicator.streefwaarden)),
            "nulmeting": mirror(indicator.nulmeting) if indicator.nulmeting else None,
        }
    )
    mine, theirs = (judge_indicator(item, GRENZEN, peildatum) for item in (indicator, mirrored))
    assert (mine.status, mine.verhouding) == (theirs.status, theirs.verhouding)
