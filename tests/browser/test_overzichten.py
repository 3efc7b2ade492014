"""Overviews in a browser: choose, sort and read by keyboard, on a phone, and from a link."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

PHONE = {"width": 375, "height": 800}
LONGEST = 5500
"""Pixels that home and Voortgang may be high on a phone: some seven screens, not eleven."""


@pytest.fixture
def intranet(served: str) -> str:
    """The address of the intranet edition, beside the public one."""
    return served.removesuffix("publiek") + "intern"


def read_titles(page: Page) -> list[str]:
    """The actions of the overview that are seen, from top to bottom."""
    return page.locator("#actielijst tbody tr:visible th a").all_inner_texts()


def test_order_is_chosen_by_keyboard_and_said_aloud(page: Page, served: str) -> None:
    """Who cannot see the arrows hears on what the list is sorted, and how many there are."""
    page.goto(f"{served}/acties/index.html")
    button = page.locator("#actielijst thead button", has_text="Looptijd")
    button.press("Enter")
    stand = page.locator("form.filter [role=status]")
    expect(stand).to_contain_text("acties, gesorteerd op looptijd, oplopend")
    expect(page.locator("th[aria-sort=ascending]")).to_have_text("Looptijd")
    button.press("Space")
    expect(stand).to_contain_text("gesorteerd op looptijd, aflopend")


def test_address_holds_the_order_too(page: Page, served: str) -> None:
    """A link to a filtered and sorted list opens filtered and sorted for whoever gets it."""
    page.goto(f"{served}/acties/index.html")
    page.locator("select[name=fase]").select_option("borging")
    page.locator("#actielijst thead button", has_text="Actie").press("Enter")
    page.locator("#actielijst thead button", has_text="Actie").press("Enter")
    chosen, address = read_titles(page), page.url
    assert "fase=borging" in address
    assert "sorteer=-actie" in address
    page.goto("about:blank")
    page.goto(address)
    assert read_titles(page) == chosen
    page.locator("form.filter button[type=reset]").press("Enter")
    expect(page).to_have_url(f"{served}/acties/index.html")
    numbers = page.locator("#actielijst tbody .nummer").all_inner_texts()
    assert numbers == sorted(numbers)


def test_nothing_found_is_said_with_a_way_back(page: Page, served: str) -> None:
    """A choice that fits no action gives a sentence and a button, not an empty table."""
    page.goto(f"{served}/acties/index.html?fase=borging&status=afgerond&schaal=regio")
    told = page.locator(".filter-niets")
    expect(told).to_be_visible()
    expect(page.locator("#actielijst")).to_be_hidden()
    page.locator("form.filter button[type=reset]").press("Enter")
    expect(told).to_be_hidden()
    expect(page.locator("#actielijst")).to_be_visible()


def test_filter_is_folded_on_a_phone_and_sorts_there_as_well(page: Page, served: str) -> None:
    """On a phone the list comes first; the filter opens with one key, and holds the order."""
    page.set_viewport_size(PHONE)  # type: ignore[arg-type]
    page.goto(f"{served}/acties/index.html")
    field = page.locator("select[name=thema]")
    expect(field).to_be_hidden()
    expect(page.locator("form.filter [role=status]")).to_be_visible()
    page.locator("form.filter summary").press("Enter")
    expect(field).to_be_visible()
    first = read_titles(page)
    page.locator("select[name=sorteer]").select_option("-actie")
    assert read_titles(page) == first[::-1]


def test_filter_needs_no_unfolding_on_a_desk(page: Page, served: str) -> None:
    """Where there is room the fields are simply there, and the heads of the table sort."""
    page.goto(f"{served}/acties/index.html")
    expect(page.locator("select[name=thema]")).to_be_visible()
    expect(page.locator("form.filter summary")).to_be_hidden()
    expect(page.locator("select[name=sorteer]")).to_be_hidden()


@pytest.mark.parametrize("width", [375, 1280])
def test_only_boxes_that_scroll_are_stops(page: Page, intranet: str, width: int) -> None:
    """Nobody has to tab past a table that is seen whole; one that scrolls has a name of its own."""
    page.set_viewport_size({"width": width, "height": 800})
    for pad in ("voortgang/spreiding", "nulmeting/bewustzijn", "acties/index"):
        page.goto(f"{intranet}/{pad}.html")
        page.wait_for_timeout(300)
        boxes = page.locator(".tabel").evaluate_all(
            "boxes => boxes.filter((box) => box.checkVisibility()).map((box) => "
            "[box.scrollWidth > box.clientWidth + 1, box.tabIndex === 0, box.ariaLabel])"
        )
        assert boxes
        assert [scrolls for scrolls, *_ in boxes] == [stops for _, stops, _ in boxes]
        names = [name for scrolls, _, name in boxes if scrolls]
        assert all(names)
        assert len(set(names)) == len(names)


def test_search_on_home_finds_what_the_header_finds(page: Page, intranet: str) -> None:
    """Who says at "Wat ga je doen?" what it is about gets the results of the search field."""
    page.goto(f"{intranet}/index.html")
    field = page.locator("#zoekstart")
    field.press_sequentially("bureaustoel")
    field.press("Enter")
    expect(page.locator("a[href*='keuzehulp/werkplek']:visible").first).to_be_visible()


@pytest.mark.parametrize("pad", ["intern/index", "publiek/index", "publiek/voortgang/index"])
def test_first_pages_are_short_on_a_phone(page: Page, served: str, pad: str) -> None:
    """Who opens the site on a phone need not scroll through all of it to know what it is."""
    page.set_viewport_size(PHONE)  # type: ignore[arg-type]
    page.goto(f"{served.removesuffix('publiek')}{pad}.html")
    page.wait_for_timeout(300)
    assert page.evaluate("document.documentElement.scrollHeight") <= LONGEST


def test_home_says_where_to_go_on_the_first_screen(page: Page, served: str, intranet: str) -> None:
    """What this is, and where to begin, is seen without scrolling."""
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(f"{served}/index.html")
    for seen in (".kernzin", "ul.koppen"):
        expect(page.locator(seen)).to_be_in_viewport(ratio=0.9)
    page.goto(f"{intranet}/index.html")
    for seen in ("#zoekstart", "a[href='aan-de-slag/nieuw.html']"):
        expect(page.locator(f".md-content {seen}").first).to_be_in_viewport()
