"""What the programme counts about itself: of what, at which day, and never 0 of nothing."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.acties import Actie
from generator.model.basis import Editie, Herkomst, Zelftelling
from generator.model.bijsturing import Voortgangsregel
from generator.model.draagvlak import Belemmering
from generator.model.programma import Programma
from generator.model.regels.zelftellingen import (
    TELLERS,
    Zelfstand,
    add_zelftellingen,
    count_self,
    make_meting,
)
from generator.model.woordenlijst import Term, Woordenlijst
from generator.narrow import narrow
from tests.builders import make_actie, make_indicator

PEILDATUM = date(2026, 10, 1)
EIGEN: dict[str, Any] = {
    "actiestatus": "in_uitvoering",
    "eigenaar_team": "wegen",
    "gecontroleerd_op": "2026-09-01",
}


def _acties(programma: Programma, *fields: dict[str, Any]) -> Programma:
    acties = tuple(
        make_actie(**EIGEN | {"id": f"A-{number:04}"} | own)
        for number, own in enumerate(fields, start=1)
    )
    return programma.model_copy(update={"acties": acties})


def _count(
    programma: Programma,
    telling: Zelftelling,
    peildatum: date = PEILDATUM,
    editie: Editie = Editie.INTERN,
) -> tuple[int, int]:
    found = count_self(programma, telling, peildatum, editie)
    return found.teller, found.noemer


def test_every_count_has_its_rule() -> None:
    """No indicator can ask for a count that the program does not know."""
    assert set(TELLERS) == set(Zelftelling)


def test_action_counts_with_an_owner_and_a_stand_of_half_a_year(proefdorp: Programma) -> None:
    """Of the actions that go on, those with an owner and a stand of at most 183 days count."""
    programma = _acties(
        proefdorp,
        {},
        {"gecontroleerd_op": "2026-04-01"},
        {"gecontroleerd_op": "2026-03-31"},
        {"gecontroleerd_op": None},
        {"eigenaar_team": None},
        {"actiestatus": "afgerond"},
        {"actiestatus": "vervallen", "reden": "Niet nodig."},
    )
    assert (PEILDATUM - date(2026, 4, 1)).days == 183
    assert _count(programma, Zelftelling.ACTIES_MET_EIGENAAR) == (2, 5)


def test_stand_is_confirmed_by_a_milestone_too(proefdorp: Programma) -> None:
    """Who reached a milestone this summer, has told how the action stands."""
    reached = {"titel": "Klaar", "gepland": "2026-06", "behaald": "2026-07"}
    programma = _acties(proefdorp, {"gecontroleerd_op": "2025-01-01", "mijlpalen": [reached]})
    assert _count(programma, Zelftelling.ACTIES_MET_EIGENAAR) == (1, 1)


@pytest.mark.parametrize(("dagen", "expected"), [((), 1), ((30,), 1), ((29,), 0), ((200, 29), 0)])
def test_days_are_those_of_the_strictest_rule_and_183_without_one(
    proefdorp: Programma, dagen: tuple[int, ...], expected: int
) -> None:
    """How old a stand may be follows from the rules for the light; without them half a year."""
    regels = tuple(
        Voortgangsregel.model_validate(
            {
                "id": f"regel_{days}",
                "soort": "niet_bevestigd",
                "dagen": days,
                "voortgang": "onbekend",
                "tekst": "Te oud.",
            }
        )
        for days in dagen
    )
    programma = _acties(proefdorp, {}).model_copy(update={"voortgangsregels": regels})
    assert (PEILDATUM - date(2026, 9, 1)).days == 30
    assert _count(programma, Zelftelling.ACTIES_MET_EIGENAAR) == (expected, 1)


def test_milestone_is_in_time_within_its_planned_period(proefdorp: Programma) -> None:
    """Milestones of which the period is over count; in time is up to and with its last day."""
    programma = _acties(
        proefdorp,
        {
            "mijlpalen": [
                {"titel": "Zelfde maand", "gepland": "2026-03", "behaald": "2026-03"},
                {"titel": "Laatste dag", "gepland": "2026-03", "behaald": "2026-03-31"},
                {"titel": "Dag te laat", "gepland": "2026-03", "behaald": "2026-04-01"},
                {"titel": "Eerder", "gepland": "2026-03", "behaald": "2025-12"},
                {"titel": "Niet behaald", "gepland": "2026-09-30"},
                {"titel": "Vandaag", "gepland": "2026-10-01"},
                {"titel": "Deze maand", "gepland": "2026-10", "behaald": "2026-10-01"},
            ]
        },
        {"actiestatus": "afgerond", "mijlpalen": [{"titel": "Laat", "gepland": "2025"}]},
        {"actiestatus": "vervallen", "mijlpalen": [{"titel": "Gestopt", "gepland": "2025"}]},
    )
    assert _count(programma, Zelftelling.MIJLPALEN_OP_TIJD) == (3, 7)


def test_only_the_day_decides_what_was_reached(proefdorp: Programma) -> None:
    """A milestone that was reached after the day of the count, was not reached that day."""
    late = {"titel": "Later", "gepland": "2026-03", "behaald": "2026-03-20"}
    programma = _acties(proefdorp, {"mijlpalen": [late]})
    telling = Zelftelling.MIJLPALEN_OP_TIJD
    assert _count(programma, telling, date(2026, 3, 30)) == (0, 0)
    assert _count(programma, telling, date(2026, 3, 31)) == (1, 1)


def test_barrier_is_solved_when_its_day_has_come(proefdorp: Programma) -> None:
    """A barrier that will be solved later still counts as not solved."""
    own = {"thema": "openbare_ruimte", "tekst": "Lastig."}
    belemmeringen = tuple(
        Belemmering.model_validate(own | {"id": f"B-{number:02}", "opgelost_op": moment})
        for number, moment in enumerate(["2026-03", "2026-10-01", "2026-11", None], start=1)
    )
    programma = proefdorp.model_copy(update={"belemmeringen": belemmeringen})
    assert _count(programma, Zelftelling.BELEMMERINGEN_OPGELOST) == (2, 4)


def _weigh(programma: Programma, **gewichten: int | None) -> Programma:
    terms = tuple(
        Term.model_validate({"id": name, "naam": name, "gewicht": gewicht})
        for name, gewicht in gewichten.items()
    )
    lijst = Woordenlijst(id="r_strategie", naam="R-strategie", termen=terms)
    return programma.model_copy(update={"woordenlijsten": (lijst,)})


def test_first_strategy_decides_and_the_vocabulary_says_what_is_high(proefdorp: Programma) -> None:
    """An action counts by its main strategy; the weight in the vocabulary says what is high."""
    programma = _weigh(
        _acties(
            proefdorp,
            {"r_strategie": ["R1", "R8"]},
            {"r_strategie": ["R8", "R1"]},
            {"r_strategie": []},
            {"r_strategie": ["R5"]},
        ),
        R1=1,
        R8=0,
        R5=None,
    )
    assert _count(programma, Zelftelling.ACTIES_HOOG_OP_DE_LADDER) == (1, 2)
    turned = _weigh(programma, R1=0, R8=1)
    assert _count(turned, Zelftelling.ACTIES_HOOG_OP_DE_LADDER) == (1, 2)
    all_high = _weigh(programma, R1=1, R8=1, R5=1)
    assert _count(all_high, Zelftelling.ACTIES_HOOG_OP_DE_LADDER) == (3, 3)


def test_denominator_is_told_in_words_for_each_edition(proefdorp: Programma) -> None:
    """The public edition counts what it holds and says so."""
    telling = Zelftelling.ACTIES_MET_EIGENAAR
    stale, openbaar = {"gecontroleerd_op": None}, {"zichtbaarheid": "publiek"}
    programma = _acties(proefdorp, openbaar, stale | openbaar, stale)
    intern = count_self(programma, telling, PEILDATUM, Editie.INTERN)
    shown = narrow(programma, Editie.PUBLIEK)
    publiek = count_self(shown, telling, PEILDATUM, Editie.PUBLIEK)
    assert (intern.teller, intern.van) == (1, "van de 3 acties die doorlopen")
    assert (publiek.teller, publiek.van) == (1, "van de 2 openbare acties die doorlopen")
    assert Zelfstand(1, 1, "actie", "acties").van == "van 1 actie"
    assert Zelfstand(1, 1200, "actie", "acties").van == "van de 1.200 acties"


@pytest.mark.parametrize("telling", Zelftelling)
def test_nothing_to_count_is_no_value_with_a_reason(
    proefdorp: Programma, telling: Zelftelling
) -> None:
    """Of nothing there is no percentage, and the page says why; it is never 0%."""
    indicator = make_indicator(eenheid="%", telling=telling.value)
    empty = proefdorp.model_copy(
        update={"acties": (), "belemmeringen": (), "indicatoren": (indicator,)}
    )
    (found,) = add_zelftellingen(empty, PEILDATUM, Editie.INTERN).indicatoren
    (meting,) = found.metingen
    assert meting.waarde is None
    assert meting.reden
    assert meting.reden.startswith("Er zijn geen ")


def _add(programma: Programma, *rows: tuple[Any, ...], **fields: Any) -> list[Any]:
    telling = Zelftelling.ACTIES_MET_EIGENAAR.value
    indicator = make_indicator(*rows, **{"eenheid": "%", "telling": telling} | fields)
    changed = programma.model_copy(update={"indicatoren": (indicator,)})
    (found,) = add_zelftellingen(changed, PEILDATUM, Editie.INTERN).indicatoren
    return [(item.jaar, item.waarde) for item in found.metingen]


def test_count_is_the_measurement_of_this_year(proefdorp: Programma) -> None:
    """The count stands among the measurements of the indicator, as the stand of one day."""
    programma = _acties(proefdorp, {}, {}, {}, {"eigenaar_team": None})
    assert _add(programma, (2025, 60, "2025-12")) == [(2025, Decimal(60)), (2026, Decimal(75))]
    assert _add(programma, telling=None) == []
    indicator = make_indicator(eenheid="%", telling="acties_met_eigenaar")
    meting = make_meting(indicator, Zelfstand(3, 4, "actie", "acties"), PEILDATUM)
    assert meting.herkomst is Herkomst.BEREKEND
    assert (str(meting.publicatie), str(meting.peildatum)) == ("2026-10-01", "2026-10-01")
    assert meting.voorlopig is False


@pytest.mark.parametrize(
    ("publicatie", "counts"), [("2026-09", False), (None, False), ("2026-11", True)]
)
def test_value_that_somebody_published_stays(
    proefdorp: Programma, publicatie: str | None, counts: bool
) -> None:
    """A year of which a value was published is not counted again; one still to come does not."""
    programma = _acties(proefdorp, {})
    found = _add(programma, (2026, 80, publicatie))
    assert ((2026, Decimal(100)) in found) is counts


def test_count_has_the_newest_definition(proefdorp: Programma) -> None:
    """Where the definition has versions, a count is of the last of them."""
    versies = [
        {"versie": "oud", "naam": "oud", "omschrijving": "Eerst."},
        {"versie": "nieuw", "naam": "nieuw", "omschrijving": "Nu."},
    ]
    indicator = make_indicator(eenheid="%", telling="acties_met_eigenaar", definitieversies=versies)
    stand = count_self(proefdorp, Zelftelling.ACTIES_MET_EIGENAAR, PEILDATUM, Editie.INTERN)
    assert make_meting(indicator, stand, PEILDATUM).definitie_versie == "nieuw"


STATUSSEN = st.sampled_from(["gepland", "in_uitvoering", "afgerond", "vervallen"])
MAANDEN = st.sampled_from(["2025-12", "2026-03", "2026-09", "2026-10", "2027-02"])
MIJLPALEN = st.lists(
    st.fixed_dictionaries(
        {"titel": st.just("Klaar"), "gepland": MAANDEN, "behaald": st.none() | MAANDEN}
    ),
    max_size=3,
)
ACTIES = st.lists(
    st.fixed_dictionaries(
        {
            "actiestatus": STATUSSEN,
            "eigenaar_team": st.sampled_from([None, "wegen"]),
            "gecontroleerd_op": st.sampled_from([None, "2026-01-01", "2026-09-01", "2027-01-01"]),
            "mijlpalen": MIJLPALEN,
            "r_strategie": st.sampled_from([[], ["R3"]]),
        }
    ),
    max_size=4,
)


@given(acties=ACTIES, dag=st.dates(date(2024, 1, 1), date(2028, 12, 31)))
def test_a_share_is_never_below_nothing_or_above_all(
    proefdorp: Programma, acties: list[dict[str, Any]], dag: date
) -> None:
    """Whatever the programme holds, a count gives a share of 0 to 100%, or none."""
    made: tuple[Actie, ...] = tuple(
        make_actie(**item | {"id": f"A-{number:04}"}) for number, item in enumerate(acties)
    )
    programma = proefdorp.model_copy(update={"acties": made})
    for telling in Zelftelling:
        stand = count_self(programma, telling, dag, Editie.INTERN)
        assert 0 <= stand.teller <= stand.noemer
        assert stand.aandeel == (
            Fraction(100 * stand.teller, stand.noemer) if stand.noemer else None
        )
