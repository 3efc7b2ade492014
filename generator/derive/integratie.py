"""Integration: how far circular has become part of policy and work, and of other tasks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal
from typing import Final

from generator.derive.feiten.integratie import (
    Graad,
    Integratiefeiten,
    Lijn,
    Matrix,
    Opgave,
    Opgavenfeiten,
    Stand,
)
from generator.derive.rangorde import choose_extremes
from generator.model.acties import Actie
from generator.model.beleid import Beleidskader
from generator.model.kansen import Integratiecel, Integratiescan
from generator.model.programma import Programma
from generator.model.regels.getallen import percent_or_none
from generator.model.themas import Thema
from generator.model.waarden import NVT
from generator.model.woordenlijst import Term

VELDEN: Final = ("proces", "instrument")
"""What a cell is about besides its domain: one of these two."""
HOOGSTE: Final = 4
"""The score of what everyone does by default.

Source: DOMAIN 1.2, Integratiecel (S35).
"""

type_score = int | str | None


def derive_integratie(programma: Programma) -> Integratiefeiten | None:
    """How far circular is part of policy domains, processes and instruments; None without scan.

    Source: DOMAIN 4, rule 15.
    """
    scan = programma.integratie
    if scan is None:
        return None
    terms = {name: programma.termen(name) for name in ("beleidsdomein", *VELDEN)}
    domeinen = terms["beleidsdomein"]
    return Integratiefeiten(
        scan=scan,
        stand=_judge(scan.cellen),
        domeinen=_make_lines(domeinen, scan.cellen, lambda cel: cel.beleidsdomein),
        processen=_make_matrix(scan, domeinen, terms["proces"], lambda cel: cel.proces),
        instrumenten=_make_matrix(scan, domeinen, terms["instrument"], lambda cel: cel.instrument),
        onbekend=_list_unknown(scan, terms),
        zonder_actie=_list_without_action(programma, scan, domeinen),
    )


def measure(scores: Sequence[type_score]) -> Graad:
    """The degree of a set of scores: what is not applicable does not count, nor what is unknown.

    Source: DOMAIN 4, rule 15.
    """
    known = [score for score in scores if isinstance(score, int)]
    return Graad(
        som=sum(known),
        bekend=len(known),
        onbekend=sum(score is None for score in scores),
        pct=percent_or_none(Decimal(sum(known)), Decimal(HOOGSTE * len(known))),
    )


def _judge(cellen: Sequence[Integratiecel]) -> Stand:
    """The degree now and wanted; what is not applicable now needs no goal to say so again."""
    wanted = [
        NVT if cel.doelscore is None and cel.score == NVT else cel.doelscore for cel in cellen
    ]
    return Stand(nu=measure([cel.score for cel in cellen]), doel=measure(wanted))


def _make_lines(
    terms: Iterable[Term],
    cellen: Sequence[Integratiecel],
    read: Callable[[Integratiecel], str | None],
) -> tuple[Lijn, ...]:
    """A line for each term that has cells, in the order of the vocabulary."""
    found: dict[str | None, list[Integratiecel]] = {}
    for cel in cellen:
        found.setdefault(read(cel), []).append(cel)
    return tuple(
        Lijn(term.id, term.naam, _judge(found[term.id])) for term in terms if term.id in found
    )


def _make_matrix(
    scan: Integratiescan,
    domeinen: Sequence[Term],
    kolommen: Sequence[Term],
    read: Callable[[Integratiecel], str | None],
) -> Matrix:
    cellen = [cel for cel in scan.cellen if read(cel)]
    lines = _make_lines(domeinen, cellen, lambda cel: cel.beleidsdomein)
    verst, minst_ver = choose_extremes([(line, line.stand.nu.pct) for line in lines])
    return Matrix(
        domeinen=lines,
        kolommen=_make_lines(kolommen, cellen, read),
        cellen={(cel.beleidsdomein, read(cel) or ""): cel for cel in cellen},
        stand=_judge(cellen),
        verst=verst,
        minst_ver=minst_ver,
    )


def _list_unknown(
    scan: Integratiescan, terms: dict[str, tuple[Term, ...]]
) -> tuple[tuple[str, str], ...]:
    names = {(name, term.id): term.naam for name, own in terms.items() for term in own}
    found = [
        (
            names.get(("beleidsdomein", cel.beleidsdomein), cel.beleidsdomein),
            names.get(("proces", cel.proces or ""))
            or names.get(("instrument", cel.instrument or ""), ""),
        )
        for cel in scan.cellen
        if cel.score is None
    ]
    return _sort_pairs(found)


def _sort_pairs(pairs: Iterable[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    return tuple(sorted(pairs, key=lambda pair: (pair[0].casefold(), pair[1].casefold())))


def _list_without_action(
    programma: Programma, scan: Integratiescan, domeinen: Sequence[Term]
) -> tuple[str, ...]:
    landing = {plek.beleidsdomein for actie in programma.acties for plek in actie.integratie}
    wanting = {
        cel.beleidsdomein
        for cel in scan.cellen
        if isinstance(cel.doelscore, int)
        and isinstance(cel.score, int)
        and cel.doelscore > cel.score
    }
    names = [term.naam for term in domeinen if term.id in wanting - landing]
    return tuple(sorted(names, key=str.casefold))


def derive_opgaven(programma: Programma) -> Opgavenfeiten:
    """How actions, themes and policy in force connect with other tasks of the organisation."""
    acties, themas = programma.acties, programma.themas
    terms = programma.termen("koppelopgave")
    aantallen = Counter(
        (actie.thema, opgave) for actie in acties for opgave in dict.fromkeys(actie.koppelopgaven)
    )
    zonder = [
        (thema.naam, term.naam)
        for thema in themas
        for term in terms
        if term.id in thema.koppelopgaven and not aantallen[thema.id, term.id]
    ]
    return Opgavenfeiten(
        opgaven=tuple(_gather_opgave(programma, term) for term in terms),
        aantallen=dict(aantallen),
        aangesloten=sum(bool(actie.koppelopgaven) for actie in acties),
        zonder_actie=_sort_pairs(zonder),
    )


def _gather_opgave(programma: Programma, term: Term) -> Opgave:
    def touching(records: Iterable[Actie | Thema | Beleidskader]) -> tuple[str, ...]:
        return tuple(item.id for item in records if term.id in item.koppelopgaven)

    return Opgave(
        id=term.id,
        naam=term.naam,
        definitie=term.definitie,
        acties=touching(programma.acties),
        themas=touching(programma.themas),
        kaders=touching(programma.beleidskaders),
    )
