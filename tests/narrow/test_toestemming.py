"""Without consent no story is shown, and barriers stay neutral outside the organisation.

How these tests were seen to fail: `has_consent` always true; `openbaar_met` taken from Belemmering
and Stakeholder; `team` kept in `hide_small_groups`.
"""

from __future__ import annotations

from typing import Any

import pytest

from generator.model.basis import Editie, Zichtbaarheid
from generator.model.draagvlak import Belemmering, Stakeholder, Succes, Verhaal
from generator.model.paden import list_paginas
from generator.model.programma import Programma
from generator.narrow import narrow

SUCCES = {
    "id": "P-09",
    "titel": "Stil",
    "team": "wegen",
    "datum": "2026-04",
    "tekst": "Een verhaal.",
    "resultaat": "Vijf tegels.",
    "zichtbaarheid": "publiek",
}
BELEMMERING = {
    "id": "B-09",
    "tekst": "Mijn chef wil niet.",
    "thema": "openbare_ruimte",
    "team": "wegen",
    "comb": "kunnen",
    "praktisch": "kennis",
    "niveau": "uitvoerend",
    "meldingen": 9,
    "bron_idee": "nulmeting",
    "zichtbaarheid": "publiek",
}


def _lay(proefdorp: Programma, **changes: Any) -> Programma:
    return proefdorp.model_copy(update=changes)


@pytest.mark.parametrize("editie", list(Editie))
def test_success_without_consent_is_in_no_edition(proefdorp: Programma, editie: Editie) -> None:
    """A team that did not agree does not see its story, not even on the intranet."""
    asked = Succes.model_validate(SUCCES | {"id": "P-10", "toestemming": True})
    unasked = Succes.model_validate(SUCCES)
    shown = narrow(_lay(proefdorp, successen=(unasked, asked)), editie)
    assert [item.id for item in shown.successen] == ["P-10"]


@pytest.mark.parametrize("editie", list(Editie))
def test_page_of_successes_goes_when_nobody_agreed(proefdorp: Programma, editie: Editie) -> None:
    """An overview of nothing is not made."""
    shown = narrow(_lay(proefdorp, successen=(Succes.model_validate(SUCCES),)), editie)
    assert "successen/index" not in {pagina.pad for pagina in list_paginas(shown, editie)}


@pytest.mark.parametrize(
    ("editie", "expected"), [(Editie.INTERN, ["a", "b"]), (Editie.PUBLIEK, ["a"])]
)
def test_story_needs_consent_and_for_everyone_also_publication(
    proefdorp: Programma, editie: Editie, expected: list[str]
) -> None:
    """A story is told with consent; outside the organisation only when it says so as well."""
    stories = [
        {"tekst": "a", "toestemming": True, "zichtbaarheid": "publiek"},
        {"tekst": "b", "toestemming": True},
        {"tekst": "c", "zichtbaarheid": "publiek"},
        {"tekst": "d"},
    ]
    assert proefdorp.challenge
    verhalen = tuple(map(Verhaal.model_validate, stories))
    challenge = proefdorp.challenge.model_copy(update={"verhalen": verhalen})
    shown = narrow(_lay(proefdorp, challenge=challenge), editie).challenge
    assert shown
    assert [item.tekst for item in shown.verhalen] == expected


def test_barrier_is_public_in_neutral_words_only(proefdorp: Programma) -> None:
    """No quote, no number, no kind, no team and no level leaves the organisation."""
    neutral = Belemmering.model_validate(
        BELEMMERING | {"tekst_publiek": "Steun helpt.", "afgestemd_met_team": True}
    )
    (shown,) = narrow(_lay(proefdorp, belemmeringen=(neutral,)), Editie.PUBLIEK).belemmeringen
    filled = shown.model_dump(exclude_defaults=True)
    assert filled == {
        "id": "B-09",
        "tekst_publiek": "Steun helpt.",
        "thema": "openbare_ruimte",
        "zichtbaarheid": Zichtbaarheid.PUBLIEK,
    }


def test_barrier_without_neutral_words_is_not_public(proefdorp: Programma) -> None:
    """What an employee said is never the public text."""
    quote = Belemmering.model_validate(BELEMMERING)
    assert narrow(_lay(proefdorp, belemmeringen=(quote,)), Editie.PUBLIEK).belemmeringen == ()


@pytest.mark.parametrize(("agreed", "expected"), [(True, "wegen"), (False, None)])
def test_team_of_a_barrier_is_named_after_it_agreed(
    proefdorp: Programma, agreed: bool, expected: str | None
) -> None:
    """On the intranet a team stands beside a barrier only when it agreed to that."""
    item = Belemmering.model_validate(BELEMMERING | {"afgestemd_met_team": agreed})
    (shown,) = narrow(_lay(proefdorp, belemmeringen=(item,)), Editie.INTERN).belemmeringen
    assert shown.team == expected
    assert (shown.tekst, shown.meldingen) == ("Mijn chef wil niet.", 9)


@pytest.mark.parametrize(("agreed", "expected"), [(True, ["werf"]), (False, [])])
def test_stakeholder_is_named_in_public_with_its_agreement(
    proefdorp: Programma, agreed: bool, expected: list[str]
) -> None:
    """An organisation that did not agree is known on the intranet only."""
    fields = {"id": "werf", "organisatie": "De Werf", "soort": "vereniging"}
    item = Stakeholder.model_validate(
        fields | {"akkoord_vermelding": agreed, "zichtbaarheid": "publiek"}
    )
    changed = _lay(proefdorp, stakeholders=(item,))
    assert [who.id for who in narrow(changed, Editie.PUBLIEK).stakeholders] == expected
    assert [who.id for who in narrow(changed, Editie.INTERN).stakeholders] == ["werf"]


@pytest.mark.parametrize("editie", list(Editie))
def test_number_of_participants_of_a_small_session_is_not_shown(
    proefdorp: Programma, editie: Editie
) -> None:
    """Four people at a table are not counted; the session itself is told."""
    (first, *_) = proefdorp.bijeenkomsten
    small = first.model_copy(update={"deelnemers": 4})
    (shown,) = narrow(_lay(proefdorp, bijeenkomsten=(small,)), editie).bijeenkomsten
    assert shown.deelnemers is None
    assert shown.opbrengst
