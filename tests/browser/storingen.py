"""Faults put into copies of built pages, to see that the checks of the gate find them."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple

from playwright.sync_api import Page, Route

from tests.browser.keuring import (
    find_axe,
    find_bare_tables,
    find_clipped,
    find_disorder,
    find_duplicates,
    find_overflow,
    open_pad,
    space_text,
    walk_tabs,
)
from tests.browser.kijker import look


class Storing(NamedTuple):
    """A fault: the page it is put in, what is replaced by what, and the check that must see it."""

    pad: str
    oud: str
    nieuw: str
    check: Callable[[Page], list[str]]
    melding: str


def _in_text(more: str) -> tuple[str, str]:
    """Something more in front of the first paragraph of the page itself."""
    return r"(<article\b.*?)(<p[ >])", rf"\g<1>{more}\g<2>"


def _in_style(rules: str) -> tuple[str, str]:
    """Something more in the style of the page."""
    return "</head>", f"<style>{rules}</style></head>"


def _walk(page: Page) -> list[str]:
    return walk_tabs(page).fouten


def _judge_open(page: Page) -> list[str]:
    page.evaluate("keuring.openAll()")
    return find_axe(page)


def _judge_spaced(page: Page) -> list[str]:
    space_text(page)
    return find_clipped(page)


STORINGEN: Mapping[str, Storing] = {
    "een plaatje zonder beschrijving": Storing(
        "profiel", *_in_text('<img src="assets/beeldmerk.svg" width="40">'), find_axe, "image-alt"
    ),
    "tekst die te licht is": Storing(
        "raad", *_in_style("article p { color: #aaa !important }"), find_axe, "color-contrast"
    ),
    "een keuzelijst zonder naam": Storing(
        "acties/index", r"<label>([^<]*)(<select.*?</select>)</label>", r"\2",
        _judge_open, "select-name",
    ),
    "een pagina zonder taal": Storing("raad", ' lang="nl"', "", find_axe, "html-has-lang"),
    "een pagina zonder titel": Storing(
        "raad", "<h1[ >].*?</h1>", "", find_axe, "page-has-heading-one"
    ),
    "een lege link": Storing("raad", *_in_text('<a href="index.html"></a>'), find_axe, "link-name"),
    "een knop die te klein is": Storing(
        "raad",
        *_in_text('<div><button class="k">x</button><button class="k">y</button></div>'
                  "<style>.k { width: 12px; height: 12px; padding: 0; border: 0 }</style>"),
        find_axe,
        "target-size",
    ),
    "een link buiten beeld": Storing(
        "raad",
        *_in_text('<a href="index.html" class="weg">weg</a>'
                  "<style>.weg { position: absolute; left: -9999px }</style>"),
        _walk,
        "buiten beeld",
    ),
    "een balk over wat de focus heeft": Storing(
        "raad",
        *_in_style("body::after { content: ''; position: fixed; inset: 0; z-index: 99 }"),
        _walk,
        "bedekt",
    ),
    "een focus zonder rand": Storing(
        "raad", *_in_style(":focus { outline: none !important }"), _walk, "geen zichtbare focusrand"
    ),
    "een eigen volgorde voor Tab": Storing(
        "raad", *_in_text('<a href="index.html" tabindex="3">eerst</a>'), find_disorder, "tabindex"
    ),
    "een id dat twee keer voorkomt": Storing(
        "raad", *_in_text('<b id="dubbel">a</b><b id="dubbel">b</b>'), find_duplicates, "#dubbel"
    ),
    "een tabel zonder koppen": Storing(
        "acties/index", r"<(/?)th\b", r"<\1td", find_bare_tables, "tabel zonder koppen"
    ),
    "iets dat te breed is": Storing(
        "raad",
        *_in_text('<div class="breed">breed</div><style>.breed { width: 500px }</style>'),
        find_overflow,
        "te breed",
    ),
    "tekst in een vak dat niet meegroeit": Storing(
        "raad",
        *_in_text('<p class="vak">Deze twee regels tekst passen hier nu nog maar net in.</p>'
                  "<style>.vak { height: 2lh; overflow: hidden }</style>"),
        _judge_spaced,
        "afgesneden door p.vak",
    ),
}  # fmt: skip
"""What the issue asks the tests to see: each fault with the check that is there for it."""


def find_faults(site: Path, home: str, storingen: Mapping[str, Storing]) -> dict[str, bool]:
    """Of each fault whether its check sees it, and sees nothing of the kind without it."""

    def visit(page: Page, name: str) -> bool:
        storing = storingen[name]
        address = f"{home}/{storing.pad}.html"
        open_pad(page, address)
        before = storing.check(page)
        good = (site / f"{storing.pad}.html").read_text(encoding="utf-8")
        bad, times = re.subn(storing.oud, storing.nieuw, good, flags=re.DOTALL)
        assert times, f"{name}: nothing to break on {storing.pad}"

        def answer(route: Route) -> None:
            route.fulfill(body=bad, content_type="text/html; charset=utf-8")

        page.route(address, answer)
        open_pad(page, address)
        after = storing.check(page)
        page.unroute(address)
        return not _tells(before, storing.melding) and _tells(after, storing.melding)

    return look(list(storingen), visit)


def _tells(problems: list[str], melding: str) -> bool:
    return any(melding in problem for problem in problems)
