"""The intranet edition without a network: from its zip on a disk, and in a part of an intranet.

One folder serves both; the same list is walked on either.
"""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from zipfile import ZipFile

import pytest
from playwright.sync_api import Browser, Page, Request, expect

from tests.programmes import build, copy_programme

ONDERDEEL = "afdelingen/circulair"


class _Quiet(SimpleHTTPRequestHandler):
    """A web server that keeps its log to itself."""

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@dataclass
class Plaats:
    """A place where the site can be opened: its address, and what a page there did wrong."""

    home: str
    wrong: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)

    def watch(self, page: Page) -> Page:
        """Note errors, and every request to elsewhere."""
        page.on("pageerror", lambda error: self.wrong.append(str(error)))
        page.on("console", lambda said: self._note_console(said.type, said.text))
        page.on("request", self._note_request)
        page.on("requestfailed", self._note_failure)
        return page

    def _note_console(self, kind: str, text: str) -> None:
        if kind in {"error", "warning"}:
            self.wrong.append(f"{kind}: {text}")

    def _note_failure(self, sent: Request) -> None:
        if sent.failure != "net::ERR_ABORTED":  # the reader went on before it came
            self.wrong.append(f"{sent.failure}: {sent.url}")

    def _note_request(self, sent: Request) -> None:
        self.asked.append(sent.url)
        if not sent.url.startswith((self.home, "about:srcdoc", "data:")):
            self.wrong.append(f"elders: {sent.url}")


