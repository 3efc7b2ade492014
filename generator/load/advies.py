"""Advice about files: what an advisor probably meant with a name or a heading."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from pathlib import PurePosixPath
from typing import Final

from generator.findings import Code, Finding, fout
from generator.load.yaml_document import Document
from generator.model.basis import Model
from generator.model.beelden import BEELDMAP, SOORTEN
from generator.model.gelijkenis import find_closest
from generator.model.programma import LIJSTEN, MAPPEN, ONDERDELEN

REKENBLADEN: Final = frozenset({".xlsx", ".xlsm", ".xls", ".ods"})
DATA: Final = PurePosixPath("data")
ENIGE: Final = ("programma", *LIJSTEN.values(), *ONDERDELEN)
FOLDERS: Final = ({"woordenlijst", "metingen", "aangeleverd"} | set(MAPPEN.values())) - {
    "woordenlijsten"
}


def explain_unknown(name: str, names: Collection[str]) -> tuple[str, str]:
    """What is wrong with a file that nothing read, and what to do; `names` are all files."""
    path = PurePosixPath(name)
    melding = "dit bestand hoort bij geen onderdeel en wordt niet gelezen"
    if path.parent.as_posix() == BEELDMAP:
        return _explain_unused(path)
    if path.parts[0] == "content" and path.suffix.lstrip(".").lower() in SOORTEN:
        return melding, f"zet beelden in {BEELDMAP}, of haal het weg"
    if path.suffix == ".yml":
        melding = "dit bestand wordt niet gelezen, want het eindigt op .yml"
        return melding, f"noem het {path.stem}.yaml"
    if path.suffix == ".csv" and (owner := _name_owner(path)):
        melding = f"dit bestand wordt niet gelezen, want {owner} is er niet"
        folder, suffix = PurePosixPath(owner).parent, "".join(PurePosixPath(owner).suffixes)
        owners = [other for other in names if other.startswith(f"{folder}/") and folder != DATA]
        stems = [PurePosixPath(other).name.removesuffix(suffix) for other in owners]
        if closest := find_closest(path.stem, stems):
            return melding, f"bedoelt u {path.parent}/{closest}.csv?"
        return melding, f"maak {owner} (zie data/README.md), of controleer de naam van dit bestand"
    if path.suffix.lower() in REKENBLADEN:
        melding = "dit is een rekenblad, en dat wordt niet gelezen"
    return melding, _suggest_place(path)


def list_misnamed(names: Collection[str]) -> Iterator[str]:
    """The kinds of records of which a file has another name than it should have.

    Whoever refers to such a record made no mistake.
    """
    folders = {("woordenlijst" if key == "woordenlijsten" else key): s for s, key in MAPPEN.items()}
    for path in map(PurePosixPath, names):
        is_yml = path.suffix.lower() in {".yml", ".yaml"} and path.suffix != ".yaml"
        if path.parent == DATA and path.suffix.lower() in {".yml", ".yaml"}:
            meant = find_closest(path.stem, ENIGE)
            is_free = f"data/{meant}.yaml" not in names
            yield from (soort for soort, key in LIJSTEN.items() if key == meant and is_free)
            if meant in ONDERDELEN and is_free:
                yield meant
        elif path.parent.parent == DATA and is_yml and path.parent.name in folders:
            yield folders[path.parent.name]


def _explain_unused(path: PurePosixPath) -> tuple[str, str]:
    """About a picture or a font that nothing names."""
    wat, lijst, how = "dit beeld", "beelden", "met alt, rechten en herkenbaar"
    if path.suffix == ".woff2":
        wat, lijst, how = "dit lettertype", "huisstijl", "met naam en rechten, onder lettertypen"
    melding = f"over {wat} staat niets in data/{lijst}.yaml; het komt nergens op de site"
    return melding, f"schrijf daar - bestand: {path.name} {how}, of haal het weg"


def _name_owner(path: PurePosixPath) -> str:
    """The file beside which a CSV belongs; empty when it belongs nowhere."""
    folder = path.parent.as_posix()
    if folder == "data/metingen":
        return f"data/indicatoren/{path.stem}.yaml"
    if folder == "data/aangeleverd":
        return f"{path.with_suffix('')}.bron.yaml"
    return f"data/{path.stem}.yaml" if folder == "data" and path.stem in ONDERDELEN else ""


def _suggest_place(path: PurePosixPath) -> str:
    folder = path.parent.as_posix()
    if path.suffix.lower() in REKENBLADEN:
        return (
            f"sla het in Excel op als {path.stem}.csv ('CSV UTF-8 (door komma's gescheiden)'), en "
            "haal dit bestand hier weg"
        )
    if folder == "data":
        names = ONDERDELEN if path.suffix == ".csv" else ENIGE
        if closest := find_closest(path.stem, names):
            return f"bedoelt u data/{closest}{path.suffix}?"
    elif path.parts[0] == "data":
        closest = find_closest(path.parts[1], FOLDERS)
        if closest and closest != path.parts[1]:
            return f"bedoelt u de map data/{closest}?"
    return "controleer de map en de naam (zie data/README.md), of haal het weg"


def find_heading(document: Document, cls: type[Model]) -> Finding | None:
    """A finding when all fields of a part stand under a heading, as they would in a list."""
    name, *others = document.inhoud or [""]
    inner = document.inhoud.get(name)
    is_field = name in cls.model_fields or find_closest(name, cls.model_fields)
    if others or is_field or not isinstance(inner, dict | list):
        return None
    oplossing = "haal deze regel weg en zet de velden eronder helemaal links"
    if isinstance(inner, list):
        oplossing = "haal deze regel en de streepjes weg, en zet de velden helemaal links"
    melding = f"de velden staan onder een kop '{name}', en die heeft dit bestand niet"
    return fout(Code.VORM_ONGELDIG, document.posities.of_key((name,)), melding, oplossing)


def list_required(cls: type[Model], separator: str = ", ") -> str:
    """The fields that every record of `cls` must have, in the order of the class."""
    needed = (name for name, info in cls.model_fields.items() if info.is_required())
    return separator.join(needed)
