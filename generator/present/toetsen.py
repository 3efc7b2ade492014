"""What the browser tests of the program found: a small file that comes along with the theme."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from datetime import date
from importlib.resources import files
from typing import Any, Final, NamedTuple

BESTAND: Final = "toetsen.toml"


class Toetsen(NamedTuple):
    """What was measured and when, by kind of test; a kind that was not run is absent.

    `tests/browser` compares every number with what it measures.
    """

    datum: date
    uitslagen: Mapping[str, Mapping[str, Any]]

    def uitslag(self, soort: str) -> Mapping[str, Any] | None:
        """The numbers of one kind of test; None when it was not run."""
        return self.uitslagen.get(soort)


def read_toetsen(text: str | None = None) -> Toetsen | None:
    """The results in `text`, else in the file of the theme; None when nothing was measured."""
    if text is None:
        place = files("site_theme") / BESTAND
        text = place.read_text(encoding="utf-8") if place.is_file() else ""
    read = tomllib.loads(text)
    uitslagen = {name: part for name, part in read.items() if isinstance(part, dict)}
    return Toetsen(date.fromisoformat(read["datum"]), uitslagen) if uitslagen else None
