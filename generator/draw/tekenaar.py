"""One headless browser page that draws figures; whatever it does, it answers in bounded time."""

from __future__ import annotations

import asyncio
import threading
import zlib
from collections.abc import Coroutine
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, TypeVar

from generator.draw.browser import BrowserError, find_browser, needs_no_sandbox
from generator.draw.figures import FiguurError, type_figure

if TYPE_CHECKING:
    from playwright.async_api import Browser, Page, Playwright

VORMEN: Final = ("breed", "smal")
TEKEN: Final = Path(__file__).with_name("teken.js")
PAGINA: Final = (
    '<!doctype html><html lang="nl"><meta charset="utf-8"><meta http-equiv='
    "\"Content-Security-Policy\" content=\"default-src 'none'; script-src 'unsafe-inline'; "
    "style-src 'unsafe-inline'; img-src data:\"><title>Beelden</title><body></body></html>"
)
"""A page that may not load anything, whatever a label says."""
OPTIES: Final = (
    *("--disable-gpu", "--disable-background-networking", "--disable-component-update"),
    *("--no-first-run", "--host-resolver-rules=MAP * ~NOTFOUND"),
)
ZWIJGT = "de browser gaf geen antwoord meer. Bouw opnieuw"
type_answer = TypeVar("type_answer")


@dataclass(frozen=True, slots=True)
class Grenzen:
    """How long the browser may take, in seconds: to start, for a figure, and to stop.

    As long again is for what is around it: the driver that starts it, and the scripts it reads.
    """

    start: float = 60
    figuur: float = 30
    einde: float = 5


@dataclass(frozen=True, slots=True)
class Tekening:
    """A figure as Plotly drew it, and the role that each colour stands for, by `r,g,b`."""

    svg: str
    kleuren: dict[str, str]


class Tekenaar:
    """A browser with one page, in a thread of its own: it may hang without us.

    Args:
        scripts: what the page runs: plotly.js, and what makes a figure ready for it.
        grenzen: how long it may take.

    Raises:
        BrowserError: there is no browser, or it does not start.
    """

    def __init__(self, scripts: tuple[str, ...], grenzen: Grenzen = Grenzen()) -> None:
        self._scripts = scripts
        self._grenzen = grenzen
        self._driver: Playwright | None = None
        self._browser: Browser | None = None
        self._page: Page | None = None
        self._loop: asyncio.AbstractEventLoop | None = None
        self._done = asyncio.Event()
        ready = threading.Event()
        self._thread = threading.Thread(target=asyncio.run, args=[self._live(ready)], daemon=True)
        self._thread.start()
        ready.wait(grenzen.start)
        try:
            self._ask(self._start(), 2 * grenzen.start)
        except BrowserError:
            self.close()
            raise

    def draw(self, naam: str, figuur: type_figure) -> tuple[Tekening, ...]:
        """The figure in each of `VORMEN`; the same figure always gives the same answer.

        Raises:
            FiguurError: Plotly cannot draw this figure.
            BrowserError: the browser is gone, or does not answer.
        """
        zaden = [zlib.crc32(f"{naam} {vorm}".encode()) for vorm in VORMEN]
        answer = self._ask(self._evaluate([figuur, zaden]), self._grenzen.figuur)
        if isinstance(answer, str):
            raise FiguurError(answer)
        return tuple(Tekening(drawn["svg"], drawn["kleuren"]) for drawn in answer)

    def close(self) -> None:
        """Stop the browser; one that does not listen ends with this program."""
        with suppress(BrowserError):
            self._ask(self._stop(), 2 * self._grenzen.einde)
        if self._loop and not self._loop.is_closed():
            with suppress(RuntimeError):
                self._loop.call_soon_threadsafe(self._done.set)
        self._thread.join(self._grenzen.einde)

    async def _live(self, ready: threading.Event) -> None:
        self._loop = asyncio.get_running_loop()
        ready.set()
        await self._done.wait()

    def _ask(self, question: Coroutine[Any, Any, type_answer], seconds: float) -> type_answer:
        """The answer of the browser.

        Raises:
            BrowserError: there is none in time, or the browser failed.
        """
        if self._loop is None or self._loop.is_closed():
            question.close()
            raise BrowserError(ZWIJGT)
        asked = asyncio.run_coroutine_threadsafe(question, self._loop)
        try:
            return asked.result(seconds)
        except BrowserError:
            raise
        except TimeoutError as error:
            asked.cancel()
            raise BrowserError(ZWIJGT) from error
        except Exception as error:  # whatever the driver raises, the build goes on
            reason = f"de browser is gestopt ({type(error).__name__}). Bouw opnieuw"
            raise BrowserError(reason) from error

    async def _start(self) -> None:
        try:
            # Imported here: it is an extra, and only a build that draws needs it.
            from playwright.async_api import async_playwright  # noqa: PLC0415
        except ImportError as error:
            message = "het pakket playwright ontbreekt. Typ: pip install playwright"
            raise BrowserError(message) from error
        program = find_browser()
        self._driver = await async_playwright().start()
        try:
            self._browser = await self._driver.chromium.launch(
                executable_path=program,
                chromium_sandbox=not needs_no_sandbox(),
                args=list(OPTIES),
                timeout=self._grenzen.start * 1000,
            )
        except Exception as error:  # a program that is no browser fails in many ways
            message = f"de browser '{program}' start niet. Open hem een keer zelf, of werk hem bij"
            raise BrowserError(message) from error
        context = await self._browser.new_context(offline=True, service_workers="block")
        await context.route("**/*", lambda route: route.abort())
        self._page = await context.new_page()
        await self._page.set_content(PAGINA)
        for script in self._scripts:
            await self._page.add_script_tag(content=script)

    async def _evaluate(self, asked: list[Any]) -> Any:
        if self._page is None:
            raise BrowserError(ZWIJGT)
        return await self._page.evaluate(TEKEN.read_text(encoding="utf-8"), asked)

    async def _stop(self) -> None:
        try:
            if self._browser:
                await asyncio.wait_for(self._browser.close(), self._grenzen.einde)
        finally:
            if self._driver:
                await asyncio.wait_for(self._driver.stop(), self._grenzen.einde)
