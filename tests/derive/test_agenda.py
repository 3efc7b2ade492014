"""What asks for the attention of a team: due, late, stale, waiting; at the date that decides."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from generator.derive import derive
from generator.derive.feiten.agenda import Agendafeiten, Teamagenda
from generator.model.acties import Actie
from generator.model.basis import Editie
from generator.model.bijsturing import Bijsturing
from generator.model.indicatoren import Indicator
from generator.model.programma import Programma
from generator.narrow import narrow
from tests.builders import make_actie, make_indicator

PEILDATUM = date(2026, 10, 1)
EIGEN: dict[str, Any] = {
    "actiestatus": "in_uitvoering",
    "eigenaar_team": "wegen",
    "gecontroleerd_op": "2026-09-20",
}
BESLUIT: dict[str, Any] = {
    "id": "BS-01",
    "datum": "2026-05-01",
    "titel": "Meer tegels",
    "aanleiding": "Te weinig.",
    "analyse": "Geen plek.",
    "besluit": "Een depot.",
    "niveau": "bestuurlijk",
    "maatregel": "Het depot gaat open.",
    "gaat_in": "2026-06",
    "terugkijken": "2026-11",
}


def _actie(number: int, **fields: Any) -> Actie:
    return make_actie(**EIGEN | {"id": f"A-{number:04}"} | fields)


def _derive(
    programma: Programma,
    *acties: Actie,
    peildatum: date = PEILDATUM,
    indicatoren: tuple[Indicator, ...] = (),
    bijsturingen: tuple[Bijsturing, ...] = (),
) -> Agendafeiten:
    changed = programma.model_copy(
        update={"acties": acties, "indicatoren": indicatoren, "bijsturingen": bijsturingen}
    )
    found = derive(changed, editie=Editie.INTERN, peildatum=peildatum).agenda
    assert found is not None
    return found


def _wegen(programma: Programma, *acties: Actie, **more: Any) -> Teamagenda:
    return _derive(programma, *acties, **more).teams["wegen"]


def _mijlpaal(titel: str, gepland: str, behaald: str | None = None) -> dict[str, Any]:
    return {"titel": titel, "gepland": gepland, "behaald": behaald}


def test_public_edition_has_no_agenda(proefdorp: Programma) -> None:
    """What is late or waits is between the team and the programme."""
    shown = narrow(proefdorp, Editie.PUBLIEK)
    assert derive(shown, editie=Editie.PUBLIEK, peildatum=PEILDATUM).agenda is None


def test_dates_are_late_near_or_later(proefdorp: Programma) -> None:
    """A date is late the day after its period; near is within sixty days; the rest comes later."""
    mijlpalen = [
        _mijlpaal("Gisteren", "2026-09-30"),
        _mijlpaal("Vandaag", "2026-10-01"),
        _mijlpaal("Dag 60", "2026-11-30"),
        _mijlpaal("Dag 61", "2026-12-01"),
        _mijlpaal("Veel later", "2027-05"),
        _mijlpaal("Klaar", "2026-08", "2026-09"),
        _mijlpaal("Later klaar", "2026-08-31", "2026-10-02"),
    ]
    assert (date(2026, 11, 30) - PEILDATUM).days == 60
    found = _wegen(proefdorp, _actie(1, eind="2026-11", mijlpalen=mijlpalen))
    assert [item.titel for item in found.te_laat] == ["Later klaar", "Gisteren"]
    assert [item.titel for item in found.binnenkort] == ["Vandaag", "", "Dag 60"]
    assert [item.titel for item in found.daarna] == ["Dag 61"]


def test_end_that_a_milestone_says_is_said_once(proefdorp: Programma) -> None:
    """The last milestone on the end date stands for both, until it was reached."""
    waiting = _actie(1, eind="2026-11", mijlpalen=[_mijlpaal("Oplevering", "2026-11")])
    reached = _actie(2, eind="2026-11", mijlpalen=[_mijlpaal("Klaar", "2026-11", "2026-09")])
    found = _wegen(proefdorp, waiting, reached)
    assert [(item.actie, item.titel) for item in found.binnenkort] == [
        ("A-0001", "Oplevering"),
        ("A-0002", ""),
    ]


@pytest.mark.parametrize("status", ["afgerond", "vervallen"])
def test_action_that_is_over_asks_nothing(proefdorp: Programma, status: str) -> None:
    """What is ready or stopped stands in no list and in no calendar."""
    over = _actie(
        1,
        actiestatus=status,
        reden="Zo besloten.",
        eind="2026-01",
        gecontroleerd_op=None,
        mijlpalen=[_mijlpaal("Laat", "2025-12")],
        besluitmomenten=[{"wanneer": "2026-11", "wie": "bestuurlijk", "waarover": "Iets."}],
    )
    found = _derive(proefdorp, over)
    assert found.punten == ()
    assert found.teams["wegen"].is_rustig


def test_decisions_are_those_of_the_half_year_to_come(proefdorp: Programma) -> None:
    """A decision asks for attention half a year ahead; a later one stands in the calendar only."""
    momenten = [
        {"wanneer": moment, "wie": "bestuurlijk", "waarover": moment}
        for moment in ("2026-09", "2026-10-01", "2027-04-02", "2027-04-03")
    ]
    assert (date(2027, 4, 2) - PEILDATUM).days == 183
    agenda = _derive(proefdorp, _actie(1, besluitmomenten=momenten))
    shown = agenda.teams["wegen"].besluiten
    assert [item.titel for item in shown] == ["2026-10-01", "2027-04-02"]
    assert {item.wie for item in shown} == {"bestuurlijk"}
    assert [item.titel for item in agenda.punten] == ["2026-10-01", "2027-04-02", "2027-04-03"]


def test_stand_is_asked_for_when_the_rule_says_it_is_too_old(proefdorp: Programma) -> None:
    """A stand of more than the days of the rule is asked for, the oldest first, never is oldest."""
    acties = (
        _actie(1, gecontroleerd_op="2026-04-01"),
        _actie(2, gecontroleerd_op="2026-03-31"),
        _actie(3, gecontroleerd_op=None),
        _actie(4, gecontroleerd_op="2026-01-15"),
        _actie(5, gecontroleerd_op=None, eigenaar_team="inkoop"),
    )
    found = _wegen(proefdorp, *acties).onbevestigd
    assert [(item.actie, item.bevestigd) for item in found] == [
        ("A-0003", None),
        ("A-0004", date(2026, 1, 15)),
        ("A-0002", date(2026, 3, 31)),
    ]
    without = proefdorp.model_copy(update={"voortgangsregels": ()})
    assert _wegen(without, *acties).onbevestigd == ()


def _indicator(*rows: tuple[Any, ...], **fields: Any) -> Indicator:
    return make_indicator(*rows, **{"eigenaar_team": "wegen"} | fields)


@pytest.mark.parametrize(
    ("rows", "verwacht", "expected"),
    [
        pytest.param([(2025, 5, "2026-05")], "2026-09", ("2026-09", True, None), id="voorbij"),
        pytest.param([(2025, 5, "2026-05")], "2026-10", None, id="nog niet voorbij"),
        pytest.param([(2025, 5, "2026-09")], "2026-09", None, id="gekomen"),
        pytest.param([(2025, 5, "2026-11")], "2026-09", ("2026-09", True, None), id="toekomst"),
        pytest.param([(2025, None, "2026-09")], "2026-09", ("2026-09", True, 2025), id="leeg"),
        pytest.param(
            [(2024, 4, "2025-05"), (2025, None, "2026-05")],
            "2026-12",
            ("2026-12", False, 2025),
            id="leeg en verwacht",
        ),
        pytest.param([(2024, None, "2025-05"), (2025, 5, "2026-05")], None, None, id="oud gat"),
        pytest.param([(2025, None, None)], None, (None, False, 2025), id="leeg, niet verwacht"),
        pytest.param([], "2026-09", ("2026-09", True, None), id="nooit gemeten"),
        pytest.param([], None, None, id="niets"),
    ],
)
def test_indicator_waits_while_its_value_is_absent(
    proefdorp: Programma,
    rows: list[tuple[Any, ...]],
    verwacht: str | None,
    expected: tuple[str | None, bool, int | None] | None,
) -> None:
    """It waits when the announced moment passed without a newer value, or the newest row is empty.

    The first of these says when it was announced, the second of which year the value is absent.
    """
    indicator = _indicator(*rows, volgende_publicatie=verwacht)
    found = _wegen(proefdorp, indicatoren=(indicator,)).wachtend
    shown = [(item.verwacht and str(item.verwacht), item.is_voorbij, item.jaar) for item in found]
    assert shown == ([] if expected is None else [expected])


def test_look_back_concerns_every_team_of_the_decision(proefdorp: Programma) -> None:
    """A decision is looked back on by the teams of its actions and indicators, once for each."""
    besluit = Bijsturing.model_validate(
        BESLUIT | {"acties": ["A-0001", "A-0002"], "indicatoren": ["restafval"]}
    )
    agenda = _derive(
        proefdorp,
        _actie(1),
        _actie(2, eigenaar_team="wegen"),
        indicatoren=(_indicator(eigenaar_team="inkoop"),),
        bijsturingen=(besluit,),
    )
    (punt,) = agenda.punten
    assert punt.teams == ("inkoop", "wegen")
    assert [item.bijsturing for item in agenda.teams["inkoop"].terugkijken] == ["BS-01"]
    assert agenda.teams["personeel"].terugkijken == ()


@pytest.mark.parametrize(
    ("fields", "peildatum", "expected"),
    [
        ({}, date(2026, 4, 30), []),
        ({}, date(2026, 5, 1), []),
        ({}, date(2026, 5, 31), [False]),
        ({}, date(2026, 11, 30), [False]),
        ({}, date(2026, 12, 1), [True]),
        ({"teruggekeken_op": "2026-11-20", "uitkomst": "Het werkt."}, date(2026, 11, 20), []),
        ({"teruggekeken_op": "2026-11-20", "uitkomst": "Het werkt."}, date(2026, 11, 19), [False]),
    ],
)
def test_look_back_is_open_from_the_decision_until_somebody_did(
    proefdorp: Programma, fields: dict[str, Any], peildatum: date, expected: list[bool]
) -> None:
    """A look-back is listed half a year ahead, marked when late, and gone once it was done."""
    besluit = Bijsturing.model_validate(BESLUIT | {"acties": ["A-0001"]} | fields)
    found = _wegen(proefdorp, _actie(1), peildatum=peildatum, bijsturingen=(besluit,))
    assert [item.is_voorbij for item in found.terugkijken] == expected


def test_dates_without_a_team_are_in_the_agenda_of_all(proefdorp: Programma) -> None:
    """An action that nobody owns is missing in no calendar: it is in that of all teams."""
    agenda = _derive(proefdorp, _actie(1, eigenaar_team=None, eind="2026-11"))
    assert [item.actie for item in agenda.punten] == ["A-0001"]
    assert all(team.is_rustig for team in agenda.teams.values())


def test_agenda_is_in_the_order_of_time(proefdorp: Programma) -> None:
    """Dates come in the order of their last day, whatever they are."""
    agenda = _derive(
        proefdorp,
        _actie(1, eind="2027"),
        _actie(2, eind="2026-11"),
        _actie(3, eind="2026-11-05"),
        indicatoren=(_indicator(volgende_publicatie="2026-12"),),
    )
    assert [str(item.wanneer) for item in agenda.punten] == [
        "2026-11-05",
        "2026-11",
        "2026-12",
        "2027",
    ]
