"""Sentences about surveys: about statements and themes, never a verdict on a group."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from generator.derive.feiten.peilingen import (
    Bewustzijnsfeiten,
    Draagvlakfeiten,
    Stellingfeiten,
    Themadraagvlak,
)
from generator.present.formats import HARDE_SPATIE, format_opsomming, format_score
from generator.present.zinnen import find_most

TE_KLEIN: Final = "te klein"
"""What stands in a cell that is hidden."""
GEEN_ANTWOORDEN = "Er zijn geen antwoorden die getoond kunnen worden."
GEEN_SCORES = "Er zijn geen scores die getoond kunnen worden."
VEEL: Final = 3
"""More than this many with the same score are counted instead of named."""


def tell_bewustzijn(feiten: Bewustzijnsfeiten) -> str:
    """The mean over all statements, and which statement got most and least agreement."""
    if feiten.allen.gemiddelde is None:
        return GEEN_ANTWOORDEN
    zin = f"Het gemiddelde over alle stellingen is {format_score(feiten.allen.gemiddelde)} van 5."
    if not feiten.zwakste:
        return zin
    return (
        f"{zin} De meeste instemming krijgt {_name_stellingen(feiten.sterkste)}. "
        f"De minste krijgt {_name_stellingen(feiten.zwakste)}. Wat kan daar helpen?"
    )


def _name_stellingen(found: Sequence[Stellingfeiten]) -> str:
    if len(found) > VEEL:
        return f"een groep van {len(found)} stellingen"
    told = [
        f"“{item.stelling.tekst.rstrip('.')}” ({format_score(item.allen.gemiddelde or Decimal(0))})"
        for item in found
    ]
    return format_opsomming(told)


def tell_afdelingen(feiten: Bewustzijnsfeiten) -> str:
    """How to read the table by afdeling, and which groups stand together."""
    if not feiten.afdelingen:
        return "Er zijn geen antwoorden per afdeling die getoond kunnen worden."
    zin = "Per stelling het deel van de antwoorden eens of helemaal eens."
    hidden = [item.naam for item in feiten.verborgen_afdelingen]
    if not hidden:
        return f"{zin} Alle afdelingen zijn groot genoeg om te tonen."
    return (
        f"{zin} Te klein om apart te tonen, of samengenomen met een groep die te klein is: "
        f"{format_opsomming(hidden)}."
    )


def tell_draagvlak(feiten: Draagvlakfeiten) -> str:
    """Where the support is largest and where it is smallest, as a question about the theme."""
    if not feiten.sterkste:
        return GEEN_SCORES
    if not feiten.zwakste:
        score = format_score(feiten.sterkste[0].allen or Decimal(0))
        return f"Het draagvlak is bij alle thema's gelijk: {score} van 5."
    return (
        f"Het draagvlak is het grootst bij {_name_themas(feiten.sterkste)}: wat kunnen andere "
        f"thema's daarvan gebruiken? Het is het kleinst bij {_name_themas(feiten.zwakste)}: "
        "wat is daar nodig?"
    )


def _name_themas(found: Sequence[Themadraagvlak]) -> str:
    if len(found) > VEEL:
        return f"{len(found)} thema's ({format_score(found[0].allen or Decimal(0))} van 5)"
    names = format_opsomming([item.thema.naam for item in found])
    kind = "thema" if len(found) == 1 else "de thema's"
    return f"{kind} {names} ({format_score(found[0].allen or Decimal(0))} van 5)"


def tell_motivatie(feiten: Draagvlakfeiten) -> str:
    """On which subject most people want to help, as far as numbers may be shown."""
    sums = [
        (regel.deelonderwerp or regel.thema, sum(regel.aantallen.values()))
        for regel in feiten.motivatie
        if regel.aantallen
    ]
    if not sums:
        return "Er zijn geen aantallen die getoond kunnen worden."
    most, names = find_most(sums)
    if len(names) > VEEL:
        return f"Bij {len(names)} onderwerpen willen evenveel mensen zelf aan de slag: {most}."
    return (
        f"De meeste mensen willen zelf aan de slag met {format_opsomming(names)}: "
        f"minstens {most}{HARDE_SPATIE}mensen. Hoe krijgen zij daar ruimte voor?"
    )


def tell_verandering(feiten: Draagvlakfeiten) -> str:
    """At how many opportunities the score went up between the two moments."""
    if not feiten.kansen:
        return ""
    more = sum(1 for kans in feiten.kansen if kans.verschil > 0)
    less = sum(1 for kans in feiten.kansen if kans.verschil < 0)
    zin = f"Bij {more} van de {len(feiten.kansen)} kansen ging de score omhoog"
    return f"{zin}, bij {less} omlaag." if less else f"{zin}."
