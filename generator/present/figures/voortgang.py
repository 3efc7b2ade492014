"""Figures of progress: by group how many actions have which light, and how far they are."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from generator.derive.feiten import Feiten
from generator.derive.feiten.uitvoering import Actiegroep
from generator.model.basis import Editie
from generator.model.paden import pad_team, pad_thema
from generator.present.figures.basis import Figuur, count_now, type_maker
from generator.present.formats import format_aantal, format_opsomming, format_pct
from generator.present.tables import Kolom, Tabel, round_cell, type_cell
from generator.present.tekens import OORDEELTEKENS

SAMEN: Final = "Samen"
ZONDER: Final = "Geen oordeel"
AF: Final = "Klaar of gestopt"
"""The head of the actions without a light, and what it is when no others are among them."""


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


def tell_pct(feiten: Feiten, groep: Actiegroep) -> str:
    """How far some actions are together, in one sentence."""
    vordering = groep.vordering
    if vordering.pct is None:
        return "Van geen enkele actie is bekend hoe ver zij is."
    verb = "is" if vordering.meegeteld == 1 else "zijn samen"
    return f"{name_acties(feiten, vordering.meegeteld)} {verb} op {format_pct(vordering.pct)}."


def _name_all(noun: str, aantal: int) -> str:
    """The beginning of a sentence about all of something: `Alle 12 acties hebben`."""
    one = noun.rsplit(maxsplit=1)[-1]
    return f"De enige {one} heeft" if aantal == 1 else f"Alle {noun} hebben"


def _name_terms(feiten: Feiten, woordenlijst: str) -> dict[str, str]:
    """What readers call each verdict; the id where nobody named it."""
    named = {term.id: term.naam for term in feiten.programma.termen(woordenlijst)}
    return {identifier: named.get(identifier, identifier) for identifier in OORDEELTEKENS}


def _make_groepen(
    feiten: Feiten, naam: str, kop: str, groepen: Sequence[Actiegroep], zin: str
) -> Figuur:
    """A table of lights and parts done by group; without any of both a sentence that says so."""
    titel = f"Voortgang van de acties per {kop.lower()}"
    totaal = feiten.uitvoering.totaal
    kolommen = _list_kolommen(feiten, kop)
    if not feiten.uitvoering.has_lichten and totaal.vordering.pct is None:
        return Figuur(naam, titel, tell_lichten(feiten), None, Tabel(naam, titel, kolommen, ()))
    rijen = [_list_cells(feiten, groep, groep.naam) for groep in groepen]
    return Figuur(
        naam=naam,
        titel=titel,
        zin=zin,
        grafiek=None,
        tabel=Tabel(
            naam,
            titel,
            kolommen,
            (*rijen, _list_cells(feiten, totaal, SAMEN)),
            paden=_list_paden(kop, groepen),
        ),
        afkomst=count_now(feiten),
    )


def _list_kolommen(feiten: Feiten, kop: str) -> tuple[Kolom, ...]:
    """The heads of the table; without any light there are no columns for them."""
    totaal, names = feiten.uitvoering.totaal, _name_terms(feiten, "voortgang")
    lichten = [
        Kolom(names[item.voortgang], is_getal=True, oordeel=item.voortgang)
        for item in totaal.lichten
        if feiten.uitvoering.has_lichten
    ]
    rest = AF if totaal.is_rest_af else ZONDER
    if feiten.uitvoering.has_lichten and totaal.zonder_licht:
        lichten.append(Kolom(rest, is_getal=True))
    acties, ver = Kolom("Acties", is_getal=True), Kolom("Hoe ver (%)", is_getal=True, is_deel=True)
    return (Kolom(kop), acties, *lichten, ver)


def _list_cells(feiten: Feiten, groep: Actiegroep, naam: str) -> tuple[type_cell, ...]:
    lichten = [item.aantal for item in groep.lichten if feiten.uitvoering.has_lichten]
    if feiten.uitvoering.has_lichten and feiten.uitvoering.totaal.zonder_licht:
        lichten.append(groep.zonder_licht)
    return (naam, groep.acties, *lichten, round_cell(groep.vordering.pct, 0))


def _list_paden(kop: str, groepen: Sequence[Actiegroep]) -> tuple[str | None, ...]:
    """The page of each group, where it has one; what all have together has none."""
    locate = {"Thema": pad_thema, "Team": pad_team}.get(kop)
    pages = [locate(groep.id) if locate and groep.id else None for groep in groepen]
    return (*pages, None)


def make_themas(feiten: Feiten) -> Figuur:
    """The actions by thema, and at which themas an action asks for a decision."""
    groepen = feiten.uitvoering.themas
    asking = [groep.naam for groep in groepen if groep.vraagt_besluit]
    zinnen = [tell_pct(feiten, feiten.uitvoering.totaal)]
    if asking:
        at = "thema" if len(asking) == 1 else "de thema's"
        zinnen.append(f"Acties die een besluit vragen, horen bij {at} {format_opsomming(asking)}.")
    elif feiten.uitvoering.has_lichten:
        zinnen.append("Geen actie vraagt een besluit.")
    return _make_groepen(feiten, "voortgang-themas", "Thema", groepen, " ".join(zinnen))


def make_fasen(feiten: Feiten) -> Figuur:
    """The actions by fase."""
    groepen = feiten.uitvoering.fasen
    told = [
        f"{groep.naam} {format_pct(pct)}"
        for groep in groepen
        if (pct := groep.vordering.pct) is not None
    ]
    zin = tell_pct(feiten, feiten.uitvoering.totaal)
    if told:
        zin = f"Zo ver zijn de acties per fase: {format_opsomming(told)}."
    return _make_groepen(feiten, "voortgang-fasen", "Fase", groepen, zin)


def make_teams(feiten: Feiten) -> Figuur:
    """The actions by team; how many teams, never which of them does best."""
    groepen = feiten.uitvoering.teams
    asking = sum(groep.vraagt_besluit > 0 for groep in groepen if groep.id)
    teams = format_aantal(sum(bool(groep.id) for groep in groepen), "team", "teams")
    verb = "heeft" if asking == 1 else "hebben"
    zin = f"Van de {teams} met acties {verb} er {asking} een actie die een besluit vraagt."
    if not feiten.uitvoering.has_lichten:
        zin = tell_pct(feiten, feiten.uitvoering.totaal)
    return _make_groepen(feiten, "voortgang-teams", "Team", groepen, zin)


MAKERS: Final[Mapping[str, type_maker]] = {
    "voortgang-themas": make_themas,
    "voortgang-fasen": make_fasen,
    "voortgang-teams": make_teams,
}
"""The figures of this subject, by name."""
