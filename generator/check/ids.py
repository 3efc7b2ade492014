"""Rules about ids: one id, one thing."""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.dossier import Dossier
from generator.findings import Code, Finding, Plek, fout
from generator.model.basis import type_path, walk
from generator.model.programma import iter_records

OPLOSSING = "geef een van de twee een andere id, of haal er een weg"


def find_id_dubbel(dossier: Dossier) -> Iterator[Finding]:
    """Two records of the same kind with the same id."""
    for soort, identifier, places in dossier.plekken.find_repeated():
        for place in places[1:]:
            yield _repeated(soort, identifier, place("id"), places[0]("id"))


def find_onderdeel_dubbel(dossier: Dossier) -> Iterator[Finding]:
    """Two parts of one record (terms, deelonderwerpen) with the same id."""
    waar = dossier.plekken.waar
    for soort, owner, record in iter_records(dossier.programma):
        first: dict[tuple[type_path, str], type_path] = {}
        for path, part in walk(record):
            identifier: str | None = getattr(part, "id", None)
            if not path or identifier is None:
                continue
            earlier = first.setdefault((path[:-1], identifier), path)
            if earlier != path:
                here, there = waar(soort, owner, *path, "id"), waar(soort, owner, *earlier, "id")
                yield _repeated(str(path[-2]), identifier, here, there)


def find_id_ongeldig(dossier: Dossier) -> Iterator[Finding]:
    """An id that is also the name of a page, and would stand in the way of another page."""
    for soort in ("thema", "team", "indicator"):
        for identifier in dossier.plekken.ids(soort):
            if identifier == "index" or identifier.isupper():
                yield fout(
                    Code.PAD_ONGELDIG,
                    dossier.plekken.waar(soort, identifier, "id"),
                    f"'{identifier}' kan geen id zijn van een {soort}: het is ook een pagina",
                    "gebruik kleine letters, en niet het woord index",
                )


def _repeated(soort: str, identifier: str, plek: Plek, first: Plek) -> Finding:
    melding = f"'{identifier}' bestaat al bij {soort} (eerder op {first})"
    return fout(Code.ID_DUBBEL, plek, melding, OPLOSSING)
