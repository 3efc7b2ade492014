"""A look at every page of both editions, and a longer one at the pages that stand for a kind."""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from playwright.sync_api import Page

from tests.browser.keuring import (
    find_bare_tables,
    find_clipped,
    find_disorder,
    find_duplicates,
    find_overflow,
    open_pad,
    space_text,
)
from tests.browser.kijker import BREED, HOOG, KEURING, SMAL, look
from tests.browser.soorten import Adres

BREEDTES = (SMAL, BREED)


@dataclass
class Blik:
    """What one page is found to be."""

    fouten: dict[str, list[str]] = field(default_factory=dict)
    links: dict[int, list[str]] = field(default_factory=dict)
    inhoud: dict[str, list[tuple[str, bool]]] = field(default_factory=dict)


def resize(page: Page, breedte: int) -> None:
    """Give the window another width."""
    page.set_viewport_size({"width": breedte, "height": HOOG})


def look_at_pages(homes: Mapping[str, str], adressen: list[Adres]) -> dict[Adres, Blik]:
    """Every page at both widths: what does not fit, where its links lead and what it says."""

    def visit(page: Page, adres: Adres) -> Blik:
        blik = Blik()
        resize(page, SMAL)
        open_pad(page, f"{homes[adres.editie]}/{adres.pad}.html")
        blik.fouten["te breed"] = find_overflow(page)
        page.evaluate("keuring.openAll()")
        blik.fouten["te breed, alles open"] = find_overflow(page)
        blik.fouten["afgesneden"] = find_clipped(page)
        blik.fouten["dubbele id's"] = find_duplicates(page)
        blik.fouten["volgorde"] = find_disorder(page)
        blik.fouten["tabellen"] = find_bare_tables(page)
        blik.links[SMAL] = page.evaluate("keuring.links()")
        resize(page, BREED)
        blik.inhoud = page.evaluate("keuring.content()")
        blik.links[BREED] = page.evaluate("keuring.links()")
        blik.fouten["te breed op een groot scherm"] = find_overflow(page)
        resize(page, SMAL)
        space_text(page)
        blik.fouten["te breed met meer ruimte"] = find_overflow(page)
        blik.fouten["afgesneden met meer ruimte"] = find_clipped(page)
        return blik

    return look(adressen, visit)


def read_without_script(homes: Mapping[str, str], adressen: list[Adres]) -> dict[Adres, Blik]:
    """What every page says where no script runs."""
    read = KEURING.read_text(encoding="utf-8")

    def visit(page: Page, adres: Adres) -> Blik:
        resize(page, SMAL)
        page.goto(f"{homes[adres.editie]}/{adres.pad}.html")
        page.evaluate(read)  # no script of the page runs, but what is asked from outside does
        narrow = page.evaluate("keuring.content()")  # the menu of small screens
        resize(page, BREED)
        wide = page.evaluate("keuring.content()")
        return Blik(inhoud={wat: narrow[wat] + parts for wat, parts in wide.items()})

    return look(adressen, visit, java_script_enabled=False)


def find_missing(met: Blik, zonder: Blik) -> list[str]:
    """What a reader without scripts does not see: it is not there, or nowhere to be seen."""
    found = []
    for wat, parts in met.inhoud.items():
        with_script = Counter(words for words, seen in parts if seen)
        without = Counter(words for words, seen in zonder.inhoud[wat] if seen)
        hidden = {words for words, seen in zonder.inhoud[wat] if not seen} - set(without)
        found += [f"{wat}, alleen met script: {words!r}" for words in with_script - without]
        found += [f"{wat}, verborgen zonder script: {words!r}" for words in sorted(hidden)]
    return found


def find_unreachable(blikken: Mapping[Adres, Blik], home: str, editie: str) -> Iterator[str]:
    """The pages that no chain of links leads to from the home page, at each width."""
    paden = {adres.pad for adres in blikken if adres.editie == editie} - {"404"}
    for breedte in BREEDTES:
        reached = {"index"}
        queue = deque(reached)
        while queue:
            here = blikken[Adres(editie, queue.popleft())]
            new = {_name_pad(link, home) for link in here.links[breedte]} & paden - reached
            reached |= new
            queue += new
        yield from (f"{editie} {breedte} px: {pad}" for pad in sorted(paden - reached))


def _name_pad(link: str, home: str) -> str:
    return link.partition("?")[0].removeprefix(f"{home}/").removesuffix(".html")
