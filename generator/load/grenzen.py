"""How much of anything a source may hold, so that no file can keep the program busy for hours.

Each bound lies far above what an advisor writes. What costs more than its size, such as brackets
in Markdown, which search each other, has a bound of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from generator.findings import Code, Finding, Plek, fout

MEESTE_WAARDEN: Final = 100_000
"""In one YAML file."""
MEESTE_RECORDS: Final = 5_000
"""In one list."""
MEESTE_RIJEN: Final = 100_000
"""In a table that somebody delivered; a row of ours costs more, and people type them."""
MEESTE_EIGEN_RIJEN: Final = 20_000
MEESTE_KOLOMMEN: Final = 200
LANGSTE_RIJ: Final = 20_000
LANGSTE_ALINEA: Final = 10_000
MEESTE_HAKEN: Final = 200
"""Of `[` in one paragraph."""
MEESTE_KOPPEN: Final = 200
MEESTE_HEKKEN: Final = 200
"""Lines that begin or end a block of code."""
MEESTE_FOUTEN: Final = 100
"""After so many mistakes the rest of a file is not read."""

DIEPSTE_TRAP: Final = 20
"""Lists and quotes in each other; Python-Markdown goes as deep as they do.

What stands behind a call begins a line of its own when the call becomes a figure.
"""

_TRAP = re.compile(
    rf"(?:^|\}}\}})(?:(?:[ \t]*(?:[-*+](?=[ \t])|[0-9]+\.(?=[ \t])|>)){{{DIEPSTE_TRAP + 1}}}"
    rf"|(?: {{4}}|\t){{{DIEPSTE_TRAP + 1}}}[ \t]*(?=\S))",
    re.MULTILINE,
)
_KOP = re.compile(r"^(?: {0,3}#|=+[ ]*$|-+[ ]*$)", re.MULTILINE)
_HEK = re.compile(r"^(?:```|~~~)", re.MULTILINE)
_ALINEA = re.compile(r"[^\n]+(?:\n[^\n]+)*")


def refuse_size(plek: Plek, melding: str, oplossing: str) -> Finding:
    """A finding about too much of something."""
    return fout(Code.BESTAND_TE_GROOT, plek, melding, oplossing)


def tell_rest(last: Finding, plek: Plek) -> Finding:
    """A finding that says that the rest of a file was not read, after the `last` of many."""
    melding = f"na {MEESTE_FOUTEN} fouten is de rest van dit bestand niet bekeken"
    return fout(last.code, plek, melding, "herstel eerst de fouten hierboven en controleer opnieuw")


def find_too_much(body: str, bestand: str, first_line: int) -> Iterator[Finding]:
    """What in the body of a prose page is too much to be converted in reasonable time."""
    for pattern, most, what in (
        (_KOP, MEESTE_KOPPEN, "koppen"),
        (_HEK, MEESTE_HEKKEN, "regels met ``` of ~~~"),
    ):
        for number, found in enumerate(pattern.finditer(body)):
            if number == most:
                line = first_line + body.count("\n", 0, found.start())
                melding = f"deze pagina heeft meer dan {most} {what}"
                oplossing = "verdeel de tekst over meer pagina's"
                yield refuse_size(Plek(bestand, line), melding, oplossing)
                break
    if steps := _TRAP.search(body):
        line = first_line + body.count("\n", 0, steps.start())
        melding = f"hier staan meer dan {DIEPSTE_TRAP} lijsten of citaten in elkaar"
        yield refuse_size(Plek(bestand, line), melding, "spring minder ver in")
    line, seen = first_line, 0
    for found in _ALINEA.finditer(body):
        line, seen = line + body.count("\n", seen, found.start()), found.start()
        if len(found.group()) > LANGSTE_ALINEA:
            melding = f"deze alinea heeft meer dan {LANGSTE_ALINEA} tekens"
            yield refuse_size(Plek(bestand, line), melding, "zet lege regels tussen de alinea's")
        elif found.group().count("[") > MEESTE_HAKEN:
            melding = f"in deze alinea staat meer dan {MEESTE_HAKEN} keer ["
            yield refuse_size(Plek(bestand, line), melding, "zet lege regels tussen de onderdelen")
