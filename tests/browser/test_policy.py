"""The site in a browser under its own policy: nothing is blocked, and nothing goes elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, Request, Response, expect

from generator.model.paginas import PAGINAS
from tests.programmes import build, copy_programme
from tests.servers import serve

SUBPAD = "/circulair"
WATCH = """
globalThis.breuken = [];
addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI, sample }) =>
  breuken.push(`${violatedDirective} ${blockedURI} ${sample}`), true);
"""
# Not `wait_for_function`: it needs the eval that the policy forbids.
WAIT = """async (n) => {
  const end = performance.now() + 5000;
  while (breuken.length < n && performance.now() < end) await new Promise(requestAnimationFrame);
}"""
KEPT = "[...Object.keys(localStorage), ...Object.keys(sessionStorage)]"


@dataclass
class Visit:
    """A reader with a clean browser, and everything that went wrong on the way."""

    home: str
    context: BrowserContext
    page: Page
    wrong: list[str] = field(default_factory=list)

    def watch(self) -> None:
        """Note errors, and requests to elsewhere or without an answer."""
        self.context.add_init_script(WATCH)
        origin = self.home.removesuffix(SUBPAD) + "/"

        def note_request(request: Request) -> None:
            if not request.url.startswith((origin, "data:", "blob:")):
                self.wrong.append(f"naar buiten: {request.url}")

        def note_response(response: Response) -> None:
            if response.status >= 400 and not response.request.is_navigation_request():
                self.wrong.append(f"{response.status}: {response.url}")

        self.context.on("request", note_request)
        self.context.on("response", note_response)
        self.page.on("pageerror", lambda error: self.wrong.append(f"fout: {error}"))
        self.page.on(
            "console",
            lambda said: (
                self.wrong.append(f"console: {said.text}")
                if said.type == "error" and said.location["url"] != self.page.url
                else None
            ),
        )

    def open(self, pad: str) -> None:
        """Go to a page, look at all of it, and take note of what its policy refused."""
        self.page.goto(f"{self.home}/{pad}")
        figures = self.page.locator("figure[data-figuur]:visible")
        for figure in figures.all():
            figure.scroll_into_view_if_needed()
        expect(figures.locator(".figuur-beeld:empty:not([hidden])")).to_have_count(0)

    def search(self, word: str) -> Locator:
        """Type a word, and give the place of the first result."""
        field = self.page.locator(".zoek-veld")
        field.fill("")
        field.press_sequentially(word)
        # A slow machine asks for half words first, whose links go away again.
        status = self.page.locator(".zoek-stand")
        expect(status).to_contain_text(f"“{word}”", timeout=15_000)
        return self.page.locator(".zoek-treffer").first

    def close_page(self) -> None:
        """Gather what the page of now has noted."""
        pad = self.page.url.removeprefix(self.home)
        self.wrong += [f"{pad}: {said}" for said in self.page.evaluate("breuken")]
        kept = set(self.page.evaluate(KEPT)) - {"/.__palette"}
        self.wrong += [f"{pad}: bewaart {name}" for name in sorted(kept)]
        self.wrong += [f"{pad}: koekje {cookie}" for cookie in self.context.cookies()]


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The public edition for the root of a host, and both editions for a sub-path."""
    plain = copy_programme(tmp_path_factory.mktemp("wortel"))
    below = copy_programme(tmp_path_factory.mktemp("subpad"))
    with (below / "data" / "programma.yaml").open("a", encoding="utf-8") as file:
        file.write(f"site_url: https://www.voorbeeldstad.example{SUBPAD}/\n")
        file.write(f"intern_url: https://intranet.voorbeeldstad.example{SUBPAD}\n")
    both = build(below)
    return {
        "": build(plain, "--editie", "publiek"),
        SUBPAD: both / "publiek",
        "intern": both / "intern",
    }


@pytest.fixture
def visit(
    browser: Browser, sites: dict[str, Path], request: pytest.FixtureRequest
) -> Iterator[Visit]:
    """A visit to one of the sites; afterwards nothing may have gone wrong."""
    name = str(request.param)
    with serve(sites[name], "" if name == "" else SUBPAD) as home:
        context = browser.new_context()
        visit = Visit(home, context, context.new_page())
        visit.watch()
        visit.page.set_default_timeout(15_000)
        yield visit
        context.close()
    assert visit.wrong == []


in_both_places = pytest.mark.parametrize(
    "visit", ["", SUBPAD], indirect=True, ids=["wortel", "subpad"]
)
everywhere = pytest.mark.parametrize(
    "visit", ["", SUBPAD, "intern"], indirect=True, ids=["wortel", "subpad", "intern"]
)


def list_types(site: Path) -> list[str]:
    """Every page of which there is one, and of every folder the largest of the others."""
    single = {f"{pagina.pad}.html" for pagina in PAGINAS}
    pages = {
        path.relative_to(site).as_posix(): path.stat().st_size for path in site.rglob("*.html")
    }
    largest: dict[str, str] = {}
    for name in sorted(set(pages) - single, key=pages.__getitem__):
        largest[name.rpartition("/")[0]] = name
    return sorted({*(single & set(pages)), *largest.values()})


