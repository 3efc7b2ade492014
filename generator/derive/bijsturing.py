"""Steering: the decisions that were taken, and which of them are still to be looked back on."""

from __future__ import annotations

from datetime import date

from generator.derive.feiten.bijsturing import Bijsturingfeiten, Bijsturingsfeiten
from generator.model.basis import Editie
from generator.model.programma import Programma
from generator.model.regels.besluiten import is_open, is_terugblik_te_laat, list_besloten


def derive_bijsturing(
    programma: Programma, *, editie: Editie, peildatum: date
) -> Bijsturingsfeiten:
    """The steering decisions as they stand at `peildatum`; later ones do not exist yet.

    Whether a look back is late is said on the intranet only.

    Source: READERS 4, rule 1.
    """
    besluiten = tuple(
        Bijsturingfeiten(
            bijsturing=item,
            is_open=is_open(item, peildatum),
            is_te_laat=editie is Editie.INTERN and is_terugblik_te_laat(item, peildatum),
        )
        for item in list_besloten(programma, peildatum)
    )
    waiting = (item for item in besluiten if item.is_open)
    return Bijsturingsfeiten(
        besluiten=besluiten,
        terugblikken=tuple(sorted(waiting, key=lambda item: item.bijsturing.terugkijken.eind)),
    )
