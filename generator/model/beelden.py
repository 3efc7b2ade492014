"""Pictures: what is to be seen on them, who made them, and who may see them."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from typing import Annotated, Final

from pydantic import BeforeValidator

from generator.findings import Code
from generator.model.basis import PUBLIEK, Verwijzing
from generator.model.openbaarheid import Openbaarheid
from generator.model.vormen import vorm
from generator.model.waarden import JaNee, Sleutel, Tekst, WaardeError, parse_tekst

BEELDMAP: Final = "content/media"
"""The one folder for pictures."""
SOORTEN: Final = {"jpg": "JPEG", "jpeg": "JPEG", "png": "PNG", "webp": "WebP", "svg": "SVG"}
"""Kinds of pictures by how their names end."""
_ADVIES: Final = {
    "heic": "sla de foto op als .jpg",
    "heif": "sla de foto op als .jpg",
    "avif": "sla het op als .jpg of .webp",
    "svgz": "pak het uit, en noem het .svg",
    **dict.fromkeys(("ttf", "otf", "woff"), "zet een lettertype om naar .woff2"),
    "pdf": "zet het document op een eigen plek, en maak er in de tekst een link naar",
}
_ANDER_ADVIES: Final = "sla een foto op als .jpg, en een tekening als .svg of .png"
_NAAM = re.compile(r"[a-z0-9]+(?:[_-][a-z0-9]+)*")


def judge_beeldnaam(naam: str) -> tuple[str, str] | None:
    """What is wrong with the file name of a picture, and what to do; None when it is good."""
    stam, _, soort = naam.rpartition(".")
    ending = soort.lower()
    if not stam or ending not in SOORTEN:
        melding = f"'{naam}' is geen beeld dat de site kan tonen"
        return melding, _ADVIES.get(ending, _ANDER_ADVIES)
    if _NAAM.fullmatch(stam) and soort == ending:
        return None
    melding = f"'{naam}' kan niet de naam van een beeld zijn"
    return melding, f"noem het {suggest_beeldnaam(naam)}: kleine letters, cijfers, - en _"


def suggest_beeldnaam(naam: str) -> str:
    """The good file name that is nearest to the one of a picture; its ending stays."""
    stam, _, soort = naam.rpartition(".")
    plain = unicodedata.normalize("NFKD", stam.lower()).encode("ascii", "ignore").decode()
    likely = re.sub(r"[^a-z0-9_]+", "-", plain).strip("-_")
    return f"{likely if _NAAM.fullmatch(likely) else 'beeld-1'}.{soort.lower()}"


@vorm(
    "de naam van een beeld, bijvoorbeeld werf.jpg",
    type="string",
    pattern=rf"^\s*{_NAAM.pattern}\.({'|'.join(SOORTEN)})\s*$",
)
def _parse_beeldnaam(value: object) -> str:
    naam = parse_tekst(value)
    if problem := judge_beeldnaam(naam):
        raise WaardeError(Code.BESTAND_NAAM, *problem)
    return naam


Beeldnaam = Annotated[str, BeforeValidator(_parse_beeldnaam)]


@dataclass(frozen=True, slots=True)
class Opname:
    """The picture itself: its bytes, and how large it is shown, in pixels."""

    inhoud: bytes = field(repr=False)
    breedte: int
    hoogte: int


class Beeld(Openbaarheid):
    """Picture: a photo or drawing in content/media, with what must be known before it is shown."""

    bestand: Annotated[Beeldnaam, PUBLIEK]
    """Naam van het bestand in content/media, bijvoorbeeld plein.jpg."""
    alt: Annotated[Tekst, PUBLIEK]
    """Wat er te zien is, voor wie het beeld niet ziet."""
    rechten: Annotated[Tekst, PUBLIEK]
    """Waarom de site het mag tonen, bijvoorbeeld eigen foto of CC BY 4.0."""
    herkenbaar: Annotated[JaNee, PUBLIEK]
    """true als er mensen herkenbaar op staan."""
    toestemming: Annotated[JaNee, PUBLIEK] = False
    """true als iedereen die herkenbaar is, goed vindt dat het op de site staat."""
    maker: Annotated[Tekst | None, PUBLIEK] = None
    """Wie het maakte: een organisatie of functie."""
    bron: Annotated[Sleutel | None, Verwijzing("bron"), PUBLIEK] = None
    """Waar het beeld vandaan komt: een id uit bronnen.yaml."""
    opname: Annotated[Opname | None, PUBLIEK] = None
    """Het beeld zelf; het programma leest het uit content/media."""

    @property
    def id(self) -> str:
        """Its name in the programme: that of its file."""
        return self.bestand

    @property
    def pad(self) -> str:
        """Where it stands on the site."""
        return f"media/{self.bestand}"
