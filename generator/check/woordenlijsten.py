"""Rules about vocabularies: the program knows what their terms mean where it must."""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.dossier import Dossier
from generator.findings import Code, Finding, fout
from generator.model.woordenlijst import KLASSEN


def find_klasse_ontbreekt(dossier: Dossier) -> Iterator[Finding]:
    """A status of which the program cannot know whether it means running, done or stopped."""
    for lijst in dossier.programma.woordenlijsten:
        allowed = KLASSEN.get(lijst.id)
        for index, term in enumerate(lijst.termen if allowed else ()):
            if allowed and term.klasse is None:
                yield fout(
                    Code.KLASSE_ONTBREEKT,
                    dossier.plekken.waar("woordenlijst", lijst.id, "termen", index, "klasse"),
                    f"bij '{term.id}' staat niet wat de term voor het programma betekent",
                    f"voeg toe: klasse: ... (een van {', '.join(sorted(allowed))})",
                )
