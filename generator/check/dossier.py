"""What a rule looks at: the programme, and where each part of it was written."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from generator.model.basis import Editie
from generator.model.plekken import Plekken
from generator.model.programma import Programma
from generator.model.regels.zelftellingen import add_zelftellingen
from generator.model.woordenlijst import Term


@dataclass(frozen=True)
class Dossier:
    """The programme with its address book, and the date at which it is judged."""

    programma: Programma
    plekken: Plekken
    peildatum: date
    gelezen: Programma | None = None
    """The programme as it was read: before anything was held back until its day."""

    @cached_property
    def termen(self) -> dict[str, dict[str, Term]]:
        """The terms of each vocabulary, by id."""
        return {
            lijst.id: {term.id: term for term in lijst.termen}
            for lijst in self.programma.woordenlijsten
        }

    @property
    def is_gedateerd(self) -> bool:
        """Whether the date is the one that counts: nobody knows it without data/programma.yaml."""
        return bool(self.programma.gegevens.naam)

    @cached_property
    def geteld(self) -> Programma:
        """The programme with what it counts about itself, as the intranet shows it: for verdicts.

        The places of measurements are those of `programma`: look there for what was written.
        """
        return add_zelftellingen(self.programma, self.peildatum, Editie.INTERN)
