"""Pictures: read from content/media, judged by what they hold, and made fit to be published."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import PurePosixPath

from generator.findings import Code, Finding, Plek, fout
from generator.load.raster import encode_raster, read_raster
from generator.load.reader import SourceTree
from generator.load.svg import read_svg
from generator.model.beelden import BEELDMAP, SOORTEN, Beeld, judge_beeldnaam
from generator.model.gelijkenis import find_closest
from generator.model.huisstijl import is_letterbestand
from generator.model.plekken import Plekken, Vindplaats
from generator.model.programma import Programma
from generator.model.proza import Beeldplaats, Proza


def read_opname(
    tree: SourceTree, item: Mapping[str, object], vindplaats: Vindplaats
) -> tuple[dict[str, object], tuple[Finding, ...]]:
    """The field of a picture that comes from its file in content/media."""
    naam = item.get("bestand")
    if not isinstance(naam, str) or judge_beeldnaam(naam):
        return {}, ()  # the record itself says so
    bestand = f"{BEELDMAP}/{naam}"
    if not tree.has(bestand):
        return {}, (tell_absent(tree, naam, vindplaats("bestand")),)
    content = tree.read_bytes(bestand)
    if content is None:
        return {}, ()
    is_svg = SOORTEN[naam.rpartition(".")[2]] == "SVG"
    opname, findings = (read_svg if is_svg else read_raster)(content, bestand)
    return {"opname": opname}, findings


def tell_absent(tree: SourceTree, naam: str, plek: Plek) -> Finding:
    """The finding about a file that should be in content/media, and is not."""
    present = [PurePosixPath(other).name for other in tree.within(BEELDMAP, "")]
    closest = find_closest(naam, present)
    oplossing = f"zet het bestand in {BEELDMAP}, of haal dit onderdeel weg"
    if closest:
        oplossing = f"bedoelt u '{closest}'?"
    melding = f"het bestand {BEELDMAP}/{naam} is er niet"
    return fout(Code.BESTAND_ONTBREEKT, plek, melding, oplossing)


def find_ongenoemd(tree: SourceTree, plekken: Plekken, pages: Iterable[Proza]) -> Iterator[Finding]:
    """Files in content/media with a name that no picture can have; others are known, or not.

    What prose shows without a description is told there.
    """
    for page in pages:
        for deel in page.delen:
            if isinstance(deel, Beeldplaats):
                tree.claim(f"{BEELDMAP}/{deel.bestand}")
    for bestand in tree.within(BEELDMAP, ""):
        naam = PurePosixPath(bestand).name
        if naam.endswith(".md"):
            continue
        if plekken.is_unread("beeld") or naam in plekken.ids("beeld"):
            tree.claim(bestand)
        if is_letterbestand(naam):
            continue  # known, or reported as a file that nobody uses
        if problem := judge_beeldnaam(naam):
            tree.claim(bestand)
            yield fout(Code.BESTAND_NAAM, Plek(bestand), *problem)


def make_fit(programma: Programma) -> Programma:
    """The programme with every picture as it is published: without place, time, camera or names."""
    if not programma.beelden:
        return programma
    return programma.model_copy(update={"beelden": tuple(map(_make_fit, programma.beelden))})


def _make_fit(beeld: Beeld) -> Beeld:
    kind = SOORTEN[beeld.bestand.rpartition(".")[2]]
    if beeld.opname is None or kind == "SVG":
        return beeld
    made = replace(beeld.opname, inhoud=encode_raster(beeld.opname.inhoud, kind))
    return beeld.model_copy(update={"opname": made})
