"""What keeps the sources in order without changing what they say: form, and confirmation."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from generator.edit.bestand import open_source
from generator.edit.opmaak import Opgemaakt, is_ours, tidy
from generator.edit.yaml_text import set_field
from generator.findings import Ernst, GeneratorError
from generator.load.programma import load_programma
from generator.load.reader import SourceTree
from generator.load.sources import read_raw
from generator.model.acties import Actie
from generator.model.programma import Programma
from generator.model.regels.voortgang import GAAT_DOOR
from generator.model.velden import iter_fields
from generator.pipeline import Inspection, inspect
from generator.workbench.voorstel import Voorstel, find_new

ANDERS_GELEZEN = "opmaken zou veranderen wat er staat; pas het met de hand aan"


@dataclass(frozen=True, slots=True)
class Opmaakvoorstel(Voorstel):
    """Files in their usual form.

    Attributes:
        bestanden: each file that changes, or that was left as it is for a reason.
    """

    bestanden: Mapping[str, Opgemaakt]


@dataclass(frozen=True, slots=True)
class Bevestigvoorstel(Voorstel):
    """Actions of which somebody confirms the stand.

    Attributes:
        acties: as they are now, in the order of their numbers.
        datum: the day of the confirmation.
    """

    acties: tuple[Actie, ...]
    datum: date


def propose_form(root: Path) -> Opmaakvoorstel:
    """Every file that people write here in its usual form; what it says stays the same.

    A file of which that is not certain is left as it is, with the reason.

    Raises:
        GeneratorError: `root` is not a folder.
    """
    files: dict[str, Opgemaakt] = {}
    changes: dict[str, bytes] = {}
    names = SourceTree(root).names
    if not names:
        load_programma(root)  # tells when `root` is not a folder
    for name in filter(is_ours, names):
        try:
            content = read_raw(root, name)
        except GeneratorError as error:
            files[name] = Opgemaakt(b"", b"", laten=str(error))
            continue
        made = tidy(name, content)
        if made.inhoud != content or made.laten:
            files[name] = made
        if made.inhoud != content:
            changes[name] = made.inhoud
    for name in _find_changed(root, files, list(changes)):
        del changes[name]
        files[name] = replace(files[name], gedaan=(), laten=ANDERS_GELEZEN)
    return Opmaakvoorstel(changes, (), files)


def _find_changed(root: Path, files: Mapping[str, Opgemaakt], names: list[str]) -> list[str]:
    """Those of the files after whose change the programme says something else."""
    if not names:
        return []
    before = load_programma(root, {name: files[name].gelezen for name in names})
    after = load_programma(root, {name: files[name].inhoud for name in names})
    if _say(before.programma) == _say(after.programma):
        return []
    if len(names) == 1:
        return names
    half = len(names) // 2
    found = [*_find_changed(root, files, names[:half]), *_find_changed(root, files, names[half:])]
    return found or names


def _say(programma: Programma) -> Programma:
    """The programme without prose: that notes its line numbers, and its text is never touched."""
    return programma.model_copy(update={"proza": ()})


def list_lopende(programma: Programma, team: str | None = None) -> tuple[Actie, ...]:
    """The actions that still run, of one team or of all."""
    klassen = {term.id: term.klasse for term in programma.termen("actiestatus")}
    return tuple(
        actie
        for actie in programma.acties
        if klassen.get(actie.actiestatus) in GAAT_DOOR and team in {None, actie.eigenaar_team}
    )


def propose_confirmation(
    root: Path, found: Inspection, acties: Iterable[Actie], datum: date
) -> Bevestigvoorstel:
    """The actions as confirmed on a day, with the mistakes that were not there before.

    Raises:
        GeneratorError: a file cannot be read or changed.
    """
    order = [name for name, _ in iter_fields(Actie, frozenset())]
    changes: dict[str, bytes] = {}
    chosen = tuple(sorted(acties, key=lambda actie: actie.id))
    for actie in chosen:
        name = f"data/acties/{actie.id}.yaml"
        content = read_raw(root, name)
        opened = open_source(content)
        field = ("gecontroleerd_op",)
        made = opened.pack(set_field(opened.text, name, field, datum.isoformat(), order))
        if made != content:
            changes[name] = made
    judged = inspect(root, asked=found.peildatum, anders=changes)
    new = find_new(found.findings, judged.findings)
    wrong = tuple(finding for finding in new if finding.ernst is Ernst.FOUT)
    return Bevestigvoorstel(changes, wrong, chosen, datum)
