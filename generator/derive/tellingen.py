"""Counts of actions by thema, team, fase and status."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

import pandas as pd

from generator.derive.feiten import Actiefeiten, Telling, Telregel
from generator.model.basis import Klasse
from generator.model.figuren import TELLINGEN
from generator.model.programma import Programma


def count_acties(programma: Programma) -> Mapping[str, Telling]:
    """Every count that `TELLINGEN` names; a term without actions counts 0."""
    velden = [telling.veld for telling in TELLINGEN.values()]
    frame = pd.DataFrame(
        {veld: [getattr(actie, veld) for actie in programma.acties] for veld in velden}
    )
    return {
        naam: _count(naam, frame[telling.veld], _list_lines(programma, telling.veld))
        for naam, telling in TELLINGEN.items()
    }


def sum_uren(acties: Iterable[Actiefeiten]) -> Mapping[str, int]:
    """Hours per year that the actions still ask of a team, by id; without hours it is absent.

    An action that is ready or stopped asks nothing more.
    """
    hours: Counter[str] = Counter()
    for feit in acties:
        if feit.klasse not in {Klasse.KLAAR, Klasse.VERVALLEN}:
            for raming in feit.actie.uren:
                hours[raming.team] += raming.uren_per_jaar
    return dict(hours)


def _list_lines(programma: Programma, field: str) -> Sequence[Telregel]:
    """The lines to count for a field of Actie, in the order of their list, each still at 0."""
    if field == "thema":
        return [Telregel(item.id, item.naam, None, 0) for item in programma.themas]
    if field == "eigenaar_team":
        return [Telregel(item.id, item.naam, None, 0) for item in programma.teams]
    return [Telregel(term.id, term.naam, term.kleur, 0) for term in programma.termen(field)]


def _count(naam: str, column: pd.Series[str], lines: Sequence[Telregel]) -> Telling:
    counted = column.value_counts()
    regels = [
        Telregel(line.id, line.naam, line.kleur, int(counted.get(line.id, 0))) for line in lines
    ]
    if missing := int(column.isna().sum()):
        regels.append(Telregel("", "nog niet bekend", None, missing))
    return Telling(naam, tuple(regels), sum(regel.aantal for regel in regels))
