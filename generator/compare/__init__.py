"""Compare: what changed between two versions of a programme, record by record."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final

from generator.compare.velden import compare_fields, read_key
from generator.compare.wijziging import Deelwijziging, Veldwijziging, Wat, Wijziging
from generator.model.basis import Model
from generator.model.namen import read_naam
from generator.model.programma import LIJSTEN, ONDERDELEN, Programma, iter_records

__all__ = [
    "Deelwijziging",
    "Duister",
    "Veldwijziging",
    "Wat",
    "Wijziging",
    "compare",
    "without_withdrawn",
]

SOORTEN: Final = (
    *("gegevens", "actie", "indicator", "reeks", "bijsturing", "vaststelling", "thema", "team"),
    *("afdeling", "doelstelling", "landelijk_doel", "route", "fasedoel", "kans"),
    *("belemmering", "succes", "keuzehulp"),
    *(
        soort
        for soort in LIJSTEN
        if soort
        not in {
            *("bijsturing", "thema", "team", "afdeling", "doelstelling", "landelijk_doel", "route"),
            *("fasedoel", "kans", "belemmering", "succes"),
        }
    ),
    *ONDERDELEN,
    *("woordenlijst", "proza"),
)
"""Kinds of records in the order in which changes are told: what readers ask for comes first."""
AKKOORD: Final = {"toestemming", "akkoord_vermelding"}
"""Fields in which somebody agreed to be shown."""
type_records = Mapping[tuple[str, str], Model]


@dataclass(frozen=True, slots=True)
class Duister:
    """What could not be read in one of the two versions, so that nothing is said about it.

    Attributes:
        records: (soort, id) of records that are not compared.
        soorten: kinds of which any record may be missing: then none of them is called new or gone.
    """

    records: Collection[tuple[str, str]] = ()
    soorten: Collection[str] = ()


def compare(
    oud: Programma, nieuw: Programma, duister: Duister | None = None
) -> tuple[Wijziging, ...]:
    """What changed, by kind and then by id; the order of files and lists is no change."""
    unknown = duister or Duister()
    before = {key: item for key, item in _list(oud).items() if key not in unknown.records}
    after = {key: item for key, item in _list(nieuw).items() if key not in unknown.records}
    gone = {key: item for key, item in before.items() if key not in after}
    added = {key: item for key, item in after.items() if key not in before}
    renamed = dict(_find_renamed(gone, added))
    found = [
        Wijziging(soort, name, Wat.GEWIJZIGD, before[soort, name], item, fields)
        for (soort, name), item in after.items()
        if (soort, name) in before and (fields := compare_fields(before[soort, name], item))
    ]
    for new, old in renamed.items():
        fields = compare_fields(gone[old], added[new])
        found.append(Wijziging(*new, Wat.HERNOEMD, gone[old], added[new], fields))
    for key, item in added.items():
        if key not in renamed and key[0] not in unknown.soorten:
            found.append(Wijziging(*key, Wat.NIEUW, None, item))
    for key, item in gone.items():
        if key not in renamed.values() and key[0] not in unknown.soorten:
            found.append(Wijziging(*key, Wat.WEG, item, None))
    return tuple(sorted(found, key=lambda item: (SOORTEN.index(item.soort), item.id)))


def without_withdrawn(changes: Iterable[Wijziging]) -> tuple[Wijziging, ...]:
    """The changes without what is gone and asked for consent: that may have been withdrawn."""
    kept = []
    for item in changes:
        if (
            item.wat is Wat.WEG
            and item.oud
            and AKKOORD
            & {
                type(item.oud).te_tonen_met,
                type(item.oud).openbaar_met,
            }
        ):
            continue
        fields = tuple(_without_withdrawn(item.velden))
        if fields or not item.velden:
            kept.append(replace(item, velden=fields))
    return tuple(kept)


def _without_withdrawn(fields: Iterable[Veldwijziging]) -> Iterator[Veldwijziging]:
    for field in fields:
        if not any(_asks_consent(part.oud) for part in field.delen):
            yield field
            continue
        parts = tuple(map(_forget, (part for part in field.delen if part.nieuw)))
        if parts:
            was = tuple(item for item in field.oud if item in field.nieuw)
            yield replace(field, oud=was, delen=parts)


def _forget(part: Deelwijziging) -> Deelwijziging:
    """The part as new, where it took the place of another that asked for consent."""
    oud, nieuw = part.oud, part.nieuw
    is_other = oud and nieuw and read_key(oud) != read_key(nieuw)
    return Deelwijziging(None, nieuw) if is_other and _asks_consent(oud) else part


def _asks_consent(record: Model | None) -> bool:
    return record is not None and type(record).te_tonen_met is not None


def _list(programma: Programma) -> dict[tuple[str, str], Model]:
    """Every record and every page of prose by kind and id; of a repeated id the first."""
    found: dict[tuple[str, str], Model] = {}
    for soort, identifier, record in iter_records(programma):
        found.setdefault((soort, identifier), record)
    for page in programma.proza:
        found.setdefault(("proza", page.pad), page)
    return found


def read_id(record: Model) -> str:
    """The id of a record, or the path of a page."""
    return str(getattr(record, "id", "") or getattr(record, "pad", ""))


def _find_renamed(
    gone: type_records, added: type_records
) -> Iterator[tuple[tuple[str, str], tuple[str, str]]]:
    """Of a record that only got another id: its key now, and its key then."""
    for new, item in added.items():
        if not (naam := read_naam(item)):
            continue
        old = [key for key, other in gone.items() if key[0] == new[0] and read_naam(other) == naam]
        twins = [
            key for key, other in added.items() if key[0] == new[0] and read_naam(other) == naam
        ]
        if len(old) == len(twins) == 1:
            yield new, old[0]
