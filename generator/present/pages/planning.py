"""What the page about planning shows: a picture for each phase, and what has no dates yet."""

from __future__ import annotations

from typing import Any

from generator.derive.feiten import Actiefeiten
from generator.model.woordenlijst import Term
from generator.present.figures.planning import list_banen
from generator.present.writer import Writer


def gather_planning(writer: Writer) -> dict[str, Any]:
    """The phases that have actions, each with the actions that miss a begin or an end."""
    fasen: list[tuple[Term, list[Actiefeiten]]] = []
    for term in writer.termen("fase"):
        if acties := list_banen(writer.feiten, term.id):
            missing = [item for item in acties if not (item.actie.start and item.actie.eind)]
            fasen.append((term, missing))
    return {"fasen": fasen}
