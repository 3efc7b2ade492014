"""A real browser on the built site; skipped with its reason where none is installed."""

from __future__ import annotations

import os
import shutil
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests.programmes import build, copy_programme

PROGRAMS = ("chromium", "chromium-browser", "google-chrome", "msedge")
# As root in a container Chromium has no sandbox of its own; it visits only the site built here.
OPTIONS = ("--no-sandbox", "--disable-gpu", "--disable-background-networking")


class _Quiet(SimpleHTTPRequestHandler):
    """A web server that keeps its log to itself."""

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="session")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the public edition, served from a sub-path as on a shared web server."""
    root = copy_programme(tmp_path_factory.mktemp("browser"))
    site: Path = build(root)
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/publiek"
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The browser of this machine."""
    found = next(filter(None, map(shutil.which, PROGRAMS)), None)
    if found is None:
        reason = f"geen browser gevonden (gezocht: {', '.join(PROGRAMS)})"
        if os.environ.get("CIRCULAIR_BROWSER_VERPLICHT") == "1":
            pytest.fail(reason)
        pytest.skip(reason)
    with sync_playwright() as driver:
        launched = driver.chromium.launch(executable_path=found, args=list(OPTIONS))
        yield launched
        launched.close()


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
