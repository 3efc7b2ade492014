"""What readers call fields, records within records, and kinds of records."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from generator.model.acties import Actie
from generator.model.basis import Model
from generator.model.indicatoren import Indicator
from generator.model.programma import COLLECTIES

LABELS: Final[Mapping[str, str]] = {
    "actiestatus": "status",
    "afgesproken_met_team": "afgesproken met het team",
    "afgestemd_met_team": "afgestemd met het team",
    "akkoord_vermelding": "akkoord met vermelding",
    "alt": "beschrijving van het beeld",
    "bron_idee": "herkomst van het idee",
    "budget_eur": "budget",
    "comb": "soort belemmering (COM-B)",
    "co2_kg_per_eur": "broeikasgas per euro (kg CO2)",
    "co2_kg_per_ton": "broeikasgas per ton (kg CO2)",
    "eigenaar_team": "eigenaar",
    "eind": "einddatum",
    "gecontroleerd_op": "stand bevestigd",
    "gepland": "datum",
    "impact_co2_ton": "effect op broeikasgas (ton CO2)",
    "impact_mki_eur": "effect op milieukosten",
    "in_kop": "op de homepage",
    "integratie": "plek in beleid en werkwijze",
    "intern_url": "adres van de intranetversie",
    "interventietype": "soort aanpak",
    "koppelopgaven": "sluit aan bij",
    "leidt_tot": "leidt tot",
    "letters": "letters van het lettertype",
    "mki_eur_per_ton": "milieukosten per ton",
    "opname": "het beeld zelf",
    "overige_interventietypen": "andere soorten aanpak",
    "oordeel_handmatig": "oordeel met de hand",
    "pad": "weg naar het doel",
    "publiek_vanaf": "openbaar vanaf",
    "r_strategie": "trede van de R-ladder",
    "site_url": "adres van de openbare versie",
    "start": "begindatum",
    "themas": "thema's",
    "tekst_publiek": "openbare tekst",
    "url": "webadres",
    "volgende_publicatie": "volgende meting",
    "voortgang_handmatig": "oordeel met de hand",
    "vrijgegeven": "vrijgegeven woorden",
    "waarde": "waarde",
    "wat_merk_ik": "wat merk ik ervan",
    "wie": "wie besluit",
}
"""Fields whose own name reads badly; any other is its name with spaces."""

EENHEDEN: Final = ("_eur", "_pct", "_ton")
"""Endings of fields that say in what they are counted."""

DELEN: Final[Mapping[str, tuple[str, bool]]] = {
    "acties": ("stand van actie", False),
    "antwoorden": ("antwoordgroep", False),
    "besluitmomenten": ("besluitmoment", True),
    "bevindingen": ("bevinding", False),
    "cellen": ("score", False),
    "deelonderwerpen": ("deelonderwerp", True),
    "definitieversies": ("versie van de definitie", False),
    "eindambities": ("eindambitie", False),
    "gerealiseerde_effecten": ("bereikt effect", True),
    "indicatoren": ("stand van indicator", False),
    "integratie": ("plek in beleid en werkwijze", False),
    "inwoners": ("inwonertal", True),
    "kengetallen": ("kengetal", True),
    "kenmerken": ("kenmerk", True),
    "lettertypen": ("lettertype", True),
    "metingen": ("meting", False),
    "mijlpalen": ("mijlpaal", False),
    "onderbouwing": ("onderbouwing", False),
    "opbrengst": ("opbrengst", False),
    "opdrachten": ("opdracht", False),
    "posten": ("inkooppost", False),
    "raadsstukken": ("raadsstuk", True),
    "scores": ("score", False),
    "stappen": ("tussenstap", False),
    "stellingen": ("stelling", False),
    "streefwaarden": ("streefwaarde", False),
    "stromen": ("materiaalstroom", False),
    "termen": ("term", False),
    "uren": ("urenraming", False),
    "verhalen": ("verhaal", True),
    "vertaling": ("vertaling", False),
    "verwachte_effecten": ("verwacht effect", True),
    "vragen": ("vraag", False),
}
"""What one record in a field is called, and whether that is a word with `het`."""

VOORRANG: Final[Mapping[type[Model], tuple[str, ...]]] = {
    Actie: (
        *("actiestatus", "reden", "voortgang_handmatig", "start", "eind", "eigenaar_team"),
        *("trekker", "betrokken_teams", "mijlpalen", "budget_eur", "dekking", "zichtbaarheid"),
    ),
    Indicator: ("metingen", "streefwaarden", "streeftekst", "nulmeting", "oordeel_handmatig"),
}
"""Fields that are told first, in this order; the rest follows as the model has it."""

KOPPEN: Final[Mapping[str, str]] = {
    **{soort: name.replace("_", " ").capitalize() for soort, name in COLLECTIES.items()},
    "gegevens": "Het programma zelf",
    "thema": "Thema's",
    "reeks": "Reeksen van anderen",
    "bijsturing": "Besluiten om bij te sturen",
    "herleiding": "Onderbouwing",
    "keuzehulp": "Keuzehulp",
    "rekenkamervraag": "Vragen van de rekenkamer",
    "vaststelling": "Vastgestelde standen",
    "voortgangsregel": "Regels voor de voortgang",
    "woordenlijst": "Woordenlijsten",
    "proza": "Teksten",
    "circulariteitsscan": "Circulariteitsscan",
    "grondstofstromen": "Grondstofstromen",
    "inkoop": "Inkoopanalyse",
    "bewustzijn": "Bewustzijnsmeting",
    "draagvlak": "Draagvlakmeting",
    "integratie": "Circulair in beleid en werkwijze",
}
"""The heading above the changes of each kind."""


def name_field(name: str) -> str:
    """A field in readable Dutch, as it stands within a sentence."""
    if name in LABELS:
        return LABELS[name]
    for ending in EENHEDEN:
        name = name.removesuffix(ending)
    return name.removeprefix("is_").replace("_", " ")


def name_kind(soort: str) -> str:
    """The heading above the changes of a kind."""
    return KOPPEN.get(soort) or soort.replace("_", " ").capitalize()
