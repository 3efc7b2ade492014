"""A web server that does what the emitted settings for nginx say, and nothing else."""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

_HEADER = re.compile(r'^add_header ([A-Za-z-]+) "([^"$]*)" always;$', re.MULTILINE)
_ERROR_PAGE = re.compile(r"^error_page 404 (/[^\s;]*);$", re.MULTILINE)


@dataclass(frozen=True)
class Settings:
    """What nginx would do with `server/nginx.conf`: headers of every answer, and the 404 page."""

    headers: Mapping[str, str]
    error_page: str


def read_settings(site: Path) -> Settings:
    """The settings that were emitted with a site."""
    text = (site / "server" / "nginx.conf").read_text(encoding="utf-8")
    (error_page,) = _ERROR_PAGE.findall(text)
    return Settings(dict(_HEADER.findall(text)), error_page)


class _Handler(SimpleHTTPRequestHandler):
    """Serves `site` below `prefix` with its own settings."""

    def __init__(self, *args: Any, site: Path, prefix: str, **more: Any) -> None:
        self.site, self.prefix, self.settings = site, prefix, read_settings(site)
        super().__init__(*args, directory=str(site), **more)

    def translate_path(self, path: str) -> str:
        """The file for an address; outside the prefix there is none."""
        inside = urlsplit(path).path
        if not inside.startswith(f"{self.prefix}/"):
            return str(self.site / "bestaat-niet")
        return super().translate_path(inside.removeprefix(self.prefix))

    def end_headers(self) -> None:
        """Add the headers of every answer."""
        for name, value in self.settings.headers.items():
            self.send_header(name, value)
        super().end_headers()

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """The page for a wrong address; nothing where the settings point beside the site."""
        page = Path(self.translate_path(self.settings.error_page))
        if code != HTTPStatus.NOT_FOUND or not page.is_file():
            super().send_error(code, message, explain)
            return
        content = page.read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def serve(site: Path, prefix: str = "") -> Iterator[str]:
    """Serve a site at the root or below `prefix`; gives its address without the last slash."""
    handler = partial(_Handler, site=site, prefix=prefix)
    with run_server(ThreadingHTTPServer(("127.0.0.1", 0), handler)) as home:
        yield f"{home}{prefix}"


@contextmanager
def run_server(server: ThreadingHTTPServer) -> Iterator[str]:
    """The address of a server while it runs, without a slash at its end."""
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
