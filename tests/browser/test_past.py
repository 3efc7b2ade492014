"""Every page fits a small screen, also with the text spacing that a reader may ask."""

from __future__ import annotations

from collections.abc import Mapping

from tests.browser.keuring import group
from tests.browser.rondgang import Blik
from tests.browser.soorten import Adres


def test_every_page_fits(blikken: Mapping[Adres, Blik]) -> None:
    """No page scrolls sideways or cuts off text at 320 px, as it opens, unfolded or spaced out."""
    wrong = {
        (adres, kind): found
        for adres, blik in blikken.items()
        for kind, found in blik.fouten.items()
    }
    assert group(wrong) == ""
