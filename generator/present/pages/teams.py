"""The agenda on the page of a team: what asks for attention, to read, to mail, to subscribe to."""

from __future__ import annotations

from typing import Any

from generator.model.organisatie import Team
from generator.present.agenda import BESTAND_ALLE, name_bestand, tell_team
from generator.present.writer import Writer


def gather_agenda(writer: Writer, team: Team) -> dict[str, Any]:
    """What asks for the attention of a team; nothing in the public edition."""
    agenda = writer.feiten.agenda
    if agenda is None:
        return {"aandacht": None}
    return {
        "aandacht": agenda.teams[team.id],
        "tekst": tell_team(writer.feiten, team, team.postbus or ""),
        "bestand": name_bestand(team.id),
        "bestand_alle": BESTAND_ALLE,
    }
