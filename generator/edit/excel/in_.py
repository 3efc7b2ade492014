"""In: what a workbook wants different in the sources, as files to judge before any is written."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Final

from generator.edit.excel.inhoud import INDICATOREN, METINGEN, read_inhoud
from generator.edit.excel.kolommen import make_bladen
from generator.edit.excel.lezen import Bezwaar, read_werkmap
from generator.edit.excel.toepassen import apply, type_read
from generator.edit.excel.vergelijken import Botsing, Meting, Wijziging, compare
from generator.findings import Finding
from generator.load.reader import SourceTree
from generator.model.plekken import Plekken

MEESTE_ADRESSEN: Final = 3
"""Cells that a finding names, when it may be about each of them."""


@dataclass(frozen=True, slots=True)
class Excelvoorstel:
    """What a workbook wants different.

    Attributes:
        wijzigingen: cells that change.
        metingen: measurements that come with it.
        botsingen: cells that changed on both sides; with any of them nothing is written.
        bezwaren: what is not taken; with any of them nothing is written.
        opmerkingen: what the user may want to know.
        bestanden: the changed files, whole, by name.
        regels: the cell of Excel by file and line of a table.
    """

    wijzigingen: Sequence[Wijziging]
    metingen: Sequence[Meting]
    botsingen: Sequence[Botsing]
    bezwaren: Sequence[Bezwaar]
    opmerkingen: Sequence[str]
    bestanden: Mapping[str, bytes]
    regels: Mapping[tuple[str, int], str]

    @property
    def is_vrij(self) -> bool:
        """Whether nothing in the workbook itself stands in the way of writing."""
        return not self.botsingen and not self.bezwaren

    def find_adres(self, finding: Finding, plekken: Plekken) -> str:
        """The cells of Excel that a finding may be about; empty when none of them is in its file.

        `plekken` knows where everything stands in the files as they become.
        """
        plek = finding.plek
        if found := self.regels.get((plek.bestand, plek.regel)):
            return found
        files = {plek.bestand}
        if plek.bestand.startswith(f"{INDICATOREN}/"):
            # What is wrong with an indicator may come from its measurements.
            files.add(f"{METINGEN}/{PurePosixPath(plek.bestand).stem}.csv")
        own = [item for item in self.wijzigingen if item.bestand in files]
        for item in own:
            if not item.regel and plekken.waar("actie", item.record, item.veld) == plek:
                return item.adres
        places = [item.adres for item in own]
        places += [m.adres for m in self.metingen if f"{METINGEN}/{m.indicator}.csv" in files]
        if len(places) > MEESTE_ADRESSEN:
            return f"{', '.join(places[:MEESTE_ADRESSEN])} en meer"
        return ", ".join(places)


def read_workbook(
    content: bytes, programma: str, tree: SourceTree, read: type_read
) -> Excelvoorstel:
    """What the workbook in `content` wants different from the files of `tree`.

    Args:
        content: the bytes of the workbook.
        programma: the name of the programme, which that of the workbook should be.
        tree: the source files.
        read: the bytes of a source file by its name.

    Raises:
        GeneratorError: it is no workbook of ours, or not one that is safe to open.
    """
    acties, metingen = bladen = make_bladen()
    werkmap = read_werkmap(content, bladen)
    inhoud = read_inhoud(tree, acties, metingen)
    found = compare(werkmap, inhoud, acties, metingen)
    made = apply(found.wijzigingen, found.metingen, inhoud, bladen, read)
    opmerkingen = list(found.opmerkingen)
    if werkmap.basis.programma != programma:
        opmerkingen.insert(
            0, f"Let op: dit bestand is gemaakt van een ander programma: {werkmap.basis.programma}."
        )
    return Excelvoorstel(
        tuple(found.wijzigingen),
        tuple(found.metingen),
        tuple(found.botsingen),
        (*found.bezwaren, *made.bezwaren),
        tuple(opmerkingen),
        made.bestanden,
        made.regels,
    )
