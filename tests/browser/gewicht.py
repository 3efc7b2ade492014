"""What a first view costs over the wire: every answer compressed as a web server does it."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterable, Mapping
from functools import partial
from http import HTTPStatus
from http.server import ThreadingHTTPServer
from pathlib import Path
from typing import Any, Final, NamedTuple

from playwright.sync_api import Browser

from tests.browser.kijker import BREED, HOOG, Quiet, open_page
from tests.browser.soorten import Adres
from tests.servers import run_server

GEPERST: Final = frozenset({".html", ".css", ".js", ".json", ".svg", ".xml", ".csv", ".txt"})
_BEELD: Final = re.compile(r"<svg\b[^>]*\bbeeld-(?:breed|smal)\b.*?</svg>", re.DOTALL)


class Gewicht(NamedTuple):
    """Of one page: the bytes of its first view, those without its pictures of charts, the files."""

    bytes: int
    zonder_grafiek: int
    grafieken: int
    bestanden: tuple[str, ...]


class _Gzip(Quiet):
    """A web server that compresses, and counts what it sends."""

    def __init__(self, *args: Any, sent: dict[str, int], **more: Any) -> None:
        self.sent = sent
        super().__init__(*args, **more)

    def do_GET(self) -> None:  # noqa: N802 - the name that the library asks for
        """Send a file, compressed where that helps."""
        file = Path(self.translate_path(self.path))
        if not file.is_file():
            self.send_error(HTTPStatus.NOT_FOUND)
            return
        content = file.read_bytes()
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", self.guess_type(str(file)))
        if file.suffix in GEPERST:
            content = press(content)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.sent[self.path.partition("?")[0].removeprefix("/")] = len(content)
        self.wfile.write(content)


def press(content: bytes) -> bytes:
    """Compressed as nginx does it by default with `gzip_comp_level 6`."""
    return gzip.compress(content, 6, mtime=0)


def weigh(
    browser: Browser, edities: Mapping[str, Path], adressen: Iterable[Adres]
) -> dict[str, Gewicht]:
    """Each page in a browser that has seen nothing yet, until nothing more comes by itself."""
    found = {}
    for editie, pad in adressen:
        sent: dict[str, int] = {}
        site = edities[editie]
        server = ThreadingHTTPServer(
            ("127.0.0.1", 0), partial(_Gzip, directory=str(site), sent=sent)
        )
        with run_server(server) as home:
            page = open_page(browser, viewport={"width": BREED, "height": HOOG})
            page.goto(f"{home}/{pad}.html", wait_until="networkidle")
            page.context.close()
        total = sum(sent.values())
        bare, grafieken = _BEELD.subn("", (site / f"{pad}.html").read_text(encoding="utf-8"))
        less = total - sent[f"{pad}.html"] + len(press(bare.encode()))
        found[pad] = Gewicht(total, less, grafieken, tuple(sorted(sent)))
    return found


def tell_weights(gewichten: dict[str, Gewicht]) -> list[str]:
    """The table of weights, the heaviest page first."""
    rows = sorted(gewichten.items(), key=lambda row: -row[1].bytes)
    return [
        f"{pad:<32} {gewicht.bytes:>7} B gzip, {gewicht.grafieken:>2} beelden, "
        f"{gewicht.bytes / gewicht.zonder_grafiek:.3f} x zonder"
        for pad, gewicht in rows
    ]
