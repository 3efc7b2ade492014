"""Git as a source: earlier versions, days of files, and what it does not know."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from generator.load import git as module
from generator.load.git import Gebrek, GitError, Repository, read_dates
from tests.repositories import change, commit, git, start_repository

ACTIE = "data/acties/A-0001.yaml"
ANDERE = "data/acties/A-0002.yaml"


@pytest.fixture(autouse=True)
def _bounds(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A repository around the folder of the tests is no repository of theirs."""
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))


def _read_all(root: Path) -> dict[str, bytes]:
    found = (path for folder in ("data", "content") for path in (root / folder).rglob("*"))
    files = (path for path in found if path.is_file())
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in files}


def _read(root: Path) -> dict[str, bytes]:
    files = _read_all(root).items()
    return {name: content for name, content in files if name.endswith((".yaml", ".csv", ".md"))}


def test_version_is_every_source_file_as_it_was(proefdorp_map: Path) -> None:
    """An earlier version holds every file of data and content as it was, and nothing else."""
    before = _read_all(proefdorp_map)
    start_repository(proefdorp_map)
    git(proefdorp_map, "tag", "v1")
    change(proefdorp_map, ACTIE, "eind: 2027-06", "eind: 2027-12")
    shutil.rmtree(proefdorp_map / "content")
    commit(proefdorp_map, date(2026, 10, 1))
    repository = Repository(proefdorp_map)
    found = repository.find_commit("v1")
    assert found is not None
    assert found.datum == date(2026, 9, 1)
    assert repository.read_version(found) == before


def test_programme_may_be_a_folder_within_a_repository(proefdorp_map: Path) -> None:
    """Someone who keeps the programme beside other work reads only the programme."""
    (proefdorp_map.parent / "anders").mkdir()
    (proefdorp_map.parent / "anders" / "brief.md").write_text("x", encoding="utf-8")
    start_repository(proefdorp_map.parent)
    repository = Repository(proefdorp_map)
    head = repository.find_commit("HEAD")
    assert head is not None
    assert repository.read_version(head) == _read_all(proefdorp_map)
    assert repository.list_dates()[ACTIE] == date(2026, 9, 1)


def test_repository_that_does_not_hold_the_programme_knows_nothing(proefdorp_map: Path) -> None:
    """A folder that happens to lie in a repository has no history of its own."""
    (proefdorp_map.parent / ".gitignore").write_text("proefdorp\n", encoding="utf-8")
    start_repository(proefdorp_map.parent)
    assert Repository(proefdorp_map).gebrek is Gebrek.GEEN_MAP


def test_folder_without_git_says_why(proefdorp_map: Path) -> None:
    """No repository, and no version yet, are told apart."""
    assert Repository(proefdorp_map).gebrek is Gebrek.GEEN_MAP
    git(proefdorp_map, "init", "--quiet")
    assert Repository(proefdorp_map).gebrek is Gebrek.LEEG


