"""Actions at a date: what is late, what comes next, and the light they have."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date, timedelta

from generator.derive.feiten import Actiefeiten, Mijlpaalfeiten
from generator.derive.feiten.agenda import Onbevestigd
from generator.model.acties import Actie, Mijlpaal
from generator.model.basis import Editie, Klasse
from generator.model.programma import Programma
from generator.model.regels.besluiten import list_vraagt_besluit
from generator.model.regels.voortgang import (
    GAAT_DOOR,
    GEEN_LICHT,
    find_behaald,
    find_bevestigd,
    find_versheid,
    is_bevestigd,
    judge_actie,
)
from generator.model.vaststelling import Vaststelling


def derive_acties(
    programma: Programma, stand: Vaststelling | None, *, editie: Editie, peildatum: date
) -> Mapping[str, Actiefeiten]:
    """The actions as they stand at `peildatum`, by id.

    On the intranet the light follows from the rules; everyone sees the light of the report, or
    none: the public edition passes no verdict that nobody adopted.

    Source: READERS 4, rule 1.
    """
    klassen = {term.id: term.klasse for term in programma.termen("actiestatus")}
    asking = list_vraagt_besluit(programma, "voortgang")
    reported = {item.actie: item for item in stand.acties} if stand else {}
    found = {}
    for actie in programma.acties:
        klasse, said = klassen.get(actie.actiestatus), reported.get(actie.id)
        feit = _derive_dates(actie, klasse, editie=editie, peildatum=peildatum)
        licht = (
            judge_actie(actie, klasse, programma.voortgangsregels, peildatum)
            if editie is Editie.INTERN
            else GEEN_LICHT
        )
        voortgang = said.voortgang if said else licht.waarde
        found[actie.id] = replace(
            feit,
            licht=licht,
            voortgang=voortgang,
            toelichting=said.toelichting if said else None,
            vraagt_besluit=voortgang is not None and voortgang.value in asking,
        )
    return found


def _derive_dates(
    actie: Actie, klasse: Klasse | None, *, editie: Editie, peildatum: date
) -> Actiefeiten:
    """The dates of an action seen from `peildatum`; whether one is late is for the intranet."""
    goes_on = klasse in GAAT_DOOR
    may_be_late = goes_on and editie is Editie.INTERN
    mijlpalen = tuple(
        _derive_mijlpaal(item, may_be_late=may_be_late, peildatum=peildatum)
        for item in actie.mijlpalen
    )
    coming = [
        item.mijlpaal
        for item in mijlpalen
        if goes_on and item.behaald is None and not item.is_voorbij
    ]
    return Actiefeiten(
        actie=actie,
        klasse=klasse,
        is_te_laat=may_be_late and actie.eind is not None and actie.eind.eind < peildatum,
        mijlpalen=mijlpalen,
        volgende=min(coming, key=lambda item: item.gepland.eind, default=None),
    )


def _derive_mijlpaal(mijlpaal: Mijlpaal, *, may_be_late: bool, peildatum: date) -> Mijlpaalfeiten:
    is_voorbij = mijlpaal.gepland.eind < peildatum
    behaald = find_behaald(mijlpaal, peildatum)
    return Mijlpaalfeiten(
        mijlpaal=mijlpaal,
        behaald=behaald,
        is_voorbij=is_voorbij,
        is_te_laat=may_be_late and is_voorbij and behaald is None,
    )


def list_onbevestigd(
    programma: Programma, acties: Iterable[Actiefeiten], peildatum: date
) -> tuple[Onbevestigd, ...]:
    """Those of the actions of which the stand is too old; none without a rule that says when."""
    versheid = find_versheid(programma)
    if versheid is None:
        return ()
    since = peildatum - timedelta(days=versheid)
    return tuple(
        Onbevestigd(item.actie.id, find_bevestigd(item.actie, peildatum))
        for item in acties
        if not is_bevestigd(item.actie, since, peildatum)
    )
