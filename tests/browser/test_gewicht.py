"""What a reader waits for: the bytes of a first view, and nothing for charts before it is asked."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser.gewicht import Gewicht, weigh
from tests.browser.soorten import choose_once

MEER_DAN_ZONDER = 1.1
HOOGSTENS = 250_000
LATER = ("plotly", "figuren/", "grafiek.js", "zoekmachine", "search_index")
"""Files that only come when a reader opens a chart or asks a question."""


@pytest.fixture(scope="module")
def gewichten(browser: Browser, edities: Mapping[str, Path]) -> Mapping[str, Gewicht]:
    """The fullest page of each kind, opened with an empty cache."""
    return weigh(browser, edities, choose_once(edities))


def test_charts_hardly_weigh(gewichten: Mapping[str, Gewicht]) -> None:
    """A page with charts weighs at most a tenth more than the same page without them."""
    with_charts = {pad: found for pad, found in gewichten.items() if found.grafieken}
    assert len(with_charts) >= 5
    heavy = {
        pad: found.bytes / found.zonder_grafiek
        for pad, found in with_charts.items()
        if found.bytes > MEER_DAN_ZONDER * found.zonder_grafiek
    }
    assert heavy == {}


def test_page_of_an_indicator_weighs_as_much_as_one_of_an_action(
    gewichten: Mapping[str, Gewicht],
) -> None:
    """The first view of a chart page is at most 1.1 times that of a page without a chart."""
    (chart,) = (
        found
        for pad, found in gewichten.items()
        if pad.startswith("indicatoren/") and pad != "indicatoren/index"
    )
    (plain,) = (found for pad, found in gewichten.items() if pad.startswith("acties/a-"))
    assert chart.grafieken
    assert not plain.grafieken
    assert chart.bytes <= MEER_DAN_ZONDER * plain.bytes


def test_no_page_is_heavy(gewichten: Mapping[str, Gewicht]) -> None:
    """No page sends more than 250 kB before a reader does something."""
    assert {pad: found.bytes for pad, found in gewichten.items() if found.bytes > HOOGSTENS} == {}


def test_nothing_comes_before_it_is_asked(gewichten: Mapping[str, Gewicht]) -> None:
    """Before a reader does something nothing is loaded for charts or search."""
    early = {
        f"{pad}: {name}"
        for pad, found in gewichten.items()
        for name in found.bestanden
        if any(part in name for part in LATER)
    }
    assert early == set()
