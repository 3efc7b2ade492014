"""No hidden group can be found again in what is shown: not directly, and not by arithmetic.

The attacker here solves every equation that follows from what is shown: each number, each sum, and
that two ways to divide people are of the same people. How these tests were seen to fail, each
guard broken once: no second group beside a hidden one, a hidden group shown at other statements,
a statement kept that only one of two hidden groups answered, equal answers shown, the wishes of
few people shown, and an assignment left out on its own.
"""

from __future__ import annotations

import itertools
import random
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.basis import Editie, Zichtbaarheid
from generator.model.draagvlak import Bijeenkomst, Challenge
from generator.model.peilingen import (
    Antwoordgroep,
    Bewustzijnsmeting,
    Draagvlakmeting,
    Draagvlakscore,
)
from generator.model.programma import Programma
from generator.narrow import narrow
from generator.narrow.grens import choose_hidden
from generator.narrow.groepen import hide_small_groups

GRENS = 5
OPTIES = ("n1", "n2", "n3", "n4", "n5", "weet_niet")
type_equation = Mapping[object, int]


class Solver:
    """Linear equations over unknowns; tells which sums of unknowns follow from them."""

    def __init__(self, equations: Iterable[type_equation]) -> None:
        self._rows: dict[object, dict[object, Fraction]] = {}
        for equation in equations:
            rest = self._reduce(equation)
            if rest:
                pivot = next(iter(rest))
                scaled = {name: value / rest[pivot] for name, value in rest.items()}
                self._rows[pivot] = scaled

    def _reduce(self, equation: type_equation) -> dict[object, Fraction]:
        rest = {name: Fraction(value) for name, value in equation.items() if value}
        while found := [name for name in rest if name in self._rows]:
            factor = rest[found[0]]
            for name, value in self._rows[found[0]].items():
                rest[name] = rest.get(name, Fraction(0)) - factor * value
            rest = {name: value for name, value in rest.items() if value}
        return rest

    def knows(self, unknown: object) -> bool:
        """Whether the value of one unknown follows from the equations."""
        return not self._reduce({unknown: 1})


@pytest.mark.parametrize(
    ("equations", "known"),
    [
        ([{"a": 1}], {"a"}),
        ([{"a": 1, "b": 1}], set()),
        ([{"a": 1, "b": 1}, {"b": 1}], {"a", "b"}),
        ([{"a": 1, "b": 1, "c": 1}, {"a": 1, "b": 1}], {"c"}),
        ([{"a": 1, "b": 1}, {"b": 1, "c": 1}, {"a": 1, "c": 1}], {"a", "b", "c"}),
        ([{"a": 1, "b": -1}, {"b": 1, "c": -1}], set()),
    ],
)
def test_attacker_finds_what_can_be_found(equations: list[type_equation], known: set[str]) -> None:
    """The attacker of these tests can subtract; otherwise the tests would promise nothing."""
    solver = Solver(equations)
    assert {name for name in "abc" if solver.knows(name)} == known


# --- the awareness survey ---------------------------------------------------------------------


def _count(people: Iterable[tuple[str, str, Sequence[str | None]]]) -> list[Antwoordgroep]:
    """People as (niveau, afdeling, an answer or None per statement), counted in both ways."""
    counts: Counter[tuple[str, str, str, str]] = Counter()
    groups: dict[tuple[str, str, str], None] = {}
    for niveau, afdeling, answers in people:
        for place, answer in enumerate(answers):
            for veld, name in (("niveau", niveau), ("afdeling", afdeling)):
                groups[f"s{place}", veld, name] = None
                if answer:
                    counts[f"s{place}", veld, name, answer] += 1
    return [
        Antwoordgroep.model_validate(
            {"stelling": stelling, veld: name}
            | {optie: counts[stelling, veld, name, optie] for optie in OPTIES}
        )
        for stelling, veld, name in groups
    ]


