"""What needs more than `publiek` to be public: a decision, or the choice for an opportunity."""

from __future__ import annotations

from typing import Any

import pytest

from generator.model.basis import Editie
from generator.model.programma import Programma
from generator.narrow import narrow


def _publiek(proefdorp: Programma, collectie: str, **changes: Any) -> list[str]:
    """Ids of a collection in the public edition, after the same change to each record."""
    records = tuple(item.model_copy(update=changes) for item in getattr(proefdorp, collectie))
    shown = narrow(proefdorp.model_copy(update={collectie: records}), Editie.PUBLIEK)
    return [item.id for item in getattr(shown, collectie)]


def test_route_is_public_only_with_a_decision(proefdorp: Programma) -> None:
    """A route on which nobody decided stays on the intranet, though it says publiek."""
    assert _publiek(proefdorp, "routes") == ["eerst_de_straat"]
    assert _publiek(proefdorp, "routes", besluitnummer=None) == []
    assert _publiek(proefdorp, "routes", besluitnummer="X-1") == ["eerst_de_straat", "wachten"]
    intern = narrow(proefdorp, Editie.INTERN)
    assert [item.id for item in intern.routes] == ["eerst_de_straat", "wachten"]


def test_route_loses_a_start_that_is_intern(proefdorp: Programma) -> None:
    """A public route does not name policy that is not public yet."""
    (route,) = narrow(proefdorp, Editie.PUBLIEK).routes
    assert route.startpunt == ("rijksprogramma",)


def test_ambition_level_is_public_only_with_a_decision(proefdorp: Programma) -> None:
    """A theme is public, and its ambition level only once the college decided on it."""
    levels = {item.id: item.ambitie for item in narrow(proefdorp, Editie.PUBLIEK).themas}
    assert levels["openbare_ruimte"] is not None
    assert levels["openbare_ruimte"].gewenst == "koploper"
    assert levels["bedrijfsvoering"] is None
    intern = {item.id: item.ambitie for item in narrow(proefdorp, Editie.INTERN).themas}
    assert intern["bedrijfsvoering"] is not None


def test_opportunity_is_public_only_once_chosen(proefdorp: Programma) -> None:
    """An opportunity that the programme did not take up stays on the intranet."""
    assert _publiek(proefdorp, "kansen") == ["K-01", "K-02", "K-03"]
    assert _publiek(proefdorp, "kansen", is_gekozen=False) == []


@pytest.mark.parametrize("veld", ["haalbaarheid", "kosten", "niveau"])
def test_public_opportunity_does_not_tell_who_brought_it_or_how_feasible_it_is(
    proefdorp: Programma, veld: str
) -> None:
    """Feasibility, costs and the level that brought an idea stay on the intranet."""
    changed = tuple(item.model_copy(update={veld: "geheim"}) for item in proefdorp.kansen)
    shown = narrow(proefdorp.model_copy(update={"kansen": changed}), Editie.PUBLIEK)
    assert [getattr(item, veld) for item in shown.kansen] == [None] * 3


def test_support_is_never_public(proefdorp: Programma) -> None:
    """No score of support reaches the public edition, chosen or not."""
    assert narrow(proefdorp, Editie.PUBLIEK).draagvlak is None


def test_goal_under_a_hidden_goal_stands_by_itself(proefdorp: Programma) -> None:
    """When the goal above it is intern, a public goal becomes a top of the public tree."""
    doelen = tuple(
        item.model_copy(update={"zichtbaarheid": "intern"}) if item.id == "circulair" else item
        for item in proefdorp.doelstellingen
    )
    shown = narrow(proefdorp.model_copy(update={"doelstellingen": doelen}), Editie.PUBLIEK)
    assert [(item.id, item.onder) for item in shown.doelstellingen] == [("restafval_laag", None)]
