"""Names: every figure, table and number that prose may place, and who may see it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from generator.model.basis import Zichtbaarheid
from generator.model.programma import Programma
from generator.model.proza import Aanroepsoort


class Tellingnaam(NamedTuple):
    """A count of actions: the field of Actie that it counts by, and the words around it."""

    veld: str
    titel: str
    kop: str
    wat: str


TELLINGEN = {
    "acties-per-thema": Tellingnaam("thema", "Acties per thema", "Thema", "thema"),
    "acties-per-fase": Tellingnaam("fase", "Acties per fase", "Fase", "de fase"),
    "acties-per-team": Tellingnaam("eigenaar_team", "Acties per team", "Team", "team"),
    "acties-per-status": Tellingnaam("actiestatus", "Acties naar status", "Status", "de status"),
    "acties-per-schaal": Tellingnaam("schaal", "Acties naar schaal", "Schaal", "de schaal"),
}

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
