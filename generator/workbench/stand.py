"""Adopting a stand: its draft, and the decision with its seals and its archive."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Final

from generator.edit.archief import pack_archive
from generator.edit.bestand import open_source
from generator.edit.stand import seal_text, write_draft
from generator.edit.yaml_text import set_field
from generator.findings import GeneratorError
from generator.load.archief import name_archive
from generator.load.reader import SourceTree
from generator.load.sources import read_raw
from generator.model.basis import Editie
from generator.model.datums import show_datum
from generator.model.programma import Programma
from generator.model.regels.vaststellen import (
    compute_controlegetal,
    draft_stand,
    list_zonder_toelichting,
)
from generator.model.regels.zelftellingen import add_zelftellingen
from generator.model.vaststelling import Vaststelling
from generator.narrow import narrow
from generator.pipeline import Inspection, inspect, need_programma
from generator.workbench.voorstel import Voorstel, type_changes

INSTELLINGEN: Final = "mkdocs.yml"


@dataclass(frozen=True, slots=True)
class Vaststelvoorstel(Voorstel):
    """A stand, as a draft or adopted.

    Attributes:
        stand: what is to be written.
        zonder_toelichting: ids with a verdict that asks for a decision, and without words.
    """

    stand: Vaststelling
    zonder_toelichting: tuple[str, ...]


def find_stand(programma: Programma, datum: date) -> Vaststelling | None:
    """The stand of a day, adopted or not."""
    return next((item for item in programma.vastgesteld if item.datum == datum), None)


def propose_draft(root: Path, found: Inspection, rapportage: str | None) -> Vaststelvoorstel:
    """A draft of the stand at the date that was looked at; explanations in an earlier one stay.

    All else in an earlier draft is made anew from the data, its comments and its lights as well.

    Raises:
        GeneratorError: the stand of that day is no draft.
    """
    programma, datum = need_programma(found), found.peildatum
    earlier = find_stand(programma, datum)
    if earlier and earlier.controlegetal:
        raise GeneratorError(_tell_adopted(earlier))
    if earlier and not earlier.concept:
        message = (
            f"De stand van {datum} staat al in data/vastgesteld/{datum}.yaml. Stel hem vast met "
            "--besluit NUMMER, of kies een andere dag met --peildatum."
        )
        raise GeneratorError(message)
    name = rapportage or (earlier.rapportage if earlier else _name_report(datum))
    stand = draft_stand(count_public(programma, datum), datum, name, earlier)
    return _propose(root, found, stand, {_name(stand): write_draft(stand).encode()})


def propose_adoption(
    root: Path,
    found: Inspection,
    *,
    besluit: tuple[str, date],
    rapportage: str | None,
    versie: str,
) -> Vaststelvoorstel:
    """The stand at the date that was looked at, sealed, with an archive of everything as it is.

    What a draft says is what was decided; without a draft it is what rules and arithmetic give.

    Args:
        root: the folder of the programme.
        found: what a look at the sources gave.
        besluit: its number and its day.
        rapportage: what the report is called; None for what a draft says.
        versie: of this program, for the metadata.

    Raises:
        GeneratorError: the stand of that day was adopted before, or a source cannot be read.
    """
    programma, datum = need_programma(found), found.peildatum
    stand = find_stand(programma, datum)
    if stand and stand.controlegetal:
        raise GeneratorError(_tell_adopted(stand))
    if stand is None:
        name = rapportage or _name_report(datum)
        stand = draft_stand(count_public(programma, datum), datum, name)
        opened = open_source(write_draft(stand).encode())
    else:
        opened = open_source(read_raw(root, _name(stand)))
        if rapportage and rapportage != stand.rapportage:
            path = ("rapportage",)
            opened = replace(opened, text=set_field(opened.text, _name(stand), path, rapportage))
            stand = stand.model_copy(update={"rapportage": rapportage})
    stand = stand.model_copy(
        update={"concept": False, "besluitnummer": besluit[0], "besluitdatum": besluit[1]}
    )
    stand = stand.model_copy(update={"controlegetal": compute_controlegetal(stand)})
    sources = {
        **read_all(root),
        _name(stand): opened.pack(seal_text(opened.text, _name(stand), stand)),
    }
    archive = pack_archive(sources, programma, stand, versie)
    stand = stand.model_copy(update={"archief": hashlib.sha256(archive).hexdigest()})
    sealed = opened.pack(seal_text(opened.text, _name(stand), stand))
    return _propose(root, found, stand, {_name(stand): sealed, name_archive(stand.id): archive})


def count_public(programma: Programma, peildatum: date) -> Programma:
    """The programme with what it counts about itself, as the public edition counts it."""
    public = add_zelftellingen(narrow(programma, Editie.PUBLIEK), peildatum, Editie.PUBLIEK)
    counted = {item.id: item for item in public.indicatoren if item.telling}
    indicatoren = tuple(counted.get(item.id, item) for item in programma.indicatoren)
    return programma.model_copy(update={"indicatoren": indicatoren})


def _tell_adopted(stand: Vaststelling) -> str:
    besluit = f" (besluit {stand.besluitnummer})" if stand.besluitnummer else ""
    return (
        f"De stand van {stand.id} is al vastgesteld{besluit}. Er is niets veranderd. Kies voor een "
        "nieuwe stand een andere dag met --peildatum."
    )


def _name_report(datum: date) -> str:
    return f"de voortgangsrapportage van {show_datum(datum)}"


def _name(stand: Vaststelling) -> str:
    return f"data/vastgesteld/{stand.id}.yaml"


def _propose(
    root: Path, found: Inspection, stand: Vaststelling, changes: type_changes
) -> Vaststelvoorstel:
    programma, datum = need_programma(found), found.peildatum
    judged = inspect(root, asked=datum, anders=changes)
    missing = tuple(name for _, _, name in list_zonder_toelichting(programma, stand))
    return Vaststelvoorstel(changes, judged.findings, stand, missing)


def read_all(root: Path) -> dict[str, bytes]:
    """Every source file of a programme by its name, as it is; archives of earlier stands not."""
    names: Sequence[str] = [name for name in SourceTree(root).names if not name.endswith(".zip")]
    if (root / INSTELLINGEN).is_file():
        names = [*names, INSTELLINGEN]
    return {name: read_raw(root, name) for name in names}
