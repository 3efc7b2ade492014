"""A real browser on the built site; skipped with its reason where none is installed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.gangen import walk_pages
from tests.browser.kijker import find_browser, open_browser, serve_edities, serve_folder
from tests.browser.nu import judge_html
from tests.browser.rondgang import Blik, look_at_pages, read_without_script
from tests.browser.schermen import Scherm, judge_pages, judge_states
from tests.browser.soorten import Adres, choose_adressen, choose_once, list_bezocht
from tests.browser.storingen import STORINGEN, find_faults
from tests.programmes import build, copy_programme

# A machine that runs more than these tests answers later, not otherwise.
expect.set_options(timeout=15_000)


@pytest.fixture(scope="session")
def edities(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Path]:
    """Both editions of the default site, with their charts drawn."""
    find_browser()
    site = build(copy_programme(tmp_path_factory.mktemp("browser")), beelden=True)
    return {editie: site / editie for editie in ("publiek", "intern")}


@pytest.fixture(scope="session")
def served(edities: Mapping[str, Path]) -> Iterator[str]:
    """The address of the public edition, served from a sub-path as on a shared web server."""
    with serve_folder(edities["publiek"].parent) as home:
        yield f"{home}/publiek"


@pytest.fixture(scope="session")
def homes(edities: Mapping[str, Path]) -> Iterator[Mapping[str, str]]:
    """The address of each edition, every one at the root of a host of its own."""
    find_browser()
    with serve_edities(edities) as addresses:
        yield addresses


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The browser of this machine."""
    with open_browser() as launched:
        yield launched


@pytest.fixture
def page(browser: Browser, served: str) -> Iterator[Page]:
    """A new page that fails the test on a script error or a request to elsewhere."""
    context = browser.new_context()
    opened = context.new_page()
    wrong: list[str] = []
    opened.on("pageerror", lambda error: wrong.append(str(error)))
    opened.on("console", lambda said: wrong.append(said.text) if said.type == "error" else None)
    home = served.removesuffix("/publiek")
    opened.on("request", lambda sent: None if sent.url.startswith(home) else wrong.append(sent.url))
    yield opened
    context.close()
    assert wrong == []


@pytest.fixture(scope="session")
def schermen(edities: Mapping[str, Path], homes: Mapping[str, str]) -> Mapping[Scherm, list[str]]:
    """What axe says of every kind of page, in every state."""
    pages = judge_pages(homes, choose_adressen(edities), choose_once(edities))
    return pages | judge_states(homes)


@pytest.fixture(scope="session")
def blikken(edities: Mapping[str, Path], homes: Mapping[str, str]) -> Mapping[Adres, Blik]:
    """What a look at every page gives."""
    return look_at_pages(homes, list_bezocht(edities))


@pytest.fixture(scope="session")
def zonder_script(edities: Mapping[str, Path], homes: Mapping[str, str]) -> Mapping[Adres, Blik]:
    """What every page says where no script runs."""
    return read_without_script(homes, list_bezocht(edities))


@pytest.fixture(scope="session")
def gangen(
    edities: Mapping[str, Path], homes: Mapping[str, str]
) -> Mapping[tuple[Adres, int], list[str]]:
    """Of each kind of page at both widths: what went wrong on a walk with the Tab key."""
    return walk_pages(edities, homes)


@pytest.fixture(scope="session")
def oordelen(edities: Mapping[str, Path]) -> list[str]:
    """What the Nu checker says of all pages."""
    return judge_html(edities.values())


@pytest.fixture(scope="session")
def gevonden(edities: Mapping[str, Path], homes: Mapping[str, str]) -> Mapping[str, bool]:
    """Of every fault that was put in on purpose, whether its check sees that and nothing before."""
    return find_faults(edities["publiek"], homes["publiek"], STORINGEN)
