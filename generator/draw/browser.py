"""Finds a browser on this computer that can draw: Chromium, Chrome or Edge."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

VARIABELE: Final = "CIRCULAIR_BROWSER"
NAMEN: Final = (
    *("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"),
    *("microsoft-edge", "microsoft-edge-stable", "msedge"),
)
"""Names of programs, on a system that finds them by name."""
MAC: Final = ("Google Chrome", "Microsoft Edge", "Chromium")
WINDOWS: Final = (
    Path("Google", "Chrome", "Application", "chrome.exe"),
    Path("Microsoft", "Edge", "Application", "msedge.exe"),
    Path("Chromium", "Application", "chrome.exe"),
)
MAPPEN: Final = ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA")
"""Where Windows keeps programs."""


class BrowserError(Exception):
    """No picture can be drawn (any more); the text says why and what to do, in Dutch."""


def find_browser(environment: Mapping[str, str] = os.environ, system: str = sys.platform) -> Path:
    """The program of a browser; the one that the user named, if any.

    Raises:
        BrowserError: there is none.
    """
    if asked := environment.get(VARIABELE):
        if not Path(asked).is_file():
            message = f"{VARIABELE} noemt '{asked}', maar dat bestand is er niet. Verbeter het pad"
            raise BrowserError(message)
        return Path(asked)
    for place in _list_places(environment, system):
        if place.is_file():
            return place
    message = (
        "er is geen Chromium, Chrome of Edge gevonden. Installeer er een, of zet het pad in "
        f"{VARIABELE}"
    )
    raise BrowserError(message)


def _list_places(environment: Mapping[str, str], system: str) -> Iterator[Path]:
    for name in NAMEN:
        if found := shutil.which(name, path=environment.get("PATH")):
            yield Path(found)
    if system == "darwin":
        for folder in (Path("/Applications"), Path.home() / "Applications"):
            for name in MAC:
                yield folder / f"{name}.app" / "Contents" / "MacOS" / name
    elif system == "win32":
        for variable in MAPPEN:
            if folder_name := environment.get(variable):
                yield from (Path(folder_name) / program for program in WINDOWS)


def needs_no_sandbox() -> bool:
    """Whether the browser refuses its own sandbox: as root, as in a container."""
    return hasattr(os, "geteuid") and os.geteuid() == 0
