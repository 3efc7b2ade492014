"""Figures by name: a sentence, a picture and a table that say the same."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from generator.derive.feiten import Feiten
from generator.model.figuren import AANTALLEN, PLANNING
from generator.present.figures import (
    ambitie,
    bijdrage,
    gedrag,
    inkoop,
    integratie,
    kansen,
    kosten,
    peilingen,
    spreiding,
    stromen,
    uitvoering,
    voortgang,
)
from generator.present.figures.basis import Cijfer, Figuur, type_maker
from generator.present.figures.planning import make_planning
from generator.present.figures.reeksen import make_indicator, make_reeks, tell_cijfer
from generator.present.figures.tellingen import make_telling
from generator.present.formats import format_getal
from generator.present.page import Asset

MAKERS: Final[Mapping[str, type_maker]] = {
    **stromen.MAKERS,
    **inkoop.MAKERS,
    **peilingen.MAKERS,
    **kansen.MAKERS,
    **ambitie.MAKERS,
    **integratie.MAKERS,
    **gedrag.MAKERS,
    **bijdrage.MAKERS,
    **kosten.MAKERS,
    **spreiding.MAKERS,
    **voortgang.MAKERS,
    **uitvoering.MAKERS,
}
"""What makes each figure of `model.figuren.FIGUREN`."""


@dataclass
class Figuren:
    """Makes figures and numbers by name, and remembers which ones the pages used."""

    feiten: Feiten
    gebruikt: dict[str, Asset] = field(default_factory=dict)
    gemaakt: dict[str, Figuur] = field(default_factory=dict)

    def figuur(self, naam: str) -> Figuur:
        """The figure of that name.

        Raises:
            KeyError: no such figure; check has refused such a name in prose.
        """
        if naam not in self.gemaakt:
            self.gemaakt[naam] = self._make(naam)
        return self.gemaakt[naam]

    def _make(self, naam: str) -> Figuur:
        kind, _, identifier = naam.partition("-")
        if naam in self.feiten.tellingen:
            made = make_telling(self.feiten, naam)
        elif naam in MAKERS:
            made = MAKERS[naam](self.feiten)
        elif kind == PLANNING:
            made = make_planning(self.feiten, naam, identifier)
        elif kind == "indicator":
            made = make_indicator(self.feiten, naam, self.feiten.indicatoren[identifier])
        else:
            made = make_reeks(self.feiten, naam, self.feiten.reeksen[identifier])
        tabel = made.tabel
        self.gebruikt[tabel.csv_bestand] = Asset(tabel.csv_bestand, tabel.as_csv())
        return made

    def grafiek(self, naam: str) -> Figuur:
        """The figure of that name, with its picture where it has one."""
        made = self.figuur(naam)
        if made.grafiek is not None:
            self.gebruikt[made.script_bestand] = Asset(made.script_bestand, made.as_script())
        return made

    def cijfer(self, naam: str) -> Cijfer:
        """The number of that name, in words."""
        if naam in AANTALLEN:
            return Cijfer(format_getal(len(getattr(self.feiten.programma, AANTALLEN[naam]))))
        kind, _, identifier = naam.partition("-")
        indicatoren, reeksen = self.feiten.indicatoren, self.feiten.reeksen
        return tell_cijfer(
            indicatoren[identifier].reeks if kind == "indicator" else reeksen[identifier]
        )
