"""Daily work in a browser: found by everyday words, copied, and printed on one sheet."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.programmes import ROOT

SITUATIES = sorted(path.stem for path in (ROOT / "data" / "keuzehulp").glob("*.yaml"))


@pytest.fixture
def intranet(served: str) -> str:
    """The address of the intranet edition, beside the public one."""
    return served.removesuffix("publiek") + "intern"


@pytest.mark.parametrize(
    ("woord", "situatie"),
    [
        ("bureaustoel", "werkplek"),
        ("lunch", "bijeenkomst"),
        ("stoeptegel", "straat_opnieuw"),
        ("laptop", "apparaat"),
    ],
)
def test_everyday_word_finds_the_situation(
    page: Page, intranet: str, woord: str, situatie: str
) -> None:
    """Who types a word of every day finds the questions that go with it, near the top."""
    page.goto(f"{intranet}/index.html")
    page.locator(".zoek-veld").press_sequentially(woord)
    results = page.locator(".zoek-treffer")
    results.first.wait_for(state="attached")
    top = [str(item.get_attribute("href")) for item in results.all()[:3]]
    assert any(f"keuzehulp/{situatie}.html" in address for address in top), top


def _count_sheets(page: Page, address: str) -> int:
    page.goto(address)
    printed = page.pdf(prefer_css_page_size=True)
    return len(re.findall(rb"/Type\s*/Page\b", printed))


@pytest.mark.parametrize("editie", ["intern", "publiek"])
def test_summary_is_one_sheet_of_paper(page: Page, intranet: str, served: str, editie: str) -> None:
    """College and council get the programme on one A4."""
    root = intranet if editie == "intern" else served
    assert _count_sheets(page, f"{root}/samenvatting.html") == 1


def test_sheets_are_counted(page: Page, served: str) -> None:
    """The count itself works: the page of all actions does not fit on one sheet."""
    assert _count_sheets(page, f"{served}/acties/index.html") > 1


@pytest.mark.parametrize("situatie", SITUATIES)
def test_situation_is_a_checklist_of_one_sheet(page: Page, intranet: str, situatie: str) -> None:
    """Who takes the questions along needs one sheet of paper."""
    assert _count_sheets(page, f"{intranet}/keuzehulp/{situatie}.html") == 1


def test_explanation_is_copied_without_the_button(page: Page, intranet: str) -> None:
    """The copied text is what colleagues may read, and the button says that it worked."""
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(f"{intranet}/keuzehulp/werkplek.html")
    block = page.locator("[data-kopieer]")
    text = block.locator("p").inner_text()
    button = block.locator("button")
    button.press("Enter")
    expect(button).to_have_text("Gekopieerd")
    assert page.evaluate("navigator.clipboard.readText()") == text


def test_list_of_a_team_is_copied_line_by_line(page: Page, intranet: str) -> None:
    """The text for a mail is folded away, and copied as it will be pasted: a line is a line."""
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(f"{intranet}/teams/openbare_ruimte.html")
    block = page.locator(".mailtekst[data-kopieer]")
    expect(block).to_be_hidden()
    page.locator("summary", has_text="Tekst voor in een mail").click()
    lines = [text.strip() for text in block.locator("pre > span").all_inner_texts()]
    assert any(line.startswith("- ") for line in lines)
    button = block.locator("button")
    button.click()
    expect(button).to_have_text("Gekopieerd")
    copied = str(page.evaluate("navigator.clipboard.readText()"))
    assert [line.strip() for line in copied.splitlines()] == lines


@pytest.mark.parametrize("pad", ["acties/index", "acties/planning", "teams/openbare_ruimte"])
def test_page_fits_a_phone(page: Page, intranet: str, pad: str) -> None:
    """Nobody has to move a page sideways to read it."""
    page.set_viewport_size({"width": 375, "height": 800})
    page.goto(f"{intranet}/{pad}.html")
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0


def test_situation_is_complete_without_script(page: Page, intranet: str) -> None:
    """Without a clipboard there is no button, and the text can still be selected."""
    page.add_init_script("delete Navigator.prototype.clipboard")
    page.goto(f"{intranet}/keuzehulp/werkplek.html")
    expect(page.locator("[data-kopieer] p")).to_be_visible()
    expect(page.locator("[data-kopieer] button")).to_have_count(0)
