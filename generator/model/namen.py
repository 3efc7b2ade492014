"""By what people know a record: the field that names it, whatever its class."""

from __future__ import annotations

from typing import Final

from generator.model.basis import Model

NAAMVELDEN: Final = (
    *("titel", "naam", "situatie", "organisatie", "rapportage", "vraag", "kern", "doel"),
    *("tekst", "tekst_publiek", "bestand"),
)
"""Fields by which people know a record; the first that is filled in counts."""


def read_naam(record: Model) -> str:
    """What people call a record, on one line; empty where it has no name."""
    named = (getattr(record, name, None) for name in NAAMVELDEN)
    return next((" ".join(found.split()) for found in named if isinstance(found, str)), "")
