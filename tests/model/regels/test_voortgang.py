"""The light of an action: each rule by itself, the worst of them, and the day that decides."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any, Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.acties import Actie
from generator.model.basis import Klasse, Lichtregel, Voortgang
from generator.model.bijsturing import Voortgangsregel
from generator.model.regels.voortgang import GEEN_LICHT, Licht, find_bevestigd, judge_actie
from tests.builders import make_actie

PEILDATUM: Final = date(2026, 10, 1)
VANDAAG: Final = {"gecontroleerd_op": PEILDATUM.isoformat()}
"""A stand that was confirmed on the day itself, so that only the rule in question may hold."""
ERGER: Final = (
    Voortgang.VOLGENS_VERWACHTING,
    Voortgang.ONBEKEND,
    Voortgang.AANDACHTSPUNT,
    Voortgang.BIJSTUREN,
)
"""The lights from best to worst, written down a second time."""


def make_regel(soort: str, voortgang: str = "bijsturen", dagen: int = 0) -> Voortgangsregel:
    """A rule; its words are its kind and its days."""
    return Voortgangsregel.model_validate(
        {
            "id": f"{soort}_{dagen}",
            "soort": soort,
            "dagen": str(dagen),
            "voortgang": voortgang,
            "tekst": f"{soort} {dagen}",
        }
    )


def make_oordeel(waarde: str, datum: str) -> dict[str, str]:
    """A verdict by hand."""
    rol = "programmamanager"
    return {"waarde": waarde, "datum": datum, "rol": rol, "reden": "Er is een afspraak gemaakt."}


REGELS: Final = (
    make_regel("einddatum_voorbij"),
    make_regel("mijlpaal_voorbij", dagen=90),
    make_regel("mijlpaal_voorbij", "aandachtspunt"),
    make_regel("niet_begonnen", "aandachtspunt"),
    make_regel("niet_bevestigd", "onbekend", 183),
    make_regel("geen_datum", "onbekend"),
)


def judge(
    actie: Actie, *regels: Voortgangsregel, klasse: Klasse = Klasse.ACTIEF, op: date = PEILDATUM
) -> Licht:
    """The light of an action that goes on, by these rules."""
    return judge_actie(actie, klasse, regels or REGELS, op)


def tell(licht: Licht) -> tuple[str | None, tuple[str, ...]]:
    """A computed light, and the rules that gave it."""
    return licht.berekend, tuple(regel.id for regel in licht.regels)


@pytest.mark.parametrize("dagen", [0, 1, 90])
@pytest.mark.parametrize(
    ("soort", "klasse", "make"),
    [
        ("einddatum_voorbij", Klasse.ACTIEF, lambda day: {"eind": day}),
        (
            "mijlpaal_voorbij",
            Klasse.ACTIEF,
            lambda day: {"mijlpalen": [{"titel": "Klaar", "gepland": day}]},
        ),
        ("niet_begonnen", Klasse.OPEN, lambda day: {"start": day, "eind": "2030"}),
        ("niet_bevestigd", Klasse.ACTIEF, lambda day: {"gecontroleerd_op": day, "eind": "2030"}),
    ],
)
def test_days_of_a_rule_must_have_passed(soort: str, klasse: Klasse, make: Any, dagen: int) -> None:
    """Exactly so many days is not yet too late; one day more is."""
    regel = make_regel(soort, dagen=dagen)
    day = PEILDATUM - timedelta(days=dagen)
    for past, expected in (
        (day, (Voortgang.VOLGENS_VERWACHTING, ())),
        (day - timedelta(days=1), (Voortgang.BIJSTUREN, (regel.id,))),
    ):
        actie = make_actie(**VANDAAG | make(past.isoformat()))
        assert tell(judge(actie, regel, klasse=klasse)) == expected


@pytest.mark.parametrize(
    ("moment", "is_voorbij"), [("2026-10", False), ("2026-09", True), ("2026", False)]
)
@pytest.mark.parametrize(
    ("soort", "make"),
    [
        ("einddatum_voorbij", lambda moment: {"eind": moment}),
        (
            "mijlpaal_voorbij",
            lambda moment: {"mijlpalen": [{"titel": "Klaar", "gepland": moment}]},
        ),
        ("niet_begonnen", lambda moment: {"start": moment}),
    ],
)
def test_month_or_year_has_passed_when_its_last_day_has(
    soort: str, make: Any, moment: str, *, is_voorbij: bool
) -> None:
    """A date that is a month or a year has passed after its last day, not after its first."""
    found = judge(make_actie(**make(moment)), make_regel(soort), klasse=Klasse.OPEN)
    assert (found.berekend is Voortgang.BIJSTUREN) is is_voorbij


def test_action_that_was_begun_cannot_be_unbegun() -> None:
    """Only an action that is not under way yet, or rests, is late in beginning."""
    actie, regel = make_actie(start="2026-01", eind="2027"), make_regel("niet_begonnen")
    assert judge(actie, regel, klasse=Klasse.OPEN).berekend is Voortgang.BIJSTUREN
    assert judge(actie, regel, klasse=Klasse.ACTIEF).berekend is Voortgang.VOLGENS_VERWACHTING


@pytest.mark.parametrize(
    ("fields", "is_zonder"),
    [
        ({}, True),
        ({"eind": "2027"}, False),
        ({"mijlpalen": [{"titel": "Komt nog", "gepland": "2027"}]}, False),
        ({"mijlpalen": [{"titel": "Klaar", "gepland": "2026", "behaald": "2026-03"}]}, True),
        ({"mijlpalen": [{"titel": "Straks", "gepland": "2026", "behaald": "2026-11"}]}, False),
        ({"start": "2026-01"}, True),
    ],
)
def test_action_without_a_date_to_come_is_recognised(
    fields: dict[str, Any], *, is_zonder: bool
) -> None:
    """Who has no end and no milestone that is still open has nothing to be measured by."""
    found = judge(make_actie(**fields), make_regel("geen_datum", "onbekend"))
    assert (found.berekend is Voortgang.ONBEKEND) is is_zonder


def test_action_of_which_nobody_ever_said_anything_is_not_confirmed() -> None:
    """Without any confirmation the stand is not confirmed, however many days the rule allows."""
    found = judge(make_actie(eind="2030"), make_regel("niet_bevestigd", "onbekend", 3650))
    assert found.berekend is Voortgang.ONBEKEND


def test_no_rule_that_holds_means_on_schedule() -> None:
    """An action to which no rule applies is on schedule, and no rule is named."""
    actie = make_actie(**VANDAAG, start="2026-01", eind="2027-01")
    assert judge(actie) == Licht(Voortgang.VOLGENS_VERWACHTING)


def test_worst_rule_wins_wherever_it_stands() -> None:
    """Of several rules that hold the worst counts; those that are less bad are still named."""
    actie = make_actie(
        gecontroleerd_op="2026-01-01",
        eind="2026-08",
        mijlpalen=[{"titel": "Half klaar", "gepland": "2026-09"}],
    )
    for regels in (REGELS, REGELS[::-1]):
        found = judge(actie, *regels)
        assert tell(found) == (Voortgang.BIJSTUREN, ("einddatum_voorbij_0",))
        assert {regel.id for regel in found.overige} == {"mijlpaal_voorbij_0", "niet_bevestigd_183"}


def test_all_rules_that_give_the_light_are_named_in_the_order_of_the_file() -> None:
    """Who asks why reads every reason, not only the first."""
    mijlpalen = [{"titel": "Al lang", "gepland": "2026-03"}]
    actie = make_actie(**VANDAAG, eind="2026-08", mijlpalen=mijlpalen)
    assert tell(judge(actie))[1] == ("einddatum_voorbij_0", "mijlpaal_voorbij_90")


@pytest.mark.parametrize(
    ("better", "worse"), [(ERGER[at], ERGER[at + 1]) for at in range(len(ERGER) - 1)]
)
def test_order_of_the_lights(better: Voortgang, worse: Voortgang) -> None:
    """Steering is worse than attention, that is worse than unknown, and that than on schedule."""
    regels = (
        make_regel("einddatum_voorbij", better),
        make_regel("einddatum_voorbij", worse, dagen=1),
    )
    assert judge(make_actie(eind="2026-01"), *regels).berekend is worse


@pytest.mark.parametrize("klasse", [Klasse.KLAAR, Klasse.VERVALLEN, None])
def test_action_that_is_ready_or_stopped_has_no_light(klasse: Klasse | None) -> None:
    """Nothing needs steering any more, whatever the dates or a verdict of before say."""
    actie = make_actie(eind="2020", voortgang_handmatig=make_oordeel("bijsturen", "2026-01-01"))
    assert judge_actie(actie, klasse, REGELS, PEILDATUM) == GEEN_LICHT


def test_programme_without_rules_has_no_lights() -> None:
    """Who wrote no rules gets no verdicts, not even that all is well."""
    assert judge_actie(make_actie(eind="2020"), Klasse.ACTIEF, (), PEILDATUM) == GEEN_LICHT


# --- the verdict by hand ----------------------------------------------------------------------


def test_verdict_by_hand_stands_beside_what_was_computed() -> None:
    """The verdict by hand is the one that counts, and hides neither the sum nor its reasons."""
    fields: dict[str, Any] = {
        **VANDAAG,
        "eind": "2026-08",
        "mijlpalen": [{"titel": "Half klaar", "gepland": "2026-09"}],
    }
    computed = judge(make_actie(**fields))
    oordeel = make_oordeel("volgens_verwachting", "2026-09-20")
    judged = judge(make_actie(**fields, voortgang_handmatig=oordeel))
    assert judged.handmatig is not None
    assert (judged.waarde, judged.handmatig.waarde) == (Voortgang.VOLGENS_VERWACHTING,) * 2
    assert (judged.berekend, judged.regels, judged.overige) == (
        Voortgang.BIJSTUREN,
        computed.regels,
        computed.overige,
    )
    assert (computed.waarde, computed.handmatig) == (Voortgang.BIJSTUREN, None)


@pytest.mark.parametrize(("datum", "counts"), [("2026-10-01", True), ("2026-10-02", False)])
def test_verdict_by_hand_counts_from_its_own_day(datum: str, *, counts: bool) -> None:
    """A verdict that was given later than the day of the stand was not there yet."""
    actie = make_actie(
        **VANDAAG, eind="2026-08", voortgang_handmatig=make_oordeel("aandachtspunt", datum)
    )
    found = judge(actie)
    assert (found.handmatig is not None) is counts
    assert found.waarde is (Voortgang.AANDACHTSPUNT if counts else Voortgang.BIJSTUREN)


@pytest.mark.parametrize("leeg", ["reden", "rol", "datum", "waarde"])
def test_verdict_by_hand_needs_value_reason_role_and_date(leeg: str) -> None:
    """Nobody can overrule the arithmetic without saying who, when and why."""
    oordeel = make_oordeel("bijsturen", "2026-09-01")
    del oordeel[leeg]
    with pytest.raises(ValueError, match=leeg):
        make_actie(voortgang_handmatig=oordeel)


# --- when the stand was confirmed -------------------------------------------------------------


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({}, None),
        ({"gecontroleerd_op": "2026-05-04"}, date(2026, 5, 4)),
        (
            {"mijlpalen": [{"titel": "Klaar", "gepland": "2026-03", "behaald": "2026-04-09"}]},
            date(2026, 4, 9),
        ),
        (
            {"mijlpalen": [{"titel": "Klaar", "gepland": "2026-03", "behaald": "2026-04"}]},
            date(2026, 4, 30),
        ),
        (
            {"mijlpalen": [{"titel": "Klaar", "gepland": "2026-10", "behaald": "2026-10"}]},
            PEILDATUM,
        ),
        ({"mijlpalen": [{"titel": "Later", "gepland": "2026-10", "behaald": "2026-11"}]}, None),
        ({"mijlpalen": [{"titel": "Niet", "gepland": "2026-03"}]}, None),
        (
            {"voortgang_handmatig": make_oordeel("bijsturen", "2026-06-07")},
            date(2026, 6, 7),
        ),
        ({"voortgang_handmatig": make_oordeel("bijsturen", "2026-10-02")}, None),
        ({"gecontroleerd_op": "2026-10-09"}, date(2026, 10, 9)),
        ({"start": "2026-09", "afgesproken_met_team": "2026-09-01"}, None),
        (
            {
                "gecontroleerd_op": "2026-05-04",
                "voortgang_handmatig": make_oordeel("bijsturen", "2026-06-07"),
                "mijlpalen": [{"titel": "Klaar", "gepland": "2026-03", "behaald": "2026-04-09"}],
            },
            date(2026, 6, 7),
        ),
    ],
)
def test_stand_is_confirmed_by_what_somebody_said(
    fields: dict[str, Any], expected: date | None
) -> None:
    """A stand is as fresh as its confirmation, its last reached milestone or its verdict."""
    assert find_bevestigd(make_actie(**fields), PEILDATUM) == expected


def test_saving_a_file_confirms_nothing() -> None:
    """Mending a word or adding a plan leaves the stand as old as it was."""
    actie = make_actie(gecontroleerd_op="2026-01-01", eind="2027")
    plan = {"mijlpalen": [{"titel": "Nieuw plan", "gepland": "2027-03"}], "budget_eur": "500"}
    mended = make_actie(gecontroleerd_op="2026-01-01", eind="2027-06", titel="Beter", **plan)
    for item in (actie, mended):
        assert find_bevestigd(item, PEILDATUM) == date(2026, 1, 1)
        assert tell(judge(item)) == (Voortgang.ONBEKEND, ("niet_bevestigd_183",))


# --- only peildatum decides -------------------------------------------------------------------

DAGEN = st.dates(date(2024, 1, 1), date(2028, 12, 31))
MOMENTEN = st.one_of(
    DAGEN.map(date.isoformat),
    DAGEN.map(lambda day: f"{day:%Y-%m}"),
    DAGEN.map(lambda day: f"{day:%Y}"),
)
ALLE_REGELS = st.lists(
    st.builds(
        make_regel,
        st.sampled_from(list(Lichtregel)),
        st.sampled_from(list(Voortgang)),
        st.integers(0, 400),
    ),
    min_size=1,
    max_size=6,
)


@st.composite
def draw_actie(draw: st.DrawFn, upto: date) -> Actie:
    """An action of which everything that happened, happened by a day."""
    done = st.dates(date(2024, 1, 1), upto).map(date.isoformat)
    mijlpalen = st.lists(
        st.fixed_dictionaries(
            {"titel": st.just("Iets"), "gepland": MOMENTEN, "behaald": st.none() | done}
        ),
        max_size=4,
    )
    oordeel = st.builds(make_oordeel, st.sampled_from(list(Voortgang)), done)
    return make_actie(
        start=draw(st.none() | MOMENTEN),
        eind=draw(st.none() | MOMENTEN),
        gecontroleerd_op=draw(st.none() | done),
        mijlpalen=draw(mijlpalen),
        voortgang_handmatig=draw(st.none() | oordeel),
    )


@given(
    st.data(),
    DAGEN,
    st.integers(0, 800),
    st.sampled_from([Klasse.OPEN, Klasse.ACTIEF]),
    ALLE_REGELS,
)
def test_time_alone_never_makes_a_light_better(
    data: st.DataObject, first: date, days: int, klasse: Klasse, regels: list[Voortgangsregel]
) -> None:
    """An action about which nothing new is known does not get on schedule by waiting."""
    actie = data.draw(draw_actie(first))
    before = judge_actie(actie, klasse, regels, first)
    after = judge_actie(actie, klasse, regels, first + timedelta(days=days))
    assert before.berekend is not None
    assert after.berekend is not None
    assert ERGER.index(after.berekend) >= ERGER.index(before.berekend)
    held, still = ({*one.regels, *one.overige} for one in (before, after))
    assert held <= still
    assert after.handmatig == before.handmatig


@given(st.data(), DAGEN, ALLE_REGELS)
def test_what_happens_after_the_day_changes_nothing(
    data: st.DataObject, op: date, regels: list[Voortgangsregel]
) -> None:
    """A milestone reached later, or a verdict given later, leaves the verdict as it was."""
    later = (op + timedelta(days=data.draw(st.integers(1, 500)))).isoformat()
    actie = data.draw(draw_actie(op)).model_copy(update={"voortgang_handmatig": None})
    reached = tuple(
        item if item.behaald else type(item)(titel=item.titel, gepland=item.gepland, behaald=later)
        for item in actie.mijlpalen
    )
    oordeel = make_actie(
        voortgang_handmatig=make_oordeel("volgens_verwachting", later)
    ).voortgang_handmatig
    changed = actie.model_copy(update={"mijlpalen": reached, "voortgang_handmatig": oordeel})
    assert judge(changed, *regels, op=op) == judge(actie, *regels, op=op)
