"""The traffic light of an action: rules that are data, at one date."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from generator.model.acties import Actie, Mijlpaal
from generator.model.basis import Klasse, Lichtregel, Voortgang
from generator.model.bijsturing import Voortgangsregel
from generator.model.datums import Periode
from generator.model.oordelen import Voortgangsoordeel, find_gegeven
from generator.model.programma import Programma

GAAT_DOOR: Final = frozenset({Klasse.OPEN, Klasse.ACTIEF})
"""What an action is while something still has to be done for it."""


@dataclass(frozen=True, slots=True)
class Licht:
    """The light of an action at a date.

    Attributes:
        berekend: what the rules say; None when the action is ready or stopped, or without rules.
        regels: the rules that gave it, in the order of the file; empty when none holds.
        overige: rules that hold too, with a verdict that is less bad.
        handmatig: the verdict by hand, given by then; it stands beside what was computed.
    """

    berekend: Voortgang | None
    regels: tuple[Voortgangsregel, ...] = ()
    overige: tuple[Voortgangsregel, ...] = ()
    handmatig: Voortgangsoordeel | None = None

    @property
    def waarde(self) -> Voortgang | None:
        """The light that counts: the verdict by hand where there is one."""
        return self.handmatig.waarde if self.handmatig else self.berekend


GEEN_LICHT: Final = Licht(None)
"""That of an action which is ready or stopped, and of all where the programme has no rules."""


def judge_actie(
    actie: Actie, klasse: Klasse | None, regels: Sequence[Voortgangsregel], peildatum: date
) -> Licht:
    """The light of an action at `peildatum`: the worst of the rules that hold.

    Args:
        actie: the action.
        klasse: what its status means; None when the vocabulary does not say.
        regels: the rules of the programme; without rules there are no lights.
        peildatum: the only date that decides.

    Source: DOMAIN 1.1 (`voortgang`), and the rules themselves, which are data.
    """
    if klasse not in GAAT_DOOR or not regels:
        return GEEN_LICHT
    found = tuple(item for item in regels if _holds(item, actie, klasse, peildatum))
    order = list(Voortgang)
    worst = max(
        (item.voortgang for item in found),
        key=order.index,
        default=Voortgang.VOLGENS_VERWACHTING,
    )
    return Licht(
        worst,
        regels=tuple(item for item in found if item.voortgang is worst),
        overige=tuple(item for item in found if item.voortgang is not worst),
        handmatig=find_gegeven(actie.voortgang_handmatig, peildatum),
    )


def _holds(regel: Voortgangsregel, actie: Actie, klasse: Klasse | None, peildatum: date) -> bool:
    limit = peildatum - timedelta(days=regel.dagen)
    return TOETSEN[regel.soort](actie, klasse, limit, peildatum)


def _has_ended(actie: Actie, _: Klasse | None, limit: date, __: date) -> bool:
    return actie.eind is not None and actie.eind.eind < limit


def _has_late_mijlpaal(actie: Actie, _: Klasse | None, limit: date, peildatum: date) -> bool:
    return any(
        item.gepland.eind < limit and find_behaald(item, peildatum) is None
        for item in actie.mijlpalen
    )


def _has_not_begun(actie: Actie, klasse: Klasse | None, limit: date, _: date) -> bool:
    return klasse is Klasse.OPEN and actie.start is not None and actie.start.eind < limit


def _is_not_confirmed(actie: Actie, _: Klasse | None, limit: date, peildatum: date) -> bool:
    return not is_bevestigd(actie, limit, peildatum)


def _has_no_date(actie: Actie, _: Klasse | None, __: date, peildatum: date) -> bool:
    waiting = [item for item in actie.mijlpalen if find_behaald(item, peildatum) is None]
    return actie.eind is None and not waiting


TOETSEN: Final[Mapping[Lichtregel, Callable[[Actie, Klasse | None, date, date], bool]]] = {
    Lichtregel.EINDDATUM_VOORBIJ: _has_ended,
    Lichtregel.MIJLPAAL_VOORBIJ: _has_late_mijlpaal,
    Lichtregel.NIET_BEGONNEN: _has_not_begun,
    Lichtregel.NIET_BEVESTIGD: _is_not_confirmed,
    Lichtregel.GEEN_DATUM: _has_no_date,
}
"""What each kind of rule asks of an action; the dates are peildatum minus its days, and peildatum.

Source: DOMAIN 4, rule 11.
"""


def find_behaald(mijlpaal: Mijlpaal, peildatum: date) -> Periode | None:
    """When a milestone was reached, seen from `peildatum`; None while it was not."""
    behaald = mijlpaal.behaald
    return behaald if behaald and behaald.begin <= peildatum else None


def is_op_tijd(mijlpaal: Mijlpaal, peildatum: date) -> bool:
    """Whether a milestone was reached before its planned period was over, seen from `peildatum`.

    Of one that was reached in a whole month or year the first day counts, as everywhere.

    Source: DOMAIN 4, rule 17; DOMAIN 3, indicator 20.
    """
    behaald = find_behaald(mijlpaal, peildatum)
    return behaald is not None and behaald.begin <= mijlpaal.gepland.eind


def find_bevestigd(actie: Actie, peildatum: date) -> date | None:
    """When the stand of an action was last confirmed by what it says; None when never.

    The newest of the confirmation itself, a milestone that was reached and a verdict by hand. A
    confirmation from after `peildatum` counts as well: nobody knows which one it replaced.
    """
    by_hand = find_gegeven(actie.voortgang_handmatig, peildatum)
    found = [
        actie.gecontroleerd_op,
        by_hand.datum if by_hand else None,
        *(
            min(reached.eind, peildatum)
            for item in actie.mijlpalen
            if (reached := find_behaald(item, peildatum))
        ),
    ]
    return max(filter(None, found), default=None)


def is_bevestigd(actie: Actie, since: date, peildatum: date) -> bool:
    """Whether the stand of an action was confirmed on the day `since` or later."""
    confirmed = find_bevestigd(actie, peildatum)
    return confirmed is not None and confirmed >= since


def find_versheid(programma: Programma) -> int | None:
    """How many days old a stand may be, as the strictest rule for the light says; None without."""
    rules = programma.voortgangsregels
    days = (item.dagen for item in rules if item.soort is Lichtregel.NIET_BEVESTIGD)
    return min(days, default=None)


def list_stopped(programma: Programma) -> frozenset[str]:
    """The actions that were stopped: nobody works on what they would have solved."""
    statussen = programma.termen("actiestatus")
    stopped = {term.id for term in statussen if term.klasse is Klasse.VERVALLEN}
    return frozenset(actie.id for actie in programma.acties if actie.actiestatus in stopped)
