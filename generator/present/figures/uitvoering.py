"""Figures of how far the actions are, with the weights that were used in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Final

from generator.derive.feiten import Feiten
from generator.derive.feiten.uitvoering import Actiegroep, Vordering
from generator.model.herkomst import inherit
from generator.present.charts.bars import Staaf, chart_bars
from generator.present.charts.basis import type_figure
from generator.present.figures.basis import Figuur, count_now, is_illustratief, type_maker
from generator.present.figures.voortgang import SAMEN, name_acties
from generator.present.formats import format_aantal, format_getal, format_opsomming, format_pct
from generator.present.tables import Kolom, Tabel, round_cell, type_cell

ASLENGTE: Final = 112
"""Percent on the axis: the whole and room for its words, so that bars compare with all of it."""
KOLOMMEN: Final = (
    Kolom("Hoe ver (%)", is_getal=True, decimalen=0),
    Kolom("Acties die meetellen", is_getal=True),
    Kolom("Niet bekend hoe ver", is_getal=True),
)
GEWICHT: Final = (
    "Elke actie telt even zwaar: het deel van haar mijlpalen dat is gehaald, "
    "en 100% als zij klaar is."
)


def tell_vordering(feiten: Feiten, groep: Actiegroep) -> str:
    """How far some actions are together, by which weight, and which are left out."""
    vordering = groep.vordering
    zinnen = ["Van geen enkele actie is bekend hoe ver zij is."]
    if vordering.pct is not None:
        known = name_acties(feiten, vordering.meegeteld)
        verb = "is" if vordering.meegeteld == 1 else "zijn samen"
        zinnen = [f"{known} {verb} op {format_pct(vordering.pct)}.", GEWICHT]
    if vordering.onbekend:
        left_out = format_aantal(vordering.onbekend, "actie", "acties")
        verb = "heeft" if vordering.onbekend == 1 else "hebben"
        counts = "telt" if vordering.onbekend == 1 else "tellen"
        zinnen.append(f"{left_out} {verb} geen mijlpalen en {counts} niet mee.")
    if groep.gestopt:
        stopped = format_aantal(groep.gestopt, "actie is", "acties zijn")
        counts = "telt" if groep.gestopt == 1 else "tellen"
        zinnen.append(f"{stopped} gestopt en {counts} ook niet mee.")
    return " ".join(zinnen)


def _list_row(naam: str, vordering: Vordering) -> tuple[type_cell, ...]:
    pct = round_cell(vordering.pct, 0)
    return naam, pct, vordering.meegeteld, vordering.onbekend


def _chart(rows: Sequence[tuple[str, Decimal | None]]) -> type_figure | None:
    """Bars of percents, against a whole of 100; None where nothing is known."""
    staven = [Staaf(naam, pct, format_pct(pct)) for naam, pct in rows if pct is not None]
    if not staven:
        return None
    chart = chart_bars(staven)
    chart["layout"]["xaxis"] |= {"range": [0, ASLENGTE]}
    return chart


def _make_groepen(
    feiten: Feiten, naam: str, kop: str, groepen: Sequence[Actiegroep], zin: str = ""
) -> Figuur:
    """Bars of how far each group is; the sentence is about all actions unless it is given."""
    titel = f"Hoe ver de acties zijn, per {kop.lower()}"
    shown = [item for item in groepen if item.acties > item.gestopt]
    rijen = [_list_row(item.naam, item.vordering) for item in shown]
    if rijen:
        rijen.append(_list_row(SAMEN, feiten.uitvoering.totaal.vordering))
    return Figuur(
        naam=naam,
        titel=titel,
        zin=zin or tell_vordering(feiten, feiten.uitvoering.totaal),
        grafiek=_chart([(item.naam, item.vordering.pct) for item in shown]),
        tabel=Tabel(naam, titel, (Kolom(kop), *KOLOMMEN), tuple(rijen)),
        afkomst=count_now(feiten),
    )


def make_themas(feiten: Feiten) -> Figuur:
    """How far the actions are by thema."""
    return _make_groepen(feiten, "uitvoering-themas", "Thema", feiten.uitvoering.themas)


def make_fasen(feiten: Feiten) -> Figuur:
    """How far the actions are by fase."""
    groepen = feiten.uitvoering.fasen
    told = [
        f"{groep.naam} {format_pct(pct)}"
        for groep in groepen
        if (pct := groep.vordering.pct) is not None
    ]
    zin = f"Zo ver zijn de acties per fase: {format_opsomming(told)}. {GEWICHT}" if told else ""
    return _make_groepen(feiten, "uitvoering-fasen", "Fase", groepen, zin)


def make_teams(feiten: Feiten) -> Figuur:
    """How far the actions are by team."""
    zin = f"Zo ver zijn de acties van elk team. {GEWICHT}"
    return _make_groepen(feiten, "uitvoering-teams", "Team", feiten.uitvoering.teams, zin)


def tell_gewichten(feiten: Feiten) -> str:
    """By what an action weighs for an indicator."""
    known = [
        f"{term.naam.lower()} {format_getal(term.gewicht)}"
        for term in feiten.programma.termen("zekerheid")
        if term.gewicht is not None
    ]
    times = f", keer de zekerheid ({format_opsomming(known)})" if known else ""
    return (
        f"Per indicator weegt elke actie mee met haar verwachte effect{times}. "
        "Van acties die aan hetzelfde effect werken, telt alleen de zwaarste."
    )


def make_indicatoren(feiten: Feiten) -> Figuur:
    """How far the actions are that are expected to help each indicator, weighted by effect."""
    naam, titel = "uitvoering-indicatoren", "Hoe ver de acties zijn die een indicator helpen"
    found = feiten.uitvoering.indicatoren
    named = [(feiten.indicatoren[item.indicator].indicator.naam, item.vordering) for item in found]
    rijen = tuple((*_list_row(*item), item[1].in_groep) for item in named)
    programma = feiten.programma
    effects = [
        inherit(effect, actie, programma.gegevens)
        for actie in programma.acties
        for effect in actie.verwachte_effecten
    ]
    return Figuur(
        naam=naam,
        titel=titel,
        zin=tell_gewichten(feiten)
        if named
        else "Van geen enkele actie is een verwacht effect ingevuld.",
        grafiek=_chart([(name, vordering.pct) for name, vordering in named]),
        tabel=Tabel(
            naam,
            titel,
            (Kolom("Indicator"), *KOLOMMEN, Kolom("Telt via een andere actie", is_getal=True)),
            rijen,
        ),
        afkomst=replace(count_now(feiten), is_illustratief=is_illustratief(effects)),
    )


MAKERS: Final[Mapping[str, type_maker]] = {
    "uitvoering-themas": make_themas,
    "uitvoering-fasen": make_fasen,
    "uitvoering-teams": make_teams,
    "uitvoering-indicatoren": make_indicatoren,
}
"""The figures of this subject, by name."""
