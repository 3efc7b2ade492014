"""Daily work: which dates ask for a word, what the council asked, what is funded."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from generator.derive import derive
from generator.derive.feiten.werk import Werkfeiten
from generator.model.acties import Actie
from generator.model.basis import Editie
from generator.model.draagvlak import Succes
from generator.model.programma import Programma
from generator.narrow import narrow
from tests.builders import make_actie

PEILDATUM = date(2026, 10, 15)
LOPEND: dict[str, Any] = {"actiestatus": "in_uitvoering", "zichtbaarheid": "publiek"}
GESTOPT = {"actiestatus": "vervallen", "reden": "Niet meer nodig."}


def _derive(programma: Programma, *acties: Actie, editie: Editie = Editie.INTERN) -> Werkfeiten:
    changed = programma.model_copy(update={"acties": acties} if acties else {})
    return derive(narrow(changed, editie), editie=editie, peildatum=PEILDATUM).werk


def _actie(number: int, **fields: Any) -> Actie:
    return make_actie(**LOPEND | {"id": f"A-{number:04}"} | fields)


def _mijlpaal(titel: str, gepland: str, behaald: str | None = None) -> dict[str, Any]:
    return {"titel": titel, "gepland": gepland, "behaald": behaald}


def test_dates_of_this_month_are_those_not_yet_passed(proefdorp: Programma) -> None:
    """A milestone of this month counts until its day has passed or it was reached."""
    werk = _derive(
        proefdorp,
        _actie(
            1,
            mijlpalen=[
                _mijlpaal("Deze maand", "2026-10"),
                _mijlpaal("Op de dag zelf", "2026-10-15"),
                _mijlpaal("Gisteren", "2026-10-14"),
                _mijlpaal("Al klaar", "2026-10", "2026-09"),
                _mijlpaal("Volgende maand", "2026-11"),
                _mijlpaal("Vorig jaar oktober", "2025-10", "2025-10"),
            ],
        ),
        _actie(2, eind="2026-10"),
        _actie(3, eind="2026-10", **GESTOPT),
    )
    assert [(item.actie, item.titel) for item in werk.deze_maand] == [
        ("A-0001", "Op de dag zelf"),
        ("A-0001", "Deze maand"),
        ("A-0002", None),
    ]
    assert [item.titel for item in werk.te_laat] == ["Gisteren"]


def test_late_action_is_asked_about_once_by_its_earliest_date(proefdorp: Programma) -> None:
    """A team with an action that is late gets one question about it, and the public none."""
    late = _actie(
        1, eind="2026-06", mijlpalen=[_mijlpaal("Eerst", "2026-03"), _mijlpaal("Dan", "2026-05")]
    )
    ended = _actie(2, eind="2026-08")
    werk = _derive(proefdorp, ended, late)
    assert [(item.actie, item.titel) for item in werk.te_laat] == [
        ("A-0001", "Eerst"),
        ("A-0002", None),
    ]
    assert _derive(proefdorp, ended, late, editie=Editie.PUBLIEK).te_laat == ()


def test_council_document_of_more_actions_is_one_document(proefdorp: Programma) -> None:
    """A motion that two actions answer stands there once, with what either of them knows of it."""
    motie = {"soort": "motie", "titel": "Minder steen", "nummer": "M-7"}
    werk = _derive(
        proefdorp,
        _actie(1, raadsstukken=[motie, {"soort": "motie", "titel": "Zonder nummer"}]),
        _actie(2, raadsstukken=[motie | {"status": "Aangenomen", "terug": "2026-12"}]),
        _actie(3, raadsstukken=[motie | {"soort": "toezegging"}]),
    )
    first, unnumbered, other = werk.raad
    assert first.acties == ("A-0001", "A-0002")
    assert (first.status, str(first.terug)) == ("Aangenomen", "2026-12")
    assert (unnumbered.titel, unnumbered.nummer) == ("Zonder nummer", None)
    assert (other.soort, other.acties) == ("toezegging", ("A-0003",))


def test_budgets_are_added_exactly_and_without_stopped_actions(proefdorp: Programma) -> None:
    """The sum by funding is exact, and an action that was stopped asks no money."""
    werk = _derive(
        proefdorp,
        _actie(1, budget_eur="0,10", dekking="gedekt"),
        _actie(2, budget_eur="0,20", dekking="gedekt"),
        _actie(3, budget_eur="5", dekking="gedekt", **GESTOPT),
        _actie(4, budget_eur="7"),
        _actie(5),
    )
    assert [(item.id, item.bedrag, item.aantal) for item in werk.dekking] == [
        ("gedekt", Decimal("0.30"), 2),
        ("", Decimal(7), 1),
    ]
    assert werk.zonder_budget == 1
    assert _derive(proefdorp, _actie(1, budget_eur="8"), editie=Editie.PUBLIEK).dekking == ()


def test_places_are_in_alphabetical_order_and_stopped_actions_are_no_news(
    proefdorp: Programma,
) -> None:
    """Residents find their wijk by its name, and nothing that will not happen."""
    text = {"wat_merk_ik": "De straat is open."}
    werk = _derive(
        proefdorp,
        _actie(1, **text),
        _actie(2, **text, locatie={"wijk": "Zuid", "tekst": "Laan"}),
        _actie(3, **text, locatie={"wijk": "noord", "tekst": "Plein"}, start="2026-05"),
        _actie(4, **text, locatie={"wijk": "noord", "tekst": "Hof"}, start="2025"),
        _actie(5, **text, locatie={"tekst": "Werf"}, start="2025"),
        _actie(6, **text, **GESTOPT),
        _actie(7),
    )
    assert [(item.wijk, item.acties) for item in werk.plaatsen] == [
        ("noord", ("A-0004", "A-0003")),
        ("Zuid", ("A-0002",)),
        (None, ("A-0005", "A-0001")),
    ]


def test_decisions_to_come_are_the_nearest_first(proefdorp: Programma) -> None:
    """The college sees what it must decide, and not what was decided or what was stopped."""

    def moment(wanneer: str) -> dict[str, Any]:
        return {"wanneer": wanneer, "wie": "bestuurlijk", "waarover": f"Besluit van {wanneer}"}

    werk = _derive(
        proefdorp,
        _actie(1, besluitmomenten=[moment("2027"), moment("2026-11"), moment("2026-09")]),
        _actie(2, besluitmomenten=[moment("2026-12")], **GESTOPT),
    )
    shown = [item.moment.waarover for item in werk.besluiten]
    assert shown == ["Besluit van 2026-11", "Besluit van 2027"]


@pytest.mark.parametrize(("datum", "shown"), [("2026-10", True), ("2026-11", False)])
def test_success_of_later_is_not_shown_yet(
    proefdorp: Programma, datum: str, *, shown: bool
) -> None:
    """The success of the month is the newest that has happened."""
    fields = {"team": "wegen", "tekst": "T.", "resultaat": "R.", "toestemming": True}
    older, newer = (
        Succes.model_validate({"id": f"P-{day[:4]}", "titel": day, "datum": day} | fields)
        for day in ("2025-01", datum)
    )
    programma = proefdorp.model_copy(update={"successen": (older, newer)})
    titles = [item.titel for item in _derive(programma).successen]
    assert titles == ([datum, "2025-01"] if shown else ["2025-01"])


def test_every_action_of_a_phase_is_counted_once(proefdorp: Programma) -> None:
    """Busy, ready, open and stopped add up to the actions of the phase."""
    for fase in _derive(proefdorp).fasen:
        assert fase.aantal == fase.klaar + fase.bezig + fase.open + fase.gestopt
        assert fase.aantal == sum(actie.fase == fase.id for actie in proefdorp.acties)


def test_hours_are_of_actions_that_still_ask_them(proefdorp: Programma) -> None:
    """A team leader sees the hours of the work to come, not of what is ready or stopped."""
    uren = {"uren": [{"team": "wegen", "uren_per_jaar": "40"}]}
    acties = (_actie(1, **uren), _actie(2, **uren, **GESTOPT), _actie(3, **uren))
    changed = proefdorp.model_copy(update={"acties": acties})
    feiten = derive(changed, editie=Editie.INTERN, peildatum=PEILDATUM)
    assert feiten.uren_per_team == {"wegen": 80}
