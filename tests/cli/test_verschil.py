"""`circulair verschil`: what changed since a version, as people, a council and programs read it."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator import history
from generator.cli import circulair
from generator.edit.archief import pack_archive
from generator.findings import GeneratorError
from generator.history.versies import Versie
from generator.load.programma import load_programma
from generator.model.basis import Editie
from generator.present.wijzigingen.verslag import Verslag
from tests.repositories import change, commit, git, start_repository

ACTIE = "data/acties/A-0001.yaml"
EIND = "einddatum een half jaar later (van juni 2027 naar december 2027)"


@pytest.fixture(autouse=True)
def _bounds(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A repository around the folder of the tests is no repository of theirs."""
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))


@pytest.fixture
def repo(proefdorp_map: Path) -> Path:
    """Proefdorp with a tag, and after it an action that ends later."""
    start_repository(proefdorp_map)
    git(proefdorp_map, "tag", "v1")
    change(proefdorp_map, ACTIE, "eind: 2027-06", "eind: 2027-12")
    return proefdorp_map


def read_files(root: Path) -> dict[str, bytes]:
    """Every file of a programme by its name."""
    files = (path for path in root.rglob("*") if path.is_file() and ".git" not in path.parts)
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in files}


def compare(root: Path) -> Verslag:
    """The report as data."""
    return history.compare_with(root, None, editie=Editie.INTERN, today=date(2026, 11, 1))


def run(root: Path, *more: str) -> str:
    """What the command prints; it must be good."""
    arguments = ["verschil", "--bron", str(root), *more]
    result = CliRunner().invoke(circulair, arguments, standalone_mode=False)
    assert result.return_value == 0, result.output
    return result.output


def refuse(root: Path, *more: str) -> str:
    """Why the command does nothing; `main` shows it without a stack and leaves with 2."""
    with pytest.raises(GeneratorError) as told:
        CliRunner().invoke(
            circulair,
            ["verschil", "--bron", str(root), *more],
            standalone_mode=False,
            catch_exceptions=False,
        )
    return str(told.value)


def test_changes_since_the_newest_tag_are_told(repo: Path) -> None:
    """Without an option the newest tag counts, and files that are not committed count too."""
    assert run(repo).splitlines() == [
        "Wijzigingen in Circulair actieprogramma Proefdorp 2025-2028",
        "Vergeleken: de bestanden zoals ze nu zijn (ook 1 bestand dat nog niet is vastgelegd in",
        "git), met versie v1 van 1 september 2026.",
        "",
        "Acties (1)",
        "  A-0001 Stoeptegels hergebruiken: einddatum een half jaar later (van juni 2027 naar",
        "    december 2027)",
        "",
        "Er is iets veranderd bij 1 onderdeel.",
    ]  # fmt: skip


def test_nothing_changed_is_said(repo: Path) -> None:
    """Two equal versions give a report that says so."""
    change(repo, ACTIE, "eind: 2027-12", "eind: 2027-06")
    assert run(repo).endswith("Er is niets veranderd.\n")
    assert "nog niet" not in run(repo)


def test_markdown_is_fit_for_a_proposal(repo: Path) -> None:
    """A heading, what was compared, and a list for each part; signs of Markdown stay as typed."""
    change(repo, ACTIE, "titel: Stoeptegels hergebruiken", "titel: Tegels *hergebruiken*")
    told = run(repo, "--vorm", "markdown")
    assert told.startswith("# Wijzigingen in Circulair actieprogramma Proefdorp 2025-2028\n\nVerg")
    assert "\n## Acties\n\n- **A-0001 Tegels \\*hergebruiken\\***: einddatum" in told
    assert "titel van 'Stoeptegels hergebruiken' naar 'Tegels \\*hergebruiken\\*'.\n" in told


def test_markdown_repeats_long_texts(repo: Path) -> None:
    """A council reads what a text was and what it is now."""
    change(repo, ACTIE, "Wat kapot is, wordt", "Wat niet heel is, wordt in elk geval")
    told = run(repo, "--vorm", "markdown")
    assert "  - Omschrijving was: Team Wegen legt oude tegels terug. Wat kapot is, wordt" in told
    assert "  - Omschrijving is nu: Team Wegen legt oude tegels terug. Wat niet heel is" in told


