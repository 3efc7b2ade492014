"""`data/README.md`: the manual as a source file of a programme."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from generator.model.handleiding import VELDDEEL, Veldtabel, list_veldtabellen, read_delen

NAAM: Final = "data/README.md"
TITEL: Final = "# Handleiding bij de gegevens"


def write_handleiding() -> str:
    """The whole manual as one Markdown file, with the tables of all fields at the end."""
    parts = [TITEL, *(deel.tekst for deel in read_delen()), *_iter_velden()]
    return "\n\n".join(parts) + "\n"


def _iter_velden() -> Iterator[str]:
    yield f"## {VELDDEEL.titel}"
    yield VELDDEEL.tekst
    for tabel in list_veldtabellen():
        yield f"### {_name(tabel)}"
        yield "\n".join(_iter_rows(tabel))
        if tabel.gedeeld:
            yield f"Kan ook: {', '.join(f'`{naam}`' for naam in tabel.gedeeld)}."


def _name(tabel: Veldtabel) -> str:
    return f"`{tabel.bestand}`" if tabel.bestand.startswith("data/") else tabel.bestand


def _iter_rows(tabel: Veldtabel) -> Iterator[str]:
    yield "| veld | verplicht | wat het betekent | wat er mag staan | wie |"
    yield "|---|---|---|---|---|"
    for veld in tabel.velden:
        needed = "ja" if veld.verplicht else ""
        who = "" if veld.publiek else "intranet"
        cells = (f"`{veld.naam}`", needed, _escape(veld.betekenis), _escape(veld.mag), who)
        yield f"| {' | '.join(cells)} |"


def _escape(text: str) -> str:
    """The text as Markdown reads it in a table."""
    return re.sub(r"([|<*])", r"\\\1", text)
