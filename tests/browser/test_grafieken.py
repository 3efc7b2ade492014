"""Charts: the picture stands in the page, and the live chart comes when a reader asks for it."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.kijker import find_browser, serve_folder
from tests.conftest import MINIGEMEENTE
from tests.programmes import build
from tests.servers import serve

PAGINA = "indicatoren/restafval_inw.html"
CHARTS = re.compile(r"plotly|grafiek\.js|/figuren/")
LIJN = ".scatterlayer path.js-line"
WATCH = """
globalThis.breuken = [];
addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) =>
  breuken.push(`${violatedDirective} ${blockedURI}`), true);
"""
FOCUSABLE = "a[href], button, input, select, textarea, [tabindex]:not([tabindex='-1'])"
# Of every word in the pictures that are shown: its size on the screen, and whether it is cut off.
WORDS = """() => [...document.querySelectorAll(".figuur-beeld > svg")]
  .filter((svg) => svg.checkVisibility()).flatMap((svg) => {
    const box = svg.getBoundingClientRect();
    const scale = box.width / svg.viewBox.baseVal.width;
    return [...svg.querySelectorAll("text")].map((text) => {
      const own = text.getBoundingClientRect();
      const cut = own.left < box.left - 1 || own.right > box.right + 1
        || own.top < box.top - 1 || own.bottom > box.bottom + 1;
      return [text.textContent, parseFloat(getComputedStyle(text).fontSize) * scale, cut];
    });
  })"""


PLACES = """() => [...document.querySelectorAll("figure[data-figuur], h2")]
  .map((found) => found.getBoundingClientRect().top + scrollY)"""


@pytest.fixture(scope="module")
def drawn(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small site with its pictures drawn when it was built."""
    find_browser()
    root = tmp_path_factory.mktemp("beelden") / "proefdorp"
    shutil.copytree(MINIGEMEENTE, root, ignore=shutil.ignore_patterns(".build"))
    site = build(root, beelden=True) / "publiek"
    assert "beeld-smal" in (site / PAGINA).read_text(encoding="utf-8"), "niets getekend"
    return site


@pytest.fixture(scope="module")
def home(drawn: Path) -> Iterator[str]:
    """Its address."""
    with serve_folder(drawn) as address:
        yield address


@pytest.fixture
def undrawn(tmp_path: Path) -> Iterator[str]:
    """The address of the same site, built where there was no browser."""
    root = tmp_path / "proefdorp"
    shutil.copytree(MINIGEMEENTE, root, ignore=shutil.ignore_patterns(".build"))
    with serve_folder(build(root) / "publiek") as address:
        yield address


@pytest.fixture
def asked(page: Page) -> list[str]:
    """What the page asks for."""
    found: list[str] = []
    page.on("request", lambda request: found.append(request.url))
    return found


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A new page that fails the test on a script error."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    opened = context.new_page()
    wrong: list[str] = []
    opened.on("pageerror", lambda error: wrong.append(str(error)))
    yield opened
    context.close()
    assert wrong == []


def find_button(page: Page) -> Locator:
    """What makes the first chart of a page live."""
    return page.get_by_role("button", name="Bekijk interactief").first


def go_live(page: Page, address: str) -> Locator:
    """Open a page and ask for its live chart; give its lines."""
    page.goto(address)
    find_button(page).click()
    lines = page.locator(f".figuur-levend {LIJN}")
    lines.first.wait_for(state="attached")
    return lines


def read_colour(page: Page, role: str) -> str:
    """A colour of the palette in use, as a browser gives colours back."""
    found = str(
        page.evaluate("r => getComputedStyle(document.body).getPropertyValue(`--${r}`)", role)
    ).strip()
    return f"rgb({', '.join(str(int(found[at : at + 2], 16)) for at in (1, 3, 5))})"