def test_json_holds_both_values_of_every_change(repo: Path) -> None:
    """A program gets each change with its old and its new value."""
    told = json.loads(run(repo, "--vorm", "json"))
    assert told["aantal"] == 1
    (found,) = told["wijzigingen"]
    assert (found["soort"], found["id"], found["wat"]) == ("actie", "A-0001", "gewijzigd")
    assert found["velden"] == [{"veld": "eind", "oud": "2027-06", "nieuw": "2027-12"}]
    assert found["zinnen"] == [EIND]


def test_commit_branch_and_day_are_versions_too(repo: Path) -> None:
    """Whoever names a commit, a branch or a day compares with how it was then."""
    commit(repo, date(2026, 10, 5))
    change(repo, ACTIE, "trekker: projectleider wegen", "trekker: vacature")
    for versie in ("HEAD~1", git(repo, "rev-parse", "v1"), "2026-10-05"):
        assert (
            EIND
            in json.loads(run(repo, "--sinds", versie, "--vorm", "json"))["wijzigingen"][0][
                "zinnen"
            ]
        )
    assert "einddatum" not in run(repo, "--sinds", "hoofd")
    before = " ".join(run(repo, "--sinds", "2026-10-06").split())
    assert "van voor 6 oktober 2026 (vastgelegd op 5 oktober 2026, " in before


def test_unknown_version_names_those_that_exist(repo: Path) -> None:
    """A version that is not there is answered with the likely one, and with what there is."""
    commit(repo, date(2026, 10, 5))
    git(repo, "tag", "vaststelling")
    told = refuse(repo, "--sinds", "vaststeling")
    assert told == (
        "De versie 'vaststeling' bestaat niet. Bedoelt u vaststelling? "
        "De laatste versies met een naam: vaststelling, v1."
    )
    assert refuse(repo, "--sinds", "2020-01-01").startswith(
        "Van voor 1 januari 2020 is er geen versie."
    )


def test_shallow_copy_is_said(repo: Path) -> None:
    """In a copy without history the message says how to get it."""
    commit(repo, date(2026, 10, 5))
    git(repo.parent, "clone", "--quiet", "--depth=1", repo.absolute().as_uri(), "ondiep")
    kopie = repo.parent / "ondiep"
    told = refuse(kopie, "--sinds", "v1")
    assert told.endswith(
        "Deze map is een ondiepe kopie (shallow clone): de geschiedenis ontbreekt. "
        "Haal hem op met git fetch --unshallow --tags"
    )
    assert "ondiepe kopie" in run(kopie)


def test_without_git_the_message_says_what_can_be_done(proefdorp_map: Path) -> None:
    """Without a repository there is no earlier version, except in an archive."""
    assert refuse(proefdorp_map) == (
        "Er is geen eerdere versie om mee te vergelijken: deze map wordt niet bijgehouden met git. "
        "Noem met --sinds een archief: een .zip uit data/vastgesteld."
    )


def test_programme_in_a_folder_of_a_repository_is_compared(proefdorp_map: Path) -> None:
    """The programme may lie beside other work."""
    start_repository(proefdorp_map.parent)
    change(proefdorp_map, ACTIE, "eind: 2027-06", "eind: 2027-12")
    assert "einddatum een half jaar later" in run(proefdorp_map)


def test_version_from_before_the_programme_makes_everything_new(proefdorp_map: Path) -> None:
    """Who proposes the first programme in a repository sees all of it, and no mistake."""
    (proefdorp_map / "data").rename(proefdorp_map.parent / "data")
    (proefdorp_map / "content").rename(proefdorp_map.parent / "content")
    start_repository(proefdorp_map)
    git(proefdorp_map, "tag", "leeg")
    for name in ("data", "content"):
        (proefdorp_map.parent / name).rename(proefdorp_map / name)
    commit(proefdorp_map, date(2026, 10, 5))
    told = json.loads(run(proefdorp_map, "--sinds", "leeg", "--vorm", "json"))
    assert "Toen was er nog geen programma; alles is dus nieuw." in told["vergeleken"]
    assert {item["wat"] for item in told["wijzigingen"]} == {"nieuw"}
    assert told["niet_te_vergelijken"] == []


