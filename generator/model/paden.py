"""Paths: where each page of a programme stands, which pages it has, and who may see them."""

from __future__ import annotations

from collections.abc import Mapping

from generator.findings import Code
from generator.model.basis import PUBLIEK, Editie, Model, Zichtbaarheid, has_consent, is_public
from generator.model.paginas import HANDLEIDINGDELEN, INTERN, PAGINAS, Pagina
from generator.model.programma import Programma


def pad_thema(identifier: str) -> str:
    """The page of a thema."""
    return f"themas/{identifier}"


def pad_team(identifier: str) -> str:
    """The page of a team."""
    return f"teams/{identifier}"


def pad_actie(identifier: str) -> str:
    """The page of an action."""
    return f"acties/{identifier.lower()}"


def pad_indicator(identifier: str) -> str:
    """The page of an indicator."""
    return f"indicatoren/{identifier}"


def pad_keuzehulp(identifier: str) -> str:
    """The page of a situation at work."""
    return f"keuzehulp/{identifier}"


def pad_bijsturing(identifier: str) -> str:
    """The place of a steering decision on the page of all of them."""
    return f"voortgang/bijsturing#{identifier.lower()}"


def pad_melding(code: str) -> str:
    """The page about a kind of finding."""
    return f"beheer/meldingen/{code.lower()}"


def pad_handleiding(deel: str) -> str:
    """A part of the manual."""
    return f"beheer/handleiding/{deel}"


RECORDPAGINAS = {
    "themas": pad_thema,
    "teams": pad_team,
    "acties": pad_actie,
    "indicatoren": pad_indicator,
    "keuzehulp": pad_keuzehulp,
}
"""Collections with a page for each record, and where that stands."""


def list_inhoud(programma: Programma, pagina: Pagina, *, openbaar: bool = False) -> list[Model]:
    """The records that a page exists for; empty when there is no such page.

    What somebody did not agree to makes no page: no edition shows it. With `openbaar` only fields
    count that everyone may see.
    """
    found: list[Model] = []
    for need in pagina.nodig:
        name, _, field = need.partition(".")
        value = getattr(programma, name)
        if value is None:
            continue
        records = value if isinstance(value, tuple) else (value,)
        found += [
            record
            for record in records
            if has_consent(record) and (not field or _holds(record, field, openbaar=openbaar))
        ]
    return found


def _holds(record: Model, field: str, *, openbaar: bool) -> bool:
    """Whether a field holds something, that everyone may see where that matters."""
    may_be_seen = not openbaar or PUBLIEK in type(record).model_fields[field].metadata
    return may_be_seen and bool(getattr(record, field))


def list_gegenereerd(programma: Programma) -> dict[str, Zichtbaarheid]:
    """Every page made from data/, and for whom; a part without content has none."""
    paden = {}
    for pagina in PAGINAS:
        inhoud = list_inhoud(programma, pagina)
        if inhoud:
            seen = list_inhoud(programma, pagina, openbaar=True)
            shown = pagina.zichtbaarheid is not INTERN and any(map(is_public, seen))
            paden[pagina.pad] = Zichtbaarheid.PUBLIEK if shown else INTERN
    for name, locate in RECORDPAGINAS.items():
        for record in getattr(programma, name):
            paden[locate(record.id)] = record.zichtbaarheid
    beheer = (*map(pad_melding, Code), *map(pad_handleiding, HANDLEIDINGDELEN))
    return paden | dict.fromkeys(beheer, INTERN)


def list_paden(programma: Programma) -> Mapping[str, Zichtbaarheid]:
    """Every page of the site: those made from data/, and the pages of prose."""
    proza = {page.pad: page.zichtbaarheid for page in programma.proza}
    return proza | list_gegenereerd(programma)


def list_paginas(programma: Programma, editie: Editie) -> tuple[Pagina, ...]:
    """The pages of `PAGINAS` that an edition has, of a programme narrowed to that edition."""
    return tuple(
        pagina
        for pagina in PAGINAS
        if list_inhoud(programma, pagina)
        and (editie is Editie.INTERN or pagina.zichtbaarheid is not INTERN)
    )
