"""Names: every figure, table and number that prose may place, and who may see it."""

from __future__ import annotations

from collections.abc import Mapping

from generator.model.basis import Zichtbaarheid
from generator.model.programma import Programma
from generator.model.proza import Aanroepsoort

TELLINGEN = {
    "acties-per-thema": "thema",
    "acties-per-fase": "fase",
    "acties-per-team": "eigenaar_team",
    "acties-per-status": "actiestatus",
    "acties-per-schaal": "schaal",
}
"""Counts of actions, and the field of Actie that each counts by."""

AANTALLEN = {
    "aantal-acties": "acties",
    "aantal-teams": "teams",
    "aantal-themas": "themas",
    "aantal-indicatoren": "indicatoren",
}
"""Numbers of records, and the collection that each counts."""


def name_figuren(programma: Programma, soort: Aanroepsoort) -> Mapping[str, Zichtbaarheid]:
    """What `{{ grafiek(..) }}`, `{{ tabel(..) }}` or `{{ cijfer(..) }}` may name."""
    fixed = AANTALLEN if soort is Aanroepsoort.CIJFER else TELLINGEN
    return (
        dict.fromkeys(fixed, Zichtbaarheid.PUBLIEK)
        | {f"indicator-{item.id}": item.zichtbaarheid for item in programma.indicatoren}
        | {f"reeks-{item.id}": item.zichtbaarheid for item in programma.reeksen}
    )
