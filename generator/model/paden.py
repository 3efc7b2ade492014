"""Paths: where each page of the programme stands, so that prose can be held to what exists."""

from __future__ import annotations

from collections.abc import Mapping

from generator.model.basis import Zichtbaarheid
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


def list_gegenereerd(programma: Programma) -> dict[str, Zichtbaarheid]:
    """Every page made from data/, and for whom; a chapter without content has none."""
    paden = {"index": Zichtbaarheid.PUBLIEK, "over/begrippen": Zichtbaarheid.PUBLIEK}
    if programma.bronnen:
        paden["over/bronnen"] = Zichtbaarheid.PUBLIEK
    for folder, records, locate in (
        ("themas", programma.themas, pad_thema),
        ("teams", programma.teams, pad_team),
        ("acties", programma.acties, pad_actie),
        ("indicatoren", programma.indicatoren, pad_indicator),
    ):
        if records:
            paden[f"{folder}/index"] = Zichtbaarheid.PUBLIEK
        for record in records:
            paden[locate(record.id)] = record.zichtbaarheid
    return paden


def list_paden(programma: Programma) -> Mapping[str, Zichtbaarheid]:
    """Every page of the site: those made from data/, and the pages of prose."""
    proza = {page.pad: page.zichtbaarheid for page in programma.proza}
    return proza | list_gegenereerd(programma)