def test_git_that_is_absent_is_said(proefdorp_map: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody needs git to build; who has none reads that nothing is known."""
    start_repository(proefdorp_map)
    monkeypatch.setenv("PATH", str(proefdorp_map))
    known = read_dates(proefdorp_map, _read(proefdorp_map))
    assert (known.gebrek, known.data) == (Gebrek.GEEN_GIT, {})


def test_git_that_lies_in_the_programme_is_not_run(
    proefdorp_map: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A program called git that came along with the files is never started."""
    (proefdorp_map / "git").write_text("#!/bin/sh\ntouch gelopen\n", encoding="utf-8")
    (proefdorp_map / "git").chmod(0o755)
    monkeypatch.setenv("PATH", str(proefdorp_map))
    assert Repository(proefdorp_map).gebrek is Gebrek.GEEN_GIT
    assert not (proefdorp_map / "gelopen").exists()


@pytest.mark.parametrize(
    "versie", ["", "-p", "--output=x", "v1..v2", "v1 v2", "HEAD:data", "v1\nv2", "bestaat-niet"]
)
def test_what_is_no_version_is_unknown(proefdorp_map: Path, versie: str) -> None:
    """An option, a range or an unknown name is never handed on as a version."""
    start_repository(proefdorp_map)
    git(proefdorp_map, "tag", "v1")
    assert Repository(proefdorp_map).find_commit(versie) is None


def _sign(root: Path) -> None:
    """Let the newest version seem to be signed."""
    head, _, message = git(root, "cat-file", "commit", "HEAD").partition("\n\n")
    mark = "gpgsig -----BEGIN PGP SIGNATURE-----\n \n x\n -----END PGP SIGNATURE-----"
    signed = root.parent / "commit"
    signed.write_text(f"{head}\n{mark}\n\n{message}\n", encoding="utf-8")
    made = git(root, "hash-object", "-t", "commit", "-w", str(signed))
    git(root, "update-ref", "HEAD", made)


def test_hooks_and_filters_of_a_repository_are_never_run(proefdorp_map: Path) -> None:
    """Settings that came along with somebody's repository start no program."""
    start_repository(proefdorp_map)
    trap = proefdorp_map.parent / "gelopen"
    command = f"touch '{trap}'; cat"
    (proefdorp_map / ".gitattributes").write_text("*.yaml filter=val diff=val\n", encoding="utf-8")
    for key in ("filter.val.clean", "filter.val.smudge", "diff.val.textconv"):
        git(proefdorp_map, "config", key, command)
    program = proefdorp_map.parent / "gpg"
    program.write_text(f"#!/bin/sh\ntouch '{trap}'\n", encoding="utf-8")
    program.chmod(0o755)
    git(proefdorp_map, "config", "gpg.program", str(program))
    _sign(proefdorp_map)
    git(proefdorp_map, "config", "core.fsmonitor", command)
    git(proefdorp_map, "config", "core.pager", command)
    git(proefdorp_map, "config", "log.showSignature", "true")
    git(proefdorp_map, "config", "diff.external", command)
    change(proefdorp_map, ACTIE, "eind: 2027-06", "eind: 2027-12")
    repository = Repository(proefdorp_map)
    head = repository.find_commit("HEAD")
    assert head is not None
    assert b"eind: 2027-06" in repository.read_version(head)[ACTIE]
    assert read_dates(proefdorp_map, _read(proefdorp_map)).los == {ACTIE}
    assert not trap.exists()


def test_attributes_leave_nothing_out(proefdorp_map: Path) -> None:
    """A file that is not exported is still part of the version."""
    (proefdorp_map / ".gitattributes").write_text("*.yaml export-ignore\n", encoding="utf-8")
    start_repository(proefdorp_map)
    repository = Repository(proefdorp_map)
    head = repository.find_commit("HEAD")
    assert head is not None
    assert ACTIE in repository.read_version(head)


def test_another_repository_in_the_environment_is_ignored(
    proefdorp_map: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What a hook of another repository has set does not send us there."""
    start_repository(proefdorp_map)
    monkeypatch.setenv("GIT_DIR", str(proefdorp_map.parent / "elders"))
    assert Repository(proefdorp_map).gebrek is None


def test_day_of_a_file_is_that_of_its_newest_version(proefdorp_map: Path) -> None:
    """Each file has the day on which it was last changed, not that of the last version."""
    start_repository(proefdorp_map, date(2026, 9, 1))
    change(proefdorp_map, ACTIE, "eind: 2027-06", "eind: 2027-12")
    commit(proefdorp_map, date(2026, 11, 3))
    known = read_dates(proefdorp_map, _read(proefdorp_map))
    assert known.data[ACTIE] == date(2026, 11, 3)
    assert known.data[ANDERE] == date(2026, 9, 1)
    assert known.los == frozenset()


def test_day_is_that_of_the_writer_and_not_of_the_machine(
    proefdorp_map: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The same repository gives the same days, wherever it is read."""
    start_repository(proefdorp_map, date(2026, 9, 1))
    monkeypatch.setenv("TZ", "Pacific/Kiritimati")
    assert read_dates(proefdorp_map, _read(proefdorp_map)).data[ACTIE] == date(2026, 9, 1)


def test_day_comes_from_a_branch_that_was_merged(proefdorp_map: Path) -> None:
    """A change on a branch has the day on which it was made, and not that of the merge."""
    start_repository(proefdorp_map, date(2026, 9, 1))
    git(proefdorp_map, "checkout", "--quiet", "-b", "voorstel")
    change(proefdorp_map, ACTIE, "eind: 2027-06", "eind: 2027-12")
    commit(proefdorp_map, date(2026, 9, 10))
    git(proefdorp_map, "checkout", "--quiet", "hoofd")
    change(proefdorp_map, ANDERE, "eind: 2026-06", "eind: 2026-07")
    commit(proefdorp_map, date(2026, 9, 12))
    git(proefdorp_map, "merge", "--quiet", "--no-edit", "voorstel", datum=date(2026, 9, 20))
    known = read_dates(proefdorp_map, _read(proefdorp_map)).data
    assert (known[ACTIE], known[ANDERE]) == (date(2026, 9, 10), date(2026, 9, 12))


def test_change_that_is_not_committed_is_told_apart(proefdorp_map: Path) -> None:
    """A file that was changed or added since has no day yet; other line ends are no change."""
    start_repository(proefdorp_map)
    change(proefdorp_map, ACTIE, "eind: 2027-06", "eind: 2027-12")
    new = "data/acties/A-0099.yaml"
    shutil.copyfile(proefdorp_map / ANDERE, proefdorp_map / new)
    path = proefdorp_map / ANDERE
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    known = read_dates(proefdorp_map, _read(proefdorp_map))
    assert known.los == {ACTIE, new}
    assert new not in known.data


def test_file_that_is_gone_is_not_committed_either(proefdorp_map: Path) -> None:
    """What was thrown away counts among what is in no version yet."""
    start_repository(proefdorp_map)
    (proefdorp_map / ACTIE).unlink()
    assert Repository(proefdorp_map).list_loose(_read(proefdorp_map)) == {ACTIE}


def test_shallow_copy_gives_no_days(proefdorp_map: Path) -> None:
    """A copy without history would give every file the day of the last version: it gives none."""
    start_repository(proefdorp_map)
    change(proefdorp_map, ACTIE, "eind: 2027-06", "eind: 2027-12")
    commit(proefdorp_map, date(2026, 11, 3))
    address = proefdorp_map.absolute().as_uri()
    git(proefdorp_map.parent, "clone", "--quiet", "--depth=1", address, "ondiep")
    known = read_dates(proefdorp_map.parent / "ondiep", _read(proefdorp_map))
    assert (known.gebrek, known.data) == (Gebrek.ONDIEP, {})


def test_tags_are_listed_the_newest_first_and_the_likely_one_is_found(proefdorp_map: Path) -> None:
    """Someone who mistypes a tag is told which one was probably meant."""
    start_repository(proefdorp_map, date(2026, 9, 1))
    git(proefdorp_map, "tag", "vastgesteld-2026")
    commit(proefdorp_map, date(2026, 10, 1))
    git(proefdorp_map, "tag", "rapportage-2")
    repository = Repository(proefdorp_map)
    assert repository.tags == ("rapportage-2", "vastgesteld-2026")
    assert repository.suggest("Vastgesteld_2026") == "vastgesteld-2026"
    assert repository.suggest("hoofdd") == "hoofd"
    assert repository.suggest("iets heel anders") is None


def test_version_before_a_day_is_the_last_one_of_an_earlier_day(proefdorp_map: Path) -> None:
    """A day stands for how everything was when that day began."""
    start_repository(proefdorp_map, date(2026, 9, 1))
    commit(proefdorp_map, date(2026, 10, 1))
    repository = Repository(proefdorp_map)
    found = repository.find_before(date(2026, 10, 1))
    assert found is not None
    assert found.datum == date(2026, 9, 1)
    assert repository.find_before(date(2026, 9, 1)) is None


def test_version_that_is_too_large_is_refused(
    proefdorp_map: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An earlier version may hold no more than a programme may."""
    start_repository(proefdorp_map)
    monkeypatch.setattr(module, "MEESTE_BESTANDEN", 3)
    repository = Repository(proefdorp_map)
    head = repository.find_commit("HEAD")
    assert head is not None
    with pytest.raises(GitError, match="te groot"):
        repository.read_version(head)


def _write_commit(root: Path, moment: str) -> None:
    """A newest version of a moment that git would not write itself."""
    tree, author = git(root, "write-tree"), "n <n@voorbeeld.invalid>"
    text = f"tree {tree}\nauthor {author} 1 +0000\ncommitter {author} {moment} +0000\n\nx\n"
    path = root / ".git" / "versie"
    path.write_text(text, encoding="utf-8", newline="\n")
    name = git(root, "hash-object", "-t", "commit", "-w", "--literally", str(path))
    git(root, "update-ref", "refs/heads/hoofd", name)


@pytest.mark.parametrize("moment", ["253402300800", "99999999999999", "-1", "x"])
def test_day_that_no_calendar_has_is_no_failure(proefdorp_map: Path, moment: str) -> None:
    """Git keeps whatever moment was written in a version; we say that nothing is known."""
    start_repository(proefdorp_map)
    _write_commit(proefdorp_map, moment)
    assert Repository(proefdorp_map).find_commit("HEAD") is None
    assert Repository(proefdorp_map).find_before(date(2026, 10, 5)) is None
    assert Repository(proefdorp_map).list_dates() == {}
    assert read_dates(proefdorp_map, _read(proefdorp_map)).gebrek is Gebrek.LEEG


def test_letters_that_a_repository_asks_for_change_nothing(proefdorp_map: Path) -> None:
    """A folder of somebody else may ask git to answer in other letters."""
    start_repository(proefdorp_map)
    git(proefdorp_map, "config", "i18n.logOutputEncoding", "UTF-16")
    known = read_dates(proefdorp_map, _read(proefdorp_map))
    assert known.data[ACTIE] == date(2026, 9, 1)
