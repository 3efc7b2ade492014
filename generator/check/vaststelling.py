"""Rules about the adopted stand: each thing once, with the words that a reader is owed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.check.dossier import Dossier
from generator.findings import Code, Ernst, Finding, fout, tip, waarschuwing
from generator.model.basis import Indicatorstatus, Klasse
from generator.model.indicatoren import Indicator
from generator.model.regels.gerapporteerd import find_newest, restore_indicator, restore_nulmeting
from generator.model.regels.getallen import show_getal
from generator.model.regels.koers import judge_indicator, read_grenzen
from generator.model.regels.vaststellen import compute_controlegetal, list_zonder_toelichting
from generator.model.vaststelling import Indicatorstand, Vaststelling, find_geldend


def find_stand_dubbel(dossier: Dossier) -> Iterator[Finding]:
    """An action or an indicator that stands twice in one report."""
    for vaststelling in dossier.programma.vastgesteld:
        acties = [item.actie for item in vaststelling.acties]
        yield from _find_dubbel(dossier, vaststelling, "actie", acties)
        indicatoren = [item.indicator for item in vaststelling.indicatoren]
        yield from _find_dubbel(dossier, vaststelling, "indicator", indicatoren)


def _find_dubbel(
    dossier: Dossier, vaststelling: Vaststelling, soort: str, ids: Sequence[str]
) -> Iterator[Finding]:
    collectie = {"actie": "acties", "indicator": "indicatoren"}[soort]
    for index, identifier in enumerate(ids):
        if identifier in ids[:index]:
            yield fout(
                Code.ID_DUBBEL,
                dossier.plekken.waar("vaststelling", vaststelling.id, collectie, index, soort),
                f"{soort} '{identifier}' staat twee keer in deze stand",
                "houd een van de twee",
            )


def find_stand_zonder_reden(dossier: Dossier) -> Iterator[Finding]:
    """An action that the report calls stopped, without why."""
    statussen = dossier.termen.get("actiestatus", {})
    for vaststelling in dossier.programma.vastgesteld:
        for index, stand in enumerate(vaststelling.acties):
            term = statussen.get(stand.actiestatus)
            if term and term.klasse is Klasse.VERVALLEN and stand.reden is None:
                yield fout(
                    Code.REDEN_ONTBREEKT,
                    dossier.plekken.waar(
                        "vaststelling", vaststelling.id, "acties", index, "actiestatus"
                    ),
                    "deze actie was gestopt, maar er staat niet waarom",
                    "voeg toe: reden: ... (een zin)",
                )


def find_toelichting_ontbreekt(dossier: Dossier) -> Iterator[Finding]:
    """A verdict that asks for a decision, adopted without what is done about it.

    Reports that were followed by another are over: nobody has to add to them.

    Source: READERS 4, rule 1: no public "bijsturen" without its explanation.
    """
    for vaststelling in _list_current(dossier):
        for lijst, index, _ in list_zonder_toelichting(dossier.programma, vaststelling):
            oordeel = "voortgang" if lijst == "acties" else "indicatorstatus"
            report = waarschuwing if vaststelling.concept else fout
            yield report(
                Code.TOELICHTING_ONTBREEKT,
                dossier.plekken.waar("vaststelling", vaststelling.id, lijst, index, oordeel),
                "dit oordeel vraagt om een besluit, maar er staat niet wat er wordt gedaan",
                "voeg toe: toelichting: ... (een of twee zinnen; iedereen leest ze)",
            )


def find_stand_veranderd(dossier: Dossier) -> Iterator[Finding]:
    """A stand that somebody changed after it was adopted."""
    for vaststelling in dossier.programma.vastgesteld:
        seal = vaststelling.controlegetal
        if seal and seal != compute_controlegetal(vaststelling):
            yield waarschuwing(
                Code.STAND_VERANDERD,
                dossier.plekken.waar("vaststelling", vaststelling.id, "controlegetal"),
                "deze stand is veranderd nadat zij is vastgesteld",
                "zet terug wat is vastgesteld; is er een nieuw besluit, haal dan de regels "
                "controlegetal en archief weg en stel opnieuw vast met circulair vaststellen",
            )


def _list_current(dossier: Dossier) -> list[Vaststelling]:
    """The stand that everyone sees, and those to come."""
    shown = find_geldend(dossier.programma.vastgesteld, dossier.peildatum)
    return [
        item for item in dossier.programma.vastgesteld if shown is None or item.datum >= shown.datum
    ]


def find_stand_half(dossier: Dossier) -> Iterator[Finding]:
    """A value without its year, or a year without its value."""
    for vaststelling in dossier.programma.vastgesteld:
        for index, stand in enumerate(vaststelling.indicatoren):
            if (stand.jaar is None) != (stand.waarde is None):
                there, missing = ("waarde", "jaar") if stand.jaar is None else ("jaar", "waarde")
                yield fout(
                    Code.VELD_ONTBREEKT,
                    dossier.plekken.waar(
                        "vaststelling", vaststelling.id, "indicatoren", index, there
                    ),
                    f"hier staat {there} zonder {missing}",
                    f"voeg {missing} toe, of haal {there} weg",
                )


def find_stand_na_peildatum(dossier: Dossier) -> Iterator[Finding]:
    """A stand that nobody sees yet."""
    for vaststelling in dossier.programma.vastgesteld if dossier.is_gedateerd else ():
        if vaststelling.datum > dossier.peildatum and not vaststelling.concept:
            yield tip(
                Code.STAND_NA_PEILDATUM,
                dossier.plekken.waar("vaststelling", vaststelling.id),
                f"deze stand is van na de peildatum ({dossier.peildatum}), en wordt nog niet "
                "getoond",
                f"maak peildatum in data/programma.yaml {vaststelling.id} of later, zodra iedereen "
                "deze stand mag zien",
            )


def find_stand_wijkt_af(dossier: Dossier) -> Iterator[Finding]:
    """A value or verdict in the report that everyone sees, other than what the data give.

    What people decided is theirs: a light, and a verdict that was given by hand.
    """
    vaststelling = find_geldend(dossier.programma.vastgesteld, dossier.peildatum)
    if vaststelling is None or not dossier.is_gedateerd:
        return
    indicatoren = {item.id: item for item in dossier.programma.indicatoren}
    for index, stand in enumerate(vaststelling.indicatoren):
        is_half = dossier.plekken.is_half("indicator", stand.indicator)
        if not is_half and (indicator := indicatoren.get(stand.indicator)):
            place = ("vaststelling", vaststelling.id, "indicatoren", index)
            indicator = restore_nulmeting(indicator, vaststelling.datum)
            yield from _compare_value(dossier, vaststelling, place, stand, indicator)
            yield from _compare_verdict(dossier, vaststelling, place, stand, indicator)


type_place = tuple[str, str, str, int]


def _compare_value(
    dossier: Dossier,
    vaststelling: Vaststelling,
    place: type_place,
    stand: Indicatorstand,
    indicator: Indicator,
) -> Iterator[Finding]:
    if stand.waarde is None or stand.jaar is None:
        return
    plek = dossier.plekken.waar(*place, "waarde")
    if indicator.telling:
        yield waarschuwing(
            Code.STAND_WIJKT_AF,
            plek,
            "dit telt het programma zelf; de waarde die hier staat wordt niet getoond",
            "haal jaar en waarde weg",
        )
        return
    newest = find_newest(indicator, vaststelling.datum)
    if newest and (newest.jaar, newest.waarde) == (stand.jaar, stand.waarde):
        return
    known = "geen waarde"
    if newest and newest.waarde is not None:
        known = f"{show_getal(newest.waarde)} over {newest.jaar}"
    yield waarschuwing(
        Code.STAND_WIJKT_AF,
        plek,
        f"in de rapportage staat {show_getal(stand.waarde)} over {stand.jaar}, maar de metingen "
        f"geven voor die dag {known}",
        f"zet in data/metingen/{indicator.id}.csv terug wat toen bekend was, en geef elke latere "
        "waarde een eigen regel met publicatie; staat het in de rapportage anders, verbeter het "
        "dan hier",
    )


def _compare_verdict(
    dossier: Dossier,
    vaststelling: Vaststelling,
    place: type_place,
    stand: Indicatorstand,
    indicator: Indicator,
) -> Iterator[Finding]:
    if stand.met_de_hand or indicator.telling:
        return
    reported = restore_indicator(indicator, stand, vaststelling.datum)
    computed = judge_indicator(reported, read_grenzen(dossier.programma), vaststelling.datum).status
    if computed is None or computed is stand.indicatorstatus:
        return
    yield Finding(
        Code.STAND_WIJKT_AF,
        Ernst.TIP if stand.toelichting else Ernst.WAARSCHUWING,
        dossier.plekken.waar(*place, "indicatorstatus"),
        f"in de rapportage staat {_name(dossier, stand.indicatorstatus)}, maar met de doelen en "
        f"grenzen van nu is de uitkomst {_name(dossier, computed)}",
        f"schrijf {computed.value} als dat in de rapportage staat; gaven mensen dit oordeel, voeg "
        "dan toe: met_de_hand: true; is een doel later veranderd, leg dat dan uit in toelichting",
    )


def _name(dossier: Dossier, status: Indicatorstatus) -> str:
    term = dossier.termen.get("indicatorstatus", {}).get(status.value)
    return f"'{term.naam}'" if term else status.value
