"""Figures of progress: lights and verdicts counted, and how far the actions are."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from generator.derive.feiten import Feiten
from generator.derive.feiten.uitvoering import Actiegroep
from generator.model.basis import Editie
from generator.model.woordenlijst import Term
from generator.present.charts.bars import Laag, Staaf, chart_bars, chart_stacked
from generator.present.charts.basis import REFERENTIE, choose_kleur, name_kleur, type_figure
from generator.present.figures.basis import Figuur, count_now, type_maker
from generator.present.formats import format_aantal, format_opsomming
from generator.present.tables import Kolom, Tabel, type_cell
from generator.present.tekens import OORDEELTEKENS

SAMEN: Final = "Samen"
ZONDER: Final = "Geen oordeel"
IN_DE_STAAF: Final = {"textposition": "inside", "insidetextanchor": "middle", "textangle": 0}
"""Each part of a bar says its sign and its number: who cannot tell the colours can read it."""


def name_acties(feiten: Feiten, aantal: int) -> str:
    """A number of actions; of the public edition they are the public ones."""
    soort = "openbare " if feiten.editie is Editie.PUBLIEK else ""
    return format_aantal(aantal, f"{soort}actie", f"{soort}acties")


def count_lichten(feiten: Feiten) -> str:
    """How many actions have which light: `Op schema 12 en Bijsturen nodig 2`; empty without any."""
    names = _name_terms(feiten, "voortgang")
    lichten = feiten.uitvoering.totaal.lichten
    told = [f"{names[item.voortgang]} {item.aantal}" for item in lichten if item.aantal]
    return format_opsomming(told) if told else ""


def tell_lichten(feiten: Feiten) -> str:
    """How many actions have which light, and how many have none."""
    totaal = feiten.uitvoering.totaal
    if not feiten.uitvoering.has_lichten:
        return "Over de voortgang van de acties is nog geen oordeel vastgelegd."
    told = count_lichten(feiten)
    verb = "heeft" if totaal.met_licht == 1 else "hebben"
    acties, over = name_acties(feiten, totaal.acties), "een oordeel over de voortgang"
    if not totaal.zonder_licht:
        return f"{_name_all(acties, totaal.acties)} {over}: {told}."
    zin = f"Van de {acties} {verb} er {totaal.met_licht} {over}: {told}."
    rest, is_one = totaal.zonder_licht, totaal.zonder_licht == 1
    verb = "is" if is_one else "zijn"
    why = f"{verb} klaar of gestopt"
    if totaal.klaar_of_gestopt < rest:
        why = f"{'heeft' if is_one else 'hebben'} geen oordeel"
    return f"{zin} De andere{'' if is_one else f' {rest}'} {why}."


def _name_all(noun: str, aantal: int) -> str:
    """The beginning of a sentence about all of something: `Alle 12 acties hebben`."""
    one = noun.rsplit(maxsplit=1)[-1]
    return f"De enige {one} heeft" if aantal == 1 else f"Alle {noun} hebben"


def tell_oordelen(feiten: Feiten) -> str:
    """How many indicators have which verdict, and how many ask for a decision."""
    uitvoering = feiten.uitvoering
    if not uitvoering.has_oordelen:
        return "Over de indicatoren is nog geen oordeel vastgelegd."
    names = _name_terms(feiten, "indicatorstatus")
    told = [
        f"{names[item.status]} {len(item.indicatoren)}"
        for item in uitvoering.oordelen
        if item.indicatoren
    ]
    judged = sum(len(item.indicatoren) for item in uitvoering.oordelen)
    verb = "heeft" if judged == 1 else "hebben"
    noun = format_aantal(len(feiten.indicatoren), "indicator", "indicatoren")
    begin = f"Van de {noun} {verb} er {judged}"
    if judged == len(feiten.indicatoren):
        begin = _name_all(noun, judged)
    zinnen = [f"{begin} een oordeel: {format_opsomming(told)}."]
    asking = sum(item.koers.vraagt_besluit for item in feiten.indicatoren.values())
    if asking:
        verb = "vraagt" if asking == 1 else "vragen"
        zinnen.append(f"Daarvan {verb} er {asking} een besluit.")
    else:
        zinnen.append("Geen daarvan vraagt een besluit.")
    return " ".join(zinnen)


def _name_terms(feiten: Feiten, woordenlijst: str) -> dict[str, str]:
    """What readers call each verdict; the id where nobody named it."""
    named = {term.id: term.naam for term in feiten.programma.termen(woordenlijst)}
    return {identifier: named.get(identifier, identifier) for identifier in OORDEELTEKENS}


def _colour(terms: Sequence[Term]) -> dict[str, str]:
    """The colour of each verdict; grey where others have one and it has none."""
    if not any(term.kleur for term in terms):
        return {term.id: choose_kleur(None, place) for place, term in enumerate(terms)}
    return {term.id: name_kleur(term.kleur) if term.kleur else REFERENTIE for term in terms}


def _make_lichten(
    feiten: Feiten, naam: str, kop: str, groepen: Sequence[Actiegroep], zin: str
) -> Figuur:
    """Stacked bars of lights by group; without any light a sentence that says so."""
    titel = f"Voortgang van de acties per {kop.lower()}"
    totaal, terms = feiten.uitvoering.totaal, feiten.programma.termen("voortgang")
    names = _name_terms(feiten, "voortgang")
    heads = (kop, *(names[item.voortgang] for item in totaal.lichten), ZONDER, "Acties")
    kolommen = tuple(Kolom(head, is_getal=place > 0) for place, head in enumerate(heads))
    if not feiten.uitvoering.has_lichten:
        return Figuur(naam, titel, tell_lichten(feiten), None, Tabel(naam, titel, kolommen, ()))
    rows = tuple(_list_counts(groep, groep.naam) for groep in groepen)
    return Figuur(
        naam=naam,
        titel=titel,
        zin=zin,
        grafiek=_chart_lichten(groepen, names, _colour(terms)),
        tabel=Tabel(naam, titel, kolommen, (*rows, _list_counts(totaal, SAMEN))),
        afkomst=count_now(feiten),
    )


def _list_counts(groep: Actiegroep, naam: str) -> tuple[type_cell, ...]:
    return (naam, *(item.aantal for item in groep.lichten), groep.zonder_licht, groep.acties)


def _chart_lichten(
    groepen: Sequence[Actiegroep], names: Mapping[str, str], colours: Mapping[str, str]
) -> type_figure:
    shown = [groep for groep in groepen if groep.met_licht]
    lagen = []
    for place, licht in enumerate(shown[0].lichten if shown else ()):
        counts = [groep.lichten[place].aantal for groep in shown]
        sign = OORDEELTEKENS[licht.voortgang]
        if any(counts):
            lagen.append(
                Laag(
                    naam=f"{sign} {names[licht.voortgang]}",
                    waarden=counts,
                    teksten=[f"{sign} {count}" if count else "" for count in counts],
                    kleur=colours.get(licht.voortgang, REFERENTIE),
                )
            )
    chart = chart_stacked([groep.naam for groep in shown], lagen)
    for layer in chart["data"]:
        layer.update(IN_DE_STAAF)
    return chart


def make_themas(feiten: Feiten) -> Figuur:
    """The lights of the actions by thema, and at which themas an action asks for a decision."""
    groepen = feiten.uitvoering.themas
    asking = [groep.naam for groep in groepen if groep.vraagt_besluit]
    zin = "Geen actie vraagt een besluit."
    if asking:
        at = "thema" if len(asking) == 1 else "de thema's"
        zin = f"Acties die een besluit vragen, horen bij {at} {format_opsomming(asking)}."
    told = f"{tell_lichten(feiten)} {zin}"
    return _make_lichten(feiten, "voortgang-themas", "Thema", groepen, told)


def make_teams(feiten: Feiten) -> Figuur:
    """The lights of the actions by team; how many teams, never which of them does best."""
    groepen = feiten.uitvoering.teams
    asking = sum(groep.vraagt_besluit > 0 for groep in groepen if groep.id)
    teams = format_aantal(sum(bool(groep.id) for groep in groepen), "team", "teams")
    verb = "heeft" if asking == 1 else "hebben"
    zin = f"Van de {teams} met acties {verb} er {asking} een actie die een besluit vraagt."
    return _make_lichten(feiten, "voortgang-teams", "Team", groepen, zin)


def make_oordelen(feiten: Feiten) -> Figuur:
    """How many indicators have which verdict, and which they are."""
    naam, titel = "voortgang-indicatoren", "Indicatoren naar oordeel"
    kolommen = (Kolom("Oordeel"), Kolom("Aantal", is_getal=True), Kolom("Indicatoren"))
    zin, uitvoering = tell_oordelen(feiten), feiten.uitvoering
    if not uitvoering.has_oordelen:
        return Figuur(naam, titel, zin, None, Tabel(naam, titel, kolommen, ()))
    names = _name_terms(feiten, "indicatorstatus")

    def name(ids: Sequence[str]) -> str:
        return "; ".join(feiten.indicatoren[key].indicator.naam for key in ids)

    rijen: list[tuple[type_cell, ...]] = [
        (names[item.status], len(item.indicatoren), name(item.indicatoren))
        for item in uitvoering.oordelen
    ]
    if uitvoering.zonder_oordeel:
        rest = uitvoering.zonder_oordeel
        rijen.append((ZONDER, len(rest), name(rest)))
    staven = [
        Staaf(f"{OORDEELTEKENS[item.status]} {names[item.status]}", count, str(count))
        for item in uitvoering.oordelen
        if (count := len(item.indicatoren))
    ]
    return Figuur(
        naam=naam,
        titel=titel,
        zin=zin,
        grafiek=chart_bars(staven),
        tabel=Tabel(naam, titel, kolommen, tuple(rijen)),
        afkomst=count_now(feiten),
    )


MAKERS: Final[Mapping[str, type_maker]] = {
    "voortgang-themas": make_themas,
    "voortgang-teams": make_teams,
    "voortgang-indicatoren": make_oordelen,
}
"""The figures of this subject, by name."""
