"""What somebody answers who begins a new programme."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Final

from generator.findings import Code
from generator.model.gelijkenis import suggest
from generator.model.waarden import WaardeError, make_sleutel, parse_tekst, show

SOORTEN: Final = ("gemeente", "provincie", "waterschap", "regio")
"""Kinds of government for which a programme can begin; `site_theme/soorten.toml` has the words."""
EINDJAAR: Final = 2050
"""Year in which the Netherlands wants to be circular; what a new programme proposes.

Source: Nationaal Programma Circulaire Economie 2023-2030.
"""
LANGSTE_NAAM: Final = 80
_GEEN_NAAM = re.compile(r"[^\w .,'’&()/+-]")


@dataclass(frozen=True, slots=True)
class Antwoorden:
    """What `circulair start` asks, with the day and the version that the program itself knows."""

    soort: str
    naam: str
    contact: str
    van: int
    tot: int
    eindjaar: int
    vandaag: date
    versie: str

    @property
    def plaats(self) -> str:
        """The name without the word for the kind of government before it."""
        first, _, rest = self.naam.partition(" ")
        return rest if rest and first.lower() == self.soort else self.naam


def parse_soort(value: object) -> str:
    """A kind of government."""
    text = str(value).strip().lower()
    if text not in SOORTEN:
        raise WaardeError(
            Code.KEUZE_ONBEKEND, f"{show(value)} bestaat niet", suggest(text, SOORTEN)
        )
    return text


def parse_naam(value: object) -> str:
    """The name of an organisation: letters, digits and a few marks, so that it fits anywhere."""
    naam = " ".join(parse_tekst(value).split())
    voorbeeld = "schrijf de naam met letters, cijfers en spaties, bijvoorbeeld Gemeente Nieuwbegin"
    if wrong := _GEEN_NAAM.search(naam):
        melding = f"in de naam staat {show(wrong.group())}"
        raise WaardeError(Code.TEKST_ONGELDIG, melding, voorbeeld)
    if not make_sleutel(naam) and len(naam) <= LANGSTE_NAAM:
        raise WaardeError(Code.TEKST_ONGELDIG, f"{show(naam)} is geen naam", voorbeeld)
    if len(naam) > LANGSTE_NAAM:
        melding = f"de naam heeft meer dan {LANGSTE_NAAM} tekens"
        raise WaardeError(Code.TEKST_ONGELDIG, melding, "schrijf een kortere naam")
    return naam


def guess_soort(naam: str) -> str:
    """The kind of government that a name begins with; else the commonest."""
    first = naam.partition(" ")[0].lower()
    return first if first in SOORTEN else SOORTEN[0]


def propose_naam(soort: str) -> str:
    """A name to begin with, of a place that does not exist."""
    return f"{soort.capitalize()} Nieuwbegin"


def propose_contact(naam: str, soort: str) -> str:
    """A mailbox to begin with, at an address that can never exist."""
    rest = naam.lower().removeprefix(f"{soort} ")
    domein = (make_sleutel(rest) or "organisatie").replace("_", "-")
    return f"circulair@{domein}.example"
