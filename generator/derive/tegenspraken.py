"""What does not fit together: dates, status and phase of actions that contradict each other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from generator.derive.feiten import Actiefeiten
from generator.derive.feiten.spreiding import Tegenspraak, Tegenspraaksoort
from generator.model.basis import Klasse
from generator.model.programma import Programma
from generator.model.regels.voortgang import GAAT_DOOR


def list_tegenspraken(
    programma: Programma, acties: Mapping[str, Actiefeiten], peildatum: date
) -> tuple[Tegenspraak, ...]:
    """Everything that does not fit, by title of the action; what was stopped is left alone.

    Source: DOMAIN 4, rule 11.
    """
    fasen = [term.id for term in programma.termen("fase")]
    found = [
        item
        for feit in acties.values()
        for item in (
            *_compare_own(feit, peildatum),
            *_compare_others(feit, acties, fasen),
        )
    ]
    return tuple(
        sorted(found, key=lambda i: (acties[i.actie].actie.titel.casefold(), i.actie, i.soort))
    )


def _compare_own(feit: Actiefeiten, peildatum: date) -> Iterator[Tegenspraak]:
    """Dates of an action against its status."""
    actie, klasse = feit.actie, feit.klasse
    start, eind = actie.start, actie.eind
    if klasse is Klasse.OPEN and start and start.eind < peildatum:
        yield Tegenspraak(actie.id, Tegenspraaksoort.BEGIN_VOORBIJ, start)
    if klasse is Klasse.ACTIEF and start and start.begin > peildatum:
        yield Tegenspraak(actie.id, Tegenspraaksoort.BEZIG_VOOR_BEGIN, start)
    if klasse is Klasse.KLAAR:
        if eind and eind.begin > peildatum:
            yield Tegenspraak(actie.id, Tegenspraaksoort.KLAAR_VOOR_EIND, eind)
        if waiting := sum(item.behaald is None for item in feit.mijlpalen):
            yield Tegenspraak(actie.id, Tegenspraaksoort.KLAAR_MET_MIJLPAAL, aantal=waiting)


def _compare_others(
    feit: Actiefeiten, acties: Mapping[str, Actiefeiten], fasen: list[str]
) -> Iterator[Tegenspraak]:
    """An action that goes on against those that must run first; what is ready holds nothing up."""
    actie = feit.actie
    if feit.klasse not in GAAT_DOOR:
        return
    for identifier in actie.afhankelijkheden:
        other = acties[identifier]
        begin = other.actie.start
        if other.klasse is Klasse.VERVALLEN:
            yield Tegenspraak(actie.id, Tegenspraaksoort.ANDERE_GESTOPT, andere=identifier)
        elif other.klasse is not Klasse.KLAAR:
            if actie.start and begin and actie.start.eind < begin.begin:
                yield Tegenspraak(actie.id, Tegenspraaksoort.VOOR_ANDERE, begin, identifier)
            if fasen.index(other.actie.fase) > fasen.index(actie.fase):
                yield Tegenspraak(actie.id, Tegenspraaksoort.LATERE_FASE, andere=identifier)
