"""What actions add to a goal: nothing counts twice, harm counts against, unknown is not zero."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.derive import derive
from generator.derive.bijdrage import Inbreng, Verband, choose_effecten
from generator.derive.feiten.bijdrage import Bijdragefeiten, Doelbijdrage, Onberekend
from generator.model.acties import Actie, Effect
from generator.model.basis import Editie
from generator.model.indicatoren import Indicator
from generator.model.programma import Programma
from generator.model.woordenlijst import Term
from generator.narrow import narrow
from tests.builders import make_actie, make_indicator

PEILDATUM = date(2026, 10, 1)
BEZIG: dict[str, Any] = {"actiestatus": "in_uitvoering", "zichtbaarheid": "publiek"}
WEG: dict[str, Any] = {
    "nulmeting": {"jaar": "2020", "waarde": "100"},
    "streefwaarden": [{"jaar": "2030", "waarde": "60"}],
    "zichtbaarheid": "publiek",
}
"""From 100 in 2020 to 60 in 2030; at 88 in 2026 the pace leads to 80 in 2030: 20 short."""
METINGEN = (("2020", "100"), ("2026", "88"))


def _effect(waarde: str, **fields: str) -> dict[str, Any]:
    return {"indicator": "restafval", "waarde": waarde, "jaar": "2030"} | fields


def _actie(number: int, *effecten: dict[str, Any], **fields: Any) -> Actie:
    return make_actie(
        **BEZIG | {"id": f"A-{number:04}", "verwachte_effecten": list(effecten)} | fields
    )


def _derive(
    programma: Programma,
    *acties: Actie,
    indicator: Indicator | None = None,
    editie: Editie = Editie.INTERN,
    peildatum: date = PEILDATUM,
) -> Bijdragefeiten:
    kansen = tuple(item.model_copy(update={"acties": ("A-0001",)}) for item in programma.kansen[:1])
    changed = programma.model_copy(
        update={
            "acties": acties,
            "kansen": kansen,
            "indicatoren": (indicator or make_indicator(*METINGEN, **WEG),),
        }
    )
    feiten = derive(narrow(changed, editie), editie=editie, peildatum=peildatum)
    return feiten.bijdrage["restafval"]


def _doel(programma: Programma, *acties: Actie, **more: Any) -> Doelbijdrage:
    (doel,) = _derive(programma, *acties, **more).doelen
    return doel


def test_what_remains_is_the_gap_less_what_the_actions_add(proefdorp: Programma) -> None:
    """At this pace 2030 ends at 80, the target is 60; an action that takes off 5 leaves 15."""
    doel = _doel(proefdorp, _actie(1, _effect("-5")))
    assert (doel.verwacht, doel.afstand, doel.weg) == tuple(map(Decimal, (80, 20, 28)))
    assert (doel.alle.som, doel.alle.rest) == (Decimal(-5), Decimal(15))
    assert doel.alle.is_genoeg is False


def test_actions_on_the_same_effect_count_once(proefdorp: Programma) -> None:
    """In one effectgroep the strongest action counts; the others are named with it."""
    doel = _doel(
        proefdorp,
        _actie(1, _effect("-5", effectgroep="straat")),
        _actie(2, _effect("-8", effectgroep="straat")),
        _actie(3, _effect("-1")),
        _actie(4, _effect("-1")),
    )
    assert doel.alle.som == -10
    shown = [(item.actie, item.telt, item.in_plaats) for item in doel.alle.bijdragen]
    assert shown == [
        ("A-0001", False, "A-0002"),
        ("A-0002", True, None),
        ("A-0003", True, None),
        ("A-0004", True, None),
    ]


def test_effect_in_the_wrong_direction_counts_against(proefdorp: Programma) -> None:
    """Harm is taken off, also within a group where another action helps."""
    doel = _doel(
        proefdorp,
        _actie(1, _effect("-5", effectgroep="straat")),
        _actie(2, _effect("3", effectgroep="straat")),
        _actie(3, _effect("2", effectgroep="straat")),
    )
    assert (doel.alle.som, doel.alle.rest) == (Decimal(-2), Decimal(18))


def test_effect_after_the_target_year_does_not_count_for_it(proefdorp: Programma) -> None:
    """What comes in 2031 does not help the target of 2030."""
    doel = _doel(proefdorp, _actie(1, _effect("-5", jaar="2031"), _effect("-2", jaar="2030")))
    assert doel.alle.som == -2


@pytest.mark.parametrize(
    ("fields", "counts"),
    [
        ({"actiestatus": "in_uitvoering"}, True),
        ({"actiestatus": "gepland"}, True),
        ({"actiestatus": "afgerond"}, False),
        ({"actiestatus": "vervallen", "reden": "Te duur."}, False),
    ],
)
def test_only_actions_that_go_on_are_expected_to_add(
    proefdorp: Programma, fields: dict[str, str], *, counts: bool
) -> None:
    """An action that is ready or stopped adds nothing more."""
    doel = _doel(proefdorp, _actie(1, _effect("-5"), **fields))
    assert doel.alle.som == (-5 if counts else 0)


def test_enough_is_said_when_nothing_remains(proefdorp: Programma) -> None:
    """Precisely what is needed is enough."""
    assert _doel(proefdorp, _actie(1, _effect("-20"))).alle.is_genoeg is True
    assert _doel(proefdorp, _actie(1, _effect("-19,999"))).alle.is_genoeg is False


def test_minimal_package_counts_its_own_actions_only(proefdorp: Programma) -> None:
    """A stronger action outside the package does not take the place of one within it."""
    doel = _doel(
        proefdorp,
        _actie(1, _effect("-5", effectgroep="straat")),
        _actie(2, _effect("-8", effectgroep="straat")),
    )
    assert doel.minimaal is not None
    assert (doel.minimaal.som, doel.minimaal.rest) == (Decimal(-5), Decimal(15))


def test_weighted_sum_uses_the_weight_of_the_certainty(proefdorp: Programma) -> None:
    """Without a stated certainty an effect gets the lowest weight; without weights no sum."""
    terms = (
        Term(id="hoog", naam="Hoog", gewicht=Decimal("0.9")),
        Term(id="laag", naam="Laag", gewicht=Decimal("0.3")),
    )
    lists = tuple(
        item.model_copy(update={"termen": terms}) if item.id == "zekerheid" else item
        for item in proefdorp.woordenlijsten
    )
    acties = (_actie(1, _effect("-5", zekerheid="hoog")), _actie(2, _effect("-1")))
    weighed = _doel(proefdorp.model_copy(update={"woordenlijsten": lists}), *acties)
    assert weighed.alle.gewogen == Decimal("-4.8")
    assert weighed.alle.rest_gewogen == Decimal("15.2")
    without = tuple(item for item in proefdorp.woordenlijsten if item.id != "zekerheid")
    plain = _doel(proefdorp.model_copy(update={"woordenlijsten": without}), *acties)
    assert (plain.alle.gewogen, plain.alle.rest_gewogen) == (None, None)


@pytest.mark.parametrize(
    ("rows", "fields", "reason"),
    [
        ((), {"nulmeting": None}, Onberekend.GEEN_METING),
        ((("2025", "88"),), {"nulmeting": None}, Onberekend.GEEN_NULMETING),
        ((("2020", "100"),), {}, Onberekend.EEN_METING),
        (METINGEN, {"richting": "vasthouden"}, Onberekend.VASTHOUDEN),
        (
            (("2020", "100", None, "oud"), ("2026", "88", None, "nieuw")),
            {
                "definitieversies": [
                    {"versie": "oud", "naam": "oud", "omschrijving": "Eerst."},
                    {"versie": "nieuw", "naam": "nieuw", "omschrijving": "Nu."},
                ]
            },
            Onberekend.ANDERE_DEFINITIE,
        ),
    ],
)
def test_without_a_pace_nothing_remains_to_be_computed(
    proefdorp: Programma,
    rows: tuple[tuple[Any, ...], ...],
    fields: dict[str, Any],
    reason: Onberekend,
) -> None:
    """What cannot be computed has a reason, and is never a silent zero."""
    indicator = make_indicator(*rows, **WEG | fields)
    doel = _doel(proefdorp, _actie(1, _effect("-5")), indicator=indicator)
    assert doel.waarom_niet is reason
    assert (doel.verwacht, doel.afstand, doel.alle.rest, doel.alle.is_genoeg) == (None,) * 4
    assert doel.alle.som == -5


@pytest.mark.parametrize(("peildatum", "targets"), [(2026, [2030]), (2030, [2030]), (2031, [])])
def test_target_is_to_come_until_its_year_is_past(
    proefdorp: Programma, peildatum: int, targets: list[int]
) -> None:
    """Only the date of the stand decides which targets are still to come."""
    found = _derive(proefdorp, peildatum=date(peildatum, 10, 1)).doelen
    assert [item.doel.jaar for item in found] == targets


def test_what_was_reached_counts_whatever_became_of_the_action(proefdorp: Programma) -> None:
    """Reached effects add up by the same rule, and only until the date of the stand."""
    acties = (
        _actie(1, gerealiseerde_effecten=[_effect("-2", jaar="2025", effectgroep="straat")]),
        _actie(2, gerealiseerde_effecten=[_effect("-3", jaar="2026", effectgroep="straat")]),
        _actie(
            3,
            gerealiseerde_effecten=[_effect("-1", jaar="2025")],
            actiestatus="vervallen",
            reden="Te duur.",
        ),
        _actie(4, gerealiseerde_effecten=[_effect("-9", jaar="2027")]),
    )
    for editie in Editie:
        found = _derive(proefdorp, *acties, editie=editie)
        assert found.som_bereikt == -4
        assert [item.actie for item in found.bereikt if item.telt] == ["A-0002", "A-0003"]
    assert _derive(proefdorp).som_bereikt is None


def test_everyone_sees_only_what_was_reached(proefdorp: Programma) -> None:
    """Expected effects and forecasts are not in the public edition."""
    found = _derive(proefdorp, _actie(1, _effect("-5")), editie=Editie.PUBLIEK)
    assert (found.doelen, found.verwacht) == ((), ())


@given(
    st.lists(
        st.tuples(
            st.decimals(min_value=-50, max_value=50, places=1),
            st.sampled_from([None, "straat", "hout"]),
        ),
        max_size=8,
    )
)
def test_sum_never_exceeds_adding_up_all_gains(
    proefdorp: Programma, rows: list[tuple[Decimal, str | None]]
) -> None:
    """Nothing counts twice, each group counts at most one gain and one loss, in any order."""
    feiten = derive(proefdorp, editie=Editie.INTERN, peildatum=PEILDATUM)
    feit = replace(feiten.indicatoren["restafval_inw"], indicator=make_indicator())
    verband = Verband(feit, {}, None)
    effecten = [
        Inbreng(
            f"A-{place:04}",
            Effect.model_validate(
                _effect(str(waarde).replace(".", ",")) | ({"effectgroep": groep} if groep else {})
            ),
        )
        for place, (waarde, groep) in enumerate(rows)
    ]
    found = choose_effecten(effecten, verband)
    counted = sum((item.effect.waarde for item in found if item.telt), Decimal(0))
    gains = sum((waarde for waarde, _ in rows if waarde < 0), Decimal(0))
    losses = sum((waarde for waarde, _ in rows if waarde > 0), Decimal(0))
    assert gains <= counted <= losses
    again = choose_effecten(effecten[::-1], verband)
    assert sum((item.effect.waarde for item in again if item.telt), Decimal(0)) == counted
    for item in found:
        assert item.telt is (item.in_plaats is None)
