"""Figures of the spread of actions: matrices by phase, counts by term, milestones on time."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Final, NamedTuple

from generator.derive.feiten import Feiten
from generator.derive.feiten.spreiding import Matrix, Spreidingsfeiten, Tijdigheid, Verdeling
from generator.present.charts.bars import Staaf, chart_bars
from generator.present.figures.basis import Figuur, count_now, require, type_maker
from generator.present.formats import (
    format_aantal,
    format_getal,
    format_opsomming,
    format_pct,
    round_half_up,
)
from generator.present.tables import Kolom, Tabel, type_cell
from generator.present.zinnen import find_most

SAMEN: Final = "Samen"
DIEPST: Final = 4
"""The deepest step of colour."""
ZONDER_GESTOPT: Final = "zonder gestopte acties"


class Matrixnaam(NamedTuple):
    """Words around a matrix: what a row is, and of what there are combinations."""

    naam: str
    titel: str
    kop: str
    wat: str
    lees: Callable[[Spreidingsfeiten], Matrix]


class Verdeelnaam(NamedTuple):
    """Words around a count by terms: what a term is, and what it says when it is not filled in."""

    naam: str
    titel: str
    kop: str
    wat: str
    zonder: str = "niet ingevuld"
    ook: str | None = None


MATRICES: Final = (
    Matrixnaam("spreiding-themas", "Acties per thema en fase", "Thema", "thema",
               lambda feiten: feiten.themas),
    Matrixnaam("spreiding-teams", "Acties per team en fase", "Team", "team",
               lambda feiten: feiten.teams),
    Matrixnaam("spreiding-aanpak", "Acties per soort aanpak en fase", "Soort aanpak", "aanpak",
               lambda feiten: feiten.aanpak),
)  # fmt: skip
"""The matrices, by phase."""

VERDELINGEN: Final = {
    "r_strategie": Verdeelnaam(
        "spreiding-ladder", "Acties per trede van de R-ladder", "R-strategie", "R-strategie",
        "geldt voor alle", "Ook genoemd, niet als eerste",
    ),
    "transitieagenda": Verdeelnaam(
        "spreiding-agendas", "Acties per transitieagenda", "Transitieagenda", "transitieagenda"
    ),
    "niveau": Verdeelnaam("spreiding-niveaus", "Acties per niveau", "Niveau", "niveau"),
    "doelgroep": Verdeelnaam("spreiding-doelgroepen", "Acties per doelgroep", "Doelgroep",
                             "doelgroep"),
    "schaal": Verdeelnaam("spreiding-schaal", "Acties per schaal", "Schaal", "schaal"),
}  # fmt: skip
"""The counts by term, by field of Actie."""


def tell_matrix(matrix: Matrix, wat: str) -> str:
    """How many combinations hold no action, and where most actions are."""
    rijen = [rij for rij in matrix.rijen if rij.id]
    whole = len(rijen) * len(matrix.kolommen)
    if not whole or not matrix.aantallen:
        return "Er zijn nog geen acties die meetellen."
    empty = sum(
        (rij.id, kolom.id) not in matrix.aantallen for rij in rijen for kolom in matrix.kolommen
    )
    told = (
        f"Bij elke combinatie van {wat} en fase staat een actie."
        if not empty
        else f"Van de {whole} combinaties van {wat} en fase hebben er {empty} geen actie."
        if empty > 1
        else f"Van de {whole} combinaties van {wat} en fase heeft er 1 geen actie."
    )
    most, names = find_most(
        [
            (f"{rij.naam} in de fase {kolom.naam}", matrix.aantallen.get((rij.id, kolom.id), 0))
            for rij in rijen
            for kolom in matrix.kolommen
        ]
    )
    if len(names) > 1 or not most:
        return told
    return f"{told} De meeste acties ({most}) staan bij {wat} {names[0]}."


def make_matrix(feiten: Feiten, soort: Matrixnaam) -> Figuur:
    """A matrix by phase with the sums at its edges; beside a count what is done as well."""
    matrix = soort.lees(require(feiten.spreiding))
    titel = f"{soort.titel}, {ZONDER_GESTOPT}"
    most = max(matrix.aantallen.values(), default=0)
    rijen: list[tuple[type_cell, ...]] = []
    trappen: list[tuple[int | None, ...]] = []
    for rij in matrix.rijen:
        counts = [matrix.aantallen.get((rij.id, kolom.id), 0) for kolom in matrix.kolommen]
        beside = [matrix.ook.get((rij.id, kolom.id), 0) for kolom in matrix.kolommen]
        cells = [_show(*pair) for pair in zip(counts, beside, strict=True)]
        rijen.append((rij.naam, *cells, str(sum(counts))))
        trappen.append((None, *(_find_step(count, most) for count in counts), None))
    sums = [
        sum(matrix.aantallen.get((rij.id, kolom.id), 0) for rij in matrix.rijen)
        for kolom in matrix.kolommen
    ]
    rijen.append((SAMEN, *map(str, sums), str(sum(sums))))
    trappen.append((None,) * len(rijen[-1]))
    kolommen = (soort.kop, *(kolom.naam for kolom in matrix.kolommen), SAMEN)
    return Figuur(
        naam=soort.naam,
        titel=titel,
        zin=tell_matrix(matrix, soort.wat),
        grafiek=None,
        tabel=Tabel(soort.naam, titel, tuple(map(Kolom, kolommen)), tuple(rijen), tuple(trappen)),
        afkomst=count_now(feiten),
    )


def _show(count: int, beside: int) -> str:
    return f"{count} (+{beside})" if beside else str(count)


def _find_step(count: int, most: int) -> int | None:
    """The colour of a count against the largest; where there is no action there is no colour."""
    return -(-DIEPST * count // most) if count else None


def tell_verdeling(verdeling: Verdeling, wat: str, meegeteld: int) -> str:
    """At which term most actions are, and how many terms no action has."""
    if not meegeteld or not verdeling.regels:
        return "Er zijn nog geen acties die meetellen."
    most, names = find_most([(regel.naam, regel.aantal) for regel in verdeling.regels])
    acties = format_aantal(meegeteld, "actie", "acties")
    if not most:
        return f"Bij geen van de {acties} is een {wat} ingevuld."
    who = f"Van de {acties} horen de meeste ({most})"
    if most == meegeteld > 1:
        who = f"Alle {acties} horen"
    told = (
        f"{who} bij {wat} {names[0]}."
        if len(names) == 1
        else f"Van de {acties} horen er elk {most} bij {wat} {format_opsomming(names)}; "
        "dat zijn de meeste."
    )
    if verdeling.leeg:
        told += f" Geen actie hoort bij {format_opsomming([item.naam for item in verdeling.leeg])}."
    return told


def make_verdeling(feiten: Feiten, field: str) -> Figuur:
    """A count by the terms of a vocabulary; for the ladder also what is named but not first."""
    soort, spreiding = VERDELINGEN[field], require(feiten.spreiding)
    verdeling = spreiding.verdelingen[field]
    counts = [(regel.naam, regel.aantal, regel.ook, regel.kleur) for regel in verdeling.regels]
    if verdeling.zonder:
        counts.append((soort.zonder, len(verdeling.zonder), 0, None))
    kolommen = [Kolom(soort.kop), Kolom("Aantal acties", is_getal=True)]
    if soort.ook:
        kolommen.append(Kolom(soort.ook, is_getal=True))
    titel = f"{soort.titel}, {ZONDER_GESTOPT}"
    return Figuur(
        naam=soort.naam,
        titel=titel,
        zin=tell_verdeling(verdeling, soort.wat, spreiding.meegeteld),
        grafiek=chart_bars(
            [
                Staaf(naam, aantal, f"{aantal} (+{ook})" if ook else str(aantal), kleur)
                for naam, aantal, ook, kleur in counts
            ]
        )
        if counts
        else None,
        tabel=Tabel(
            soort.naam,
            titel,
            tuple(kolommen),
            tuple(
                (naam, aantal, ook) if soort.ook else (naam, aantal)
                for naam, aantal, ook, _ in counts
            ),
        ),
        afkomst=count_now(feiten),
    )


def tell_tijdigheid(stand: Tijdigheid) -> str:
    """How many milestones came on time, how many later, how many not yet, and how late."""
    if stand.pct is None:
        return "Er zijn nog geen mijlpalen die klaar moesten zijn."
    verb = "is" if stand.op_tijd == 1 else "zijn"
    whole = (
        "1 mijlpaal die klaar moest zijn"
        if stand.totaal == 1
        else f"{format_getal(stand.totaal)} mijlpalen die klaar moesten zijn"
    )
    told = (
        f"Van de {whole}, {verb} er {stand.op_tijd} "
        f"({format_pct(stand.pct)}) op tijd gehaald, {stand.later} later en {stand.open} nog niet."
    )
    late = []
    if stand.uitloop_later is not None:
        days = _tell_days(stand.uitloop_later)
        late.append(f"wat later kwam, kwam gemiddeld {days} na het plan")
    if stand.uitloop_open is not None:
        late.append(f"wat open staat, is gemiddeld {_tell_days(stand.uitloop_open)} voorbij")
    if not late:
        return told
    words = "; ".join(late)
    return f"{told} {words[0].upper()}{words[1:]}."


def _tell_days(value: Decimal) -> str:
    return format_aantal(int(round_half_up(value, 0)), "dag", "dagen")


def make_mijlpalen(feiten: Feiten) -> Figuur:
    """Milestones that were to be reached: on time, later, not yet."""
    stand = require(feiten.spreiding).mijlpalen
    naam, titel = "spreiding-mijlpalen", f"Mijlpalen op tijd, {ZONDER_GESTOPT}"
    rows = (
        ("Op tijd gehaald", stand.op_tijd, None),
        ("Later gehaald", stand.later, stand.uitloop_later),
        ("Nog niet gehaald", stand.open, stand.uitloop_open),
    )
    return Figuur(
        naam=naam,
        titel=titel,
        zin=tell_tijdigheid(stand),
        grafiek=chart_bars([Staaf(kop, aantal, format_getal(aantal)) for kop, aantal, _ in rows])
        if stand.totaal
        else None,
        tabel=Tabel(
            naam,
            titel,
            (
                Kolom("Mijlpalen"),
                Kolom("Aantal", is_getal=True),
                Kolom("Gemiddeld aantal dagen na het plan", is_getal=True, decimalen=0),
            ),
            tuple(
                (kop, aantal, None if days is None else round_half_up(days, 0))
                for kop, aantal, days in rows
            )
            if stand.totaal
            else (),
        ),
        afkomst=count_now(feiten),
    )


def _matrix(soort: Matrixnaam) -> type_maker:
    return lambda feiten: make_matrix(feiten, soort)


def _verdeling(field: str) -> type_maker:
    return lambda feiten: make_verdeling(feiten, field)


MAKERS: Final = {
    **{soort.naam: _matrix(soort) for soort in MATRICES},
    **{soort.naam: _verdeling(field) for field, soort in VERDELINGEN.items()},
    "spreiding-mijlpalen": make_mijlpalen,
}
"""The figures of this subject, by name."""
