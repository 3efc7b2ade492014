"""How far the actions are, with the weights that were used in words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from generator.derive.feiten import Feiten
from generator.derive.feiten.uitvoering import Actiegroep, Vordering
from generator.model.herkomst import inherit
from generator.present.figures.basis import Figuur, count_now, is_illustratief, type_maker
from generator.present.figures.voortgang import tell_pct
from generator.present.formats import format_aantal, format_getal, format_opsomming
from generator.present.tables import Kolom, Tabel, round_cell, type_cell

KOLOMMEN: Final = (
    Kolom("Hoe ver (%)", is_getal=True, is_deel=True),
    Kolom("Acties die meetellen", is_getal=True),
    Kolom("Niet bekend hoe ver", is_getal=True),
)
GEWICHT: Final = (
    "Elke actie telt even zwaar: het deel van haar mijlpalen dat is gehaald, "
    "en 100% als zij klaar is."
)


def tell_vordering(feiten: Feiten, groep: Actiegroep) -> str:
    """How far some actions are together, by which weight, and which are left out."""
    vordering, zinnen = groep.vordering, [tell_pct(feiten, groep)]
    if vordering.pct is not None:
        zinnen.append(GEWICHT)
    if vordering.onbekend:
        left_out = format_aantal(vordering.onbekend, "actie", "acties")
        verb = "heeft" if vordering.onbekend == 1 else "hebben"
        counts = "telt" if vordering.onbekend == 1 else "tellen"
        zinnen.append(f"{left_out} {verb} geen mijlpalen en {counts} niet mee.")
    if groep.gestopt:
        stopped = format_aantal(groep.gestopt, "actie is", "acties zijn")
        counts = "telt" if groep.gestopt == 1 else "tellen"
        also = "ook niet" if vordering.onbekend else "niet"
        zinnen.append(f"{stopped} gestopt en {counts} {also} mee.")
    return " ".join(zinnen)


def _list_row(naam: str, vordering: Vordering) -> tuple[type_cell, ...]:
    pct = round_cell(vordering.pct, 0)
    return naam, pct, vordering.meegeteld, vordering.onbekend


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
        grafiek=None,
        tabel=Tabel(
            naam,
            titel,
            (Kolom("Indicator"), *KOLOMMEN, Kolom("Telt via een andere actie", is_getal=True)),
            rijen,
        ),
        afkomst=replace(count_now(feiten), is_illustratief=is_illustratief(effects)),
    )


MAKERS: Final[Mapping[str, type_maker]] = {
    "uitvoering-indicatoren": make_indicatoren,
}
"""The figures of this subject, by name."""
