"""Rules about openness: a day from which everyone sees something must open it."""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.dossier import Dossier
from generator.findings import Code, Finding, waarschuwing
from generator.model.basis import walk
from generator.model.openbaarheid import is_idle
from generator.model.programma import iter_records


def find_embargo_overbodig(dossier: Dossier) -> Iterator[Finding]:
    """A day from which everyone may see something that stays on the intranet all the same."""
    programma = dossier.gelezen or dossier.programma
    pages = (("proza", page.pad, page) for page in programma.proza)
    for soort, owner, record in (*iter_records(programma), *pages):
        for path, inner in walk(record):
            if is_idle(inner):
                yield waarschuwing(
                    Code.EMBARGO_OVERBODIG,
                    dossier.plekken.waar(soort, owner, *path, "publiek_vanaf"),
                    "dit is intern, en wordt op deze dag niet vanzelf openbaar",
                    "schrijf ook zichtbaarheid: publiek, of haal publiek_vanaf weg",
                )
