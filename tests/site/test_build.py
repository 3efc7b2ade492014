"""Building: the same input gives the same bytes, and a mistake leaves the old site alone."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
from click.testing import CliRunner
from jinja2 import DictLoader, Environment

from generator.cli import circulair
from generator.publish import builder
from tests.programmes import Built, build, copy_programme


def _digest(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_same_input_gives_the_same_bytes(built: Built, tmp_path: Path) -> None:
    """Two builds in two places are equal, byte for byte."""
    again = build(copy_programme(tmp_path / "elders"))
    first, second = _digest(built.root / "site"), _digest(again)
    assert len(first) > 200
    assert first == second


def test_kept_templates_change_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A second build, with the templates of the first, gives the same bytes."""
    root = copy_programme(tmp_path / "programma")
    kept = tmp_path / "gebruiker"
    kept.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(kept))
    first = _digest(build(root))
    assert any(kept.rglob("circulair-*.cache"))
    assert _digest(build(root)) == first


def test_nothing_in_the_folder_of_a_programme_is_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Compiled templates are run; they are not kept where somebody else could have put them."""
    root = copy_programme(tmp_path / "programma")
    kept = tmp_path / "gebruiker"
    kept.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(kept))
    build(root)
    assert list(root.rglob("*.cache")) == []
    if os.name != "nt":
        assert {path.stat().st_mode & 0o777 for path in kept.glob("_jinja2-cache-*")} == {0o700}


@pytest.mark.parametrize("part", ["version", "files"])
def test_templates_compiled_under_other_rules_are_not_used(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, part: str
) -> None:
    """After a change of Jinja or of the escaper no page is made of what was compiled before."""

    def compile_one() -> set[str]:
        source = DictLoader({"x": "{{ 'a' }}"})
        Environment(loader=source, bytecode_cache=builder.keep_compiled(tmp_path)).get_template("x")  # noqa: S701 - nothing is shown
        return {path.name for path in tmp_path.glob("*.cache")}

    before = compile_one()
    assert compile_one() == before
    other = tmp_path / "elders"
    (other / "present").mkdir(parents=True)
    for name in ("escape.py", "writer.py"):
        (other / "present" / name).write_text("anders", encoding="utf-8")
    replacement = {"version": lambda _: "0", "files": lambda _: other}[part]
    monkeypatch.setattr(builder, part, replacement)
    assert len(compile_one() - before) == 1


def test_mistake_in_the_data_leaves_the_old_site_untouched(tmp_path: Path) -> None:
    """An advisor who makes a typing error does not take the site down."""
    root = copy_programme(tmp_path / "programma")
    site = build(root)
    before = _digest(site)
    actie = root / "data" / "acties" / "A-0001.yaml"
    text = actie.read_text(encoding="utf-8")
    actie.write_text(text.replace("thema: openbare_ruimte", "thema: openbare_ruimt"), "utf-8")
    result = CliRunner().invoke(
        circulair, ["bouw", "--bron", str(root), "--doel", str(site)], standalone_mode=False
    )
    assert result.return_value == 1
    assert "bedoelt u 'openbare_ruimte'?" in result.output
    assert _digest(site) == before


def test_page_of_a_removed_action_disappears(tmp_path: Path) -> None:
    """A page whose source is gone is removed from the site."""
    root = copy_programme(tmp_path / "programma")
    acties = root / "data" / "acties"
    # A new one, for nothing refers to it.
    text = (acties / "A-0036.yaml").read_text(encoding="utf-8")
    (acties / "A-0099.yaml").write_text(text, encoding="utf-8")
    site = build(root, "--editie", "publiek")
    assert (site / "acties" / "a-0099.html").is_file()
    (acties / "A-0099.yaml").unlink()
    build(root, "--editie", "publiek")
    assert not (site / "acties" / "a-0099.html").exists()
    assert (site / "acties" / "a-0036.html").is_file()


def test_plain_mkdocs_build_is_strict_and_silent(tmp_path: Path) -> None:
    """`mkdocs build --strict` works without our command line, and warns of nothing."""
    root = copy_programme(tmp_path / "programma")
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "CIRCULAIR_EDITIE": "publiek"}
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict"],
        cwd=root,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "WARNING" not in done.stderr
    assert (root / "site" / "publiek" / "acties" / "a-0001.html").is_file()
