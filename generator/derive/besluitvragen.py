"""What asks for a decision: what nobody decided on first, then by how long it asks."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date, timedelta

from generator.derive.feiten import Actiefeiten, Indicatorfeiten
from generator.derive.feiten.uitvoering import Besluitvraag
from generator.model.acties import Actie
from generator.model.basis import Editie, Indicatorstatus
from generator.model.datums import Periode, parse_periode
from generator.model.indicatoren import Indicator
from generator.model.programma import Programma
from generator.model.regels.besluiten import list_beantwoord, list_vraagt_besluit
from generator.model.regels.koers import judge_indicator, read_grenzen
from generator.model.regels.metingen import list_comparable
from generator.model.regels.voortgang import judge_actie


def list_besluitvragen(
    programma: Programma,
    acties: Mapping[str, Actiefeiten],
    indicatoren: Mapping[str, Indicatorfeiten],
    *,
    editie: Editie,
    peildatum: date,
) -> tuple[Besluitvraag, ...]:
    """What asks for a decision by the verdict that the edition shows, the most urgent first.

    Everyone sees it in the order of the files: since when it asks is nothing that a report says,
    and a decision that is not public is a decision all the same.

    Source: READERS 4, rule 1.
    """
    is_intern = editie is Editie.INTERN
    answered = list_beantwoord(programma, peildatum)
    found = [
        Besluitvraag(
            actie=None,
            indicator=key,
            sinds=_find_since_indicator(programma, feit, peildatum) if is_intern else None,
            bijsturing=answered.indicatoren.get(key),
        )
        for key, feit in indicatoren.items()
        if feit.koers.vraagt_besluit
    ]
    found += [
        Besluitvraag(
            actie=key,
            indicator=None,
            sinds=_find_since_actie(programma, feit, peildatum) if is_intern else None,
            bijsturing=answered.acties.get(key),
        )
        for key, feit in acties.items()
        if feit.vraagt_besluit
    ]
    return tuple(sorted(found, key=_rank)) if is_intern else tuple(found)


def _rank(vraag: Besluitvraag) -> tuple[bool, date]:
    """Without a decision first, then the longest; of equal ones indicators come first."""
    return vraag.bijsturing is not None, vraag.sinds.begin if vraag.sinds else date.max


def _find_since_actie(programma: Programma, feit: Actiefeiten, peildatum: date) -> Periode | None:
    """The day from which the light has asked for a decision, as the file tells it today.

    None when it did so on every day that the file knows of.
    """
    asking = list_vraagt_besluit(programma, "voortgang")

    def asks(day: date) -> bool:
        licht = judge_actie(feit.actie, feit.klasse, programma.voortgangsregels, day)
        return licht.waarde is not None and licht.waarde.value in asking

    since = None
    for day in _list_turning_points(programma, feit.actie, peildatum):
        if not asks(day):
            return parse_periode(since.isoformat()) if since else None
        since = day
    return None


def _list_turning_points(programma: Programma, actie: Actie, peildatum: date) -> list[date]:
    """The days up to peildatum on which the light may change, and the day before, newest first.

    A light changes only when a date of the action has passed by the days of some rule.
    """
    moments = [item.eind for item in (actie.start, actie.eind) if item]
    for mijlpaal in actie.mijlpalen:
        moments.append(mijlpaal.gepland.eind)
        if mijlpaal.behaald:
            moments += [mijlpaal.behaald.begin, mijlpaal.behaald.eind]
    by_hand = actie.voortgang_handmatig
    moments += [day for day in (actie.gecontroleerd_op, by_hand and by_hand.datum) if day]
    waits = {0, 1, *(regel.dagen + 1 for regel in programma.voortgangsregels)}
    days = {moment + timedelta(days=wait) for moment in moments for wait in waits}
    past = sorted((day for day in days if day <= peildatum), reverse=True)
    return [*past, past[-1] - timedelta(days=1)] if past else []


def _find_since_indicator(
    programma: Programma, feit: Indicatorfeiten, peildatum: date
) -> Periode | None:
    """The year of the measurement from which every verdict has asked for a decision.

    Of a target that was not met that is the year after it; of a verdict by hand its day.
    """
    koers, indicator = feit.koers, feit.indicator
    if koers.handmatig:
        return parse_periode(koers.handmatig.datum.isoformat())
    if koers.status is Indicatorstatus.NIET_GEHAALD and koers.som.doel:
        return parse_periode(str(koers.som.doel[0] + 1))
    asking = list_vraagt_besluit(programma, "indicatorstatus")
    years = [item.jaar for item in list_comparable(indicator, peildatum)]
    since = None
    for jaar in reversed(years):
        if not _asked_in(programma, indicator, jaar, peildatum, asking):
            break
        since = jaar
    return parse_periode(str(since)) if since else None


def _asked_in(
    programma: Programma, indicator: Indicator, jaar: int, peildatum: date, asking: Collection[str]
) -> bool:
    """Whether the verdict asked for a decision while the measurement of `jaar` was the newest."""
    known = tuple(item for item in indicator.metingen if item.jaar <= jaar)
    then = indicator.model_copy(update={"metingen": known})
    status = judge_indicator(then, read_grenzen(programma), peildatum).status
    return status is not None and status.value in asking
