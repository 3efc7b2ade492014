"""mkdocs.yml is looked at before MkDocs reads it, because MkDocs runs and follows what it says."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.findings import GeneratorError
from generator.load.instellingen import GROOTSTE, check_settings
from generator.pipeline import refuse_settings
from tests.conftest import MINIGEMEENTE


@pytest.mark.parametrize("root", [MINIGEMEENTE, Path(__file__).parents[2]])
def test_settings_as_we_give_them_are_in_order(root: Path) -> None:
    """What comes with the program is accepted."""
    assert check_settings(root) == ()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("hooks:\n  - kwaad.py\n", "voert MkDocs een programma uit"),
        ("INHERIT: ../elders.yml\n", "ook van buiten deze map"),
        ("markdown_extensions:\n  - os:system: {command: ls}\n", "voert MkDocs elk programma"),
        ("<<: {hooks: [kwaad.py]}\n", "haal << weg"),
        ("<<:\n  - {hooks: [kwaad.py]}\n", "haal << weg"),
        ("site_name: !!python/name:os.system\n", "is een label"),
        ("site_name: !!python/object/apply:os.system [ls]\n", "is een label"),
        ("site_name: !ENV HOME\n", "is een label"),
        ("site_name: !relative x\n", "is een label"),
        ("a: &a [x]\nb: *a\n", "is een anker"),
        ("site_name: " + "[" * 5000, "lagen in elkaar"),
        ("site_name: \xff\n", "UTF-8"),
        ("site_name: x\n\x00", "stuurteken"),
        ("#" * (GROOTSTE + 1), "groter dan 100 kB"),
        ("\n", "geen gegevens"),
        ("- a\n", "begint niet met een veldnaam"),
    ],
)
def test_dangerous_settings_are_refused_before_mkdocs_reads_them(
    tmp_path: Path, text: str, told: str
) -> None:
    """Nothing in mkdocs.yml is run, followed or unfolded; the advisor hears what is wrong."""
    (tmp_path / "mkdocs.yml").write_bytes(text.encode("latin-1"))
    with pytest.raises(GeneratorError, match="is niet in orde; herstel dit:") as refused:
        refuse_settings(tmp_path)
    assert told in str(refused.value)


def test_settings_that_are_a_link_are_refused(tmp_path: Path) -> None:
    """Settings come from the folder of the programme, and from nowhere else."""
    (tmp_path / "mkdocs.yml").symlink_to(MINIGEMEENTE / "mkdocs.yml")
    (finding,) = check_settings(tmp_path)
    assert "snelkoppeling" in finding.melding


def test_hooks_are_not_run(proefdorp_map: Path) -> None:
    """A script that somebody put beside the data is not run by a build."""
    (proefdorp_map / "kwaad.py").write_text(
        "import pathlib; pathlib.Path(__file__).with_name('gedaan').touch()", encoding="utf-8"
    )
    settings = proefdorp_map / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(f"{text}\nhooks:\n  - kwaad.py\n", encoding="utf-8")
    with pytest.raises(GeneratorError):
        refuse_settings(proefdorp_map)
    assert not (proefdorp_map / "gedaan").exists()
