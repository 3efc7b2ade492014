"""Figures of surveys: only what narrow left; a hidden group is named and hatched, never counted."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from typing import Final

from generator.derive.feiten import Feiten
from generator.derive.feiten.peilingen import (
    Antwoord,
    Bewustzijnsfeiten,
    Draagvlakfeiten,
    Motivatieregel,
    Themadraagvlak,
)
from generator.model.herkomst import Herkomstvelden
from generator.present.charts import type_figure
from generator.present.figures.basis import Figuur, tell_afkomst, type_maker
from generator.present.figures.peilingzinnen import (
    GEEN_ANTWOORDEN,
    GEEN_SCORES,
    TE_KLEIN,
    tell_afdelingen,
    tell_bewustzijn,
    tell_draagvlak,
    tell_motivatie,
)
from generator.present.formats import round_half_up
from generator.present.peilingcharts import SCHAAL, Balk, Vraag, chart_likert
from generator.present.tables import VERBORGEN, Kolom, Tabel, type_cell

type_rijen = Sequence[tuple[type_cell, ...]]
type_trappen = Sequence[tuple[int | None, ...]]
STAPPEN: Final = 5
"""How many steps of colour a matrix has."""


def _make(  # noqa: PLR0913 - a figure has these parts, all named
    feiten: Feiten,
    around: Herkomstvelden,
    naam: str,
    *,
    titel: str,
    zin: str,
    kolommen: Sequence[Kolom],
    rijen: type_rijen,
    trappen: type_trappen = (),
    grafiek: type_figure | None = None,
) -> Figuur:
    afkomst = tell_afkomst(feiten, around)
    return Figuur(
        naam=naam,
        titel=titel,
        zin=zin,
        grafiek=grafiek,
        tabel=Tabel(naam, titel, tuple(kolommen), tuple(rijen), tuple(trappen)),
        bronnen=afkomst.bronnen,
        stand=afkomst.stand,
        is_illustratief=afkomst.is_illustratief,
    )


def _make_empty(naam: str, titel: str, zin: str) -> Figuur:
    return Figuur(naam, titel, zin, None, Tabel(naam, titel, (), ()))


def make_niveaus(feiten: Feiten) -> Figuur:
    """How each niveau answered each statement, around the middle."""
    naam, titel = "bewustzijn-niveaus", "Antwoorden per stelling en niveau"
    meting, found = feiten.programma.bewustzijn, feiten.bewustzijn
    if meting is None or found is None or not found.stellingen:
        return _make_empty(naam, titel, GEEN_ANTWOORDEN)
    return _make(
        feiten,
        meting,
        naam,
        titel=titel,
        zin=tell_bewustzijn(found),
        grafiek=chart_likert(_list_vragen(found)),
        kolommen=(
            Kolom("Stelling"),
            Kolom("Groep"),
            *(Kolom(answer, is_getal=True) for answer, *_ in SCHAAL),
            Kolom("Weet niet", is_getal=True),
            Kolom("Gemiddelde", is_getal=True, decimalen=1),
            Kolom("Eens of helemaal eens (%)", is_getal=True, decimalen=0),
        ),
        rijen=[
            (item.stelling.tekst, groep, *_tell_antwoord(answer))
            for item in found.stellingen
            for groep, answer in _list_answers(found, item.niveaus, item.allen)
        ],
    )


def _list_answers(
    found: Bewustzijnsfeiten, niveaus: Mapping[str, Antwoord], allen: Antwoord
) -> list[tuple[str, Antwoord]]:
    """Each niveau that answered, in order; everyone together behind them."""
    shown = [(groep.naam, niveaus[groep.id]) for groep in found.niveaus if groep.id in niveaus]
    return [*shown, ("Iedereen", allen)]


def _tell_antwoord(answer: Antwoord) -> tuple[type_cell, ...]:
    return (
        *answer.verdeling,
        answer.weet_niet,
        _round(answer.gemiddelde, 1),
        _round(answer.positief_pct),
    )


def _round(value: Decimal | None, decimalen: int = 0) -> Decimal | None:
    return None if value is None else round_half_up(value, decimalen)


def _list_vragen(found: Bewustzijnsfeiten) -> list[Vraag]:
    """The statements with a bar for each niveau; without any, one for everyone."""
    vragen = []
    for item in found.stellingen:
        answers = _list_answers(found, item.niveaus, item.allen)
        balken = [
            Balk(naam, [Decimal(part) * 100 / answer.n for part in answer.verdeling])
            for naam, answer in answers[:-1] or answers
            if answer.n
        ]
        vragen.append(Vraag(item.stelling.tekst, balken))
    return vragen


def make_afdelingen(feiten: Feiten) -> Figuur:
    """Who agree with each statement, by afdeling; the hidden ones together."""
    naam, titel = "bewustzijn-afdelingen", "Eens of helemaal eens, per afdeling (%)"
    meting, found = feiten.programma.bewustzijn, feiten.bewustzijn
    if meting is None or found is None or not found.stellingen:
        return _make_empty(naam, titel, GEEN_ANTWOORDEN)
    rijen: list[tuple[type_cell, ...]] = []
    trappen: list[tuple[int | None, ...]] = []
    for item in found.stellingen:
        answers = [*(item.afdelingen.get(groep.id) for groep in found.afdelingen), item.allen]
        parts = [_read_positive(answer) for answer in answers]
        rijen.append((item.stelling.tekst, *parts))
        trappen.append((None, *(_step(part, Decimal(0), Decimal(100)) for part in parts)))
    return _make(
        feiten,
        meting,
        naam,
        titel=titel,
        zin=tell_afdelingen(found),
        kolommen=(
            Kolom("Stelling"),
            *(_number(groep.naam) for groep in found.afdelingen),
            _number("Iedereen"),
        ),
        rijen=rijen,
        trappen=trappen,
    )


def _number(naam: str, decimalen: int = 0) -> Kolom:
    return Kolom(naam, is_getal=True, decimalen=decimalen)


def _read_positive(answer: Antwoord | None) -> Decimal | None:
    return _round(answer.positief_pct) if answer else None


def _step(value: Decimal | None, low: Decimal, high: Decimal) -> int | None:
    """The step of colour of a value on its scale."""
    if value is None or high <= low:
        return None
    return min(STAPPEN - 1, max(0, int((value - low) * STAPPEN / (high - low))))


def make_teams(feiten: Feiten) -> Figuur:
    """The support of each team for each theme; the hidden ones together."""
    naam, titel = "draagvlak-teams", "Draagvlak per team en thema (van 1 tot en met 5)"
    meting, found = feiten.programma.draagvlak, feiten.draagvlak
    if meting is None or found is None or not found.themas:
        return _make_empty(naam, titel, GEEN_SCORES)

    def row(naam: str, read: Callable[[Themadraagvlak], type_cell]) -> tuple[type_cell, ...]:
        return (naam, *(read(item) for item in found.themas))

    rijen = [
        row(team.naam, lambda item, team=team.id: _read_score(item, team))  # type: ignore[misc]
        for team in found.teams
    ]
    if any(item.verborgen for item in found.themas):
        rijen.append(row("Te klein, samen", lambda item: _round(item.rest, 1)))
    rijen.append(row("Iedereen", lambda item: _round(item.allen, 1)))
    return _make(
        feiten,
        meting,
        naam,
        titel=titel,
        zin=tell_draagvlak(found),
        kolommen=(Kolom("Team"), *(_number(item.thema.naam, 1) for item in found.themas)),
        rijen=rijen,
        trappen=[_colour_scores(rij) for rij in rijen],
    )


def _read_score(item: Themadraagvlak, team: str) -> type_cell:
    return TE_KLEIN if team in item.verborgen else _round(item.scores.get(team), 1)


def _colour_scores(rij: Sequence[type_cell]) -> tuple[int | None, ...]:
    return (
        None,
        *(
            VERBORGEN
            if cell == TE_KLEIN
            else _step(cell, Decimal(1), Decimal(5))
            if isinstance(cell, Decimal)
            else None
            for cell in rij[1:]
        ),
    )


def make_motivatie(feiten: Feiten) -> Figuur:
    """How many people of each niveau want to work on each subject; few people are hidden."""
    naam, titel = "draagvlak-motivatie", "Hoeveel mensen zelf aan de slag willen"
    meting, found = feiten.programma.draagvlak, feiten.draagvlak
    if meting is None or found is None or not found.motivatie:
        return _make_empty(naam, titel, GEEN_SCORES)
    most = max(
        (number for regel in found.motivatie for number in regel.aantallen.values()), default=0
    )
    rijen = [_tell_motivatieregel(found, regel) for regel in found.motivatie]
    return _make(
        feiten,
        meting,
        naam,
        titel=titel,
        zin=tell_motivatie(found),
        kolommen=(
            Kolom("Onderwerp"),
            Kolom("Thema"),
            *(_number(item.naam) for item in found.niveaus),
        ),
        rijen=rijen,
        trappen=[_colour_numbers(rij, most) for rij in rijen],
    )


def _tell_motivatieregel(found: Draagvlakfeiten, regel: Motivatieregel) -> tuple[type_cell, ...]:
    cells = [
        regel.aantallen.get(item.id, TE_KLEIN if item.id in regel.gevraagd else None)
        for item in found.niveaus
    ]
    return (regel.deelonderwerp or "Thema als geheel", regel.thema, *cells)


def _colour_numbers(rij: Sequence[type_cell], most: int) -> tuple[int | None, ...]:
    return (
        None,
        None,
        *(
            VERBORGEN
            if cell == TE_KLEIN
            else _step(Decimal(cell), Decimal(0), Decimal(most))
            if isinstance(cell, int)
            else None
            for cell in rij[2:]
        ),
    )


MAKERS: Final[Mapping[str, type_maker]] = {
    "bewustzijn-niveaus": make_niveaus,
    "bewustzijn-afdelingen": make_afdelingen,
    "draagvlak-teams": make_teams,
    "draagvlak-motivatie": make_motivatie,
}
"""The figures of this subject, by name."""
