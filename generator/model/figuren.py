"""Names: every figure, table and number that prose may place, and who may see it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from generator.model.basis import Zichtbaarheid, is_public
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
    "acties-per-interventietype": Tellingnaam(
        "interventietype", "Acties naar soort aanpak", "Soort aanpak", "de aanpak"
    ),
}

AANTALLEN = {
    "aantal-acties": "acties",
    "aantal-teams": "teams",
    "aantal-themas": "themas",
    "aantal-indicatoren": "indicatoren",
    "aantal-kansen": "kansen",
    "aantal-keuzehulpen": "keuzehulp",
}
"""Numbers of records, and the collection that each counts."""

FIGUREN = {
    "stromen-themas": "grondstofstromen",
    "stromen-massa": "grondstofstromen",
    "stromen-milieukosten": "grondstofstromen",
    "stromen-materialen": "grondstofstromen",
    "stromen-herkomst": "grondstofstromen",
    "stromen-bestemming": "grondstofstromen",
    "stromen-balans": "grondstofstromen",
    "stromen-kwaliteit": "grondstofstromen",
    "stromen-kengetallen": "grondstofstromen",
    "inkoop-segmenten": "inkoop",
    "inkoop-impact": "inkoop",
    "inkoop-criteria": "inkoop",
    "inkoop-kalender": "inkoop",
    "bewustzijn-niveaus": "bewustzijn",
    "bewustzijn-afdelingen": "bewustzijn",
    "draagvlak-teams": "draagvlak",
    "draagvlak-motivatie": "draagvlak",
    "kansen-kaart": "draagvlak",
    "kansen-herkomst": "kansen",
    "ambitie-themas": "themas",
    "opgaven-themas": "acties",
    "integratie-processen": "integratie",
    "integratie-instrumenten": "integratie",
    "challenge-opdrachten": "challenge",
    "belemmeringen-soorten": "belemmeringen",
    "belemmeringen-comb": "belemmeringen",
    "spreiding-themas": "acties",
    "spreiding-teams": "acties",
    "spreiding-aanpak": "acties",
    "spreiding-ladder": "acties",
    "spreiding-agendas": "acties",
    "spreiding-niveaus": "acties",
    "spreiding-doelgroepen": "acties",
    "spreiding-schaal": "acties",
    "spreiding-mijlpalen": "acties",
    "bijdrage-restopgave": "acties",
    "kosten-themas": "acties",
    "kosten-teams": "acties",
    "kosten-begroting": "acties",
    "kosten-uren": "acties",
    "voortgang-themas": "acties",
    "voortgang-fasen": "acties",
    "voortgang-teams": "acties",
    "uitvoering-indicatoren": "indicatoren",
}
"""Figures of one part, and the field of Programma that each is made from."""

ALLEEN_INTERN = {
    "bijdrage-restopgave",
    "kosten-themas",
    "kosten-teams",
    "kosten-begroting",
    "kosten-uren",
    "inkoop-kalender",
    "kansen-kaart",
    "belemmeringen-soorten",
    "belemmeringen-comb",
    "voortgang-teams",
    "uitvoering-indicatoren",
    "spreiding-themas",
    "spreiding-teams",
    "spreiding-aanpak",
    "spreiding-ladder",
    "spreiding-agendas",
    "spreiding-niveaus",
    "spreiding-doelgroepen",
    "spreiding-schaal",
    "spreiding-mijlpalen",
}
"""Figures that the intranet only shows, though what they are made from may be public.

Source: READERS 4, rules 3, 4, 7, 9 and 10.
"""


PLANNING = "planning"
"""What the pictures of planning are called, before the id of their phase."""


def name_figuren(programma: Programma, soort: Aanroepsoort) -> Mapping[str, Zichtbaarheid]:
    """What `{{ grafiek(..) }}`, `{{ tabel(..) }}` or `{{ cijfer(..) }}` may name."""
    fixed = (
        dict.fromkeys(AANTALLEN, Zichtbaarheid.PUBLIEK)
        if soort is Aanroepsoort.CIJFER
        else dict.fromkeys(TELLINGEN, Zichtbaarheid.PUBLIEK)
        | _name_parts(programma)
        | _name_planning(programma)
    )
    return (
        fixed
        | {f"indicator-{item.id}": item.zichtbaarheid for item in programma.indicatoren}
        | {f"reeks-{item.id}": item.zichtbaarheid for item in programma.reeksen}
    )


def _name_parts(programma: Programma) -> dict[str, Zichtbaarheid]:
    """The figures of the parts that the programme has."""
    names = {}
    for naam, field in FIGUREN.items():
        value = getattr(programma, field)
        records = value if isinstance(value, tuple) else (value,) if value is not None else ()
        if records:
            is_shown = naam not in ALLEEN_INTERN and any(map(is_public, records))
            names[naam] = Zichtbaarheid.PUBLIEK if is_shown else Zichtbaarheid.INTERN
    return names


def _name_planning(programma: Programma) -> dict[str, Zichtbaarheid]:
    """A picture for each phase that has actions, in the order of the phases."""
    names = {}
    for term in programma.termen("fase"):
        acties = [actie for actie in programma.acties if actie.fase == term.id]
        if acties:
            is_shown = any(map(is_public, acties))
            name = f"{PLANNING}-{term.id}"
            names[name] = Zichtbaarheid.PUBLIEK if is_shown else Zichtbaarheid.INTERN
    return names
