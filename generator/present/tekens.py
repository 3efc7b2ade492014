"""Signs: each verdict has one beside its word, so that nobody needs to see colours."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from generator.model.basis import Indicatorstatus, Voortgang

OORDEELTEKENS: Final[Mapping[str, str]] = {
    Voortgang.VOLGENS_VERWACHTING: "✓",
    Voortgang.ONBEKEND: "?",
    Voortgang.AANDACHTSPUNT: "!",
    Voortgang.BIJSTUREN: "↻",
    Indicatorstatus.DOEL_BEREIKT: "★",
    Indicatorstatus.OP_KOERS: "✓",
    Indicatorstatus.VERSNELLING_NODIG: "↗",
    Indicatorstatus.BEPERKTE_VOORTGANG: "→",
    Indicatorstatus.ACHTERUITGANG: "↘",
    Indicatorstatus.NIET_GEHAALD: "✕",
    Indicatorstatus.VASTHOUDEN: "=",
    Indicatorstatus.TE_WEINIG_DATA: "?",
    Indicatorstatus.GEEN_DOEL: "–",
}
"""The sign of each light and each verdict on an indicator."""
