"""The whole programme is read in one pass, and no content of a file can break that."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.findings import Code
from generator.model.programma import Programma
from generator.pipeline import inspect

MINIGEMEENTE = Path(__file__).parents[1] / "minigemeente"
BESTANDEN = sorted(
    path.relative_to(MINIGEMEENTE).as_posix()
    for path in MINIGEMEENTE.rglob("*.*")
    if path.suffix in {".yaml", ".csv", ".md"}
)


@pytest.fixture(scope="module")
def werkmap(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of minigemeente for tests that spoil one file at a time and mend it again."""
    root = tmp_path_factory.mktemp("programma") / "proefdorp"
    shutil.copytree(MINIGEMEENTE, root)
    return root


def test_proefdorp_is_read_completely(proefdorp: Programma) -> None:
    """Every record of every file is there, with its values typed."""
    assert proefdorp.gegevens.inwoners == 9500
    assert [len(getattr(proefdorp, name)) for name in ("themas", "afdelingen", "teams")] == [
        2,
        2,
        3,
    ]
    assert [actie.id for actie in proefdorp.acties] == ["A-0001", "A-0002", "A-0003", "A-0004"]
    assert [len(indicator.metingen) for indicator in proefdorp.indicatoren] == [0, 2, 6, 0]
    assert [page.pad for page in proefdorp.proza] == [
        "aanpak",
        "themas/openbare_ruimte",
        "werkwijze",
    ]


def test_blank_line_in_a_text_starts_a_paragraph(proefdorp: Programma) -> None:
    """Paragraphs in an action are kept as they were typed."""
    assert "\n" in proefdorp.acties[0].omschrijving


@given(
    st.sampled_from(BESTANDEN),
    st.integers(0, 2000),
    st.integers(0, 40),
    st.text(max_size=6)
    | st.sampled_from(
        ["\n", ":", "- ", "\t", '"', "'", ";", "[", "{{", "<", "---", "\x00", "9" * 5000]
    ),
)
def test_any_change_to_any_file_is_reported_or_read(
    werkmap: Path, name: str, start: int, length: int, inserted: str
) -> None:
    """Wherever somebody deletes or types something, the program answers with findings."""
    path = werkmap / name
    content = path.read_bytes()
    text = content.decode()
    try:
        path.write_bytes((text[:start] + inserted + text[start + length :]).encode())
        inspection = inspect(werkmap)
    finally:
        path.write_bytes(content)
    assert inspection.programma is not None or inspection.findings
    for finding in inspection.findings:
        assert finding.melding
        assert finding.oplossing


@given(st.sampled_from(BESTANDEN), st.binary(max_size=60))
def test_any_bytes_in_any_file_are_reported_or_read(
    werkmap: Path, name: str, content: bytes
) -> None:
    """Also a picture or a spreadsheet under the name of a data file gives findings."""
    path = werkmap / name
    good = path.read_bytes()
    try:
        path.write_bytes(content)
        inspection = inspect(werkmap)
    finally:
        path.write_bytes(good)
    assert inspection.programma is not None or inspection.findings


@pytest.mark.parametrize(
    "name",
    [
        "data/teams.yaml",
        "data/themas.yaml",
        "data/bronnen.yaml",
        "data/woordenlijst/fase.yaml",
        "data/indicatoren/restafval_inw.yaml",
        "data/aangeleverd/streek_afval.bron.yaml",
    ],
)
def test_one_broken_file_gives_one_finding(proefdorp_map: Path, name: str) -> None:
    """What refers to a record in a broken file is not blamed for it as well."""
    path = proefdorp_map / name
    path.write_text(path.read_text("utf-8") + "\t- x\n", "utf-8")
    findings = inspect(proefdorp_map).findings
    assert [(finding.code, finding.plek.bestand) for finding in findings] == [
        (Code.YAML_SYNTAX, name)
    ]


def test_mistake_in_the_core_does_not_hide_the_others(proefdorp_map: Path) -> None:
    """A wrong field in programma.yaml and a wrong reference in an action show in one run."""
    core = proefdorp_map / "data" / "programma.yaml"
    core.write_text(core.read_text("utf-8").replace("sitenaam:", "sitenam:"), "utf-8")
    actie = proefdorp_map / "data" / "acties" / "A-0002.yaml"
    actie.write_text(actie.read_text("utf-8").replace("team: wegen", "team: weg"), "utf-8")
    codes = {finding.code for finding in inspect(proefdorp_map).findings}
    assert codes == {Code.VELD_ONBEKEND, Code.VERWIJZING_ONBEKEND}
