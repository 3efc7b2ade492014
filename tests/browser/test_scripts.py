"""The scripts of the site: charts are drawn, and a filter can be shared as a link."""

from __future__ import annotations

import re
from typing import Literal

import pytest
import yaml
from playwright.sync_api import Browser, Page, expect

from tests.programmes import ROOT


def count_indicatoren(key: str, value: str) -> int:
    """How many public indicators have this value, or have it in a list of values, by the files."""
    texts = [path.read_text("utf-8") for path in (ROOT / "data" / "indicatoren").glob("*.yaml")]
    found = [yaml.load(text, Loader=yaml.BaseLoader) for text in texts]
    shown = [item for item in found if item.get("zichtbaarheid") == "publiek"]
    return sum(value == item.get(key) or value in [*item.get(key, ())] for item in shown)


def count_acties(**wanted: str) -> int:
    """How many public actions have these values, by the files."""
    texts = [path.read_text("utf-8") for path in (ROOT / "data" / "acties").glob("*.yaml")]
    acties = [yaml.load(text, Loader=yaml.BaseLoader) for text in texts]
    wanted["zichtbaarheid"] = "publiek"
    return sum(all(actie.get(key) == value for key, value in wanted.items()) for actie in acties)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_opened_chart_has_the_colours_of_the_palette(
    page: Page, served: str, scheme: Literal["light", "dark"]
) -> None:
    """A reader who opens the line of an indicator sees it in the colours of the page."""
    page.emulate_media(color_scheme=scheme)
    page.goto(f"{served}/indicatoren/restafval_inw.html")
    page.locator(".figuur-knop").first.click()
    line = page.locator("figure .scatterlayer path.js-line").last
    line.wait_for(state="attached")
    colour = page.evaluate("getComputedStyle(document.body).getPropertyValue('--kleur-hoofd')")
    red, green, blue = (int(colour.strip()[at : at + 2], 16) for at in (1, 3, 5))
    assert f"rgb({red}, {green}, {blue})" in str(line.get_attribute("style"))


def test_address_of_a_filter_shows_what_it_filters(page: Page, served: str) -> None:
    """A link to the actions of one phase opens with only those."""
    page.goto(f"{served}/acties/index.html?fase=borging")
    rows = page.locator("#actielijst tbody tr:visible")
    expect(rows).to_have_count(count_acties(fase="borging"))
    total = count_acties()
    expect(page.locator("form.filter [role=status]")).to_have_text(
        f"{rows.count()} van {total} acties"
    )


def test_choosing_a_filter_changes_the_address_and_reset_clears_it(page: Page, served: str) -> None:
    """What a reader chooses stands in the address, so that it can be shared."""
    page.goto(f"{served}/acties/index.html")
    page.locator("select[name=thema]").select_option("openbare_ruimte")
    page.locator("select[name=status]").select_option("in_uitvoering")
    rows = page.locator("#actielijst tbody tr:visible")
    expect(rows).to_have_count(count_acties(thema="openbare_ruimte", actiestatus="in_uitvoering"))
    expect(page).to_have_url(re.compile(r"\?thema=openbare_ruimte&status=in_uitvoering$"))
    page.reload()
    expect(page.locator("select[name=thema]")).to_have_value("openbare_ruimte")
    page.locator("form.filter button[type=reset]").click()
    expect(rows).to_have_count(count_acties())
    expect(page).to_have_url(re.compile(r"index\.html$"))


def test_unknown_value_in_the_address_filters_nothing(page: Page, served: str) -> None:
    """An old or mistyped link shows everything."""
    page.goto(f"{served}/acties/index.html?thema=bestaat_niet&kleur=rood")
    expect(page.locator("#actielijst tbody tr:visible")).to_have_count(count_acties())


@pytest.mark.parametrize("editie", ["publiek", "intern"])
def test_filter_on_the_light_shows_what_that_light_has(
    page: Page, served: str, editie: str
) -> None:
    """Who asks for the actions that need steering gets all of them and no other."""
    page.goto(f"{served.removesuffix('publiek')}{editie}/acties/index.html")
    table = page.locator("#actielijst tbody")
    warned = table.locator("tr", has=page.locator(".oordeel", has_text="Bijsturen nodig"))
    expected = warned.count()
    assert expected
    page.locator("select[name=voortgang]").select_option(label="Bijsturen nodig")
    expect(table.locator("tr:visible")).to_have_count(expected)
    expect(warned.locator("visible=true")).to_have_count(expected)
    expect(page).to_have_url(re.compile(r"\?voortgang=bijsturen$"))


@pytest.mark.parametrize(
    ("naam", "veld", "waarde"),
    [("thema", "themas", "openbare_ruimte"), ("schaal", "schaal", "eigen_organisatie")],
)
def test_filter_of_indicators_shows_what_it_filters(
    page: Page, served: str, naam: str, veld: str, waarde: str
) -> None:
    """An indicator that belongs to more themes is found at each of them."""
    page.goto(f"{served}/indicatoren/index.html")
    rows = page.locator("#indicatorlijst tbody tr:visible")
    total = rows.count()
    page.locator(f"select[name={naam}]").select_option(waarde)
    expected = count_indicatoren(veld, waarde)
    assert 0 < expected < total
    expect(rows).to_have_count(expected)
    expect(page.locator("form.filter [role=status]")).to_have_text(
        f"{expected} van {total} indicatoren"
    )


def test_filter_on_the_verdict_shows_what_that_verdict_has(page: Page, served: str) -> None:
    """A link to the indicators with one verdict opens with all of those and no other."""
    page.goto(f"{served}/indicatoren/index.html")
    table = page.locator("#indicatorlijst tbody")
    found = table.locator("tr", has=page.locator(".oordeel", has_text="Te weinig vooruitgang"))
    expected = found.count()
    assert expected
    page.goto(f"{served}/indicatoren/index.html?oordeel=beperkte_voortgang")
    expect(table.locator("tr:visible")).to_have_count(expected)
    expect(found.locator("visible=true")).to_have_count(expected)


def test_column_is_sorted_by_keyboard(page: Page, served: str) -> None:
    """Sorting needs no mouse, and says which way it went."""
    page.goto(f"{served}/acties/index.html")
    button = page.locator("#actielijst thead th button").first
    button.press("Enter")
    button.press("Enter")
    expect(page.locator("#actielijst thead th").first).to_have_attribute("aria-sort", "descending")
    first = page.locator("#actielijst tbody tr .nummer").first
    expect(first).to_have_text("A-0036")


def test_overview_is_complete_without_script(browser: Browser, served: str) -> None:
    """Without JavaScript every action is there, and no filter that would not work."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{served}/acties/index.html")
    expect(page.locator("#actielijst tbody tr:visible")).to_have_count(count_acties())
    expect(page.locator("form[data-filter]")).to_be_hidden()
    context.close()


def test_everyday_word_is_found_by_search(page: Page, served: str) -> None:
    """Who types stoeptegel finds the action about paving stones."""
    page.goto(f"{served}/index.html")
    page.locator(".zoek-veld").press_sequentially("stoeptegels")
    result = page.locator(".zoek-treffer").first
    result.wait_for(state="attached")
    assert "a-0001" in str(result.get_attribute("href"))
