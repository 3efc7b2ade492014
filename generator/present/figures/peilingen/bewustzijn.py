"""Figures of the awareness survey: only what narrow left, and what it left together."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from generator.derive.feiten import Feiten
from generator.derive.feiten.peilingen import Antwoord, Bewustzijnsfeiten
from generator.model.regels.getallen import percent
from generator.present.charts.likert import SCHAAL, Balk, Vraag, chart_likert
from generator.present.figures.basis import Figuur, Grondslag, make_figuur, tell_afkomst
from generator.present.figures.peilingen.basis import choose_steps
from generator.present.figures.peilingen.zinnen import (
    GEEN_ANTWOORDEN,
    tell_afdelingen,
    tell_bewustzijn,
)
from generator.present.tables import Kolom, round_cell, type_cell


def take_bewustzijn(feiten: Feiten) -> Grondslag[Bewustzijnsfeiten]:
    """The answers that may be shown."""
    meting, found = feiten.programma.bewustzijn, feiten.bewustzijn
    if meting is None or found is None or not found.stellingen:
        return Grondslag(GEEN_ANTWOORDEN)
    return Grondslag(GEEN_ANTWOORDEN, found, tell_afkomst(feiten, meting))


def make_niveaus(feiten: Feiten) -> Figuur:
    """How each niveau answered each statement, around the middle."""
    return make_figuur(
        take_bewustzijn(feiten),
        "bewustzijn-niveaus",
        titel="Antwoorden per stelling en niveau",
        zin=tell_bewustzijn,
        grafiek=lambda found: chart_likert(_list_vragen(found)),
        kolommen=(
            Kolom("Stelling"),
            Kolom("Groep"),
            *(Kolom(answer, is_getal=True) for answer, *_ in SCHAAL),
            Kolom("Weet niet", is_getal=True),
            Kolom("Gemiddelde", is_getal=True, decimalen=1),
            Kolom("Eens of helemaal eens (%)", is_getal=True, decimalen=0),
        ),
        rijen=lambda found: [
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
        round_cell(answer.gemiddelde, 1),
        round_cell(answer.positief_pct, 0),
    )


def _list_vragen(found: Bewustzijnsfeiten) -> list[Vraag]:
    """The statements with a bar for each niveau; without any, one for everyone."""
    vragen = []
    for item in found.stellingen:
        answers = _list_answers(found, item.niveaus, item.allen)
        balken = [
            Balk(naam, [percent(Decimal(part), Decimal(answer.n)) for part in answer.verdeling])
            for naam, answer in answers[:-1] or answers
            if answer.n
        ]
        vragen.append(Vraag(item.stelling.tekst, balken))
    return vragen


def make_afdelingen(feiten: Feiten) -> Figuur:
    """Who agree with each statement, by afdeling; the hidden ones together."""
    grondslag = take_bewustzijn(feiten)
    groepen = grondslag.deel.afdelingen if grondslag.deel else ()
    namen = [*(groep.naam for groep in groepen), "Iedereen"]
    return make_figuur(
        grondslag,
        "bewustzijn-afdelingen",
        titel="Eens of helemaal eens, per afdeling (%)",
        zin=tell_afdelingen,
        kolommen=(
            Kolom("Stelling"),
            *(Kolom(naam, is_getal=True, decimalen=0) for naam in namen),
        ),
        rijen=_list_afdelingen,
        trappen=lambda found: choose_steps(_list_afdelingen(found), 0, 100),
    )


def _list_afdelingen(found: Bewustzijnsfeiten) -> list[tuple[type_cell, ...]]:
    """Per statement the part of each afdeling that agrees, and of everyone."""
    rijen: list[tuple[type_cell, ...]] = []
    for item in found.stellingen:
        answers = [*(item.afdelingen.get(groep.id) for groep in found.afdelingen), item.allen]
        parts = [round_cell(answer.positief_pct, 0) if answer else None for answer in answers]
        rijen.append((item.stelling.tekst, *parts))
    return rijen
