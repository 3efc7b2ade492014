"""Rules about texts: no placeholder is left where readers would see it."""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.dossier import Dossier
from generator.findings import Code, Ernst, Finding, Plek
from generator.model.basis import Zichtbaarheid
from generator.model.programma import iter_records
from generator.model.teksten import find_plaatshouders, iter_teksten


def find_placeholder(dossier: Dossier) -> Iterator[Finding]:
    """A text that still waits for its words: an error where everyone sees it, else a warning."""
    records = [
        *iter_records(dossier.programma),
        *(("proza", page.pad, page) for page in dossier.programma.proza),
    ]
    for soort, identifier, record in records:
        for path, text, is_shown in iter_teksten(record):
            for _, wat in find_plaatshouders(text):
                yield _report(dossier.plekken.waar(soort, identifier, *path), wat, is_shown)
    for page in dossier.programma.proza:
        is_shown = page.zichtbaarheid is Zichtbaarheid.PUBLIEK
        for found in page.plaatshouders:
            yield _report(
                Plek(f"content/{page.pad}.md", found.regel, found.kolom), found.tekst, is_shown
            )


def _report(plek: Plek, wat: str, is_shown: bool) -> Finding:
    where = "in een openbare tekst" if is_shown else "in een tekst"
    return Finding(
        Code.PLACEHOLDER,
        Ernst.FOUT if is_shown else Ernst.WAARSCHUWING,
        plek,
        f"hier staat nog '{wat}' {where}",
        "schrijf de tekst die er moet komen, of laat het veld weg",
    )
