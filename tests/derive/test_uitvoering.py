"""How far the programme is: weighted progress, counts, and what asks for a decision first."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.derive import derive
from generator.derive.feiten import Actiefeiten, Feiten, Mijlpaalfeiten
from generator.derive.feiten.uitvoering import Besluitvraag, Vordering
from generator.derive.uitvoering import Gewogen, find_part_done, order_verdicts, weigh
from generator.model.acties import Actie
from generator.model.basis import Editie, Indicatorstatus, Klasse, Voortgang
from generator.model.bijsturing import Bijsturing
from generator.model.indicatoren import Indicator
from generator.model.programma import Programma
from generator.model.woordenlijst import Woordenlijst
from generator.narrow import narrow
from tests.builders import make_actie, make_indicator

PEILDATUM = date(2026, 10, 1)
LOPEND: dict[str, Any] = {
    "actiestatus": "in_uitvoering",
    "gecontroleerd_op": "2026-09-01",
    "eind": "2027-12",
    "eigenaar_team": "wegen",
    "zichtbaarheid": "publiek",
}
GESTOPT = {"actiestatus": "vervallen", "reden": "Niet meer nodig."}
GEHAALD = {"titel": "Klaar", "gepland": "2026-03", "behaald": "2026-03"}
KOMT = {"titel": "Komt nog", "gepland": "2027-03"}


def _derive(
    programma: Programma,
    *acties: Actie,
    indicatoren: tuple[Indicator, ...] = (),
    bijsturingen: tuple[Bijsturing, ...] = (),
    editie: Editie = Editie.INTERN,
    peildatum: date = PEILDATUM,
) -> Feiten:
    changes = {"acties": acties, "indicatoren": indicatoren, "bijsturingen": bijsturingen}
    changed = programma.model_copy(update=changes)
    return derive(narrow(changed, editie), editie=editie, peildatum=peildatum)


def _actie(number: int, **fields: Any) -> Actie:
    return make_actie(**LOPEND | {"id": f"A-{number:04}"} | fields)


def _klaar(proefdorp: Programma) -> str:
    """The status of an action that is ready; Proefdorp may call it anything."""
    return next(t.id for t in proefdorp.termen("actiestatus") if t.klasse is Klasse.KLAAR)


def _effect(waarde: str, zekerheid: str | None = None, groep: str | None = None) -> dict[str, Any]:
    return {
        "indicator": "restafval",
        "waarde": waarde,
        "jaar": 2030,
        "zekerheid": zekerheid,
        "effectgroep": groep,
    }


def _weigh_gewicht(programma: Programma, **gewichten: str) -> Programma:
    """The programme with these weights of certainty."""
    terms = [{"id": key, "naam": key, "gewicht": value} for key, value in gewichten.items()]
    changed = Woordenlijst.model_validate({"id": "zekerheid", "naam": "Zekerheid", "termen": terms})
    others = tuple(item for item in programma.woordenlijsten if item.id != "zekerheid")
    return programma.model_copy(update={"woordenlijsten": (*others, changed)})


def test_progress_is_the_mean_of_the_parts_of_milestones(proefdorp: Programma) -> None:
    """Half of two milestones and one of three makes five twelfths: each counts the same."""
    feiten = _derive(
        proefdorp,
        _actie(1, mijlpalen=[GEHAALD, KOMT]),
        _actie(2, mijlpalen=[GEHAALD, KOMT, KOMT]),
    )
    vordering = feiten.uitvoering.totaal.vordering
    assert vordering.pct is not None
    assert abs(vordering.pct - Decimal(500) / 12) < Decimal("1e-20")
    assert (vordering.meegeteld, vordering.onbekend) == (2, 0)


def test_milestone_counts_from_the_day_it_was_reached(proefdorp: Programma) -> None:
    """A milestone that is reached after the date of the stand is not reached."""
    actie = _actie(1, mijlpalen=[{"titel": "Nu", "gepland": "2026-09", "behaald": "2026-10-02"}])
    before = _derive(proefdorp, actie).uitvoering.totaal.vordering
    after = _derive(proefdorp, actie, peildatum=date(2026, 10, 2)).uitvoering.totaal.vordering
    assert before.pct == 0
    assert after.pct == 100


def test_ready_is_whole_and_stopped_does_not_count(proefdorp: Programma) -> None:
    """An action that is ready counts as done whatever its milestones; a stopped one not at all."""
    feiten = _derive(
        proefdorp,
        _actie(1, actiestatus=_klaar(proefdorp), mijlpalen=[KOMT]),
        _actie(2, actiestatus=_klaar(proefdorp)),
        _actie(3, mijlpalen=[GEHAALD], **GESTOPT),
        _actie(4, mijlpalen=[KOMT]),
    )
    totaal = feiten.uitvoering.totaal
    assert (totaal.acties, totaal.gestopt) == (4, 1)
    assert totaal.vordering.meegeteld == 3
    assert totaal.vordering.pct == as_pct(Fraction(2, 3))


def as_pct(part: Fraction) -> Decimal:
    """A part in percent, as exact as a number on the site is."""
    return Decimal(part.numerator * 100) / Decimal(part.denominator)


def test_action_without_milestones_is_told_and_never_counts_as_nothing(
    proefdorp: Programma,
) -> None:
    """Nobody knows how far it is: it is left out of the mean, and its number is told."""
    feiten = _derive(proefdorp, _actie(1), _actie(2, mijlpalen=[GEHAALD]))
    assert feiten.uitvoering.totaal.vordering == Vordering(Decimal(100), 1, 1)
    alone = _derive(proefdorp, _actie(1)).uitvoering.totaal.vordering
    assert alone == Vordering(None, 0, 1)
    assert _derive(proefdorp).uitvoering.totaal.vordering == Vordering(None, 0, 0)


def test_groups_hold_each_action_once_and_leave_out_what_is_empty(proefdorp: Programma) -> None:
    """By thema, fase and team the actions add up to all; what has none of them is not there."""
    acties = (
        _actie(1),
        _actie(2, thema="bedrijfsvoering", fase="opschaling", eigenaar_team="inkoop"),
        _actie(3, eigenaar_team=None),
    )
    uitvoering = _derive(proefdorp, *acties).uitvoering
    assert [(item.id, item.acties) for item in uitvoering.teams] == [
        ("wegen", 1),
        ("inkoop", 1),
        ("", 1),
    ]
    assert {item.id: item.acties for item in uitvoering.themas} == {
        "openbare_ruimte": 2,
        "bedrijfsvoering": 1,
    }
    assert {item.id: item.acties for item in uitvoering.fasen} == {"leren": 2, "opschaling": 1}
    assert _derive(proefdorp, *acties, editie=Editie.PUBLIEK).uitvoering.teams == ()


def test_lights_stand_in_the_order_of_the_vocabulary(proefdorp: Programma) -> None:
    """Every light has a number, also nought, in the order that the municipality chose."""
    late = _actie(2, eind="2026-06")
    totaal = _derive(
        proefdorp, _actie(1), late, _actie(3, **GESTOPT), _actie(4, eind="2026-06")
    ).uitvoering.totaal
    order = [term.id for term in proefdorp.termen("voortgang")]
    assert [item.voortgang for item in totaal.lichten] == order
    assert {item.voortgang.value: item.aantal for item in totaal.lichten} == {
        "volgens_verwachting": 1,
        "aandachtspunt": 0,
        "bijsturen": 2,
        "onbekend": 0,
    }
    assert (totaal.met_licht, totaal.zonder_licht, totaal.klaar_of_gestopt) == (3, 1, 1)
    assert totaal.vraagt_besluit == 2


def test_verdict_that_the_vocabulary_does_not_name_comes_last(proefdorp: Programma) -> None:
    """A vocabulary may leave a verdict out; nothing is lost."""
    short = Woordenlijst.model_validate(
        {"id": "voortgang", "naam": "Licht", "termen": [{"id": "bijsturen", "naam": "Rood"}]}
    )
    others = tuple(item for item in proefdorp.woordenlijsten if item.id != "voortgang")
    changed = proefdorp.model_copy(update={"woordenlijsten": (*others, short)})
    assert order_verdicts(changed, Voortgang)[0] is Voortgang.BIJSTUREN
    assert set(order_verdicts(changed, Voortgang)) == set(Voortgang)
    assert len(order_verdicts(changed, Indicatorstatus)) == len(Indicatorstatus)


def test_indicator_weighs_actions_by_effect_times_certainty(proefdorp: Programma) -> None:
    """An effect of 10 that is fairly certain outweighs one of 10 that is a guess, two to one."""
    programma = _weigh_gewicht(proefdorp, middel="0,6", laag="0,3")
    acties = (
        _actie(1, mijlpalen=[GEHAALD], verwachte_effecten=[_effect("-10", "middel")]),
        _actie(2, mijlpalen=[KOMT], verwachte_effecten=[_effect("-10", "laag")]),
        _actie(3, verwachte_effecten=[_effect("-4")]),
        _actie(4, mijlpalen=[KOMT], verwachte_effecten=[_effect("5")]),
        _actie(5, mijlpalen=[KOMT], verwachte_effecten=[_effect("-9", "middel")], **GESTOPT),
    )
    indicatoren = (make_indicator(), make_indicator(id="zonder"))
    (found,) = _derive(programma, *acties, indicatoren=indicatoren).uitvoering.indicatoren
    assert found.indicator == "restafval"
    assert found.vordering == Vordering(as_pct(Fraction(2, 3)), 2, 1)
    # Without weights in the vocabulary each certainty is 1: then they weigh the same.
    plain = _weigh_gewicht(proefdorp)
    (same,) = _derive(plain, *acties, indicatoren=indicatoren).uitvoering.indicatoren
    assert same.vordering.pct == 50


def test_effect_group_counts_once_by_its_heaviest_action(proefdorp: Programma) -> None:
    """Two actions at the same effect count as one, and a stopped one leaves its place."""
    acties = [
        _actie(1, mijlpalen=[GEHAALD], verwachte_effecten=[_effect("-6", groep="straat")]),
        _actie(2, mijlpalen=[KOMT], verwachte_effecten=[_effect("-2", groep="straat")]),
        _actie(3, mijlpalen=[KOMT], verwachte_effecten=[_effect("-6")]),
    ]
    (found,) = _derive(proefdorp, *acties, indicatoren=(make_indicator(),)).uitvoering.indicatoren
    assert found.vordering == Vordering(Decimal(50), 2, 0, in_groep=1)
    acties[0] = acties[0].model_copy(update={"actiestatus": "vervallen"})
    (found,) = _derive(proefdorp, *acties, indicatoren=(make_indicator(),)).uitvoering.indicatoren
    assert found.vordering == Vordering(Decimal(0), 2, 0, in_groep=0)


def test_expected_effects_weigh_on_the_intranet_only(proefdorp: Programma) -> None:
    """What actions are expected to bring is internal, and so is everything weighted by it."""
    actie = _actie(1, verwachte_effecten=[_effect("-6")])
    shown = make_indicator(zichtbaarheid="publiek")
    public = _derive(proefdorp, actie, indicatoren=(shown,), editie=Editie.PUBLIEK)
    assert public.indicatoren
    assert public.uitvoering.indicatoren == ()


def test_verdicts_on_indicators_are_counted_by_name(proefdorp: Programma) -> None:
    """Each verdict holds the indicators that have it, and no indicator is lost."""
    doel = {"nulmeting": {"jaar": 2020, "waarde": "100"}}
    goals = {"streefwaarden": [{"jaar": 2030, "waarde": "50"}]}
    feiten = _derive(
        proefdorp,
        indicatoren=(
            make_indicator((2025, "75"), id="goed", **doel, **goals),
            make_indicator((2025, "99"), id="traag", **doel, **goals),
            make_indicator(id="leeg"),
        ),
    )
    found = {item.status.value: item.indicatoren for item in feiten.uitvoering.oordelen}
    assert {key: value for key, value in found.items() if value} == {
        "op_koers": ("goed",),
        "beperkte_voortgang": ("traag",),
        "geen_doel": ("leeg",),
    }
    public = _derive(
        proefdorp, indicatoren=(make_indicator(zichtbaarheid="publiek"),), editie=Editie.PUBLIEK
    )
    assert public.uitvoering.zonder_oordeel == ("restafval",)
    assert not public.uitvoering.has_oordelen


def _bijsturing(key: str, datum: str, **fields: Any) -> Bijsturing:
    text = dict.fromkeys(("titel", "aanleiding", "analyse", "besluit", "maatregel"), "Tekst.")
    return Bijsturing.model_validate(
        text
        | {"id": key, "datum": datum, "niveau": "management"}
        | {"gaat_in": "2026-10", "terugkijken": "2027-01"}
        | fields
    )


def _tell(vraag: Besluitvraag) -> tuple[str | None, str | None, str | None]:
    return (
        vraag.actie or vraag.indicator,
        str(vraag.sinds) if vraag.sinds else None,
        vraag.bijsturing.id if vraag.bijsturing else None,
    )


def test_what_nobody_decided_on_comes_first_then_what_waits_longest(proefdorp: Programma) -> None:
    """A council sees first what is still without a decision, and of that the oldest."""
    late = {"eind": "2026-06"}
    feiten = _derive(
        proefdorp,
        _actie(1, eind="2026-03"),
        _actie(2, eind="2026-08"),
        _actie(3, **late),
        _actie(4),
        bijsturingen=(
            _bijsturing("BS-1", "2026-07-01", acties=["A-0001"]),
            _bijsturing("BS-2", "2026-08-01", acties=["A-0001", "A-0004"]),
            _bijsturing("BS-3", "2026-07-01", acties=["A-0002"], teruggekeken_op="2026-09-01"),
            _bijsturing("BS-4", "2026-10-02", acties=["A-0003"]),
        ),
    )
    assert list(map(_tell, feiten.uitvoering.besluitvragen)) == [
        ("A-0003", "2026-07-01", None),
        ("A-0002", "2026-09-01", None),
        ("A-0001", "2026-04-01", "BS-2"),
    ]


def test_indicator_asks_since_the_first_measurement_of_an_unbroken_run(
    proefdorp: Programma,
) -> None:
    """Slow since 2024, after a year in which it went well: it asks since 2024."""
    base = {
        "nulmeting": {"jaar": 2020, "waarde": "100"},
        "streefwaarden": [{"jaar": 2030, "waarde": "50"}],
    }
    rows = ((2021, "99"), (2022, "90"), (2024, "91"), (2025, "92"))
    by_hand = {
        "waarde": "achteruitgang",
        "reden": "De weegbrug was stuk.",
        "rol": "adviseur",
        "datum": "2026-09-02",
    }
    feiten = _derive(
        proefdorp,
        indicatoren=(
            make_indicator(*rows, **base),
            make_indicator(
                (2025, "99"),
                id="voorbij",
                **base | {"streefwaarden": [{"jaar": 2025, "waarde": "50"}]},
            ),
            make_indicator((2025, "75"), id="hand", oordeel_handmatig=by_hand, **base),
        ),
    )
    assert list(map(_tell, feiten.uitvoering.besluitvragen)) == [
        ("restafval", "2024", None),
        ("voorbij", "2026", None),
        ("hand", "2026-09-02", None),
    ]


def test_public_list_tells_no_day_since_when(proefdorp: Programma) -> None:
    """Without an adopted report everyone sees no verdict, so nothing asks for a decision."""
    late = _actie(1, eind="2026-06")
    assert _derive(proefdorp, late).uitvoering.besluitvragen
    assert _derive(proefdorp, late, editie=Editie.PUBLIEK).uitvoering.besluitvragen == ()


def _asks_on(programma: Programma, actie: Actie, day: date) -> bool:
    feiten = _derive(programma, actie, peildatum=day)
    return bool(feiten.uitvoering.besluitvragen)


@pytest.mark.parametrize(
    "fields",
    [
        {"eind": "2026-06"},
        {"eind": "2026-06-15", "mijlpalen": [KOMT | {"gepland": "2026-05"}]},
        {
            "voortgang_handmatig": {
                "waarde": "bijsturen",
                "reden": "Het contract is opgezegd.",
                "rol": "teamleider",
                "datum": "2026-08-03",
            }
        },
    ],
)
def test_day_since_when_is_the_first_on_which_the_light_asks(
    proefdorp: Programma, fields: dict[str, Any]
) -> None:
    """The day before, the light did not ask for a decision; from that day on it did every day."""
    actie = _actie(1, **fields)
    (vraag,) = _derive(proefdorp, actie).uitvoering.besluitvragen
    assert vraag.sinds is not None
    assert not _asks_on(proefdorp, actie, vraag.sinds.begin - timedelta(days=1))
    assert _asks_on(proefdorp, actie, vraag.sinds.begin)


def _fact(number: int, done: int, whole: int, *, is_stopped: bool) -> Actiefeiten:
    mijlpalen = [GEHAALD] * done + [KOMT] * (whole - done)
    actie = make_actie(id=f"A-{number:04}", mijlpalen=mijlpalen)
    return Actiefeiten(
        actie=actie,
        klasse=Klasse.VERVALLEN if is_stopped else Klasse.ACTIEF,
        is_te_laat=False,
        mijlpalen=tuple(
            Mijlpaalfeiten(item, item.behaald, is_voorbij=False, is_te_laat=False)
            for item in actie.mijlpalen
        ),
        volgende=None,
    )


@given(
    st.lists(
        st.tuples(
            st.integers(0, 3),
            st.integers(0, 3),
            st.booleans(),
            st.fractions(0, 9),
            st.sampled_from([None, "a", "b"]),
        ),
        max_size=6,
    )
)
def test_progress_lies_between_nothing_and_all_and_counts_every_action(
    rows: list[tuple[int, int, bool, Fraction, str | None]],
) -> None:
    """Whatever the milestones and weights: 0 to 100%, and each action is counted or told."""
    gewogen = [
        Gewogen(_fact(number, done, done + more, is_stopped=stopped), weight, groep)
        for number, (done, more, stopped, weight, groep) in enumerate(rows, start=1)
    ]
    found = weigh(gewogen)
    going_on = [item for item in gewogen if item.feit.klasse is not Klasse.VERVALLEN]
    assert found.meegeteld + found.onbekend + found.in_groep == len(going_on)
    assert found.pct is None or 0 <= found.pct <= 100
    known = [part for item in going_on if (part := find_part_done(item.feit)) is not None]
    if not known:
        assert found.pct is None
