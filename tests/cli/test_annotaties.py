"""Findings on the pages of GitHub and GitLab: at the right line, complete, and never as markup."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from generator.cli import circulair
from generator.cli.annotaties import (
    GROOTSTE_SAMENVATTING,
    MEESTE_ANNOTATIES,
    list_quality,
    locate_in,
    tell_annotations,
    write_summary,
)
from generator.findings import (
    Code,
    Ernst,
    Finding,
    GeneratorError,
    Plek,
    arrange_findings,
    fout,
    tip,
    waarschuwing,
)
from generator.pipeline import append_summary
from tests.conftest import lay

CASES = Path(__file__).parents[1] / "check" / "cases"


def _annotate(*findings: Finding) -> list[str]:
    return list(tell_annotations(arrange_findings(findings)))


def _summarize(*findings: Finding) -> str:
    return write_summary(findings, arrange_findings(findings))


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A repository in which the programme lies in a folder; one reference in it is wrong."""
    lay(CASES / "VERWIJZING-ONBEKEND" / "fout-id-veranderd", tmp_path / "circulair" / "programma")
    return tmp_path


def _check(repository: Path, vorm: str, **environment: str) -> Result:
    root = repository / "circulair" / "programma"
    arguments = ["controleer", "--bron", str(root), "--vorm", vorm]
    return CliRunner(env=environment).invoke(circulair, arguments, standalone_mode=False)


def test_finding_is_shown_at_its_line_in_the_repository(repository: Path) -> None:
    """Also when the programme lies in a folder of the repository, the changed line is marked."""
    run = _check(repository, "github", GITHUB_WORKSPACE=str(repository), GITHUB_STEP_SUMMARY="")
    assert run.return_value == 1
    assert run.output.splitlines()[0] == (
        "::error file=circulair/programma/data/teams.yaml,line=2,col=9,title=VERWIJZING-ONBEKEND::"
        "nergens staat een verwijzing naar 'weggen', en 11 keer een naar 'wegen', dat niet "
        "bestaat. Schrijf hier wegen; klopt 'weggen' juist wel, pas dan de andere plekken aan. "
        "Ook op 11 andere plekken: circulair/programma/data/acties/A-0001.yaml (2 keer), "
        "circulair/programma/data/acties/A-0002.yaml, circulair/programma/data/belemmeringen.yaml, "
        "circulair/programma/data/bijeenkomsten.yaml, circulair/programma/data/draagvlak.csv "
        "(2 keer) en 4 andere bestanden."
    )


def test_summary_is_added_behind_that_of_other_steps(repository: Path) -> None:
    """The summary of the job gets a table, and keeps what was there."""
    summary = repository / "samenvatting.md"
    summary.write_text("## Eerder\n", encoding="utf-8")
    environment = {"GITHUB_WORKSPACE": str(repository), "GITHUB_STEP_SUMMARY": str(summary)}
    _check(repository, "github", **environment)
    text = summary.read_text(encoding="utf-8")
    assert text.startswith("## Eerder\n### Controle: 12 fouten\n")
    (row,) = [line for line in text.splitlines() if line.startswith("| fout")]
    assert row.startswith("| fout | circulair/programma/data/teams.yaml:2:9 en nog 11: ")
    assert row.endswith(" | VERWIJZING-ONBEKEND |")


def test_good_programme_says_so_in_the_summary(repository: Path, proefdorp_map: Path) -> None:
    """Without findings the job says that all is well, and how much there is."""
    summary = repository / "samenvatting.md"
    arguments = ["controleer", "--bron", str(proefdorp_map), "--vorm", "github"]
    runner = CliRunner(env={"GITHUB_STEP_SUMMARY": str(summary)})
    run = runner.invoke(circulair, arguments, standalone_mode=False)
    assert run.return_value == 0
    assert run.output.startswith("In orde: 4 acties")
    assert summary.read_text(encoding="utf-8") == "### Controle: alles in orde\n\n"


def test_quoted_text_cannot_end_or_begin_a_command() -> None:
    """What somebody typed, or called a file, stays text: GitHub reads no second command in it."""
    wrong = fout(Code.KEUZE_ONBEKEND, Plek("data/a,b:c%\n.yaml"), "100%\r\n::error::x", "y")
    (line,) = _annotate(wrong)
    assert "\n" not in line
    assert line == (
        "::error file=data/a%2Cb%3Ac%25%0A.yaml,line=1,col=1,title=KEUZE-ONBEKEND::"
        "100%25\\u000d ::error::x. Y."
    )


def test_github_gets_no_more_than_it_shows_and_the_causes_first() -> None:
    """Ten of each kind are shown; what stands for most comes first, and the rest is counted."""
    found = [
        *(
            fout(Code.KEUZE_ONBEKEND, Plek("a", n), f"'{n}' bestaat niet", "x")
            for n in range(1, 20)
        ),
        *(fout(Code.VERWIJZING_ONBEKEND, Plek("b", n), "weg", "x") for n in range(1, 6)),
        *(waarschuwing(Code.CEL_ONDUIDELIJK, Plek("c", n), f"w{n}", "x") for n in range(1, 4)),
        *(tip(Code.TYPE_ZONDER_ACTIE, Plek("d", n), f"t{n}", "x") for n in range(1, 13)),
        fout(Code.YAML_SYNTAX, Plek("z", 1), "tab", "x"),
    ]
    *lines, last = _annotate(*found)
    kinds = [line.split(" ")[0] for line in lines]
    assert kinds.count("::error") == kinds.count("::notice") == MEESTE_ANNOTATIES
    assert kinds.count("::warning") == 3
    assert lines[0].startswith("::error file=z,")
    assert last == "Nog 17 meldingen passen hier niet bij; alles staat in de samenvatting."


