"""The adopted stand from which everyone sees the programme."""

from __future__ import annotations

from datetime import date

from generator.model.basis import Editie
from generator.model.programma import Programma
from generator.model.vaststelling import Vaststelling


def find_stand(programma: Programma, editie: Editie, peildatum: date) -> Vaststelling | None:
    """The report that the public edition shows; None on the intranet, or without a report.

    Source: READERS 4, rule 1: everyone sees verdicts that somebody adopted, and no others.
    """
    if editie is Editie.INTERN:
        return None
    return next((item for item in programma.vastgesteld if item.datum == peildatum), None)
