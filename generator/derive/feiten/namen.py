"""Names: how facts call what they are about."""

from __future__ import annotations

from typing import NamedTuple


class Naamkaart(NamedTuple):
    """What something is called: its id, its name, the number of its colour, and a short name."""

    id: str
    naam: str
    kleur: int | None = None
    kort: str | None = None
