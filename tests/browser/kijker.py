"""Many looks at a site with few browsers: each worker keeps one page and takes the next job."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import Any, NoReturn, TypeVar

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from generator.draw import browser
from tests.servers import run_server

# As root in a container Chromium has no sandbox of its own; it visits only the site built here.
OPTIONS = ("--no-sandbox", "--disable-gpu", "--disable-background-networking")
KEURING = Path(__file__).with_name("keuring.js")
SMAL, BREED, HOOG = 320, 1280, 800
# Transitions would have the checks look at a colour or place on its way to another.
STIL = "*, ::before, ::after { transition: none !important; animation: none !important }"

Job = TypeVar("Job")
Outcome = TypeVar("Outcome")


class Quiet(SimpleHTTPRequestHandler):
    """A web server that keeps its log to itself."""

    def log_message(self, *_: object) -> None:
        """Say nothing."""


class _Server(ThreadingHTTPServer):
    """A server that does not mind a browser that goes on before an answer is there."""

    def handle_error(self, *_: object) -> None:
        """Say nothing: whoever waits for the answer finds out."""


@contextmanager
def serve_folder(folder: Path) -> Iterator[str]:
    """The address of a folder on a server of this machine."""
    with run_server(_Server(("127.0.0.1", 0), partial(Quiet, directory=str(folder)))) as home:
        yield home


@contextmanager
def serve_edities(edities: Mapping[str, Path]) -> Iterator[Mapping[str, str]]:
    """The address of each edition, every one at the root of a host of its own."""
    with ExitStack() as stack:
        yield {editie: stack.enter_context(serve_folder(site)) for editie, site in edities.items()}


def find_browser() -> Path:
    """The browser that draws too; skips the test where there is none, unless one is required."""
    try:
        return browser.find_browser()
    except browser.BrowserError as error:
        miss(str(error))


def miss(reason: str) -> NoReturn:
    """Skip with a reason; a failure where everything is required, as in CI."""
    if os.environ.get("CIRCULAIR_BROWSER_VERPLICHT") == "1":
        pytest.fail(reason)
    pytest.skip(reason)


@contextmanager
def open_browser() -> Iterator[Browser]:
    """A browser of this thread."""
    with sync_playwright() as driver:
        launched = driver.chromium.launch(executable_path=find_browser(), args=list(OPTIONS))
        yield launched
        launched.close()


def open_page(launched: Browser, **options: Any) -> Page:
    """A page in a clean context that knows the functions of keuring.js."""
    settings = {"viewport": {"width": SMAL, "height": HOOG}, "reduced_motion": "reduce"} | options
    context = launched.new_context(**settings)
    context.set_default_timeout(15_000)
    context.add_init_script(path=KEURING)
    return context.new_page()


def look(
    jobs: Sequence[Job], do: Callable[[Page, Job], Outcome], **options: Any
) -> dict[Job, Outcome]:
    """Do every job on a page, on two pages at a time; the outcomes in the order of the jobs."""
    find_browser()
    queue: SimpleQueue[Job] = SimpleQueue()
    for job in jobs:
        queue.put(job)
    outcomes: dict[Job, Outcome] = {}

    def work() -> None:
        with open_browser() as launched:
            page = open_page(launched, **options)
            while True:
                try:
                    job = queue.get_nowait()
                except Empty:
                    return
                outcomes[job] = do(page, job)

    workers = min(2, os.cpu_count() or 1)
    with ThreadPoolExecutor(workers) as pool:
        for running in [pool.submit(work) for _ in range(workers)]:
            running.result()
    return {job: outcomes[job] for job in jobs}
