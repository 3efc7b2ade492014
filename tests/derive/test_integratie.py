"""How far circular is taken up, and where actions meet other tasks."""

from __future__ import annotations

from decimal import Decimal

import pytest

from generator.derive.feiten.integratie import Integratiefeiten
from generator.derive.integratie import derive_integratie, derive_opgaven, measure
from generator.model.kansen import Integratiecel
from generator.model.programma import Programma


def derive(proefdorp: Programma, *rows: tuple[str, ...]) -> Integratiefeiten:
    """The facts of a scan with rows of (domein, proces, instrument, score, doelscore)."""
    names = ("beleidsdomein", "proces", "instrument", "score", "doelscore")
    cellen = tuple(
        Integratiecel.model_validate(
            {name: cell for name, cell in zip(names, row, strict=True) if cell}
        )
        for row in rows
    )
    assert proefdorp.integratie
    scan = proefdorp.integratie.model_copy(update={"cellen": cellen})
    feiten = derive_integratie(proefdorp.model_copy(update={"integratie": scan}))
    assert feiten
    return feiten


def test_degree_is_the_sum_over_four_times_the_cells() -> None:
    """Scores 0, 1 and 4 are 5 of 12 points."""
    graad = measure([0, 1, 4])
    assert (graad.som, graad.bekend) == (5, 3)
    assert graad.pct == Decimal(500) / 12


def test_not_applicable_and_unknown_do_not_count_and_unknown_is_told() -> None:
    """Leaving a cell open does not lower the degree, and readers hear that it is open."""
    graad = measure([4, "nvt", None, 0])
    assert graad.pct == 50
    assert (graad.bekend, graad.onbekend) == (2, 1)


def test_no_known_score_is_no_degree() -> None:
    """Nothing known is not zero percent."""
    assert measure(["nvt", None]).pct is None
    assert measure([]).pct is None
    assert measure([0]).pct == 0


def test_a_cell_that_is_not_applicable_needs_no_goal(proefdorp: Programma) -> None:
    """A cell that says n.v.t. now is not an unknown goal."""
    feiten = derive(
        proefdorp,
        ("openbare_ruimte", "begroting", "", "nvt", ""),
        ("openbare_ruimte", "voorstellen", "", "1", "3"),
    )
    assert feiten.stand.doel.onbekend == 0
    assert feiten.stand.doel.pct == 75


def test_both_matrices_together_are_the_whole(proefdorp: Programma) -> None:
    """The degree of the programme counts processes and instruments alike."""
    feiten = derive_integratie(proefdorp)
    assert feiten
    parts = (feiten.processen.stand.nu, feiten.instrumenten.stand.nu)
    assert feiten.stand.nu.som == sum(part.som for part in parts) == 6
    assert feiten.stand.nu.bekend == sum(part.bekend for part in parts) == 4
    assert feiten.stand.nu.pct == Decimal("37.5")
    assert feiten.stand.doel.pct == 75


def test_rows_and_columns_follow_the_vocabulary(proefdorp: Programma) -> None:
    """A reader finds domains in the order that the municipality chose."""
    feiten = derive(
        proefdorp,
        ("bedrijfsvoering", "voorstellen", "", "1", ""),
        ("openbare_ruimte", "begroting", "", "1", ""),
    )
    assert [line.id for line in feiten.processen.domeinen] == ["openbare_ruimte", "bedrijfsvoering"]
    assert [line.id for line in feiten.processen.kolommen] == ["begroting", "voorstellen"]
    assert feiten.instrumenten.domeinen == ()


def test_furthest_and_least_far_are_named_unless_all_are_equal(proefdorp: Programma) -> None:
    """With equal scores nobody is the least."""
    row = ("openbare_ruimte", "begroting", "", "1", "")
    feiten = derive(proefdorp, row, ("bedrijfsvoering", "begroting", "", "3", ""))
    assert [line.id for line in feiten.processen.verst] == ["bedrijfsvoering"]
    assert [line.id for line in feiten.processen.minst_ver] == ["openbare_ruimte"]
    assert derive(proefdorp, row).processen.minst_ver == ()


def test_domain_that_wants_more_without_an_action_becomes_a_question(proefdorp: Programma) -> None:
    """Only where the goal is higher and no action lands is there something to ask."""
    feiten = derive_integratie(proefdorp)
    assert feiten
    assert feiten.zonder_actie == ("Bedrijfsvoering",)
    assert feiten.onbekend == (("Bedrijfsvoering", "Voorstellen"),)


def test_programme_without_scan_has_no_facts(proefdorp: Programma) -> None:
    """Without a scan nothing is claimed."""
    assert derive_integratie(proefdorp.model_copy(update={"integratie": None})) is None


@pytest.mark.parametrize(
    ("themas", "expected"), [((), ()), (None, (("Bedrijfsvoering", "Goed inkopen"),))]
)
def test_theme_that_names_a_task_without_an_action_becomes_a_question(
    proefdorp: Programma, themas: tuple[()] | None, expected: tuple[tuple[str, str], ...]
) -> None:
    """A theme says that it connects, and no action does yet."""
    changed = proefdorp if themas is None else proefdorp.model_copy(update={"themas": themas})
    assert derive_opgaven(changed).zonder_actie == expected


def test_tasks_know_their_actions_themes_and_policy(proefdorp: Programma) -> None:
    """Each task gathers what touches it."""
    feiten = derive_opgaven(proefdorp)
    energie, inkopen = feiten.opgaven
    assert (energie.acties, inkopen.acties) == (("A-0002",), ())
    assert inkopen.themas == ("bedrijfsvoering",)
    assert feiten.aantallen == {("openbare_ruimte", "energietransitie"): 1}
    assert feiten.aangesloten == 1
