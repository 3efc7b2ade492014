"""The state of the preview: the last good edition, what is wrong since, and who waits for news."""

from __future__ import annotations

import gc
import secrets
import traceback
from collections.abc import Callable, Collection, Sequence
from pathlib import Path
from threading import Condition, Lock

from generator.findings import Code, Finding, GeneratorError
from generator.publish.preview.look import Look
from generator.publish.preview.pages import Edition, Frame
from generator.publish.preview.paneel import make_page, make_panel, put_in
from generator.publish.preview.watch import LOS

GEDULD = 25.0
"""Seconds that a browser waits for news before it asks again."""
STORING = (
    "Er zit een fout in het programma zelf. De technische melding staat in het venster waarin u "
    "circulair bekijk startte; geef die door aan de beheerder."
)
ZOEKINDEX = "search/search_index.json"


class Preview:
    """What the server shows; `refresh` follows the sources, everything else only looks."""

    def __init__(
        self,
        root: Path,
        *,
        look: Callable[[], Look],
        tell: Callable[[Sequence[Finding]], None],
        report: Callable[[str], None],
    ) -> None:
        """Begin with nothing to show."""
        self._root = root
        self._look = look
        self._tell = tell
        self._report = report
        self._begin = secrets.token_hex(4)  # a browser knows another run by it
        self._editions = self._panels = 0
        self._edition: Edition | None = None
        self._frame: Frame | None = None
        self._last: Look | None = None
        self._turn = Lock()  # MkDocs and the writer do one page at a time
        self._news = Condition()

    @property
    def stand(self) -> str:
        """Which edition is shown, and which findings: it changes with either."""
        return f"{self._begin}.{self._editions}-{self._panels}"

    @property
    def has_site(self) -> bool:
        """Whether there is a good edition to show, also when the sources hold a mistake now."""
        return self._edition is not None

    @property
    def is_unsure(self) -> bool:
        """Whether a file could not be opened: another program may let go of it soon."""
        findings = self._last.findings if self._last else ()
        return any(finding.code is Code.BESTAND_ONLEESBAAR for finding in findings)

    def refresh(self, changed: Sequence[str] = ()) -> None:
        """Look at the sources again; whatever is wrong with them, the last good edition stays."""
        if LOS in changed:
            self._frame = None
        gc.disable()  # a look lets go of little, and looking for that takes a sixth of its time
        try:
            found = self._look()
            self._settle(found)
        except GeneratorError as error:
            found = Look(reden=str(error))
        except Exception:  # noqa: BLE001 - a bug of ours must not end the preview
            self.tell_bug()
            found = Look(reden=STORING, is_bug=True)
        finally:
            gc.enable()
        is_news = not found.tells_same(self._last)
        with self._news:
            self._last = found
            self._panels += is_news
            self._news.notify_all()
        if is_news:
            self._tell_news(found)
        if found.draft and changed:
            self._report(f"Bijgewerkt: {', '.join(changed[:3])}{' ...' if changed[3:] else ''}")

    def _tell_news(self, found: Look) -> None:
        if found.reden:
            self._report(found.reden)
        else:
            self._tell(found.findings)
        if found.draft is None:
            last = "Tot dat hersteld is, blijft de laatste goede site staan."
            self._report(last if self.has_site else "De site verschijnt zodra dat hersteld is.")

    def _settle(self, found: Look) -> None:
        """Show the edition of this look from now on, if it has one."""
        if found.draft is None:
            return
        with self._turn:  # no page may be made half by the old edition and half by the new one
            self._frame = self._frame or Frame(self._root, found.draft)
            self._edition = Edition(self._frame, found.draft, self._edition)
            self._editions += 1

    def wait(self, known: str, patience: float = GEDULD) -> str:
        """The stand, as soon as it is not the one that is `known`, or when patience ends."""
        with self._news:
            self._news.wait_for(lambda: self.stand != known, patience)
            return self.stand

    def wait_for_first(self) -> None:
        """Wait until there is anything to show."""
        with self._news:
            self._news.wait_for(lambda: self._last is not None, GEDULD)

    def make_panel(self) -> str:
        """What stands above every page: the findings, if any."""
        return make_panel(self._last, self._list_paden(), is_site=self.has_site)

    def make_overview(self) -> str:
        """The page of all findings."""
        return make_page(self._last, self._list_paden(), self.stand)

    def make_trouble(self) -> str:
        """The page in the place of one that could not be made."""
        return make_page(Look(reden=STORING, is_bug=True), self._list_paden(), self.stand)

    def tell_bug(self) -> None:
        """Show in the terminal what just failed: who mends it needs the stack."""
        self._report(traceback.format_exc())

    def _list_paden(self) -> Collection[str]:
        return self._edition.paden if self._edition else ()

    def make_page(self, pad: str) -> tuple[str, str] | None:
        """A page with the panel, and its policy; None when the edition has no such page."""
        with self._turn:
            if self._edition is None or pad not in self._edition.paden:
                return None
            html = self._edition.make_page(pad)
            return put_in(html, self.make_panel(), self.stand), self._edition.policy

    def make_missing(self) -> tuple[str, str]:
        """The page for an address that does not exist, and its policy."""
        with self._turn:
            if self._edition is None:
                raise LookupError
            html = self._edition.make_missing()
            return put_in(html, self.make_panel(), self.stand), self._edition.policy

    def find_file(self, name: str) -> str | bytes | Path | None:
        """What stands in a file; a page that is open may ask for one of before the last save."""
        edition = self._edition
        if edition is None:
            return None
        if name == ZOEKINDEX and edition.has_search:
            return self._make_index(edition)
        with self._turn:
            found = edition.find_file(name)
        if found is None and not edition.is_written:
            for pad in edition.paden:
                with self._turn:  # between two pages somebody else may look at one
                    edition.write(pad)
            with self._turn:
                found = edition.find_file(name)
        return found

    def _make_index(self, edition: Edition) -> str:
        for pad in edition.paden:
            with self._turn:
                edition.add_to_index(pad)
        with self._turn:
            return edition.join_index()