@st.composite
def surveys(draw: st.DrawFn, *, skips: bool) -> list[Antwoordgroep]:
    """A survey of few niveaus and afdelingen, most of them small; few answers, or many alike."""
    niveaus = [f"niveau{i}" for i in range(draw(st.integers(1, 3)))]
    afdelingen = [f"afdeling{i}" for i in range(draw(st.integers(1, 5)))]
    statements = draw(st.integers(1, 3))
    chance = random.Random(draw(st.integers(0, 10**6)))  # noqa: S311 - not for secrets
    options = chance.sample(OPTIES, draw(st.integers(1, 6)))
    unasked = draw(st.sampled_from([0.0, 0.0, 0.15]))
    asked = {
        (afdeling, place): chance.random() >= unasked
        for afdeling in afdelingen
        for place in range(statements)
    }
    people = []
    for niveau, afdeling in itertools.product(niveaus, afdelingen):
        for _ in range(draw(st.sampled_from([0, 0, 1, 1, 2, 3, 4, 6, 12]))):
            answers = [
                chance.choice(options)
                if asked[afdeling, place] and not (skips and chance.random() < 0.1)
                else None
                for place in range(statements)
            ]
            people.append((niveau, afdeling, answers))
    return _count(people)


def _make_survey(rows: Sequence[Antwoordgroep]) -> Bewustzijnsmeting:
    return Bewustzijnsmeting.model_validate(
        {
            "methode": "vragenlijst",
            "moment": "2025",
            "uitgenodigd": 500,
            "stellingen": [
                {"id": name, "tekst": name, "dimensie": "kennis"}
                for name in dict.fromkeys(row.stelling for row in rows)
            ],
            "antwoorden": rows,
        }
    )


def _hide(programma: Programma, rows: Sequence[Antwoordgroep]) -> tuple[Antwoordgroep, ...]:
    changed = programma.model_copy(update={"bewustzijn": _make_survey(rows)})
    hidden = hide_small_groups(changed).bewustzijn
    assert hidden is not None
    return hidden.antwoorden


def _name(row: Antwoordgroep) -> str:
    return row.niveau or row.afdeling or ""


def _attack(
    written: Sequence[Antwoordgroep], shown: Sequence[Antwoordgroep], *, same_people: bool
) -> Solver:
    """All that follows from the shown rows about the size of each group at each statement.

    The same equations hold for each of the six answers, so whoever cannot find a size cannot find
    how a group answered either.

    Args:
        written: the survey as it was; gives the names of the groups only.
        shown: what is published.
        same_people: whether the attacker knows that everyone answered every statement.
    """
    niveaus = {row.niveau for row in written if row.niveau}
    afdelingen = {row.afdeling for row in written if row.afdeling}
    stellingen = {row.stelling for row in written}
    equations: list[type_equation] = [
        {(name, row.stelling): 1 for name in (row.samengevoegd or (_name(row),))} for row in shown
    ]
    for stelling in stellingen:
        whole: dict[object, int] = {(name, stelling): 1 for name in niveaus}
        equations.append(whole | {(name, stelling): -1 for name in afdelingen})
    # Who gave no answer at a statement was not asked; that much is known to who was there.
    asked: dict[str, set[str]] = {stelling: set() for stelling in stellingen}
    for row in written:
        if row.n:
            asked[row.stelling].add(_name(row))
    for stelling, names in asked.items():
        equations += [{(name, stelling): 1} for name in (niveaus | afdelingen) - names]
    for first, second in itertools.combinations(sorted(stellingen), 2) if same_people else ():
        both = asked[first] & asked[second] & afdelingen
        if asked[first] & afdelingen == asked[second] & afdelingen:
            both |= niveaus
        equations += [{(name, first): 1, (name, second): -1} for name in both]
    return Solver(equations)


def _is_small(row: Antwoordgroep) -> bool:
    counts = (*row.verdeling, row.weet_niet)
    return 0 < row.n < GRENS or (max(counts) == row.n and 0 < row.n < 2 * GRENS)


@given(rows=surveys(skips=True))
def test_small_group_cannot_be_computed(proefdorp: Programma, rows: list[Antwoordgroep]) -> None:
    """Subtracting everything that is shown from everything else gives no small group back."""
    solver = _attack(rows, _hide(proefdorp, rows), same_people=False)
    for row in rows:
        if _is_small(row):
            assert not solver.knows((_name(row), row.stelling)), row


@given(rows=surveys(skips=False))
def test_small_group_cannot_be_computed_over_statements(
    proefdorp: Programma, rows: list[Antwoordgroep]
) -> None:
    """Who knows that everyone answered everything finds no small group either."""
    solver = _attack(rows, _hide(proefdorp, rows), same_people=True)
    for row in rows:
        if _is_small(row):
            assert not solver.knows((_name(row), row.stelling)), row


