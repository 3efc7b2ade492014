"""Walks over each kind of page with real key presses."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from playwright.sync_api import Page

from tests.browser.keuring import Gang, open_pad, walk_tabs
from tests.browser.kijker import look
from tests.browser.rondgang import BREEDTES, resize
from tests.browser.soorten import Adres, choose_once

TERUG = ("index", "acties/index")
"""Pages that are walked backwards too; the frame is the same on all."""


def walk_pages(
    edities: Mapping[str, Path], homes: Mapping[str, str]
) -> dict[tuple[Adres, int], list[str]]:
    """Of each kind of page at both widths: what went wrong on a walk with the Tab key."""
    adressen = [*choose_once(edities), *(Adres("intern", pad) for pad in TERUG)]

    def walk(page: Page, job: tuple[Adres, int]) -> list[str]:
        adres, breedte = job
        resize(page, breedte)
        open_pad(page, f"{homes[adres.editie]}/{adres.pad}.html")
        there = walk_tabs(page)
        wrong = [*there.fouten, *_compare(page, there)]
        if adres.pad in TERUG:
            back = walk_tabs(page, key="Shift+Tab", dig=False)
            wrong += back.fouten
            if set(back.haltes) != set(there.haltes):
                wrong.append(f"heen {len(there.haltes)} haltes, terug {len(back.haltes)}")
        return wrong

    return look([(adres, breedte) for breedte in BREEDTES for adres in adressen], walk)


def _compare(page: Page, gang: Gang) -> list[str]:
    """Whether Tab reached what `keuring.links` counts; on that the walk over all pages rests."""
    page.evaluate("keuring.openAll()")
    counted = set(page.evaluate("keuring.links()"))
    return [f"anders geteld dan gelopen: {link}" for link in sorted(gang.links ^ counted)]
