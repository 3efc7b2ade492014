"""Which decisions to steer there are at a date, and which of them are still open."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.derive.bijsturing import derive_bijsturing
from generator.derive.feiten.bijsturing import Bijsturingsfeiten
from generator.model.basis import Editie
from generator.model.bijsturing import Bijsturing
from generator.model.programma import Programma
from generator.model.regels.besluiten import list_beantwoord

BESLUIT = {
    "titel": "Anders",
    "aanleiding": "Het ging te langzaam.",
    "analyse": "Er was geen tijd.",
    "besluit": "Er komt meer tijd.",
    "niveau": "bestuurlijk",
    "maatregel": "Het team krijgt een dag.",
    "datum": "2026-03-10",
    "gaat_in": "2026-04",
    "terugkijken": "2026-09",
}
TERUGGEKEKEN = {"teruggekeken_op": "2026-09-15", "uitkomst": "Het hielp."}


def take(proefdorp: Programma, *besluiten: dict[str, Any]) -> Programma:
    """The programme with these decisions and no others, with ids in the order given."""
    items = tuple(
        Bijsturing.model_validate(BESLUIT | {"id": f"BS-{place:02}"} | own)
        for place, own in enumerate(besluiten, start=1)
    )
    return proefdorp.model_copy(update={"bijsturingen": items})


def derive(
    programma: Programma, peildatum: date, editie: Editie = Editie.INTERN
) -> Bijsturingsfeiten:
    """The facts about steering at a date."""
    return derive_bijsturing(programma, editie=editie, peildatum=peildatum)


def list_ids(items: Any) -> list[str]:
    """The ids of decisions, in their order."""
    return [item.bijsturing.id for item in items]


def test_decision_of_a_later_day_does_not_exist_yet(proefdorp: Programma) -> None:
    """A decision is there from the day on which it was taken, and no day sooner."""
    programma = take(proefdorp, {"acties": ["A-0001"]})
    assert derive(programma, date(2026, 3, 9)).besluiten == ()
    assert list_beantwoord(programma, date(2026, 3, 9)).acties == {}
    assert list_ids(derive(programma, date(2026, 3, 10)).besluiten) == ["BS-01"]
    assert list(list_beantwoord(programma, date(2026, 3, 10)).acties) == ["A-0001"]


def test_decision_is_open_until_the_day_of_the_look_back(proefdorp: Programma) -> None:
    """Before that day nobody knows what came of it; from that day on the page tells it."""
    programma = take(proefdorp, TERUGGEKEKEN)
    before, after = (derive(programma, date(2026, 9, day)) for day in (14, 15))
    assert (before.besluiten[0].is_open, after.besluiten[0].is_open) == (True, False)
    assert (before.besluiten[0].teruggekeken_op, before.besluiten[0].uitkomst) == (None, None)
    assert after.besluiten[0].teruggekeken_op == date(2026, 9, 15)
    assert after.besluiten[0].uitkomst == "Het hielp."
    assert (list_ids(before.terugblikken), after.terugblikken) == (["BS-01"], ())


@pytest.mark.parametrize(
    ("terugkijken", "laatste_dag"),
    [("2026-09", date(2026, 9, 30)), ("2026", date(2026, 12, 31)), ("2026-09-15",) * 2],
)
def test_look_back_is_late_when_the_whole_moment_is_over(
    proefdorp: Programma, terugkijken: str, laatste_dag: date | str
) -> None:
    """Who agreed on September has until the last of September."""
    last = date.fromisoformat(str(laatste_dag))
    programma = take(proefdorp, {"terugkijken": terugkijken})
    assert not derive(programma, last).besluiten[0].is_te_laat
    assert derive(programma, last + timedelta(days=1)).besluiten[0].is_te_laat


def test_look_back_that_was_done_is_never_late(proefdorp: Programma) -> None:
    """Looking back after the agreed moment is done all the same."""
    programma = take(proefdorp, TERUGGEKEKEN | {"terugkijken": "2026-06"})
    assert derive(programma, date(2026, 9, 14)).besluiten[0].is_te_laat
    assert not derive(programma, date(2026, 9, 15)).besluiten[0].is_te_laat


def test_public_edition_calls_nothing_late(proefdorp: Programma) -> None:
    """Everyone sees the agreed moment, and no verdict that nobody adopted."""
    programma = take(proefdorp, {})
    public = derive(programma, date(2027, 1, 1), Editie.PUBLIEK)
    assert public.terugblikken[0].is_open
    assert not public.terugblikken[0].is_te_laat


def test_newest_decision_comes_first_and_the_next_look_back_too(proefdorp: Programma) -> None:
    """The log begins with the newest decision; the open list with what is due first."""
    programma = take(
        proefdorp,
        {"datum": "2026-01-10", "terugkijken": "2026-11"},
        {"datum": "2026-05-10", "gaat_in": "2026-06", "terugkijken": "2026-08"},
        {"datum": "2026-03-10", "terugkijken": "2027-01"},
        {"datum": "2025-03-10"} | TERUGGEKEKEN,
    )
    feiten = derive(programma, date(2026, 10, 1))
    assert list_ids(feiten.besluiten) == ["BS-02", "BS-03", "BS-01", "BS-04"]
    assert list_ids(feiten.terugblikken) == ["BS-02", "BS-01", "BS-03"]
    assert [item.is_te_laat for item in feiten.terugblikken] == [True, False, False]


def test_decision_stands_beside_everything_it_names(proefdorp: Programma) -> None:
    """A decision about two actions and an indicator is found from each of them, and only there."""
    programma = take(
        proefdorp,
        {"acties": ["A-0001", "A-0002"], "indicatoren": ["bewustzijn"]},
        {"acties": ["A-0002"], "datum": "2026-05-10"},
    )
    feiten = derive(programma, date(2026, 10, 1))
    assert list_ids(feiten.select(acties=["A-0001"])) == ["BS-01"]
    assert list_ids(feiten.select(acties=["A-0002"])) == ["BS-02", "BS-01"]
    assert list_ids(feiten.select(indicatoren=["bewustzijn"])) == ["BS-01"]
    assert feiten.select(acties=["A-0003"], indicatoren=["restafval_inw"]) == ()
    assert feiten.select() == ()


def test_decision_that_was_looked_back_on_answers_nothing(proefdorp: Programma) -> None:
    """What still asks for a decision after the look back needs another one."""
    about = {"acties": ["A-0001"], "indicatoren": ["bewustzijn"]}
    programma = take(proefdorp, about | TERUGGEKEKEN, {"acties": ["A-0002"]})
    before, after = (list_beantwoord(programma, date(2026, 9, day)) for day in (14, 15))
    assert (set(before.acties), set(before.indicatoren)) == ({"A-0001", "A-0002"}, {"bewustzijn"})
    assert (set(after.acties), set(after.indicatoren)) == ({"A-0002"}, set())


def test_newest_open_decision_is_the_answer(proefdorp: Programma) -> None:
    """Of two open decisions about one action the newest is the one to show."""
    programma = take(
        proefdorp, {"acties": ["A-0001"], "datum": "2026-04-01"}, {"acties": ["A-0001"]}
    )
    answered = list_beantwoord(programma, date(2026, 10, 1))
    assert {key: item.id for key, item in answered.acties.items()} == {"A-0001": "BS-01"}


DAGEN = st.dates(date(2025, 1, 1), date(2027, 12, 31))


@given(
    dagen=st.lists(st.tuples(DAGEN, DAGEN, st.none() | DAGEN), max_size=6),
    peildatum=DAGEN,
)
def test_every_decision_is_either_open_or_done(
    proefdorp: Programma, dagen: list[tuple[date, date, date | None]], peildatum: date
) -> None:
    """Whatever the dates are: each decision taken by then is open or was looked back on."""
    items = tuple(
        Bijsturing.model_validate(
            BESLUIT
            | {"id": f"BS-{place:02}", "datum": taken, "terugkijken": later.isoformat()}
            | ({"teruggekeken_op": done, "uitkomst": "Het hielp."} if done else {})
        )
        for place, (taken, later, done) in enumerate(dagen)
    )
    programma = proefdorp.model_copy(update={"bijsturingen": items})
    feiten = derive(programma, peildatum)
    assert len(feiten.besluiten) == sum(taken <= peildatum for taken, *_ in dagen)
    assert {item.bijsturing.id for item in feiten.terugblikken} == {
        item.bijsturing.id for item in feiten.besluiten if item.uitkomst is None
    }
    late = [item.is_te_laat for item in feiten.terugblikken]
    assert late == sorted(late, reverse=True)