@pytest.fixture(scope="session")
def intranet(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the intranet edition."""
    root = copy_programme(tmp_path_factory.mktemp("zonder"))
    return build(root, "--editie", "intern")


@pytest.fixture(scope="session")
def unpacked(intranet: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The zip, unpacked where an advisor would: a folder with spaces, accents and signs."""
    target = tmp_path_factory.mktemp("schijf") / "Mijn documenten" / "één & 100% #worker"
    with ZipFile(next((intranet / "offline").glob("*.zip"))) as archive:
        archive.extractall(target)
    (top,) = target.iterdir()
    return top


@pytest.fixture(scope="session")
def in_onderdeel(intranet: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the edition in a part of an intranet."""
    root = tmp_path_factory.mktemp("intranet")
    (root / ONDERDEEL).parent.mkdir(parents=True)
    (root / ONDERDEEL).symlink_to(intranet, target_is_directory=True)
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(root)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/{ONDERDEEL}"
    server.shutdown()
    server.server_close()


@pytest.fixture(params=["schijf", "onderdeel"])
def plaats(request: pytest.FixtureRequest) -> Plaats:
    """Where the site is opened."""
    if request.param == "schijf":
        return Plaats(request.getfixturevalue("unpacked").as_uri())
    return Plaats(str(request.getfixturevalue("in_onderdeel")))


@pytest.fixture
def page(browser: Browser, plaats: Plaats) -> Iterator[Page]:
    """A page that fails its test on an error or a request to elsewhere; on a disk, no network."""
    context = browser.new_context()
    context.set_offline(plaats.home.startswith("file:"))
    yield plaats.watch(context.new_page())
    context.close()
    assert plaats.wrong == []


def test_search_finds_a_word_and_opens_the_page(page: Page, plaats: Plaats) -> None:
    """Who types bureaustoel finds the questions about furniture, and can open them."""
    page.goto(f"{plaats.home}/acties/index.html")
    page.locator(".zoek-veld").click()
    page.locator(".zoek-veld").press_sequentially("bureaustoel")
    result = page.locator(".zoek-treffer[href*='keuzehulp/werkplek']").first
    result.click()
    expect(page).to_have_url(re.compile(re.escape(f"{plaats.home}/keuzehulp/werkplek.html")))
    expect(page.locator("h1")).to_be_visible()


def test_menu_leads_to_every_chapter(page: Page, plaats: Plaats) -> None:
    """Each tab of the menu opens a page of the site, from the page before it."""
    page.goto(f"{plaats.home}/index.html")
    tabs = page.locator(".md-tabs__link")
    names = tabs.all_inner_texts()
    assert len(names) > 5
    for number, name in enumerate(names):
        tabs.nth(number).click()
        expect(page.locator(".md-tabs__item--active")).to_have_text(name.strip())
        expect(page.locator("h1")).to_be_visible()


@pytest.mark.parametrize("pad", ["indicatoren/restafval_inw", "nulmeting/grondstofstromen"])
def test_chart_is_drawn(page: Page, plaats: Plaats, pad: str) -> None:
    """A chart comes from the site alone."""
    page.goto(f"{plaats.home}/{pad}.html")
    figure = page.locator("figure[data-figuur]").first
    figure.scroll_into_view_if_needed()
    expect(figure.locator("svg.main-svg").first).to_be_visible()


def test_filter_shows_what_it_filters(page: Page, plaats: Plaats) -> None:
    """Choosing a theme leaves the actions of that theme, and reset gives all of them back."""
    page.goto(f"{plaats.home}/acties/index.html")
    rows = page.locator("#actielijst tbody tr:visible")
    total = rows.count()
    page.locator("select[name=thema]").select_option("openbare_ruimte")
    wanted = page.locator("#actielijst tbody tr[data-thema~=openbare_ruimte]").count()
    assert 0 < wanted < total
    expect(rows).to_have_count(wanted)
    page.reload()
    page.locator("form.filter button[type=reset]").click()
    expect(rows).to_have_count(total)


def test_palette_is_kept_on_the_next_page(page: Page, plaats: Plaats) -> None:
    """Who chooses the dark view keeps it."""
    page.goto(f"{plaats.home}/index.html")
    page.get_by_role("button", name="Donkere weergave").click()
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    page.goto(f"{plaats.home}/teams/index.html")
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")


def test_text_is_copied(page: Page, plaats: Plaats) -> None:
    """The button that copies a text works, or is not there."""
    page.goto(f"{plaats.home}/keuzehulp/werkplek.html")
    button = page.locator("[data-kopieer] button")
    button.click()
    expect(button).to_have_text("Gekopieerd")


def test_link_to_what_is_folded_opens_it(page: Page, plaats: Plaats) -> None:
    """A link to an explanation on another page shows that explanation."""
    page.goto(f"{plaats.home}/acties/a-0003.html")
    link = page.locator("a[href$='#zo-wordt-de-voortgang-bepaald']").first
    address = str(link.evaluate("link => link.href"))
    page.goto(address)
    assert address.startswith(plaats.home)
    fold = page.locator("#zo-wordt-de-voortgang-bepaald")
    expect(fold).to_have_attribute("open", "")
    expect(fold.locator("summary")).to_be_in_viewport()


def test_calendar_of_a_team_is_a_file_beside_its_page(page: Page, plaats: Plaats) -> None:
    """The calendar is downloaded from the same place as the page."""
    page.goto(f"{plaats.home}/teams/openbare_ruimte.html")
    links = page.locator("a[href$='.ics']")
    page.locator("summary", has_text="agenda").click()
    with page.expect_download() as loading:
        links.first.click()
    text = loading.value.path().read_text("utf-8")
    assert text.startswith("BEGIN:VCALENDAR")


def test_server_is_not_asked_for_what_only_a_disk_needs(
    browser: Browser, in_onderdeel: str
) -> None:
    """From a server the search index comes as data, once asked for by the page, and never twice."""
    plaats = Plaats(in_onderdeel)
    context = browser.new_context()
    page = plaats.watch(context.new_page())
    page.goto(f"{plaats.home}/index.html")
    page.locator(".zoek-veld").press_sequentially("bureaustoel")
    page.locator(".zoek-treffer").first.wait_for(state="attached")
    context.close()
    assert not [address for address in plaats.asked if address.endswith("search_index.js")]
    assert plaats.asked.count(f"{plaats.home}/search/search_index.json") == 1
