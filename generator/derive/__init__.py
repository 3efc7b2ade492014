"""Derive: from a programme to the facts that follow from it at one date."""

from __future__ import annotations

from datetime import date

from generator.derive.ambitie import derive_ambitie
from generator.derive.bewustzijn import derive_bewustzijn
from generator.derive.draagvlak import derive_draagvlak
from generator.derive.feiten import Actiefeiten, Feiten, Mijlpaalfeiten
from generator.derive.gedrag import derive_belemmeringen, derive_challenge
from generator.derive.inkoop import derive_inkoop
from generator.derive.integratie import derive_integratie, derive_opgaven
from generator.derive.kansen import derive_kansen
from generator.derive.reeksen import derive_indicatoren, derive_reeksen
from generator.derive.stromen import derive_stromen
from generator.derive.tellingen import count_acties, sum_uren
from generator.derive.werk import derive_werk
from generator.model.acties import Actie, Mijlpaal
from generator.model.basis import Editie, Klasse
from generator.model.programma import Programma


def derive(programma: Programma, *, editie: Editie, peildatum: date) -> Feiten:
    """The facts of a programme that was narrowed to `editie`, as they stand at `peildatum`."""
    klassen = {term.id: term.klasse for term in programma.termen("actiestatus")}
    reeksen = derive_reeksen(programma.reeksen, programma.gegevens, peildatum)
    acties = {
        actie.id: _derive_actie(
            actie, klassen.get(actie.actiestatus), editie=editie, peildatum=peildatum
        )
        for actie in programma.acties
    }
    return Feiten(
        programma=programma,
        editie=editie,
        peildatum=peildatum,
        acties=acties,
        indicatoren=derive_indicatoren(
            programma.indicatoren, reeksen, programma.gegevens, peildatum
        ),
        reeksen=reeksen,
        tellingen=count_acties(programma),
        uren_per_team=sum_uren(acties.values()),
        werk=derive_werk(programma, acties, peildatum),
        stromen=derive_stromen(programma, peildatum),
        inkoop=derive_inkoop(programma, peildatum),
        bewustzijn=derive_bewustzijn(programma),
        draagvlak=derive_draagvlak(programma),
        kansen=derive_kansen(programma),
        ambitie=derive_ambitie(programma, peildatum),
        integratie=derive_integratie(programma),
        opgaven=derive_opgaven(programma),
        challenge=derive_challenge(programma),
        belemmeringen=derive_belemmeringen(programma, peildatum),
    )


def _derive_mijlpaal(mijlpaal: Mijlpaal, *, may_be_late: bool, peildatum: date) -> Mijlpaalfeiten:
    is_voorbij = mijlpaal.gepland.eind < peildatum
    return Mijlpaalfeiten(
        mijlpaal=mijlpaal,
        is_voorbij=is_voorbij,
        is_te_laat=may_be_late and is_voorbij and mijlpaal.behaald is None,
    )


def _derive_actie(
    actie: Actie, klasse: Klasse | None, *, editie: Editie, peildatum: date
) -> Actiefeiten:
    """An action at peildatum; the public edition passes no verdict that nobody adopted.

    Source: READERS 4.1 (public shows the last adopted stand, intern the current one).
    """
    is_running = klasse in {Klasse.OPEN, Klasse.ACTIEF}
    may_be_late = is_running and editie is Editie.INTERN
    waiting = [item for item in actie.mijlpalen if item.behaald is None]
    coming = [item for item in waiting if is_running and item.gepland.eind >= peildatum]
    return Actiefeiten(
        actie=actie,
        klasse=klasse,
        is_te_laat=may_be_late and actie.eind is not None and actie.eind.eind < peildatum,
        mijlpalen=tuple(
            _derive_mijlpaal(item, may_be_late=may_be_late, peildatum=peildatum)
            for item in actie.mijlpalen
        ),
        volgende=min(coming, key=lambda item: item.gepland.eind, default=None),
    )
