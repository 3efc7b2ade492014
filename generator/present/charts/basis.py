"""What all charts share: colours by role, so that the palette of the page fills them in."""

from __future__ import annotations

from typing import Any, Final

type_figure = dict[str, Any]

# The chart script replaces these names by the colours of the palette in use.
HOOFD, DOEL, REFERENTIE = "kleur-hoofd", "kleur-doel", "kleur-referentie"
VLAK: Final = "kleur-vlak-2"
"""The surface of a range of values, under lines."""
KLEUREN: Final = 6
"""How many colours a palette has for terms."""


def lay_out(**more: object) -> type_figure:
    """A layout with Dutch separators and no legend, unless `more` says otherwise."""
    return {"separators": ",.", "showlegend": False, **more}


def name_kleur(kleur: int | None) -> str:
    """The colour of a term by its number; without one the main colour."""
    return f"kleur-{kleur}" if kleur else HOOFD


def choose_kleur(kleur: int | None, place: int) -> str:
    """The colour of one of several: by its number, else by its place, counted from 0."""
    return name_kleur(kleur or place % KLEUREN + 1)
