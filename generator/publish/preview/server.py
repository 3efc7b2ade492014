"""The server: answers on this computer only, from what the preview knows and never from a path."""

from __future__ import annotations

import errno
import mimetypes
import os
import socket
import socketserver
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib.resources import files
from pathlib import Path, PurePosixPath
from typing import Any, Final
from urllib.parse import SplitResult, parse_qs, unquote, urlsplit

from generator.findings import GeneratorError
from generator.publish.preview.adres import is_own_host
from generator.publish.preview.stand import Preview
from generator.publish.servers import SOORTEN, VAST

EIGEN: Final = "_voorbeeld/"
"""Where the parts of the preview itself stand; no page begins so."""
OVERZICHT: Final = "_bevindingen"
HTML: Final = "text/html; charset=utf-8"
TEKST: Final = "text/plain; charset=utf-8"
STRENG: Final = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
"""The policy of pages of the preview itself."""
MEESTE_POORTEN: Final = 2**16 - 1
SCRIPTS: Final = ("voorbeeld.js", "voorbeeld.css")


@dataclass(frozen=True, slots=True)
class Answer:
    """What goes back to the browser."""

    inhoud: bytes
    soort: str = HTML
    status: HTTPStatus = HTTPStatus.OK
    koppen: Mapping[str, str] = field(default_factory=dict)


def find_answer(preview: Preview, adres: str) -> Answer:
    """The answer to what a browser asks for: everything has a name that the preview knows."""
    parts = _split(adres)
    name = unquote(parts.path).lstrip("/")
    if name.startswith(EIGEN):
        return _answer_own(preview, name.removeprefix(EIGEN), parse_qs(parts.query))
    preview.wait_for_first()
    if name == OVERZICHT or (not preview.has_site and _is_page(name)):
        return _page(preview.make_overview(), STRENG)
    if not preview.has_site:
        return Answer(b"", TEKST, HTTPStatus.NOT_FOUND)
    if not name or name.endswith("/"):
        name += "index.html"
    if name.endswith(".html"):
        page = preview.make_page(name.removesuffix(".html"))
        if page is not None:
            return _page(*page)
    elif (content := preview.find_file(name)) is not None:
        return Answer(_read(content), name_kind(name))
    return _page(*preview.make_missing(), HTTPStatus.NOT_FOUND)


def _split(adres: str) -> SplitResult:
    """The parts of an address; one that is none, as no browser sends, leads to nothing."""
    try:
        return urlsplit(adres)
    except ValueError:
        return urlsplit(f"/{EIGEN}")


def _answer_own(preview: Preview, name: str, query: Mapping[str, list[str]]) -> Answer:
    if name == "wacht":
        return Answer(preview.wait(query.get("stand", [""])[0]).encode(), TEKST)
    if name == "paneel":
        stand = preview.stand
        return Answer(preview.make_panel().encode(), HTML, koppen={"X-Stand": stand})
    if name in SCRIPTS:
        return Answer((files("site_theme") / "voorbeeld" / name).read_bytes(), name_kind(name))
    return Answer(b"", TEKST, HTTPStatus.NOT_FOUND)


def _page(html: str, policy: str, status: HTTPStatus = HTTPStatus.OK) -> Answer:
    return Answer(html.encode(), HTML, status, {"Content-Security-Policy": policy})


def _is_page(name: str) -> bool:
    return not name or name.endswith(("/", ".html"))


def _read(content: str | bytes | Path) -> bytes:
    if isinstance(content, Path):
        return content.read_bytes()
    return content if isinstance(content, bytes) else content.encode()


def name_kind(name: str) -> str:
    """The kind of a file, as the servers of a built site give it."""
    known = SOORTEN.get(PurePosixPath(name).suffix)
    return known or mimetypes.guess_type(name)[0] or "application/octet-stream"


class _Handler(BaseHTTPRequestHandler):
    """One connection of a browser."""

    protocol_version = "HTTP/1.1"
    server_version = "circulair"
    sys_version = ""
    timeout = 60
    server: Server

    def do_GET(self) -> None:
        """Answer, whatever happens."""
        if not is_own_host(self.headers.get("Host", "")):
            told = "Dit voorbeeld is alleen te zien via localhost of een IP-adres."
            self._send(Answer(told.encode(), TEKST, HTTPStatus.FORBIDDEN))
            return
        try:
            answer = find_answer(self.server.preview, self.path)
        except Exception:  # noqa: BLE001 - a bug of ours must not end the preview
            self.server.preview.tell_bug()
            page = self.server.preview.make_trouble()
            koppen = {"Content-Security-Policy": STRENG}
            answer = Answer(page.encode(), HTML, HTTPStatus.INTERNAL_SERVER_ERROR, koppen)
        self._send(answer)

    do_HEAD = do_GET  # noqa: N815 - the name that the library calls

    def _send(self, answer: Answer) -> None:
        self.send_response(answer.status)
        headers = {"Content-Type": answer.soort, "Cache-Control": "no-store", **VAST}
        for name, value in (headers | dict(answer.koppen)).items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(answer.inhoud)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(answer.inhoud)

    def log_message(self, *_: Any) -> None:
        """Say nothing of what goes well."""


class Server(ThreadingHTTPServer):
    """Gives every connection a thread of its own, none of which keeps the program alive."""

    daemon_threads = True
    block_on_close = False
    allow_reuse_address = os.name == "posix"  # elsewhere two servers could share an address

    def __init__(self, preview: Preview, host: str, port: int) -> None:
        """Take the address."""
        self.preview = preview
        self._host = host
        if ":" in host:
            self.address_family = socket.AF_INET6
        super().__init__((host, port), _Handler)

    def server_bind(self) -> None:
        """Take the address without asking the network for the name of this computer."""
        socketserver.TCPServer.server_bind(self)
        self.server_name, self.server_port = map(str, self.server_address[:2])  # type: ignore[assignment]

    @property
    def url(self) -> str:
        """Where a browser finds it."""
        host = f"[{self._host}]" if ":" in self._host else self._host
        return f"http://{host}:{self.server_address[1]}/"

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Tell what went wrong with a connection; a browser that hangs up is no news."""
        del request, client_address
        if not isinstance(sys.exc_info()[1], OSError):
            self.preview.tell_bug()


def open_server(preview: Preview, host: str, port: int) -> Server:
    """A server that has the address.

    Raises:
        GeneratorError: something else has it, or this computer does not.
    """
    try:
        return Server(preview, host, port)
    except OSError as error:
        other = f"127.0.0.1:{port + 1 if port < MEESTE_POORTEN else port - 1}"
        reason = error.strerror
        if error.errno in {errno.EADDRINUSE, errno.EACCES}:
            reason = "dat adres is al in gebruik, misschien door een voorbeeld dat nog open staat"
        message = (
            f"Het voorbeeld kan niet op {host}:{port} starten: {reason}. "
            f"Kies een andere poort, bijvoorbeeld --adres {other}."
        )
        raise GeneratorError(message) from error
