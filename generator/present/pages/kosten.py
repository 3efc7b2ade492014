"""What the page of money and hours shows besides the facts: its figures, and what is left out."""

from __future__ import annotations

from typing import Any

from generator.present.figures.kosten import INDELINGEN, UREN
from generator.present.formats import format_aantal, format_bedrag
from generator.present.writer import Writer


def gather_kosten(writer: Writer) -> dict[str, Any]:
    """The figures that have something to show, and in words what is in no sum."""
    kosten = writer.feiten.kosten
    return {
        "kosten": kosten,
        "indelingen": list(INDELINGEN) if kosten and kosten.totaal else [],
        "uren": UREN if kosten and kosten.uren else None,
        "gestopt": _tell_gestopt(writer),
        "acties": writer.feiten.acties,
    }


def _tell_gestopt(writer: Writer) -> str:
    """That stopped actions are in no sum, and what they had."""
    kosten = writer.feiten.kosten
    if kosten is None or not kosten.gestopt:
        return "Gestopte acties tellen niet mee."
    bedrag = format_bedrag(kosten.bedrag_gestopt)
    if len(kosten.gestopt) == 1:
        return f"Bij een gestopte actie stond een budget van {bedrag}. Dat telt niet mee."
    return (
        f"Bij {format_aantal(len(kosten.gestopt), 'actie', 'acties')} die gestopt zijn, stond "
        f"een budget, samen {bedrag}. Dat telt niet mee."
    )