def test_other_places_are_marked_when_there_is_room() -> None:
    """A mistake that shows in three places is marked at all three."""
    found = [fout(Code.VERWIJZING_ONBEKEND, Plek(name), "weg", "x") for name in "abc"]
    lines = _annotate(*found)
    assert [re.findall(r"file=(.)", line) for line in lines] == [["a"], ["b"], ["c"]]
    assert lines[0].endswith("weg. X. Ook op 2 andere plekken: b, c.")


def test_summary_shows_what_was_typed_and_runs_none_of_it() -> None:
    """Markdown, HTML, names of people and table signs in a message stay plain text."""
    hostile = "| <img src=x> [a](b) @iemand #12 `c` *d* _e_ ~f~ \\| ![g](h)"
    text = _summarize(fout(Code.KEUZE_ONBEKEND, Plek("data/x.yaml"), hostile, "y"))
    (row,) = [line for line in text.splitlines() if line.startswith("| fout")]
    cells = row.split(" | ")
    assert len(cells) == 5
    assert re.findall(r"[<>@`*_~\[\]!\\|]|#(?!\d+;)|&(?!#\d+;)", cells[2]) == []


def test_very_long_summary_is_cut_at_a_row() -> None:
    """GitHub refuses a summary of more than a megabyte: the rest is counted."""
    many = [
        fout(Code.KEUZE_ONBEKEND, Plek("a", n), f"{n} " + "é" * 1400, "x") for n in range(1, 900)
    ]
    text = _summarize(*many)
    assert len(text.encode()) < GROOTSTE_SAMENVATTING + 10_000
    assert re.search(r"\nEn nog \d+ andere\. Alles ziet u met: circulair controleer\n", text)


def test_summary_that_cannot_be_written_is_no_traceback(tmp_path: Path) -> None:
    """A wrong name for the summary is told in one sentence."""
    with pytest.raises(GeneratorError, match="samenvatting kan niet geschreven worden"):
        append_summary(tmp_path / "weg" / "x.md", "x")


def test_gitlab_gets_a_report_of_its_own_form(repository: Path) -> None:
    """The report holds for each finding what GitLab asks, with the path in the repository."""
    run = _check(repository, "gitlab", CI_PROJECT_DIR=str(repository))
    assert run.return_value == 1
    rows: list[dict[str, Any]] = json.loads(run.output)
    assert len(rows) == 12
    assert len({row["fingerprint"] for row in rows}) == 12
    (row,) = [row for row in rows if row["location"]["path"].endswith("teams.yaml")]
    assert set(row) == {"description", "check_name", "fingerprint", "severity", "location"}
    assert row["check_name"] == "VERWIJZING-ONBEKEND"
    assert row["severity"] == "major"
    assert row["location"] == {
        "path": "circulair/programma/data/teams.yaml",
        "lines": {"begin": 2},
    }


def test_finding_that_only_moved_is_no_new_one_for_gitlab(tmp_path: Path) -> None:
    """A line more above a mistake does not make it look new; a second one like it is its own."""
    here, there = (fout(Code.KEUZE_ONBEKEND, Plek("a", n), "x", "y") for n in (3, 4))
    (before,) = list_quality([here], tmp_path)
    first, second = list_quality(
        [there, fout(Code.KEUZE_ONBEKEND, Plek("a", 9), "x", "y")], tmp_path
    )
    assert before["fingerprint"] == first["fingerprint"] != second["fingerprint"]


def test_programme_elsewhere_keeps_its_own_paths(tmp_path: Path) -> None:
    """Outside the folder that CI names, paths are those of the programme."""
    inside, outside = tmp_path / "repo" / "p", tmp_path / "elders"
    environment = {"GITHUB_WORKSPACE": str(tmp_path / "repo")}
    for bron, path in ((inside, "p/data/x.yaml"), (outside, "data/x.yaml")):
        assert locate_in("GITHUB_WORKSPACE", bron, environment)("data/x.yaml") == path
    assert locate_in("GITHUB_WORKSPACE", outside, {})("data/x.yaml") == "data/x.yaml"


@pytest.mark.parametrize("ernst", list(Ernst))
def test_every_grade_has_a_kind_of_annotation(ernst: Ernst) -> None:
    """A fout, a warning and a tip look different on GitHub."""
    (line,) = _annotate(Finding(Code.CEL_ONDUIDELIJK, ernst, Plek("a"), "x", "y"))
    kind = {"fout": "error", "waarschuwing": "warning", "tip": "notice"}[ernst]
    assert line.startswith(f"::{kind} file=a,line=1,col=1,")
