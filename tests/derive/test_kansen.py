"""Opportunities: their quadrant, their order, what is needed at least, where ideas came from."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from generator.derive.feiten.kansen import Kansfeiten
from generator.derive.kansen import derive_kansen
from generator.model.basis import Editie
from generator.model.kansen import Kans
from generator.model.peilingen import Draagvlakmeting, Draagvlakscore
from generator.model.programma import Programma
from generator.narrow import narrow

KANS: dict[str, Any] = {"titel": "Kans", "soort": "milieuwinst", "invloed": "hoog"}


def make_kans(identifier: str, impact: int, **fields: Any) -> Kans:
    """An opportunity of which only the impact matters."""
    return Kans.model_validate(KANS | {"id": identifier, "impactscore": impact} | fields)


def derive(
    programma: Programma, kansen: list[Kans], *scores: tuple[str, str, str], **fields: Any
) -> Kansfeiten:
    """The facts of these opportunities; a score is (kans, meetmoment, score)."""
    rows = [
        Draagvlakscore.model_validate(
            {"kans": kans, "meetmoment": moment, "n": 20, "score": score} | fields
        )
        for kans, moment, score in scores
    ]
    meting = Draagvlakmeting.model_validate({"methode": "m", "moment": "2025", "scores": rows})
    changed = programma.model_copy(update={"kansen": tuple(kansen), "draagvlak": meting})
    feiten = derive_kansen(changed)
    assert feiten is not None
    return feiten


@pytest.mark.parametrize(
    ("impact", "draagvlak", "vak"),
    [
        (4, "3,5", "doen"),
        (5, "3,49", "draagvlak_bouwen"),
        (3, "3,5", "snelle_winst"),
        (3, "3,49", "parkeren"),
    ],
)
def test_quadrant_follows_from_impact_and_support(
    proefdorp: Programma, impact: int, draagvlak: str, vak: str
) -> None:
    """A score of 3.5 is much support, an impact of 4 is much impact; each pair has its name."""
    feiten = derive(proefdorp, [make_kans("K-01", impact)], ("K-01", "na", draagvlak))
    (feit,) = feiten.kansen
    assert feit.kwadrant is not None
    assert feit.kwadrant.id == vak
    assert [len(item.kansen) for item in feiten.kwadranten if item.term.id == vak] == [1]


def test_quadrants_take_their_names_from_the_order_of_the_vocabulary(proefdorp: Programma) -> None:
    """A municipality may give the four parts other keys and names."""
    lijsten = tuple(
        lijst.model_copy(
            update={
                "termen": tuple(
                    term.model_copy(update={"id": f"vak_{number}"})
                    for number, term in enumerate(lijst.termen, start=1)
                )
            }
        )
        if lijst.id == "kwadrant"
        else lijst
        for lijst in proefdorp.woordenlijsten
    )
    changed = proefdorp.model_copy(update={"woordenlijsten": lijsten})
    feiten = derive(changed, [make_kans("K-01", 5)], ("K-01", "na", "2"))
    assert feiten.kansen[0].kwadrant is not None
    assert feiten.kansen[0].kwadrant.id == "vak_2"


def test_support_of_a_part_of_the_organisation_is_not_that_of_the_whole(
    proefdorp: Programma,
) -> None:
    """Scores of one team, one level or a merged rest do not place an opportunity on the map."""
    kansen = [make_kans("K-01", 5)]
    for part in ({"team": "wegen"}, {"niveau": "uitvoerend"}, {"samengevoegd": ("wegen",)}):
        feiten = derive(proefdorp, kansen, ("K-01", "na", "4"), **part)
        assert feiten.kansen[0].draagvlak is None
        assert feiten.kwadranten == ()


def test_without_support_there_is_no_quadrant(proefdorp: Programma) -> None:
    """The public edition knows no support, so it has no map and no quadrants."""
    feiten = derive_kansen(narrow(proefdorp, Editie.PUBLIEK))
    assert feiten is not None
    assert not feiten.is_gepeild
    assert feiten.kwadranten == ()
    assert all(feit.kwadrant is None and feit.draagvlak is None for feit in feiten.kansen)


def test_support_before_counts_until_there_is_one_after(proefdorp: Programma) -> None:
    """The newest support places an opportunity; the growth needs both."""
    kansen = [make_kans("K-01", 5), make_kans("K-02", 5)]
    scores = (("K-01", "voor", "2"), ("K-01", "na", "4"), ("K-02", "voor", "3"))
    feiten = derive(proefdorp, kansen, *scores)
    first, second = feiten.kansen
    assert (first.kans.id, first.verschil) == ("K-01", Decimal(2))
    assert second.draagvlak is not None
    assert (second.draagvlak.score, second.verschil) == (Decimal(3), None)


def test_order_is_impact_times_support_times_influence(proefdorp: Programma) -> None:
    """The most promising comes first; equal ones by number; unknown support comes behind."""
    kansen = [
        make_kans("K-04", 5),
        make_kans("K-03", 5, invloed="beperkt"),
        make_kans("K-02", 2),
        make_kans("K-01", 2),
    ]
    scores = (("K-03", "na", "4"), ("K-02", "na", "4"), ("K-01", "na", "4"))
    feiten = derive(proefdorp, kansen, *scores)
    assert [feit.kans.id for feit in feiten.kansen] == ["K-01", "K-02", "K-03", "K-04"]
    assert [feit.prioriteit for feit in feiten.kansen] == [8, 8, 6, 5]


def test_minimum_package_adds_up_what_was_estimated(proefdorp: Programma) -> None:
    """What is needed at least is summed as far as somebody estimated it, and says how far."""
    kansen = [
        make_kans("K-01", 5, is_minimaal_pakket=True, impact_mki_eur="1000,5"),
        make_kans("K-02", 4, is_minimaal_pakket=True, impact_mki_eur=500, impact_co2_ton=3),
        make_kans("K-03", 4, is_minimaal_pakket=True),
        make_kans("K-04", 4, impact_mki_eur=7),
    ]
    sums = derive(proefdorp, kansen).opbrengst_minimaal
    assert (sums.aantal, sums.geschat_mki, sums.mki_eur) == (3, 2, Decimal("1500.5"))
    assert (sums.geschat_co2, sums.co2_ton) == (1, Decimal(3))


def test_chosen_without_action_is_listed_by_number(proefdorp: Programma) -> None:
    """What was chosen and waits for an action is a question; what was not chosen is none."""
    kansen = [
        make_kans("K-02", 5, is_gekozen=True),
        make_kans("K-01", 1, is_gekozen=True),
        make_kans("K-03", 1, is_gekozen=True, acties=["A-0001"]),
        make_kans("K-04", 1),
    ]
    assert [feit.kans.id for feit in derive(proefdorp, kansen).zonder_actie] == ["K-01", "K-02"]


def test_ideas_are_counted_by_source_and_level(proefdorp: Programma) -> None:
    """Every idea is counted once, also one of which nobody knows where it came from."""
    kansen = [
        make_kans("K-01", 1, bron_idee="nulmeting", niveau="uitvoerend"),
        make_kans("K-02", 1, bron_idee="nulmeting"),
        make_kans("K-03", 1),
    ]
    lines = derive(proefdorp, kansen).ideeen
    assert [(item.id, item.aantal) for item in lines] == [
        ("werkatelier", 0),
        ("nulmeting", 2),
        ("", 1),
    ]
    assert lines[1].per_niveau == {"uitvoerend": 1, "": 1}


def test_programme_without_opportunities_has_no_facts_about_them(proefdorp: Programma) -> None:
    """A part that is absent stays absent."""
    assert derive_kansen(proefdorp.model_copy(update={"kansen": ()})) is None