def test_every_type_of_page_is_visited(sites: dict[str, Path]) -> None:
    """The list of types is complete: every single page, and every folder of pages."""
    types = list_types(sites[""])
    assert {"index.html", "voortgang/index.html", "raad.html"} <= set(types)
    assert len(types) > 35
    folders = {path.parent for path in sites[""].rglob("*.html")}
    assert folders == {(sites[""] / name).parent for name in types}


@in_both_places
def test_no_page_breaks_its_policy(visit: Visit, sites: dict[str, Path]) -> None:
    """Every type of page shows everything, its charts too, without asking for more than it may."""
    site = sites["" if not visit.home.endswith(SUBPAD) else SUBPAD]
    for name in list_types(site):
        visit.open(name)
        visit.close_page()


@pytest.mark.parametrize("visit", ["intern"], indirect=True)
def test_no_page_of_the_intranet_breaks_its_policy(visit: Visit) -> None:
    """The intranet runs under the same policy, in a part of a host."""
    for pad in ("index", "acties/index", "acties/planning", "teams/openbare_ruimte", "kansenkaart",
                "voortgang/spreiding", "voortgang/kosten", "nulmeting/bewustzijn"):  # fmt: skip
        visit.open(f"{pad}.html")
        visit.close_page()


@everywhere
def test_reader_can_use_everything_under_the_policy(visit: Visit) -> None:
    """Search, charts in both palettes, filter, sorting and a table as a file: all of it works."""
    page = visit.page
    visit.open("indicatoren/restafval_inw.html")
    line = page.locator("figure .scatterlayer path.js-line").last
    light = line.get_attribute("style")
    page.get_by_role("button", name="Donkere weergave").click()
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    expect(line).not_to_have_attribute("style", str(light))
    visit.close_page()
    visit.open("acties/index.html")
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    page.locator("select[name=thema]").select_option("openbare_ruimte")
    page.locator("#actielijst thead th button").first.click()
    visit.search("stoeptegels")
    page.locator(".zoek-treffer[href*='acties/a-0001']").first.click()
    page.wait_for_url("**/acties/a-0001.html**")
    visit.close_page()


@pytest.mark.parametrize("visit", ["", "intern"], indirect=True)
def test_text_is_copied_under_the_policy(visit: Visit) -> None:
    """The button that copies a text works."""
    visit.context.grant_permissions(["clipboard-read", "clipboard-write"])
    visit.open("keuzehulp/bijeenkomst.html")
    button = visit.page.locator("[data-kopieer] button").first
    button.click()
    expect(button).to_have_text("Gekopieerd")
    visit.close_page()


@everywhere
def test_wrong_address_gives_a_whole_page(visit: Visit) -> None:
    """Whoever follows an old link gets a page with style, search and a way home, at any depth."""
    page = visit.page
    for pad in ("weg.html", "acties/a-9999.html", "een/heel/diep/adres"):
        answer = page.goto(f"{visit.home}/{pad}")
        assert answer is not None
        assert answer.status == 404
        expect(page.locator("h1")).to_have_text("Deze pagina bestaat niet (meer)")
        expect(page.locator("html.js")).to_have_count(1)  # Material's script has run
        assert page.evaluate("getComputedStyle(document.body).getPropertyValue('--kleur-hoofd')")
        chapters = page.locator("article li a[href$='.html']").evaluate_all(
            "links => links.map((link) => link.href)"
        )
        assert len(chapters) > 5
        assert all(page.request.get(address).ok for address in chapters)
        visit.close_page()
    visit.search("stoeptegels").wait_for(state="attached")
    visit.close_page()
    page.locator(".zoek-veld").press("Escape")
    page.locator("article a", has_text="beginpagina").click()
    page.wait_for_url(f"{visit.home}/index.html")
    visit.close_page()


@pytest.mark.parametrize("visit", [""], indirect=True)
def test_policy_is_enforced(visit: Visit) -> None:
    """What somebody managed to put in a page does not run, and loads nothing."""
    page = visit.page
    visit.open("index.html")
    page.evaluate(
        """() => {
          const script = document.createElement("script");
          script.textContent = "globalThis.geraakt = true";
          const link = document.createElement("a");
          link.href = "javascript:geraakt = true";
          const picture = Object.assign(new Image(), { src: "https://elders.example/x.png" });
          const style = document.createElement("p");
          style.innerHTML = '<b style="color: red" onclick="geraakt = true">x</b>';
          document.body.append(script, link, picture, style);
          link.click();
          style.firstChild.click();
        }"""
    )
    page.evaluate(WAIT, 5)
    found = {said.split()[0] for said in page.evaluate("breuken")}
    assert found == {"script-src-elem", "script-src-attr", "style-src-attr", "img-src"}
    assert page.evaluate("typeof geraakt") == "undefined"
    expected = [
        said for said in visit.wrong if "elders.example" in said or "Content Security" in said
    ]
    assert visit.wrong == expected
    visit.wrong.clear()
