"""The site as axe sees it: WCAG 2.2 A and AA, best practice and target size, in every state."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from tests.browser.keuring import group
from tests.browser.kijker import BREED, SMAL
from tests.browser.rondgang import BREEDTES
from tests.browser.schermen import (
    AFDRUK,
    ALLES,
    CONTRAST,
    KLEUREN,
    OPEN,
    TOESTANDEN,
    Scherm,
)
from tests.browser.soorten import BEKEND, choose_adressen, choose_once, list_soorten


def test_every_kind_of_page_has_a_page(edities: Mapping[str, Path]) -> None:
    """The sample shows every kind of page there is, so that no kind goes unseen."""
    assert set(list_soorten(edities["intern"])) >= BEKEND
    assert {adres.pad for adres in choose_adressen(edities)} >= {"404", "over/casus-soest"}


def test_no_page_has_a_violation(schermen: Mapping[Scherm, list[str]]) -> None:
    """No kind of page breaks a rule: light, dark, narrow, wide, printed or in forced colours."""
    assert group(schermen) == ""


def test_everything_was_looked_at(
    schermen: Mapping[Scherm, list[str]], edities: Mapping[str, Path]
) -> None:
    """Every kind of page at both widths in both palettes, and every state was reached."""
    expected = {
        Scherm(*adres, breedte, kleur, OPEN)
        for adres in choose_adressen(edities)
        for breedte in BREEDTES
        for kleur in KLEUREN
    }
    expected |= {
        Scherm(*adres, breedte, kleur, toestand)
        for adres in choose_once(edities)
        for breedte, kleur in ((SMAL, "light"), (BREED, "dark"))
        for toestand in (AFDRUK, ALLES)
    }
    assert expected <= set(schermen)
    assert {scherm.toestand for scherm in schermen} == {OPEN, ALLES, AFDRUK, CONTRAST, *TOESTANDEN}
