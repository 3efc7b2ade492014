"""The page about accessibility: what was measured, and nothing about what that is worth."""

from __future__ import annotations

from typing import Any, NamedTuple

from generator.model.beelden import Beeld
from generator.model.kleur import show_contrast
from generator.model.palet import WEERGAVEN, Weergave, make_palet
from generator.model.programma import Programma
from generator.model.proza import Aanroepsoort, Beeldplaats
from generator.model.regels.kleurparen import Paarsoort, measure
from generator.present.formats import format_opsomming
from generator.present.toetsen import read_toetsen
from generator.present.writer import Writer


class Kleurtoets(NamedTuple):
    """One palette: how many pairs were measured, and the lowest contrast of each kind."""

    naam: str
    paren: int
    tekst: str
    beeld: str


def gather_toegankelijkheid(writer: Writer) -> dict[str, Any]:
    """What this programme gives to count, and what the tests of the program found."""
    programma = writer.feiten.programma
    figuren = writer.list_figuren(Aanroepsoort.GRAFIEK)
    drawn = [figuur for figuur in figuren if figuur.grafiek and figuur.grafiek["data"]]
    beelden = list_beelden(programma)
    toetsen = read_toetsen()
    axe = toetsen.uitslag("axe") if toetsen else None
    return {
        "kleuren": [_measure(programma, weergave) for weergave in WEERGAVEN],
        "beelden": len(beelden),
        "beelden_met_tekst": sum(bool(beeld.alt) for beeld in beelden),
        "figuren_getekend": len(drawn),
        "figuren_met_tabel": sum(bool(figuur.tabel.rijen) for figuur in drawn),
        "paginas": len(writer.paden),
        "toetsen": toetsen,
        "breedtes": format_opsomming([str(px) for px in axe["breedtes"]]) if axe else "",
    }


def list_beelden(programma: Programma) -> tuple[Beeld, ...]:
    """The pictures that pages show: in prose, and as a logo."""
    shown = {
        deel.bestand
        for page in programma.proza
        for deel in page.delen
        if isinstance(deel, Beeldplaats)
    }
    if programma.huisstijl:
        shown |= {programma.huisstijl.logo or "", programma.huisstijl.logo_donker or ""}
    return tuple(beeld for beeld in programma.beelden if beeld.bestand in shown)


def _measure(programma: Programma, weergave: Weergave) -> Kleurtoets:
    found = measure(make_palet(weergave, programma.huisstijl))
    lowest = {
        soort: min(item.contrast for item in found if item.paar.soort is soort)
        for soort in Paarsoort
    }
    return Kleurtoets(
        weergave.naam,
        len(found),
        show_contrast(lowest[Paarsoort.TEKST]),
        show_contrast(lowest[Paarsoort.BEELD]),
    )
