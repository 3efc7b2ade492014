"""New programmes and new records."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path

from generator.edit.begin import make_programme, refuse_taken
from generator.edit.nieuw import add_vraag, make_changes, make_formulier, type_answers
from generator.load.reader import SourceTree
from generator.load.sources import read_raw
from generator.model.begin import Antwoorden
from generator.model.vragen import Formulier
from generator.pipeline import inspect
from generator.workbench.voorstel import Voorstel, find_new


def propose_programme(doel: Path, antwoorden: Antwoorden) -> Voorstel:
    """A new programme for the folder `doel`, with the answers of who begins it.

    Raises:
        GeneratorError: something stands where a file would come.
    """
    made = make_programme(antwoorden)
    refuse_taken(doel, made)
    return Voorstel(made, inspect(None, today=antwoorden.vandaag, anders=made).findings)


def open_formulier(root: Path, soort: str, today: date, velden: Iterable[str] = ()) -> Formulier:
    """What to ask for a new record, with also the fields that somebody named.

    Raises:
        GeneratorError: the record cannot do without something of which there is nothing yet.
        KeyError: there is no such field.
    """
    found = inspect(root, today=today)
    formulier = make_formulier(soort, found.gelezen, found.plekken.ids(soort))
    for veld in velden:
        formulier = add_vraag(formulier, veld, found.gelezen)
    return replace(formulier, eerder=found.findings)


def propose_record(
    root: Path, formulier: Formulier, identifier: str, answers: type_answers, today: date
) -> Voorstel:
    """A new record, with the findings that were not there without it.

    Raises:
        GeneratorError: it cannot be added to its file.
    """
    tree = SourceTree(root)
    changes = make_changes(
        formulier.soort,
        identifier,
        answers,
        lambda name: read_raw(root, name) if tree.has(name) else None,
    )
    judged = inspect(root, today=today, anders=changes)
    return Voorstel(changes, find_new(formulier.eerder, judged.findings))
