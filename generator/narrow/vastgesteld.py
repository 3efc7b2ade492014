"""The adopted stand: the public edition shows what a report said, the intranet how it is now."""

from __future__ import annotations

from datetime import date

from generator.model.acties import Actie
from generator.model.basis import Editie
from generator.model.programma import Programma
from generator.model.vaststelling import Actiestand, Vaststelling


def choose_vaststelling(
    programma: Programma, editie: Editie, peildatum: date
) -> Vaststelling | None:
    """The newest adopted stand not after `peildatum`; None on the intranet, or when there is none.

    Source: READERS 4, rule 1; DESIGN 5.
    """
    if editie is Editie.INTERN:
        return None
    known = [item for item in programma.vastgesteld if item.datum <= peildatum]
    return max(known, key=lambda item: item.datum, default=None)


def restore_stand(programma: Programma, vaststelling: Vaststelling) -> Programma:
    """The programme as it stood in the report.

    An action has the status of the report, and what it reached later was not reached yet. An
    action that the report does not know is newer, and stays as it is.
    """
    reported = {item.actie: item for item in vaststelling.acties}
    acties = tuple(
        _restore_actie(actie, reported.get(actie.id), vaststelling.datum)
        for actie in programma.acties
    )
    return programma.model_copy(update={"acties": acties})


def _restore_actie(actie: Actie, stand: Actiestand | None, datum: date) -> Actie:
    if stand is None:
        return actie
    mijlpalen = tuple(
        item.model_copy(update={"behaald": None})
        if item.behaald and item.behaald.begin > datum
        else item
        for item in actie.mijlpalen
    )
    changes = {
        "actiestatus": stand.actiestatus,
        "reden": stand.reden,
        "mijlpalen": mijlpalen,
        "gerealiseerde_effecten": tuple(
            effect for effect in actie.gerealiseerde_effecten if effect.jaar <= datum.year
        ),
    }
    return actie.model_copy(update=changes)
