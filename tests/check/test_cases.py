"""Every kind of finding, proved by a wrong example with the exact report and a right one without.

`CIRCULAIR_SCHRIJF_VERWACHT=1 pytest tests/check` writes what is reported now; read the difference.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.findings import CODES_VAN_DE_SITE, Code, Ernst, Finding
from generator.pipeline import inspect

CASES = Path(__file__).parent / "cases"
SAMEN = CASES / "samen"
FOUT = sorted(path for path in CASES.glob("*/fout*") if path.is_dir())
GOED = sorted(path for path in CASES.glob("*/goed*") if path.is_dir())

type_inspect_case = Callable[[Path], tuple[Finding, ...]]


def _name(path: Path) -> str:
    return path.relative_to(CASES).as_posix()


def _describe(finding: Finding) -> str:
    where = f"{finding.plek} {finding.ernst} {finding.code}"
    return f"{where} {finding.melding} -> {finding.oplossing}"


def _assert_expected(case: Path, findings: tuple[Finding, ...]) -> None:
    expected = case / "verwacht.txt"
    found = "".join(f"{_describe(finding)}\n" for finding in findings)
    if os.environ.get("CIRCULAIR_SCHRIJF_VERWACHT") == "1":
        expected.write_text(found, "utf-8")
    assert found == expected.read_text("utf-8")


@pytest.mark.parametrize("case", FOUT, ids=_name)
def test_mistake_is_reported_where_it_was_written(
    case: Path, inspect_case: type_inspect_case
) -> None:
    """A mistake gives exactly the expected findings: place, sentence and what to type instead."""
    findings = inspect_case(case)
    assert case.parent.name in {finding.code for finding in findings}
    _assert_expected(case, findings)


@pytest.mark.parametrize("case", GOED, ids=_name)
def test_correct_input_is_not_reported(case: Path, inspect_case: type_inspect_case) -> None:
    """The nearest correct input gives no finding at all."""
    assert [_describe(finding) for finding in inspect_case(case)] == []


@pytest.mark.parametrize("code", sorted(set(Code) - CODES_VAN_DE_SITE))
def test_every_code_has_a_wrong_and_a_right_example(code: Code) -> None:
    """No kind of finding exists without an example that shows it and one that does not."""
    assert (CASES / code / "fout" / "verwacht.txt").is_file()
    assert any((CASES / code / "goed").iterdir())


def test_every_case_belongs_to_a_code() -> None:
    """No example is left behind when a kind of finding gets another name."""
    assert {path.name for path in CASES.iterdir()} - {SAMEN.name} == set(Code) - CODES_VAN_DE_SITE


def test_many_mistakes_are_all_reported_in_one_run(inspect_case: type_inspect_case) -> None:
    """Someone who made many mistakes sees all of them at once, not one after the other."""
    findings = inspect_case(SAMEN)
    assert len({finding.code for finding in findings}) >= 20
    _assert_expected(SAMEN, findings)


def test_proefdorp_has_no_findings(proefdorp_map: Path) -> None:
    """The invented municipality that all examples start from is correct itself."""
    inspection = inspect(proefdorp_map)
    assert inspection.findings == ()
    assert inspection.programma is not None


def test_findings_come_in_reading_order(inspect_case: type_inspect_case) -> None:
    """Findings stand in the order of files, lines and columns, each only once."""
    findings = inspect_case(SAMEN)
    assert [finding.plek for finding in findings] == sorted(finding.plek for finding in findings)
    assert len(set(findings)) == len(findings)


def test_only_a_fout_stops_the_programme(inspect_case: type_inspect_case, tmp_path: Path) -> None:
    """A warning is shown, and the programme can still be built."""
    findings = inspect_case(CASES / "MIJLPAAL-BUITEN-LOOPTIJD" / "fout")
    assert {finding.ernst for finding in findings} == {Ernst.WAARSCHUWING}
    assert inspect(tmp_path / "programma").programma is not None
