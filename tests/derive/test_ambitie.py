"""Ambition: the goal tree, the timeline, the levels by theme and the national goals."""

from __future__ import annotations

from datetime import date
from typing import Any

from generator.derive.ambitie import derive_ambitie
from generator.derive.feiten.ambitie import Ambitiefeiten, Doelknoop
from generator.model.basis import Editie
from generator.model.beleid import Doelstelling, LandelijkDoel
from generator.model.programma import Programma
from generator.narrow import narrow

PEILDATUM = date(2026, 10, 1)


def derive(programma: Programma, **changes: Any) -> Ambitiefeiten:
    """The facts of Proefdorp with other records."""
    return derive_ambitie(programma.model_copy(update=changes), PEILDATUM)


def make_doel(identifier: str, onder: str | None = None, **fields: Any) -> Doelstelling:
    """A goal."""
    values = {"id": identifier, "tekst": identifier, "soort": "resultaat", "onder": onder}
    return Doelstelling.model_validate(values | fields)


def _outline(knopen: tuple[Doelknoop, ...]) -> list[Any]:
    return [[knoop.doel.id, *_outline(knoop.onder)] for knoop in knopen]


def test_tree_nests_each_goal_under_the_one_it_helps(proefdorp: Programma) -> None:
    """Goals stand under their own goal, in the order of the file, however deep."""
    doelen = (make_doel("b", "a"), make_doel("a"), make_doel("c", "b"), make_doel("d", "a"))
    feiten = derive(proefdorp, doelstellingen=doelen)
    assert _outline(feiten.boom) == [["a", ["b", ["c"]], ["d"]]]


def test_timeline_holds_ambitions_steps_of_the_chosen_route_and_goals(
    proefdorp: Programma,
) -> None:
    """Years ascend; what two lists say in the same words stands once."""
    feiten = derive(proefdorp)
    assert [item.jaar for item in feiten.tijdlijn] == [2025, 2030, 2035, 2050]
    assert [item.is_voorbij for item in feiten.tijdlijn] == [True, False, False, False]
    (last,) = feiten.tijdlijn[-1].groepen
    assert last[0] == "Eindambitie"
    assert [punt.tekst for punt in last[1]] == ["In 2050 is Proefdorp volledig circulair."]


def test_steps_of_a_route_that_was_not_chosen_are_no_milestones(proefdorp: Programma) -> None:
    """Comparing routes does not promise anything."""
    routes = tuple(item.model_copy(update={"is_gekozen": False}) for item in proefdorp.routes)
    years = [item.jaar for item in derive(proefdorp, routes=routes).tijdlijn]
    assert years == [2030, 2050]


def test_levels_have_their_place_on_the_scale_of_the_vocabulary(proefdorp: Programma) -> None:
    """From the second to the third of three levels is one step; no level is no zero."""
    intern = derive(proefdorp)
    assert [(item.thema.id, item.plaats_nu, item.stappen) for item in intern.niveaus] == [
        ("openbare_ruimte", 1, 2),
        ("bedrijfsvoering", 1, 0),
    ]
    publiek = derive_ambitie(narrow(proefdorp, Editie.PUBLIEK), PEILDATUM)
    assert [item.thema.id for item in publiek.niveaus] == ["openbare_ruimte"]
    assert [thema.id for thema in publiek.zonder_niveau] == ["bedrijfsvoering"]


def test_policy_stands_by_layer_in_the_order_of_the_vocabulary(proefdorp: Programma) -> None:
    """From far away to near; a layer without policy is left out."""
    kaders = tuple(reversed(proefdorp.beleidskaders))
    feiten = derive(proefdorp, beleidskaders=kaders)
    assert [laag.term.id for laag in feiten.lagen] == ["rijk", "gemeente"]
    only = derive(proefdorp, beleidskaders=kaders[:1])
    assert [laag.term.id for laag in only.lagen] == ["gemeente"]


def test_national_goals_keep_their_versions_and_tell_what_replaced_what(
    proefdorp: Programma,
) -> None:
    """The newest version comes first, the old one stays and is marked as replaced."""
    (kader,) = derive(proefdorp).landelijk
    assert [(item.versie, item.is_vervangen) for item in kader.versies] == [
        ("2025", False),
        ("2023", True),
    ]
    earlier = derive(proefdorp).vervangt
    assert [item.id for item in earlier["rijk_nieuw"]] == ["rijk_oud"]
    assert earlier["rijk_oud"] == ()


def test_version_with_one_goal_that_still_holds_is_not_replaced(proefdorp: Programma) -> None:
    """Only when every goal of a version has a successor the version is past."""
    extra = LandelijkDoel.model_validate(
        {"id": "x", "kader": proefdorp.landelijke_doelen[0].kader, "versie": "2023", "doel": "x",
         "jaar": 2050}
    )  # fmt: skip
    (kader,) = derive(proefdorp, landelijke_doelen=(*proefdorp.landelijke_doelen, extra)).landelijk
    assert [item.is_vervangen for item in kader.versies] == [False, False]


def test_programme_without_any_of_it_still_has_its_final_ambition(proefdorp: Programma) -> None:
    """Nothing but programma.yaml is needed for a timeline."""
    empty: dict[str, Any] = dict.fromkeys(
        ("doelstellingen", "routes", "beleidskaders", "landelijke_doelen", "themas"), ()
    )
    feiten = derive(proefdorp, **empty)
    assert (feiten.boom, feiten.niveaus, feiten.lagen, feiten.landelijk) == ((), (), (), ())
    assert [item.jaar for item in feiten.tijdlijn] == [2050]
