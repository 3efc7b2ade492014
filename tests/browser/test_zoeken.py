"""Search as employees use it: everyday words, any form of them, by keyboard, heard and seen.

The index is fetched when it is first needed, and never before.
"""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.programmes import build, copy_programme

SMAL = {"width": 320, "height": 640}
INDEX = "search_index"
VORMEN = [
    ("bureaustoelen", "bureaustoel"),
    ("stoeptegels", "stoeptegel"),
    ("laptops", "laptop"),
    ("lunches", "lunch"),
    ("materialen", "materiaal"),
    ("vergaderingen", "vergadering"),
    ("bedrijven", "bedrijf"),
    ("huizen", "huis"),
    ("mogelijkheden", "mogelijkheid"),
    ("kansen", "kans"),
    ("industrieën", "industrie"),
    ("bomen", "boom"),
    ("bruggen", "brug"),
    ("gemeentes", "gemeenten"),
    ("grote", "groot"),
    ("groene", "groen"),
    ("stenen", "steen"),
    ("ideeën", "idee"),
    ("wagens", "wagen"),
    ("indicatoren", "indicator"),
    ("prijzen", "prijs"),
    ("balansen", "balans"),
    ("adressen", "adres"),
    ("processen", "proces"),
    ("acties", "actie"),
    ("collega's", "collega"),
]
"""Two forms of a word."""
ANDERS = [("kan", "kans"), ("men", "mens"), ("mes", "meest"), ("straat", "stad")]
"""Words that look alike and are not the same."""


class _Quiet(SimpleHTTPRequestHandler):
    """A web server that keeps its log to itself."""

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory, browser: Browser) -> Path:
    """The folder of the intranet edition."""
    del browser  # where there is none nothing need be built
    return build(copy_programme(tmp_path_factory.mktemp("zoeken")), "--editie", "intern")


