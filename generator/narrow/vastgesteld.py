"""The adopted stand: the public edition shows what a report said, the intranet how it is now."""

from __future__ import annotations

from datetime import date

from generator.model.acties import Actie
from generator.model.basis import Editie
from generator.model.indicatoren import Indicator
from generator.model.programma import Programma
from generator.model.regels.gerapporteerd import restore_indicator, restore_nulmeting
from generator.model.vaststelling import Actiestand, Indicatorstand, Vaststelling, find_geldend


def choose_vaststelling(
    programma: Programma, editie: Editie, peildatum: date
) -> Vaststelling | None:
    """The newest adopted stand not after `peildatum`; None on the intranet, or when there is none.

    Source: READERS 4, rule 1; DESIGN 5.
    """
    return None if editie is Editie.INTERN else find_geldend(programma.vastgesteld, peildatum)


def drop_drafts(programma: Programma) -> Programma:
    """The programme without stands that nobody decided about: no edition shows those."""
    adopted = tuple(item for item in programma.vastgesteld if not item.concept)
    return programma.model_copy(update={"vastgesteld": adopted})


def keep_stand(programma: Programma, vaststelling: Vaststelling | None) -> Programma:
    """The programme that knows no report but this one: others are over, to come or withheld."""
    return programma.model_copy(update={"vastgesteld": (vaststelling,) if vaststelling else ()})


def restore_stand(programma: Programma, vaststelling: Vaststelling) -> Programma:
    """The programme as it stood in the report.

    An action has the status of the report, an indicator its value. What the report does not know
    is newer, and stays as it is. Milestones and later publications need no mending: whoever looks
    from the day of the report sees none later.
    """
    datum = vaststelling.datum
    acties = {item.actie: item for item in vaststelling.acties}
    indicatoren = {item.indicator: item for item in vaststelling.indicatoren}
    changes = {
        "acties": tuple(
            _restore_actie(actie, acties.get(actie.id), datum) for actie in programma.acties
        ),
        "indicatoren": tuple(
            _restore_indicator(indicator, indicatoren.get(indicator.id), datum)
            for indicator in programma.indicatoren
        ),
    }
    return programma.model_copy(update=changes)


def _restore_actie(actie: Actie, stand: Actiestand | None, datum: date) -> Actie:
    if stand is None:
        return actie
    changes = {
        "actiestatus": stand.actiestatus,
        "reden": stand.reden,
        "gerealiseerde_effecten": tuple(
            effect for effect in actie.gerealiseerde_effecten if effect.jaar <= datum.year
        ),
    }
    return actie.model_copy(update=changes)


def _restore_indicator(
    indicator: Indicator, stand: Indicatorstand | None, datum: date
) -> Indicator:
    indicator = restore_nulmeting(indicator, datum)
    return restore_indicator(indicator, stand, datum) if stand else indicator
