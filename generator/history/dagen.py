"""When each record was last changed, and what of the files is in no version yet."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Final

from generator.findings import GeneratorError
from generator.history.versies import GEBREKEN
from generator.load.git import GitError, Repository, read_dates
from generator.load.reader import SourceTree
from generator.load.sources import TEKST, read_raw
from generator.present.historie import Historie

MAPPEN_MET_DAG: Final[Mapping[str, str]] = {
    "actie": "acties",
    "indicator": "indicatoren",
    "keuzehulp": "keuzehulp",
}
"""Kinds of which a record is a file, and has a page of its own."""


def _read_texts(root: Path) -> dict[str, bytes]:
    """The bytes of every text of the programme; of one that is not to be opened, none."""
    found = {}
    for name in SourceTree(root).names:
        if name.endswith(TEKST):
            try:
                found[name] = read_raw(root, name)
            except GeneratorError:  # a finding of `controleer` says so
                found[name] = b""
    return found


def tell_now(root: Path) -> str:
    """The files on the disk, and how many of them are in no version yet."""
    told = "de bestanden zoals ze nu zijn"
    repository = Repository(root)
    if repository.gebrek:
        return told
    loose = len(repository.list_loose(_read_texts(root)))
    if not loose:
        return told
    which = "1 bestand dat" if loose == 1 else f"{loose} bestanden die"
    verb = "is" if loose == 1 else "zijn"
    return f"{told} (ook {which} nog niet {verb} vastgelegd in git)"


def read_historie(root: Path) -> Historie:
    """When each record with a file of its own was last changed; for the intranet only."""
    try:
        known = read_dates(root, _read_texts(root))
    except GitError:
        return Historie(onbekend="git gaf geen antwoord")
    if known.gebrek:
        return Historie(onbekend=GEBREKEN[known.gebrek])
    days: dict[tuple[str, str], date] = {}
    loose: set[tuple[str, str]] = set()
    for soort, folder in MAPPEN_MET_DAG.items():
        for name in SourceTree(root).within(f"data/{folder}", ".yaml"):
            key = (soort, Path(name).stem)
            files = [name, *([f"data/metingen/{key[1]}.csv"] if soort == "indicator" else [])]
            found = [known.data[file] for file in files if file in known.data]
            if found:
                days[key] = max(found)
            if known.los.intersection(files):
                loose.add(key)
    return Historie(days, frozenset(loose))