@pytest.fixture(scope="module")
def intranet(site: Path) -> Iterator[str]:
    """The address of the intranet edition."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


class Zoek:
    """A reader at the search field of a page, who notes what the page fetches and does wrong."""

    def __init__(self, page: Page, home: str) -> None:
        """Watch `page`, which will show pages below `home`."""
        self.page, self.home = page, home
        self.wrong, self.asked = list[str](), list[str]()
        page.on("pageerror", lambda error: self.wrong.append(str(error)))
        page.on("console", lambda said: self._note(said.type, said.text))
        page.on("request", lambda sent: self.asked.append(sent.url))
        self.field = page.get_by_label("Zoek op deze site")
        self.status = page.locator("[data-zoek] [role=status]")
        self.links = page.locator("[data-zoek] ol a")

    def _note(self, kind: str, text: str) -> None:
        if kind in {"error", "warning"}:
            self.wrong.append(text)

    def open(self, pad: str = "index") -> None:
        """Go to a page."""
        self.page.goto(f"{self.home}/{pad}.html")

    def type(self, words: str) -> None:
        """Type a question letter by letter, and wait until its answer is told."""
        self.field.fill("")
        self.field.press_sequentially(words)
        expect(self.status).to_contain_text(f"“{words}”")

    def list_found(self) -> list[str]:
        """The pages that were found, the best first."""
        found = (str(link.get_attribute("href")) for link in self.links.all())
        return [address.removeprefix(f"{self.home}/").split(".html")[0] for address in found]

    def list_fetched(self) -> list[str]:
        """The files of search that were fetched."""
        names = [address.rpartition("/")[2] for address in self.asked]
        return [name for name in names if INDEX in name or "zoekmachine" in name]


@pytest.fixture
def zoek(browser: Browser, intranet: str) -> Iterator[Zoek]:
    """A reader on the intranet; afterwards nothing may have gone wrong."""
    context = browser.new_context()
    reader = Zoek(context.new_page(), intranet)
    yield reader
    context.close()
    assert reader.wrong == []


@pytest.fixture
def telefoon(browser: Browser, intranet: str) -> Iterator[Zoek]:
    """A reader with a small screen."""
    context = browser.new_context(viewport=SMAL)  # type: ignore[arg-type]
    reader = Zoek(context.new_page(), intranet)
    yield reader
    context.close()
    assert reader.wrong == []


def has_focus(place: Locator) -> bool:
    """Whether this is where the reader is."""
    return bool(place.evaluate("item => item === document.activeElement"))


def test_index_is_fetched_at_the_first_question_and_once(zoek: Zoek) -> None:
    """Who only reads fetches nothing for search; who asks twice fetches it once."""
    zoek.open("acties/index")
    zoek.field.click()
    zoek.page.wait_for_load_state("networkidle")
    assert zoek.list_fetched() == []
    zoek.type("lunch")
    zoek.type("laptop")
    assert sorted(zoek.list_fetched()) == ["search_index.json", "zoekmachine.js"]
    assert not [address for address in zoek.asked if "worker" in address or "lunr" in address]


@pytest.mark.parametrize(
    ("woord", "situatie"),
    [
        ("bureaustoel", "werkplek"),
        ("bureaustoelen", "werkplek"),
        ("lunch", "bijeenkomst"),
        ("lunches", "bijeenkomst"),
        ("vergaderen", "bijeenkomst"),
        ("stoeptegel", "straat_opnieuw"),
        ("laptop", "apparaat"),
        ("mag ik een nieuwe laptop", "apparaat"),
    ],
)
def test_everyday_word_gives_the_situation_among_the_first_three(
    zoek: Zoek, woord: str, situatie: str
) -> None:
    """An employee types what is on their mind, and the questions that go with it come first."""
    zoek.open()
    zoek.type(woord)
    assert f"keuzehulp/{situatie}" in zoek.list_found()[:3]


def test_every_form_of_a_word_finds_the_same(zoek: Zoek) -> None:
    """Singular or plural, with or without an e: it is the same question."""
    zoek.open()
    zoek.type("acties")
    forms = zoek.page.evaluate(
        "pairs => pairs.map((pair) => pair.map(circulairZoekmachine.fold))", VORMEN
    )
    assert [pair for pair in forms if pair[0] != pair[1]] == []


def test_words_that_look_alike_stay_apart(zoek: Zoek) -> None:
    """A chance (kans) is not what can be done (kan): they are two questions."""
    zoek.open()
    zoek.type("acties")
    forms = zoek.page.evaluate(
        "pairs => pairs.map((pair) => pair.map(circulairZoekmachine.fold))", ANDERS
    )
    assert [pair for pair in forms if pair[0] == pair[1]] == []


@pytest.mark.parametrize(
    ("meervoud", "enkelvoud"),
    [("stoeptegels", "stoeptegel"), ("materialen", "materiaal"), ("lunches", "lunch")],
)
def test_plural_lists_what_the_singular_lists(zoek: Zoek, meervoud: str, enkelvoud: str) -> None:
    """As many pages, the same one first."""
    zoek.open()
    zoek.type(enkelvoud)
    first, told = zoek.list_found()[0], zoek.status.inner_text()
    zoek.type(meervoud)
    assert zoek.list_found()[0] == first
    assert zoek.status.inner_text() == told.replace(enkelvoud, meervoud)


@pytest.mark.parametrize(
    ("synoniem", "begrip"),
    [("schaduwkosten", "MKI"), ("grijze container", "restafval"), ("tender", "aanbesteding")],
)
def test_synonym_finds_the_pages_that_use_the_word(zoek: Zoek, synoniem: str, begrip: str) -> None:
    """Who uses another word than the site does, finds what the site calls by its own word."""
    zoek.open()
    zoek.type(begrip)
    wanted = zoek.list_found()
    zoek.type(synoniem)
    found = zoek.list_found()
    assert len(set(wanted) & set(found)) > min(len(wanted), 20) / 2
    zoek.links.first.click()
    text = zoek.page.locator("main").inner_text().casefold()
    assert begrip.casefold() in text or synoniem in text


def test_number_of_an_action_finds_that_action(zoek: Zoek) -> None:
    """Who has a number from a report has the action behind it, before the pages that name it."""
    zoek.open()
    for number in ("A-0001", "a-0026"):
        zoek.type(number)
        assert zoek.list_found()[0] == f"acties/{number.lower()}"


def test_count_is_announced(zoek: Zoek) -> None:
    """A reader who hears the page is told how much was found, for what, and when it is nothing."""
    zoek.open()
    zoek.type("bureaustoel")
    count = zoek.links.count()
    assert zoek.status.inner_text() == f"{count} resultaten voor “bureaustoel”."
    zoek.type("xyzzy")
    assert zoek.status.inner_text() == "Geen resultaten voor “xyzzy”."
    assert zoek.links.count() == 0
    advice = zoek.page.locator(".zoek-raad")
    expect(advice).to_be_visible()
    expect(advice.get_by_role("link", name="Begrippen")).to_be_visible()


def test_words_that_never_meet_are_told(zoek: Zoek) -> None:
    """When no page holds all words, the reader hears that pages with some of them are shown."""
    zoek.open()
    zoek.type("bureaustoel xyzzy")
    expect(zoek.status).to_contain_text("Niet alle woorden staan samen op één pagina.")
    assert zoek.list_found()[0] == "keuzehulp/werkplek"


def test_many_results_come_in_portions(zoek: Zoek) -> None:
    """The number tells all of them; twenty are shown, and the next ones on request."""
    zoek.open()
    zoek.type("circulair")
    told = int(str(re.findall(r"\d+", zoek.status.inner_text())[0]))
    assert zoek.links.count() == 20 < told
    zoek.page.get_by_role("button", name="Toon meer").press("Enter")
    assert zoek.links.count() == min(told, 40)
    assert has_focus(zoek.links.nth(20))


def test_search_works_by_arrow_keys(zoek: Zoek) -> None:
    """Down goes into the list, up comes back, and Enter opens."""
    zoek.open()
    zoek.type("laptop")
    zoek.field.press("ArrowDown")
    assert has_focus(zoek.links.nth(0))
    zoek.page.keyboard.press("ArrowDown")
    assert has_focus(zoek.links.nth(1))
    zoek.page.keyboard.press("ArrowUp")
    zoek.page.keyboard.press("ArrowUp")
    assert has_focus(zoek.field)
    zoek.page.keyboard.press("Enter")
    expect(zoek.links.first).to_be_focused()
    zoek.page.keyboard.press("Enter")
    zoek.page.wait_for_url("**/keuzehulp/apparaat.html*")


def test_search_works_by_tab(zoek: Zoek) -> None:
    """Tab goes from the field through the list and out of it, and then the list is gone."""
    zoek.open()
    zoek.type("bureaustoel")
    zoek.page.keyboard.press("Tab")
    assert has_focus(zoek.page.get_by_role("button", name="Wis"))
    for number in range(zoek.links.count()):
        zoek.page.keyboard.press("Tab")
        assert has_focus(zoek.links.nth(number))
        expect(zoek.links.nth(number)).to_be_in_viewport()
    zoek.page.keyboard.press("Tab")
    expect(zoek.links).to_have_count(0)
    assert zoek.page.evaluate("document.activeElement !== document.body")


@pytest.mark.parametrize("depth", [0, 2])
def test_escape_closes_and_gives_the_field_back(zoek: Zoek, depth: int) -> None:
    """From the field or from a result: what was found goes, what was typed stays."""
    zoek.open()
    zoek.type("laptop")
    for _ in range(depth):
        zoek.page.keyboard.press("ArrowDown")
    zoek.page.keyboard.press("Escape")
    expect(zoek.links).to_have_count(0)
    assert has_focus(zoek.field)
    assert zoek.field.input_value() == "laptop"
    # And one key brings it back.
    zoek.page.keyboard.press("ArrowDown")
    expect(zoek.links.first).to_be_visible()


def test_nothing_is_covered_once_search_is_closed(zoek: Zoek) -> None:
    """Who closes search can click at once on what was below it."""
    zoek.open()
    zoek.type("laptop")
    box = zoek.links.first.bounding_box()
    assert box is not None
    zoek.page.keyboard.press("Escape")
    at = zoek.page.evaluate(
        "([x, y]) => !!document.elementFromPoint(x, y)?.closest('[data-zoek], label')",
        [box["x"] + 5, box["y"] + 5],
    )
    assert at is False


@pytest.mark.parametrize("letter", ["f", "s", "/", "p", "n", ",", "."])
def test_single_letter_does_nothing(zoek: Zoek, letter: str) -> None:
    """Who speaks to the computer, or misses a key, is not taken to search or to another page."""
    zoek.open("acties/index")
    zoek.page.keyboard.press(letter)
    zoek.page.wait_for_timeout(100)
    assert zoek.page.url.endswith("/acties/index.html")
    assert zoek.page.evaluate("document.activeElement === document.body")
    assert not zoek.page.locator("#__search").is_checked()


def test_phone_opens_a_panel_and_closes_it(telefoon: Zoek) -> None:
    """A button opens the field; Escape or Sluit closes it, and leads back to the button."""
    telefoon.open()
    expect(telefoon.field).to_be_hidden()
    opener = telefoon.page.get_by_role("button", name="Zoeken")
    opener.press("Enter")
    expect(opener).to_have_attribute("aria-expanded", "true")
    assert has_focus(telefoon.field)
    telefoon.type("bureaustoelen")
    assert telefoon.list_found()[0] == "keuzehulp/werkplek"
    assert telefoon.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    telefoon.page.keyboard.press("Escape")
    assert has_focus(telefoon.field)
    telefoon.page.keyboard.press("Escape")
    expect(telefoon.field).to_be_hidden()
    assert has_focus(opener)
    opener.press("Enter")
    expect(telefoon.links.first).to_be_visible()
    telefoon.page.get_by_role("button", name="Sluit").press("Enter")
    expect(telefoon.field).to_be_hidden()
    assert has_focus(opener)
    expect(opener).to_have_attribute("aria-expanded", "false")


def test_focus_is_visible_in_search(telefoon: Zoek) -> None:
    """Field, buttons and results show where the reader is."""
    telefoon.open()
    telefoon.page.get_by_role("button", name="Zoeken").press("Enter")
    telefoon.type("laptop")
    for _ in range(5):
        style = telefoon.page.evaluate(
            "(({ outlineStyle, outlineWidth }) => [outlineStyle, parseFloat(outlineWidth)])"
            "(getComputedStyle(document.activeElement))"
        )
        assert style[0] == "solid"
        assert style[1] >= 2
        telefoon.page.keyboard.press("Tab")


def test_stems_are_never_shown(zoek: Zoek) -> None:
    """What is shown of a page are its own words, whole."""
    zoek.open()
    zoek.type("materialen")
    for link in zoek.links.all()[:10]:
        for marked in link.locator("mark").all_inner_texts():
            assert re.search("materia(al|len)", marked.casefold()), marked
        assert not re.search(r"\bmaterial\b", link.inner_text().casefold())


def test_without_script_search_says_where_to_look(browser: Browser, intranet: str) -> None:
    """There is no field that does nothing, but a sentence with links to lists and words."""
    context = browser.new_context(java_script_enabled=False, viewport=SMAL)  # type: ignore[arg-type]
    page = context.new_page()
    page.goto(f"{intranet}/teams/index.html")
    expect(page.get_by_role("searchbox")).to_have_count(0)
    hint = page.locator(".zoek-zonder")
    expect(hint).to_be_visible()
    hint.get_by_role("link", name="Begrippen").click()
    expect(page.locator("h1")).to_contain_text("Begrippen")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    context.close()


def test_search_works_from_a_disk(browser: Browser, site: Path) -> None:
    """A page that was opened as a file finds the same, and opens it."""
    context = browser.new_context(offline=True)
    reader = Zoek(context.new_page(), site.as_uri())
    reader.open("acties/index")
    assert reader.list_fetched() == []
    reader.type("stoeptegels")
    assert "keuzehulp/straat_opnieuw" in reader.list_found()[:3]
    assert sorted(reader.list_fetched()) == ["search_index.js", "zoekmachine.js"]
    reader.links.first.press("Enter")
    reader.page.wait_for_url("**/keuzehulp/straat_opnieuw.html*")
    context.close()
    assert reader.wrong == []


def test_reader_is_told_when_search_cannot_load(zoek: Zoek) -> None:
    """When the index does not come the reader hears so, and the next question tries again."""
    zoek.page.route("**/search_index.json", lambda asked: asked.abort())
    zoek.open()
    zoek.field.press_sequentially("lunch")
    expect(zoek.status).to_contain_text("Zoeken lukt nu niet.")
    expect(zoek.page.locator(".zoek-raad")).to_be_visible()
    zoek.page.unroute("**/search_index.json")
    zoek.wrong.clear()  # the browser itself tells of what did not come
    zoek.type("laptop")
    assert zoek.list_found()[0] == "keuzehulp/apparaat"
