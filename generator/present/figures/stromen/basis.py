"""What the figures of material flows share."""

from __future__ import annotations

from generator.derive.feiten import Feiten
from generator.derive.feiten.stromen import Stroombeeld
from generator.present.figures.basis import Grondslag, tell_afkomst
from generator.present.figures.stromen.zinnen import GEEN_STROMEN
from generator.present.tables import Kolom

SAMEN = "Alles samen"
THEMA, MATERIAAL = Kolom("Thema"), Kolom("Materiaal")
ERIN = Kolom("Erin (ton)", is_getal=True)
DEEL_GEWICHT = Kolom("Deel van het gewicht (%)", is_getal=True, decimalen=1)
MILIEUKOSTEN = Kolom("Milieukosten (euro)", is_getal=True, decimalen=0)
DEEL_MILIEUKOSTEN = Kolom("Deel van de milieukosten (%)", is_getal=True, decimalen=1)
BROEIKASGAS = Kolom("Broeikasgas (ton CO2-equivalent)", is_getal=True, decimalen=0)


def take_stromen(feiten: Feiten) -> Grondslag[Stroombeeld]:
    """The flows that the figures show: those of one schaal in one year."""
    analyse = feiten.programma.grondstofstromen
    if feiten.stromen is None or analyse is None:
        return Grondslag(GEEN_STROMEN)
    beeld = feiten.stromen.beeld
    afkomst = tell_afkomst(feiten, analyse, *beeld.afkomst)
    return Grondslag(GEEN_STROMEN, beeld, afkomst, f"{beeld.jaar} ({beeld.schaal.naam})")
