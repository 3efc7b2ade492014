"""The files themselves: valid HTML, links that lead somewhere, and nothing lost without scripts."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from tests.browser.keuring import group
from tests.browser.rondgang import Blik, find_missing
from tests.browser.soorten import Adres, list_adressen
from tests.browser.weefsel import find_dead_links, find_duplicate_ids, read_html


def test_every_page_is_valid_html(oordelen: list[str]) -> None:
    """The checker of the W3C has no error and no warning on any page of either edition."""
    assert "\n".join(oordelen) == ""


def test_every_link_leads_somewhere(edities: Mapping[str, Path]) -> None:
    """No link, place on a page, picture, script or style of either edition points at nothing."""
    assert {editie: find_dead_links(site) for editie, site in edities.items()} == {
        "publiek": [],
        "intern": [],
    }


def test_links_are_counted(edities: Mapping[str, Path]) -> None:
    """The check on links sees them: thousands, of which many lead to a place on a page."""
    targets = [
        target
        for editie, pad in list_adressen(edities)
        for target in read_html((edities[editie] / f"{pad}.html").read_text("utf-8"))[1]
    ]
    assert len(targets) > 10_000
    assert sum("#" in target for target in targets) > 1_000


def test_no_id_stands_twice(edities: Mapping[str, Path]) -> None:
    """An id stands on a page once, in the file itself."""
    doubles = {
        adres: find_duplicate_ids((edities[adres.editie] / f"{adres.pad}.html").read_text("utf-8"))
        for adres in list_adressen(edities)
    }
    assert group(doubles) == ""


def test_nothing_is_lost_without_scripts(
    blikken: Mapping[Adres, Blik], zonder_script: Mapping[Adres, Blik]
) -> None:
    """Whoever has no scripts reads every text, follows every link and sees every row of a table."""
    lost = {adres: find_missing(blik, zonder_script[adres]) for adres, blik in blikken.items()}
    assert group(lost) == ""
    assert all(blik.inhoud["tekst"] and blik.inhoud["links"] for blik in zonder_script.values())