def test_renamed_and_removed_files_are_told(repo: Path) -> None:
    """Another file name is another number of the same action; a file that went is told."""
    acties = repo / "data" / "acties"
    (acties / "A-0001.yaml").rename(acties / "A-0042.yaml")
    (acties / "A-0003.yaml").unlink()
    told = json.loads(run(repo, "--vorm", "json"))["wijzigingen"]
    zinnen = {item["id"]: item["zinnen"] for item in told}
    assert zinnen == {
        "A-0003": ["weggehaald (was: gestopt, team Inkoop)"],
        "A-0042": ["heette A-0001", EIND],
    }


def test_version_that_cannot_be_read_is_said_and_not_called_new(repo: Path) -> None:
    """What was written in a way that is no longer read, is not told as added."""
    change(repo, "data/acties/A-0003.yaml", "titel:", "kopje: oud\ntitel:")
    change(repo, "data/metingen/restafval_inw.csv", "2021;140;", "2021;honderd;")
    commit(repo, date(2026, 10, 5))
    change(repo, "data/acties/A-0003.yaml", "kopje: oud\n", "")
    change(repo, "data/metingen/restafval_inw.csv", "2021;honderd;", "2021;141;")
    told = json.loads(run(repo, "--sinds", "HEAD", "--vorm", "json"))
    assert told["wijzigingen"] == []
    assert told["niet_te_vergelijken"] == [
        "van toen niet te lezen: data/acties/A-0003.yaml",
        "van toen niet te lezen: data/metingen/restafval_inw.csv",
    ]


KAPOT = [
    ("data/teams.yaml", "naam: Inkoop", "naam: [Inkoop]"),
    ("data/teams.yaml", "  - id: inkoop\n", "  - idd: inkoop\n"),
    ("data/teams.yaml", "teams:", "teams"),
    ("data/grondstofstromen.csv", "tegels;700;", "tegels;veel;"),
    ("data/grondstofstromen.yaml", "methode:", "metode:"),
    ("data/aangeleverd/streek_afval.csv", "2025", "jaar"),
    ("data/woordenlijst/fase.yaml", "termen:", "woorden:"),
    ("data/indicatoren/restafval_inw.yaml", "naam:", "name:"),
    ("data/keuzehulp/stoep.yaml", "situatie:", "situaties:"),
    ("content/aanpak.md", "titel:", "kop:"),
    ("content/aanpak.md", "---", ""),
]


@pytest.mark.parametrize(("name", "old", "new"), KAPOT, ids=[new for _, _, new in KAPOT])
def test_mistake_in_any_file_gives_no_change_that_is_not_true(
    proefdorp_map: Path, monkeypatch: pytest.MonkeyPatch, name: str, old: str, new: str
) -> None:
    """A mistake of then or of now is no reason to call anything new, gone or changed."""
    good = read_files(proefdorp_map)
    change(proefdorp_map, name, old, new)
    wrong = read_files(proefdorp_map)
    monkeypatch.setattr(history, "find_version", lambda *_: Versie("toen", good, None))
    now = compare(proefdorp_map)
    assert now.groepen == ()
    assert f"van nu niet te lezen: {name}" in now.onbekend
    (proefdorp_map / name).write_bytes(good[name])
    monkeypatch.setattr(history, "find_version", lambda *_: Versie("toen", wrong, None))
    then = compare(proefdorp_map)
    assert then.groepen == ()
    assert then.onbekend == (f"van toen niet te lezen: {name}",)


def test_mistakes_of_now_are_said_and_the_rest_is_compared(repo: Path) -> None:
    """One file with a mistake does not keep the others from being compared."""
    change(repo, "data/acties/A-0002.yaml", "titel:", "titl:")
    told = run(repo)
    assert "A-0001 Stoeptegels hergebruiken: einddatum" in told
    assert "A-0002" not in told.replace("data/acties/A-0002.yaml", "")
    assert "- van nu niet te lezen: data/acties/A-0002.yaml\n" in told
    assert "- de bestanden van nu bevatten " in told


