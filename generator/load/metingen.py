"""Measurements: the CSV beside an indicator, one row a value."""

from __future__ import annotations

from collections.abc import Iterator

from generator.findings import Code, Finding, Plek, fout
from generator.load.csv_table import Table, parse_csv
from generator.load.reader import SourceTree
from generator.load.records import validate
from generator.model.basis import type_path
from generator.model.gelijkenis import suggest
from generator.model.indicatoren import Meting
from generator.model.plekken import Plekken, Posities, Vindplaats

JA_NEE = {"true": True, "waar": True, "false": False, "onwaar": False}
"""How a cell says yes or no; Dutch Excel saves WAAR and ONWAAR."""


def load_metingen(
    tree: SourceTree, plekken: Plekken, indicator: str
) -> tuple[tuple[Meting, ...], list[Finding]]:
    """The measurements in `data/metingen/<indicator>.csv`, in the order of the file."""
    name = f"data/metingen/{indicator}.csv"
    text = tree.read(name) if tree.has(name) else None
    if text is None:
        return (), []
    tabel, found = parse_csv(text, name)
    findings = list(found)
    if tabel is None:
        return (), findings
    wrong = list(_find_wrong_columns(tabel))
    if wrong:
        return (), findings + wrong
    metingen: list[Meting] = []
    for row in tabel.rijen:
        places = tabel.places(row.regel)

        def locate(path: type_path, places: Posities = places) -> Plek:
            return places.of_value(path)

        cells = {kolom: _typed(kolom, cell) for kolom, cell in row.cellen.items()}
        meting, found = validate(Meting, cells, locate)
        findings += found
        if meting is not None:
            path = ("metingen", len(metingen))
            plekken.add_deel("indicator", indicator, path, Vindplaats(places, ()))
            metingen.append(meting)
    return tuple(metingen), findings


def _typed(kolom: str, cell: str) -> object:
    """A cell as YAML would give it: empty is absent, and a yes or no is typed."""
    if kolom == "voorlopig" and cell.lower() in JA_NEE:
        return JA_NEE[cell.lower()]
    return cell or None


def _find_wrong_columns(tabel: Table) -> Iterator[Finding]:
    known = Meting.model_fields
    for kolom in tabel.kolommen:
        if kolom and kolom not in known:
            yield fout(
                Code.VELD_ONBEKEND,
                tabel.place(1, kolom),
                f"de kolom '{kolom}' bestaat niet",
                suggest(kolom, known),
            )
    for kolom, field in known.items():
        if field.is_required() and kolom not in tabel.kolommen:
            yield fout(
                Code.VELD_ONTBREEKT,
                Plek(tabel.bestand),
                f"de verplichte kolom '{kolom}' ontbreekt",
                f"voeg {kolom} toe aan de eerste regel",
            )
