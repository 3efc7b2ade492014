"""Opportunities: their place on the map, and what came of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Final

from generator.derive.feiten.kansen import (
    Draagvlak,
    Ideetelling,
    Kansfeit,
    Kansfeiten,
    Kwadrant,
    Opbrengst,
)
from generator.model.kansen import Kans
from generator.model.programma import Programma
from generator.model.woordenlijst import Term

GRENS_DRAAGVLAK: Final = Decimal("3.5")
GRENS_IMPACT: Final = Decimal("3.5")
"""From here on, on a scale of 1 to 5, support and impact are called much.

A mean of 3 says "neutral"; 3.5 is the first mean nearer to "agree" than to neutral, and parts the
impact scores 1 to 3 from 4 and 5, so that no opportunity stands on the line.

Source: DOMAIN 4, rule 14, names the four parts; the line itself is our choice.
"""
ALS_GEEN_GEWICHT: Final = Decimal(1)
type_peiling = Mapping[str, Mapping[str, Draagvlak]]


def derive_kansen(programma: Programma) -> Kansfeiten | None:
    """The opportunities, the most promising first; None without any."""
    if not programma.kansen:
        return None
    gewichten = {term.id: term.gewicht for term in programma.termen("invloed")}
    kwadranten = programma.termen("kwadrant")
    peiling = _read_draagvlak(programma)
    moments = [term.id for term in programma.termen("meetmoment")]
    feiten = [
        _derive_kans(kans, gewichten.get(kans.invloed), peiling.get(kans.id, {}), moments)
        for kans in programma.kansen
    ]
    placed = [_place(feit, kwadranten) for feit in feiten]
    ordered = sorted(placed, key=lambda feit: (-feit.prioriteit, feit.kans.id))
    minimaal = tuple(feit for feit in ordered if feit.kans.is_minimaal_pakket)
    waiting = [feit for feit in ordered if feit.kans.is_gekozen and not feit.kans.acties]
    return Kansfeiten(
        kansen=tuple(ordered),
        kwadranten=_group(ordered, kwadranten),
        minimaal=minimaal,
        opbrengst_minimaal=_sum_opbrengst(feit.kans for feit in minimaal),
        zonder_actie=tuple(sorted(waiting, key=lambda feit: feit.kans.id)),
        ideeen=_count_ideeen(programma),
        grens_draagvlak=GRENS_DRAAGVLAK,
        grens_impact=GRENS_IMPACT,
    )


def _read_draagvlak(programma: Programma) -> type_peiling:
    """What the whole organisation thought, by opportunity and by moment; parts of it are not."""
    found: dict[str, dict[str, Draagvlak]] = {}
    for row in programma.draagvlak.scores if programma.draagvlak else ():
        if row.kans and not (row.team or row.niveau or row.samengevoegd):
            score = Draagvlak(row.score, row.n, row.gemotiveerd)
            found.setdefault(row.kans, {})[row.meetmoment] = score
    return found


def _derive_kans(
    kans: Kans,
    gewicht: Decimal | None,
    scores: Mapping[str, Draagvlak],
    moments: Sequence[str],
) -> Kansfeit:
    """An opportunity with its support: the first moment is before, the last after.

    Its priority is impact times support times weight of invloed; unknown support counts as the
    lowest score, so that it comes behind.

    Source: DOMAIN 4, rule 14.
    """
    voor = scores.get(moments[0]) if len(moments) > 1 else None
    na = scores.get(moments[-1]) if moments else None
    known = na or voor
    weight = ALS_GEEN_GEWICHT if gewicht is None else gewicht
    return Kansfeit(
        kans=kans,
        voor=voor,
        na=na,
        kwadrant=None,
        gewicht=weight,
        prioriteit=kans.impactscore * weight * (known.score if known else 1),
    )


def _place(feit: Kansfeit, kwadranten: Sequence[Term]) -> Kansfeit:
    """The opportunity in its part of the map.

    The vocabulary names the parts in this order: much impact and much support, much impact only,
    much support only, neither.
    """
    if feit.draagvlak is None or len(kwadranten) != 4:  # noqa: PLR2004 - two lines make four parts
        return feit
    has_impact = feit.kans.impactscore >= GRENS_IMPACT
    has_draagvlak = feit.draagvlak.score >= GRENS_DRAAGVLAK
    term = kwadranten[(0 if has_impact else 2) + (0 if has_draagvlak else 1)]
    return replace(feit, kwadrant=term)


def _group(feiten: Sequence[Kansfeit], kwadranten: Sequence[Term]) -> tuple[Kwadrant, ...]:
    if not any(feit.kwadrant for feit in feiten):
        return ()
    return tuple(
        Kwadrant(term, tuple(feit for feit in feiten if feit.kwadrant == term))
        for term in kwadranten
    )


def _sum_opbrengst(kansen: Iterable[Kans]) -> Opbrengst:
    """What they would save in a year, as far as estimated; overlap is not taken out.

    Source: DOMAIN 4, rule 13, of which only the sum of what is expected belongs to opportunities.
    """
    own = list(kansen)
    mki = [kans.impact_mki_eur for kans in own if kans.impact_mki_eur is not None]
    co2 = [kans.impact_co2_ton for kans in own if kans.impact_co2_ton is not None]
    return Opbrengst(len(own), len(mki), sum(mki, Decimal(0)), len(co2), sum(co2, Decimal(0)))


def _count_ideeen(programma: Programma) -> tuple[Ideetelling, ...]:
    counted = Counter((kans.bron_idee or "", kans.niveau or "") for kans in programma.kansen)
    lines = [(term.id, term.naam, term.kleur) for term in programma.termen("bron_idee")]
    if any(not bron for bron, _ in counted):
        lines.append(("", "nog niet bekend", None))
    return tuple(
        Ideetelling(
            bron,
            naam,
            kleur,
            sum(number for (own, _), number in counted.items() if own == bron),
            {niveau: number for (own, niveau), number in counted.items() if own == bron},
        )
        for bron, naam, kleur in lines
    )