@given(rows=surveys(skips=True))
def test_what_is_shown_is_true_and_large_enough(
    proefdorp: Programma, rows: list[Antwoordgroep]
) -> None:
    """Each row shown is a row of the data, or the exact sum of at least two that are hidden."""
    shown = _hide(proefdorp, rows)
    by_key = {(_name(row), row.stelling): row for row in rows}
    visible = {_name(row) for row in shown}
    for row in shown:
        if not row.samengevoegd:
            assert row in rows
            assert not _is_small(row)
            continue
        assert len(row.samengevoegd) >= 2
        assert row.n >= GRENS
        assert row.n > len(row.samengevoegd)
        assert not visible.intersection(row.samengevoegd)
        members = [by_key[name, row.stelling] for name in row.samengevoegd]
        for optie in OPTIES:
            assert getattr(row, optie) == sum(getattr(item, optie) for item in members)


@given(rows=surveys(skips=True))
def test_large_groups_alone_stay_as_they_were(
    proefdorp: Programma, rows: list[Antwoordgroep]
) -> None:
    """Where nobody needs protection nothing is hidden."""
    if not any(_is_small(row) for row in rows):
        assert set(_hide(proefdorp, rows)) == set(rows)


def _answers(**groups: tuple[int, ...]) -> list[Antwoordgroep]:
    """One statement; each group as its counts n1 to n5, and niveau all of them together."""
    rows = [
        Antwoordgroep.model_validate(
            {"stelling": "s0", "afdeling": name} | dict(zip(OPTIES, counts, strict=False))
        )
        for name, counts in groups.items()
    ]
    whole = dict(zip(OPTIES, map(sum, zip(*groups.values(), strict=True)), strict=False))
    return [*rows, Antwoordgroep.model_validate({"stelling": "s0", "niveau": "allen"} | whole)]


def _merged(rows: Iterable[Antwoordgroep]) -> list[tuple[str, ...]]:
    return [row.samengevoegd for row in rows if row.samengevoegd]


def test_one_small_group_takes_the_smallest_other_along(proefdorp: Programma) -> None:
    """The whole minus the others would give it away."""
    rows = _answers(a=(1, 1, 1, 0, 0), b=(2, 2, 2, 1, 0), c=(9, 9, 9, 0, 0))
    shown = _hide(proefdorp, rows)
    assert _merged(shown) == [("a", "b")]
    assert [(row.afdeling, row.n) for row in shown if row.afdeling] == [("c", 27)]


def test_two_groups_of_which_one_is_small_are_shown_as_the_whole(proefdorp: Programma) -> None:
    """With two groups only their sum can be shown."""
    rows = _answers(a=(1, 1, 1, 0, 0), b=(2, 2, 2, 1, 0))
    assert _merged(_hide(proefdorp, rows)) == [("a", "b")]


def test_survey_of_too_few_people_is_not_shown_at_all(proefdorp: Programma) -> None:
    """Three people in all are no survey."""
    assert _hide(proefdorp, _answers(a=(1, 1, 0, 0, 0), b=(0, 1, 0, 0, 0))) == ()


def test_group_whose_answers_are_all_equal_is_hidden(proefdorp: Programma) -> None:
    """If all eight said the same, everyone knows what each of them said."""
    rows = _answers(a=(8, 0, 0, 0, 0), b=(3, 3, 3, 1, 0), c=(9, 9, 9, 0, 0))
    assert _merged(_hide(proefdorp, rows)) == [("a", "b")]


def test_groups_that_all_said_the_same_take_another_along(proefdorp: Programma) -> None:
    """Otherwise their sum tells what each of them said."""
    rows = _answers(a=(3, 0, 0, 0, 0), b=(9, 0, 0, 0, 0), c=(4, 3, 3, 2, 0), d=(9, 9, 9, 0, 0))
    assert _merged(_hide(proefdorp, rows)) == [("a", "b", "c")]


def test_groups_of_one_are_not_counted_off(proefdorp: Programma) -> None:
    """Five people in five groups: then each group is one, so a sixth comes with them."""
    ones = {name: (1, 0, 0, 0, 0) if name < "c" else (0, 1, 0, 0, 0) for name in "abcde"}
    rows = _answers(**ones, f=(3, 3, 3, 1, 0), g=(9, 9, 9, 0, 0))
    assert _merged(_hide(proefdorp, rows)) == [("a", "b", "c", "d", "e", "f")]


def test_group_without_answers_hides_nobody(proefdorp: Programma) -> None:
    """Nobody is no company for a small group."""
    rows = _answers(a=(1, 1, 1, 0, 0), b=(0, 0, 0, 0, 0), c=(9, 9, 9, 0, 0))
    assert _merged(_hide(proefdorp, rows)) == [("a", "c")]


