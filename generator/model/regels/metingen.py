"""Measurements at a date: which published value counts for each year, without pandas."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from generator.model.indicatoren import Indicator, Meting


class Publicatiekeuze(NamedTuple):
    """A measurement that was published, and whether it is the newest of its year."""

    meting: Meting
    telt: bool


def choose_published(metingen: Sequence[Meting], peildatum: date) -> tuple[Publicatiekeuze, ...]:
    """The measurements that were published at `peildatum`, and which of them count.

    Args:
        metingen: the measurements of one series, in any order.
        peildatum: publications after this date do not exist yet.

    Returns:
        The known measurements, ascending by year, definition and publication (a publication that
        is not stated is the oldest). Of each year and definition the newest counts; definitions
        are never mixed.
    """

    def point(meting: Meting) -> tuple[int, str]:
        return meting.jaar, meting.definitie_versie or ""

    def publication(meting: Meting) -> date:
        return meting.publicatie.begin if meting.publicatie else date.min

    known = sorted(
        (item for item in metingen if publication(item) <= peildatum),
        key=lambda item: (point(item), publication(item)),
    )
    newest = {point(item): place for place, item in enumerate(known)}
    return tuple(
        Publicatiekeuze(item, telt=newest[point(item)] == place) for place, item in enumerate(known)
    )


def drop_future(metingen: Sequence[Meting], peildatum: date) -> list[Meting]:
    """The measurements of years that have begun: nothing was measured in a year to come."""
    return [meting for meting in metingen if meting.jaar <= peildatum.year]


def list_metingen(indicator: Indicator) -> list[Meting]:
    """The measurements of an indicator; the nulmeting is a point of its line where none was.

    A row of that year without a value gives way to it, and lends it its definition and reason.
    """
    metingen, nulmeting = list(indicator.metingen), indicator.nulmeting
    if nulmeting is None:
        return metingen
    same = [meting for meting in metingen if meting.jaar == nulmeting.jaar]
    if any(meting.waarde is not None for meting in same):
        return metingen
    point = Meting(
        reeks=indicator.id,
        jaar=nulmeting.jaar,
        waarde=nulmeting.waarde,
        definitie_versie=same[-1].definitie_versie if same else None,
        reden=same[-1].reden if same else None,
        bron=nulmeting.bron,
        peildatum=nulmeting.peildatum,
        herkomst=nulmeting.herkomst,
        kwaliteit=nulmeting.kwaliteit,
    )
    return [meting for meting in metingen if meting.jaar != nulmeting.jaar] + [point]


def list_comparable(indicator: Indicator, peildatum: date) -> tuple[Meting, ...]:
    """The measurements that may be compared with the nulmeting, ascending by year, one a year.

    Those with a value, of the definition of the nulmeting, from its year on. Empty without a
    nulmeting, and when the newest value has another definition: then nothing can be compared.
    """
    nulmeting = indicator.nulmeting
    if nulmeting is None:
        return ()
    known = choose_published(drop_future(list_metingen(indicator), peildatum), peildatum)
    # The value of the nulmeting may have been revised since: any publication of it will do.
    at_start = {
        item.meting.definitie_versie
        for item in known
        if (item.meting.jaar, item.meting.waarde) == (nulmeting.jaar, nulmeting.waarde)
    }
    places = {item.versie: place for place, item in enumerate(indicator.definitieversies)}
    values = sorted(
        (item.meting for item in known if item.telt and item.meting.waarde is not None),
        key=lambda item: (item.jaar, places.get(item.definitie_versie or "", -1)),
    )
    if not values or values[-1].definitie_versie not in at_start:
        return ()
    newest = values[-1].definitie_versie
    return tuple(
        item for item in values if item.definitie_versie == newest and item.jaar >= nulmeting.jaar
    )
