"""Derive: from a programme to the facts that follow from it at one date."""

from __future__ import annotations

from datetime import date

from generator.derive.acties import derive_acties
from generator.derive.agenda import derive_agenda
from generator.derive.ambitie import derive_ambitie
from generator.derive.bewustzijn import derive_bewustzijn
from generator.derive.bijdrage import derive_bijdrage
from generator.derive.bijsturing import derive_bijsturing
from generator.derive.draagvlak import derive_draagvlak
from generator.derive.feiten import Feiten
from generator.derive.gedrag import derive_belemmeringen, derive_challenge
from generator.derive.inkoop import derive_inkoop
from generator.derive.integratie import derive_integratie, derive_opgaven
from generator.derive.kansen import derive_kansen
from generator.derive.koers import derive_koers
from generator.derive.kosten import derive_kosten
from generator.derive.reeksen import derive_indicatoren, derive_reeksen
from generator.derive.spreiding import derive_spreiding
from generator.derive.stand import find_stand
from generator.derive.stromen import derive_stromen
from generator.derive.tellingen import count_acties, sum_uren
from generator.derive.uitvoering import derive_uitvoering
from generator.derive.werk import derive_werk
from generator.derive.zelftellingen import derive_zelftellingen
from generator.model.basis import Editie
from generator.model.programma import Programma


def derive(programma: Programma, *, editie: Editie, peildatum: date) -> Feiten:
    """The facts of a programme that was narrowed to `editie`, as they stand at `peildatum`."""
    stand = find_stand(programma, editie, peildatum)
    reeksen = derive_reeksen(programma.reeksen, programma.gegevens, peildatum)
    acties = derive_acties(programma, stand, editie=editie, peildatum=peildatum)
    metingen = derive_indicatoren(programma.indicatoren, reeksen, programma.gegevens, peildatum)
    indicatoren = derive_koers(programma, metingen, stand, editie=editie, peildatum=peildatum)
    return Feiten(
        programma=programma,
        editie=editie,
        peildatum=peildatum,
        acties=acties,
        indicatoren=indicatoren,
        reeksen=reeksen,
        tellingen=count_acties(programma),
        uren_per_team=sum_uren(acties.values()),
        werk=derive_werk(programma, acties, peildatum),
        uitvoering=derive_uitvoering(
            programma, acties, indicatoren, editie=editie, peildatum=peildatum
        ),
        bijdrage=derive_bijdrage(
            programma, indicatoren, acties, editie=editie, peildatum=peildatum
        ),
        kosten=derive_kosten(programma, acties),
        spreiding=derive_spreiding(programma, acties, editie=editie, peildatum=peildatum),
        bijsturing=derive_bijsturing(programma, editie=editie, peildatum=peildatum),
        zelftellingen=derive_zelftellingen(programma, editie=editie, peildatum=peildatum),
        agenda=derive_agenda(programma, acties, editie=editie, peildatum=peildatum),
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
