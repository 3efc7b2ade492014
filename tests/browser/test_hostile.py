"""A site full of hostile texts in a real browser: nothing runs, nothing leaves, all reads as typed.

The same texts as in `tests/hostile/test_everywhere.py`, which says what is covered; here every page
of an edition is opened, every chart drawn, and search asked. There is no policy in the way, so that
the escaper alone is what holds; one test looks at the site with its policy as well.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, Dialog, Page, Response

from generator.model.basis import Editie
from generator.pipeline import inspect
from generator.present.figures.basis import Figuur
from generator.present.tables import Tabel
from generator.publish.policy import compute_policy
from tests.conftest import MINIGEMEENTE
from tests.hostile.charts import CHARTS, TEKSTEN
from tests.hostile.filling import MARK
from tests.hostile.seen import find_unlike
from tests.hostile.sites import Twins, build_filled, build_twins
from tests.hostile.strings import HOSTILE

IN_VIEW = """window.IntersectionObserver = class {
  constructor(tell) { this.tell = tell; }
  observe(target) {
    queueMicrotask(() => this.tell([{ target, isIntersecting: true, intersectionRatio: 1,
      boundingClientRect: target.getBoundingClientRect() }], this));
  }
  unobserve() {}
  disconnect() {}
};"""
"""Every chart is in view at once."""
DRAWN = """() => [...document.querySelectorAll("figure[data-figuur] .figuur-beeld")]
  .every((slot) => slot.querySelector(".main-svg") && !slot.hidden)"""
SHAPE = """async (address) => {
  const page = new DOMParser().parseFromString(await (await fetch(address)).text(), "text/html");
  const known = (name, value) => name === "class" || name === "src" ? value : "";
  return [...page.querySelectorAll("*")].map((element) => element.localName + " " +
    [...element.attributes].map(({ name, value }) => `${name}=${known(name, value)}`).sort())
    .sort();
}"""
WORDS = """() => {
  const found = [["", document.title]];
  const walk = document.createTreeWalker(document.documentElement, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const parent = walk.currentNode.parentElement;
    if (!parent.closest("script, style, svg")) found.push(["", walk.currentNode.data]);
  }
  for (const element of document.querySelectorAll(":not(svg, svg *)")) {
    for (const { name, value } of element.attributes) found.push([name, value]);
  }
  return found.filter(([, text]) => /\\u00a7\\d+\\u00a7/.test(text));
}"""
ANSWERED = """() => {
  const asked = document.querySelector(".zoek-veld").value.trim();
  const told = document.querySelector(".zoek-stand").textContent;
  return asked.length < 2 || told.includes(`“${asked}”`);
}"""
LABELS = """() => [...document.querySelectorAll(".figuur-beeld svg text")]
  .map((text) => text.textContent)"""
HOVERED = """() => {
  const slot = document.querySelector(".figuur-beeld .js-plotly-plot"), found = [];
  const list = () => [...slot.querySelectorAll(".hoverlayer text")].map((text) => text.textContent);
  slot.data.forEach((trace, curveNumber) => {
    if (trace.type === "sankey" || trace.hoverinfo === "skip") return;
    for (const pointNumber of trace.y.keys()) {
      Plotly.Fx.hover(slot, [{ curveNumber, pointNumber }]);
      found.push(...list());
    }
  });
  return found;
}"""
OUTSIDE = """() => [...document.querySelectorAll(".figuur-beeld *")].filter((element) =>
  ["a", "image", "foreignObject", "script"].includes(element.localName) ||
  /elders|url\\((?!["']?#)/.test(element.getAttribute("style") ?? ""))
  .map((found) => found.outerHTML)"""

RESULT = {"li", "a", "span", "mark"}
"""What a result is made of."""
NARROW = {"gestapeld", "planning"}
"""Charts to look at on a phone, where names are cut in lines or have a short form."""
LABELS_OF = {"pareto": 9, "panelen": 40}
"""How many texts a chart shows that has no room for all."""


class Guard:
    """Notes whatever a page does that no page may do."""

    def __init__(self, page: Page, home: str) -> None:
        """Look at everything that `page` does from now on."""
        self.page, self.home, self.wrong = page, home, list[str]()
        self.server = "/".join(home.split("/")[:3])
        page.add_init_script(IN_VIEW)
        page.on("pageerror", lambda error: self.wrong.append(f"error: {error}"))
        page.on("dialog", self._note_dialog)
        page.on("popup", lambda opened: self.wrong.append(f"popup: {opened.url}"))
        page.on("request", lambda sent: self._note_address(sent.url))
        page.on("response", self._note_answer)
        page.on("console", lambda said: self._note_console(said.type, said.text))

    def _note_dialog(self, asked: Dialog) -> None:
        self.wrong.append(f"dialog: {asked.message}")
        asked.dismiss()

    def _note_address(self, address: str) -> None:
        if not address.startswith((self.server, f"blob:{self.server}", "data:")):
            self.wrong.append(f"request: {address}")

    def _note_answer(self, answer: Response) -> None:
        if answer.status >= 400:
            self.wrong.append(f"{answer.status}: {answer.url}")

    def _note_console(self, kind: str, text: str) -> None:
        if kind in {"error", "warning"}:
            self.wrong.append(f"console: {text}")

    def open(self, name: str) -> None:
        """Open a page and let it draw its charts; it must be that page, and have run nothing."""
        self.page.goto(f"{self.home}/{name}")
        self.page.wait_for_function(DRAWN)
        if self.page.evaluate("window.hacked !== undefined"):
            self.wrong.append("hacked")
        if self.page.url != f"{self.home}/{name}":
            self.wrong.append(f"went to {self.page.url}")
        self.wrong += [f"in a chart: {found}" for found in self.page.evaluate(OUTSIDE)]

    def ask(self, words: str) -> None:
        """Put words in the search field, and wait for the answer."""
        self.page.locator(".zoek-veld").fill(words)
        self.page.wait_for_function(ANSWERED)


class _Server(SimpleHTTPRequestHandler):
    """A web server that keeps its log to itself, and may send a policy."""

    policy = ""

    def log_message(self, *_: object) -> None:
        """Say nothing."""

    def end_headers(self) -> None:
        """Add the policy."""
        if self.policy:
            self.send_header("Content-Security-Policy", self.policy)
        super().end_headers()


type_serve = Callable[..., str]


@pytest.fixture(scope="module")
def serve() -> Iterator[type_serve]:
    """Serves folders until the last test has run."""
    servers: list[ThreadingHTTPServer] = []

    def start(folder: Path, policy: str = "") -> str:
        handler = type("Server", (_Server,), {"policy": policy})
        server = ThreadingHTTPServer(("127.0.0.1", 0), partial(handler, directory=str(folder)))
        threading.Thread(target=server.serve_forever, daemon=True).start()
        servers.append(server)
        return f"http://127.0.0.1:{server.server_port}"

    yield start
    for server in servers:
        server.shutdown()
        server.server_close()


@pytest.fixture(scope="module")
def twins(tmp_path_factory: pytest.TempPathFactory, browser: Browser) -> Twins:
    """The intranet edition of Proefdorp, with a hostile text in each place, and its twin."""
    del browser  # where there is none nothing need be built
    programma = inspect(MINIGEMEENTE).programma
    assert programma is not None
    folder = tmp_path_factory.mktemp("vijandig")
    return build_twins(programma, Editie.INTERN, folder, start=5)


@pytest.fixture
def guard(browser: Browser, twins: Twins, serve: type_serve) -> Iterator[Guard]:
    """A page that is watched."""
    context = browser.new_context()
    watched = Guard(context.new_page(), serve(twins.hostile.parents[1]) + "/hostile/site")
    yield watched
    context.close()


def list_pages(site: Path) -> list[str]:
    """The pages of a site, without the one for an address that does not exist."""
    found = (path.relative_to(site).as_posix() for path in site.rglob("*.html"))
    return sorted(name for name in found if name != "404.html")


def test_every_page_reads_as_typed_and_does_nothing(guard: Guard, twins: Twins) -> None:
    """Whoever opens the pages one by one sees words, in titles, menus, tables and attributes."""
    given = dict(enumerate(twins.texts.given))
    unlike, marks = list[str](), set[str]()
    for name in list_pages(twins.hostile):
        guard.open(name)
        for place, text in guard.page.evaluate(WORDS):
            marks.update(MARK.findall(text))
            unlike += [f"{name} {place}: {wrong}" for wrong in find_unlike(place, text, given)]
        hostile, harmless = (
            guard.page.evaluate(SHAPE, f"{guard.home.replace('hostile/site', kind)}/{name}")
            for kind in ("hostile/site", "harmless/site")
        )
        assert hostile == harmless, name
    assert guard.wrong == []
    assert unlike == []
    assert len(marks) > 300


@pytest.mark.parametrize("soort", CHARTS)
def test_every_label_of_every_chart_reads_as_typed(guard: Guard, soort: str) -> None:
    """A label is drawn letter by letter, also the words at the mouse and on a phone."""
    width = 375 if soort in NARROW else 1280
    made = Figuur("proef", "Proef", "Zin.", CHARTS[soort](), Tabel("proef", "Proef", (), ()))
    script = made.as_script().replace('"proef"', '"indicator-bewustzijn"', 1)
    guard.page.route("**/figuren/*.js", lambda asked: asked.fulfill(body=script))
    guard.page.set_viewport_size({"width": width, "height": 900})
    guard.open("indicatoren/bewustzijn.html")
    given = dict(enumerate(TEKSTEN))
    labels = [*guard.page.evaluate(LABELS), *guard.page.evaluate(HOVERED)]
    assert guard.wrong == []
    assert [wrong for text in labels for wrong in find_unlike("label", text, given)] == []
    shown = {int(number) for text in labels for number in MARK.findall(text)}
    assert set(range(LABELS_OF.get(soort, len(TEKSTEN)))) <= shown


def test_search_shows_what_was_typed(guard: Guard, twins: Twins) -> None:
    """Titles and pieces of text in the results are words, whatever they look like."""
    given = dict(enumerate(twins.texts.given))
    guard.open("index.html")
    shown = set[str]()
    for word in ("hacked", "elders", "script", "waarde", "klik"):
        guard.ask(word)
        names = guard.page.locator(".zoek-lijst :is(.zoek-titel, .zoek-plek)")
        shown.update(names.all_text_contents())
        inside = guard.page.evaluate(
            "() => [...document.querySelectorAll('.zoek-lijst *')].map((found) => "
            "found.localName + [...found.attributes].map(({ name }) => ' ' + name).join(''))"
        )
        assert {name.split()[0] for name in inside} <= RESULT, inside
        assert not [name for name in inside if " on" in name]
    assert guard.wrong == []
    assert [wrong for text in shown for wrong in find_unlike("", text, given)] == []
    assert len({number for text in shown for number in MARK.findall(text)}) > 10


def test_nothing_that_is_asked_runs(guard: Guard) -> None:
    """Whatever a reader types in the search field, or somebody puts in a link, is a question."""
    guard.open("index.html")
    for text in HOSTILE:
        guard.ask(" ".join(text.split()))
        assert guard.page.locator(".zoek-lijst :is(img, script, iframe, svg, a a)").count() == 0
    for text in (HOSTILE[13], HOSTILE[5], "%E0%A4%A", "javascript:hacked=1", "__proto__"):
        asked = quote(text, safe="%")
        for address in (f"?q={asked}", f"?h={asked}", f"?thema={asked}", f"#{asked}"):
            guard.page.goto(f"{guard.home}/acties/index.html{address}")
            assert guard.page.evaluate("window.hacked") is None
    guard.page.goto(f"{guard.home}/over/begrippen.html#%E0%A4%A")
    assert guard.wrong == []


def test_policy_has_nothing_to_refuse(browser: Browser, twins: Twins, serve: type_serve) -> None:
    """Under the strict policy of the site no hostile page asks for anything that it forbids."""
    context = browser.new_context()
    guard = Guard(context.new_page(), serve(twins.hostile, compute_policy(twins.hostile)))
    for name in list_pages(twins.hostile)[::6]:
        guard.open(name)
    context.close()
    assert guard.wrong == []


def test_title_is_never_mistaken_for_a_part_of_the_theme(
    browser: Browser, serve: type_serve, tmp_path: Path
) -> None:
    """A page that is called as a part of the theme works: search, charts and the menu."""
    programma = inspect(MINIGEMEENTE).programma
    assert programma is not None
    names = ["__config", "__search", "__drawer", "module"]
    acties = [
        actie.model_copy(update={"titel": name})
        for actie, name in zip(programma.acties, names, strict=True)
    ]
    changed = programma.model_copy(update={"acties": tuple(acties)})
    context = browser.new_context()
    guard = Guard(context.new_page(), serve(build_filled(changed, Editie.INTERN, tmp_path)))
    for actie in acties:
        guard.open(f"acties/{actie.id.lower()}.html")
        guard.ask("tegels")
        guard.page.locator(".zoek-treffer").first.wait_for(state="attached")
    context.close()
    assert guard.wrong == []


def test_script_that_runs_is_noticed(guard: Guard) -> None:
    """The guard itself works: it sees a script, a request to elsewhere and a page that moves."""
    head = "<script>hacked=1</script><img src=https://elders.example/x.png><img src=nergens.png>"
    guard.page.route(
        "**/index.html", lambda asked: asked.fulfill(body=head, content_type="text/html")
    )
    guard.page.route("https://elders.example/**", lambda asked: asked.abort())
    guard.open("index.html")
    found = "\n".join(guard.wrong)
    assert "hacked" in found
    assert "request: https://elders.example/x.png" in found
    assert "404" in found
    guard.wrong.clear()
