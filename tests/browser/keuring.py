"""The checks on a page in a browser; each gives a list of what is wrong, for a good and a bad page.

`keuring.js` holds what is read from the page itself.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from importlib.resources import files
from typing import Any, Final

from playwright.sync_api import Page

from tests.browser.kijker import STIL

AXE: Final = (files("axe_playwright_python") / "axe.min.js").read_text("utf-8")
REGELS: Final = {
    "runOnly": {
        "type": "tag",
        "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    },
    "rules": {"target-size": {"enabled": True}},
    "resultTypes": ["violations"],
}
AFSTAND: Final = (
    "* { line-height: 1.5 !important; letter-spacing: 0.12em !important;"
    " word-spacing: 0.16em !important } p { margin-bottom: 2em !important }"
)
"""The text spacing of WCAG 1.4.12."""

GRAFIEK: Final = ".figuur-beeld[aria-hidden=true] .js-plotly-plot"
"""The one part that is not judged: the inside of an opened chart, beside its table."""

FRAME: Final = "() => new Promise((done) => requestAnimationFrame(() => setTimeout(done)))"
"""Until the browser has shown what changed, and scripts that watch sizes have done their work."""

HALTES: Final = 1500
"""More stops than any page has."""


def open_pad(page: Page, address: str) -> None:
    """Go to a page that stands still."""
    page.goto(address)
    page.add_style_tag(content=STIL)


def read_axe_version(page: Page) -> str:
    """The version of axe that judges."""
    page.evaluate(AXE)
    return str(page.evaluate("axe.version"))


def find_axe(page: Page, *, without: str = "") -> list[str]:
    """What axe finds: the rule, the place and why."""
    page.evaluate(FRAME)
    if not page.evaluate("'axe' in globalThis"):
        page.evaluate(AXE)
    subject = {"exclude": [[without]]} if without else None
    found = page.evaluate("([what, how]) => axe.run(what || document, how)", [subject, REGELS])
    return [
        f"{rule['id']}: {' '.join(map(str, node['target']))} {_tell_why(node)}"
        for rule in found["violations"]
        for node in rule["nodes"]
    ]


def _tell_why(node: dict[str, Any]) -> str:
    checks = [*node["any"], *node["all"], *node["none"]]
    return f"({checks[0]['message']})" if checks else ""


def find_overflow(page: Page) -> list[str]:
    """Whether the page is wider than the window."""
    return list(page.evaluate("keuring.overflow()"))


def find_clipped(page: Page) -> list[str]:
    """Text that falls outside its box and cannot be scrolled to."""
    return list(page.evaluate("keuring.clipped()"))


def find_duplicates(page: Page) -> list[str]:
    """Ids that stand on the page more than once."""
    return list(page.evaluate("keuring.duplicates()"))


def find_disorder(page: Page) -> list[str]:
    """Elements that jump the queue of the Tab key."""
    return list(page.evaluate("keuring.ordered()"))


def find_bare_tables(page: Page) -> list[str]:
    """Tables without heads or a name."""
    return list(page.evaluate("keuring.tables()"))


def space_text(page: Page) -> None:
    """Give the text the spacing that a reader may need."""
    page.add_style_tag(content=AFSTAND)


def group(outcomes: Mapping[Any, Iterable[str]]) -> str:
    """Each problem on a line of its own, with how often it was seen and where first."""
    places: dict[str, list[Any]] = defaultdict(list)
    for place, problems in outcomes.items():
        for problem in problems:
            places[problem].append(place)
    return "".join(f"\n{len(seen)}x {problem} | {seen[0]}" for problem, seen in places.items())


@dataclass
class Gang:
    """A walk over a page with the Tab key: its stops, the links among them, and what is wrong."""

    haltes: list[int] = field(default_factory=list)
    links: set[str] = field(default_factory=set)
    fouten: list[str] = field(default_factory=list)


def walk_tabs(page: Page, *, key: str = "Tab", dig: bool = True) -> Gang:
    """Press a key until the walk is round; with `dig` Enter opens everything that is closed."""
    gang = Gang()
    away = 0
    for _ in range(HALTES):
        page.keyboard.press(key)
        halte = page.evaluate("keuring.stop()")
        if halte is None:
            away += 1
            if away > 1:
                break
            continue
        if halte["nummer"] in gang.haltes:
            break
        if away and gang.haltes:
            gang.fouten.append(f"{halte['naam']}: de focus was daarvoor even weg")
        away = 0
        gang.haltes.append(halte["nummer"])
        gang.links |= {halte["href"]} - {""}
        gang.fouten += halte["wrong"]
        if dig and halte["dicht"]:
            page.keyboard.press("Enter")
            page.evaluate(FRAME)
    else:
        gang.fouten.append(f"na {HALTES} keer {key} nog niet rond")
    return gang