@pytest.mark.parametrize(("width", "form"), [(1280, "breed"), (375, "smal")])
def test_picture_is_there_without_script(
    browser: Browser, home: str, width: int, form: str
) -> None:
    """Without JavaScript every chart is seen, in the form that fits the screen."""
    viewport = {"width": width, "height": 900}
    context = browser.new_context(java_script_enabled=False, viewport=viewport)  # type: ignore[arg-type]
    page = context.new_page()
    page.goto(f"{home}/nulmeting/grondstofstromen.html")
    figures = page.locator("figure[data-figuur]").count()
    assert figures > 3
    expect(page.locator(".figuur-beeld > svg:visible")).to_have_count(figures)
    expect(page.locator(f".figuur-beeld > .beeld-{form}:visible")).to_have_count(figures)
    expect(page.locator(".figuur-knop")).to_have_count(0)
    context.close()


def test_page_with_pictures_asks_for_no_charts(page: Page, home: str, asked: list[str]) -> None:
    """Who only reads loads nothing for the charts, also after scrolling to the end."""
    page.goto(f"{home}/nulmeting/grondstofstromen.html")
    for figure in page.locator("figure[data-figuur]").all():
        figure.scroll_into_view_if_needed()
    page.wait_for_load_state("networkidle")
    assert [url for url in asked if CHARTS.search(url)] == []


def test_chart_goes_live_and_back_by_keyboard(page: Page, home: str, asked: list[str]) -> None:
    """One button turns the live chart on and off, and keeps the focus."""
    page.goto(f"{home}/{PAGINA}")
    button, picture = find_button(page), page.locator(".beeld-breed").first
    expect(button).to_have_attribute("aria-pressed", "false")
    button.press("Enter")
    expect(button).to_have_attribute("aria-pressed", "true")
    page.locator(f".figuur-levend {LIJN}").first.wait_for(state="attached")
    expect(picture).to_be_hidden()
    expect(button).to_be_focused()
    assert len([url for url in asked if CHARTS.search(url)]) == 3
    button.press("Enter")
    expect(button).to_have_attribute("aria-pressed", "false")
    expect(page.locator(".figuur-levend")).to_have_count(0)
    expect(picture).to_be_visible()
    expect(button).to_be_focused()


@pytest.mark.parametrize("width", [1280, 360])
def test_nothing_moves_when_a_chart_goes_live(page: Page, home: str, width: int) -> None:
    """The live chart takes the place of its picture, as high and as wide."""
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(f"{home}/{PAGINA}")
    before = page.evaluate(PLACES)
    find_button(page).click()
    page.locator(f".figuur-levend {LIJN}").first.wait_for(state="attached")
    assert page.evaluate(PLACES) == pytest.approx(before, abs=1.5)


def test_live_chart_follows_the_palette(page: Page, home: str) -> None:
    """Who switches to dark sees the lines in the colours of dark."""
    page.emulate_media(color_scheme="light")
    line = go_live(page, f"{home}/{PAGINA}").last
    light = read_colour(page, "kleur-hoofd")
    expect(line).to_have_css("stroke", light)
    page.evaluate("document.body.setAttribute('data-md-color-scheme', 'slate')")
    dark = read_colour(page, "kleur-hoofd")
    assert dark != light
    expect(page.locator(f".figuur-levend {LIJN}").last).to_have_css("stroke", dark)


def test_picture_follows_the_palette(page: Page, home: str) -> None:
    """The picture itself has the colours of the palette in use."""
    page.goto(f"{home}/{PAGINA}")
    line = page.locator(".beeld-breed [stroke='var(--kleur-hoofd)']").first
    for scheme in ("default", "slate"):
        page.evaluate("s => document.body.setAttribute('data-md-color-scheme', s)", scheme)
        expect(line).to_have_css("stroke", read_colour(page, "kleur-hoofd"))


