"""Two versions of one file that git could not join: no kind of file may hold what it left."""

from __future__ import annotations

import re
from typing import Final

from generator.findings import Code, Finding, Plek, fout

_CONFLICT: Final = re.compile(r"^(?:<{7}|>{7})(?: .*)?$", re.MULTILINE)


def find_conflict(text: str, bestand: str) -> Finding | None:
    """A finding about two versions of a file that git could not join; None without one."""
    found = _CONFLICT.search(text) if "<<<<<<<" in text or ">>>>>>>" in text else None
    if found is None:
        return None
    melding = "hier staan twee versies door elkaar (een samenvoegconflict van git)"
    oplossing = "kies een van beide versies, en haal de regels met <<<<<<<, ======= en >>>>>>> weg"
    line = text.count("\n", 0, found.start()) + 1
    return fout(Code.SAMENVOEGCONFLICT, Plek(bestand, line), melding, oplossing)
