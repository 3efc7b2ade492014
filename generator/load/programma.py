"""The whole programme: each collection from its own file or folder, in one pass."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any

from generator.findings import Code, Finding, GeneratorError, Plek, fout, waarschuwing
from generator.load.aangeleverd import load_aangeleverd
from generator.load.advies import explain_unknown, find_heading, list_misnamed, list_required
from generator.load.archief import find_archive_problems, name_archive
from generator.load.grenzen import (
    MEESTE_FOUTEN,
    MEESTE_RECORDS,
    refuse_size,
    tell_rest,
)
from generator.load.letters import read_letters
from generator.load.media import find_ongenoemd, read_opname
from generator.load.prose import parse_prose
from generator.load.reader import SourceTree
from generator.load.records import validate_at
from generator.load.rows import load_rows
from generator.load.syntax_hekje import join_cut
from generator.load.yaml_document import BEGIN, Document, parse_yaml, type_parse
from generator.model.basis import Model, find_model
from generator.model.beelden import Beeld
from generator.model.huisstijl import Huisstijl
from generator.model.indicatoren import Meting
from generator.model.plekken import Plekken, Posities, Vindplaats
from generator.model.programma import LIJSTEN, MAPPEN, ONDERDELEN, Programma, Programmagegevens
from generator.model.proza import Proza
from generator.model.vaststelling import Vaststelling
from generator.model.waarden import is_sleutel, make_sleutel, show

HANDLEIDING = "data/README.md"
KERN = "data/programma.yaml"


NAMEN = {
    "acties": (r"A-[0-9]{4}", "noem het bestand A- en vier cijfers, bijvoorbeeld A-0123.yaml"),
    "vastgesteld": (
        r"[0-9]{4}-[0-9]{2}-[0-9]{2}",
        "noem het bestand naar de dag van de stand, bijvoorbeeld 2026-10-01.yaml",
    ),
}
"""Folders whose files are named by a rule of their own, and what to do about another name."""


@dataclass(frozen=True, slots=True)
class Ingelezen:
    """What was read: the programme, the place of each part of it, and the findings.

    Whatever held a mistake is absent from the programme, so with a `fout` it is not fit to show.
    """

    programma: Programma
    plekken: Plekken
    findings: tuple[Finding, ...]


class _Loader:
    """Reads the collections of one programme and gathers the findings on the way."""

    def __init__(self, tree: SourceTree, parse: type_parse) -> None:
        self.tree = tree
        self.parse = parse
        self.plekken = Plekken()
        self.findings: list[Finding] = []

    def document(self, name: str, begin: str = BEGIN) -> Document | None:
        """The YAML document in a file, or None; `begin` tells what such a file begins with."""
        text = self.tree.read(name)
        if text is None:
            return None
        document, found = self.parse(text, name, begin=begin)
        self.findings += found
        return document

    def gegevens(self) -> Programmagegevens | None:
        """The facts of the programme itself."""
        if not self.tree.has(KERN):
            self.findings.append(
                fout(
                    Code.BESTAND_ONTBREEKT,
                    Plek(KERN),
                    "het programma heeft geen data/programma.yaml"
                    if self.tree.names
                    else "hier staan geen gegevens: data en content zijn leeg of ontbreken",
                    "ga naar de map van het programma, of noem die met --bron; een nieuw programma "
                    "begint u met circulair start; mist alleen dit bestand, maak het dan met "
                    f"{list_required(Programmagegevens)}",
                )
            )
            return None
        document = self.document(KERN)
        if document is None:
            return None
        vindplaats = Vindplaats(document.posities, ())
        self.plekken.add("gegevens", "programma", vindplaats)
        record, found = validate_at(Programmagegevens, document.inhoud, vindplaats)
        self.findings += found
        return record

    def listed(self, soort: str, key: str) -> tuple[Model, ...]:
        """The records in `data/<key>.yaml`, a list under the one root key `key`."""
        name = f"data/{key}.yaml"
        begin = f"{key}: en zet de rest eronder, twee spaties ingesprongen"
        document = self.document(name, begin) if self.tree.has(name) else None
        if document is None:
            if any(finding.plek.bestand == name for finding in self.tree.findings + self.findings):
                self.plekken.add_unread(soort)
            return ()
        posities = document.posities
        for other in document.inhoud.keys() - {key}:
            self.findings.append(
                fout(
                    Code.VELD_ONBEKEND,
                    posities.of_key((other,)),
                    f"het veld '{other}' bestaat niet",
                    f"schrijf {key}: dat is het enige veld van dit bestand",
                )
            )
        items = document.inhoud.get(key)
        if not isinstance(items, list):
            melding = f"hier hoort een lijst onder '{key}', maar er staat {show(items)}"
            oplossing = f"schrijf {key}: met daaronder regels die met een streepje beginnen"
            plek = posities.of_value((key,))
            if key in document.inhoud or not document.inhoud:
                self.findings.append(fout(Code.VORM_ONGELDIG, plek, melding, oplossing))
            self.plekken.add_unread(soort)
            return ()
        return tuple(self._items(soort, key, items, posities))

    def _items(self, soort: str, key: str, items: list[Any], posities: Posities) -> Iterator[Model]:
        cls = _name_class(key)
        if len(items) > MEESTE_RECORDS:
            plek = posities.of_value((key, MEESTE_RECORDS))
            melding = f"deze lijst heeft meer dan {MEESTE_RECORDS} onderdelen"
            self.findings.append(refuse_size(plek, melding, "haal weg wat hier niet hoort"))
            self.plekken.add_unread(soort)
            return
        so_far = len(self.findings)
        for index, item in enumerate(items):
            vindplaats = Vindplaats(posities, (key, index))
            if len(self.findings) - so_far >= MEESTE_FOUTEN:
                self.findings.append(tell_rest(self.findings[-1], vindplaats()))
                self.plekken.add_unread(soort)
                return
            naam = item.get("bestand" if cls is Beeld else "id") if isinstance(item, dict) else None
            if isinstance(naam, str):
                self.plekken.add(soort, naam, vindplaats)
            more = self.opname(item, vindplaats) if cls is Beeld else {}
            record, found = validate_at(cls, item, vindplaats, **more)
            self.findings += found
            if record is not None:
                yield record

    def opname(self, item: object, vindplaats: Vindplaats) -> dict[str, object]:
        """The field of a picture that comes from its file."""
        if not isinstance(item, dict):
            return {}
        more, found = read_opname(self.tree, item, vindplaats)
        self.findings += found
        return more

    def filed(self, soort: str, key: str) -> tuple[Model, ...]:
        """The records in the folder of a collection, one file each; the file name is the id."""
        cls = _name_class(key)
        folder = "woordenlijst" if key == "woordenlijsten" else key
        if any(finding.plek.bestand == f"data/{folder}" for finding in self.tree.findings):
            self.plekken.add_unread(soort)
        records = []
        for name in self.tree.within(f"data/{folder}", ".yaml"):
            identifier = Path(name).stem
            document = self.document(name)
            posities = document.posities if document else Posities(name, {}, {})
            vindplaats = Vindplaats(posities, ())
            self.plekken.add(soort, identifier, vindplaats)
            if cls is Vaststelling:
                self.tree.claim(name_archive(identifier))
            more = self.metingen(identifier) if soort == "indicator" else {}
            if document is None or not self._is_valid_id(identifier, name, folder):
                continue
            record, found = validate_at(cls, document.inhoud, vindplaats, id=identifier, **more)
            self.findings += found
            if record is not None:
                records.append(record)
            if isinstance(record, Vaststelling):
                self.findings += find_archive_problems(self.tree, record, vindplaats)
        return tuple(records)

    def _is_valid_id(self, identifier: str, name: str, folder: str) -> bool:
        pattern, oplossing = NAMEN.get(
            folder,
            ("", "gebruik kleine letters, cijfers en _, bijvoorbeeld restafval_inw.yaml"),
        )
        valid = re.fullmatch(pattern, identifier) if pattern else is_sleutel(identifier)
        if not valid:
            if not pattern and (likely := make_sleutel(identifier)):
                oplossing = f"noem het bestand {likely}.yaml"
            melding = f"de bestandsnaam '{identifier}' is geen geldige sleutel"
            self.findings.append(fout(Code.SLEUTEL_ONGELDIG, Plek(name), melding, oplossing))
        return bool(valid)

    def metingen(self, identifier: str) -> dict[str, object]:
        """The field of an indicator that comes from a file beside it."""
        name = f"data/metingen/{identifier}.csv"
        owner = ("indicator", identifier, "metingen")
        metingen, found = load_rows(self.tree, self.plekken, Meting, name, owner)
        self.findings += found
        return {"metingen": metingen}

    def single(self, key: str) -> Model | None:
        """The part of the programme in `data/<key>.yaml`, with the rows beside it; else None."""
        cls = _name_class(key)
        name = f"data/{key}.yaml"
        if not self.tree.has(name):
            return None
        if cls.rijen:
            self.tree.claim(f"data/{key}.csv")
        document = self.document(name)
        if document is None:
            self.plekken.add_unread(key)
            return None
        vindplaats = Vindplaats(document.posities, ())
        self.plekken.add(key, key, vindplaats)
        if heading := find_heading(document, cls):
            self.findings.append(heading)
            return None
        rows: dict[str, object] = {}
        if cls is Huisstijl:
            rows["letters"], refused = read_letters(self.tree, document.inhoud, vindplaats)
            self.findings += refused
        if cls.rijen and (row := find_model(cls.model_fields[cls.rijen].annotation)):
            owner = (key, key, cls.rijen)
            read, wrong = load_rows(self.tree, self.plekken, row, f"data/{key}.csv", owner)
            rows = {cls.rijen: read}
            self.findings += wrong
            if not self.tree.has(f"data/{key}.csv"):
                melding = f"bij dit bestand hoort data/{key}.csv, en dat is er niet"
                kop = list_required(row, ";")
                oplossing = f"maak data/{key}.csv; zet op de eerste regel ten minste {kop}"
                self.findings.append(
                    waarschuwing(Code.BESTAND_ONTBREEKT, Plek(name), melding, oplossing)
                )
        record, found = validate_at(cls, document.inhoud, vindplaats, **rows)
        self.findings += found
        return record

    def proza(self) -> tuple[Proza, ...]:
        """The prose pages in content/, by path."""
        pages = []
        for name in self.tree.names:
            if not (name.startswith("content/") and name.endswith(".md")):
                continue
            text = self.tree.read(name)
            if text is None:
                continue
            page, vindplaats, found = parse_prose(text, name)
            self.findings += found
            if vindplaats is not None:
                pad = name.removeprefix("content/").removesuffix(".md")
                self.plekken.add("proza", pad, vindplaats)
            if page is not None:
                pages.append(page)
        return tuple(pages)


def _name_class(key: str) -> type[Model]:
    """The class of the records that a field of Programma holds."""
    found = find_model(Programma.model_fields[key].annotation)
    if found is None:
        raise KeyError(key)
    return found


def _stand_in() -> Programmagegevens:
    """Empty facts, so that the rest can be checked when programma.yaml holds a mistake itself."""
    nothing: Any = dict.fromkeys(Programmagegevens.model_fields)
    return Programmagegevens.model_construct(**nothing)


def refuse_absent(root: Path) -> None:
    """Refuse a folder that is not there.

    Raises:
        GeneratorError: `root` is not a folder.
    """
    if not root.is_dir():
        message = f"De map '{root}' bestaat niet. Noem met --bron de map waarin data/ staat."
        raise GeneratorError(message)


def load_programma(
    root: Path | None,
    anders: Mapping[str, bytes | None] = MappingProxyType({}),
    parse: type_parse = parse_yaml,
) -> Ingelezen:
    """Everything below data/ and content/ of the programme in `root`.

    `anders` holds files that count instead of those on the disk, as for `SourceTree`; with no
    `root` it is all there is. `parse` may remember what it gave for the same text and name.

    Raises:
        GeneratorError: `root` is not a folder.
    """
    if root:
        refuse_absent(root)
    tree = SourceTree(root, anders)
    tree.claim(HANDLEIDING)
    loader = _Loader(tree, parse)
    gegevens = loader.gegevens()
    reeksen, found = load_aangeleverd(tree, loader.plekken)
    read: dict[str, Any] = {
        **{key: loader.listed(soort, key) for soort, key in LIJSTEN.items()},
        **{key: loader.filed(soort, key) for soort, key in MAPPEN.items()},
        **{key: loader.single(key) for key in ONDERDELEN},
    }
    programma = Programma.model_construct(
        gegevens=gegevens or _stand_in(), reeksen=reeksen, proza=loader.proza(), **read
    )
    for soort in list_misnamed(tree.names):
        loader.plekken.add_unread(soort)
    found += find_ongenoemd(tree, loader.plekken, programma.proza)
    findings = (*loader.findings, *found, *tree.findings, *tree.find_unknown(explain_unknown))
    return Ingelezen(programma, loader.plekken, join_cut(findings))
