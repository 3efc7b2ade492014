"""What was: an earlier version beside the one of now, and when each record last changed."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Final

from generator.compare import Duister, compare, without_withdrawn
from generator.findings import Ernst, GeneratorError, list_aantallen
from generator.history.dagen import read_historie, tell_now
from generator.history.versies import Versie, find_version
from generator.load.archief import ArchiefError, is_as_made, name_archive, read_archive
from generator.load.programma import KERN, Ingelezen, load_programma
from generator.load.sources import read_raw
from generator.model.basis import Editie
from generator.model.datums import show_datum
from generator.model.openbaarheid import drop_idle
from generator.model.programma import (
    COLLECTIES,
    LIJSTEN,
    ONDERDELEN,
    Programma,
    iter_records,
)
from generator.narrow import narrow
from generator.narrow.moment import look_from
from generator.narrow.vastgesteld import restore_stand
from generator.pipeline import Inspection, go_back, inspect
from generator.present.historie import Historie
from generator.present.wijzigingen.verslag import Verslag, make_groups
from generator.present.wijzigingen.vormen import as_dict, as_markdown, as_text
from generator.present.wijzigingen.woorden import Woorden

__all__ = ["compare_with", "read_historie", "recall", "write_verslag"]

AANGELEVERD: Final = "data/aangeleverd/"
"""Files of others: which series one holds is only known once it is read."""


def compare_with(root: Path, sinds: str | None, *, editie: Editie, today: date) -> Verslag:
    """What changed in the programme in `root` since a version.

    Args:
        root: the folder of the programme, as it is on the disk.
        sinds: a tag, a branch, a commit, a day, an archive or a stand; None is the newest adopted
            version, else the newest tag, else the newest version in git.
        editie: for whom.
        today: the day at which it is decided what is under embargo.

    Raises:
        GeneratorError: the version is unknown, or not to be read.
    """
    versie = find_version(root, sinds)
    now = load_programma(root)
    earlier = versie.bestanden
    then = _go_back(now, versie.stand) if versie.stand else load_programma(None, earlier)
    wrong = [item for item in inspect(root, today=today).findings if item.ernst is Ernst.FOUT]
    verslag = _report(root, versie, (then, now), editie, today)
    if wrong:
        (count,) = list_aantallen(wrong)
        unknown = f"de bestanden van nu bevatten {count}; zie circulair controleer"
        verslag = replace(verslag, onbekend=(*verslag.onbekend, unknown))
    return verslag


def recall(root: Path, found: Inspection) -> Historie:
    """What pages of the intranet tell of earlier, of a programme as it was looked at."""
    return replace(read_historie(root), verslag=_compare_adopted(root, found))


def _compare_adopted(root: Path, found: Inspection) -> Verslag | None:
    """What changed since the newest adopted version; None where there is none to read."""
    adopted = [
        item
        for item in found.gelezen.vastgesteld
        if item.archief and not item.concept and item.datum <= found.peildatum
    ]
    if not adopted:
        return None
    newest = max(adopted, key=lambda item: item.datum)
    try:
        content = read_raw(root, name_archive(newest.id))
        if not is_as_made(content, newest):
            return None
        then = _load_archive(content)
    except (ArchiefError, GeneratorError):  # a finding says that the archive is not as it was
        return None
    naam = f"de vastgestelde versie van {show_datum(newest.datum)}"
    now = Ingelezen(found.gelezen, found.plekken, found.findings)
    versie = Versie(naam, {}, newest.datum)
    return _report(root, versie, (then, now), Editie.INTERN, found.peildatum)


@lru_cache(maxsize=1)
def _load_archive(content: bytes) -> Ingelezen:
    """An adopted version as it was read; once for all the looks that a preview takes."""
    return load_programma(None, read_archive(content))


def _report(
    root: Path,
    versie: Versie,
    read: tuple[Ingelezen, Ingelezen],
    editie: Editie,
    today: date,
) -> Verslag:
    """What changed between two versions: the earlier one, and that of now."""
    then, now = read
    # Of a version without any file nothing is unreadable: there was no programme yet.
    known = ((then, "toen"), (now, "nu")) if then.plekken.ids("gegevens") else ((now, "nu"),)
    duister, unknown = _list_unreadable(known, editie)
    oud, nieuw = _see(then, now, editie, versie.datum or today), _see(now, then, editie, today)
    changes = without_withdrawn(compare(oud, nieuw, duister))
    groups = make_groups(changes, Woorden(oud, nieuw), editie)
    return Verslag(
        programma=nieuw.gegevens.naam,
        sinds=versie.naam,
        vergeleken=f"Vergeleken: {tell_now(root)}, met {versie.naam}.{versie.bij}",
        editie=editie,
        groepen=groups,
        onbekend=unknown,
    )


def _go_back(now: Ingelezen, stand: str) -> Ingelezen:
    """The programme of now with what an adopted stand says, and without later ones.

    Raises:
        GeneratorError: the stand cannot be read.
    """
    earlier = tuple(item for item in now.programma.vastgesteld if item.id <= stand)
    if not earlier or earlier[-1].id != stand:
        message = f"data/vastgesteld/{stand}.yaml is niet te lezen; zie circulair controleer."
        raise GeneratorError(message)
    before = now.programma.model_copy(update={"vastgesteld": earlier})
    return replace(now, programma=restore_stand(before, earlier[-1]))


def write_verslag(verslag: Verslag, vorm: str) -> str:
    """The report as `tekst`, `markdown` or `json`."""
    if vorm == "json":
        return json.dumps(as_dict(verslag), ensure_ascii=False, indent=2)
    return as_markdown(verslag) if vorm == "markdown" else as_text(verslag)


def _see(read: Ingelezen, other: Ingelezen, editie: Editie, moment: date) -> Programma:
    """What an edition knew of a version at its day.

    Raises:
        GeneratorError: data/programma.yaml cannot be read in either version.
    """
    gegevens = next((item.programma.gegevens for item in (read, other) if _has_core(item)), None)
    if gegevens is None:
        message = f"{KERN} is niet te lezen. Herstel dat eerst: circulair controleer."
        raise GeneratorError(message)
    programma = drop_idle(read.programma.model_copy(update={"gegevens": gegevens}))
    peildatum = gegevens.peildatum.eind if gegevens.peildatum else moment
    programma, peildatum = go_back(programma, editie, peildatum)
    if editie is Editie.PUBLIEK:
        programma = look_from(programma, peildatum)
    return narrow(programma, editie)


def _has_core(read: Ingelezen) -> bool:
    return bool(read.programma.gegevens.naam)


def _list_unreadable(
    versions: Sequence[tuple[Ingelezen, str]], editie: Editie
) -> tuple[Duister, tuple[str, ...]]:
    """What cannot be compared, and the sentences that say so."""
    records: set[tuple[str, str]] = set()
    soorten: set[str] = set()
    told = []
    for read, when in versions:
        files = {item.plek.bestand for item in read.findings if item.ernst is Ernst.FOUT}
        known = {(soort, name) for soort, name, _ in iter_records(read.programma)}
        known |= {("proza", page.pad) for page in read.programma.proza}
        hurt = set(_find_hurt(read, files, known))
        records |= hurt
        soorten |= _find_dark(read, files, hurt)
        if not files:
            continue
        if editie is Editie.PUBLIEK:
            number = "1 bestand is" if len(files) == 1 else f"{len(files)} bestanden zijn"
            told.append(f"{number} van {when} niet te lezen")
        else:
            told += [f"van {when} niet te lezen: {name}" for name in sorted(files)]
    return Duister(frozenset(records), frozenset(soorten)), tuple(told)


def _find_hurt(
    read: Ingelezen, files: set[str], known: set[tuple[str, str]]
) -> set[tuple[str, str]]:
    """The records that were written and not read, or of which a part was not."""
    hurt = set()
    for soort in ("gegevens", *COLLECTIES, *ONDERDELEN, "proza"):
        for name in read.plekken.ids(soort):
            place = read.plekken.waar(soort, name).bestand
            is_own = soort not in LIJSTEN and place in files
            rows = f"data/metingen/{name}.csv" if soort == "indicator" else f"data/{soort}.csv"
            if (soort, name) not in known or is_own or rows in files:
                hurt.add((soort, name))
    pages = (name for name in files if name.startswith("content/") and name.endswith(".md"))
    hurt |= {("proza", name.removeprefix("content/").removesuffix(".md")) for name in pages}
    if any(name.startswith(AANGELEVERD) for name in files):
        hurt |= {(soort, name) for soort, name in known if soort == "reeks"}
    return hurt


def _find_dark(read: Ingelezen, files: set[str], hurt: set[tuple[str, str]]) -> set[str]:
    """The kinds of which a record may have been there that nobody could read or name."""
    dark = {soort for soort in COLLECTIES if read.plekken.is_unread(soort)}
    if any(name.startswith(AANGELEVERD) for name in files):
        dark.add("reeks")
    for soort, key in LIJSTEN.items():
        if f"data/{key}.yaml" in files and not any(kind == soort for kind, _ in hurt):
            dark.add(soort)
    return dark
