"""What the programme costs: budgets by thema, team and budget programme, and hours by team."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from decimal import Decimal

from generator.derive.feiten import Actiefeiten
from generator.derive.feiten.kosten import Kostenfeiten, Kostenregel, Urenregel
from generator.derive.tellingen import sum_uren
from generator.model.acties import Actie
from generator.model.basis import Klasse
from generator.model.programma import Programma
from generator.model.regels.voortgang import GAAT_DOOR

type_sleutel = Callable[[Actie], str | None]


def derive_kosten(programma: Programma, acties: Mapping[str, Actiefeiten]) -> Kostenfeiten | None:
    """Budgets and hours; None where no action states any, as in the public edition.

    Stopped actions are in no sum; those that are ready are, because their money was spent.
    """
    stopped = [item for item in acties.values() if item.klasse is Klasse.VERVALLEN]
    counted = [item.actie for item in acties.values() if item.klasse is not Klasse.VERVALLEN]
    if not any(item.budget_eur is not None or item.uren for item in counted):
        return None
    themas = {item.id: item.naam for item in programma.themas}
    teams = {item.id: item.naam for item in programma.teams}
    stated = sorted(
        {item.begrotingsprogramma for item in counted if item.begrotingsprogramma},
        key=str.casefold,
    )
    with_budget = [item.actie for item in stopped if item.actie.budget_eur is not None]
    return Kostenfeiten(
        totaal=_add(counted),
        aantal=sum(item.budget_eur is not None for item in counted),
        themas=_group(counted, lambda item: item.thema, themas),
        teams=_group(counted, lambda item: item.eigenaar_team, {**teams, "": "Nog geen eigenaar"}),
        begroting=_group(
            counted,
            lambda item: item.begrotingsprogramma,
            {**{name: name for name in stated}, "": "Niet ingevuld"},
        ),
        zonder_budget=tuple(item.id for item in counted if item.budget_eur is None),
        gestopt=tuple(item.id for item in with_budget),
        bedrag_gestopt=_add(with_budget),
        uren=_list_uren(acties.values(), teams),
        zonder_uren=sum(
            not item.actie.uren for item in acties.values() if item.klasse in GAAT_DOOR
        ),
    )


def _add(acties: Iterable[Actie]) -> Decimal:
    return sum((item.budget_eur or Decimal(0) for item in acties), Decimal(0))


def _group(
    acties: Sequence[Actie], key: type_sleutel, names: Mapping[str, str]
) -> tuple[Kostenregel, ...]:
    """The actions by a field, in the order of the names; a name without actions is left out."""
    groups: dict[str, list[Actie]] = {}
    for actie in acties:
        groups.setdefault(key(actie) or "", []).append(actie)
    return tuple(
        _sum_up(identifier, naam, groups[identifier])
        for identifier, naam in names.items()
        if identifier in groups
    )


def _sum_up(identifier: str, naam: str, acties: Sequence[Actie]) -> Kostenregel:
    with_budget = [item for item in acties if item.budget_eur is not None]
    funding: dict[str, list[Actie]] = {}
    for actie in with_budget:
        funding.setdefault(actie.dekking or "", []).append(actie)
    return Kostenregel(
        id=identifier,
        naam=naam,
        bedrag=_add(acties),
        aantal=len(with_budget),
        zonder=len(acties) - len(with_budget),
        per_dekking={dekking: _add(found) for dekking, found in funding.items()},
    )


def _list_uren(acties: Iterable[Actiefeiten], teams: Mapping[str, str]) -> tuple[Urenregel, ...]:
    """Hours by team, in the order of the teams."""
    asking = [item for item in acties if item.klasse not in {Klasse.KLAAR, Klasse.VERVALLEN}]
    hours = sum_uren(asking)
    counts = Counter(team for item in asking for team in {part.team for part in item.actie.uren})
    return tuple(
        Urenregel(identifier, naam, hours[identifier], counts[identifier])
        for identifier, naam in teams.items()
        if identifier in hours
    )
