"""Small groups: no number is about so few people that it tells of one; in no edition."""

from __future__ import annotations

from typing import Any

from generator.model.draagvlak import Belemmering, Challenge
from generator.model.programma import Programma
from generator.narrow.grens import choose_hidden, hide_number, is_small
from generator.narrow.peilingen import merge_bewustzijn, merge_draagvlak


def hide_small_groups(programma: Programma) -> Programma:
    """The programme with every group below `kleinste_groep` hidden or merged, in any edition.

    Source: READERS 4, rules 2 and 3; DOMAIN 4, rule 7.
    """
    grens = programma.gegevens.kleinste_groep
    changes: dict[str, Any] = {}
    if programma.bewustzijn:
        changes["bewustzijn"] = merge_bewustzijn(programma.bewustzijn, grens)
    if programma.draagvlak:
        changes["draagvlak"] = merge_draagvlak(programma.draagvlak, grens)
    if programma.challenge:
        changes["challenge"] = _hide_opdrachten(programma.challenge, grens)
    if programma.belemmeringen:
        hidden = (_hide_belemmering(item, grens) for item in programma.belemmeringen)
        changes["belemmeringen"] = tuple(hidden)
    if programma.bijeenkomsten:
        changes["bijeenkomsten"] = tuple(
            item.model_copy(update={"deelnemers": hide_number(item.deelnemers, grens)})
            for item in programma.bijeenkomsten
        )
    return programma.model_copy(update=changes) if changes else programma


def _hide_belemmering(item: Belemmering, grens: int) -> Belemmering:
    """The barrier without a number of few people, or a team that does not agree to be named."""
    team = item.team if item.afgestemd_met_team else None
    return item.model_copy(update={"meldingen": hide_number(item.meldingen, grens), "team": team})


def _hide_opdrachten(challenge: Challenge, grens: int) -> Challenge:
    """The challenge without assignments that too few people did; totals are of those shown.

    Where participants did one assignment each, the total less the others gives one away: then
    others are left out with it.
    """
    counted = {item.id: [(item.deelnemers,)] for item in challenge.opdrachten if item.deelnemers}
    if sum(number for ((number,),) in counted.values()) <= challenge.deelnemers:
        hidden = choose_hidden(counted, grens)
    else:
        hidden = frozenset(name for name, (size,) in counted.items() if is_small(size, grens))
    shown = tuple(item for item in challenge.opdrachten if item.id not in hidden)
    return challenge.model_copy(update={"opdrachten": shown, "weggelaten": len(hidden)})
