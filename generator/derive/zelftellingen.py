"""What the programme counts about itself, for the pages that say how it counted."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from generator.model.basis import Editie
from generator.model.programma import Programma
from generator.model.regels.zelftellingen import Zelfstand, count_self, make_meting


def derive_zelftellingen(
    programma: Programma, *, editie: Editie, peildatum: date
) -> Mapping[str, Zelfstand]:
    """The counts that stand among the measurements, by the id of their indicator.

    A year of which somebody published a value was not counted here.
    """
    counts = {
        item.id: (item, count_self(programma, item.telling, peildatum, editie))
        for item in programma.indicatoren
        if item.telling is not None
    }
    return {
        identifier: stand
        for identifier, (item, stand) in counts.items()
        if make_meting(item, stand, peildatum) in item.metingen
    }
