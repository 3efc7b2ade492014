"""The studio: pictures for all editions of a run, from the cache or drawn by one browser."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Final, Self

from generator.draw.browser import BrowserError
from generator.draw.cache import Cache, hash_text
from generator.draw.figures import FiguurError, read_figure
from generator.draw.slots import fill_slots
from generator.draw.svg import make_picture
from generator.draw.tekenaar import VORMEN, Grenzen, Tekenaar
from generator.draw.tree import is_ours

TEKENREGELS: Final = "assets/grafiek.js"
"""The script of the site that makes a figure ready for Plotly."""
GROOTSTE: Final = 400_000
"""Characters of the largest picture that a page gets."""
LANGSTE: Final = 180
"""Seconds that drawing may take in one run."""
LEZER: Final = "De browser van de lezer tekent ze"


class Atelier:
    """Fills the picture slots of built sites; a browser starts when the first one is to be drawn.

    Nothing that goes wrong here stops a build: a slot that stays empty is filled by the reader's
    browser.

    Args:
        folder: where pictures are kept between builds.
        grenzen: how long the browser may take.
    """

    def __init__(self, folder: Path, grenzen: Grenzen = Grenzen()) -> None:  # noqa: B008 - frozen
        self._cache = Cache(folder, is_ours)
        self._grenzen = grenzen
        self._tekenaar: Tekenaar | None = None
        self._scripts: tuple[str, ...] = ()
        self._pictures: dict[str, str | None] = {}
        self._until: float | None = None
        self._reason = ""
        self._failed: set[str] = set()
        self.drawn = 0
        self.kept = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Stop the browser, if it runs, and throw away what is too much to keep."""
        if self._tekenaar:
            self._tekenaar.close()
            self._tekenaar = None
        self._cache.prune()

    def fill(self, site: Path) -> None:
        """Put pictures in the pages of the built site in `site`.

        Raises:
            OSError: a page cannot be read or written.
        """
        scripts = _read_scripts(site)
        if not scripts:
            return
        version = hash_text("\n".join(map(hash_text, (*scripts, *_list_own_code()))))
        seen: dict[str, str | None] = {}

        def draw(naam: str) -> str | None:
            if naam not in seen:
                seen[naam] = self._find(site, naam, version, scripts)
            return seen[naam]

        for path in sorted(site.rglob("*.html")):
            content = path.read_bytes()
            if b"data-figuur=" in content:
                page = content.decode("utf-8")
                filled = fill_slots(page, draw)
                if filled != page:
                    path.write_bytes(filled.encode("utf-8"))

    def tell(self) -> Iterator[str]:
        """What was done, and what was not: a line each."""
        if self.drawn or self.kept:
            yield f"Grafieken: {self.drawn} getekend, {self.kept} uit een eerdere bouw."
        if self._reason:
            some = self.drawn or self.kept
            part = "Niet alle grafieken zijn" if some else "De grafieken zijn niet"
            yield f"{part} vooraf getekend: {self._reason}. {LEZER}."
        if self._failed:
            names = ", ".join(sorted(self._failed))
            yield f"Niet vooraf te tekenen: {names}. {LEZER}, als het daar wel lukt."

    def _find(self, site: Path, naam: str, version: str, scripts: tuple[str, ...]) -> str | None:
        """A picture from this run, from an earlier one, or drawn now; None where that fails."""
        try:
            figuur, script = read_figure(site, naam)
        except FiguurError:
            self._failed.add(naam)
            return None
        key = hash_text(f"{version}\n{script}")
        if key not in self._pictures:
            picture = self._cache.get(key)
            if picture is not None:
                self.kept += 1
            else:
                picture = self._draw(naam, figuur, scripts)
                if picture is not None:
                    self.drawn += 1
                    self._cache.put(key, picture)
            self._pictures[key] = picture
        return self._pictures[key]

    def _draw(self, naam: str, figuur: dict[str, object], scripts: tuple[str, ...]) -> str | None:
        if self._reason:
            return None
        try:
            drawn = self._open(scripts).draw(naam, figuur)
            pictures = [
                make_picture(tekening.svg, tekening.kleuren, naam, vorm)
                for tekening, vorm in zip(drawn, VORMEN, strict=True)
            ]
        except (FiguurError, ValueError):  # or Plotly drew what we cannot read
            self._failed.add(naam)
            return None
        except BrowserError as error:
            self._reason = str(error)
            return None
        picture = "\n".join(pictures)
        if len(picture) > GROOTSTE or not is_ours(picture):
            self._failed.add(naam)
            return None
        return picture

    def _open(self, scripts: tuple[str, ...]) -> Tekenaar:
        """The browser with these scripts: both editions of a run have the same ones.

        Raises:
            BrowserError: there is none, or drawing takes too long as a whole.
        """
        now = time.monotonic()
        self._until = self._until or now + LANGSTE
        if now > self._until:
            message = "het tekenen duurt te lang. Bouw opnieuw: wat er is, wordt bewaard"
            raise BrowserError(message)
        if self._tekenaar and scripts != self._scripts:
            self._tekenaar.close()
            self._tekenaar = None
        if self._tekenaar is None:
            self._scripts = scripts
            self._tekenaar = Tekenaar(scripts, self._grenzen)
        return self._tekenaar


def _read_scripts(site: Path) -> tuple[str, ...]:
    """What the browser needs, from the site itself; nothing where the site has no such scripts."""
    with suppress(OSError):
        plotly = next(iter(sorted((site / "assets").glob("plotly-*.min.js"))), None)
        if plotly:
            rules = site / TEKENREGELS
            return (plotly.read_text(encoding="utf-8"), rules.read_text(encoding="utf-8"))
    return ()


def _list_own_code() -> Iterator[str]:
    """This stage itself: another version draws anew."""
    folder = Path(__file__).parent
    for path in sorted((*folder.glob("*.py"), *folder.glob("*.js"))):
        yield path.read_text(encoding="utf-8")
