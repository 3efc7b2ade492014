"""What somebody who checks reads: each mistake once, with its line, the cause first."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import circulair
from generator.cli.melden import VOLUIT, show_findings
from generator.findings import Code, Ernst, Finding, Plek, fout, waarschuwing
from tests.conftest import lay

CASES = Path(__file__).parents[1] / "check" / "cases"
VERWACHT = Path(__file__).parent / "verwacht"

type_run = Callable[..., Result]


@pytest.fixture
def controleer(tmp_path: Path) -> type_run:
    """Checks a case as an advisor would, on the day of the case."""

    def run(case: str, *more: str) -> Result:
        root = tmp_path / "programma"
        if not root.exists():
            lay(CASES / case, root)
        arguments = ["controleer", "--bron", str(root), *more]
        return CliRunner().invoke(circulair, arguments, standalone_mode=False)

    return run


def _tell(findings: list[Finding], capsys: pytest.CaptureFixture[str]) -> str:
    show_findings(findings)
    return capsys.readouterr().out


@pytest.mark.parametrize("case", ["samen", "VERWIJZING-ONBEKEND/fout-id-veranderd"])
def test_whole_report_reads_as_agreed(case: str, controleer: type_run) -> None:
    """The report of many mistakes, and of one that shows in many places, word for word."""
    found = controleer(case)
    assert found.return_value == 1
    expected = VERWACHT / f"{case.replace('/', '-')}.txt"
    if os.environ.get("CIRCULAIR_SCHRIJF_VERWACHT") == "1":
        expected.parent.mkdir(exist_ok=True)
        expected.write_text(found.output, "utf-8")
    assert found.output == expected.read_text("utf-8")


def test_mistake_is_shown_with_its_line_and_a_caret(controleer: type_run) -> None:
    """Place, code, the line itself, what is wrong and what to type."""
    out = controleer("YAML-SYNTAX/fout-eerste-streepje").output
    assert out.startswith(
        "data/acties/A-0001.yaml:31:5  fout  YAML-SYNTAX\n"
        "   31 |     titel: Eerste straat klaar\n"
        "      |     ^\n"
        "    voor deze regel ontbreekt een streepje: op regel 34 staat er wel een\n"
        "    → schrijf - titel: Eerste straat klaar\n\n"
    )
    assert out.endswith("1 fout.\nMeer uitleg: circulair uitleg YAML-SYNTAX\n")


def test_absent_file_is_told_without_a_line(controleer: type_run) -> None:
    """There is no line to show of a file that is not there, or is a table of Excel."""
    out = controleer("BESTAND-ONBEKEND/fout-rekenblad").output
    assert "bewustzijn.xlsx:1:1  fout  BESTAND-ONBEKEND\n    dit is een rekenblad" in out


def test_old_windows_file_is_shown_as_windows_wrote_it(controleer: type_run) -> None:
    """Who reads that the encoding is wrong, recognises the word."""
    out = controleer("BESTAND-CODERING/fout").output
    line, caret = out.splitlines()[1:3]
    assert line[caret.index("^")] in "éëêè"


def test_thirty_places_of_one_mistake_fit_on_a_screen(capsys: pytest.CaptureFixture[str]) -> None:
    """Of a team that is gone three places are shown, and the other files are counted."""
    many = [
        fout(Code.VERWIJZING_ONBEKEND, Plek(f"data/acties/A-{n:04}.yaml", 9, 4), "weg", "x")
        for n in range(30)
    ]
    out = _tell(many, capsys)
    assert len(re.findall(r"A-\d{4}\.yaml:9:4", out)) == 3
    assert "en nog 27: data/acties/A-0003.yaml, " in out
    assert "en 22 andere bestanden" in out
    assert "30 fouten." in out


def test_very_many_mistakes_end_with_what_to_do(capsys: pytest.CaptureFixture[str]) -> None:
    """The end of a long report says how much there is, of what, and where to begin."""
    many = [
        fout(Code.KEUZE_ONBEKEND, Plek("data/x.yaml", line), f"'{line}' bestaat niet", "x")
        for line in range(1, VOLUIT + 10)
    ]
    broken = fout(Code.YAML_SYNTAX, Plek("data/z.yaml", 3, 2), "tab", "x")
    warned = waarschuwing(Code.CEL_ONDUIDELIJK, Plek("data/y.yaml"), "w", "x")
    out = _tell([*many, warned, broken], capsys)
    assert out.startswith("data/z.yaml:3:2  fout  YAML-SYNTAX\n")
    assert out.splitlines()[-4:] == [
        "30 fouten, 1 waarschuwing.",
        "Het vaakst: 29 keer KEUZE-ONBEKEND, 1 keer CEL-ONDUIDELIJK, 1 keer YAML-SYNTAX.",
        "Begin bovenaan, bij data/z.yaml:3:2: dat lost vaak een deel van de rest op.",
        "Meer uitleg: circulair uitleg CODE, bijvoorbeeld circulair uitleg YAML-SYNTAX",
    ]


def test_nothing_wrong_is_nothing_said(capsys: pytest.CaptureFixture[str]) -> None:
    """Without findings there is no empty report."""
    assert _tell([], capsys) == ""


def test_other_places_of_a_warning_say_what_they_are_about(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """The same sentence about another team is not repeated; the team is named."""
    warned = [
        Finding(Code.GROEP_TE_KLEIN, Ernst.WAARSCHUWING, Plek("a", n), f"team '{t}' is klein", "x")
        for n, t in enumerate(["wegen", "inkoop"], start=1)
    ]
    assert "    ook op a:2:1: 'inkoop'\n" in _tell(warned, capsys)


SINGLE = sorted(
    path.parent.relative_to(CASES).as_posix()
    for code in ("YAML-SYNTAX", "SAMENVOEGCONFLICT", "TEKST-AFGEKAPT", "SLEUTEL-DUBBEL")
    for path in (CASES / code).glob("fout*/verwacht.txt")
)


@pytest.mark.parametrize("case", SINGLE)
def test_one_mistake_gives_one_message(case: str) -> None:
    """Who makes one typing mistake reads one message, and not also what follows from it."""
    assert len((CASES / case / "verwacht.txt").read_text("utf-8").splitlines()) == 1
