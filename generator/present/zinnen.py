"""Sentences that state what the data say; every number in them is computed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from generator.derive.feiten import Indicatorfeiten, Reeksfeiten, Telling
from generator.model.basis import Editie
from generator.model.datums import Periode
from generator.model.indicatoren import Streefwaarde
from generator.model.programma import Programma
from generator.present.formats import (
    format_datum,
    format_getal,
    format_opsomming,
    format_verschil,
    format_waarde,
    format_wanneer,
)
from generator.present.koers import count_digits, tell_ontbreekt


def tell_stand(programma: Programma, editie: Editie, peildatum: date) -> str:
    """At which moment everything is shown, and for everyone by which report.

    Source: READERS 4, rule 1.
    """
    reports = {item.datum: item.rapportage for item in programma.vastgesteld}
    if editie is Editie.PUBLIEK and peildatum in reports:
        return f"Stand bij {reports[peildatum]}"
    return f"Stand per {format_datum(peildatum)}"


def tell_besluit(programma: Programma) -> str:
    """How far the decision about the programme is, with its day and number."""
    gegevens, besluit = programma.gegevens, programma.besluit
    zin = besluit.naam if besluit else gegevens.besluitstatus
    if programma.is_concept:
        return zin  # a day and a number are of a decision that is still to be taken
    if gegevens.besluitdatum:
        zin += f" op {format_datum(gegevens.besluitdatum)}"
    return f"{zin} ({gegevens.besluitnummer})" if gegevens.besluitnummer else zin


def tell_concept(programma: Programma) -> str:
    """What every page says of a programme that nobody adopted yet; else empty."""
    return "Concept: dit programma is nog niet vastgesteld." if programma.is_concept else ""


def tell_reeks(feiten: Reeksfeiten, peildatum: date) -> str:
    """The newest value of a foreign series, and whether it is provisional or revised."""
    laatste = feiten.laatste
    if laatste is None or laatste.waarde is None:
        missing = tell_ontbreekt(feiten, _find_volgende(feiten), peildatum)
        return f"{feiten.naam}: hier is nog geen waarde van bekend. {missing}".rstrip()
    waarde = format_waarde(laatste.waarde, feiten.eenheid, feiten.decimalen)
    if feiten.reeks and feiten.reeks.is_doel:
        return f"{feiten.naam}: {waarde} in {laatste.jaar}."
    zin = f"{feiten.naam}: {waarde} in {laatste.jaar}"
    zin += " (voorlopig cijfer)." if laatste.voorlopig else "."
    missing = tell_ontbreekt(feiten, _find_volgende(feiten), peildatum)
    return " ".join([zin, *([missing] if missing else []), *_tell_history(feiten)])


def _find_volgende(feiten: Reeksfeiten) -> Periode | None:
    return feiten.reeks.volgende_publicatie if feiten.reeks else None


def tell_indicator(feiten: Indicatorfeiten, peildatum: date, oordeel: str = "") -> str:
    """Where an indicator stands: latest value, change since the baseline, target, path.

    Args:
        feiten: the indicator.
        peildatum: the day that decides whether an expected date has passed.
        oordeel: its verdict in a sentence; empty where there is none to tell.
    """
    indicator, laatste = feiten.indicator, feiten.reeks.laatste
    eenheid, decimalen = indicator.eenheid, indicator.decimalen
    if laatste is None or laatste.waarde is None:
        zinnen = [f"Er is nog geen meting van {indicator.naam}."]
        if indicator.volgende_publicatie and not feiten.reeks.ontbreekt:
            volgende = indicator.volgende_publicatie
            verb = "werd" if volgende.eind < peildatum else "wordt"
            zinnen.append(f"De eerste {verb} verwacht {format_wanneer(volgende)}.")
    else:
        voorlopig = " (voorlopig cijfer)" if laatste.voorlopig else ""
        waarde = format_waarde(laatste.waarde, eenheid, decimalen)
        zinnen = [f"{indicator.naam}: {waarde} in {laatste.jaar}{voorlopig}."]
    zinnen += _tell_change(feiten)
    if feiten.doel:
        zinnen.append(_tell_target(feiten, feiten.doel))
    elif indicator.streeftekst:
        zinnen.append(f"Doel in woorden: {indicator.streeftekst.rstrip('.')}.")
    on_path = feiten.op_pad.get(laatste.jaar) if laatste else None
    if on_path is not None and laatste and feiten.verschil is not None:
        nodig = format_waarde(on_path, eenheid, count_digits([on_path], indicator))
        zinnen.append(f"Op het pad naar het doel hoort bij {laatste.jaar} de waarde {nodig}.")
    missing = tell_ontbreekt(feiten.reeks, indicator.volgende_publicatie, peildatum)
    zinnen += [zin for zin in (oordeel, missing) if zin]
    return " ".join([*zinnen, *_tell_history(feiten.reeks)])


def _tell_target(feiten: Indicatorfeiten, doel: Streefwaarde) -> str:
    eenheid, decimalen = feiten.indicator.eenheid, feiten.indicator.decimalen
    waarde = format_waarde(doel.waarde, eenheid, decimalen)
    if feiten.is_doel_voorbij:
        return f"Het doel voor {doel.jaar} was {waarde}."
    if feiten.einddoel is None:
        return f"Het doel is {waarde} in {doel.jaar}."
    eind = format_waarde(feiten.einddoel.waarde, eenheid, decimalen)
    return (
        f"Het eerstvolgende doel is {waarde} in {doel.jaar}; "
        f"het doel voor {feiten.einddoel.jaar} is {eind}."
    )


def _tell_change(feiten: Indicatorfeiten) -> list[str]:
    nulmeting, laatste = feiten.indicator.nulmeting, feiten.reeks.laatste
    if nulmeting is None:
        return []
    eenheid, decimalen = feiten.indicator.eenheid, feiten.indicator.decimalen
    begin = format_waarde(nulmeting.waarde, eenheid, decimalen)
    if feiten.verschil is None:
        if laatste and laatste.jaar > nulmeting.jaar:
            return [f"De nulmeting ({begin} in {nulmeting.jaar}) had een andere definitie."]
        if laatste and laatste.jaar == nulmeting.jaar:
            return []
        return [f"De nulmeting was {begin} in {nulmeting.jaar}."]
    if feiten.verschil == 0:
        return [f"Dat is gelijk aan de nulmeting in {nulmeting.jaar}."]
    verschil = format_verschil(feiten.verschil, eenheid, decimalen)
    meer_of_minder = "meer" if feiten.verschil > 0 else "minder"
    return [f"Dat is {verschil} {meer_of_minder} dan de nulmeting ({begin} in {nulmeting.jaar})."]


def _tell_history(feiten: Reeksfeiten) -> list[str]:
    """What a reader must know before comparing the years: breaks and revisions."""
    zinnen = []
    if len(feiten.definities) > 1:
        zinnen.append(
            "De definitie is veranderd: waarden voor en na de breuk zijn niet te vergelijken."
        )
    herzien = [str(punt.jaar) for punt in feiten.punten if punt.eerder]
    if herzien:
        wat = "de waarde" if len(herzien) == 1 else "de waarden"
        zinnen.append(f"Later bijgesteld: {wat} over {format_opsomming(herzien)}.")
    return zinnen


def find_most(counted: Sequence[tuple[str, int]]) -> tuple[int, list[str]]:
    """The largest number, and the names of all that have it, in their order; 0 without any."""
    most = max((aantal for _, aantal in counted), default=0)
    return most, [naam for naam, aantal in counted if aantal == most]


def tell_telling(telling: Telling, wat: str, soort: str = "") -> str:
    """How many actions there are, and which line holds the most.

    Args:
        telling: the count.
        wat: what a line is ("thema", "de fase").
        soort: which actions an edition counts ("openbare"), so that the denominator is named.
    """
    if telling.totaal == 0:
        return "Er staan nog geen acties in het programma."
    most, names = find_most([(regel.naam, regel.aantal) for regel in telling.regels])
    noun = "actie" if telling.totaal == 1 else "acties"
    acties = " ".join(filter(None, [format_getal(telling.totaal), soort, noun]))
    if telling.totaal == 1:
        return f"Er is {acties}, bij {wat} {names[0]}."
    if len(names) == 1:
        who = f"Alle {acties} horen"
        if most < telling.totaal:
            who = f"Van de {acties} horen de meeste ({most})"
        return f"{who} bij {wat} {names[0]}."
    if len(names) == len(telling.regels):
        return f"De {acties} zijn gelijk verdeeld: {most} bij elk."
    lines = format_opsomming(names)
    return f"Van de {acties} horen er elk {most} bij {wat} {lines}; dat zijn de meeste."
