"""Reported values: what was known of an indicator on the day of a report, and what it said."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from generator.model.indicatoren import Indicator, Meting
from generator.model.regels.metingen import choose_published, drop_future, list_metingen
from generator.model.vaststelling import Indicatorstand


def find_newest(indicator: Indicator, datum: date) -> Meting | None:
    """The newest measurement with a value that was known on a day; None when there was none.

    Of one year that of the newest definition.
    """
    known = choose_published(drop_future(list_metingen(indicator), datum), datum)
    counting = [item.meting for item in known if item.telt and item.meting.waarde is not None]
    return max(counting, key=lambda item: (item.jaar, _find_place(indicator, item)), default=None)


def restore_indicator(indicator: Indicator, said: Indicatorstand, datum: date) -> Indicator:
    """The indicator with the value that a report gave it, also when its file was changed since.

    The value of the report takes the place of what now stands for its year, and is added where
    nothing stands any more; later years had no value yet. What the programme counts itself is not
    changed: it is of what the edition holds. So is an indicator of which the report told no value.

    Args:
        indicator: as it is in the data now.
        said: what the report told of it.
        datum: day of the report.
    """
    jaar, waarde = said.jaar, said.waarde
    if indicator.telling or jaar is None or waarde is None:
        return indicator
    metingen = [item for item in indicator.metingen if item.waarde is None or item.jaar <= jaar]
    own = _find_own(indicator, metingen, jaar, datum)
    nulmeting = indicator.nulmeting
    if nulmeting and nulmeting.jaar == jaar and nulmeting.waarde == (own or nulmeting).waarde:
        nulmeting = nulmeting.model_copy(update={"waarde": waarde})
    told = _tell(indicator, own, jaar, waarde)
    if own:
        metingen = [told if item is own else item for item in metingen]
    elif not _is_known_as_nulmeting(indicator, jaar):
        metingen.append(told)
    return indicator.model_copy(update={"nulmeting": nulmeting, "metingen": tuple(metingen)})


def _is_known_as_nulmeting(indicator: Indicator, jaar: int) -> bool:
    """Whether the nulmeting is all there is of its year."""
    nulmeting = indicator.nulmeting
    return (
        nulmeting is not None
        and nulmeting.jaar == jaar
        and all(item.jaar != jaar for item in indicator.metingen)
    )


def restore_nulmeting(indicator: Indicator, datum: date) -> Indicator:
    """The indicator with the value of its nulmeting that was known on a day.

    A nulmeting that was revised since has a value of a later publication.
    """
    nulmeting = indicator.nulmeting
    if nulmeting is None:
        return indicator
    same = [item for item in indicator.metingen if item.jaar == nulmeting.jaar]
    known = choose_published(same, datum)
    if any(item.meting.waarde == nulmeting.waarde for item in known):
        return indicator
    versies = {item.definitie_versie for item in same if item.waarde == nulmeting.waarde}
    earlier = [
        item.meting.waarde
        for item in known
        if item.telt and item.meting.definitie_versie in versies and item.meting.waarde is not None
    ]
    if not earlier:
        return indicator
    changed = nulmeting.model_copy(update={"waarde": earlier[-1]})
    return indicator.model_copy(update={"nulmeting": changed})


def _find_place(indicator: Indicator, meting: Meting) -> int:
    """How new the definition of a measurement is; without one it is the oldest."""
    versies = [item.versie for item in indicator.definitieversies]
    versie = meting.definitie_versie
    return versies.index(versie) if versie in versies else -1


def _find_own(
    indicator: Indicator, metingen: Sequence[Meting], jaar: int, datum: date
) -> Meting | None:
    """The measurement of a year that a report was about: of the newest definition with a value."""
    known = choose_published([item for item in metingen if item.jaar == jaar], datum)
    return max(
        (item.meting for item in known if item.telt),
        key=lambda item: (item.waarde is not None, _find_place(indicator, item)),
        default=None,
    )


def _tell(indicator: Indicator, own: Meting | None, jaar: int, waarde: Decimal) -> Meting:
    """The measurement as the report told it; a reason for another value is not about this one."""
    if own:
        is_same = own.waarde == waarde
        return own if is_same else own.model_copy(update={"waarde": waarde, "reden": None})
    versies = indicator.definitieversies
    return Meting(
        reeks=indicator.id,
        jaar=jaar,
        waarde=waarde,
        definitie_versie=versies[-1].versie if versies else None,
    )
