"""Spread of the actions: matrices by phase, counts by term, and what has passed or is missing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Final

from generator.derive.acties import list_onbevestigd
from generator.derive.feiten import Actiefeiten
from generator.derive.feiten.spreiding import (
    Gat,
    Lijn,
    Matrix,
    Spreidingsfeiten,
    Teamaandeel,
    Tijdigheid,
    Verdeelregel,
    Verdeling,
    Voorbij,
)
from generator.derive.tegenspraken import list_tegenspraken
from generator.model.acties import Actie
from generator.model.basis import Editie, Klasse
from generator.model.programma import Programma
from generator.model.regels.getallen import as_decimal, percent
from generator.model.regels.voortgang import GAAT_DOOR, find_versheid, is_op_tijd

VERDELINGEN: Final = ("r_strategie", "transitieagenda", "niveau", "doelgroep", "schaal")
"""Fields of Actie that are counted by the terms of the vocabulary of the same name."""
MET_HOOFDTERM: Final = {"r_strategie"}
"""Fields of which the first term is the main one, and an empty field means: all of them."""
ZONDER_EIGENAAR: Final = Lijn("", "nog geen eigenaar")


def derive_spreiding(
    programma: Programma, acties: Mapping[str, Actiefeiten], *, editie: Editie, peildatum: date
) -> Spreidingsfeiten | None:
    """How the actions are spread; None for the public edition, which asks no questions about it.

    What was stopped does not count.

    Source: DOMAIN 4, rules 11 and 17; READERS 4, rule 10.
    """
    if editie is not Editie.INTERN:
        return None
    counted = [item for item in acties.values() if item.klasse is not Klasse.VERVALLEN]
    inside = [item.actie for item in counted]
    aandelen = _share_teams(programma, inside)
    running = _order(item for item in counted if item.klasse in GAAT_DOOR)
    return Spreidingsfeiten(
        meegeteld=len(inside),
        gestopt=tuple(
            item.actie.id for item in _order(acties.values()) if item.klasse is Klasse.VERVALLEN
        ),
        themas=_count_themas(programma, inside),
        teams=_count_teams(programma, inside),
        aanpak=_count_aanpak(programma, inside),
        verdelingen={name: _divide(programma, inside, name) for name in VERDELINGEN},
        aandelen=aandelen,
        concentratie=tuple(
            sorted(
                (item for item in aandelen if item.pct >= programma.gegevens.concentratie_pct),
                key=lambda item: item.naam.casefold(),
            )
        ),
        mijlpalen=measure_tijdigheid(counted, peildatum),
        voorbij=tuple(filter(None, map(_find_voorbij, running))),
        zonder_eigenaar=tuple(i.actie.id for i in running if i.actie.eigenaar_team is None),
        zonder_datum=tuple(
            i.actie.id for i in running if i.actie.start is None and i.actie.eind is None
        ),
        versheid=find_versheid(programma),
        niet_bevestigd=list_onbevestigd(programma, running, peildatum),
        tegenspraken=list_tegenspraken(programma, acties, peildatum),
    )


def _order(acties: Iterable[Actiefeiten]) -> list[Actiefeiten]:
    """Alphabetical by title."""
    return sorted(acties, key=lambda item: (item.actie.titel.casefold(), item.actie.id))


def _list_fasen(programma: Programma) -> tuple[Lijn, ...]:
    return tuple(Lijn(term.id, term.naam) for term in programma.termen("fase"))


def _count_themas(programma: Programma, acties: Sequence[Actie]) -> Matrix:
    rijen = [Lijn(item.id, item.naam) for item in programma.themas]
    pairs = Counter((item.thema, item.fase) for item in acties)
    return _make_matrix(rijen, _list_fasen(programma), pairs)


def _count_teams(programma: Programma, acties: Sequence[Actie]) -> Matrix:
    """Actions without an owner have a row of their own, which asks nothing here."""
    rijen = [Lijn(item.id, item.naam) for item in programma.teams]
    pairs = Counter((item.eigenaar_team or "", item.fase) for item in acties)
    if any(item.eigenaar_team is None for item in acties):
        rijen.append(ZONDER_EIGENAAR)
    return _make_matrix(rijen, _list_fasen(programma), pairs)


def _count_aanpak(programma: Programma, acties: Sequence[Actie]) -> Matrix:
    """By the main approach; what actions do beside it is told apart."""
    rijen = [Lijn(term.id, term.naam) for term in programma.termen("interventietype")]
    pairs = Counter((item.interventietype, item.fase) for item in acties)
    beside: dict[tuple[str, str], list[str]] = {}
    for item in acties:
        for soort in dict.fromkeys(item.overige_interventietypen):
            if soort != item.interventietype:
                beside.setdefault((soort, item.fase), []).append(item.id)
    return _make_matrix(rijen, _list_fasen(programma), pairs, beside)


def _make_matrix(
    rijen: Sequence[Lijn],
    kolommen: Sequence[Lijn],
    pairs: Mapping[tuple[str, str], int],
    beside: Mapping[tuple[str, str], Sequence[str]] | None = None,
) -> Matrix:
    """A matrix with its gaps; a column without any action is one gap, not one for each row."""
    beside = beside or {}
    used = {kolom for _, kolom in pairs}
    asked = [kolom for kolom in kolommen if kolom.id in used]
    gaten = [gat for rij in rijen if rij.id for gat in _find_gaten(rij, asked, pairs, beside)]
    empty = [kolom.naam for kolom in kolommen if kolom.id not in used]
    return Matrix(
        rijen=tuple(rijen),
        kolommen=tuple(kolommen),
        aantallen=dict(pairs),
        ook={pair: len(found) for pair, found in beside.items()},
        lege_kolommen=tuple(sorted(empty, key=str.casefold)),
        gaten=tuple(sorted(gaten, key=lambda gat: gat.rij.casefold())),
    )


def _find_gaten(
    rij: Lijn,
    kolommen: Sequence[Lijn],
    pairs: Mapping[tuple[str, str], int],
    beside: Mapping[tuple[str, str], Sequence[str]],
) -> Iterator[Gat]:
    """What is wholly absent in one question; what is done beside something else each in its own."""
    empty = [kolom for kolom in kolommen if (rij.id, kolom.id) not in pairs]
    absent = [kolom.naam for kolom in empty if (rij.id, kolom.id) not in beside]
    if absent:
        yield Gat(rij.naam, tuple(absent), is_hele_rij=len(absent) == len(kolommen))
    for kolom in empty:
        if found := beside.get((rij.id, kolom.id)):
            yield Gat(rij.naam, (kolom.naam,), ook=tuple(found))


def _divide(programma: Programma, acties: Sequence[Actie], field: str) -> Verdeling:
    """Actions by the terms of a field that holds one, more or none of them."""
    main, beside = Counter[str](), Counter[str]()
    zonder = []
    for actie in acties:
        value = getattr(actie, field)
        terms = list(dict.fromkeys(value if isinstance(value, tuple) else filter(None, [value])))
        first = terms[:1] if field in MET_HOOFDTERM else terms
        main.update(first)
        beside.update(terms[len(first) :])
        if not terms:
            zonder.append((actie.titel.casefold(), actie.id))
    regels = tuple(
        Verdeelregel(term.id, term.naam, term.definitie, term.kleur, main[term.id], beside[term.id])
        for term in programma.termen(field)
    )
    empty = (regel for regel in regels if not regel.aantal and not regel.ook)
    return Verdeling(
        regels=regels,
        zonder=tuple(identifier for _, identifier in sorted(zonder)),
        leeg=tuple(sorted(empty, key=lambda regel: regel.naam.casefold())),
    )


def _share_teams(programma: Programma, acties: Sequence[Actie]) -> tuple[Teamaandeel, ...]:
    counted = Counter(item.eigenaar_team for item in acties if item.eigenaar_team)
    whole = Decimal(len(acties))
    found = [
        Teamaandeel(team.id, team.naam, counted[team.id], percent(Decimal(counted[team.id]), whole))
        for team in programma.teams
        if counted[team.id]
    ]
    return tuple(sorted(found, key=lambda item: (-item.aantal, item.naam.casefold())))


def measure_tijdigheid(acties: Iterable[Actiefeiten], peildatum: date) -> Tijdigheid:
    """How milestones that were to be reached by `peildatum` went.

    A milestone is on time when it was reached before the period that was planned was over. What
    came later counts from the last day of that period to the last day of the period in which it
    was reached, and what is still open to `peildatum`.

    Source: DOMAIN 4, rule 17; DOMAIN 3, indicator 20.
    """
    on_time, late, waiting = 0, [], []
    for feit in acties:
        for item in feit.mijlpalen:
            due = item.mijlpaal.gepland.eind
            if due > peildatum:
                continue
            if item.behaald is None:
                waiting.append((peildatum - due).days)
            elif is_op_tijd(item.mijlpaal, peildatum):
                on_time += 1
            else:
                late.append((min(item.behaald.eind, peildatum) - due).days)
    whole = on_time + len(late) + len(waiting)
    return Tijdigheid(
        op_tijd=on_time,
        later=len(late),
        open=len(waiting),
        pct=percent(Decimal(on_time), Decimal(whole)) if whole else None,
        uitloop_later=_average(late),
        uitloop_open=_average(waiting),
    )


def _average(days: Sequence[int]) -> Decimal | None:
    return as_decimal(Fraction(sum(days), len(days))) if days else None


def _find_voorbij(feit: Actiefeiten) -> Voorbij | None:
    """What has passed of an action that goes on; None when nothing has."""
    late = tuple(item.mijlpaal for item in feit.mijlpalen if item.is_te_laat)
    eind = feit.actie.eind if feit.is_te_laat else None
    return Voorbij(feit.actie.id, eind, late) if eind or late else None
