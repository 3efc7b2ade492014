"""How the actions are spread: gaps, dates that passed, and what does not fit together."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.derive import derive
from generator.derive.feiten.spreiding import Gat, Spreidingsfeiten, Tegenspraaksoort
from generator.model.acties import Actie
from generator.model.basis import Editie, Zelftelling
from generator.model.programma import Programma
from generator.model.regels.zelftellingen import count_self
from tests.builders import make_actie

PEILDATUM = date(2026, 10, 1)
GESTOPT = {"actiestatus": "vervallen", "reden": "Niet meer nodig."}


def _actie(number: int, **fields: Any) -> Actie:
    known = {"id": f"A-{number:04}", "actiestatus": "in_uitvoering", "eigenaar_team": "wegen"}
    return make_actie(**known | fields)


def _derive(
    programma: Programma, *acties: Actie, peildatum: date = PEILDATUM, **changes: Any
) -> Spreidingsfeiten:
    changed = programma.model_copy(update={"acties": acties} | changes)
    found = derive(changed, editie=Editie.INTERN, peildatum=peildatum).spreiding
    assert found
    return found


def _soorten(feiten: Spreidingsfeiten) -> list[tuple[str, Tegenspraaksoort]]:
    return [(item.actie, item.soort) for item in feiten.tegenspraken]


def test_public_edition_asks_nothing_about_the_spread(proefdorp: Programma) -> None:
    """Gaps, concentration and lists without an owner are for the intranet."""
    feiten = derive(proefdorp, editie=Editie.PUBLIEK, peildatum=PEILDATUM)
    assert feiten.spreiding is None


def test_stopped_action_counts_nowhere_and_is_told(proefdorp: Programma) -> None:
    """What does not go on fills no gap, and the page says which actions those are."""
    feiten = _derive(
        proefdorp,
        _actie(1, titel="Blijft", interventietype="borgen"),
        _actie(2, titel="Gestopt", fase="opschaling", r_strategie=["R3"], **GESTOPT),
    )
    assert feiten.meegeteld == 1
    assert feiten.gestopt == ("A-0002",)
    assert feiten.themas.aantallen == {("openbare_ruimte", "leren"): 1}
    assert feiten.verdelingen["r_strategie"].regels[0].aantal == 0
    assert feiten.aandelen[0].pct == 100


def test_matrix_adds_up_to_all_actions_that_count(proefdorp: Programma) -> None:
    """Each action stands in one place of each matrix, also without an owner."""
    feiten = _derive(
        proefdorp,
        _actie(1),
        _actie(2, thema="bedrijfsvoering", fase="opschaling"),
        _actie(3, eigenaar_team=None, actiestatus="gepland"),
    )
    for matrix in (feiten.themas, feiten.teams, feiten.aanpak):
        assert sum(matrix.aantallen.values()) == feiten.meegeteld == 3
    assert feiten.teams.rijen[-1].naam == "nog geen eigenaar"
    assert feiten.teams.aantallen["", "leren"] == 1
    assert "nog geen eigenaar" not in {gat.rij for gat in feiten.teams.gaten}


def test_gap_is_a_place_without_an_action(proefdorp: Programma) -> None:
    """A theme misses the phase in which none of its actions is; one without any misses all."""
    feiten = _derive(proefdorp, _actie(1), _actie(2, fase="opschaling", eigenaar_team="inkoop"))
    assert feiten.themas.gaten == (
        Gat("Bedrijfsvoering", ("Leren en experimenteren", "Opschaling"), is_hele_rij=True),
    )
    assert feiten.teams.gaten == (
        Gat("Inkoop", ("Leren en experimenteren",)),
        Gat("Personeel", ("Leren en experimenteren", "Opschaling"), is_hele_rij=True),
        Gat("Wegen", ("Opschaling",)),
    )


def test_phase_without_any_action_is_one_gap_and_not_one_for_each_theme(
    proefdorp: Programma,
) -> None:
    """Nobody reads the same question for eight themes."""
    feiten = _derive(proefdorp, _actie(1), _actie(2, thema="bedrijfsvoering"))
    assert feiten.themas.lege_kolommen == ("Opschaling",)
    assert feiten.themas.gaten == ()


def test_other_approach_of_an_action_is_told_beside_the_gap(proefdorp: Programma) -> None:
    """An approach that is nowhere the main one may still be used; that is another question."""
    feiten = _derive(
        proefdorp,
        _actie(1, overige_interventietypen=["borgen", "uitdagen"]),
        _actie(2, fase="opschaling", interventietype="borgen"),
    )
    assert feiten.aanpak.ook == {("borgen", "leren"): 1}
    assert feiten.aanpak.gaten == (
        Gat("Borgen", ("Leren en experimenteren",), ook=("A-0001",)),
        Gat("Uitdagen", ("Opschaling",)),
    )


def test_ladder_counts_the_first_strategy_and_tells_the_others(proefdorp: Programma) -> None:
    """An action stands on one rung; what it names after that is counted apart."""
    terms = next(item for item in proefdorp.woordenlijsten if item.id == "r_strategie")
    more = terms.model_copy(
        update={
            "termen": (
                *terms.termen,
                terms.termen[0].model_copy(update={"id": "R8", "naam": "R8 Recyclen"}),
                terms.termen[0].model_copy(update={"id": "R9", "naam": "R9 Verbranden"}),
            )
        }
    )
    lists = tuple(more if item.id == "r_strategie" else item for item in proefdorp.woordenlijsten)
    feiten = _derive(
        proefdorp, _actie(1, r_strategie=["R3", "R8"]), _actie(2), woordenlijsten=lists
    )
    ladder = feiten.verdelingen["r_strategie"]
    assert [(item.id, item.aantal, item.ook) for item in ladder.regels] == [
        ("R3", 1, 0),
        ("R8", 0, 1),
        ("R9", 0, 0),
    ]
    assert [item.naam for item in ladder.leeg] == ["R9 Verbranden"]
    assert ladder.zonder == ("A-0002",)


def test_action_with_two_groups_counts_for_both(proefdorp: Programma) -> None:
    """For whom an action is may be more than one group; not filled in is told apart."""
    feiten = _derive(
        proefdorp, _actie(1, doelgroep=["inwoners"], niveau="uitvoerend"), _actie(2, titel="Zonder")
    )
    assert [item.aantal for item in feiten.verdelingen["doelgroep"].regels] == [1]
    assert feiten.verdelingen["doelgroep"].zonder == ("A-0002",)
    assert [item.naam for item in feiten.verdelingen["niveau"].leeg] == ["College"]
    assert feiten.verdelingen["schaal"].zonder == ()


@pytest.mark.parametrize(
    ("pct", "named"), [("50", ["Wegen"]), ("51", []), ("25", ["Inkoop", "Wegen"])]
)
def test_share_of_a_team_is_asked_about_from_the_limit_on(
    proefdorp: Programma, pct: str, named: list[str]
) -> None:
    """The limit is data; a team that is exactly at it is asked about."""
    gegevens = proefdorp.gegevens.model_copy(update={"concentratie_pct": Decimal(pct)})
    feiten = _derive(
        proefdorp,
        _actie(1),
        _actie(2),
        _actie(3, eigenaar_team="inkoop"),
        _actie(4, eigenaar_team=None, actiestatus="gepland"),
        gegevens=gegevens,
    )
    assert [item.naam for item in feiten.concentratie] == named
    assert [item.naam for item in feiten.aandelen] == ["Wegen", "Inkoop"]
    assert [item.pct for item in feiten.aandelen] == [Decimal(50), Decimal(25)]


def test_lists_hold_what_goes_on_and_stand_in_alphabetical_order(proefdorp: Programma) -> None:
    """What is ready or stopped is on no list; the order says nothing about weight."""
    ready = {"actiestatus": "afgerond", "gecontroleerd_op": "2020-01-01", "eigenaar_team": None}
    feiten = _derive(
        proefdorp,
        _actie(1, titel="Zeep", eigenaar_team=None),
        _actie(2, titel="aarde", eigenaar_team=None),
        _actie(3, titel="Klaar", **ready),
        _actie(4, titel="Weg", eigenaar_team=None, **GESTOPT),
    )
    assert feiten.zonder_eigenaar == ("A-0002", "A-0001")
    assert feiten.zonder_datum == ("A-0002", "A-0001")
    assert [item.actie for item in feiten.niet_bevestigd] == ["A-0002", "A-0001"]
    assert feiten.voorbij == ()


def test_only_peildatum_decides_what_has_passed(proefdorp: Programma) -> None:
    """The same action is late one day later; a milestone that came after peildatum is open."""
    actie = _actie(
        1,
        start="2026-01",
        eind="2026-09",
        mijlpalen=[
            {"titel": "Eerste", "gepland": "2026-08", "behaald": "2026-10-05"},
            {"titel": "Tweede", "gepland": "2026-11"},
        ],
    )
    (found,) = _derive(proefdorp, actie).voorbij
    assert found.eind is not None
    assert [item.titel for item in found.mijlpalen] == ["Eerste"]
    (found,) = _derive(proefdorp, actie, peildatum=date(2026, 9, 30)).voorbij
    assert found.eind is None
    (found,) = _derive(proefdorp, actie, peildatum=date(2026, 12, 1)).voorbij
    assert [item.titel for item in found.mijlpalen] == ["Tweede"]
    assert _derive(proefdorp, actie, peildatum=date(2026, 8, 31)).voorbij == ()


def test_stale_follows_the_strictest_rule_of_the_programme(proefdorp: Programma) -> None:
    """How old a stand may be is data; without a rule nothing is called old."""
    acties = [
        _actie(1, gecontroleerd_op="2026-04-01"),
        _actie(2, gecontroleerd_op="2026-03-31"),
        _actie(3),
    ]
    feiten = _derive(proefdorp, *acties)
    assert feiten.versheid == 183
    assert [(item.actie, item.bevestigd) for item in feiten.niet_bevestigd] == [
        ("A-0002", date(2026, 3, 31)),
        ("A-0003", None),
    ]
    rule = next(i for i in proefdorp.voortgangsregels if i.id == "niet_bevestigd")
    strict = (rule, rule.model_copy(update={"id": "streng", "dagen": 30}))
    assert len(_derive(proefdorp, *acties, voortgangsregels=strict).niet_bevestigd) == 3
    without = _derive(proefdorp, *acties, voortgangsregels=())
    assert (without.versheid, without.niet_bevestigd) == (None, ())


MIJLPALEN = [
    {"titel": "Op tijd", "gepland": "2026-03", "behaald": "2026-03"},
    {"titel": "Vroeg", "gepland": "2026-06", "behaald": "2026-01"},
    {"titel": "Laatste dag", "gepland": "2026-06", "behaald": "2026-06-30"},
    {"titel": "Later", "gepland": "2026-03", "behaald": "2026-04"},
    {"titel": "Veel later", "gepland": "2026-01-10", "behaald": "2026-02-10"},
    {"titel": "Open", "gepland": "2026-09-21"},
    {"titel": "Komt nog", "gepland": "2026-11"},
    {"titel": "Al klaar", "gepland": "2026-12", "behaald": "2026-02"},
    {"titel": "Na peildatum", "gepland": "2026-09-27", "behaald": "2026-10-04"},
]


def test_milestones_on_time_are_those_reached_in_the_planned_period(proefdorp: Programma) -> None:
    """What was to be reached by peildatum was on time, later, or is open; the rest is not due."""
    stand = _derive(proefdorp, _actie(1, mijlpalen=MIJLPALEN)).mijlpalen
    assert (stand.op_tijd, stand.later, stand.open, stand.totaal) == (3, 2, 2, 7)
    assert stand.pct == Decimal(300) / 7
    assert stand.uitloop_later == Decimal(30 + 31) / 2
    assert stand.uitloop_open == Decimal(10 + 4) / 2


def test_milestones_of_stopped_actions_do_not_count(proefdorp: Programma) -> None:
    """Nobody works on them; of nothing there is no percentage, and that is never 0."""
    stand = _derive(proefdorp, _actie(1, mijlpalen=MIJLPALEN, **GESTOPT)).mijlpalen
    assert (stand.totaal, stand.pct, stand.uitloop_later, stand.uitloop_open) == (
        0,
        None,
        None,
        None,
    )


days = st.integers(-400, 400)


@given(st.lists(st.tuples(days, st.none() | days), max_size=8))
def test_page_and_indicator_count_milestones_alike(
    proefdorp: Programma, pairs: list[tuple[int, int | None]]
) -> None:
    """The percentage on this page is that of the indicator that the programme counts itself."""
    mijlpalen = [
        {"titel": "Stap", "gepland": (PEILDATUM + timedelta(due)).isoformat()}
        | ({"behaald": (PEILDATUM + timedelta(done)).isoformat()} if done is not None else {})
        for due, done in pairs
    ]
    acties = (_actie(1, mijlpalen=mijlpalen), _actie(2, mijlpalen=mijlpalen, **GESTOPT))
    changed = proefdorp.model_copy(update={"acties": acties})
    stand = _derive(proefdorp, *acties).mijlpalen
    telling = count_self(changed, Zelftelling.MIJLPALEN_OP_TIJD, PEILDATUM, Editie.INTERN)
    assert (stand.op_tijd, stand.totaal) == (telling.teller, telling.noemer)
    share = telling.aandeel
    assert (stand.pct is None) is (share is None)
    if stand.pct is not None and share is not None:
        assert abs(Fraction(stand.pct) - share) < Fraction(1, 10**20)


@pytest.mark.parametrize(
    ("fields", "soort"),
    [
        ({"actiestatus": "gepland", "start": "2026-09"}, Tegenspraaksoort.BEGIN_VOORBIJ),
        ({"start": "2026-11"}, Tegenspraaksoort.BEZIG_VOOR_BEGIN),
        ({"actiestatus": "afgerond", "eind": "2026-11"}, Tegenspraaksoort.KLAAR_VOOR_EIND),
        (
            {"actiestatus": "afgerond", "mijlpalen": [{"titel": "Open", "gepland": "2026-01"}]},
            Tegenspraaksoort.KLAAR_MET_MIJLPAAL,
        ),
    ],
)
def test_status_that_contradicts_a_date_is_named(
    proefdorp: Programma, fields: dict[str, Any], soort: Tegenspraaksoort
) -> None:
    """Planned work whose begin has passed, busy before its begin, ready before its end."""
    assert _soorten(_derive(proefdorp, _actie(1, **fields))) == [("A-0001", soort)]


@pytest.mark.parametrize(
    "fields",
    [
        {"actiestatus": "gepland", "start": "2026-10"},
        {"start": "2026-10-01", "eind": "2027-01"},
        {"actiestatus": "afgerond", "start": "2025-01", "eind": "2026-10"},
        {**GESTOPT, "start": "2026-11", "mijlpalen": [{"titel": "Open", "gepland": "2026-01"}]},
        {"actiestatus": "gepland"},
    ],
)
def test_what_fits_is_not_named(proefdorp: Programma, fields: dict[str, Any]) -> None:
    """A date in the period that runs contradicts nothing, and what was stopped is left alone."""
    assert _derive(proefdorp, _actie(1, **fields)).tegenspraken == ()


@pytest.mark.parametrize(
    ("other", "soorten"),
    [
        ({"start": "2026-03"}, [Tegenspraaksoort.VOOR_ANDERE]),
        ({"start": "2026-01"}, []),
        ({"start": "2025-11"}, []),
        ({"start": "2026"}, []),
        ({"start": "2026-03", "actiestatus": "afgerond"}, []),
        ({"fase": "opschaling"}, [Tegenspraaksoort.LATERE_FASE]),
        ({"start": "2026-03", **GESTOPT}, [Tegenspraaksoort.ANDERE_GESTOPT]),
    ],
)
def test_action_that_must_run_first_comes_first(
    proefdorp: Programma, other: dict[str, Any], soorten: list[Tegenspraaksoort]
) -> None:
    """What an action depends on has begun before it, is in no later phase, and was not stopped."""
    feiten = _derive(
        proefdorp,
        _actie(1, start="2026-01", afhankelijkheden=["A-0002"]),
        _actie(2, **other),
    )
    assert [item.soort for item in feiten.tegenspraken] == soorten
    assert {item.andere for item in feiten.tegenspraken} <= {"A-0002"}


def test_programme_in_which_everything_stopped_has_no_gaps_to_ask_about(
    proefdorp: Programma,
) -> None:
    """Nothing counts, nothing fails."""
    feiten = _derive(proefdorp, _actie(1, **GESTOPT))
    assert feiten.meegeteld == 0
    assert feiten.themas.gaten == feiten.teams.gaten == feiten.aanpak.gaten == ()
    assert feiten.aandelen == feiten.concentratie == ()
