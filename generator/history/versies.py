"""Which earlier version is meant: an adopted one, a tag, a branch, a commit or a day."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

from generator.findings import GeneratorError
from generator.load.archief import ArchiefError, name_archive, read_archive
from generator.load.git import Commit, Gebrek, GitError, Repository
from generator.load.reader import GROOTSTE_GEHEEL, SourceTree
from generator.load.sources import read_raw
from generator.model.datums import parse_datum, show_datum
from generator.model.waarden import WaardeError

ONDIEP: Final = (
    "Deze map is een ondiepe kopie (shallow clone): de geschiedenis ontbreekt. "
    "Haal hem op met git fetch --unshallow --tags"
)
GEBREKEN: Final[Mapping[Gebrek, str]] = {
    Gebrek.GEEN_GIT: "het programma git is niet gevonden op deze computer",
    Gebrek.GEEN_MAP: "deze map wordt niet bijgehouden met git",
    Gebrek.NIET_VERTROUWD: "git vertrouwt deze map niet, omdat hij van een ander account is",
    Gebrek.LEEG: "er is nog niets vastgelegd in git",
    Gebrek.ONDIEP: "deze map is een ondiepe kopie (shallow clone), zonder de geschiedenis",
}
"""Why nothing is known of earlier versions, within a sentence."""
GENOEMD: Final = 5
"""So many tags are named; of more only how many there are."""


@dataclass(frozen=True, slots=True)
class Versie:
    """An earlier version.

    Attributes:
        naam: what it is called in a sentence.
        bestanden: its source files; none where only a stand is known.
        datum: its day, if known.
        bij: what must be said with it, in a sentence.
        stand: the id of the adopted stand that is all that is left of it.
    """

    naam: str
    bestanden: Mapping[str, bytes]
    datum: date | None
    bij: str = ""
    stand: str = ""


def find_version(root: Path, sinds: str | None) -> Versie:
    """The earlier version that is meant.

    Raises:
        GeneratorError: there is none of that name; says which there are.
    """
    if sinds is None:
        return _choose_default(root)
    if sinds.endswith(".yaml"):
        return _choose_stand(root, Path(sinds).stem)
    if sinds.endswith(".zip"):
        return _read_zip(_read_file(root, sinds), f"het archief {Path(sinds).name}", None)
    day = _parse_day(sinds)
    if day and (adopted := _read_adopted(root, day.isoformat())):
        return adopted
    repository = _open(root)
    if found := repository.find_commit(sinds):
        return _read_commit(repository, found, _name_ref(repository, sinds, found))
    if day:
        before = repository.find_before(day)
        if before is None:
            told = f"Van voor {show_datum(day)} is er geen versie.{_name_stand(root, day)}"
            raise GeneratorError(_explain_absent(repository, told))
        naam = f"de laatste versie van voor {show_datum(day)} ({_tell_commit(before)})"
        return _read_commit(repository, before, naam)
    likely = repository.suggest(sinds)
    hint = f" Bedoelt u {likely}?" if likely else ""
    raise GeneratorError(_explain_absent(repository, f"De versie '{sinds}' bestaat niet.{hint}"))


def _name_stand(root: Path, day: date) -> str:
    """How to compare with the stand of a day, where there is one."""
    name = f"data/vastgesteld/{day}.yaml"
    return (
        f" Wel is er een stand van die dag: --sinds {name}." if SourceTree(root).has(name) else ""
    )


def _choose_stand(root: Path, stand: str) -> Versie:
    """An adopted stand: all of it where there is an archive, else what the file itself says."""
    if adopted := _read_adopted(root, stand):
        return adopted
    day = _parse_day(stand)
    if day is None or not SourceTree(root).has(f"data/vastgesteld/{stand}.yaml"):
        message = (
            f"Het bestand data/vastgesteld/{stand}.yaml bestaat niet. Noem een stand die er staat, "
            "bijvoorbeeld data/vastgesteld/2026-10-01.yaml."
        )
        raise GeneratorError(message)
    bij = (
        " Van deze stand is er geen archief. Daarom is alleen vergeleken wat in de stand staat: "
        "de status van acties, en de laatste waarde van indicatoren."
    )
    return Versie(f"de vastgestelde stand van {show_datum(day)}", {}, day, bij, stand)


def _explain_absent(repository: Repository, told: str) -> str:
    if repository.is_shallow:
        return f"{told} {ONDIEP}"
    tags = repository.tags
    if not tags:
        return f"{told} Er zijn nog geen versies met een naam (tags)."
    more = f" en nog {len(tags) - GENOEMD}" if len(tags) > GENOEMD else ""
    return f"{told} De laatste versies met een naam: {', '.join(tags[:GENOEMD])}{more}."


def _choose_default(root: Path) -> Versie:
    """The newest adopted version with an archive, else the newest tag, else what git has last."""
    stands = SourceTree(root).within("data/vastgesteld", ".zip") if root.is_dir() else ()
    for name in sorted(stands, reverse=True):
        if adopted := _read_adopted(root, Path(name).stem):
            return adopted
    repository = _open(root)
    for tag in repository.tags:
        if found := repository.find_commit(tag):
            return _read_commit(repository, found, _name_ref(repository, tag, found))
    head = repository.find_commit("HEAD")
    if head is None:
        raise GeneratorError(_explain(Gebrek.LEEG, root))
    naam = f"wat het laatst is vastgelegd in git ({_tell_commit(head)})"
    return _read_commit(repository, head, naam)


def _parse_day(text: str) -> date | None:
    try:
        return parse_datum(text)
    except WaardeError:
        return None


def _read_adopted(root: Path, stand: str) -> Versie | None:
    """The archive of the stand of a day; None when there is none."""
    name = name_archive(stand)
    if not SourceTree(root).has(name):
        return None
    naam = f"de vastgestelde versie van {show_datum(parse_datum(stand))}"
    return _read_zip(read_raw(root, name), naam, parse_datum(stand))


def _read_file(root: Path, name: str) -> bytes:
    path = next((item for item in (Path(name), root / name) if item.is_file()), None)
    if path is None:
        message = f"Het bestand '{name}' bestaat niet. Noem een archief (.zip) dat er staat."
        raise GeneratorError(message)
    with path.open("rb") as file:
        content = file.read(GROOTSTE_GEHEEL + 1)
    if len(content) > GROOTSTE_GEHEEL:
        message = f"Het bestand '{name}' is te groot voor een archief van een programma."
        raise GeneratorError(message)
    return content


def _read_zip(content: bytes, naam: str, day: date | None) -> Versie:
    try:
        return Versie(naam, read_archive(content), day)
    except ArchiefError as error:
        message = f"Kan {naam} niet lezen: {error}. Kies een andere versie met --sinds."
        raise GeneratorError(message) from error


def _open(root: Path) -> Repository:
    """The repository of a programme.

    Raises:
        GeneratorError: there is none, or git cannot be asked.
    """
    if not root.is_dir():
        message = f"De map '{root}' bestaat niet. Noem met --bron de map waarin data/ staat."
        raise GeneratorError(message)
    repository = Repository(root)
    if gebrek := repository.gebrek:
        raise GeneratorError(_explain(gebrek, root))
    return repository


def _explain(gebrek: Gebrek, root: Path) -> str:
    remedy = "Noem met --sinds een archief: een .zip uit data/vastgesteld."
    if gebrek is Gebrek.NIET_VERTROUWD:
        folder = str(root.resolve()).replace("\\", "/")
        remedy = f'Is de map van u, typ dan: git config --global --add safe.directory "{folder}"'
    return f"Er is geen eerdere versie om mee te vergelijken: {GEBREKEN[gebrek]}. {remedy}"


def _name_ref(repository: Repository, name: str, found: Commit) -> str:
    if name in repository.tags:
        return f"versie {name} van {show_datum(found.datum)}"
    return f"'{name}' ({_tell_commit(found)})"


def _tell_commit(commit: Commit) -> str:
    return f"vastgelegd op {show_datum(commit.datum)}, {commit.kort}"


def _read_commit(repository: Repository, commit: Commit, naam: str) -> Versie:
    try:
        files = repository.read_version(commit)
    except GitError as error:
        message = f"Kan {naam} niet lezen uit git: {error}. Kies een andere versie met --sinds."
        raise GeneratorError(message) from error
    bij = f" {ONDIEP}." if repository.is_shallow else ""
    if not files:
        bij += " Toen was er nog geen programma; alles is dus nieuw."
    return Versie(naam, files, commit.datum, bij)
