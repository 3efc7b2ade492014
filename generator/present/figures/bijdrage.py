"""The figure of what remains to be done: pace, actions and the rest as parts of one road."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Final, NamedTuple

from generator.derive.feiten import Feiten
from generator.derive.feiten.bijdrage import Bijdragefeiten, Doelbijdrage
from generator.model.herkomst import inherit
from generator.model.indicatoren import Indicator
from generator.model.regels.getallen import percent
from generator.present.bijdragezinnen import count_digits, name_rest
from generator.present.charts.bars import Laag, chart_stacked
from generator.present.charts.basis import HOOFD, REFERENTIE, type_figure
from generator.present.figures.basis import Figuur, tell_afkomst, type_maker
from generator.present.formats import format_aantal, format_datum, format_pct
from generator.present.tables import Kolom, Tabel, round_cell

TITEL: Final = "Tempo, acties en restopgave"
KOLOMMEN: Final = (
    Kolom("Indicator"),
    Kolom("Doeljaar"),
    Kolom("Tempo (% van de weg)", is_getal=True, decimalen=0),
    Kolom("Acties (%)", is_getal=True, decimalen=0),
    Kolom("Restopgave (%)", is_getal=True, decimalen=0),
    Kolom("Restopgave"),
)
LAGEN: Final = (
    ("Tempo", HOOFD, "tempo"),
    ("Acties", "kleur-3", "acties"),
    ("Restopgave", REFERENTIE, "rest"),
)
"""The parts of a road: the name, the colour and the field of each."""


class Weg(NamedTuple):
    """The road from the newest measurement to the next target, in parts that make 100 percent."""

    indicator: Indicator
    feit: Bijdragefeiten
    doel: Doelbijdrage
    tempo: Decimal
    acties: Decimal
    rest: Decimal


def list_wegen(feiten: Feiten) -> list[Weg]:
    """The roads that can be computed and are not over yet; the largest rest first."""
    wegen = []
    for identifier, feit in feiten.bijdrage.items():
        doel = next(iter(feit.doelen), None)
        if doel and doel.weg is not None and doel.weg > 0 and doel.afstand is not None:
            wegen.append(_divide(feiten.indicatoren[identifier].indicator, feit, doel))
    return sorted(wegen, key=lambda item: -item.rest)


def _divide(indicator: Indicator, feit: Bijdragefeiten, doel: Doelbijdrage) -> Weg:
    """Beyond the target nothing counts: what is more than enough is left off."""
    weg, afstand = doel.weg or Decimal(0), doel.afstand or Decimal(0)
    rest = max(doel.alle.rest or Decimal(0), Decimal(0))
    tempo = weg - afstand if rest else min(weg - afstand, weg)
    return Weg(
        indicator,
        feit,
        doel,
        tempo=percent(tempo, weg),
        acties=percent(weg - tempo - rest, weg),
        rest=percent(rest, weg),
    )


def make_restopgave(feiten: Feiten) -> Figuur:
    """What pace and actions bring of the way to the next target of each indicator."""
    naam = "bijdrage-restopgave"
    wegen = list_wegen(feiten)
    gegevens = feiten.programma.gegevens
    own = [
        *(item.indicator for item in wegen),
        *(
            inherit(part.effect, feiten.acties[part.actie].actie)
            for item in wegen
            for part in item.doel.alle.bijdragen
        ),
    ]
    afkomst = tell_afkomst(feiten, gegevens, *own)
    return Figuur(
        naam=naam,
        titel=TITEL,
        zin=_tell(wegen),
        grafiek=_draw(wegen) if wegen else None,
        tabel=Tabel(
            naam,
            f"{TITEL}: de weg van de laatste meting naar het eerstvolgende doel",
            KOLOMMEN,
            tuple(_as_row(item) for item in wegen),
        ),
        afkomst=replace(afkomst, stand=format_datum(feiten.peildatum)),
    )


def _tell(wegen: list[Weg]) -> str:
    if not wegen:
        return "Van geen enkel doel is te berekenen wat er nog te doen is."
    enough = sum(item.rest == 0 for item in wegen)
    total = format_aantal(len(wegen), "indicator", "indicatoren")
    if enough == len(wegen):
        return f"Tempo en acties zijn samen genoeg voor het eerstvolgende doel van alle {total}."
    most = wegen[0]
    return (
        f"Tempo en acties zijn samen genoeg voor het eerstvolgende doel van {enough} van de "
        f"{total}. Van de weg naar het doel blijft het meeste over bij {most.indicator.naam}: "
        f"{format_pct(most.rest)}{', want het doel raakt verder weg' if most.tempo < 0 else ''}."
    )


def _as_row(item: Weg) -> tuple[str | Decimal | None, ...]:
    digits = count_digits(item.indicator, item.feit)
    return (
        item.indicator.naam,
        str(item.doel.doel.jaar),
        round_cell(item.tempo, 0),
        round_cell(item.acties, 0),
        round_cell(item.rest, 0),
        name_rest(item.indicator, item.doel.alle.rest, digits),
    )


def _draw(wegen: list[Weg]) -> type_figure:
    lagen = [
        Laag(
            naam,
            [round_cell(getattr(item, field), 1) or Decimal(0) for item in wegen],
            [format_pct(getattr(item, field)) for item in wegen],
            kleur,
        )
        for naam, kleur, field in LAGEN
    ]
    return chart_stacked([item.indicator.naam for item in wegen], lagen)


MAKERS: Final[dict[str, type_maker]] = {"bijdrage-restopgave": make_restopgave}
