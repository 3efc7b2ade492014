"""Figures of integration: two matrices of policy domains, and one of themes and other tasks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from generator.derive.feiten import Feiten
from generator.derive.feiten.integratie import Integratiefeiten, Lijn, Matrix, Opgavenfeiten, Stand
from generator.model.basis import Editie
from generator.model.kansen import Integratiecel
from generator.model.waarden import NVT
from generator.present.figures.basis import (
    Figuur,
    count_now,
    require,
    tell_afkomst,
    type_maker,
)
from generator.present.formats import format_opsomming, format_pct
from generator.present.tables import Kolom, Tabel, type_cell
from generator.present.zinnen import find_most

PIJL = "\N{RIGHTWARDS ARROW}"
SAMEN = "Samen"
DIEPST = 4
"""The deepest step of colour."""
NAAR_THEMA = "thema"
"""What a cell says when the theme names a task and no action shown has it."""


def _show_cel(cel: Integratiecel | None) -> str | None:
    """A cell in words: `1 → 3`, `n.v.t.`, `?` for what is not known; None when not looked at."""
    if cel is None:
        return None
    if cel.score == NVT or cel.score == cel.doelscore is None:
        return "n.v.t." if cel.score == NVT else "?"
    nu = "?" if cel.score is None else str(cel.score)
    doel = "n.v.t." if cel.doelscore == NVT else cel.doelscore
    return nu if doel is None else f"{nu} {PIJL} {doel}"


def _show_pct(stand: Stand) -> str | None:
    """The degree now and wanted: `18% → 60%`."""
    shown = [
        "?" if graad.pct is None else format_pct(graad.pct) for graad in (stand.nu, stand.doel)
    ]
    is_empty = not any(graad.bekend or graad.onbekend for graad in (stand.nu, stand.doel))
    return None if is_empty else f" {PIJL} ".join(shown)


def tell_matrix(matrix: Matrix, waarin: str, doeljaar: int) -> str:
    """How far circular is part of the processes or instruments, and where most and least.

    Args:
        matrix: the scores.
        waarin: what the columns are ("werkprocessen").
        doeljaar: the year of the scores that are wanted.
    """
    nu, doel = matrix.stand.nu, matrix.stand.doel
    if nu.pct is None:
        return f"Hoe ver circulair is opgenomen in {waarin}, is nog niet bekend."
    zinnen = [f"Circulair is voor {format_pct(nu.pct)} opgenomen in {waarin}."]
    if doel.pct is not None:
        zinnen.append(f"Het doel voor {doeljaar} is {format_pct(doel.pct)}.")
    if matrix.minst_ver:
        zinnen.append(
            f"Het verst is {_name_domains(matrix.verst)}, het minst ver "
            f"{_name_domains(matrix.minst_ver)}."
        )
    if nu.onbekend:
        count = (
            "Van 1 combinatie is de score nog niet bekend; die telt"
            if nu.onbekend == 1
            else f"Van {nu.onbekend} combinaties is de score nog niet bekend; die tellen"
        )
        zinnen.append(f"{count} niet mee.")
    return " ".join(zinnen)


def _name_domains(lines: Sequence[Lijn]) -> str:
    pct = lines[0].stand.nu.pct
    own = "" if pct is None else f" ({format_pct(pct)})"
    return f"{format_opsomming([line.naam for line in lines])}{own}"


def _make_table(naam: str, titel: str, matrix: Matrix) -> Tabel:
    """A row per domain, a column per process or instrument, and the degrees first and last."""
    rijen: list[tuple[type_cell, ...]] = []
    trappen: list[tuple[int | None, ...]] = []
    for domein in matrix.domeinen:
        cellen = [matrix.cellen.get((domein.id, kolom.id)) for kolom in matrix.kolommen]
        steps = [cel.score if cel and isinstance(cel.score, int) else None for cel in cellen]
        rijen.append((domein.naam, _show_pct(domein.stand), *map(_show_cel, cellen)))
        trappen.append((None, None, *steps))
    edges = [_show_pct(kolom.stand) for kolom in matrix.kolommen]
    rijen.append((SAMEN, _show_pct(matrix.stand), *edges))
    trappen.append((None,) * len(rijen[-1]))
    namen = ("Beleidsdomein", SAMEN, *(kolom.naam for kolom in matrix.kolommen))
    return Tabel(naam, titel, tuple(map(Kolom, namen)), tuple(rijen), tuple(trappen))


def _make_matrix(
    naam: str, feiten: Feiten, integratie: Integratiefeiten, matrix: Matrix, waarin: str
) -> Figuur:
    scan = integratie.scan
    titel = f"Hoe ver circulair is opgenomen in {waarin}, nu {PIJL} doel in {scan.doeljaar}"
    zin = tell_matrix(matrix, waarin, scan.doeljaar)
    if not matrix.domeinen:
        return Figuur(naam, titel, zin, None, Tabel(naam, titel, (), ()))
    afkomst = tell_afkomst(feiten, scan, *scan.cellen)
    return Figuur(naam, titel, zin, None, _make_table(naam, titel, matrix), afkomst)


def make_processen(feiten: Feiten) -> Figuur:
    """Policy domains against processes."""
    integratie = require(feiten.integratie)
    return _make_matrix(
        "integratie-processen", feiten, integratie, integratie.processen, "werkprocessen"
    )


def make_instrumenten(feiten: Feiten) -> Figuur:
    """Policy domains against instruments."""
    integratie = require(feiten.integratie)
    return _make_matrix(
        "integratie-instrumenten", feiten, integratie, integratie.instrumenten, "instrumenten"
    )


def tell_opgaven(opgaven: Opgavenfeiten, totaal: int, soort: str = "") -> str:
    """How many actions connect with another task, and with which most.

    Args:
        opgaven: the connections.
        totaal: how many actions the edition holds.
        soort: which actions an edition counts ("openbare"), so that the denominator is named.
    """
    if not opgaven.aangesloten:
        return "Er is nog geen actie die aansluit bij een andere opgave."
    acties = " ".join(filter(None, [soort, "actie" if totaal == 1 else "acties"]))
    most, names = find_most([(opgave.naam, len(opgave.acties)) for opgave in opgaven.opgaven])
    verb = "sluit er 1" if opgaven.aangesloten == 1 else f"sluiten er {opgaven.aangesloten}"
    told = f"Van de {totaal} {acties} {verb} aan bij een andere opgave"
    if opgaven.aangesloten == totaal > 1:
        told = f"Alle {totaal} {acties} sluiten aan bij een andere opgave"
    if len(names) == 1:
        return f"{told}; de meeste ({most}) bij {names[0]}."
    return f"{told}; de meeste ({most} elk) bij {format_opsomming(names)}."


def make_opgaven(feiten: Feiten) -> Figuur:
    """Themes against other tasks: how many actions connect them."""
    opgaven = require(feiten.opgaven)
    naam, titel = "opgaven-themas", "Aantal acties per thema en andere opgave"
    rijen: list[tuple[type_cell, ...]] = []
    trappen: list[tuple[int | None, ...]] = []
    for thema in feiten.programma.themas:
        counts = [opgaven.aantallen.get((thema.id, opgave.id), 0) for opgave in opgaven.opgaven]
        cells = [
            str(count) if count else NAAR_THEMA if opgave.id in thema.koppelopgaven else None
            for count, opgave in zip(counts, opgaven.opgaven, strict=True)
        ]
        rijen.append((thema.naam, *cells))
        trappen.append((None, *(min(count, DIEPST) if count else None for count in counts)))
    kolommen = ("Thema", *(opgave.naam for opgave in opgaven.opgaven))
    soort = "openbare" if feiten.editie is Editie.PUBLIEK else ""
    return Figuur(
        naam=naam,
        titel=titel,
        zin=tell_opgaven(opgaven, len(feiten.acties), soort),
        grafiek=None,
        tabel=Tabel(naam, titel, tuple(map(Kolom, kolommen)), tuple(rijen), tuple(trappen)),
        afkomst=count_now(feiten),
    )


MAKERS: Final[Mapping[str, type_maker]] = {
    "integratie-processen": make_processen,
    "integratie-instrumenten": make_instrumenten,
    "opgaven-themas": make_opgaven,
}
"""The figures of this subject, by name."""
