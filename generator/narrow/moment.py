"""What was known at a day: nothing that was reached, measured or decided later."""

from __future__ import annotations

from datetime import date
from typing import TypeVar

from generator.model.acties import Actie
from generator.model.basis import Model
from generator.model.bijsturing import Bijsturing
from generator.model.indicatoren import Meting
from generator.model.programma import Programma
from generator.model.regels.voortgang import find_behaald

type_record = TypeVar("type_record", bound=Model)


def look_from(programma: Programma, datum: date) -> Programma:
    """The programme as who looks from a day sees it, for who reads the records themselves.

    Pages need it not: whatever derives from a programme asks for the day.
    """
    changes = {
        "acties": tuple(_look_actie(item, datum) for item in programma.acties),
        "indicatoren": tuple(_look_metingen(item, datum) for item in programma.indicatoren),
        "reeksen": tuple(_look_metingen(item, datum) for item in programma.reeksen),
        "successen": tuple(item for item in programma.successen if item.datum.begin <= datum),
        "bijsturingen": tuple(
            _look_bijsturing(item, datum) for item in programma.bijsturingen if item.datum <= datum
        ),
        "belemmeringen": tuple(
            item.model_copy(update={"opgelost_op": None})
            if item.opgelost_op and item.opgelost_op.begin > datum
            else item
            for item in programma.belemmeringen
        ),
    }
    return programma.model_copy(update=changes)


def _look_actie(actie: Actie, datum: date) -> Actie:
    confirmed = actie.gecontroleerd_op
    mijlpalen = tuple(
        item.model_copy(update={"behaald": find_behaald(item, datum)}) for item in actie.mijlpalen
    )
    changes = {
        "mijlpalen": mijlpalen,
        "gecontroleerd_op": confirmed if confirmed and confirmed <= datum else None,
    }
    return actie.model_copy(update=changes)


def _look_metingen(record: type_record, datum: date) -> type_record:
    """The measurements known by then: of each year the newest, which is the one that is shown."""
    metingen: tuple[Meting, ...] = getattr(record, "metingen", ())
    newest: dict[tuple[str, int], Meting] = {}
    for item in sorted(metingen, key=_find_publication):
        if item.jaar <= datum.year and _find_publication(item) <= datum:
            newest[item.reeks, item.jaar] = item.model_copy(
                update={"publicatie": None, "reden": None}
            )
    return record.model_copy(update={"metingen": tuple(newest.values())})


def _find_publication(meting: Meting) -> date:
    return meting.publicatie.begin if meting.publicatie else date.min


def _look_bijsturing(item: Bijsturing, datum: date) -> Bijsturing:
    if item.teruggekeken_op is None or item.teruggekeken_op <= datum:
        return item
    return item.model_copy(update={"teruggekeken_op": None, "uitkomst": None})
