"""What changed since an adopted version, and which versions were adopted."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from generator.compare.wijziging import Wat, Wijziging
from generator.model import paden
from generator.present.wijzigingen.vormen import count_changes
from generator.present.writer import Writer

GEEN_VERSIE = "Er is geen vastgestelde versie met een archief om mee te vergelijken."


def gather_wijzigingen(writer: Writer) -> Mapping[str, Any]:
    """The report of changes, with the page of each record, and the adopted versions."""
    verslag = writer.historie.verslag if writer.historie else None
    groepen = [
        (groep.kop, [(regel, _find_pad(writer, regel.wijziging)) for regel in groep.regels])
        for groep in (verslag.groepen if verslag else ())
    ]
    adopted = [item for item in writer.feiten.programma.vastgesteld if not item.concept]
    return {
        "verslag": verslag,
        "telling": count_changes(verslag) if verslag else GEEN_VERSIE,
        "groepen": groepen,
        "versies": sorted(adopted, key=lambda item: item.datum, reverse=True),
    }


def _find_pad(writer: Writer, wijziging: Wijziging) -> str | None:
    """The page of a record, where it has one in this edition."""
    if wijziging.wat is Wat.WEG:
        return None
    locate = getattr(paden, f"pad_{wijziging.soort}", None)
    pad = wijziging.id if wijziging.soort == "proza" else locate and locate(wijziging.id)
    return pad if pad in writer.paden else None
