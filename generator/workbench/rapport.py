"""What an information manager looks after."""

from __future__ import annotations

from generator.check.dossier import Dossier
from generator.check.rapport import Onderwerp, report_programma
from generator.pipeline import Inspection, need_programma


def report(found: Inspection) -> tuple[Onderwerp, ...]:
    """Every question with its answer, at the date that was looked at.

    Raises:
        GeneratorError: the programme holds mistakes.
    """
    return report_programma(Dossier(need_programma(found), found.plekken, found.peildatum))
