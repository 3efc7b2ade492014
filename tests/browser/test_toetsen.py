"""The page about accessibility shows what these tests measured, and nothing else."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser.keuring import read_axe_version
from tests.browser.rondgang import BREEDTES, Blik, find_unreachable
from tests.browser.schermen import KLEUREN, OPEN, Scherm
from tests.browser.soorten import Adres, list_soorten
from tests.programmes import ROOT

BESTAND = ROOT / "site_theme" / "toetsen.toml"
TELLINGEN = {"schermen", "paginas"}
"""What grows with the programme."""
Uitslag = dict[str, dict[str, object]]


@pytest.fixture
def uitslag(  # noqa: PLR0913 - every part of the gate has its numbers here
    *,
    browser: Browser,
    edities: Mapping[str, Path],
    homes: Mapping[str, str],
    schermen: Mapping[Scherm, list[str]],
    blikken: Mapping[Adres, Blik],
    gangen: Mapping[tuple[Adres, int], list[str]],
    oordelen: list[str],
    gevonden: Mapping[str, bool],
) -> Uitslag:
    """What the gate measured, as numbers."""
    unreached = [part for name in homes for part in find_unreachable(blikken, homes[name], name)]
    hidden = [
        problem
        for problems in gangen.values()
        for problem in problems
        if problem.endswith((": buiten beeld", ": bedekt"))
    ]
    soorten = {soort for site in edities.values() for soort in list_soorten(site)}
    return {
        "axe": {
            "versie": read_axe_version(browser.new_page()),
            "paginasoorten": len(soorten),
            "breedtes": list(BREEDTES),
            "kleuren": len(KLEUREN),
            "toestanden": len({scherm.toestand for scherm in schermen} - {OPEN}),
            "schermen": len(schermen),
            "overtredingen": sum(map(len, schermen.values())),
        },
        "html": {"paginas": len(blikken), "fouten": len(oordelen)},
        "toetsenbord": {
            "paginas": len(blikken),
            "onbereikbaar": len(unreached),
            "verborgen": len(hidden),
        },
        "storingen": {"gezaaid": len(gevonden), "gevonden": sum(gevonden.values())},
    }


def _write(uitslag: Uitslag) -> str:
    lines = [
        "# What tests/browser measured, shown on the page about accessibility. Written by them:",
        "# CIRCULAIR_SCHRIJF_VERWACHT=1 pytest tests/browser/test_toetsen.py",
        f'datum = "{datetime.now(tz=UTC).date()}"',
    ]
    for name, numbers in uitslag.items():
        lines += ["", f"[{name}]"]
        lines += [
            f'{key} = "{value}"' if isinstance(value, str) else f"{key} = {value}"
            for key, value in numbers.items()
        ]
    return "\n".join(lines) + "\n"


def find_untrue(shown: Uitslag, measured: Uitslag) -> list[str]:
    """What is shown and was not measured so.

    Somebody who adds a page need not measure anew: of pages and screens fewer may be shown than
    were looked at, never more.
    """
    names = {(part, key) for found in (shown, measured) for part in found for key in found[part]}
    wrong = []
    for part, key in sorted(names):
        said, seen = (found.get(part, {}).get(key) for found in (shown, measured))
        if key in TELLINGEN and isinstance(said, int) and isinstance(seen, int):
            is_true = 0 < said <= seen
        else:
            is_true = said == seen
        if not is_true:
            wrong.append(f"{part}.{key}: {said} shown, {seen} measured")
    return wrong


def test_shown_results_are_the_measured_ones(uitslag: Uitslag) -> None:
    """Every number on the page about accessibility is what was measured, and there is no other."""
    if os.environ.get("CIRCULAIR_SCHRIJF_VERWACHT") == "1":
        BESTAND.write_text(_write(uitslag), encoding="utf-8")
    shown = tomllib.loads(BESTAND.read_text(encoding="utf-8"))
    shown.pop("datum")
    assert find_untrue(shown, uitslag) == [], "measure: CIRCULAIR_SCHRIJF_VERWACHT=1"


MAAT: Uitslag = {"axe": {"schermen": 10, "overtredingen": 0}, "html": {"paginas": 5, "fouten": 0}}


@pytest.mark.parametrize(
    ("part", "key", "value"),
    [
        ("axe", "overtredingen", 1),
        ("axe", "schermen", 11),
        ("axe", "schermen", 0),
        ("html", "paginas", 6),
        ("html", "fouten", None),
        ("toetsenbord", "verborgen", 0),
    ],
)
def test_result_that_was_not_measured_is_found(part: str, key: str, value: object) -> None:
    """A number that is better than what was seen, or was never seen, is not shown."""
    assert find_untrue(MAAT, MAAT) == []
    assert find_untrue({**MAAT, "axe": {"schermen": 9, "overtredingen": 0}}, MAAT) == []
    changed = {**MAAT, part: {**MAAT.get(part, {}), key: value}}
    assert len(find_untrue(changed, MAAT)) == 1
