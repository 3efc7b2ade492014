"""Figures of money and hours: budgets by thema, team and budget programme, and hours by team."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from functools import partial
from typing import Final, NamedTuple

from generator.derive.feiten import Feiten
from generator.derive.feiten.kosten import Kostenfeiten, Kostenregel
from generator.model.regels.getallen import percent
from generator.present.charts.bars import Laag, Staaf, chart_bars, chart_stacked
from generator.present.charts.basis import choose_kleur, type_figure
from generator.present.figures.basis import Afkomst, Figuur, is_illustratief, type_maker
from generator.present.formats import (
    format_aandeel,
    format_aantal,
    format_bedrag,
    format_datum,
    format_getal,
    format_opsomming,
)
from generator.present.tables import Kolom, Tabel, type_cell
from generator.present.zinnen import find_most

NIET_INGEVULD: Final = "Dekking niet ingevuld"


class Indeling(NamedTuple):
    """A way to divide the budgets: the heading, what a line is, and where the lines are."""

    titel: str
    kop: str
    regels: Callable[[Kostenfeiten], Sequence[Kostenregel]]


INDELINGEN: Final[Mapping[str, Indeling]] = {
    "kosten-themas": Indeling("Budget per thema", "Thema", lambda kosten: kosten.themas),
    "kosten-teams": Indeling("Budget per team", "Team", lambda kosten: kosten.teams),
    "kosten-begroting": Indeling(
        "Budget per begrotingsprogramma", "Begrotingsprogramma", lambda kosten: kosten.begroting
    ),
}
UREN: Final = "kosten-uren"


def list_dekkingen(feiten: Feiten) -> list[tuple[str, str]]:
    """The kinds of funding that occur, as (id, name); what nobody stated comes last."""
    used = {item.id for item in feiten.werk.dekking}
    named = [(term.id, term.naam) for term in feiten.programma.termen("dekking")]
    return [pair for pair in [*named, ("", NIET_INGEVULD)] if pair[0] in used]


def _tell_afkomst(feiten: Feiten) -> Afkomst:
    """Where the amounts come from: the programme, on the day of the stand."""
    acties = [item.actie for item in feiten.acties.values()]
    gegevens = feiten.programma.gegevens
    found = [item if item.herkomst else gegevens for item in acties]
    return Afkomst(
        stand=format_datum(feiten.peildatum), is_illustratief=is_illustratief(found or [gegevens])
    )


def make_budget(feiten: Feiten, naam: str) -> Figuur:
    """The budgets, divided in one way; the picture stacks the kinds of funding."""
    indeling, kosten = INDELINGEN[naam], feiten.kosten
    regels = indeling.regels(kosten) if kosten else ()
    dekkingen = list_dekkingen(feiten)
    kolommen = (
        Kolom(indeling.kop),
        *(Kolom(f"{dekking} (€)", is_getal=True, decimalen=0) for _, dekking in dekkingen),
        Kolom("Samen (€)", is_getal=True, decimalen=0),
        Kolom("Acties met budget", is_getal=True),
        Kolom("Nog zonder", is_getal=True),
    )
    rijen = tuple(_as_row(regel, dekkingen) for regel in regels)
    return Figuur(
        naam=naam,
        titel=indeling.titel,
        zin=_tell_budget(indeling, kosten, regels),
        grafiek=_draw_budget(regels, dekkingen) if kosten and kosten.totaal else None,
        tabel=Tabel(naam, indeling.titel, kolommen, rijen),
        afkomst=_tell_afkomst(feiten),
    )


def _as_row(regel: Kostenregel, dekkingen: Sequence[tuple[str, str]]) -> tuple[type_cell, ...]:
    parts = [regel.per_dekking.get(identifier, Decimal(0)) for identifier, _ in dekkingen]
    return (regel.naam, *parts, regel.bedrag, regel.aantal, regel.zonder)


def _tell_budget(
    indeling: Indeling, kosten: Kostenfeiten | None, regels: Sequence[Kostenregel]
) -> str:
    if kosten is None or not kosten.totaal:
        return "Bij geen enkele actie staat een budget."
    most = max(regel.bedrag for regel in regels)
    wat = indeling.kop.casefold()
    names = [f"{wat} {regel.naam}" for regel in regels if regel.bedrag == most]
    return (
        f"Het hoogste bedrag hoort bij {format_opsomming(names)}: {format_bedrag(most)}. "
        f"Dat is {format_aandeel(percent(most, kosten.totaal))} van alle budgetten samen."
    )


def _draw_budget(
    regels: Sequence[Kostenregel], dekkingen: Sequence[tuple[str, str]]
) -> type_figure:
    shown = [regel for regel in regels if regel.bedrag]
    lagen = []
    for place, (identifier, naam) in enumerate(dekkingen):
        parts = [regel.per_dekking.get(identifier, Decimal(0)) for regel in shown]
        lagen.append(Laag(naam, parts, list(map(format_bedrag, parts)), choose_kleur(None, place)))
    return chart_stacked([regel.naam for regel in shown], lagen)


def make_uren(feiten: Feiten) -> Figuur:
    """Hours per year that the actions still ask of each team."""
    kosten, titel = feiten.kosten, "Uren per team per jaar"
    regels = kosten.uren if kosten else ()
    staven = [Staaf(item.naam, item.uren, format_getal(item.uren)) for item in regels]
    return Figuur(
        naam=UREN,
        titel=titel,
        zin=_tell_uren([(item.naam, item.uren) for item in regels]),
        grafiek=chart_bars(staven) if staven else None,
        tabel=Tabel(
            UREN,
            titel,
            (
                Kolom("Team"),
                Kolom("Uren per jaar", is_getal=True),
                Kolom("Acties die uren vragen", is_getal=True),
            ),
            tuple((item.naam, item.uren, item.acties) for item in regels),
        ),
        afkomst=_tell_afkomst(feiten),
    )


def _tell_uren(regels: Sequence[tuple[str, int]]) -> str:
    if not regels:
        return "Bij geen enkele actie staan uren."
    most, names = find_most(regels)
    teams = [f"team {naam}" for naam in names]
    total = format_aantal(sum(uren for _, uren in regels), "uur", "uur")
    return (
        f"De acties die nog lopen of nog beginnen vragen samen {total} per jaar. "
        f"De meeste uren vragen zij van {format_opsomming(teams)}: {format_getal(most)}."
    )


MAKERS: Final[dict[str, type_maker]] = {
    **{naam: partial(make_budget, naam=naam) for naam in INDELINGEN},
    UREN: make_uren,
}
