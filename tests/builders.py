"""Small records for tests: the required fields filled, the rest as the test says."""

from __future__ import annotations

from typing import Any

from generator.model.acties import Actie
from generator.model.indicatoren import Indicator, Meting

ACTIE: dict[str, Any] = {
    "id": "A-0001",
    "titel": "Proef met gebruikte tegels",
    "omschrijving": "Wij leggen dezelfde tegels terug.",
    "thema": "openbare_ruimte",
    "schaal": "grondgebied",
    "interventietype": "uitdagen",
    "fase": "leren",
    "actiestatus": "bezig",
}
INDICATOR: dict[str, Any] = {
    "id": "restafval",
    "naam": "Restafval per inwoner",
    "definitie": "Al het restafval gedeeld door het aantal inwoners.",
    "eenheid": "kg per inwoner",
    "richting": "omlaag",
    "indicatorsoort": "effect",
    "schaal": "grondgebied",
}


def make_actie(**fields: Any) -> Actie:
    """An action."""
    return Actie.model_validate(ACTIE | fields)


def make_indicator(*rows: tuple[Any, ...], **fields: Any) -> Indicator:
    """An indicator with measurements as (jaar, waarde, publicatie, definitie_versie)."""
    names = ("jaar", "waarde", "publicatie", "definitie_versie")
    metingen = [
        Meting.model_validate({"reeks": "restafval"} | dict(zip(names, row, strict=False)))
        for row in rows
    ]
    return Indicator.model_validate(INDICATOR | {"metingen": metingen} | fields)
