"""What the challenge saved, and how far each barrier is."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from generator.derive.feiten.gedrag import Aanpak, Belemmeringsfeiten, Challengefeiten
from generator.derive.gedrag import derive_belemmeringen, derive_challenge
from generator.model.basis import Editie
from generator.model.draagvlak import Belemmering, Opdracht
from generator.model.programma import Programma
from generator.narrow import narrow

PEILDATUM = date(2026, 10, 1)
OPDRACHT = {"id": "x", "titel": "Fiets", "categorie": "reizen", "eenheid": "ritten"}
BELEMMERING = {"id": "B-01", "tekst": "Geen tijd.", "thema": "openbare_ruimte"}


def save(proefdorp: Programma, *opdrachten: dict[str, Any]) -> Challengefeiten:
    """The facts of a challenge with these assignments, as the intranet may know them."""
    assert proefdorp.challenge
    items = tuple(
        Opdracht.model_validate(OPDRACHT | {"id": f"o{place}"} | own)
        for place, own in enumerate(opdrachten)
    )
    changed = proefdorp.challenge.model_copy(update={"opdrachten": items})
    shown = narrow(proefdorp.model_copy(update={"challenge": changed}), Editie.INTERN)
    feiten = derive_challenge(shown)
    assert feiten
    return feiten


def judge(proefdorp: Programma, *belemmeringen: dict[str, Any]) -> Belemmeringsfeiten:
    """The facts of these barriers at 1 October 2026, as the intranet may know them."""
    items = tuple(
        Belemmering.model_validate(BELEMMERING | {"id": f"B-{place:02}"} | own)
        for place, own in enumerate(belemmeringen, start=1)
    )
    shown = narrow(proefdorp.model_copy(update={"belemmeringen": items}), Editie.INTERN)
    feiten = derive_belemmeringen(shown, PEILDATUM)
    assert feiten
    return feiten


def test_saving_is_the_number_of_times_the_difference(proefdorp: Programma) -> None:
    """Two hundred cups that each save 0,025 kg are 5 kg, exactly."""
    feiten = derive_challenge(proefdorp)
    assert feiten
    bekers, fietsen = feiten.opdrachten
    assert (bekers.co2_kg, bekers.afval_kg) == (Decimal("5.000"), Decimal("2.00"))
    assert (fietsen.co2_kg, fietsen.afval_kg) == (Decimal("45.0"), None)
    assert (feiten.co2_kg, feiten.afval_kg) == (Decimal(50), Decimal(2))
    assert feiten.bereikt_pct == 25


def test_half_known_number_is_not_counted(proefdorp: Programma) -> None:
    """Without the old or the new number nothing was saved that anybody knows of."""
    feiten = save(proefdorp, {"aantal": 10, "co2_kg_oud": 2}, {"aantal": 10, "co2_kg_nieuw": 1})
    assert [item.co2_kg for item in feiten.opdrachten] == [None, None]
    assert feiten.co2_kg is None


def test_new_way_that_costs_more_lowers_the_total(proefdorp: Programma) -> None:
    """An assignment that turned out worse is not hidden in the total."""
    feiten = save(
        proefdorp,
        {"aantal": 10, "co2_kg_oud": 2, "co2_kg_nieuw": 1},
        {"aantal": 5, "co2_kg_oud": 0, "co2_kg_nieuw": 1},
    )
    assert feiten.co2_kg == 5


def test_assignment_of_a_few_people_is_in_no_total(proefdorp: Programma) -> None:
    """Three people are not to be found by subtraction, and the page says that one is missing."""
    shown = {"aantal": 10, "co2_kg_oud": 2, "co2_kg_nieuw": 1, "deelnemers": 8}
    feiten = save(proefdorp, shown, shown | {"aantal": 100, "deelnemers": 3})
    assert feiten.co2_kg == 10
    assert len(feiten.opdrachten) == feiten.challenge.weggelaten == 1


def test_without_reach_there_is_no_share(proefdorp: Programma) -> None:
    """The share of participants is only told when it is known how many could take part."""
    assert proefdorp.challenge
    challenge = proefdorp.challenge.model_copy(update={"bereik": None})
    feiten = derive_challenge(proefdorp.model_copy(update={"challenge": challenge}))
    assert feiten
    assert feiten.bereikt_pct is None


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({}, Aanpak.OP_TE_PAKKEN),
        ({"acties": ["A-0001"]}, Aanpak.IN_AANPAK),
        ({"acties": ["A-0003"]}, Aanpak.OP_TE_PAKKEN),
        ({"acties": ["A-0003", "A-0001"]}, Aanpak.IN_AANPAK),
        ({"opgelost_op": "2026-10-01"}, Aanpak.OPGELOST),
        ({"opgelost_op": "2026-10-02", "acties": ["A-0001"]}, Aanpak.IN_AANPAK),
        ({"opgelost_op": "2027"}, Aanpak.OP_TE_PAKKEN),
    ],
)
def test_state_of_a_barrier_follows_from_actions_and_date(
    proefdorp: Programma, fields: dict[str, Any], expected: Aanpak
) -> None:
    """Solved by the date, else in hand when an action that goes on addresses it."""
    assert judge(proefdorp, fields).belemmeringen[0].aanpak is expected


def test_barriers_to_pick_up_are_alphabetical(proefdorp: Programma) -> None:
    """The list has no order of importance."""
    feiten = judge(proefdorp, {"tekst": "Zwaar."}, {"tekst": "acht uur"}, {"tekst": "Boven."})
    assert [item.tekst for item in feiten.nog_op_te_pakken] == ["acht uur", "Boven.", "Zwaar."]


def test_mentions_of_a_few_people_are_in_no_sum(proefdorp: Programma) -> None:
    """Four mentions are not shown, nor counted, and the page says that a number is missing."""
    feiten = judge(
        proefdorp,
        {"praktisch": "kennis", "meldingen": 8},
        {"praktisch": "kennis", "meldingen": 4},
        {"meldingen": 6},
    )
    telling = feiten.per_praktisch
    assert [(regel.id, regel.meldingen, regel.belemmeringen) for regel in telling.regels] == [
        ("kennis", 8, 2),
        ("plek", 0, 0),
        ("", 6, 1),
    ]
    assert (telling.meldingen, telling.ongeteld) == (14, 1)


def test_equal_public_texts_of_a_theme_are_one(proefdorp: Programma) -> None:
    """Nobody can count barriers by counting lines."""
    feiten = derive_belemmeringen(narrow(proefdorp, Editie.PUBLIEK), PEILDATUM)
    assert feiten
    ((thema, (uitspraak,)),) = feiten.uitspraken
    assert (thema, uitspraak.tekst) == ("openbare_ruimte", "Er is meer overzicht nodig.")
    assert uitspraak.acties == ("A-0001", "A-0002")
    assert uitspraak.opgelost_op is None  # one of the two is not solved


def test_text_of_which_all_is_solved_is_solved(proefdorp: Programma) -> None:
    """The last moment is told."""
    own = {"tekst_publiek": "Het kost tijd."}
    feiten = judge(proefdorp, own | {"opgelost_op": "2026-05"}, own | {"opgelost_op": "2026-02"})
    assert str(feiten.uitspraken[0][1][0].opgelost_op) == "2026-05"


def test_programme_without_barriers_or_challenge_has_no_facts(proefdorp: Programma) -> None:
    """Nothing is claimed about what was not written."""
    without = proefdorp.model_copy(update={"belemmeringen": (), "challenge": None})
    assert derive_belemmeringen(without, PEILDATUM) is None
    assert derive_challenge(without) is None
