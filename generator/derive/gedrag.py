"""Behaviour: what the challenge saved, and which barriers are left."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from datetime import date
from decimal import Decimal

from generator.derive.feiten.gedrag import (
    Aanpak,
    Belemmeringfeiten,
    Belemmeringsfeiten,
    Challengefeiten,
    Opdrachtfeiten,
    Soortregel,
    Soorttelling,
    Uitspraak,
)
from generator.model.draagvlak import Belemmering, Opdracht
from generator.model.programma import Programma
from generator.model.regels.getallen import percent_or_none
from generator.model.regels.voortgang import list_stopped


def derive_challenge(programma: Programma) -> Challengefeiten | None:
    """What the assignments saved, of those that are shown; None without a challenge.

    Source: DOMAIN 4, rule 16 (self-reported; not calculated to a year).
    """
    challenge = programma.challenge
    if challenge is None:
        return None
    opdrachten = tuple(
        Opdrachtfeiten(
            opdracht=item,
            co2_kg=_save(item, item.co2_kg_oud, item.co2_kg_nieuw),
            afval_kg=_save(item, item.afval_kg_oud, item.afval_kg_nieuw),
        )
        for item in challenge.opdrachten
    )
    return Challengefeiten(
        challenge=challenge,
        opdrachten=opdrachten,
        co2_kg=_add(item.co2_kg for item in opdrachten),
        afval_kg=_add(item.afval_kg for item in opdrachten),
        bereikt_pct=percent_or_none(Decimal(challenge.deelnemers), Decimal(challenge.bereik or 0)),
    )


def _save(opdracht: Opdracht, oud: Decimal | None, nieuw: Decimal | None) -> Decimal | None:
    """The number of times x (old - new); it may be negative, when the new way costs more."""
    return None if oud is None or nieuw is None else opdracht.aantal * (oud - nieuw)


def _add(values: Iterable[Decimal | None]) -> Decimal | None:
    known = [value for value in values if value is not None]
    return sum(known, Decimal(0)) if known else None


def derive_belemmeringen(programma: Programma, peildatum: date) -> Belemmeringsfeiten | None:
    """The barriers as they stand at `peildatum`; None without any.

    Source: READERS 4, rule 3.
    """
    if not programma.belemmeringen:
        return None
    stopped = list_stopped(programma)
    order = {thema.id: place for place, thema in enumerate(programma.themas)}
    found = sorted(programma.belemmeringen, key=lambda item: order.get(item.thema, len(order)))
    lines = tuple(Belemmeringfeiten(item, _judge(item, stopped, peildatum)) for item in found)
    waiting = [line for line in lines if line.aanpak is Aanpak.OP_TE_PAKKEN]
    return Belemmeringsfeiten(
        belemmeringen=lines,
        nog_op_te_pakken=tuple(sorted(waiting, key=lambda line: line.tekst.casefold())),
        per_praktisch=_count(programma, "barriere_praktisch", lambda item: item.praktisch),
        per_comb=_count(programma, "barriere_comb", lambda item: item.comb),
        uitspraken=_list_uitspraken(found, stopped, peildatum),
    )


def _is_solved(belemmering: Belemmering, peildatum: date) -> bool:
    solved = belemmering.opgelost_op
    return solved is not None and solved.begin <= peildatum


def _judge(belemmering: Belemmering, stopped: Collection[str], peildatum: date) -> Aanpak:
    """Solved, else addressed by an action that was not stopped, else still to be picked up."""
    if _is_solved(belemmering, peildatum):
        return Aanpak.OPGELOST
    is_addressed = any(actie not in stopped for actie in belemmering.acties)
    return Aanpak.IN_AANPAK if is_addressed else Aanpak.OP_TE_PAKKEN


def _count(
    programma: Programma, woordenlijst: str, read: Callable[[Belemmering], str | None]
) -> Soorttelling:
    """Mentions by the terms of a vocabulary; a term without any counts 0."""
    kinds: list[tuple[str | None, str, int | None]] = [
        (term.id, term.naam, term.kleur) for term in programma.termen(woordenlijst)
    ]
    if any(read(item) is None for item in programma.belemmeringen):
        kinds.append((None, "nog niet ingedeeld", None))
    regels = []
    for identifier, naam, kleur in kinds:
        own = [item for item in programma.belemmeringen if read(item) == identifier]
        meldingen = sum(item.meldingen or 0 for item in own)
        regels.append(Soortregel(identifier or "", naam, kleur, len(own), meldingen))
    return Soorttelling(
        regels=tuple(regels),
        meldingen=sum(regel.meldingen for regel in regels),
        ongeteld=sum(item.meldingen is None for item in programma.belemmeringen),
    )


def _list_uitspraken(
    belemmeringen: Sequence[Belemmering], stopped: Collection[str], peildatum: date
) -> tuple[tuple[str, tuple[Uitspraak, ...]], ...]:
    """The neutral texts by theme, equal ones merged, so that nobody can count barriers."""
    found: dict[str, dict[str, list[Belemmering]]] = {}
    for item in belemmeringen:
        if item.tekst_publiek:
            found.setdefault(item.thema, {}).setdefault(item.tekst_publiek, []).append(item)
    return tuple(
        (
            thema,
            tuple(
                _merge(tekst, own, stopped, peildatum)
                for tekst, own in sorted(texts.items(), key=lambda pair: pair[0].casefold())
            ),
        )
        for thema, texts in found.items()
    )


def _merge(
    tekst: str, own: Sequence[Belemmering], stopped: Collection[str], peildatum: date
) -> Uitspraak:
    moments = [item.opgelost_op for item in own if item.opgelost_op is not None]
    is_solved = all(_is_solved(item, peildatum) for item in own)
    acties = dict.fromkeys(actie for item in own for actie in item.acties)
    return Uitspraak(
        tekst=tekst,
        acties=tuple(actie for actie in acties if actie not in stopped),
        opgelost_op=max(moments, key=lambda moment: moment.eind) if is_solved else None,
    )