def test_live_chart_follows_the_width(page: Page, home: str) -> None:
    """A chart on a phone that is turned takes the form for that width."""
    go_live(page, f"{home}/{PAGINA}")
    for width in (360, 1280):
        page.set_viewport_size({"width": width, "height": 900})
        layer = page.locator(".figuur-levend").first
        expect(layer.locator("svg.main-svg").first).to_have_attribute(
            "width", str(layer.evaluate("layer => layer.clientWidth"))
        )


def test_live_chart_has_no_tab_stop(page: Page, home: str) -> None:
    """Nothing in a chart takes the focus, and a screen reader gets the table instead."""
    go_live(page, f"{home}/{PAGINA}")
    slot = page.locator(".figuur-beeld").first
    expect(slot).to_have_attribute("aria-hidden", "true")
    expect(slot.locator(FOCUSABLE)).to_have_count(0)


def test_paper_shows_the_picture_in_light_colours(page: Page, home: str) -> None:
    """In print, also from a dark screen with a live chart, stands the picture in dark on white."""
    page.emulate_media(color_scheme="light")
    page.goto(f"{home}/{PAGINA}")
    light = read_colour(page, "kleur-1")
    page.emulate_media(color_scheme="dark")
    go_live(page, f"{home}/{PAGINA}")
    page.emulate_media(media="print", color_scheme="dark")
    expect(page.locator(".beeld-breed").first).to_be_visible()
    expect(page.locator(".figuur-levend")).to_be_hidden()
    expect(page.locator(".figuur-knop")).to_be_hidden()
    assert read_colour(page, "kleur-1") == light


def test_live_chart_keeps_to_the_policy(browser: Browser, drawn: Path) -> None:
    """Under the policy of the site itself nothing of a picture or a live chart is refused."""
    with serve(drawn, "/circulair") as address:
        context = browser.new_context()
        context.add_init_script(WATCH)
        page = context.new_page()
        go_live(page, f"{address}/{PAGINA}")
        page.locator(f".figuur-levend {LIJN}").first.hover(force=True)
        assert page.evaluate("breuken") == []
        context.close()


@pytest.mark.parametrize("width", [320, 375, 768, 1280])
def test_words_of_pictures_are_whole_and_large_enough(page: Page, home: str, width: int) -> None:
    """No label of a picture is cut off or smaller than 11 pixels, on a phone either."""
    page.set_viewport_size({"width": width, "height": 900})
    for pad in ("nulmeting/grondstofstromen", "nulmeting/inkoop", "challenge", "acties/planning"):
        page.goto(f"{home}/{pad}.html")
        words = page.evaluate(WORDS)
        assert words, pad
        assert [word for word, _, is_cut in words if is_cut] == [], pad
        assert [word for word, size, _ in words if size < 10.95] == [], pad


def test_failed_chart_gives_the_picture_back(page: Page, home: str) -> None:
    """Where the chart cannot be loaded the picture stays, and the table opens."""
    page.route("**/plotly*.js", lambda route: route.abort())
    page.goto(f"{home}/{PAGINA}")
    find_button(page).click()
    expect(page.locator("details.figuur-tabel").first).to_have_attribute("open", "")
    expect(find_button(page)).to_have_attribute("aria-pressed", "false")
    expect(page.locator(".figuur-beeld > svg:visible")).not_to_have_count(0)


def test_empty_slot_is_drawn_when_it_comes_into_view(page: Page, undrawn: str) -> None:
    """Where no browser drew the pictures, that of the reader does so when they are near."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.set_viewport_size({"width": 1280, "height": 300})
    page.goto(f"{undrawn}/nulmeting/grondstofstromen.html")
    page.wait_for_load_state("networkidle")
    assert [url for url in asked if "/figuren/stromen-bestemming" in url] == []
    last = page.locator("figure[data-figuur='stromen-bestemming']")
    last.scroll_into_view_if_needed()
    last.locator(".figuur-levend .barlayer path").first.wait_for(state="attached")
    expect(page.locator(".figuur-knop")).to_have_count(0)
