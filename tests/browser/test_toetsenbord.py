"""The site by keyboard alone: real key presses, and the same stops counted on every page."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from tests.browser.keuring import group
from tests.browser.rondgang import Blik, find_unreachable
from tests.browser.soorten import Adres


def test_every_stop_is_seen(gangen: Mapping[object, list[str]]) -> None:
    """Whoever presses Tab or Shift+Tab always sees where they are: never off screen or covered."""
    assert group(gangen) == ""


@pytest.mark.parametrize("editie", ["publiek", "intern"])
def test_every_page_is_reached_from_home(
    editie: str,
    blikken: Mapping[Adres, Blik],
    homes: Mapping[str, str],
) -> None:
    """From home every page is reached with Tab and Enter, on a phone and on a large screen."""
    assert list(find_unreachable(blikken, homes[editie], editie)) == []


def test_page_that_nothing_leads_to_at_one_width_is_found() -> None:
    """A page that only a wide screen leads to is missed by whoever has a small one."""
    home = "http://site"
    blikken = {
        Adres("publiek", "index"): Blik(
            links={320: [f"{home}/acties.html?thema=x"], 1280: [f"{home}/acties.html"]}
        ),
        Adres("publiek", "acties"): Blik(links={320: [], 1280: [f"{home}/raad.html"]}),
        Adres("publiek", "raad"): Blik(links={320: [], 1280: []}),
    }
    assert list(find_unreachable(blikken, home, "publiek")) == ["publiek 320 px: raad"]
