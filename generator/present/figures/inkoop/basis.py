"""What the figures of procurement share."""

from __future__ import annotations

from generator.derive.feiten import Feiten
from generator.derive.feiten.inkoop import Inkoopfeiten
from generator.present.figures.basis import Grondslag, tell_afkomst
from generator.present.figures.inkoop.zinnen import GEEN_INKOOP
from generator.present.tables import Kolom

SEGMENT = Kolom("Segment")
UITGAVEN = Kolom("Uitgaven (euro)", is_getal=True, decimalen=0)
UITSTOOT = Kolom("Uitstoot (ton CO2)", is_getal=True, decimalen=0)
DEEL_UITSTOOT = Kolom("Deel van de uitstoot (%)", is_getal=True, decimalen=1)
TE_BESPAREN = Kolom("Naar schatting te besparen (ton CO2)", is_getal=True, decimalen=0)


def take_inkoop(feiten: Feiten) -> Grondslag[Inkoopfeiten]:
    """The spending that the figures show: that of one year."""
    inkoop, analyse = feiten.inkoop, feiten.programma.inkoop
    if inkoop is None or analyse is None:
        return Grondslag(GEEN_INKOOP)
    afkomst = tell_afkomst(feiten, analyse, *(feit.post for feit in inkoop.posten))
    return Grondslag(GEEN_INKOOP, inkoop, afkomst, str(inkoop.jaar))