def test_core_that_cannot_be_read_does_not_stop_the_rest(repo: Path) -> None:
    """When the facts of the programme hold a mistake, they are left out and the rest is told."""
    change(repo, "data/programma.yaml", "inwoners: 9500", "inwoners: veel")
    told = run(repo)
    assert "einddatum een half jaar later" in told
    assert "- van nu niet te lezen: data/programma.yaml" in told
    assert "Het programma zelf" not in told


def test_public_report_holds_nothing_that_is_for_the_intranet(repo: Path) -> None:
    """What only the intranet knows, or knows only since the last stand, is in no public report."""
    change(repo, ACTIE, "trekker: projectleider wegen", "trekker: geheime functie")
    change(repo, ACTIE, "budget_eur: 12500,50", "budget_eur: 77777")
    change(repo, ACTIE, "actiestatus: in_uitvoering", "actiestatus: afgerond")
    change(repo, ACTIE, "gepland: 2027-05", "gepland: 2027-05\n    behaald: 2026-09")
    change(repo, "data/acties/A-0004.yaml", "titel: ", "titel: Verborgen ")
    change(repo, "data/teams.yaml", "naam: Personeel", "naam: Verborgen team")
    told = run(repo, "--editie", "publiek")
    assert "einddatum een half jaar later" in told
    for hidden in ("geheime", "77", "afgerond", "behaald", "erborgen", "A-0004", "Personeel"):
        assert hidden not in told
    assert {"geheime", "77.777", "afgerond"} <= set(run(repo).replace("'", " ").split())


def test_public_report_does_not_name_files_that_cannot_be_read(repo: Path) -> None:
    """The name of a file may tell of something hidden: only the number is told."""
    change(repo, "data/acties/A-0004.yaml", "titel:", "titl:")
    told = run(repo, "--editie", "publiek")
    assert "A-0004" not in told
    assert "- 1 bestand is van nu niet te lezen" in told


def test_adopted_version_comes_before_tags(repo: Path) -> None:
    """The archive of the last adopted version is what everyone compares with."""
    sources = read_files(repo)
    programma = load_programma(None, sources).programma
    archive = pack_archive(sources, programma, programma.vastgesteld[0], "1.0")
    path = repo / "data" / "vastgesteld" / "2026-07-01.zip"
    path.write_bytes(archive)
    change(repo, ACTIE, "trekker: projectleider wegen", "trekker: vacature")
    for more in ((), ("--sinds", "2026-07-01"), ("--sinds", str(path))):
        told = run(repo, *more)
        assert "trekker van 'projectleider wegen' naar 'vacature'" in " ".join(told.split())
        assert "einddatum" not in told
    assert "de vastgestelde versie van 1 juli 2026" in " ".join(run(repo).split())
    path.write_bytes(archive[:200])
    assert refuse(repo).startswith("Kan de vastgestelde versie van 1 juli 2026 niet lezen: ")


def test_stand_without_archive_is_compared_as_far_as_it_goes(proefdorp_map: Path) -> None:
    """A stand alone knows the status of actions and the value of indicators, and says so."""
    stand = "data/vastgesteld/2026-07-01.yaml"
    change(proefdorp_map, stand, "waarde: 161,2", "waarde: 160")
    told = " ".join(run(proefdorp_map, "--sinds", stand).split())
    assert "Van deze stand is er geen archief." in told
    assert "A-0002 Bankjes van oud hout: status van gepland naar in uitvoering" in told
    assert "Restafval per inwoner: meting 2025: van 160 naar 161,2 kg per inwoner" in told
    assert refuse(proefdorp_map, "--sinds", "data/vastgesteld/2020-01-01.yaml").startswith(
        "Het bestand data/vastgesteld/2020-01-01.yaml bestaat niet."
    )


def test_folder_or_archive_that_does_not_exist_is_said(proefdorp_map: Path) -> None:
    """A wrong name is answered in Dutch, without a stack."""
    assert refuse(proefdorp_map / "weg").startswith("De map '")
    assert refuse(proefdorp_map, "--sinds", "weg.zip").startswith("Het bestand 'weg.zip'")


def test_same_two_versions_always_give_the_same_words(repo: Path) -> None:
    """A report can be made again, word for word."""
    assert run(repo, "--vorm", "markdown") == run(repo, "--vorm", "markdown")
