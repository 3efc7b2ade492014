"""What a rule looks at: the programme, and where each part of it was written."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from generator.model.plekken import Plekken
from generator.model.programma import Programma
from generator.model.woordenlijst import Term


@dataclass(frozen=True)
class Dossier:
    """The programme with its address book."""

    programma: Programma
    plekken: Plekken

    @cached_property
    def termen(self) -> dict[str, dict[str, Term]]:
        """The terms of each vocabulary, by id."""
        return {
            lijst.id: {term.id: term for term in lijst.termen}
            for lijst in self.programma.woordenlijsten
        }
