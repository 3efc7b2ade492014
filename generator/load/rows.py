"""Rows: a CSV beside a record, one record a row, each cell with its place."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal
from functools import cache
from typing import Any, Final, TypeVar

from pydantic import PlainValidator
from pydantic.fields import FieldInfo

from generator.findings import Code, Finding, Plek, fout, has_fout
from generator.load.csv_table import Row, Table, find_excelfouten, find_formules, parse_csv
from generator.load.grenzen import MEESTE_EIGEN_RIJEN, MEESTE_FOUTEN, tell_rest
from generator.load.reader import SourceTree
from generator.load.records import validate
from generator.model.basis import Model, find_model, type_path
from generator.model.gelijkenis import find_closest, suggest
from generator.model.plekken import Plekken, Posities, Vindplaats
from generator.model.teksten import list_tekstvelden
from generator.model.waarden import WaardeError, parse_getal

type_row = TypeVar("type_row", bound=Model)

JA_NEE = {"true": True, "waar": True, "false": False, "onwaar": False}
"""How a cell says yes or no; Dutch Excel saves WAAR and ONWAAR."""

ANDERE_TEKENS: Final = {";": "een puntkomma", ",": "een komma", "\t": "een tab", "|": "een |"}
"""What others put between cells, and what we call it."""

EENHEDEN: Final[Mapping[str, Mapping[str, Decimal]]] = {
    "_eur_per_ton": {"_eur_per_kg": Decimal(1000)},
    "_kg_per_ton": {"_kg_per_kg": Decimal(1000)},
    "_ton": {"_kg": Decimal("0.001"), "_kton": Decimal(1000)},
}
"""Units that a column may have instead, by how its name ends, and what one of them is in ours."""


def load_rows(
    tree: SourceTree,
    plekken: Plekken,
    cls: type[type_row],
    name: str,
    owner: tuple[str, str, str],
) -> tuple[tuple[type_row, ...], list[Finding]]:
    """The records in the CSV file `name`, in the order of the file; none when it does not exist.

    Args:
        tree: where files are read.
        plekken: learns where each record was written.
        cls: the class of the records.
        name: the file, below the root of the programme.
        owner: what the records belong to: soort and id of a record, and its field.
    """
    if not tree.has(name):
        return (), []
    text = tree.read(name)
    if text is None:
        plekken.add_half(*owner[:2])
        return (), []
    read, findings = _read_rows(plekken, cls, parse_csv(text, name, most=MEESTE_EIGEN_RIJEN), owner)
    if has_fout(findings):
        plekken.add_half(*owner[:2])
    return read, findings


def _read_rows(
    plekken: Plekken,
    cls: type[type_row],
    parsed: tuple[Table | None, tuple[Finding, ...]],
    owner: tuple[str, str, str],
) -> tuple[tuple[type_row, ...], list[Finding]]:
    """The records in a table, and what was wrong with it; see `load_rows`."""
    tabel, found = parsed
    findings = list(found)
    if tabel is None:
        return (), findings
    if sign := find_other_sign(tabel):
        return (), [*findings, _refuse_sign(tabel, sign)]
    fields = {kolom: _find_field(cls, kolom) for kolom in tabel.kolommen if kolom}
    if headless := _find_no_header(tabel, cls, fields):
        return (), [headless]
    wrong = list(_find_wrong_columns(tabel, cls, fields))
    if wrong:
        # What is wrong with the header, shows in every row.
        of_header = (item for item in findings if item.plek.regel <= tabel.kopregel)
        return (), [*of_header, *wrong]
    soort, identifier, field = owner
    texts = [kolom for kolom, (name, _) in fields.items() if name in list_tekstvelden(cls)]
    records: list[type_row] = []
    for row in tabel.rijen:
        if len(findings) >= MEESTE_FOUTEN:
            findings.append(tell_rest(findings[-1], Plek(tabel.bestand, row.regel)))
            break
        if failed := tuple(find_excelfouten(tabel, row)):
            findings += failed
            continue
        findings += find_formules(tabel, row, texts)
        places = tabel.places(row.regel)

        def locate(path: type_path, places: Posities = places) -> Plek:
            kolom = next((name for name, (field, _) in fields.items() if path == (field,)), "")
            return places.of_value((kolom,) if kolom else path)

        record, found = validate(cls, dict(_type_cells(cls, row, fields)), locate)
        findings += found
        if record is not None:
            path = (field, len(records))
            plekken.add_deel(soort, identifier, path, Vindplaats(places, ()))
            records.append(record)
    return tuple(records), findings


def find_other_sign(tabel: Table) -> str | None:
    """The sign between the columns, when it is another than was expected."""
    kop = tabel.kolommen[0]
    signs = (sign for sign in ANDERE_TEKENS if sign != tabel.scheidingsteken and sign in kop)
    return next(signs, None) if len(tabel.kolommen) == 1 else None


def _refuse_sign(tabel: Table, sign: str) -> Finding:
    return fout(
        Code.CSV_KOLOMMEN,
        Plek(tabel.bestand, tabel.kopregel, tabel.regels[tabel.kopregel - 1].index(sign) + 1),
        f"tussen de kolommen staat {ANDERE_TEKENS[sign]}, en er hoort een {tabel.scheidingsteken}",
        f"zet op elke regel een {tabel.scheidingsteken} tussen de cellen "
        "(een Nederlandse Excel doet dat bij 'CSV UTF-8 (door komma's gescheiden)')",
    )


def _find_no_header(
    tabel: Table, cls: type[Model], fields: Mapping[str, tuple[str, Decimal | None]]
) -> Finding | None:
    """A finding when the first line names no column at all: it is a row."""
    free = list_columns(cls)
    if any(field or find_closest(kolom, free) for kolom, (field, _) in fields.items()):
        return None
    needed = ";".join(name for name in free if cls.model_fields[name].is_required())
    return fout(
        Code.CSV_KOLOMMEN,
        Plek(tabel.bestand, tabel.kopregel),
        "dit is de eerste regel, en er staat geen enkele naam van een kolom in",
        f"zet hierboven een regel met de namen van de kolommen, ten minste {needed}",
    )


@cache
def list_columns(cls: type[Model]) -> tuple[str, ...]:
    """The columns that a table of such records may have."""
    return tuple(
        name
        for name, info in cls.model_fields.items()
        if name != "samengevoegd" and not find_model(info.annotation)
    )


def _find_field(cls: type[Model], kolom: str) -> tuple[str, Decimal | None]:
    """The field that a column fills, and what its numbers are multiplied by; "" for none."""
    if kolom in cls.model_fields:
        return (kolom if kolom in list_columns(cls) else ""), None
    for ending, others in EENHEDEN.items():
        for other, factor in others.items():
            begin = kolom.removesuffix(other)
            field = f"{begin}{ending}"
            # `x_per_kton` is not kilotonnes: its number goes the other way.
            is_unit = kolom.endswith(other) and not begin.endswith("_per")
            if is_unit and field in cls.model_fields:
                return field, factor
    return "", None


def _type_cells(
    cls: type[Model], row: Row, fields: Mapping[str, tuple[str, Decimal | None]]
) -> Iterator[tuple[str, object]]:
    """The cells of a row as YAML would give them: empty is absent, a yes or no is typed."""
    for kolom, cell in row.cellen.items():
        if kolom not in fields:  # without a name: parse_csv has reported it
            continue
        field, factor = fields[kolom]
        if cls.model_fields[field].annotation is bool and cell.lower() in JA_NEE:
            yield field, JA_NEE[cell.lower()]
        elif factor is not None:
            yield field, _convert(cls.model_fields[field], cell, factor)
        else:
            yield field, cell or None


def _convert(info: FieldInfo, cell: str, factor: Decimal) -> object:
    """A number in another unit, as an exact decimal; what is refused stays as it was typed."""
    if not cell:
        return None
    own = (mark.func for mark in info.metadata if isinstance(mark, PlainValidator))
    parse: Callable[..., Any] = next(own, parse_getal)
    try:
        return Decimal(format((parse(cell) * factor).normalize(), "f"))
    except WaardeError:
        return cell


def _split_column(kolom: str, free: Sequence[str]) -> tuple[str, ...]:
    """The two columns that stand in one name; none when it is one."""
    known = set(free)
    for end in range(1, len(kolom)):
        parts = kolom[:end], kolom[end:].lstrip(",.:|\t ")
        if known.issuperset(parts):
            return parts
    return ()


def _find_wrong_columns(
    tabel: Table, cls: type[Model], fields: Mapping[str, tuple[str, Decimal | None]]
) -> Iterator[Finding]:
    filled = [field for field, _ in fields.values()]
    free = [name for name in list_columns(cls) if name not in filled]
    meant = {find_closest(kolom, free) for kolom, (field, _) in fields.items() if not field}
    required = [name for name in free if cls.model_fields[name].is_required()]
    unknown = [kolom for kolom, (field, _) in fields.items() if kolom and not field]
    # One column too many and one too few are one mistake, whatever it is called.
    is_swapped = len(unknown) == len(required) == 1
    if is_swapped:
        meant.add(required[0])
    joined = {kolom: _split_column(kolom, free) for kolom in unknown}
    meant |= {name for parts in joined.values() for name in parts}
    for kolom, (field, _) in fields.items():
        if parts := joined.get(kolom):
            yield fout(
                Code.CSV_KOLOMMEN,
                tabel.place(tabel.kopregel, kolom),
                f"'{kolom}' zijn twee kolommen, met geen {tabel.scheidingsteken} ertussen",
                f"schrijf {tabel.scheidingsteken.join(parts)}",
            )
        elif kolom in unknown:
            yield fout(
                Code.VELD_ONBEKEND,
                tabel.place(tabel.kopregel, kolom),
                f"de kolom '{kolom}' bestaat niet",
                f"bedoelt u '{required[0]}'?"
                if is_swapped
                else suggest(kolom, free, most=len(free)),
            )
        elif kolom and filled.count(field) > 1 and kolom != field:
            yield fout(
                Code.CSV_KOLOMMEN,
                tabel.place(tabel.kopregel, kolom),
                f"kolom '{kolom}' en een andere kolom vullen allebei {field}",
                "houd een van de twee kolommen",
            )
    missing = [name for name in required if name not in meant]
    if missing:
        one = f"de verplichte kolom '{missing[0]}' ontbreekt"
        yield fout(
            Code.VELD_ONTBREEKT,
            Plek(tabel.bestand),
            one if len(missing) == 1 else f"er ontbreken {len(missing)} verplichte kolommen",
            f"voeg {';'.join(missing)} toe aan de eerste regel, en vul de regels erna aan",
        )
