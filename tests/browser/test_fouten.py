"""The gate sees what it is there to see: faults put in on purpose are found."""

from __future__ import annotations

from collections.abc import Mapping

from tests.browser.storingen import STORINGEN


def test_every_fault_put_in_is_found(gevonden: Mapping[str, bool]) -> None:
    """Each fault on a copy of a good page is seen by its check, silent on the good page."""
    assert [name for name, seen in gevonden.items() if not seen] == []
    assert set(gevonden) == set(STORINGEN)
    assert len(gevonden) >= 10
