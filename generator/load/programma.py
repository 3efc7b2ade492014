"""The whole programme: each collection from its own file or folder, in one pass."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from generator.findings import Code, Finding, GeneratorError, Plek, fout
from generator.load.aangeleverd import load_aangeleverd
from generator.load.metingen import load_metingen
from generator.load.prose import parse_prose
from generator.load.reader import SourceTree
from generator.load.records import validate_at
from generator.load.yaml_document import Document, parse_yaml
from generator.model.acties import Actie
from generator.model.basis import Model
from generator.model.indicatoren import Indicator
from generator.model.organisatie import Afdeling, Bron, Team
from generator.model.plekken import Plekken, Posities, Vindplaats
from generator.model.programma import Programma, Programmagegevens
from generator.model.proza import Proza
from generator.model.themas import Thema
from generator.model.waarden import WaardeError, parse_sleutel, show
from generator.model.woordenlijst import Begrip, Woordenlijst

HANDLEIDING = "data/README.md"
KERN = "data/programma.yaml"

type_record = TypeVar("type_record", bound=Model)


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

    def __init__(self, tree: SourceTree) -> None:
        self.tree = tree
        self.plekken = Plekken()
        self.findings: list[Finding] = []

    def document(self, name: str) -> Document | None:
        """The YAML document in a file, or None."""
        text = self.tree.read(name)
        if text is None:
            return None
        document, found = parse_yaml(text, name)
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
                    "maak data/programma.yaml met naam, overheid, periode en eindambities, "
                    "of noem de goede map met --bron",
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

    def listed(self, cls: type[type_record], soort: str, key: str) -> tuple[type_record, ...]:
        """The records in `data/<key>.yaml`, a list under the one root key `key`."""
        name = f"data/{key}.yaml"
        document = self.document(name) if self.tree.has(name) else None
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
        records = []
        for index, item in enumerate(items):
            vindplaats = Vindplaats(posities, (key, index))
            if isinstance(item, dict) and isinstance(item.get("id"), str):
                self.plekken.add(soort, str(item["id"]), vindplaats)
            record, found = validate_at(cls, item, vindplaats)
            self.findings += found
            if record is not None:
                records.append(record)
        return tuple(records)

    def filed(
        self,
        cls: type[type_record],
        soort: str,
        folder: str,
        *,
        pattern: str | None = None,
        beside: Callable[[str], dict[str, object]] = lambda _: {},
    ) -> tuple[type_record, ...]:
        """The records in `data/<folder>/`, one file each; the file name is the id.

        `beside` gives, by id, the fields that come from another file.
        """
        records = []
        for name in self.tree.within(f"data/{folder}", ".yaml"):
            identifier = Path(name).stem
            document = self.document(name)
            posities = document.posities if document else Posities(name, {}, {})
            vindplaats = Vindplaats(posities, ())
            self.plekken.add(soort, identifier, vindplaats)
            more = beside(identifier)
            if document is None or not self._is_valid_id(identifier, name, pattern):
                continue
            record, found = validate_at(cls, document.inhoud, vindplaats, id=identifier, **more)
            self.findings += found
            if record is not None:
                records.append(record)
        return tuple(records)

    def _is_valid_id(self, identifier: str, name: str, pattern: str | None) -> bool:
        try:
            parse_sleutel(identifier)
        except WaardeError:
            valid = False
        else:
            valid = pattern is None or re.fullmatch(pattern, identifier) is not None
        if not valid:
            melding = f"de bestandsnaam '{identifier}' is geen geldige sleutel"
            oplossing = (
                "gebruik kleine letters, cijfers en _, bijvoorbeeld restafval_inw.yaml"
                if pattern is None
                else "noem het bestand A- en vier cijfers, bijvoorbeeld A-0123.yaml"
            )
            self.findings.append(fout(Code.SLEUTEL_ONGELDIG, Plek(name), melding, oplossing))
        return valid

    def metingen(self, identifier: str) -> dict[str, object]:
        """The field of an indicator that comes from a file beside it."""
        metingen, found = load_metingen(self.tree, self.plekken, identifier)
        self.findings += found
        return {"metingen": metingen}

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


def _stand_in() -> Programmagegevens:
    """Empty facts, so that the rest can be checked when programma.yaml holds a mistake itself."""
    nothing: Any = dict.fromkeys(Programmagegevens.model_fields)
    return Programmagegevens.model_construct(**nothing)


def load_programma(root: Path) -> Ingelezen:
    """Everything below data/ and content/ of the programme in `root`.

    Raises:
        GeneratorError: `root` is not a folder.
    """
    if not root.is_dir():
        message = f"De map '{root}' bestaat niet. Noem met --bron de map waarin data/ staat."
        raise GeneratorError(message)
    tree = SourceTree(root)
    tree.claim(HANDLEIDING)
    loader = _Loader(tree)
    gegevens = loader.gegevens()
    reeksen, found = load_aangeleverd(tree, loader.plekken)
    programma = Programma.model_construct(
        gegevens=gegevens or _stand_in(),
        themas=loader.listed(Thema, "thema", "themas"),
        afdelingen=loader.listed(Afdeling, "afdeling", "afdelingen"),
        teams=loader.listed(Team, "team", "teams"),
        acties=loader.filed(Actie, "actie", "acties", pattern=r"A-[0-9]{4}"),
        indicatoren=loader.filed(Indicator, "indicator", "indicatoren", beside=loader.metingen),
        reeksen=reeksen,
        bronnen=loader.listed(Bron, "bron", "bronnen"),
        woordenlijsten=loader.filed(Woordenlijst, "woordenlijst", "woordenlijst"),
        begrippen=loader.listed(Begrip, "begrip", "begrippen"),
        proza=loader.proza(),
    )
    findings = (*loader.findings, *found, *tree.findings, *tree.find_unknown())
    return Ingelezen(programma, loader.plekken, findings)