@given(sizes=st.lists(st.integers(0, 12), min_size=1, max_size=6), grens=st.integers(5, 9))
def test_smallest_size_is_what_the_programme_says(sizes: list[int], grens: int) -> None:
    """A municipality that wants seven gets seven."""
    groups = {str(place): [(size,)] for place, size in enumerate(sizes)}
    hidden = choose_hidden(groups, grens)
    for name, ((size,),) in groups.items():
        if 0 < size < grens:
            assert name in hidden
    assert len(hidden) != 1 or sum(map(bool, sizes)) == 1


def test_both_editions_hide_the_same(proefdorp: Programma) -> None:
    """What one edition shows cannot be taken from what the other shows."""
    rows = _answers(ruimte=(1, 1, 1, 0, 0), ondersteuning=(2, 2, 2, 1, 0))
    survey = _make_survey(rows).model_copy(update={"zichtbaarheid": "publiek"})
    changed = proefdorp.model_copy(update={"bewustzijn": survey})
    intern, publiek = (narrow(changed, editie).bewustzijn for editie in Editie)
    assert intern
    assert publiek is None or set(publiek.antwoorden) <= set(intern.antwoorden)


# --- support, by team -------------------------------------------------------------------------


@st.composite
def supports(draw: st.DrawFn) -> list[Draagvlakscore]:
    """Scores of teams for a few themes; not every team scores every theme."""
    rows = []
    for thema in range(draw(st.integers(1, 3))):
        for team in range(draw(st.integers(1, 5))):
            n = draw(st.sampled_from([0, 1, 2, 3, 4, 5, 6, 8, 15]))
            score = draw(st.integers(10, 50))
            wishes = draw(st.integers(0, n))
            fields = {"thema": f"t{thema}", "team": f"team{team}", "meetmoment": "na", "n": n}
            rows.append(_score(score=Decimal(score) / 10, gemotiveerd=wishes, **fields))
    return rows


def _score(**fields: Any) -> Draagvlakscore:
    return Draagvlakscore.model_validate({"meetmoment": "na", "score": 3} | fields)


def _hide_scores(
    programma: Programma, rows: Sequence[Draagvlakscore]
) -> tuple[Draagvlakscore, ...]:
    meting = Draagvlakmeting.model_validate({"methode": "m", "moment": "2025", "scores": rows})
    hidden = hide_small_groups(programma.model_copy(update={"draagvlak": meting})).draagvlak
    assert hidden is not None
    return hidden.scores


@given(rows=supports())
def test_small_team_cannot_be_computed(proefdorp: Programma, rows: list[Draagvlakscore]) -> None:
    """Not even by who knows how many people scored a theme in all."""
    shown = _hide_scores(proefdorp, rows)
    equations: list[type_equation] = [
        {(name, row.thema): 1 for name in (row.samengevoegd or (row.team,))} for row in shown
    ]
    equations += [
        {(row.team, thema): 1 for row in rows if row.thema == thema}
        for thema in {row.thema for row in rows}
    ]
    equations += [{(row.team, row.thema): 1} for row in rows if row.n == 0]
    solver = Solver(equations)
    alone = {thema for thema in {row.thema for row in rows} if _count_filled(rows, thema) == 1}
    for row in rows:
        if 0 < row.n < GRENS and row.thema not in alone:
            assert not solver.knows((row.team, row.thema))


def _count_filled(rows: Iterable[Draagvlakscore], thema: str | None) -> int:
    return sum(1 for row in rows if row.thema == thema and row.n)


@given(rows=supports())
def test_mean_of_few_people_is_not_shown(proefdorp: Programma, rows: list[Draagvlakscore]) -> None:
    """Every mean that is shown is of five people or more, and does not tell what each said."""
    for row in _hide_scores(proefdorp, rows):
        assert row.n == 0 or row.n >= GRENS
        assert not (0 < row.n < 2 * GRENS and row.score in {1, 5} and not row.samengevoegd)
        if row.samengevoegd:
            assert len(row.samengevoegd) >= 2
            assert row.gemotiveerd is None
            assert row.score == round(row.score, 1)


@given(rows=supports())
def test_wishes_of_few_people_are_not_shown(
    proefdorp: Programma, rows: list[Draagvlakscore]
) -> None:
    """Neither how few want to help, nor, by subtraction, how few do not."""
    for row in _hide_scores(proefdorp, rows):
        if row.gemotiveerd is not None:
            for part in (row.gemotiveerd, row.n - row.gemotiveerd):
                assert part == 0 or part >= GRENS


