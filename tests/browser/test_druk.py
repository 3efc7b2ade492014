"""Print of the pages: everything is on paper, in light colours, and nothing is made smaller."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

PAPER = 673
"""Pixels between the margins of a standing A4 (178 mm)."""

PADEN = (
    "index",
    "acties/index",
    "acties/a-0003",
    "acties/planning",
    "teams/openbare_ruimte",
    "themas/openbare_ruimte",
    "indicatoren/index",
    "indicatoren/restafval_inw",
    "voortgang/index",
    "voortgang/bijsturing",
    "voortgang/spreiding",
    "nulmeting/bewustzijn",
    "nulmeting/inkoop",
    "beleid-en-werkwijze",
    "andere-opgaven",
    "over/begrippen",
    "over/bronnen",
)


@pytest.fixture
def paper(page: Page, served: str) -> Page:
    """A page as wide as a sheet, printed by somebody whose screen is dark."""
    page.set_viewport_size({"width": PAPER, "height": 1000})
    page.emulate_media(media="print", color_scheme="dark")
    page.goto(f"{served.removesuffix('publiek')}intern/index.html")
    return page


def visit(page: Page, pad: str) -> None:
    """Another page of the intranet edition."""
    page.goto(page.url.partition("/intern/")[0] + f"/intern/{pad}.html")


@pytest.mark.parametrize("pad", PADEN)
def test_page_is_not_made_smaller_to_fit_the_sheet(paper: Page, pad: str) -> None:
    """A browser prints a page that is too wide in smaller letters; no page of the site is."""
    visit(paper, pad)
    paper.evaluate("document.querySelectorAll('details').forEach((fold) => { fold.open = true; })")
    assert paper.evaluate("document.documentElement.scrollWidth") <= PAPER


@pytest.mark.parametrize("pad", ["index", "acties/a-0003", "indicatoren/restafval_inw"])
def test_paper_has_no_buttons_and_no_menus(paper: Page, pad: str) -> None:
    """Nothing stands on paper that only works on a screen."""
    visit(paper, pad)
    for gone in ("button", "input", "select", "nav", ".md-header label", ".zij"):
        assert paper.locator(f"{gone}:visible").count() == 0, gone


def test_paper_is_light_when_the_screen_is_dark(paper: Page) -> None:
    """A dark screen costs no ink: letters are dark, and nothing behind them is."""
    visit(paper, "voortgang/index")
    colour = "([part, name]) => getComputedStyle(document.querySelector(part))[name]"
    text = str(paper.evaluate(colour, [".md-content h2", "color"]))
    assert max(int(part) for part in text.removeprefix("rgb(").rstrip(")").split(",")) < 90
    ground = paper.evaluate(colour, ["body", "backgroundColor"])
    assert ground in {"rgb(255, 255, 255)", "rgba(0, 0, 0, 0)"}


def test_folded_parts_stand_open_on_paper(paper: Page) -> None:
    """What a reader can unfold on a screen is read on paper, and folded again behind it."""
    paper.emulate_media(media="screen")
    visit(paper, "voortgang/index")
    fold = paper.locator(".md-content details.vouw").first
    expect(fold).not_to_have_attribute("open", "")
    paper.evaluate("dispatchEvent(new Event('beforeprint'))")
    expect(fold).to_have_attribute("open", "")
    paper.evaluate("dispatchEvent(new Event('afterprint'))")
    expect(fold).not_to_have_attribute("open", "")
    paper.emulate_media(media="print")
    expect(fold.locator("p, table").first).to_be_visible()


def test_paper_says_where_it_came_from(paper: Page) -> None:
    """A sheet names the address of its page, and at its foot the site, the stand and its number."""
    visit(paper, "acties/a-0003")
    paper.evaluate("dispatchEvent(new Event('beforeprint'))")
    expect(paper.locator(".druk-adres")).to_have_text(paper.url)
    style = paper.request.get(paper.url.partition("/intern/")[0] + "/intern/assets/circulair.css")
    assert "Stand per 1 oktober 2026" in style.text()
    assert "counter(pages)" in style.text()


def test_filtered_list_names_its_filter_on_paper(paper: Page) -> None:
    """Who prints a part of the actions prints which part it is."""
    visit(paper, "acties/index")
    expect(paper.locator(".filter")).to_be_hidden()
    paper.goto(paper.url + "?fase=borging")
    expect(paper.locator(".filter-keuze")).to_have_text("Fase: Borging")
    expect(paper.locator(".filter-keuze")).to_be_visible()
    expect(paper.locator(".filter-stand")).to_be_visible()


def test_heads_of_a_long_table_stand_on_each_sheet(paper: Page) -> None:
    """Who turns the sheet still reads what each column is."""
    visit(paper, "acties/index")
    head = paper.locator("#actielijst thead")
    assert head.evaluate("head => getComputedStyle(head).display") == "table-header-group"
    assert head.evaluate("head => getComputedStyle(head).breakInside") == "avoid"
    # A button that has a box of its own keeps Chromium from repeating the head it is in.
    button = head.locator("button").first
    assert button.evaluate("button => getComputedStyle(button).display") == "contents"
