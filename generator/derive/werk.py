"""Daily work and accountability: what comes up, what the council asked, what it costs, where."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from generator.derive.feiten import Actiefeiten
from generator.derive.feiten.werk import (
    Besluit,
    Deadline,
    Dekkingsregel,
    Fasestand,
    Plaats,
    Raadsdossier,
    Werkfeiten,
)
from generator.model.acties import Raadsstuk
from generator.model.basis import Klasse
from generator.model.programma import Programma
from generator.model.regels.voortgang import GAAT_DOOR
from generator.model.woordenlijst import Term

type_acties = Mapping[str, Actiefeiten]


def derive_werk(programma: Programma, acties: type_acties, peildatum: date) -> Werkfeiten:
    """The facts for daily work and accountability at peildatum."""
    going_on = [item for item in acties.values() if item.klasse in GAAT_DOOR]
    with_budget = [item for item in acties.values() if item.klasse is not Klasse.VERVALLEN]
    shown = [item for item in programma.successen if item.datum.begin <= peildatum]
    return Werkfeiten(
        te_laat=_order(filter(None, map(_find_late, going_on))),
        deze_maand=_order(date_ for item in going_on for date_ in _list_month(item, peildatum)),
        raad=_group_raadsstukken(acties),
        plaatsen=_group_plaatsen(acties),
        fasen=tuple(_count_fase(term, acties) for term in programma.termen("fase")),
        besluiten=_list_besluiten(going_on, peildatum),
        dekking=_sum_dekking(with_budget, programma.termen("dekking")),
        zonder_budget=sum(item.actie.budget_eur is None for item in with_budget),
        successen=tuple(sorted(shown, key=lambda item: item.datum.eind, reverse=True)),
    )


def _list_dates(feit: Actiefeiten) -> Iterator[Deadline]:
    """Every date that an action still has to meet."""
    actie = feit.actie
    for item in feit.mijlpalen:
        if item.behaald is None:
            yield Deadline(actie.id, item.mijlpaal.gepland, item.mijlpaal.titel)
    if actie.eind is not None:
        yield Deadline(actie.id, actie.eind, None)


def _order(dates: Iterable[Deadline]) -> tuple[Deadline, ...]:
    return tuple(sorted(dates, key=lambda item: (item.wanneer.eind, item.actie)))


def _find_late(feit: Actiefeiten) -> Deadline | None:
    """The earliest date that a late action did not meet; the action knows whether it is late."""
    actie = feit.actie
    late = [item.mijlpaal for item in feit.mijlpalen if item.is_te_laat]
    missed = [Deadline(actie.id, item.gepland, item.titel) for item in late]
    if feit.is_te_laat and actie.eind is not None:
        missed.append(Deadline(actie.id, actie.eind, None))
    return min(missed, key=lambda item: item.wanneer.eind, default=None)


def _list_month(feit: Actiefeiten, peildatum: date) -> Iterator[Deadline]:
    for item in _list_dates(feit):
        end = item.wanneer.eind
        is_month = (end.year, end.month) == (peildatum.year, peildatum.month)
        if is_month and end >= peildatum:
            yield item


def _group_raadsstukken(acties: type_acties) -> tuple[Raadsdossier, ...]:
    """Council documents by number, or by their words where they have none; as first met."""
    groups: dict[tuple[str, str], list[tuple[str, Raadsstuk]]] = {}
    for identifier, feit in acties.items():
        for stuk in feit.actie.raadsstukken:
            key = (stuk.soort, stuk.nummer or stuk.titel)
            groups.setdefault(key, []).append((identifier, stuk))
    return tuple(_join_raadsstuk(found) for found in groups.values())


def _join_raadsstuk(found: list[tuple[str, Raadsstuk]]) -> Raadsdossier:
    stukken = [stuk for _, stuk in found]

    def first(field: str) -> Any:
        values = (getattr(stuk, field) for stuk in stukken)
        return next((value for value in values if value is not None), None)

    return Raadsdossier(
        soort=stukken[0].soort,
        titel=stukken[0].titel,
        nummer=first("nummer"),
        url=first("url"),
        status=first("status"),
        datum=first("datum"),
        terug=first("terug"),
        acties=tuple(dict.fromkeys(identifier for identifier, _ in found)),
    )


def _group_plaatsen(acties: type_acties) -> tuple[Plaats, ...]:
    """What people notice, by wijk in alphabetical order; what is not about one wijk comes last."""
    groups: dict[str | None, list[Actiefeiten]] = {}
    for feit in acties.values():
        actie = feit.actie
        if actie.wat_merk_ik and feit.klasse is not Klasse.VERVALLEN:
            groups.setdefault(actie.locatie.wijk if actie.locatie else None, []).append(feit)
    return tuple(
        Plaats(wijk, tuple(item.actie.id for item in sorted(groups[wijk], key=_when)))
        for wijk in sorted(groups, key=lambda name: (name is None, (name or "").casefold()))
    )


def _when(feit: Actiefeiten) -> tuple[date, str]:
    """By beginning; an action without a date comes last."""
    start = feit.actie.start
    return (start.begin if start else date.max, feit.actie.id)


def _count_fase(term: Term, acties: type_acties) -> Fasestand:
    inside = [item.klasse for item in acties.values() if item.actie.fase == term.id]
    ready, busy, stopped = (
        inside.count(klasse) for klasse in (Klasse.KLAAR, Klasse.ACTIEF, Klasse.VERVALLEN)
    )
    rest = len(inside) - ready - busy - stopped
    return Fasestand(term.id, term.naam, len(inside), ready, busy, rest, stopped)


def _list_besluiten(acties: Iterable[Actiefeiten], peildatum: date) -> tuple[Besluit, ...]:
    coming = [
        Besluit(item.actie.id, moment)
        for item in acties
        for moment in item.actie.besluitmomenten
        if moment.wanneer.eind >= peildatum
    ]
    return tuple(sorted(coming, key=lambda item: (item.moment.wanneer.eind, item.actie)))


def _sum_dekking(acties: Iterable[Actiefeiten], terms: Iterable[Term]) -> tuple[Dekkingsregel, ...]:
    """Budgets by funding, in the order of its terms; what nobody stated comes last."""
    budgets: dict[str, list[Decimal]] = {}
    for item in acties:
        if item.actie.budget_eur is not None:
            budgets.setdefault(item.actie.dekking or "", []).append(item.actie.budget_eur)
    names = {**{term.id: term.naam for term in terms}, "": "Dekking niet ingevuld"}
    return tuple(
        Dekkingsregel(identifier, naam, sum(found, Decimal(0)), len(found))
        for identifier, naam in names.items()
        if (found := budgets.get(identifier))
    )
