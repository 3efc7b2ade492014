"""Pairs of colours that meet on the site, and the contrast that each must have."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum
from itertools import product
from typing import Final, NamedTuple

from generator.model.huisstijl import GRAFIEKKLEUREN
from generator.model.kleur import find_shade, measure_contrast
from generator.model.palet import (
    AFGELEID,
    LICHT,
    TRAPPEN,
    Weergave,
    add_trappen,
    complete,
    put_on_paper,
    type_palet,
)


class Paarsoort(StrEnum):
    """What is told by the colour in front."""

    TEKST = "tekst"
    BEELD = "beeld"


NODIG: Final[Mapping[Paarsoort, float]] = {Paarsoort.TEKST: 4.5, Paarsoort.BEELD: 3.0}
"""The least contrast of each kind.

Source:
    WCAG 2.2, success criteria 1.4.3 and 1.4.11.
"""


class Paar(NamedTuple):
    """A colour on another."""

    voor: str
    achter: str
    soort: Paarsoort


PAGINA: Final = ("grond", "vlak", "vlak-2", "let-op")
"""Surfaces on which anything may stand."""
HUIS: Final = ("huis", "huis-diep")
"""Surfaces with colours of their own on them."""
GRAFIEK: Final = tuple(str(number) for number in range(1, GRAFIEKKLEUREN + 1))
"""The colours of charts, as the style sheet numbers them."""
TEKSTEN: Final[Mapping[tuple[str, ...], tuple[str, ...]]] = {
    PAGINA: ("tekst", "zacht", "link", "hoofd", "accent"),
    HUIS: ("op-huis", "op-huis-zacht", "op-huis-accent"),
    tuple(TRAPPEN): ("tekst",),
    # The words in a bar have the colour of the page: that asks as much as the other way round.
    ("grond",): GRAFIEK,
}
"""Surfaces, and what is written on each of them."""
BEELDEN: Final[Mapping[tuple[str, ...], tuple[str, ...]]] = {
    PAGINA: ("rand", "let-op-rand"),
    ("grond",): ("as", "doel", "referentie"),
}
"""Surfaces, and what is drawn on each: borders of fields and marks, and lines in charts.

Focus and marks in a colour for text need no line: they reach more than this asks.
"""
ZONDER_BOODSCHAP: Final = frozenset({"lijn", "raster", "papier"})
"""Colours that only divide or lie behind a picture: nobody misses anything without them.

Source:
    WCAG 2.2, success criterion 1.4.11: what is not needed to understand the content.
"""
PAREN: Final[tuple[Paar, ...]] = tuple(
    Paar(voor, achter, soort)
    for soort, table in ((Paarsoort.TEKST, TEKSTEN), (Paarsoort.BEELD, BEELDEN))
    for achters, voors in table.items()
    for voor, achter in product(voors, achters)
)
"""Every pair of colours that must be told apart; a test holds it against the style sheet."""


class Meting(NamedTuple):
    """A pair with its contrast."""

    paar: Paar
    contrast: float

    @property
    def is_genoeg(self) -> bool:
        """Whether it reaches what its kind asks."""
        return self.contrast >= NODIG[self.paar.soort]


def measure(palet: type_palet) -> tuple[Meting, ...]:
    """The contrast of every pair in a palette, in the order of the table."""
    whole = add_trappen(palet)
    return tuple(
        Meting(paar, measure_contrast(whole[paar.voor], whole[paar.achter])) for paar in PAREN
    )


def name_grondrol(role: str) -> str:
    """The role that somebody can type to change this one: itself, or the one it follows."""
    return AFGELEID.get(role, role)


def lay_out(gronden: type_palet, weergave: Weergave) -> tuple[tuple[str, type_palet], ...]:
    """Where the colours of a palette are seen, and how: the light ones on paper too."""
    palet = complete(gronden, weergave)
    shown = ((f"in {weergave.naam}", palet),)
    return (*shown, ("op papier", put_on_paper(palet))) if weergave is LICHT else shown


class Tekort(NamedTuple):
    """A pair with too little contrast.

    Attributes:
        waar: where it is seen.
        meting: the pair and its contrast.
        palet: the colours there.
    """

    waar: str
    meting: Meting
    palet: type_palet


def find_tekorten(gronden: type_palet, weergave: Weergave) -> dict[str, list[Tekort]]:
    """Each colour in front that has too little contrast, with its pairs, the worst first."""
    failed: dict[str, list[Tekort]] = {}
    for waar, palet in lay_out(gronden, weergave):
        for meting in measure(palet):
            if not meting.is_genoeg:
                role = name_grondrol(meting.paar.voor)
                failed.setdefault(role, []).append(Tekort(waar, meting, palet))
    return {role: sorted(found, key=_rank) for role, found in failed.items()}


def _rank(tekort: Tekort) -> float:
    return tekort.meting.contrast / NODIG[tekort.meting.paar.soort]


def suggest_shade(
    gronden: type_palet, weergave: Weergave, role: str, tekorten: Iterable[Tekort]
) -> str | None:
    """The nearest shade for `role` with which these pairs pass, and none that passed before fails.

    None when no shade of the same hue does.
    """
    asked = {(item.waar, item.meting.paar) for item in tekorten}
    asked |= {
        (waar, item.paar)
        for waar, palet in lay_out(gronden, weergave)
        for item in measure(palet)
        if item.is_genoeg
    }

    def passes(shade: str) -> bool:
        return all(
            item.is_genoeg
            for waar, palet in lay_out({**gronden, role: shade}, weergave)
            for item in measure(palet)
            if (waar, item.paar) in asked
        )

    return find_shade(gronden[role], passes)
