"""Passing a page on: its address is copied with one button, told aloud, and nothing needs it."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

KNOP = "Kopieer de link"


def _read_clipboard(page: Page) -> str:
    return str(page.evaluate("navigator.clipboard.readText()"))


@pytest.mark.parametrize(
    "pad", ["ambitie", "acties/a-0001", "teams/index", "indicatoren/index", "over/begrippen"]
)
def test_address_of_a_page_is_copied_by_keyboard(page: Page, served: str, pad: str) -> None:
    """Every page has a button that copies its address, and says that it did."""
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(f"{served}/{pad}.html")
    button = page.get_by_role("button", name=KNOP)
    button.press("Enter")
    expect(page.locator(".kopieer-stand")).to_have_text("De link is gekopieerd.")
    expect(page.locator(".kopieer-stand")).to_have_attribute("role", "status")
    assert _read_clipboard(page) == f"{served}/{pad}.html"


def test_copied_address_keeps_the_filter_and_drops_the_heading(page: Page, served: str) -> None:
    """Who passes a filtered list on, passes on what is seen: the filter, from the top."""
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(f"{served}/acties/index.html?fase=borging#__top")
    page.get_by_role("button", name=KNOP).click()
    expect(page.locator(".kopieer-stand")).not_to_be_empty()
    copied = urlsplit(_read_clipboard(page))
    assert copied.query == "fase=borging"
    assert copied.fragment == ""


def test_reader_is_told_when_copying_fails(page: Page, served: str) -> None:
    """Where a browser refuses, the page says where the address can be found."""
    page.add_init_script(
        "navigator.clipboard.writeText = () => Promise.reject(new Error('geweigerd'))"
    )
    page.goto(f"{served}/acties/a-0001.html")
    page.get_by_role("button", name=KNOP).click()
    expect(page.locator(".kopieer-stand")).to_contain_text("adresbalk")


def test_without_a_clipboard_there_is_no_button(page: Page, served: str) -> None:
    """A button that can do nothing is not there; the address stands in the browser."""
    page.add_init_script("delete Navigator.prototype.clipboard")
    page.goto(f"{served}/acties/a-0001.html")
    expect(page.locator("h1")).to_be_visible()
    expect(page.get_by_role("button", name=KNOP)).to_have_count(0)


def test_page_on_a_disk_has_no_link_to_pass_on(browser: Browser, tmp_path: Path) -> None:
    """The address of a file on somebody's disk is of no use to anybody else."""
    script = (files("site_theme") / "overrides" / "assets" / "circulair.js").read_text("utf-8")
    (tmp_path / "circulair.js").write_text(script, encoding="utf-8")
    page = tmp_path / "pagina.html"
    page.write_text(
        '<div class="md-content"><nav class="kruimels">Home</nav></div>'
        '<script src="circulair.js"></script>',
        encoding="utf-8",
    )
    context = browser.new_context()
    opened = context.new_page()
    opened.goto(page.as_uri())
    assert opened.evaluate("Boolean(navigator.clipboard)")
    expect(opened.get_by_role("button", name=KNOP)).to_have_count(0)
    context.close()
