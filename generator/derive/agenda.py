"""What asks for the attention of each team at a date: due, late, stale, or waiting for data."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import Final

from generator.derive.acties import list_onbevestigd
from generator.derive.feiten import Actiefeiten
from generator.derive.feiten.agenda import (
    Agendafeiten,
    Agendapunt,
    Agendasoort,
    Teamagenda,
    Wachtend,
)
from generator.model.basis import Editie
from generator.model.bijsturing import Bijsturing
from generator.model.indicatoren import Indicator, Meting
from generator.model.programma import Programma
from generator.model.regels.besluiten import is_open, list_besloten
from generator.model.regels.metingen import choose_published, drop_future
from generator.model.regels.voortgang import GAAT_DOOR

BINNENKORT: Final = timedelta(days=60)
"""How far a team looks ahead to what has to be ready."""

BESLUITTERMIJN: Final = timedelta(days=183)
"""How far it looks ahead to decisions, which take time to prepare: half a year."""

DATUMS: Final = frozenset({Agendasoort.MIJLPAAL, Agendasoort.EINDE})
"""The dates by which an action has to be ready with something."""

type_acties = Mapping[str, Actiefeiten]


def derive_agenda(
    programma: Programma, acties: type_acties, *, editie: Editie, peildatum: date
) -> Agendafeiten | None:
    """The open dates, and what they ask of each team; None in the public edition.

    Source: issue "Monitoring that lets people steer", part 6; READERS 4, rules 1 and 10.
    """
    if editie is not Editie.INTERN:
        return None
    going_on = [item for item in acties.values() if item.klasse in GAAT_DOOR]
    punten = _order(
        (
            *(punt for item in going_on for punt in _list_actie(item, peildatum)),
            *_list_terugkijken(programma, peildatum),
            *(
                punt
                for item in programma.indicatoren
                if (punt := _find_meting(item, peildatum)) is not None
            ),
        )
    )
    return Agendafeiten(
        punten=punten,
        teams={
            team.id: _gather_team(
                programma,
                [punt for punt in punten if team.id in punt.teams],
                [item for item in going_on if item.actie.eigenaar_team == team.id],
                [item for item in programma.indicatoren if item.eigenaar_team == team.id],
                peildatum,
            )
            for team in programma.teams
        },
    )


def _order(punten: Iterable[Agendapunt]) -> tuple[Agendapunt, ...]:
    soorten = list(Agendasoort)

    def place(punt: Agendapunt) -> tuple[date, date, int, str, str]:
        what = punt.actie or punt.indicator or punt.bijsturing or ""
        when = punt.wanneer
        return when.eind, when.begin, soorten.index(punt.soort), what, punt.titel

    return tuple(sorted(punten, key=place))


def _name_teams(*teams: str | None) -> tuple[str, ...]:
    return tuple(sorted({team for team in teams if team}))


def _list_actie(feit: Actiefeiten, peildatum: date) -> Iterator[Agendapunt]:
    """The open dates of an action that goes on.

    An end on which a milestone is waited for is not said twice.
    """
    actie = feit.actie
    teams = _name_teams(actie.eigenaar_team)
    waiting = [item.mijlpaal for item in feit.mijlpalen if item.behaald is None]
    dates = [(Agendasoort.MIJLPAAL, item.gepland, item.titel) for item in waiting]
    if actie.eind is not None and actie.eind not in [item.gepland for item in waiting]:
        dates.append((Agendasoort.EINDE, actie.eind, ""))
    for soort, wanneer, titel in dates:
        is_voorbij = wanneer.eind < peildatum
        yield Agendapunt(soort, wanneer, titel, teams, actie.id, is_voorbij=is_voorbij)
    for moment in actie.besluitmomenten:
        if moment.wanneer.eind >= peildatum:
            yield Agendapunt(
                Agendasoort.BESLUIT,
                moment.wanneer,
                moment.waarover,
                teams,
                actie.id,
                wie=moment.wie,
            )


def _list_terugkijken(programma: Programma, peildatum: date) -> Iterator[Agendapunt]:
    acties = {item.id: item.eigenaar_team for item in programma.acties}
    indicatoren = {item.id: item.eigenaar_team for item in programma.indicatoren}

    def name_teams(item: Bijsturing) -> tuple[str, ...]:
        owners = (acties.get(name) for name in item.acties)
        return _name_teams(*owners, *(indicatoren.get(name) for name in item.indicatoren))

    for item in list_besloten(programma, peildatum):
        if is_open(item, peildatum):
            yield Agendapunt(
                Agendasoort.TERUGKIJKEN,
                item.terugkijken,
                item.titel,
                name_teams(item),
                bijsturing=item.id,
                is_voorbij=item.terugkijken.eind < peildatum,
            )


def _list_known(indicator: Indicator, peildatum: date) -> list[Meting]:
    """The measurements that count at `peildatum`, by year."""
    known = choose_published(drop_future(indicator.metingen, peildatum), peildatum)
    return [item.meting for item in known if item.telt]


def _has_come(indicator: Indicator, peildatum: date) -> bool:
    """Whether a value was published since the moment at which the next one was expected."""
    expected = indicator.volgende_publicatie
    return expected is not None and any(
        item.waarde is not None
        and item.publicatie is not None
        and item.publicatie.begin >= expected.begin
        for item in _list_known(indicator, peildatum)
    )


def _find_meting(indicator: Indicator, peildatum: date) -> Agendapunt | None:
    """When the next value of an indicator is expected; None when nobody said, or it has come."""
    expected = indicator.volgende_publicatie
    if expected is None or _has_come(indicator, peildatum):
        return None
    return Agendapunt(
        Agendasoort.METING,
        expected,
        teams=_name_teams(indicator.eigenaar_team),
        indicator=indicator.id,
        is_voorbij=expected.eind < peildatum,
    )


def _find_wachtend(indicator: Indicator, peildatum: date) -> Wachtend | None:
    """What an indicator waits for: a value that should have come, or one that is absent."""
    meting = _find_meting(indicator, peildatum)
    newest = max(_list_known(indicator, peildatum), key=lambda item: item.jaar, default=None)
    is_empty = newest is not None and newest.waarde is None
    is_voorbij = meting is not None and meting.is_voorbij
    if not (is_empty or is_voorbij):
        return None
    return Wachtend(
        indicator=indicator.id,
        verwacht=meting.wanneer if meting else None,
        is_voorbij=is_voorbij,
        jaar=newest.jaar if newest and is_empty else None,
        reden=newest.reden if newest and is_empty else None,
    )


def _list_daarna(punten: Iterable[Agendapunt], after: date) -> tuple[Agendapunt, ...]:
    """The first date of each action after a day."""
    first: dict[str | None, Agendapunt] = {}
    for punt in punten:
        if punt.wanneer.eind > after:
            first.setdefault(punt.actie, punt)
    return tuple(first.values())


def _gather_team(
    programma: Programma,
    punten: Sequence[Agendapunt],
    acties: Sequence[Actiefeiten],
    indicatoren: Sequence[Indicator],
    peildatum: date,
) -> Teamagenda:
    until = peildatum + BINNENKORT
    datums = [item for item in punten if item.soort in DATUMS]
    near = [item for item in punten if item.wanneer.eind <= peildatum + BESLUITTERMIJN]
    waiting = (_find_wachtend(item, peildatum) for item in indicatoren)
    return Teamagenda(
        te_laat=tuple(item for item in datums if item.is_voorbij),
        binnenkort=tuple(
            item for item in datums if not item.is_voorbij and item.wanneer.eind <= until
        ),
        daarna=_list_daarna(datums, until),
        besluiten=tuple(item for item in near if item.soort is Agendasoort.BESLUIT),
        terugkijken=tuple(item for item in near if item.soort is Agendasoort.TERUGKIJKEN),
        onbevestigd=tuple(
            sorted(
                list_onbevestigd(programma, acties, peildatum),
                key=lambda item: (item.bevestigd or date.min, item.actie),
            )
        ),
        wachtend=tuple(filter(None, waiting)),
    )
