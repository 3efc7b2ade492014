"""Figures of behaviour: what the challenge saved, and which barriers were mentioned."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Final

from generator.derive.feiten import Feiten
from generator.derive.feiten.gedrag import Challengefeiten, Opdrachtfeiten, Soorttelling
from generator.model.herkomst import Herkomstvelden
from generator.present.charts.bars import Staaf, chart_bars
from generator.present.charts.panels import Paneel, chart_panels
from generator.present.figures.basis import Figuur, require, tell_afkomst, type_maker
from generator.present.formats import format_getal, format_opsomming, format_waarde
from generator.present.tables import Kolom, Tabel, type_cell
from generator.present.zinnen import find_most

CO2, AFVAL = "CO2", "afval"
"""What the assignments saved, in words."""
KOLOMMEN_OPDRACHTEN: Final = (
    Kolom("Opdracht"),
    Kolom("Soort"),
    Kolom("Deelnemers", is_getal=True),
    Kolom("Aantal keer", is_getal=True),
    Kolom("Wat is geteld"),
    Kolom("CO2 bespaard (kg)", is_getal=True, decimalen=1),
    Kolom("Afval bespaard (kg)", is_getal=True, decimalen=1),
)


def _list_savings(challenge: Challengefeiten, wat: str) -> list[tuple[Opdrachtfeiten, Decimal]]:
    """The assignments with a number, the largest saving first."""
    found = [
        (item, value)
        for item in challenge.opdrachten
        if (value := item.co2_kg if wat == CO2 else item.afval_kg) is not None
    ]
    return sorted(found, key=lambda pair: pair[1], reverse=True)


def tell_besparing(challenge: Challengefeiten, kleinste_groep: int) -> str:
    """What was saved together, by which assignment most, and what is not counted."""
    sums = [(challenge.co2_kg, CO2), (challenge.afval_kg, AFVAL)]
    known = [f"{format_waarde(value, 'kg', 0)} {wat}" for value, wat in sums if value is not None]
    dagen = challenge.challenge.duur_dagen
    zinnen = ["Wat de opdrachten bespaarden, is nog niet bekend."]
    if known:
        begin = f"Met deze opdrachten bespaarden deelnemers in {dagen} dagen naar eigen schatting"
        zinnen = [f"{begin} {format_opsomming(known)}."]
    if most := [told for wat in (CO2, AFVAL) if (told := _tell_most(challenge, wat))]:
        zinnen.append(f"Het meest scheelde {format_opsomming(most)}.")
    if weggelaten := challenge.challenge.weggelaten:
        noun = "opdracht" if weggelaten == 1 else "opdrachten"
        zinnen.append(
            f"Niet getoond en niet meegeteld: {weggelaten} {noun}, zodat groepen van minder dan "
            f"{kleinste_groep} mensen niet te herkennen zijn."
        )
    return " ".join(zinnen)


def _tell_most(challenge: Challengefeiten, wat: str) -> str | None:
    """Which assignment saved most; None where there is nothing to compare."""
    savings = _list_savings(challenge, wat)
    if len(savings) <= 1 or savings[0][1] <= 0:
        return None
    most = [item.opdracht.titel for item, value in savings if value == savings[0][1]]
    return f"bij {wat} {format_opsomming([f'‘{titel}’' for titel in most])}"


def make_opdrachten(feiten: Feiten) -> Figuur:
    """The assignments: CO2 and waste that each saved."""
    challenge = require(feiten.challenge)
    naam, titel = "challenge-opdrachten", "Wat de opdrachten bespaarden"
    panels = [
        Paneel(f"{kop} bespaard (kg)", [_make_staaf(item, kg) for item, kg in savings])
        for kop, wat in ((CO2, CO2), ("Afval", AFVAL))
        if (savings := _list_savings(challenge, wat))
    ]
    rows = (item.opdracht for item in challenge.opdrachten)
    return Figuur(
        naam=naam,
        titel=titel,
        zin=tell_besparing(challenge, feiten.programma.gegevens.kleinste_groep),
        grafiek=chart_panels(panels),
        tabel=Tabel(naam, titel, KOLOMMEN_OPDRACHTEN, _list_opdrachten(feiten, challenge)),
        afkomst=tell_afkomst(feiten, challenge.challenge, *rows),
        is_hoog=True,
    )


def _make_staaf(item: Opdrachtfeiten, kg: Decimal) -> Staaf:
    return Staaf(item.opdracht.titel, kg, format_waarde(kg, "kg", 1))


def _list_opdrachten(
    feiten: Feiten, challenge: Challengefeiten
) -> tuple[tuple[type_cell, ...], ...]:
    soorten = {term.id: term.naam for term in feiten.programma.termen("challengecategorie")}
    return tuple(
        (
            item.opdracht.titel,
            soorten.get(item.opdracht.categorie, item.opdracht.categorie),
            item.opdracht.deelnemers,
            item.opdracht.aantal,
            item.opdracht.eenheid,
            item.co2_kg,
            item.afval_kg,
        )
        for item in challenge.opdrachten
    )


def tell_soorten(telling: Soorttelling) -> str:
    """Which kind of barrier was mentioned most, of the mentions that may be shown."""
    zinnen = ["Hoe vaak de belemmeringen genoemd zijn, is nog niet bekend."]
    if telling.meldingen:
        most, names = find_most([(f"‘{item.naam}’", item.meldingen) for item in telling.regels])
        meldingen = f"{format_getal(telling.meldingen)} meldingen"
        each = " elk" if len(names) > 1 else ""
        zinnen = [
            f"Van de {meldingen} gaan de meeste ({most}{each}) over {format_opsomming(names)}."
        ]
    if telling.ongeteld and telling.meldingen:
        noun = (
            "Van 1 belemmering is het aantal niet bekend of te klein om te tonen; dat telt"
            if telling.ongeteld == 1
            else f"Van {telling.ongeteld} belemmeringen is het aantal niet bekend of te klein om "
            "te tonen; die tellen"
        )
        zinnen.append(f"{noun} niet mee.")
    return " ".join(zinnen)


def _make_soorten(feiten: Feiten, naam: str, titel: str, telling: Soorttelling) -> Figuur:
    staven = [
        Staaf(regel.naam, regel.meldingen, str(regel.meldingen), regel.kleur)
        for regel in telling.regels
    ]
    return Figuur(
        naam=naam,
        titel=titel,
        zin=tell_soorten(telling),
        grafiek=chart_bars(staven) if telling.meldingen else None,
        tabel=Tabel(
            naam,
            titel,
            (
                Kolom("Soort"),
                Kolom("Meldingen", is_getal=True),
                Kolom("Belemmeringen", is_getal=True),
            ),
            tuple((regel.naam, regel.meldingen, regel.belemmeringen) for regel in telling.regels),
        ),
        # Barriers have no provenance of their own: that of the programme holds.
        afkomst=tell_afkomst(feiten, Herkomstvelden()),
    )


def make_soorten(feiten: Feiten) -> Figuur:
    """Mentions by kind, in everyday words."""
    telling = require(feiten.belemmeringen).per_praktisch
    return _make_soorten(feiten, "belemmeringen-soorten", "Meldingen per soort", telling)


def make_comb(feiten: Feiten) -> Figuur:
    """Mentions by what COM-B says people need."""
    telling = require(feiten.belemmeringen).per_comb
    titel = "Meldingen naar kunnen, gelegenheid en motivatie"
    return _make_soorten(feiten, "belemmeringen-comb", titel, telling)


MAKERS: Final[Mapping[str, type_maker]] = {
    "challenge-opdrachten": make_opdrachten,
    "belemmeringen-soorten": make_soorten,
    "belemmeringen-comb": make_comb,
}
"""The figures of this subject, by name."""
