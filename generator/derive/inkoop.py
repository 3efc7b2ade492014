"""Procurement: impact, potential, criteria and the contracts that end."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from typing import Final

from generator.derive.feiten.inkoop import Ambitieregel, Inkoopfeiten, Postfeiten
from generator.derive.feiten.namen import Naamkaart
from generator.derive.namen import Namen
from generator.derive.rangorde import rank
from generator.model.nulmeting import Inkooppost
from generator.model.programma import Programma
from generator.model.regels.getallen import percent, percent_or_none

KERN: Final = Decimal(80)
"""Percent of the impact that the segments of the Pareto hold at least.

Source: DOMAIN 4, rule 8.
"""


def derive_inkoop(programma: Programma, peildatum: date) -> Inkoopfeiten | None:
    """The procurement analysis of its newest year; None without any row."""
    rows = programma.inkoop.posten if programma.inkoop else ()
    jaren = [post.jaar for post in rows if post.jaar <= peildatum.year]
    if not jaren:
        return None
    jaar = max(jaren)
    namen = Namen(programma)
    posten = tuple(_weigh([post for post in rows if post.jaar == jaar], programma, namen))
    contracten = sum(feit.post.aantal_contracten for feit in posten)
    contracten_met = sum(feit.post.contracten_met_criterium for feit in posten)
    bekend_eur, met_criterium_eur = _sum_known(posten)
    return Inkoopfeiten(
        jaar=jaar,
        posten=posten,
        uitgaven_eur=sum((feit.post.uitgaven_eur for feit in posten), Decimal(0)),
        impact_ton=sum((feit.impact_ton for feit in posten), Decimal(0)),
        potentieel_ton=sum((feit.potentieel_ton or Decimal(0) for feit in posten), Decimal(0)),
        kern=tuple(feit for feit in posten if feit.is_kern),
        naar_potentieel=_rank_potential(posten),
        contracten=contracten,
        contracten_met=contracten_met,
        contracten_pct=percent_or_none(Decimal(contracten_met), Decimal(contracten)),
        ambities=tuple(_count_ambities(posten, contracten, namen)),
        bekend_eur=bekend_eur,
        met_criterium_eur=met_criterium_eur,
        criterium_pct=percent_or_none(met_criterium_eur, bekend_eur),
        kalender=_list_ending(posten, peildatum),
    )


def _impact(post: Inkooppost) -> Decimal:
    """Greenhouse gas in tonnes.

    Source: DOMAIN 4, rule 10.
    """
    return post.uitgaven_eur * post.co2_kg_per_eur / 1000


def _weigh(rows: Sequence[Inkooppost], programma: Programma, namen: Namen) -> Iterator[Postfeiten]:
    """The rows with what follows from them, the most impact first."""
    gewichten = {
        (name, term.id): term.gewicht
        for name in ("circulair_potentieel", "invloed")
        for term in programma.termen(name)
    }
    uitgaven = sum((post.uitgaven_eur for post in rows), Decimal(0))
    impact = sum(map(_impact, rows), Decimal(0))
    for post, running, is_kern in rank(rows, _impact, KERN):
        potentieel = gewichten.get(("circulair_potentieel", post.circulair_potentieel or ""))
        invloed = gewichten.get(("invloed", post.invloed or ""))
        yield Postfeiten(
            post=post,
            segment=namen.name("inkoopsegment", post.segment),
            impact_ton=_impact(post),
            potentieel_ton=(
                None
                if potentieel is None or invloed is None
                else _impact(post) * potentieel * invloed
            ),
            uitgaven_pct=percent(post.uitgaven_eur, uitgaven),
            impact_pct=percent(_impact(post), impact),
            samen_pct=running,
            is_kern=is_kern,
            contracten_pct=percent_or_none(
                Decimal(post.contracten_met_criterium), Decimal(post.aantal_contracten)
            ),
        )


def _sum_known(posten: Sequence[Postfeiten]) -> tuple[Decimal, Decimal]:
    """Spending where that with a criterium is known, and that with a criterium, in euro."""
    known = [
        (post.uitgaven_eur, post.uitgaven_met_criterium_eur)
        for post in (feit.post for feit in posten)
        if post.uitgaven_met_criterium_eur is not None
    ]
    return sum((whole for whole, _ in known), Decimal(0)), sum(
        (part for _, part in known), Decimal(0)
    )


def _rank_potential(posten: Sequence[Postfeiten]) -> tuple[Postfeiten, ...]:
    known = [feit for feit in posten if feit.potentieel_ton is not None]
    return tuple(sorted(known, key=lambda feit: feit.potentieel_ton or 0, reverse=True))


def _count_ambities(
    posten: Sequence[Postfeiten], contracten: int, namen: Namen
) -> Iterator[Ambitieregel]:
    """Contracts with a criterion by level, in the order of the vocabulary; unknown ones last."""
    levels = [feit.post.ambitieniveau for feit in posten if feit.post.ambitieniveau]
    onbekend = Naamkaart("", "Niveau niet bekend")
    for wat in [*namen.order("inkoop_ambitieniveau", levels), onbekend]:
        aantal = sum(
            feit.post.contracten_met_criterium
            for feit in posten
            if (feit.post.ambitieniveau or "") == wat.id
        )
        if aantal or wat.id:
            yield Ambitieregel(wat, aantal, percent(Decimal(aantal), Decimal(contracten)))


def _list_ending(posten: Sequence[Postfeiten], peildatum: date) -> tuple[Postfeiten, ...]:
    """Moments of choice: what ends after peildatum, by date; on one date the most impact first."""
    ending = [
        (feit.post.contract_eind.eind, feit)
        for feit in posten
        if feit.post.contract_eind and feit.post.contract_eind.eind > peildatum
    ]
    return tuple(feit for _, feit in sorted(ending, key=lambda pair: pair[0]))