def test_score_of_everyone_is_shown_when_they_are_enough(proefdorp: Programma) -> None:
    """A mean of all participants together is hidden only when they are few."""
    rows = [_score(kans="K-01", n=4), _score(kans="K-02", n=5)]
    assert [row.kans for row in _hide_scores(proefdorp, rows)] == ["K-02"]


# --- other counts -----------------------------------------------------------------------------


def _challenge(deelnemers: int, *opdrachten: int | None) -> Challenge:
    return Challenge.model_validate(
        {
            "naam": "c",
            "omschrijving": "c",
            "start": "2025",
            "duur_dagen": 14,
            "deelnemers": deelnemers,
            "methode": "m",
            "opdrachten": [
                {
                    "id": f"o{place}",
                    "titel": "o",
                    "categorie": "c",
                    "eenheid": "keer",
                    "deelnemers": number,
                    "aantal": 1,
                }
                for place, number in enumerate(opdrachten)
            ],
        }
    )


@given(numbers=st.lists(st.integers(1, 9), min_size=2, max_size=6), extra=st.integers(-8, 8))
def test_assignment_of_few_people_cannot_be_computed(
    proefdorp: Programma, numbers: list[int], extra: int
) -> None:
    """Not even where everyone did one assignment, so that the numbers add up to the whole."""
    whole = max(GRENS, sum(numbers) + extra)
    changed = proefdorp.model_copy(update={"challenge": _challenge(whole, *numbers)})
    challenge = hide_small_groups(changed).challenge
    assert challenge is not None
    shown = [item.deelnemers or 0 for item in challenge.opdrachten]
    assert all(number >= GRENS for number in shown)
    assert challenge.weggelaten == len(numbers) - len(shown)
    if whole == sum(numbers):
        assert challenge.weggelaten != 1


def test_assignments_that_overlap_hide_the_small_one_only(proefdorp: Programma) -> None:
    """People who did several assignments make the numbers say nothing about each other."""
    changed = proefdorp.model_copy(update={"challenge": _challenge(20, 15, 12, 3)})
    challenge = hide_small_groups(changed).challenge
    assert challenge
    assert [item.deelnemers for item in challenge.opdrachten] == [15, 12]


@pytest.mark.parametrize(("number", "shown"), [(4, None), (5, 5), (0, 0), (None, None)])
def test_number_of_few_participants_is_not_shown(
    proefdorp: Programma, number: int | None, shown: int | None
) -> None:
    """A session of four people is told without its number."""
    session = Bijeenkomst.model_validate(
        {"id": "b", "titel": "b", "soort": "s", "datum": "2025", "deelnemers": number}
    )
    hidden = hide_small_groups(proefdorp.model_copy(update={"bijeenkomsten": (session,)}))
    assert [item.deelnemers for item in hidden.bijeenkomsten] == [shown]


@pytest.mark.parametrize(("number", "shown"), [(4, None), (5, 5)])
def test_number_of_few_reports_is_not_shown(
    proefdorp: Programma, number: int, shown: int | None
) -> None:
    """A barrier that four people named is told without the number."""
    barrier = proefdorp.belemmeringen[0].model_copy(update={"meldingen": number})
    hidden = hide_small_groups(proefdorp.model_copy(update={"belemmeringen": (barrier,)}))
    assert [item.meldingen for item in hidden.belemmeringen] == [shown]


@pytest.mark.parametrize("editie", Editie)
def test_no_edition_knows_a_number_of_few_people(proefdorp: Programma, editie: Editie) -> None:
    """Small groups are gone before an edition is made, so that the intranet has none either."""
    sessions = tuple(item.model_copy(update={"deelnemers": 3}) for item in proefdorp.bijeenkomsten)
    barriers = tuple(item.model_copy(update={"meldingen": 3}) for item in proefdorp.belemmeringen)
    changed = proefdorp.model_copy(
        update={
            "bijeenkomsten": sessions,
            "belemmeringen": barriers,
            "challenge": _challenge(20, 15, 12, 3).model_copy(
                update={"zichtbaarheid": Zichtbaarheid.PUBLIEK}
            ),
        }
    )
    known = narrow(changed, editie)
    assert known.challenge
    assert [item.deelnemers for item in known.challenge.opdrachten] == [15, 12]
    assert {item.deelnemers for item in known.bijeenkomsten} == {None}
    assert {item.meldingen for item in known.belemmeringen} == {None}
