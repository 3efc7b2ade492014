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
