"""Other words by which search finds a page: those of the glossary."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from generator.model.woordenlijst import Begrip
from generator.present.page import Synoniem

_TUSSEN_HAAKJES = re.compile(r"\s*\([^()]*\)$")


def name_begrip(begrip: Begrip) -> str:
    """The word as texts use it: what the list adds between brackets is not part of it."""
    return _TUSSEN_HAAKJES.sub("", begrip.naam) or begrip.naam


def list_synoniemen(begrippen: Iterable[Begrip]) -> Iterator[Synoniem]:
    """Every synonym with the word that it stands for; a page with the word is what it finds."""
    for begrip in begrippen:
        naam = name_begrip(begrip)
        known = {begrip.naam, naam}
        yield from ((woord, naam) for woord in begrip.synoniemen if woord not in known)
