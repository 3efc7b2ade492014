"""The examples of what the scan of a built site finds, as the explanations show them."""

from __future__ import annotations

import html
from pathlib import Path

import pytest

from generator.findings import CODES_VAN_DE_SITE, Code
from generator.model.meldingen import Voorbeeld, read_meldingen
from generator.scan.beleid import find_policy_breaks
from tests.scan.conftest import type_plant

MELDINGEN = {item.code: item for groep in read_meldingen() for item in groep.meldingen}
LEKKEN = sorted(CODES_VAN_DE_SITE - {Code.BELEID_GESCHONDEN})


def _publish(voorbeeld: Voorbeeld) -> str:
    """A page with the text of an example."""
    return f"<p>{html.escape(' '.join(voorbeeld.regels))}</p>"


@pytest.mark.parametrize("code", LEKKEN)
def test_wrong_text_stops_the_public_edition_and_the_right_one_does_not(
    code: Code, plant: type_plant
) -> None:
    """What an explanation calls wrong is found in the built site; what it calls right is not."""
    melding = MELDINGEN[code]
    page = "over/contact.html"
    assert {finding.code for finding in plant(page, _publish(melding.fout))} == {code}
    assert plant(page, _publish(melding.goed)) == ()


def test_wrong_line_of_a_page_stops_both_editions(tmp_path: Path) -> None:
    """A picture of another site is found in a page; one of our own is not."""
    melding = MELDINGEN[Code.BELEID_GESCHONDEN]
    for number, voorbeeld in enumerate((melding.fout, melding.goed)):
        page = tmp_path / str(number) / voorbeeld.bestand
        page.parent.mkdir(parents=True)
        page.write_text("\n".join(voorbeeld.regels), encoding="utf-8")
    (found,) = find_policy_breaks(tmp_path / "0")
    assert (found.code, found.plek.bestand) == (Code.BELEID_GESCHONDEN, melding.fout.bestand)
    assert find_policy_breaks(tmp_path / "1") == ()
