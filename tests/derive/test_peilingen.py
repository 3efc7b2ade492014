"""Surveys: what follows from the groups that may be shown, computed by hand."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from generator.derive.bewustzijn import derive_bewustzijn
from generator.derive.draagvlak import derive_draagvlak
from generator.derive.feiten.peilingen import Bewustzijnsfeiten, Draagvlakfeiten
from generator.model.peilingen import Bewustzijnsmeting, Draagvlakmeting
from generator.model.programma import Programma
from generator.narrow.groepen import hide_small_groups

OPTIES = ("n1", "n2", "n3", "n4", "n5", "weet_niet")


def answers(stelling: str, counts: tuple[int, ...], **group: object) -> dict[str, Any]:
    """A row of the survey."""
    filled = (*counts, *(0 for _ in OPTIES[len(counts) :]))
    return {"stelling": stelling, **group, **dict(zip(OPTIES, filled, strict=True))}


def ask(proefdorp: Programma, *rows: dict[str, Any], invited: int = 40) -> Bewustzijnsfeiten:
    """The facts of these answers, small groups hidden."""
    meting = Bewustzijnsmeting.model_validate(
        {
            "methode": "vragenlijst",
            "moment": "2025",
            "uitgenodigd": invited,
            "stellingen": [
                {"id": "weten", "tekst": "Ik weet het.", "dimensie": "kennis"},
                {"id": "doen", "tekst": "Ik doe het.", "dimensie": "gedrag"},
            ],
            "antwoorden": rows,
        }
    )
    changed = hide_small_groups(proefdorp.model_copy(update={"bewustzijn": meting}))
    found = derive_bewustzijn(changed)
    assert found
    return found


def test_mean_and_share_leave_out_who_did_not_know(proefdorp: Programma) -> None:
    """Ten answers and five who did not know: the mean is of ten."""
    found = ask(proefdorp, answers("weten", (1, 2, 3, 3, 1, 5), niveau="uitvoerend"))
    (item,) = found.stellingen
    assert (item.allen.n, item.allen.weet_niet) == (10, 5)
    assert item.allen.gemiddelde == Decimal("3.1")
    assert item.allen.positief_pct == 40
    assert [stelling.id for stelling in found.niet_getoond] == ["doen"]


def test_response_is_at_least_the_statement_most_people_answered(proefdorp: Programma) -> None:
    """A statement may be skipped, so the best known number is the largest."""
    found = ask(
        proefdorp,
        answers("weten", (2, 2, 2, 2, 2), niveau="uitvoerend"),
        answers("doen", (2, 2, 2, 3, 2, 1), niveau="uitvoerend"),
    )
    assert (found.minste, found.meeste, found.respons_pct) == (10, 12, Decimal(30))


@pytest.mark.parametrize(("invited", "margin"), [(10, "0.000"), (40, "0.810"), (9, None)])
def test_margin_shrinks_as_more_of_those_invited_answer(
    proefdorp: Programma, invited: int, margin: str | None
) -> None:
    """When all answered there is no margin left; more answers than invitations give none."""
    found = ask(proefdorp, answers("weten", (2, 2, 2, 2, 2), niveau="uitvoerend"), invited=invited)
    shown = found.stellingen[0].marge
    assert (None if shown is None else str(round(shown, 3))) == margin


def test_small_groups_are_one_column_and_named(proefdorp: Programma) -> None:
    """Two afdelingen of which one is small are shown together, and both are named."""
    found = ask(
        proefdorp,
        answers("weten", (1, 1, 1), afdeling="ruimte"),
        answers("weten", (2, 3, 2, 1), afdeling="ondersteuning"),
    )
    assert [(groep.id, groep.naam) for groep in found.afdelingen] == [
        ("samen", "Samen: Ruimte, Ondersteuning")
    ]
    assert [item.naam for item in found.verborgen_afdelingen] == ["Ruimte", "Ondersteuning"]
    assert found.stellingen[0].afdelingen["samen"].n == 11
    assert found.niveaus == ()


def test_whole_is_counted_once_when_divided_in_two_ways(proefdorp: Programma) -> None:
    """By niveau and by afdeling are the same people."""
    found = ask(
        proefdorp,
        answers("weten", (3, 4, 3), niveau="uitvoerend"),
        answers("weten", (3, 4, 3), afdeling="ruimte"),
    )
    assert found.allen.n == 10


def test_strongest_and_weakest_statements_are_named_together(proefdorp: Programma) -> None:
    """Equal means are named together; when all are equal there is no weakest."""
    rows = [answers(name, (0, 5, 0, 5), niveau="uitvoerend") for name in ("weten", "doen")]
    found = ask(proefdorp, *rows)
    assert [item.stelling.id for item in found.sterkste] == ["weten", "doen"]
    assert found.zwakste == ()


def score(**fields: object) -> dict[str, Any]:
    """A row of the support survey."""
    return {"meetmoment": "na", "n": 10, "score": 3} | fields


def support(proefdorp: Programma, *rows: dict[str, Any]) -> Draagvlakfeiten:
    """The facts of these scores, small groups hidden."""
    meting = Draagvlakmeting.model_validate({"methode": "m", "moment": "2025", "scores": rows})
    changed = hide_small_groups(proefdorp.model_copy(update={"draagvlak": meting}))
    found = derive_draagvlak(changed)
    assert found
    return found


def test_mean_of_a_theme_counts_each_person_once(proefdorp: Programma) -> None:
    """A team of thirty weighs three times a team of ten."""
    found = support(
        proefdorp,
        score(thema="openbare_ruimte", team="wegen", n=30, score=4),
        score(thema="openbare_ruimte", team="inkoop", n=10, score=2),
        score(thema="bedrijfsvoering", team="wegen", n=10, score=2),
    )
    assert [(item.thema.id, item.allen) for item in found.themas] == [
        ("openbare_ruimte", Decimal("3.5")),
        ("bedrijfsvoering", 2),
    ]
    assert [item.thema.id for item in found.sterkste] == ["openbare_ruimte"]
    assert [item.thema.id for item in found.zwakste] == ["bedrijfsvoering"]


def test_small_team_is_hidden_with_another_and_their_mean_is_shown(proefdorp: Programma) -> None:
    """Three people of one team and ten of another have one mean."""
    found = support(
        proefdorp,
        score(thema="openbare_ruimte", team="wegen", n=3, score=5),
        score(thema="openbare_ruimte", team="inkoop", n=10, score="2,4"),
        score(thema="openbare_ruimte", team="personeel", n=30, score=3),
    )
    (thema,) = found.themas
    assert thema.verborgen == {"wegen", "inkoop"}
    assert thema.scores == {"personeel": 3}
    assert thema.rest == Decimal("3.0")


def test_last_moment_is_shown_by_team(proefdorp: Programma) -> None:
    """Scores before and after are not mixed in one table."""
    found = support(
        proefdorp,
        score(thema="openbare_ruimte", team="wegen", meetmoment="voor", score=1, n=20),
        score(thema="openbare_ruimte", team="wegen", score=4),
    )
    assert found.moment
    assert found.moment.id == "na"
    assert found.themas[0].scores == {"wegen": 4}


def test_opportunity_is_compared_only_when_asked_twice(proefdorp: Programma) -> None:
    """Without a score before there is no difference."""
    found = support(
        proefdorp,
        score(kans="K-01", meetmoment="voor", score=3),
        score(kans="K-01", score=4),
        score(kans="K-02", score=4),
    )
    assert [(kans.id, kans.verschil) for kans in found.kansen] == [("K-01", Decimal(1))]


def test_motivation_is_a_number_or_nothing(proefdorp: Programma) -> None:
    """Few who want to help are not counted; the niveau is still named as asked."""
    found = support(
        proefdorp,
        score(
            thema="openbare_ruimte",
            deelonderwerp="bestrating",
            niveau="uitvoerend",
            n=20,
            gemotiveerd=4,
        ),
        score(thema="bedrijfsvoering", niveau="uitvoerend", n=20, gemotiveerd=8),
    )
    assert [(regel.deelonderwerp, regel.aantallen) for regel in found.motivatie] == [
        ("Bestrating", {}),
        (None, {"uitvoerend": 8}),
    ]
    assert found.motivatie[0].gevraagd == {"uitvoerend"}
