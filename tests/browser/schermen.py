"""The pages that stand for a kind as readers may have them before them, judged by axe."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from typing import Any, NamedTuple

from playwright.sync_api import Page, expect

from tests.browser.keuring import GRAFIEK, find_axe, open_pad
from tests.browser.kijker import BREED, SMAL, look
from tests.browser.rondgang import resize
from tests.browser.soorten import Adres

KLEUREN = {"light": "default", "dark": "slate"}
"""What a reader's system asks, and the palette of the site that answers it."""
OPEN, ALLES, AFDRUK, CONTRAST = "open", "alles uitgeklapt", "afdruk", "hoog contrast"


class Scherm(NamedTuple):
    """What a reader has before them."""

    editie: str
    pad: str
    breedte: int
    kleur: str
    toestand: str = OPEN


def _open_menu(page: Page) -> None:
    menu = page.locator("details.menu")
    menu.locator(":scope > summary").press("Enter")
    expect(menu.get_by_role("link").first).to_be_visible()


def _search(page: Page) -> None:
    field = page.locator("#__zoekveld")
    if not field.is_visible():
        page.locator(".zoek-open").press("Enter")
    field.press_sequentially("materialen")
    expect(page.locator(".zoek-lijst a").first).to_be_visible()


def _filter(page: Page) -> None:
    form = page.locator("form.filter").first
    choice = form.locator("select").first
    if not choice.is_visible():
        form.locator("summary").press("Enter")
    choice.select_option(index=1)
    expect(form.get_by_role("button", name="Wis filters")).to_be_visible()


def _draw(page: Page) -> None:
    button = page.get_by_role("button", name="Bekijk interactief").first
    button.press("Enter")
    expect(page.locator(GRAFIEK).first).to_be_visible()


class Toestand(NamedTuple):
    """A state of the page that a reader brings about."""

    reach: Callable[[Page], None]
    pads: tuple[str, ...]
    breedtes: tuple[int, ...] = (SMAL, BREED)
    zonder: str = ""


TOESTANDEN: Mapping[str, Toestand] = {
    "menu open": Toestand(_open_menu, ("index", "acties/a-0001"), (SMAL,)),
    "zoeken met treffers": Toestand(_search, ("index", "acties/index")),
    "filter gebruikt": Toestand(_filter, ("acties/index", "indicatoren/index")),
    "grafiek geopend": Toestand(_draw, ("indicatoren/restafval_inw", "aanpak"), zonder=GRAFIEK),
}
"""The states that a reader brings about by doing something, on the pages where it differs."""


def judge_pages(
    homes: Mapping[str, str], adressen: list[Adres], more: Collection[Adres]
) -> dict[Scherm, list[str]]:
    """Each page at both widths in both palettes; some unfolded, printed and in forced colours."""

    def visit(page: Page, adres: Adres) -> dict[Scherm, list[str]]:
        found: dict[Scherm, list[str]] = {}

        def judge(breedte: int, kleur: str, toestand: str = OPEN) -> None:
            found[Scherm(*adres, breedte, kleur, toestand)] = find_axe(page)

        resize(page, SMAL)
        page.emulate_media(color_scheme="light")
        open_pad(page, f"{homes[adres.editie]}/{adres.pad}.html")
        for breedte, kleur in _list_looks():
            resize(page, breedte)
            colour(page, kleur)
            judge(breedte, kleur)
        if adres not in more:
            return found
        page.emulate_media(media="print")
        judge(BREED, "dark", AFDRUK)
        page.emulate_media(media="screen", forced_colors="active")
        judge(BREED, "dark", CONTRAST)
        page.emulate_media(forced_colors="none")
        page.evaluate("keuring.openAll()")
        judge(BREED, "dark", ALLES)
        resize(page, SMAL)
        colour(page, "light")
        judge(SMAL, "light", ALLES)
        page.emulate_media(media="print")
        judge(SMAL, "light", AFDRUK)
        page.emulate_media(media="screen")
        return found

    return _merge(look(adressen, visit))


def judge_states(homes: Mapping[str, str]) -> dict[Scherm, list[str]]:
    """The states that a reader brings about, at both widths in both palettes."""
    schermen = [
        Scherm(editie, pad, breedte, kleur, naam)
        for naam, toestand in TOESTANDEN.items()
        for pad in toestand.pads
        for editie in homes
        for breedte, kleur in _list_looks()
        if breedte in toestand.breedtes
    ]

    def visit(page: Page, scherm: Scherm) -> dict[Scherm, list[str]]:
        toestand = TOESTANDEN[scherm.toestand]
        resize(page, scherm.breedte)
        colour(page, scherm.kleur, loaded=False)
        open_pad(page, f"{homes[scherm.editie]}/{scherm.pad}.html")
        toestand.reach(page)
        return {scherm: find_axe(page, without=toestand.zonder)}

    return _merge(look(schermen, visit))


def colour(page: Page, kleur: str, *, loaded: bool = True) -> None:
    """Let the reader's system ask for a palette."""
    page.emulate_media(color_scheme="dark" if kleur == "dark" else "light")
    if loaded:
        palette = page.locator(f"body[data-md-color-scheme={KLEUREN[kleur]}]")
        expect(palette).to_have_count(1)


def _list_looks() -> list[tuple[int, str]]:
    """Each width in each palette, the wide dark one last."""
    return [(SMAL, "light"), (SMAL, "dark"), (BREED, "light"), (BREED, "dark")]


def _merge(parts: Mapping[Any, Mapping[Scherm, list[str]]]) -> dict[Scherm, list[str]]:
    return {scherm: wrong for part in parts.values() for scherm, wrong in part.items()}
